/**
 * One digest a person and day: when it is due, in which hours it may go out, how it ends. Pure; dates are `YYYY-MM-DD`
 * in the person's zone, moments are epoch milliseconds.
 */
import { addDays, dayOfWeek, startOfDate, toDate } from '../language/calendar.ts';
import type { Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';

/**
 * `planned`, then `handed` to the outbox, then one of the others, which are final but for `snoozed`, which comes back at
 * its time, and `sent`, which the work may still turn into `cleared`.
 */
export type DigestState =
  | 'planned'
  | 'handed'
  | 'sent'
  | 'snoozed'
  | 'cleared'
  | 'suppressed'
  | 'failed'
  | 'expired';

/** States in which the digest's items can still be ticked off by work. */
export const openStates = ['handed', 'sent', 'snoozed'] as const satisfies readonly DigestState[];

/** Nothing goes out from this hour in the evening to that one in the morning, on the person's clock. */
const quiet = { from: 20 * 60, until: 7 * 60 } as const;

/** Minute of the day at which digests go out unless the person chose another. */
export const defaultMinute = 8 * 60;

/** What people may choose: full hours outside the quiet ones. */
export const hoursToChoose = [7, 8, 9, 10, 12, 16, 18, 19] as const;

const minuteMs = 60_000;

/** Minutes since midnight on the clock of a zone. */
const minuteOfDay = (ms: number, zone: Zone): number =>
  Math.floor((ms - startOfDate(toDate(ms, zone), zone)) / minuteMs);

export const isQuiet = (ms: number, zone: Zone): boolean => {
  const minute = minuteOfDay(ms, zone);
  return minute >= quiet.from || minute < quiet.until;
};

/** The moment of a minute of a day. */
export const momentOf = (date: string, minute: number, zone: Zone): number =>
  startOfDate(date, zone) + minute * minuteMs;

/**
 * So many digests leave in one second at most, which leaves a third of what one bot may send for answers. A larger wave
 * is spread over the following seconds and minutes, each person keeping their place in it.
 */
export const digestsPerSecond = 20;

/**
 * The moment of a person in a wave of people who share a minute; `place` counts from 0 in a lasting order. A wave never
 * reaches into the quiet hours: what does not fit leaves in the last minute before them.
 */
export const spreadMoment = (date: string, minute: number, place: number, zone: Zone): number =>
  Math.min(
    momentOf(date, minute, zone) + Math.floor(place / digestsPerSecond) * 1_000,
    momentOf(date, quiet.from - 1, zone),
  );

/**
 * What to do with a planned digest that is due: send it, or why it has expired. A digest is for its own day and
 * catches up once, as long as the evening has not come.
 */
export function judgeDue(
  digest: { readonly date: string; readonly zone: Zone },
  now: number,
): 'send' | 'wait' | { readonly expired: string } {
  const today = toDate(now, digest.zone);
  if (today < digest.date) return 'wait';
  if (today > digest.date) return { expired: 'the bot was away until another day' };
  if (minuteOfDay(now, digest.zone) >= quiet.from) return { expired: 'the bot was away until the evening' };
  return isQuiet(now, digest.zone) ? 'wait' : 'send';
}

/** When a snoozed digest comes back: so many minutes on, or not at all when the evening would have come. */
export function snoozeUntil(now: number, minutes: number, zone: Zone): number | undefined {
  const at = now + minutes * minuteMs;
  return toDate(at, zone) === toDate(now, zone) && !isQuiet(at, zone) ? at : undefined;
}

/** The first working day of next week. */
export function nextWeek(today: string, calendar: WorkCalendar): string {
  const toMonday = (8 - dayOfWeek(today)) % 7 || 7;
  return calendar.addWorkingDays(addDays(today, toMonday), 0);
}
