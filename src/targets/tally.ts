/**
 * The tally of work done. Whoever records work that targets are set on calls `countTowards` in the same write, so that a
 * target is answered from a handful of rows however many records there are.
 */
import type { IndicatorSpec } from '../feature.ts';
import { areasAround } from '../language/areas.ts';
import { monthOf } from '../language/calendar.ts';
import { findMark, inBatches, type Reader, setMark, type Writer } from '../store/index.ts';
import { countedAs, type Indicators } from './indicator.ts';
import { findReportsAfter } from './store.ts';
import { addToTally, clearTally, findTallyAfter, insertTally, type TallyRow } from './tally-store.ts';
import { personScope } from './target.ts';

interface Counted {
  /** Ids of IndicatorSpecs, such as `sessions`, each with how much is added; below zero takes away. */
  readonly counts: readonly { readonly indicator: string; readonly by: number }[];
  /** Where it was done: the code of the smallest area known. */
  readonly area: string;
  /** Who did it, a person id; null where nobody in particular did. */
  readonly person: string | null;
  /** `YYYY-MM-DD`, the day it was done. */
  readonly date: string;
}

const scopesOf = (area: string, person: string | null): readonly string[] => [
  ...areasAround(area),
  ...(person === null ? [] : [personScope(person)]),
];

/** Counts work in the write that records it. A correction takes the old away and adds the new. */
export async function countTowards(tx: Writer, { area, counts, date, person }: Counted): Promise<void> {
  const added = counts.filter(({ by }) => by !== 0);
  await addToTally(tx, { counts: added, scopes: scopesOf(area, person), month: monthOf(date) });
}

const markName = 'targets.tally';
/** Changes with the list of indicators, so that a new one is counted from its old records too. */
const markOf = (specs: readonly IndicatorSpec[]): string =>
  `1 ${specs
    .map((spec) => spec.id)
    .sort()
    .join(' ')}`;

const keyOf = (row: Omit<TallyRow, 'n'>): string => `${row.indicator}\n${row.scope}\n${row.month}`;

async function* reported(read: Reader, indicators: Indicators) {
  for await (const rows of inBatches((after) => findReportsAfter(read, after, 1_000))) {
    for (const row of rows) {
      const indicator = indicators.find(row.indicator);
      if (indicator !== undefined) yield { ...row, indicator: countedAs(indicator, row.funding) };
    }
  }
}

/**
 * What the tally should hold by what was recorded, one indicator after the other, so that only one stands in memory.
 * Yields the name counted under and its rows by key.
 */
async function* recount(
  read: Reader,
  indicators: Indicators,
): AsyncGenerator<readonly [string, Map<string, TallyRow>]> {
  const adder = (name: string, rows: Map<string, TallyRow>) => {
    return (area: string, person: string | null, month: string, n: number) => {
      for (const scope of scopesOf(area, person)) {
        const row = { indicator: name, scope, month };
        const key = keyOf(row);
        rows.set(key, { ...row, n: (rows.get(key)?.n ?? 0) + n });
      }
    };
  };
  for (const spec of indicators.specs) {
    const rows = new Map<string, TallyRow>();
    const add = adder(spec.id, rows);
    for await (const one of spec.recount(read)) add(one.area, one.person, one.month, one.n);
    yield [spec.id, rows];
  }
  const byName = new Map<string, Map<string, TallyRow>>();
  for await (const one of reported(read, indicators)) {
    const rows = byName.get(one.indicator) ?? new Map<string, TallyRow>();
    byName.set(one.indicator, rows);
    adder(one.indicator, rows)(one.area, null, one.month, one.number);
  }
  yield* byName;
}

/** Counts everything anew. Reads every record once and holds up other writes meanwhile. */
export async function rebuildTally(tx: Writer, indicators: Indicators): Promise<void> {
  await clearTally(tx);
  for await (const [, rows] of recount(tx, indicators)) await insertTally(tx, [...rows.values()]);
  await setMark(tx, markName, markOf(indicators.specs));
}

/** True when the tally was made for other indicators, or before there was one. */
export const isTallyStale = async (read: Reader, indicators: Indicators): Promise<boolean> =>
  (await findMark(read, markName)) !== markOf(indicators.specs);

export interface TallyDifference extends Omit<TallyRow, 'n'> {
  readonly kept: number;
  readonly counted: number;
}

/** Where the tally says something else than the records; at most `limit`. */
export async function findTallyDifferences(
  read: Reader,
  indicators: Indicators,
  limit = 20,
): Promise<readonly TallyDifference[]> {
  const found: TallyDifference[] = [];
  for await (const [indicator, counted] of recount(read, indicators)) {
    let after: Omit<TallyRow, 'n'> | undefined = { indicator, scope: '', month: '' };
    while (after !== undefined) {
      const page: readonly TallyRow[] = await findTallyAfter(read, after, 2_000);
      const rows = page.filter((row) => row.indicator === indicator);
      for (const row of rows) {
        const should = counted.get(keyOf(row))?.n ?? 0;
        counted.delete(keyOf(row));
        const { n, ...where } = row;
        if (should !== n) found.push({ ...where, kept: n, counted: should });
      }
      after = rows.length === page.length ? rows.at(-1) : undefined;
    }
    for (const { n, ...where } of counted.values())
      if (n !== 0) found.push({ ...where, kept: 0, counted: n });
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}
