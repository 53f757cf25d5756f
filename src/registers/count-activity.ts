/** What activities and visits count towards. */
import type { IndicatorSpec } from '../feature.ts';
import type { Writer } from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { type ActivityKind, countsOfActivity, eventKinds } from './activity.ts';
import { type ActivityRow, recountActivities } from './activity-store.ts';

/** Adds an activity to the tally (`1`) or takes it away again (`-1`). */
export async function countActivity(
  tx: Writer,
  row: Pick<ActivityRow, 'area' | 'doer' | 'date' | 'kind' | 'people'>,
  sign: 1 | -1,
): Promise<void> {
  const counts = countsOfActivity(row).map(({ indicator, n }) => ({ indicator, by: sign * n }));
  await countTowards(tx, { area: row.area, date: row.date, person: row.doer, counts });
}

const counting = (
  id: string,
  unit: 'activities' | 'people' | 'visits',
  kinds: readonly ActivityKind[] = eventKinds,
): IndicatorSpec => ({
  id,
  label: `registers-indicator-${id}`,
  unit: `registers-unit-${unit}`,
  async *recount(read) {
    for (const row of await recountActivities(read, kinds)) {
      const { area, month, person } = row;
      yield { area, month, person, n: unit === 'people' ? row.people : row.activities };
    }
  },
});

export const activityIndicators: readonly IndicatorSpec[] = [
  counting('activities', 'activities'),
  ...eventKinds.map((kind) => counting(`activities-${kind}`, 'activities', [kind])),
  counting('activity-people', 'people'),
  counting('home-visits', 'visits', ['visit']),
];
