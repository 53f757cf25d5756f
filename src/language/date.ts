/** Dates and moments as people read and type them, in both languages and three zones. Reckoning is in `calendar.ts`. */
import { dayOfWeek, toClock, toDate } from './calendar.ts';
import { type DateContext, matchDate, readBareDay } from './date-match.ts';
import { SHOWN_MONTHS, SHOWN_MONTHS_IN_FULL, SHOWN_WEEKDAYS } from './date-words.ts';
import { type Lang, type Zone, zoneName } from './locale.ts';
import { readWhole } from './match.ts';

export {
  addDays,
  addMonths,
  dayOfWeek,
  daysBetween,
  firstDayOf,
  isDate,
  lastDayOf,
  monthOf,
  startOfDate,
  toDate,
} from './calendar.ts';
export type { DateContext } from './date-match.ts';

/**
 * Reads an answer that should be a date (`kemarin`, `senin lalu`, `3/11`, `tgl 3`, `nov 3`): day first; without a year
 * or month the nearest day in the preferred direction. Undefined when there is no such day or it may be several.
 */
export function parseDate(text: string, context: DateContext): string | undefined {
  return readBareDay(text, context) ?? readWhole(text, (lower) => matchDate(lower, 0, context));
}

/** `Senin, 23 Nov 2026` or `Mon, 23 Nov 2026`. */
export function formatDate(date: string, lang: Lang): string {
  return `${SHOWN_WEEKDAYS[lang][dayOfWeek(date)] ?? ''}, ${formatDay(date, lang)}`;
}

/** `23 Nov 2026`, without the weekday. */
export function formatDay(date: string, lang: Lang): string {
  return `${Number(date.slice(8))} ${SHOWN_MONTHS[lang][Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** `November 2026` from a month `2026-11` or any of its dates. */
export function formatMonth(month: string, lang: Lang): string {
  return `${SHOWN_MONTHS_IN_FULL[lang][Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

/** `08.00 WITA` or `08:00 WITA`. */
export function formatClock(ms: number, zone: Zone, lang: Lang): string {
  const clock = toClock(ms, zone);
  return `${lang === 'id' ? clock.replace(':', '.') : clock} ${zoneName(zone)}`;
}

/** `Senin, 23 Nov 2026 08.00 WITA` or `Mon, 23 Nov 2026 08:00 WITA`. */
export function formatInstant(ms: number, zone: Zone, lang: Lang): string {
  return `${formatDate(toDate(ms, zone), lang)} ${formatClock(ms, zone, lang)}`;
}
