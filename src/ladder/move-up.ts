/** Moves on the ladder: proposed with evidence by whoever accompanies, decided with a reason by whoever leads the area. */
import { type Actor, actorId, findPerson } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { countMove } from './count-ladder.ts';
import { findHandled, mayDecideMoves } from './find-kpm.ts';
import { gatherEvidence } from './gather.ts';
import { ensureKpm } from './record-kpm.ts';
import {
  type Criterion,
  isMet,
  longestReason,
  nextStage,
  type Stage,
  type Standing,
  undoMs,
} from './stage.ts';
import { findKpm, findMove, findMovesOf, insertMove, type MoveRow, updateKpm, updateMove } from './store.ts';

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly move: MoveRow; readonly name: string }
  /** Not all that is looked at is in the log: proposed only when the person says so. */
  | {
      readonly kind: 'unmet';
      readonly to: Stage;
      readonly name: string;
      readonly person: string;
      readonly note: string;
      readonly unmet: readonly Criterion[];
    }
  | { readonly kind: 'waiting'; readonly move: MoveRow; readonly name: string }
  | { readonly kind: 'at-top'; readonly name: string }
  | { readonly kind: 'not-your-person' };

export async function proposeMove(
  tx: Writer,
  actor: Actor,
  input: {
    readonly person: string;
    readonly note: string;
    readonly criteria: Readonly<Record<Stage, readonly Criterion[]>>;
    readonly now: number;
    readonly sure?: boolean;
  },
): Promise<ProposeOutcome> {
  const subject = await findHandled(tx, actor, input.person);
  if (subject === undefined) return { kind: 'not-your-person' };
  const { name } = subject;
  const self = actorId(actor);
  const kpm = await ensureKpm(tx, subject, self, input.now);
  const waiting = (await findMovesOf(tx, subject.id)).find((one) => one.state === 'proposed');
  if (waiting !== undefined) return { kind: 'waiting', move: waiting, name };
  const to = nextStage(kpm.stage);
  if (to === undefined) return { kind: 'at-top', name };
  const evidence = await gatherEvidence(tx, kpm);
  const unmet = input.criteria[to].filter((one) => !isMet(one, evidence));
  if (unmet.length > 0 && input.sure !== true)
    return { kind: 'unmet', to, name, person: subject.id, note: input.note, unmet };
  const move: MoveRow = {
    id: newId(input.now),
    person: subject.id,
    area: subject.area,
    from: kpm.stage,
    to,
    state: 'proposed',
    evidence,
    note: input.note.slice(0, longestReason),
    proposedBy: self,
    proposedAt: input.now,
    decidedBy: null,
    decidedAt: null,
    decidedOn: null,
    reason: null,
    sinceBefore: kpm.stageSince,
  };
  await insertMove(tx, move);
  await writeAudit(tx, { at: input.now, actor: self, action: 'move.proposed', about: `move:${move.id}` });
  return { kind: 'proposed', move, name };
}

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly to: Stage }
  | { readonly kind: 'decided-before'; readonly move: MoveRow }
  | { readonly kind: 'not-found' };

/** Whoever proposed takes it back for as long as it waits. */
export async function withdrawMove(
  tx: Writer,
  actor: Actor,
  id: string,
  now: number,
): Promise<WithdrawOutcome> {
  const move = await findMove(tx, id);
  const self = actorId(actor);
  if (move === undefined || move.person === null || move.proposedBy !== self) return { kind: 'not-found' };
  if (move.state !== 'proposed') return { kind: 'decided-before', move };
  await updateMove(tx, id, { state: 'withdrawn', decidedBy: self, decidedAt: now });
  await writeAudit(tx, { at: now, actor: self, action: 'move.withdrawn', about: `move:${id}` });
  return { kind: 'withdrawn', to: move.to };
}

export type DecideOutcome =
  | { readonly kind: 'accepted' | 'declined'; readonly move: MoveRow; readonly name: string }
  | { readonly kind: 'decided-before'; readonly move: MoveRow; readonly name: string }
  /** Nobody decides on a proposal of their own. */
  | { readonly kind: 'own' }
  | { readonly kind: 'no-reason' }
  /** Not there, or in another area: one outcome. */
  | { readonly kind: 'not-found' };

export async function decideMove(
  tx: Writer,
  actor: Actor,
  input: {
    readonly id: string;
    readonly decision: 'accepted' | 'declined';
    readonly reason: string;
    readonly now: number;
    readonly today: string;
  },
): Promise<DecideOutcome> {
  const move = await findMove(tx, input.id);
  if (move === undefined || move.person === null || !mayDecideMoves(actor, move.area))
    return { kind: 'not-found' };
  const self = actorId(actor);
  const name = (await findPerson(tx, move.person))?.name ?? '';
  if (move.state !== 'proposed') return { kind: 'decided-before', move, name };
  if (move.proposedBy === self) return { kind: 'own' };
  const reason = input.reason.trim().slice(0, longestReason);
  if (reason === '') return { kind: 'no-reason' };
  const kpm = await findKpm(tx, move.person);
  if (kpm === undefined) return { kind: 'not-found' };
  const decided = {
    state: input.decision,
    decidedBy: self,
    decidedAt: input.now,
    decidedOn: input.today,
    reason,
  };
  const after: MoveRow = { ...move, ...decided, sinceBefore: kpm.stageSince };
  await updateMove(tx, move.id, { ...decided, sinceBefore: kpm.stageSince });
  if (input.decision === 'accepted') {
    await updateKpm(tx, move.person, { stage: move.to, stageSince: input.today, updatedAt: input.now });
    await countMove(tx, after, 1);
  }
  await writeAudit(tx, {
    at: input.now,
    actor: self,
    action: `move.${input.decision}`,
    about: `move:${move.id}`,
  });
  return { kind: input.decision, move: after, name };
}

export type TakeBackOutcome =
  | { readonly kind: 'taken-back'; readonly move: MoveRow }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'moved-since' }
  | { readonly kind: 'not-found' };

/** The decider takes a decision back within fifteen minutes; the proposal waits again. */
export async function takeBackDecision(
  tx: Writer,
  actor: Actor,
  id: string,
  now: number,
): Promise<TakeBackOutcome> {
  const move = await findMove(tx, id);
  const self = actorId(actor);
  if (
    move === undefined ||
    move.person === null ||
    move.decidedBy !== self ||
    !mayDecideMoves(actor, move.area)
  )
    return { kind: 'not-found' };
  if (move.state !== 'accepted' && move.state !== 'declined') return { kind: 'not-found' };
  if (now - (move.decidedAt ?? 0) > undoMs) return { kind: 'too-late' };
  const moves = await findMovesOf(tx, move.person);
  const later = moves.some((one) => one.proposedAt > move.proposedAt && one.state !== 'withdrawn');
  if (later) return { kind: 'moved-since' };
  if (move.state === 'accepted') {
    const back: { stage: Standing; stageSince: string | null } = {
      stage: move.from,
      stageSince: move.sinceBefore,
    };
    await updateKpm(tx, move.person, { ...back, updatedAt: now });
    await countMove(tx, move, -1);
  }
  const waiting = {
    state: 'proposed' as const,
    decidedBy: null,
    decidedAt: null,
    decidedOn: null,
    reason: null,
  };
  await updateMove(tx, id, waiting);
  await writeAudit(tx, { at: now, actor: self, action: 'move.taken-back', about: `move:${id}` });
  return { kind: 'taken-back', move: { ...move, ...waiting } };
}
