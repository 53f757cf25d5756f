/** Targets in the monthly report: what was counted in the month, and how the targets that hold it stand. */
import type { ReportBar, ReportScope, ReportSection } from '../feature.ts';
import type { Reader } from '../store/index.ts';
import { countedAs, type Indicators } from './indicator.ts';
import { monthsOf, periodsAt } from './period.ts';
import { findTargetsOf } from './store.ts';
import { findCounts } from './tally-store.ts';
import { percentOf, personScope } from './target.ts';
import { figure, indicatorName, moneyName, periodName } from './words-chat.ts';

interface Line {
  readonly indicator: string;
  readonly unit: string;
  /** Counted in the month. */
  readonly month: number;
  readonly period: string;
  /** Counted in the period up to the month. */
  readonly done: number;
  /** Null where no target is set. */
  readonly number: number | null;
}

/** One line a target; what was counted without a target has a line too. */
async function readLines(read: Reader, indicators: Indicators, scope: ReportScope): Promise<readonly Line[]> {
  const { area, month, persons, texts, until } = scope;
  const of = area ?? personScope(persons[0] ?? '');
  const targets = await findTargetsOf(read, of, periodsAt(until));
  const counts = await findCounts(read, of, { from: `${month.slice(0, 4)}-01`, to: month });
  const sum = (counted: string, from: string) =>
    counts
      .filter((one) => one.indicator === counted && one.month >= from)
      .reduce((all, one) => all + one.n, 0);
  const lines: Line[] = [];
  for (const indicator of indicators.all) {
    const own = targets.filter((one) => one.indicator === indicator.id);
    const named = { indicator: indicatorName(texts, indicator), unit: texts.t(indicator.unit) };
    for (const { funding, number, period } of own) {
      const counted = countedAs(indicator, funding);
      lines.push({
        ...named,
        month: sum(counted, month),
        period: `${periodName(texts, period)}${moneyName(funding)}`,
        done: sum(counted, monthsOf(period).from),
        number,
      });
    }
    const inMonth = sum(indicator.id, month);
    if (own.length === 0 && inMonth > 0)
      lines.push({ ...named, month: inMonth, period: '', done: inMonth, number: null });
  }
  return lines;
}

export const targetReport = (indicators: () => Indicators): ReportSection => ({
  name: 'targets.progress',
  title: 'targets-report-title',
  in: 'every',
  printed: 'every',
  columns: [
    { label: 'targets-report-indicator', type: 'text', printed: 34 },
    { label: 'targets-report-unit', type: 'text', printed: 10 },
    { label: 'targets-report-in-month', type: 'whole', printed: 12 },
    { label: 'targets-report-period', type: 'text', printed: 18 },
    { label: 'targets-report-done', type: 'whole', printed: 10 },
    { label: 'targets-report-number', type: 'whole', printed: 10 },
    { label: 'targets-report-percent', type: 'whole', printed: 8 },
  ],
  async *rows(read, scope) {
    for (const { done, indicator, month, number, period, unit } of await readLines(read, indicators(), scope))
      yield [
        indicator,
        unit,
        month,
        period,
        done,
        number,
        number === null ? null : (percentOf({ number, done }) ?? null),
      ];
  },
  async bars(read, scope): Promise<readonly ReportBar[]> {
    const lines = await readLines(read, indicators(), scope);
    return lines.flatMap(({ done, indicator, number, period }) =>
      number === null
        ? []
        : [{ label: `${indicator} ${period}`, done, number, figure: figure(scope.texts, done, number) }],
    );
  },
});
