import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDate, toDate } from '../../src/language/calendar.ts';
import type { Zone } from '../../src/language/locale.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import {
  defaultMinute,
  digestsPerSecond,
  hoursToChoose,
  isQuiet,
  judgeDue,
  momentOf,
  nextWeek,
  snoozeUntil,
  spreadMoment,
} from '../../src/reminders/digest.ts';

const zones: readonly Zone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const zone = fc.constantFrom(...zones);
const moment = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 2) });
const at = (text: string) => Date.parse(text);

describe('when a digest goes out', () => {
  it.each([
    ['2026-11-23T19:59:59+07:00', false],
    ['2026-11-23T20:00:00+07:00', true],
    ['2026-11-24T06:59:59+07:00', true],
    ['2026-11-24T07:00:00+07:00', false],
  ])('%s in Jakarta is quiet: %s', (time, quiet) => {
    expect(isQuiet(at(time), 'Asia/Jakarta')).toBe(quiet);
  });

  it('is the same minute on the clock of each zone', () => {
    expect(momentOf('2026-11-23', defaultMinute, 'Asia/Jakarta')).toBe(at('2026-11-23T08:00+07:00'));
    expect(momentOf('2026-11-23', defaultMinute, 'Asia/Makassar')).toBe(at('2026-11-23T08:00+08:00'));
    expect(momentOf('2026-01-01', defaultMinute, 'Asia/Jayapura')).toBe(at('2026-01-01T08:00+09:00'));
  });

  it('can only be chosen outside the quiet hours', () => {
    for (const hour of hoursToChoose)
      for (const of of zones) expect(isQuiet(momentOf('2026-11-23', hour * 60, of), of)).toBe(false);
  });

  it('never sends in quiet hours nor on another day, and does not wait for ever', () => {
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: -2, max: 2 }), (now, of, days) => {
        const date = toDate(now + days * 86_400_000, of);
        const judged = judgeDue({ date, zone: of }, now);
        if (judged === 'send') {
          expect(isQuiet(now, of)).toBe(false);
          expect(toDate(now, of)).toBe(date);
        }
        const later = startOfDate(date, of) + 2 * 86_400_000;
        expect(judgeDue({ date, zone: of }, later)).toEqual({
          expired: 'the bot was away until another day',
        });
      }),
    );
  });

  it('is caught up on the same day until the evening', () => {
    const digest = { date: '2026-11-23', zone: 'Asia/Makassar' as const };
    expect(judgeDue(digest, at('2026-11-23T15:00+08:00'))).toBe('send');
    expect(judgeDue(digest, at('2026-11-23T20:00+08:00'))).toEqual({
      expired: 'the bot was away until the evening',
    });
    expect(judgeDue(digest, at('2026-11-22T23:00+08:00'))).toBe('wait');
  });
});

describe('a large wave', () => {
  const date = '2026-11-24';
  const eight = momentOf(date, defaultMinute, 'Asia/Jakarta');
  const moment = (place: number, minute = defaultMinute) => spreadMoment(date, minute, place, 'Asia/Jakarta');

  it('is spread so that no second holds more than may be sent, everybody keeping the order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70_000 }), (size) => {
        const perSecond = new Map<number, number>();
        let last = eight;
        for (let place = 0; place < size; place++) {
          const at = moment(place);
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
          perSecond.set(at, (perSecond.get(at) ?? 0) + 1);
        }
        expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(digestsPerSecond);
      }),
      { numRuns: 20 },
    );
  });

  it('of all 60,258 people of one pillar is over within 51 minutes', () => {
    expect(moment(60_257) - eight).toBeLessThanOrEqual(51 * 60_000);
  });

  it('never reaches into the quiet hours', () => {
    expect(isQuiet(moment(60_257, 19 * 60 + 30), 'Asia/Jakarta')).toBe(false);
  });
});

describe('putting off', () => {
  it('brings back on the same day outside the quiet hours, or not at all', () => {
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: 1, max: 600 }), (now, of, minutes) => {
        const until = snoozeUntil(now, minutes, of);
        if (until === undefined) return;
        expect(toDate(until, of)).toBe(toDate(now, of));
        expect(isQuiet(until, of)).toBe(false);
      }),
    );
    expect(snoozeUntil(at('2026-11-23T19:30+07:00'), 60, 'Asia/Jakarta')).toBeUndefined();
  });

  it.each([
    ['2026-11-23', 'a Monday', '2026-11-30'],
    ['2026-11-27', 'a Friday', '2026-11-30'],
    ['2026-11-29', 'a Sunday', '2026-11-30'],
    ['2026-12-18', 'the Friday before Christmas week', '2026-12-22'],
  ])('until next week, on %s, %s, ends on %s', (today, _which, first) => {
    const calendar = createWorkCalendar([{ date: '2026-12-21', name: 'x', kind: 'national' }]);
    expect(nextWeek(today, calendar)).toBe(first);
  });
});
