/** Tables and queries of planned visits, and of when each person was visited last. */
import {
  and,
  asc,
  eq,
  inArray,
  isNull,
  type Kit,
  lte,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import { defineMentoringTables } from './store.ts';
import type { VisitState } from './visit.ts';

export const defineVisitTables = (k: Kit) => ({
  visit: k.table(
    'visit',
    {
      id: k.text().primaryKey(),
      facilitator: k.text().notNull(),
      person: k.text().notNull(),
      date: k.text().notNull(),
      /** Minute of the day in the facilitator's zone; null for the whole day. */
      minute: k.whole(),
      note: k.text().notNull(),
      state: k.text().$type<VisitState>().notNull(),
      /** The session, or another feature's record, that was the visit. */
      session: k.text(),
      createdAt: k.instant().notNull(),
      endedAt: k.instant(),
    },
    (t) => [
      k.index('visit_planned').on(t.facilitator, t.state, t.date),
      k.index('visit_person').on(t.person, t.state),
      k.index('visit_session').on(t.session),
      k.index('visit_ended').on(t.endedAt),
    ],
  ),
});

export type VisitRow = ReturnType<typeof defineVisitTables>['visit']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

export async function insertVisit(tx: Writer, row: VisitRow): Promise<void> {
  const { visit } = tx.tables(defineVisitTables);
  await tx.db.insert(visit).values(row);
}

export async function updateVisit(
  tx: Writer,
  id: string,
  changed: Partial<Pick<VisitRow, 'date' | 'minute' | 'state' | 'session' | 'endedAt'>>,
): Promise<void> {
  const { visit } = tx.tables(defineVisitTables);
  await tx.db.update(visit).set(changed).where(eq(visit.id, id));
}

export async function findVisit(read: Reader, id: string): Promise<VisitRow | undefined> {
  const { visit } = read.tables(defineVisitTables);
  const [row] = await read.db.select().from(visit).where(eq(visit.id, id));
  return row;
}

const selectPlanned = (r: Reader) => {
  const { visit } = r.tables(defineVisitTables);
  return r.db
    .select()
    .from(visit)
    .where(and(eq(visit.facilitator, p('facilitator')), eq(visit.state, 'planned')))
    .orderBy(asc(visit.date), sql`coalesce(${visit.minute}, -1)`, asc(visit.id))
    .limit(200)
    .prepare();
};

/** What a facilitator has planned, the earliest first; at most 200. */
export const findPlannedVisits = (read: Reader, facilitator: string): Promise<readonly VisitRow[]> =>
  read.prepared(selectPlanned).execute({ facilitator });

const selectPlannedWith = (r: Reader) => {
  const { visit } = r.tables(defineVisitTables);
  return r.db
    .select()
    .from(visit)
    .where(
      and(eq(visit.person, p('person')), eq(visit.state, 'planned'), eq(visit.facilitator, p('facilitator'))),
    )
    .orderBy(asc(visit.date), asc(visit.id))
    .prepare();
};

/** What a facilitator has planned with one person, the earliest first. */
export const findPlannedWith = (
  read: Reader,
  facilitator: string,
  person: string,
): Promise<readonly VisitRow[]> => read.prepared(selectPlannedWith).execute({ facilitator, person });

/** What is planned with a person, by whomever. */
export async function findPlannedOf(read: Reader, person: string): Promise<readonly VisitRow[]> {
  const { visit } = read.tables(defineVisitTables);
  return read.db
    .select()
    .from(visit)
    .where(and(eq(visit.person, person), eq(visit.state, 'planned')))
    .orderBy(asc(visit.date), asc(visit.id));
}

/** What these facilitators have planned up to a day. */
export async function findPlannedUntil(
  read: Reader,
  facilitators: readonly string[],
  date: string,
): Promise<readonly VisitRow[]> {
  const { visit } = read.tables(defineVisitTables);
  return read.db
    .select()
    .from(visit)
    .where(
      and(inArray(visit.facilitator, [...facilitators]), eq(visit.state, 'planned'), lte(visit.date, date)),
    )
    .orderBy(asc(visit.date), sql`coalesce(${visit.minute}, -1)`, asc(visit.id));
}

/** Visits that a session was. */
export async function findVisitsOfSession(read: Reader, session: string): Promise<readonly VisitRow[]> {
  const { visit } = read.tables(defineVisitTables);
  return read.db.select().from(visit).where(eq(visit.session, session));
}

/** What was planned with a person goes along to another facilitator. */
export async function handVisits(tx: Writer, person: string, from: string, to: string): Promise<void> {
  const { visit } = tx.tables(defineVisitTables);
  await tx.db
    .update(visit)
    .set({ facilitator: to })
    .where(and(eq(visit.person, person), eq(visit.facilitator, from), eq(visit.state, 'planned')));
}

/** Forgets what was planned with a person. */
export async function removeVisitsWith(tx: Writer, person: string): Promise<number> {
  const { visit } = tx.tables(defineVisitTables);
  const rows = await tx.db.select({ id: visit.id }).from(visit).where(eq(visit.person, person));
  await tx.db.delete(visit).where(eq(visit.person, person));
  return rows.length;
}

/** Forgets a batch of visits that ended before a moment; how many. */
export async function forgetVisits(tx: Writer, before: number, limit: number): Promise<number> {
  const { visit } = tx.tables(defineVisitTables);
  const rows = await tx.db
    .select({ id: visit.id })
    .from(visit)
    .where(sql`${visit.endedAt} < ${before}`)
    .limit(limit);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await tx.db.delete(visit).where(inArray(visit.id, ids));
  return ids.length;
}

const selectLastVisit = (r: Reader) => {
  const { session } = r.tables(defineMentoringTables);
  return r.db
    .select({ date: session.date })
    .from(session)
    .where(
      and(
        eq(session.facilitator, p('facilitator')),
        eq(session.person, p('person')),
        isNull(session.undoneAt),
      ),
    )
    .orderBy(sql`${session.date} desc`)
    .limit(1)
    .prepare();
};

/**
 * The day of the last session with each of these people. One step down an index a person, so that it takes the same
 * however many sessions there are.
 */
export async function findLastDays(
  read: Reader,
  facilitator: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const days = new Map<string, string>();
  for (const person of people) {
    const [row] = await read.prepared(selectLastVisit).execute({ facilitator, person });
    if (row !== undefined) days.set(person, row.date);
  }
  return days;
}

const selectWith = (r: Reader) => {
  const { session } = r.tables(defineMentoringTables);
  return r.db
    .select()
    .from(session)
    .where(
      and(
        eq(session.facilitator, p('facilitator')),
        eq(session.person, p('person')),
        isNull(session.undoneAt),
      ),
    )
    .orderBy(sql`${session.date} desc`, sql`${session.number} desc`)
    .limit(p('limit'))
    .offset(p('offset'))
    .prepare();
};

/** A facilitator's sessions with one person, the newest first. */
export const findSessionsOfPair = (
  read: Reader,
  key: { facilitator: string; person: string; limit: number; offset: number },
) => read.prepared(selectWith).execute(key);
