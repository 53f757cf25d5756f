/**
 * Working days and office hours: which days count, and when something is due that takes so many working hours. Knows
 * the rules only; the holidays are data that editors keep in `knowledge/calendar`.
 */
import { addDays, dayOfWeek, startOfDate, toDate } from './calendar.ts';
import type { Zone } from './locale.ts';

const HOUR_MS = 3_600_000;
/** Office hours of a working day, as clock hours. */
const OPENS = 8;
const CLOSES = 16;

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly name: string;
  /** `joint-leave` (cuti bersama) is free for offices too. */
  readonly kind: 'national' | 'joint-leave';
}

export interface WorkCalendar {
  isWorkingDay(date: string): boolean;
  /** The name of a holiday on that date; undefined on other days, weekends included. */
  holidayName(date: string): string | undefined;
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  workingDaysBetween(from: string, to: string): number;
  /** The working day that lies `days` working days after `date`; with 0, `date` itself or the next working day. */
  addWorkingDays(date: string, days: number): string;
  /** The moment after `hours` office hours (08.00-16.00 on working days) from `ms`, both in epoch milliseconds. */
  addWorkingHours(ms: number, hours: number, zone: Zone): number;
  /** Office hours between two moments; 0 when the second is not later. */
  workingHoursBetween(from: number, to: number, zone: Zone): number;
}

export function createWorkCalendar(holidays: readonly Holiday[]): WorkCalendar {
  const names = new Map(holidays.map((holiday) => [holiday.date, holiday.name]));
  const isWorkingDay = (date: string): boolean => {
    const day = dayOfWeek(date);
    return day !== 0 && day !== 6 && !names.has(date);
  };
  const next = (date: string): string => {
    let at = date;
    while (!isWorkingDay(at)) at = addDays(at, 1);
    return at;
  };
  /** Opening and closing of the office on a date. */
  const hoursOf = (date: string, zone: Zone): readonly [number, number] => {
    const start = startOfDate(date, zone);
    return [start + OPENS * HOUR_MS, start + CLOSES * HOUR_MS];
  };
  return {
    isWorkingDay,
    holidayName: (date) => names.get(date),
    workingDaysBetween(from, to) {
      let days = 0;
      for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (isWorkingDay(at)) days++;
      return days;
    },
    addWorkingDays(date, days) {
      let at = next(date);
      for (let left = days; left > 0; left--) at = next(addDays(at, 1));
      return at;
    },
    addWorkingHours(ms, hours, zone) {
      let left = hours * HOUR_MS;
      let date = toDate(ms, zone);
      let from = ms;
      for (;;) {
        const day = next(date);
        const [opens, closes] = hoursOf(day, zone);
        const begin = Math.max(from, opens);
        if (begin < closes && left <= closes - begin) return begin + left;
        if (begin < closes) left -= closes - begin;
        date = addDays(day, 1);
        from = 0;
      }
    },
    workingHoursBetween(from, to, zone) {
      let sum = 0;
      for (let date = toDate(from, zone); date <= toDate(to, zone) && to > from; date = addDays(date, 1)) {
        if (!isWorkingDay(date)) continue;
        const [opens, closes] = hoursOf(date, zone);
        sum += Math.max(0, Math.min(closes, to) - Math.max(opens, from));
      }
      return sum / HOUR_MS;
    },
  };
}
