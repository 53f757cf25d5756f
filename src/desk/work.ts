/** What staff do with a card: take it, answer, close it. Rights and state are checked on every call. */
import type { Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { type Actor, actorId, mayWorkAtDesk } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { markToldOne } from './group-store.ts';
import { longestText, silentHours } from './handover.ts';
import { findHandover, type HandoverRow, insertMessage, updateHandover } from './store.ts';

export type DeskOutcome =
  | { readonly kind: 'taken' | 'closed'; readonly row: HandoverRow }
  | { readonly kind: 'replied'; readonly row: HandoverRow; readonly message: string }
  /** Somebody else has it; a reply is still possible. */
  | { readonly kind: 'taken-before'; readonly row: HandoverRow }
  | { readonly kind: 'closed-before'; readonly row: HandoverRow }
  /** No staff member, or no such card: one outcome. */
  | { readonly kind: 'not-allowed' };

async function meet(tx: Writer, actor: Actor, id: string): Promise<HandoverRow | undefined> {
  if (actor.person === undefined || !mayWorkAtDesk(actor)) return undefined;
  return findHandover(tx, id);
}

const audit = (tx: Writer, actor: Actor, action: string, id: string, at: number) =>
  writeAudit(tx, { at, actor: actorId(actor), action, about: `handover:${id}` });

export async function takeHandover(tx: Writer, actor: Actor, id: string, now: number): Promise<DeskOutcome> {
  const row = await meet(tx, actor, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state === 'closed') return { kind: 'closed-before', row };
  if (row.takenBy !== null && row.takenBy !== actor.person?.id) return { kind: 'taken-before', row };
  const takenBy = actor.person?.id ?? null;
  const state = row.state === 'waiting' ? 'taken' : row.state;
  await updateHandover(tx, id, { state, takenBy });
  await audit(tx, actor, 'handover.taken', id, now);
  return { kind: 'taken', row: { ...row, state, takenBy } };
}

export interface ReplyInput {
  readonly id: string;
  /** For the person, identity numbers already masked. */
  readonly text: string;
  readonly now: number;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

/** Answers the person; whoever answers first has taken the card. */
export async function replyHandover(tx: Writer, actor: Actor, input: ReplyInput): Promise<DeskOutcome> {
  const { id, now } = input;
  const row = await meet(tx, actor, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state === 'closed') return { kind: 'closed-before', row };
  const takenBy = row.takenBy ?? actor.person?.id ?? null;
  const message = newId(now);
  await insertMessage(tx, {
    id: message,
    handover: id,
    at: now,
    staff: actor.person?.id ?? null,
    text: [...input.text].slice(0, longestText).join(''),
  });
  const silentUntil = input.calendar.addWorkingHours(now, silentHours, input.zone);
  await updateHandover(tx, id, { state: 'answered', takenBy, answeredAt: now, silentUntil });
  // Whoever got an answer of their own is not told the group's as well.
  if (row.group !== null) await markToldOne(tx, row.group, row.conversation, now);
  await audit(tx, actor, 'handover.answered', id, now);
  return {
    kind: 'replied',
    row: { ...row, state: 'answered', takenBy, answeredAt: now, silentUntil },
    message,
  };
}

export async function closeHandover(tx: Writer, actor: Actor, id: string, now: number): Promise<DeskOutcome> {
  const row = await meet(tx, actor, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state === 'closed') return { kind: 'closed-before', row };
  await updateHandover(tx, id, { state: 'closed', closedAt: now });
  await audit(tx, actor, 'handover.closed', id, now);
  return { kind: 'closed', row: { ...row, state: 'closed', closedAt: now } };
}

/** The one who asked needs no more help. Only from the conversation the question came from. */
export async function endByAsker(
  tx: Writer,
  actor: Actor,
  id: string,
  conversation: string,
  now: number,
): Promise<DeskOutcome> {
  const row = await findHandover(tx, id);
  if (row === undefined || row.conversation !== conversation) return { kind: 'not-allowed' };
  if (row.state === 'closed') return { kind: 'closed-before', row };
  await updateHandover(tx, id, { state: 'closed', closedAt: now });
  await audit(tx, actor, 'handover.ended-by-asker', id, now);
  return { kind: 'closed', row: { ...row, state: 'closed', closedAt: now } };
}
