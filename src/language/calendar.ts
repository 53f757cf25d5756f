/**
 * Reckoning with dates (`YYYY-MM-DD` strings) and with the moments at which they begin in a zone. Dates carry no zone
 * and no time; moments are epoch milliseconds.
 */
import { tz } from '@date-fns/tz/tz';
import { tzOffset } from '@date-fns/tz/tzOffset';
import { addDays as addDaysTo } from 'date-fns/addDays';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import type { Zone } from './locale.ts';

const inUtc = { in: tz('UTC') };
const MINUTE_MS = 60_000;

const toText = (date: Date): string => new Date(date.getTime()).toISOString().slice(0, 10);

/** The date of these numbers, or undefined when there is no such day. Years from 1900 to 2100. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? toText(date) : undefined;
}

/** True for `YYYY-MM-DD` that is a real day. */
export function isDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return found !== null && dateOf(Number(found[1]), Number(found[2]), Number(found[3])) === text;
}

export const addDays = (date: string, days: number): string => toText(addDaysTo(date, days, inUtc));

/** The same day some months on, or that month's last day when it has fewer. */
export const addMonths = (date: string, months: number): string => toText(addMonthsTo(date, months, inUtc));

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => differenceInCalendarDays(to, from, inUtc);

/** 0 Sunday to 6 Saturday. */
export const dayOfWeek = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** `2026-11-23` → `2026-11`. */
export const monthOf = (date: string): string => date.slice(0, 7);

/** First day of a month `2026-11`. */
export const firstDayOf = (month: string): string => `${month}-01`;

/** Last day of a month `2026-11`. */
export const lastDayOf = (month: string): string => toText(lastDayOfMonth(firstDayOf(month), inUtc));

/** The date on the calendar of that zone at this moment. */
export function toDate(ms: number, zone: Zone): string {
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 10);
}

/** The time on the clock of that zone, `08:00`. */
export function toClock(ms: number, zone: Zone): string {
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(11, 16);
}

/** The moment at which a date begins in a zone. */
export function startOfDate(date: string, zone: Zone): number {
  const utc = Date.parse(`${date}T00:00:00Z`);
  return utc - offsetMs(utc - offsetMs(utc, zone), zone);
}

const offsetMs = (ms: number, zone: Zone): number => tzOffset(zone, new Date(ms)) * MINUTE_MS;
