/** Visits to people that other features record, so that a visited person is not called unvisited. */
import { and, count, eq, gte, inArray, type Kit, max, type Reader, type Writer } from '../store/index.ts';

export const defineVisitedTables = (k: Kit) => ({
  visited: k.table(
    'visited',
    {
      /** Id of the record that says so. */
      record: k.text().primaryKey(),
      facilitator: k.text().notNull(),
      person: k.text().notNull(),
      date: k.text().notNull(),
    },
    (t) => [k.index('visited_facilitator').on(t.facilitator, t.date)],
  ),
});

export interface Visited {
  readonly record: string;
  /** Person ids. */
  readonly facilitator: string;
  readonly person: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** In the write of the record; a later call for the same record says anew what it says. */
export async function putVisited(tx: Writer, visit: Visited): Promise<void> {
  const { visited } = tx.tables(defineVisitedTables);
  const { date, facilitator, person } = visit;
  await tx.db
    .insert(visited)
    .values(visit)
    .onConflictDoUpdate({ target: [visited.record], set: { date, facilitator, person } });
}

export async function removeVisited(tx: Writer, record: string): Promise<void> {
  const { visited } = tx.tables(defineVisitedTables);
  await tx.db.delete(visited).where(eq(visited.record, record));
}

/** Whom each of these facilitators visited since a date, as `FACILITATOR PERSON`. */
export async function findNotedSince(
  read: Reader,
  facilitators: readonly string[],
  date: string,
): Promise<readonly string[]> {
  const { visited } = read.tables(defineVisitedTables);
  const rows = await read.db
    .selectDistinct({ facilitator: visited.facilitator, person: visited.person })
    .from(visited)
    .where(and(inArray(visited.facilitator, [...facilitators]), gte(visited.date, date)));
  return rows.map((row) => `${row.facilitator} ${row.person}`);
}

/** Day of the last visit to each of these people, and how many there were. */
export async function findLastNoted(
  read: Reader,
  facilitator: string,
  people: readonly string[],
): Promise<readonly { person: string; date: string; visits: number }[]> {
  if (people.length === 0) return [];
  const { visited } = read.tables(defineVisitedTables);
  const rows = await read.db
    .select({ person: visited.person, date: max(visited.date), visits: count() })
    .from(visited)
    .where(and(eq(visited.facilitator, facilitator), inArray(visited.person, [...people])))
    .groupBy(visited.person);
  return rows.map((row) => ({ person: row.person, date: row.date ?? '', visits: Number(row.visits) }));
}
