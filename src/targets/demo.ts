/** Sample targets: a national number broken down to the province, the city and the facilitator, and some reports. */
import type { Writer } from '../store/index.ts';
import { reportedIndicators } from './indicator.ts';
import { storeReport } from './report-progress.ts';
import { putTarget } from './store.ts';
import { areaAbove, type Funding, personScope } from './target.ts';

/** `today` is `YYYY-MM-DD`; `facilitator` a person id with a role in Kota Semarang. */
export async function fillTargets(
  tx: Writer,
  { facilitator, today, now }: { readonly facilitator: string; readonly today: string; readonly now: number },
): Promise<void> {
  const year = today.slice(0, 4);
  const put = (indicator: string, scope: string, number: number, programme = '', funding: Funding = 'none') =>
    putTarget(tx, {
      indicator,
      programme,
      period: year,
      funding,
      scope,
      parent: scope.startsWith('person:') ? '33.74' : (areaAbove(scope) ?? null),
      number,
      source: 'Data contoh',
      ministry: !scope.startsWith('person:'),
      setBy: 'system:demo',
      setAt: now,
    });
  await put('sessions', 'ID', 90_000);
  await put('sessions', '33', 9_000);
  await put('sessions', '32', 12_000);
  await put('sessions', '33.74', 900);
  await put('sessions', personScope(facilitator), 24);
  await put('prokus-kpm', 'ID', 7_000, 'prokus', 'APBN');
  await put('prokus-kpm', '33', 800, 'prokus', 'APBN');
  const [prokus] = reportedIndicators;
  if (prokus === undefined) return;
  for (const [area, number] of [
    ['33.74', 140],
    ['33.22', 95],
  ] as const)
    await storeReport(tx, 'system:demo', {
      indicator: prokus,
      area,
      month: `${year}-01`,
      funding: 'APBN',
      number,
      source: 'Data contoh',
      now,
    });
}
