/** Reads a time given on the command line. */
import { startOfDate } from '../language/calendar.ts';
import type { Zone } from '../language/locale.ts';
import { UsageWrong } from './failure.ts';

/** Epoch milliseconds of ISO 8601 text; without an offset it is read in `zone`. Throws UsageWrong. */
export function parseTime(text: string, zone: Zone): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text.trim(),
  );
  const date = match?.[1];
  if (match === null || date === undefined || Number.isNaN(Date.parse(date))) {
    throw new UsageWrong(`"${text}" is no time. Example: 2026-11-23T08:00 or 2026-11-23T08:00+07:00`);
  }
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);
  const offset = match[5];
  if (offset === undefined) return startOfDate(date, zone) + seconds * 1000;
  return Date.parse(`${date}T${match[2] ?? '00'}:${match[3] ?? '00'}:${match[4] ?? '00'}${offset}`);
}
