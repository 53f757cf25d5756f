import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, startOfDate } from '../../src/language/calendar.ts';
import { calendarWarnings, checkCalendarYears } from '../../src/language/work-calendar-check.ts';
import { loadWorkCalendar, readCalendarYears } from '../../src/language/work-calendar-source.ts';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/sources.ts';

const folder = join(root, 'knowledge/calendar');
const { years, problems } = readCalendarYears(folder);
const calendar = loadWorkCalendar(folder);
const zone = 'Asia/Jakarta';

/** Where the library and the ministers' decree do not agree; the decree stands. */
const knownDifferences: Readonly<Record<string, string>> = {
  '2026-03-20': 'the library begins Idulfitri a day early; the decree has joint leave on that day',
  '2026-03-22': 'the second day of Idulfitri, a day later than in the library',
  '2026-04-05': 'Easter, which the decree names and the library leaves out since it is a Sunday',
  '2027-03-28': 'Easter, as in 2026',
};

describe('the calendars that editors keep', () => {
  it('are well written', () => {
    expect(problems).toEqual([]);
    expect(checkCalendarYears(years)).toEqual([]);
    expect(years.map((one) => one.year)).toEqual([2026, 2027]);
  });

  it.each(years.map((one) => one.year))(
    'has the national holidays of %i that date-holidays reckons',
    (year) => {
      const reckoned = new Holidays('ID')
        .getHolidays(year)
        .filter((one) => one.type === 'public')
        .flatMap((one) => {
          const [from, to] = [
            one.date.slice(0, 10),
            new Date(one.end.getTime() + 7 * 3_600_000 - 1).toISOString().slice(0, 10),
          ];
          const days = [from];
          for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) days.push(at);
          return days;
        });
      const ours = new Set(
        years.flatMap((one) =>
          one.holidays.filter(({ kind }) => kind === 'national').map(({ date }) => date),
        ),
      );
      const missing = [...new Set(reckoned)].filter(
        (date) => !ours.has(date) && knownDifferences[date] === undefined,
      );
      const extra = [...ours].filter(
        (date) =>
          date.startsWith(`${year}-`) && !reckoned.includes(date) && knownDifferences[date] === undefined,
      );
      expect({ missing, extra }).toEqual({ missing: [], extra: [] });
    },
  );

  it('calls 16 January 2026 what it is, Isra Mikraj, where the library says Maulid', () => {
    expect(calendar.holidayName('2026-01-16')).toBe('Isra Mikraj Nabi Muhammad');
  });

  it('are refused with the file and the reason', () => {
    const bad = temporaryFolder();
    writeFileSync(
      join(bad, '2026.yaml'),
      'status: decreed\nholidays:\n  - { date: 2026-02-30, name: X, kind: national }\n',
    );
    writeFileSync(
      join(bad, '2027.yaml'),
      'status: computed\nholidays:\n  - { date: 2026-01-01, name: X, kind: national }\n',
    );
    expect(readCalendarYears(bad).problems.map((one) => one.file)).toEqual(['2026.yaml', '2027.yaml']);
    const doubled = [{ date: '2026-05-01', name: 'X', kind: 'national' as const }];
    const found = checkCalendarYears([{ year: 2026, status: 'decreed', holidays: [...doubled, ...doubled] }]);
    expect(found[0]?.reason).toBe('2026-05-01 stands twice');
    expect(found).toHaveLength(5);
  });

  it('are asked for in time: the next year from October, and the decree once a year is only computed', () => {
    const only = years.filter((one) => one.year === 2026);
    expect(calendarWarnings(only, '2026-09-30')).toEqual([]);
    expect(calendarWarnings(only, '2026-10-01')).toHaveLength(1);
    expect(calendarWarnings(years, '2026-10-01')[0]).toContain('computed');
    expect(calendarWarnings(only, '2028-01-01')[0]).toContain('2028.yaml');
  });
});

describe('working days', () => {
  it('are neither weekends nor holidays', () => {
    expect(calendar.isWorkingDay('2026-11-23')).toBe(true);
    expect(calendar.isWorkingDay('2026-11-22')).toBe(false);
    expect(calendar.isWorkingDay('2026-12-24')).toBe(false);
    expect(calendar.workingDaysBetween('2026-11-22', '2026-12-31')).toBe(27);
    expect(calendar.addWorkingDays('2026-12-23', 1)).toBe('2026-12-28');
  });

  const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n));

  it('add up: what lies so many working days on is so many working days away', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (from, days) => {
        const start = calendar.addWorkingDays(from, 0);
        expect(calendar.workingDaysBetween(start, calendar.addWorkingDays(start, days))).toBe(days);
      }),
    );
  });

  it('hold eight office hours each, however they are cut', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 47 }),
        fc.integer({ min: 1, max: 60 }),
        (date, half, hours) => {
          const from = startOfDate(date, zone) + half * 1_800_000;
          const due = calendar.addWorkingHours(from, hours, zone);
          expect(calendar.workingHoursBetween(from, due, zone)).toBeCloseTo(hours, 6);
          expect(calendar.isWorkingDay(new Date(due + 7 * 3_600_000 - 1).toISOString().slice(0, 10))).toBe(
            true,
          );
        },
      ),
    );
  });
});
