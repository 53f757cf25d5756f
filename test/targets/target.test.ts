import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import { daysOf, isPeriod, monthsOf, parsePeriod, periodsAt } from '../../src/targets/period.ts';
import { fitNumber, isBehind, paceOf, percentOf, textBar } from '../../src/targets/target.ts';

const calendar = createWorkCalendar([
  { date: '2026-12-24', name: 'Cuti bersama Natal', kind: 'joint-leave' },
  { date: '2026-12-25', name: 'Natal', kind: 'national' },
]);
const days = (period: string, today = '2026-11-23') => daysOf(period, today, calendar);

describe('periods', () => {
  it.each([
    ['2026', '2026'],
    ['2026-Q4', '2026-Q4'],
    ['q4 2026', '2026-Q4'],
    ['tw4', '2026-Q4'],
    ['triwulan iv 2027', '2027-Q4'],
    ['2026-11', '2026-11'],
    ['11/2026', '2026-11'],
  ])('reads %s as %s', (typed, period) => {
    expect(parsePeriod(typed, '2026-11-23')).toBe(period);
  });

  it.each(['besok', '2026-13', '2026-Q5', '900', '26', ''])('does not read "%s"', (typed) => {
    expect(parsePeriod(typed, '2026-11-23')).toBeUndefined();
    expect(isPeriod(typed)).toBe(false);
  });

  it('knows the months of a quarter and the periods of a day', () => {
    expect(monthsOf('2026-Q4')).toEqual({ from: '2026-10', to: '2026-12' });
    expect(periodsAt('2026-11-23')).toEqual(['2026', '2026-Q4', '2026-11']);
  });
});

describe('the pace of a target', () => {
  it('says what each remaining working day must bring: 412 of 900, 27 days, 18 a day', () => {
    const pace = paceOf({ number: 900, done: 412 }, days('2026'));
    expect(pace).toMatchObject({ kind: 'running', missing: 488, daysLeft: 27, reachable: false });
    expect(pace.kind === 'running' ? Math.round(pace.perDay) : 0).toBe(18);
  });

  it.each([
    ['a target of nothing', { number: 0, done: 5 }, '2026', 'nothing-set'],
    ['a reached target', { number: 10, done: 10 }, '2026', 'reached'],
    ['more than the target', { number: 10, done: 25 }, '2026', 'reached'],
    ['a period that is over', { number: 10, done: 3 }, '2026-10', 'over'],
    ['a period that has not begun', { number: 10, done: 0 }, '2027', 'not-begun'],
    ['a period under way', { number: 10, done: 3 }, '2026-11', 'running'],
  ] as const)('%s is %s', (_name, progress, period, kind) => {
    expect(paceOf(progress, days(period)).kind).toBe(kind);
  });

  it('has no working day left on the last weekend of a month', () => {
    expect(paceOf({ number: 10, done: 3 }, days('2026-10', '2026-10-31'))).toEqual({
      kind: 'no-days-left',
      missing: 7,
    });
  });

  it('tells nobody off in the first two days of a period', () => {
    expect(isBehind(paceOf({ number: 100, done: 0 }, days('2026-11', '2026-11-03')))).toBe(false);
    expect(isBehind(paceOf({ number: 100, done: 0 }, days('2026-11', '2026-11-04')))).toBe(true);
  });

  const numbers = {
    number: fc.integer({ min: 1, max: 1_000_000 }),
    done: fc.integer({ min: 0, max: 1_000_000 }),
  };
  const date = fc
    .integer({ min: 0, max: 364 })
    .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

  it('asks of the remaining days exactly what is missing', () => {
    fc.assert(
      fc.property(fc.record(numbers), date, (progress, today) => {
        const pace = paceOf(progress, days('2026', today));
        if (pace.kind !== 'running') return;
        expect(pace.perDay * pace.daysLeft).toBeCloseTo(progress.number - progress.done, 3);
        expect(pace.projected === null || pace.projected >= progress.done).toBe(true);
      }),
    );
  });

  it('never calls a target that is further along worse than one that is less far', () => {
    fc.assert(
      fc.property(fc.record(numbers), date, fc.integer({ min: 1, max: 1000 }), (progress, today, more) => {
        const now = paceOf(progress, days('2026', today));
        const then = paceOf({ ...progress, done: progress.done + more }, days('2026', today));
        if (!isBehind(now)) expect(isBehind(then)).toBe(false);
      }),
    );
  });

  it('shows a percentage of 100 and a full bar only when it is reached, and 0 only when nothing is done', () => {
    fc.assert(
      fc.property(fc.record(numbers), (progress) => {
        const percent = percentOf(progress) ?? 0;
        const bar = textBar(progress);
        expect(percent >= 100).toBe(progress.done >= progress.number);
        expect(percent === 0).toBe(progress.done === 0);
        expect([...bar]).toHaveLength(10);
        expect(bar.includes('░')).toBe(progress.done < progress.number);
        expect(bar.includes('▓')).toBe(progress.done > 0);
      }),
    );
  });

  it('shows no percentage where nothing is set', () => {
    expect(percentOf({ number: 0, done: 4 })).toBeUndefined();
  });
});

describe('a number and its parts', () => {
  it.each([
    [100, { parent: null, others: 0, children: 0 }, { kind: 'fits', rest: null }],
    [100, { parent: 500, others: 400, children: 100 }, { kind: 'fits', rest: 0 }],
    [
      101,
      { parent: 500, others: 400, children: 0 },
      { kind: 'above-parent', parent: 500, others: 400, free: 100 },
    ],
    [99, { parent: 500, others: 0, children: 100 }, { kind: 'below-children', children: 100 }],
    [0, { parent: 0, others: 0, children: 0 }, { kind: 'fits', rest: 0 }],
  ] as const)('%i between %o is %o', (number, around, outcome) => {
    expect(fitNumber(number, around)).toEqual(outcome);
  });

  it('lets parts be given out in any order as long as they fit into the whole', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(fc.nat(4_000), { maxLength: 8 }), (parent, parts) => {
        let others = 0;
        for (const part of parts) {
          const fits = fitNumber(part, { parent, others, children: 0 });
          expect(fits.kind === 'fits').toBe(others + part <= parent);
          if (fits.kind === 'fits') others += part;
        }
        expect(others).toBeLessThanOrEqual(parent);
      }),
    );
  });
});
