/** Queries of the monthly report: sessions of many facilitators between two dates. */
import { and, asc, count, gte, inArray, isNull, lte, max, type Reader, sql } from '../store/index.ts';
import { defineMentoringTables, type SessionRow } from './store.ts';

interface Range {
  readonly facilitators: readonly string[];
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

const within = (read: Reader, { facilitators, from, to }: Range) => {
  const { session } = read.tables(defineMentoringTables);
  return and(
    inArray(session.facilitator, [...facilitators]),
    gte(session.date, from),
    lte(session.date, to),
    isNull(session.undoneAt),
  );
};

/** All that stand, by facilitator and date. */
export async function findSessionsOf(read: Reader, range: Range): Promise<readonly SessionRow[]> {
  const { session } = read.tables(defineMentoringTables);
  return read.db
    .select()
    .from(session)
    .where(within(read, range))
    .orderBy(asc(session.facilitator), asc(session.date), asc(session.number));
}

export interface Work {
  readonly sessions: number;
  readonly people: number;
  readonly minutes: number;
  /** `YYYY-MM-DD` of the newest session. */
  readonly last: string;
}

/** What each of these facilitators did; those without a session are absent. */
export async function sumWork(read: Reader, range: Range): Promise<ReadonlyMap<string, Work>> {
  const { session } = read.tables(defineMentoringTables);
  const rows = await read.db
    .select({
      facilitator: session.facilitator,
      sessions: count(),
      people: sql<number>`count(distinct ${session.person})`,
      minutes: sql<number>`sum(${session.minutes})`,
      last: max(session.date),
    })
    .from(session)
    .where(within(read, range))
    .groupBy(session.facilitator);
  return new Map(
    rows.map((row) => [
      row.facilitator,
      {
        sessions: Number(row.sessions),
        people: Number(row.people),
        minutes: Number(row.minutes),
        last: row.last ?? '',
      },
    ]),
  );
}
