/** What cases count towards. Complaints about officers are in no count of an area. */
import type { IndicatorSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { zoneOfArea } from '../language/locale.ts';
import { inBatches, type Reader, type Writer } from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { erasedPerson } from './erase-store.ts';
import { type CaseRow, findCasesAfter } from './store.ts';

type Counted = 'cases-opened' | 'cases-solved';

/** Counts a case once as opened, by who opened it, and once as solved, by who took care of it. */
export async function countCase(
  tx: Writer,
  row: Pick<CaseRow, 'address' | 'area' | 'protected' | 'openedBy' | 'takenBy'>,
  indicator: Counted,
  /** When it was opened or solved, in epoch milliseconds. */
  at: number,
  by: 1 | -1 = 1,
): Promise<void> {
  if (row.protected) return;
  const person = personOf(row, indicator);
  const date = toDate(at, zoneOfArea(row.area));
  await countTowards(tx, { area: row.area, date, person, counts: [{ indicator, by }] });
}

/** A case that a citizen opened is no work of a facilitator's yet. */
const personOf = (
  row: Pick<CaseRow, 'address' | 'openedBy' | 'takenBy'>,
  indicator: Counted,
): string | null => {
  if (indicator === 'cases-solved') return row.takenBy;
  return row.address === null && row.openedBy !== erasedPerson ? row.openedBy : null;
};

async function* recount(read: Reader, indicator: Counted) {
  for await (const rows of inBatches((after) => findCasesAfter(read, after, 1_000))) {
    for (const row of rows) {
      const at = indicator === 'cases-opened' ? row.openedAt : row.state === 'solved' ? row.closedAt : null;
      if (at === null) continue;
      const month = toDate(at, zoneOfArea(row.area)).slice(0, 7);
      yield { area: row.area, person: personOf(row, indicator), month, n: 1 };
    }
  }
}

export const caseIndicators: readonly IndicatorSpec[] = (['cases-opened', 'cases-solved'] as const).map(
  (id) => ({
    id,
    label: `cases-indicator-${id}`,
    unit: 'cases-unit',
    recount: (read) => recount(read, id),
  }),
);
