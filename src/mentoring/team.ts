/** A coordinator's team: who is in it, who is silent, and what may be corrected in their logs. */
import { type Actor, actorId, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { countSession } from './count-session.ts';
import { reopenVisits, settleVisits } from './plan-visit.ts';
import type { SessionFacts } from './session.ts';
import { findSession, markUndone, rewriteSession, type SessionRow } from './store.ts';

/** So many working days without a log are worth a call. */
export const silentDays = 7;

/** The areas that the actor leads. */
export const ledAreas = (actor: Actor): readonly string[] =>
  actor.roles.map((role) => role.area).filter((area) => mayOversee(actor, area));

export type TeamOutcome =
  | { readonly kind: 'corrected' | 'undone'; readonly session: SessionRow }
  | { readonly kind: 'unchanged' | 'undone-before'; readonly number: number }
  /** Not there, or outside the actor's area: one outcome. */
  | { readonly kind: 'not-found' };

async function findInArea(tx: Writer, actor: Actor, id: string): Promise<SessionRow | undefined> {
  const row = await findSession(tx, id);
  return row !== undefined && mayOversee(actor, row.area) ? row : undefined;
}

/** Corrects a session of the area, with a reason that its facilitator is told. */
export async function correctForTeam(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly changed: Partial<SessionFacts>; readonly reason: string },
  now: number,
): Promise<TeamOutcome> {
  const row = await findInArea(tx, actor, input.id);
  if (row === undefined) return { kind: 'not-found' };
  if (row.undoneAt !== null) return { kind: 'undone-before', number: row.number };
  const { date, kind, minutes, note, turnover } = row;
  const facts: SessionFacts = { date, kind, minutes, note, turnover, ...input.changed };
  const keys = ['date', 'kind', 'minutes', 'note', 'turnover'] as const;
  if (keys.every((key) => facts[key] === row[key])) return { kind: 'unchanged', number: row.number };
  await countSession(tx, row, -1);
  await countSession(tx, { ...row, ...facts }, 1);
  const by = actorId(actor);
  await rewriteSession(tx, {
    row,
    facts,
    person: row.person,
    area: row.area,
    actor: by,
    versionId: newId(now),
    at: now,
  });
  if (facts.date !== row.date) {
    await reopenVisits(tx, row.id);
    await settleVisits(tx, { ...row, ...facts }, now);
  }
  await writeAudit(tx, {
    at: now,
    actor: by,
    action: 'session.corrected',
    about: `session:${row.id}`,
    person: row.person,
    payload: { reason: input.reason },
  });
  return { kind: 'corrected', session: { ...row, ...facts } };
}

/** Takes a session of the area back, whenever it was logged, with a reason that its facilitator is told. */
export async function undoForTeam(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
  now: number,
): Promise<TeamOutcome> {
  const row = await findInArea(tx, actor, input.id);
  if (row === undefined) return { kind: 'not-found' };
  if (row.undoneAt !== null) return { kind: 'undone-before', number: row.number };
  await markUndone(tx, row.id, now);
  await countSession(tx, row, -1);
  await reopenVisits(tx, row.id);
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'session.undone',
    about: `session:${row.id}`,
    person: row.person,
    payload: { reason: input.reason },
  });
  return { kind: 'undone', session: row };
}
