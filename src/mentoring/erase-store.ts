/** Queries of the sessions with one person, and the erasing of what they say. */
import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  type Reader,
  type Writer,
} from '../store/index.ts';
import { defineMentoringTables, type SessionRow } from './store.ts';

/** All sessions with a person that stand, the newest first. */
export async function findSessionsWith(read: Reader, person: string): Promise<readonly SessionRow[]> {
  const { session } = read.tables(defineMentoringTables);
  return read.db
    .select()
    .from(session)
    .where(and(eq(session.person, person), isNull(session.undoneAt)))
    .orderBy(desc(session.date), desc(session.id));
}

/** Ids of the sessions with a person, those taken back among them. */
export async function findSessionIdsWith(read: Reader, person: string): Promise<readonly string[]> {
  const { session } = read.tables(defineMentoringTables);
  const rows = await read.db.select({ id: session.id }).from(session).where(eq(session.person, person));
  return rows.map((row) => row.id);
}

/** Ids of sessions before a day (`YYYY-MM-DD`) that still say something; at most `limit`. */
export async function findToldBefore(read: Reader, date: string, limit: number): Promise<readonly string[]> {
  const { session } = read.tables(defineMentoringTables);
  const rows = await read.db
    .select({ id: session.id })
    .from(session)
    .where(
      and(
        lt(session.date, date),
        or(ne(session.note, ''), ne(session.topic, ''), isNotNull(session.turnover)),
      ),
    )
    .orderBy(asc(session.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Erases notes and turnover, and what stood there before corrections. */
export async function eraseWords(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { session, sessionVersion } = tx.tables(defineMentoringTables);
  await tx.db
    .update(session)
    .set({ note: '', turnover: null, workers: null, topic: '' })
    .where(inArray(session.id, [...ids]));
  await tx.db.delete(sessionVersion).where(inArray(sessionVersion.session, [...ids]));
}
