/**
 * The periods that targets are set for: a year `2026`, a quarter `2026-Q4`, a month `2026-11`; how people type them, and
 * which days and working days they hold.
 */
import { addDays, firstDayOf, lastDayOf, monthOf } from '../language/calendar.ts';
import { parseDate } from '../language/date.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';

const shape = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/u;

export const isPeriod = (text: string): boolean => shape.test(text) && /^20/u.test(text);

/** First and last month of a period, `YYYY-MM`. Throws for what is no period. */
export function monthsOf(period: string): { readonly from: string; readonly to: string } {
  const found = shape.exec(period);
  if (found === null) throw new Error(`${period} is no period`);
  const [, year = '', quarter, month] = found;
  if (month !== undefined) return { from: period, to: period };
  if (quarter === undefined) return { from: `${year}-01`, to: `${year}-12` };
  const last = Number(quarter) * 3;
  const two = (n: number) => String(n).padStart(2, '0');
  return { from: `${year}-${two(last - 2)}`, to: `${year}-${two(last)}` };
}

/** The periods that hold a date, the longest first: year, quarter, month. */
export const periodsAt = (date: string): readonly [string, string, string] => [
  date.slice(0, 4),
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`,
  date.slice(0, 7),
];

/** Reads `2026`, `2026-Q4`, `q4 2026`, `tw4`, `triwulan iv`, `11/2026`, `2026-11`; the year of `today` where none is typed. */
export function parsePeriod(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const year = today.slice(0, 4);
  if (isPeriod(text.toUpperCase())) return text.toUpperCase();
  const quarter =
    /^(?:(20\d\d)[-/ ]?)?(?:q|tw|triwulan|kuartal) ?([1-4]|iv|i{1,3})(?:[-/ ]?(20\d\d))?$/u.exec(text);
  if (quarter !== null) {
    const n = { i: '1', ii: '2', iii: '3', iv: '4' }[quarter[2] ?? ''] ?? quarter[2] ?? '';
    return `${quarter[1] ?? quarter[3] ?? year}-Q${n}`;
  }
  const named = /^([a-z]{3,})(?:[ -]?(20\d\d))?$/u.exec(text);
  const first =
    named === null ? undefined : parseDate(`1 ${named[1]} ${named[2] ?? year}`, { today, prefer: 'past' });
  if (first !== undefined) return monthOf(first);
  const month = /^(\d{1,2})[-/](20\d\d)$/u.exec(text);
  const period = month === null ? '' : `${month[2]}-${(month[1] ?? '').padStart(2, '0')}`;
  return isPeriod(period) ? period : undefined;
}

/** How a period stands on a date, in working days. */
export interface PeriodDays {
  readonly state: 'not-begun' | 'running' | 'over';
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Working days so far, today among them. */
  readonly elapsed: number;
  /** Working days that remain, today among them. */
  readonly left: number;
  /** Working days that remain after today. */
  readonly after: number;
}

export function daysOf(
  period: string,
  today: string,
  calendar: Pick<WorkCalendar, 'workingDaysBetween'>,
): PeriodDays {
  const months = monthsOf(period);
  const from = firstDayOf(months.from);
  const to = lastDayOf(months.to);
  const between = (first: string, last: string) => calendar.workingDaysBetween(addDays(first, -1), last);
  const whole = { from, to };
  if (today < from) {
    const all = between(from, to);
    return { ...whole, state: 'not-begun', elapsed: 0, left: all, after: all };
  }
  if (today > to) return { ...whole, state: 'over', elapsed: between(from, to), left: 0, after: 0 };
  return {
    ...whole,
    state: 'running',
    elapsed: between(from, today),
    left: between(today, to),
    after: calendar.workingDaysBetween(today, to),
  };
}
