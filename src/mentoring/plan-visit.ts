/** Plans visits, moves, ends and takes them back; a session with the person is the visit. Each runs inside the caller's write. */
import { type Actor, findInCaseload, mayLogFieldWork } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { mayPlanFor } from './visit.ts';
import {
  findPlannedWith,
  findVisit,
  findVisitsOfSession,
  insertVisit,
  updateVisit,
  type VisitRow,
} from './visit-store.ts';

export interface VisitDraft {
  readonly person: string;
  readonly date: string;
  readonly minute: number | null;
  readonly note: string;
}

export interface VisitMoment {
  readonly now: number;
  /** `YYYY-MM-DD` in the facilitator's zone. */
  readonly today: string;
}

export type VisitOutcome =
  | { readonly kind: 'planned' | 'moved' | 'done' | 'cancelled'; readonly visit: VisitRow }
  /** The same person and day are planned already. */
  | { readonly kind: 'same'; readonly visit: VisitRow }
  | { readonly kind: 'not-that-day'; readonly date: string }
  | { readonly kind: 'not-your-person' }
  | { readonly kind: 'not-allowed' }
  /** It was done, cancelled or moved before, or is somebody else's. */
  | { readonly kind: 'not-planned' };

const audit = (tx: Writer, actor: string, visit: VisitRow, what: string, now: number) =>
  writeAudit(tx, { at: now, actor, action: `visit.${what}`, about: `visit:${visit.id}` });

export async function planVisit(
  tx: Writer,
  actor: Actor,
  draft: VisitDraft,
  { now, today }: VisitMoment,
): Promise<VisitOutcome> {
  const self = actor.person;
  if (self === undefined || !mayLogFieldWork(actor)) return { kind: 'not-allowed' };
  if ((await findInCaseload(tx, self.id, draft.person)) === undefined) return { kind: 'not-your-person' };
  if (!mayPlanFor(draft.date, today)) return { kind: 'not-that-day', date: draft.date };
  const same = (await findPlannedWith(tx, self.id, draft.person)).find((one) => one.date === draft.date);
  if (same !== undefined && same.minute === draft.minute) return { kind: 'same', visit: same };
  const visit: VisitRow = {
    id: newId(now),
    facilitator: self.id,
    ...draft,
    state: 'planned',
    session: null,
    createdAt: now,
    endedAt: null,
  };
  await insertVisit(tx, visit);
  await audit(tx, self.id, visit, 'planned', now);
  return { kind: 'planned', visit };
}

async function findOwn(tx: Writer, actor: Actor, id: string): Promise<VisitRow | undefined> {
  const visit = await findVisit(tx, id);
  return visit?.state === 'planned' && visit.facilitator === actor.person?.id ? visit : undefined;
}

/** Another day, and another time where one is given. */
export async function moveVisit(
  tx: Writer,
  actor: Actor,
  to: { readonly id: string; readonly date: string; readonly minute?: number | null },
  { now, today }: VisitMoment,
): Promise<VisitOutcome> {
  const visit = await findOwn(tx, actor, to.id);
  if (visit === undefined) return { kind: 'not-planned' };
  if (!mayPlanFor(to.date, today)) return { kind: 'not-that-day', date: to.date };
  const changed = { date: to.date, minute: to.minute === undefined ? visit.minute : to.minute };
  await updateVisit(tx, visit.id, changed);
  await audit(tx, visit.facilitator, visit, 'moved', now);
  return { kind: 'moved', visit: { ...visit, ...changed } };
}

/** Ends a visit without a session: it took place, or it will not. */
export async function endVisit(
  tx: Writer,
  actor: Actor,
  end: { readonly id: string; readonly state: 'done' | 'cancelled' },
  { now }: VisitMoment,
): Promise<VisitOutcome> {
  const visit = await findOwn(tx, actor, end.id);
  if (visit === undefined) return { kind: 'not-planned' };
  await updateVisit(tx, visit.id, { state: end.state, endedAt: now });
  await audit(tx, visit.facilitator, visit, end.state, now);
  return { kind: end.state, visit: { ...visit, state: end.state } };
}

/** A session with a person is every visit that was planned with them up to its day. */
export async function settleVisits(
  tx: Writer,
  session: {
    readonly id: string;
    readonly facilitator: string;
    readonly person: string;
    readonly date: string;
  },
  now: number,
): Promise<void> {
  for (const visit of await findPlannedWith(tx, session.facilitator, session.person)) {
    if (visit.date > session.date) break;
    await updateVisit(tx, visit.id, { state: 'done', session: session.id, endedAt: now });
  }
}

/** The session was taken back, so the visits that it was are planned again. */
export async function reopenVisits(tx: Writer, session: string): Promise<void> {
  for (const visit of await findVisitsOfSession(tx, session))
    await updateVisit(tx, visit.id, { state: 'planned', session: null, endedAt: null });
}
