/** Targets together with what was done: for a person or an area, broken down, and who is behind. Reads only. */
import { areaName, levelOf } from '../language/areas.ts';
import type { Lang } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { findPersons } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { countedAs, type Indicator, type Indicators } from './indicator.ts';
import { daysOf, monthsOf, type PeriodDays, periodsAt } from './period.ts';
import {
  findParts,
  findPartsOfAll,
  findTarget,
  findTargetsOf,
  findTargetsOfMany,
  type TargetRow,
} from './store.ts';
import { findCounts, sumCounts } from './tally-store.ts';
import { isBehind, isPersonScope, type Pace, paceOf } from './target.ts';

export interface Moment {
  readonly today: string;
  readonly calendar: WorkCalendar;
  readonly indicators: Indicators;
  readonly lang: Lang;
}

export interface Standing {
  readonly row: TargetRow;
  readonly indicator: Indicator;
  /** Name of the area or person. */
  readonly name: string;
  readonly done: number;
  readonly pace: Pace;
}

/** Working days by calendar, day and period: reckoning a year takes longer than reading a screen of targets. */
const reckoned = new WeakMap<WorkCalendar, { today: string; readonly days: Map<string, PeriodDays> }>();

function reckonDays({ today, calendar }: Moment): (period: string) => PeriodDays {
  const known = reckoned.get(calendar);
  const kept = known?.today === today ? known : { today, days: new Map<string, PeriodDays>() };
  reckoned.set(calendar, kept);
  return (period) => {
    const days = kept.days.get(period) ?? daysOf(period, today, calendar);
    kept.days.set(period, days);
    return days;
  };
}

async function nameAll(read: Reader, rows: readonly TargetRow[], lang: Lang): Promise<Map<string, string>> {
  const people = rows
    .filter((row) => isPersonScope(row.scope))
    .map((row) => row.scope.slice('person:'.length));
  const names = new Map(rows.map((row) => [row.scope, areaName(row.scope, lang)]));
  for (const one of await findPersons(read, [...new Set(people)])) names.set(`person:${one.id}`, one.name);
  return names;
}

/** The targets of one scope in the year, quarter and month of today. */
export async function readStandings(
  read: Reader,
  scope: string,
  moment: Moment,
): Promise<readonly Standing[]> {
  const { today, indicators, lang } = moment;
  const rows = await findTargetsOf(read, scope, periodsAt(today));
  if (rows.length === 0) return [];
  const counts = await findCounts(read, scope, monthsOf(today.slice(0, 4)));
  const days = reckonDays(moment);
  const names = await nameAll(read, rows.slice(0, 1), lang);
  return rows.flatMap((row): Standing[] => {
    const indicator = indicators.find(row.indicator);
    if (indicator === undefined) return [];
    const months = monthsOf(row.period);
    const counted = countedAs(indicator, row.funding);
    const done = counts
      .filter((one) => one.indicator === counted && one.month >= months.from && one.month <= months.to)
      .reduce((sum, one) => sum + one.n, 0);
    const pace = paceOf({ number: row.number, done }, days(row.period));
    return [{ row, indicator, name: names.get(row.scope) ?? '', done, pace }];
  });
}

/** The same with the names of areas and people. */
export async function standingsOf(
  read: Reader,
  rows: readonly TargetRow[],
  moment: Moment,
): Promise<readonly Standing[]> {
  return withNames(read, await measure(read, rows, moment), moment.lang);
}

async function withNames(
  read: Reader,
  standings: readonly Standing[],
  lang: Lang,
): Promise<readonly Standing[]> {
  const names = await nameAll(
    read,
    standings.map((one) => one.row),
    lang,
  );
  return standings.map((one) => ({ ...one, name: names.get(one.row.scope) ?? '' }));
}

/** How these targets stand, whatever scope each has; one query for all that count the same thing. Without names. */
async function measure(
  read: Reader,
  rows: readonly TargetRow[],
  moment: Moment,
): Promise<readonly Standing[]> {
  const days = reckonDays(moment);
  const groups = new Map<string, TargetRow[]>();
  for (const row of rows) {
    const indicator = moment.indicators.find(row.indicator);
    if (indicator === undefined) continue;
    const key = `${countedAs(indicator, row.funding)}|${row.period}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const standings: Standing[] = [];
  for (const [key, group] of groups) {
    const [counted = '', period = ''] = key.split('|');
    const scopes = [...new Set(group.map((row) => row.scope))];
    const sums = await sumCounts(read, counted, scopes, monthsOf(period));
    for (const row of group) {
      const indicator = moment.indicators.find(row.indicator);
      if (indicator === undefined) continue;
      const done = sums.get(row.scope) ?? 0;
      const pace = paceOf({ number: row.number, done }, days(period));
      standings.push({ row, indicator, name: '', done, pace });
    }
  }
  return standings;
}

export interface Breakdown {
  readonly whole: Standing;
  readonly parts: readonly Standing[];
  /** What is not given to any part. */
  readonly rest: number;
  /** Id of the target above, if there is one. */
  readonly above: string | undefined;
}

/** A target with its parts, those furthest behind first. Undefined when it is not there. */
export async function readBreakdown(
  read: Reader,
  id: string,
  moment: Moment,
): Promise<Breakdown | undefined> {
  const row = await findTarget(read, id);
  if (row === undefined) return undefined;
  const [whole] = await standingsOf(read, [row], moment);
  if (whole === undefined) return undefined;
  const rows = await findParts(read, row, row.scope);
  const parts = [...(await standingsOf(read, rows, moment))].sort(
    (a, b) => share(a) - share(b) || (a.row.scope < b.row.scope ? -1 : 1),
  );
  const above =
    row.parent === null
      ? undefined
      : (await findTargetsOfMany(read, [row.parent], [row.period])).find(
          (one) =>
            one.indicator === row.indicator && one.programme === row.programme && one.funding === row.funding,
        )?.id;
  return { whole, parts, rest: row.number - rows.reduce((sum, one) => sum + one.number, 0), above };
}

const share = ({ done, row }: Standing): number => (row.number <= 0 ? 2 : done / row.number);

/**
 * Who or what inside an area is behind, the furthest first: its parts, in a kab/kota also those of its kecamatan. `count`
 * is all of them, `first` at most `limit`.
 */
export async function readBehind(
  read: Reader,
  area: string,
  moment: Moment,
  limit: number,
): Promise<{ readonly count: number; readonly first: readonly Standing[] }> {
  const periods = periodsAt(moment.today);
  const parts = await findPartsOfAll(read, [area], periods);
  const districts = parts.map((row) => row.scope).filter((scope) => levelOf(scope) === 'district');
  const deeper = await findPartsOfAll(read, [...new Set(districts)], periods);
  const all = await measure(read, [...parts, ...deeper], moment);
  const behind = all.filter((one) => isBehind(one.pace)).sort((a, b) => share(a) - share(b));
  return { count: behind.length, first: await withNames(read, behind.slice(0, limit), moment.lang) };
}
