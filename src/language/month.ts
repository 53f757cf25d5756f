/** Reads the month that somebody asks for: nothing, `oktober`, `10`, `10/2026`, `2026-10`, `bulan lalu`. */
import { addMonths, firstDayOf, monthOf } from './calendar.ts';
import { parseDate } from './date.ts';

/** `YYYY-MM`; the month of `today` when nothing is typed, the nearest past one where no year is. */
export function parseMonth(typed: string, today: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '' || /^(bulan ini|this month)$/u.test(text)) return monthOf(today);
  if (/^(bulan (lalu|kemarin)|last month)$/u.test(text))
    return monthOf(addMonths(firstDayOf(monthOf(today)), -1));
  const numbers = /^(?:(\d{4})[-/])?(\d{1,2})(?:[-/](\d{4}))?$/u.exec(text);
  const year = numbers?.[3] ?? numbers?.[1];
  const asDate =
    numbers === null ? `1 ${text}` : `1/${numbers[2] ?? ''}${year === undefined ? '' : `/${year}`}`;
  const date = parseDate(asDate, { today, prefer: 'past' });
  return date === undefined ? undefined : monthOf(date);
}
