/** What staff do with questions that ask the same: answer them all, tell those who came later, dismiss them. */
import { type Actor, actorId, mayWorkAtDesk } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import type { GroupAnswer } from './group.ts';
import { type AskerRow, findGroup, findUntold, type GroupRow, markTold, updateGroup } from './group-store.ts';
import type { DeskKnowledge, Objection } from './knowledge.ts';
import { findWaitingOfGroup, insertMessage, updateHandover } from './store.ts';

export type GroupOutcome =
  | {
      readonly kind: 'answered' | 'told';
      readonly row: GroupRow;
      readonly told: readonly AskerRow[];
      /** Ids of hand-overs that this answered as well. */
      readonly handovers: readonly string[];
    }
  | { readonly kind: 'dismissed'; readonly row: GroupRow }
  /** The words may not go to anybody as they are; nothing was stored. */
  | { readonly kind: 'refused'; readonly objections: readonly Objection[] }
  /** Answered, dismissed or forgotten by somebody else meanwhile. */
  | { readonly kind: 'settled-before'; readonly row: GroupRow }
  /** No staff member, or no such group: one outcome. */
  | { readonly kind: 'not-allowed' };

async function meet(tx: Writer, actor: Actor, id: string): Promise<GroupRow | undefined> {
  if (actor.person === undefined || !mayWorkAtDesk(actor)) return undefined;
  return findGroup(tx, id);
}

const audit = (tx: Writer, actor: Actor, action: string, id: string, at: number, payload?: unknown) =>
  writeAudit(tx, {
    at,
    actor: actorId(actor),
    action,
    about: `question-group:${id}`,
    ...(payload === undefined ? {} : { payload }),
  });

/** Everybody who waits, as they were before their addresses are forgotten. */
async function tellUntold(tx: Writer, id: string, now: number): Promise<readonly AskerRow[]> {
  const waiting = await findUntold(tx, id);
  await markTold(tx, id, now);
  return waiting;
}

/** Whoever asked a human the same has the answer now too; their card says so. */
async function answerHandovers(
  tx: Writer,
  actor: Actor,
  group: string,
  text: string,
  now: number,
): Promise<readonly string[]> {
  const waiting = await findWaitingOfGroup(tx, group);
  const staff = actor.person?.id ?? null;
  for (const { id, takenBy } of waiting) {
    await insertMessage(tx, { id: newId(now), handover: id, at: now, staff, text });
    await updateHandover(tx, id, { state: 'answered', takenBy: takenBy ?? staff, answeredAt: now });
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'handover.answered',
      about: `handover:${id}`,
    });
  }
  return waiting.map((row) => row.id);
}

/** What an answer may not say, in either language. */
function objectionsTo(knowledge: DeskKnowledge, answer: GroupAnswer): readonly Objection[] {
  const found: Objection[] = [];
  for (const field of ['id', 'en'] as const) {
    const objection = knowledge.forbids(answer[field] ?? '');
    if (objection !== undefined) found.push({ ...objection, field });
  }
  const { topic } = answer;
  if (topic !== undefined && knowledge.topic(topic) === undefined)
    found.push({ key: 'desk-objection-no-topic', field: 'topic', args: { topic } });
  return found;
}

/**
 * Answers everybody in the group; the caller tells those named in the outcome, once each. An answer given before is
 * replaced for those who have not got it and for adoption; nobody is told twice.
 */
export async function answerGroup(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly answer: GroupAnswer; readonly now: number },
  knowledge: DeskKnowledge,
): Promise<GroupOutcome> {
  const { answer, id, now } = input;
  const row = await meet(tx, actor, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state === 'expired') return { kind: 'settled-before', row };
  const objections = objectionsTo(knowledge, answer);
  if (objections.length > 0) return { kind: 'refused', objections };
  const change = {
    state: 'answered' as const,
    answer,
    answeredBy: actor.person?.id ?? null,
    answeredAt: now,
    changedAt: now,
    stale: true,
  };
  const told = await tellUntold(tx, id, now);
  await updateGroup(tx, id, change);
  await audit(
    tx,
    actor,
    row.state === 'answered' ? 'question-group.revised' : 'question-group.answered',
    id,
    now,
    { told: told.length, source: answer.source },
  );
  const handovers = await answerHandovers(tx, actor, id, answer.id, now);
  return { kind: 'answered', row: { ...row, ...change }, told, handovers };
}

/** The same answer to those who asked after it was given. */
export async function tellLater(tx: Writer, actor: Actor, id: string, now: number): Promise<GroupOutcome> {
  const row = await meet(tx, actor, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state !== 'answered') return { kind: 'settled-before', row };
  const told = await tellUntold(tx, id, now);
  await updateGroup(tx, id, { changedAt: now, stale: true });
  await audit(tx, actor, 'question-group.told', id, now, { told: told.length });
  const handovers = await answerHandovers(tx, actor, id, row.answer?.id ?? '', now);
  return { kind: 'told', row, told, handovers };
}

/** Nothing for this bot. Nobody is told; the same question opens no card again. */
export async function dismissGroup(tx: Writer, actor: Actor, id: string, now: number): Promise<GroupOutcome> {
  const row = await meet(tx, actor, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state !== 'open') return { kind: 'settled-before', row };
  await updateGroup(tx, id, { state: 'dismissed', changedAt: now, stale: true });
  await audit(tx, actor, 'question-group.dismissed', id, now);
  return { kind: 'dismissed', row: { ...row, state: 'dismissed' } };
}
