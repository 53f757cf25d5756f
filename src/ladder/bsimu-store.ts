/** Queries of BSiMU receipts. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  max,
  ne,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { Funding } from './stage.ts';
import { type BsimuRow, defineLadderTables } from './store.ts';

/** Stores a receipt under the recorder's next number. */
export async function insertBsimu(tx: Writer, row: Omit<BsimuRow, 'number' | 'undoneAt'>): Promise<BsimuRow> {
  const { bsimu } = tx.tables(defineLadderTables);
  const [found] = await tx.db
    .select({ last: max(bsimu.number) })
    .from(bsimu)
    .where(eq(bsimu.recordedBy, row.recordedBy));
  const stored: BsimuRow = { ...row, number: Number(found?.last ?? 0) + 1, undoneAt: null };
  await tx.db.insert(bsimu).values(stored);
  return stored;
}

export async function findBsimu(read: Reader, id: string): Promise<BsimuRow | undefined> {
  const { bsimu } = read.tables(defineLadderTables);
  const [row] = await read.db.select().from(bsimu).where(eq(bsimu.id, id));
  return row;
}

/** Receipts of a person that stand, the oldest first. */
export async function findBsimuOf(read: Reader, person: string): Promise<readonly BsimuRow[]> {
  const { bsimu } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(bsimu)
    .where(and(eq(bsimu.person, person), isNull(bsimu.undoneAt)))
    .orderBy(asc(bsimu.date), asc(bsimu.id));
}

/** The receipt made from a message. */
export async function findBsimuBySource(read: Reader, source: string): Promise<BsimuRow | undefined> {
  const { bsimu } = read.tables(defineLadderTables);
  const [row] = await read.db
    .select()
    .from(bsimu)
    .where(eq(bsimu.source, source))
    .orderBy(desc(bsimu.createdAt))
    .limit(1);
  return row;
}

export async function rewriteBsimu(
  tx: Writer,
  id: string,
  set: Pick<BsimuRow, 'person' | 'area' | 'date' | 'amount' | 'funding' | 'note'>,
): Promise<void> {
  const { bsimu } = tx.tables(defineLadderTables);
  await tx.db.update(bsimu).set(set).where(eq(bsimu.id, id));
}

export async function undoBsimuRow(tx: Writer, id: string, at: number): Promise<void> {
  const { bsimu } = tx.tables(defineLadderTables);
  await tx.db.update(bsimu).set({ undoneAt: at }).where(eq(bsimu.id, id));
}

export async function findBsimuAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly BsimuRow[]> {
  const { bsimu } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(bsimu)
    .where(and(gt(bsimu.id, after), isNull(bsimu.undoneAt)))
    .orderBy(asc(bsimu.id))
    .limit(limit);
}

/** The receipt that somebody recorded last. */
export async function findLastBsimu(read: Reader, recordedBy: string): Promise<BsimuRow | undefined> {
  const { bsimu } = read.tables(defineLadderTables);
  const [row] = await read.db
    .select()
    .from(bsimu)
    .where(eq(bsimu.recordedBy, recordedBy))
    .orderBy(desc(bsimu.number))
    .limit(1);
  return row;
}

/** What these people recorded as received between two days, the oldest first. */
export async function findBsimuBetween(
  read: Reader,
  key: { readonly recorders: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly BsimuRow[]> {
  const { bsimu } = read.tables(defineLadderTables);
  return read.db
    .select()
    .from(bsimu)
    .where(
      and(
        inArray(bsimu.recordedBy, [...key.recorders]),
        gte(bsimu.date, key.from),
        lte(bsimu.date, key.to),
        isNull(bsimu.undoneAt),
      ),
    )
    .orderBy(asc(bsimu.date), asc(bsimu.id));
}

/** How many receipts were recorded since a moment. */
export async function countBsimuSince(read: Reader, since: number): Promise<number> {
  const { bsimu } = read.tables(defineLadderTables);
  const [row] = await read.db
    .select({ n: count() })
    .from(bsimu)
    .where(and(gte(bsimu.createdAt, since), isNull(bsimu.undoneAt)));
  return Number(row?.n ?? 0);
}

/** Receipts by area, recorder and month. */
export async function recountBsimu(
  read: Reader,
  fundings: readonly Funding[],
): Promise<readonly { area: string; person: string; month: string; n: number }[]> {
  const { bsimu } = read.tables(defineLadderTables);
  const month = sql<string>`substr(${bsimu.date}, 1, 7)`;
  const rows = await read.db
    .select({ area: bsimu.area, person: bsimu.recordedBy, month, n: count() })
    .from(bsimu)
    .where(and(inArray(bsimu.funding, [...fundings]), isNull(bsimu.undoneAt)))
    .groupBy(bsimu.area, bsimu.recordedBy, month);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Forgets notes of receipts before a day (`YYYY-MM-DD`); returns how many. */
export async function forgetBsimuNotes(tx: Writer, before: string, limit: number): Promise<number> {
  const { bsimu } = tx.tables(defineLadderTables);
  const rows = await tx.db
    .select({ id: bsimu.id })
    .from(bsimu)
    .where(and(lt(bsimu.date, before), ne(bsimu.note, '')))
    .orderBy(asc(bsimu.id))
    .limit(limit);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await tx.db.update(bsimu).set({ note: '' }).where(inArray(bsimu.id, ids));
  return ids.length;
}
