/** Queries of the tally: work done, counted as it is recorded. */
import { and, asc, eq, gt, gte, inArray, lte, or, type Reader, sql, type Writer } from '../store/index.ts';
import { defineTargetTables } from './store.ts';

const p = (name: string) => sql.placeholder(name);

/** Statements by how many rows they add to; a constant builder each, so that each is prepared once. */
const upserts = new Map<number, (r: Reader) => ReturnType<typeof buildUpsert>>();

const buildUpsert = (r: Reader, rowCount: number) => {
  const { tally } = r.tables(defineTargetTables);
  const rows = Array.from({ length: rowCount }, (_row, at) => ({
    indicator: p(`indicator${at}`),
    scope: p(`scope${at}`),
    month: p('month'),
    n: p(`by${at}`),
  }));
  return r.db
    .insert(tally)
    .values(rows)
    .onConflictDoUpdate({
      target: [tally.indicator, tally.scope, tally.month],
      set: { n: sql`${tally.n} + excluded.n` },
    })
    .prepare();
};

/** Adds to the tally of one or more indicators, in the same scopes and month, in one statement. */
export async function addToTally(
  tx: Writer,
  added: {
    readonly counts: readonly { readonly indicator: string; readonly by: number }[];
    readonly scopes: readonly string[];
    readonly month: string;
  },
): Promise<void> {
  const values: Record<string, string | number> = { month: added.month };
  let at = 0;
  for (const { by, indicator } of added.counts) {
    for (const scope of added.scopes) {
      values[`indicator${at}`] = indicator;
      values[`scope${at}`] = scope;
      values[`by${at}`] = by;
      at++;
    }
  }
  if (at === 0) return;
  const rowCount = at;
  const known = upserts.get(rowCount);
  const upsert = known ?? ((r: Reader) => buildUpsert(r, rowCount));
  if (known === undefined) upserts.set(rowCount, upsert);
  await tx.prepared(upsert).execute(values);
}

const selectOfScope = (r: Reader) => {
  const { tally } = r.tables(defineTargetTables);
  return r.db
    .select({ indicator: tally.indicator, month: tally.month, n: tally.n })
    .from(tally)
    .where(and(eq(tally.scope, p('scope')), gte(tally.month, p('from')), lte(tally.month, p('to'))))
    .prepare();
};

export interface MonthCount {
  readonly indicator: string;
  readonly month: string;
  readonly n: number;
}

/** Everything counted for one scope between two months (`YYYY-MM`, both included). */
export const findCounts = (
  read: Reader,
  scope: string,
  months: { readonly from: string; readonly to: string },
): Promise<readonly MonthCount[]> => read.prepared(selectOfScope).execute({ scope, ...months });

/** One indicator summed over months, for many scopes; scopes without work are absent. */
export async function sumCounts(
  read: Reader,
  indicator: string,
  scopes: readonly string[],
  months: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, number>> {
  if (scopes.length === 0) return new Map();
  const { tally } = read.tables(defineTargetTables);
  const rows = await read.db
    .select({ scope: tally.scope, n: sql<number>`sum(${tally.n})` })
    .from(tally)
    .where(
      and(
        eq(tally.indicator, indicator),
        inArray(tally.scope, [...scopes]),
        gte(tally.month, months.from),
        lte(tally.month, months.to),
      ),
    )
    .groupBy(tally.scope);
  return new Map(rows.map((row) => [row.scope, Number(row.n)]));
}

/** What was counted in the whole country in a year, for some indicators; those without work are absent. */
export async function countInYear(
  read: Reader,
  indicators: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, number>> {
  const totals = new Map<string, number>();
  if (indicators.length === 0) return totals;
  for (const one of await findCounts(read, 'ID', { from: `${year}-01`, to: `${year}-12` }))
    if (indicators.includes(one.indicator))
      totals.set(one.indicator, (totals.get(one.indicator) ?? 0) + one.n);
  return totals;
}

export type TallyRow = MonthCount & { readonly scope: string };

/** The tally in the order of its key, `limit` rows after the one given. */
export async function findTallyAfter(
  read: Reader,
  after: Pick<TallyRow, 'indicator' | 'scope' | 'month'>,
  limit: number,
): Promise<readonly TallyRow[]> {
  const { tally } = read.tables(defineTargetTables);
  return read.db
    .select()
    .from(tally)
    .where(
      or(
        gt(tally.indicator, after.indicator),
        and(eq(tally.indicator, after.indicator), gt(tally.scope, after.scope)),
        and(eq(tally.indicator, after.indicator), eq(tally.scope, after.scope), gt(tally.month, after.month)),
      ),
    )
    .orderBy(asc(tally.indicator), asc(tally.scope), asc(tally.month))
    .limit(limit);
}

export async function clearTally(tx: Writer): Promise<void> {
  const { tally } = tx.tables(defineTargetTables);
  await tx.db.delete(tally);
}

export async function insertTally(tx: Writer, rows: readonly TallyRow[]): Promise<void> {
  const { tally } = tx.tables(defineTargetTables);
  const batch = 200;
  for (let from = 0; from < rows.length; from += batch)
    await tx.db.insert(tally).values(rows.slice(from, from + batch));
}
