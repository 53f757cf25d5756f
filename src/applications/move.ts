/** Moves applications from stage to stage and notes missing papers. Each runs inside the caller's write. */
import { toDate } from '../language/calendar.ts';
import { zoneOfArea } from '../language/locale.ts';
import { type Actor, actorId } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import {
  checkMove,
  longestReason,
  type MoveCheck,
  type MoveName,
  mayAskPapers,
  moves,
} from './application.ts';
import { countApproved } from './count-approved.ts';
import { standingOf } from './standing.ts';
import { type ApplicationRow, findApplication, insertStep, updateApplication } from './store.ts';

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly row: ApplicationRow; readonly move: MoveName }
  | {
      readonly kind: Exclude<MoveCheck, 'may' | 'not-theirs'>;
      readonly row: ApplicationRow;
    }
  /** No such number, or not theirs: one outcome, and both are audited alike. */
  | { readonly kind: 'not-there' };

export interface MoveInput {
  readonly number: string;
  readonly move: MoveName;
  readonly reason?: string;
  readonly now: number;
}

const refuse = async (tx: Writer, actor: Actor, row: ApplicationRow | undefined, now: number) => {
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'application.refused',
    about: row === undefined ? 'application:unknown' : `application:${row.id}`,
  });
  return { kind: 'not-there' } as const;
};

/** Makes one move after its rights and the present stage were checked again. */
export async function moveApplication(tx: Writer, actor: Actor, input: MoveInput): Promise<MoveOutcome> {
  const { move, now, number } = input;
  const reason = input.reason?.trim().slice(0, longestReason);
  const row = await findApplication(tx, number);
  if (row === undefined) return refuse(tx, actor, undefined, now);
  const check = checkMove(move, row, await standingOf(tx, actor, row), reason);
  if (check === 'not-theirs') return refuse(tx, actor, row, now);
  if (check !== 'may') return { kind: check, row };
  const moved = await storeMove(tx, row, { move, reason: reason ?? null, actor: actorId(actor), now });
  return { kind: 'moved', row: moved, move };
}

/** Stores a move that was checked: the stage, its step, the count and the audit. */
export async function storeMove(
  tx: Writer,
  row: ApplicationRow,
  made: {
    readonly move: MoveName;
    readonly reason: string | null;
    readonly actor: string;
    readonly now: number;
  },
): Promise<ApplicationRow> {
  const { actor, move, now, reason } = made;
  const stage = moves[move].to;
  const approvedOn = move === 'approve' ? toDate(now, zoneOfArea(row.area)) : row.approvedOn;
  const change = {
    stage,
    stageAt: now,
    approvedOn,
    ...(reason === null ? {} : { reason }),
    ...(stage === 'withdrawn' ? { codeHash: null } : {}),
  };
  await updateApplication(tx, row.id, change);
  await insertStep(tx, { id: newId(now), application: row.id, at: now, actor, stage, what: move, reason });
  const after = { ...row, ...change };
  if (move === 'approve') await countApproved(tx, after, 1);
  await writeAudit(tx, {
    at: now,
    actor,
    action: `application.${move}`,
    about: `application:${row.id}`,
    ...(row.person === null ? {} : { person: row.person }),
    ...(reason === null ? {} : { payload: { reason } }),
  });
  return after;
}

/** Notes which papers are missing; an empty list says that all have come. */
export async function notePapers(
  tx: Writer,
  actor: Actor,
  input: { readonly number: string; readonly missing: readonly string[]; readonly now: number },
): Promise<
  { readonly kind: 'noted' | 'stale' | 'own'; readonly row: ApplicationRow } | { readonly kind: 'not-there' }
> {
  const { missing, now, number } = input;
  const row = await findApplication(tx, number);
  if (row === undefined) return refuse(tx, actor, undefined, now);
  const standing = await standingOf(tx, actor, row);
  if (!standing.handles) return refuse(tx, actor, row, now);
  if (standing.own) return { kind: 'own', row };
  if (!mayAskPapers(row.stage, standing)) return { kind: 'stale', row };
  await updateApplication(tx, row.id, { missing, hasMissing: missing.length > 0 });
  await insertStep(tx, {
    id: newId(now),
    application: row.id,
    at: now,
    actor: actorId(actor),
    stage: row.stage,
    what: missing.length > 0 ? 'papers' : 'papers-complete',
    reason: missing.length > 0 ? missing.join(', ') : null,
  });
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'application.papers',
    about: `application:${row.id}`,
    ...(row.person === null ? {} : { person: row.person }),
    payload: { missing },
  });
  return { kind: 'noted', row: { ...row, missing, hasMissing: missing.length > 0 } };
}
