import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfWeek,
  daysBetween,
  firstDayOf,
  formatClock,
  formatDate,
  formatInstant,
  formatMonth,
  isDate,
  lastDayOf,
  monthOf,
  parseDate,
  startOfDate,
  toDate,
} from '../../src/language/date.ts';
import { isLang, isZone, zoneName, zoneOfArea } from '../../src/language/locale.ts';

const lang = fc.constantFrom('id' as const, 'en' as const);
const zone = fc.constantFrom('Asia/Jakarta' as const, 'Asia/Makassar' as const, 'Asia/Jayapura' as const);
const date = fc.integer({ min: -25_000, max: 30_000 }).map((days) => addDays('2000-01-01', days));

/** Monday, 23 November 2026. */
const today = '2026-11-23';

describe('a typed date', () => {
  test.each([
    ['kemarin', '2026-11-22'],
    ['kmrn', '2026-11-22'],
    ['Kemarin sore', '2026-11-22'],
    ['tadi malam', '2026-11-22'],
    ['hari ini', '2026-11-23'],
    ['tadi pagi', '2026-11-23'],
    ['tadi', '2026-11-23'],
    ['besok', '2026-11-24'],
    ['lusa', '2026-11-25'],
    ['kemarin lusa', '2026-11-21'],
    ['kemaren dulu', '2026-11-21'],
    ['2 hari lalu', '2026-11-21'],
    ['dua hari yang lalu', '2026-11-21'],
    ['seminggu lalu', '2026-11-16'],
    ['2 minggu lalu', '2026-11-09'],
    ['3 hari lagi', '2026-11-26'],
    ['senin', '2026-11-23'],
    ['rabu', '2026-11-18'],
    ['hari minggu', '2026-11-22'],
    ['senin lalu', '2026-11-16'],
    ['senin kemarin', '2026-11-16'],
    ['jumat yang lalu', '2026-11-20'],
    ["jum'at lalu", '2026-11-20'],
    ['senin depan', '2026-11-30'],
    ['selasa minggu lalu', '2026-11-17'],
    ['selasa minggu depan', '2026-12-01'],
    ['jumat ini', '2026-11-27'],
    ['3/11', '2026-11-03'],
    ['03/11', '2026-11-03'],
    ['25/11', '2025-11-25'],
    ['3-11', '2026-11-03'],
    ['3-11-26', '2026-11-03'],
    ['3/11/2026', '2026-11-03'],
    ['3.11.2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['3/11/85', '1985-11-03'],
    ['3 nov', '2026-11-03'],
    ['3nov', '2026-11-03'],
    ['3 Nopember', '2026-11-03'],
    ['3 november 2026', '2026-11-03'],
    ['17 agt 2025', '2025-08-17'],
    ['tanggal 3', '2026-11-03'],
    ['tgl 25', '2026-10-25'],
    ['tgl 31', '2026-10-31'],
    ['tgl 3 nov', '2026-11-03'],
    ['tgl 5 bulan lalu', '2026-10-05'],
    ['3', '2026-11-03'],
    ['Senin, 23 Nov 2026', '2026-11-23'],
    ['selasa 3/11', '2026-11-03'],
    ['29/2', '2024-02-29'],
    ['yesterday', '2026-11-22'],
    ['day before yesterday', '2026-11-21'],
    ['last monday', '2026-11-16'],
    ['next friday', '2026-11-27'],
    ['nov 3', '2026-11-03'],
    ['November 3rd, 2026', '2026-11-03'],
    ['3rd of November', '2026-11-03'],
    ['3 days ago', '2026-11-20'],
    ['in 3 days', '2026-11-26'],
  ])('looking back, %s is %s', (text, expected) =>
    expect(parseDate(text, { today, prefer: 'past' })).toBe(expected),
  );

  test.each([
    ['3/11', '2027-11-03'],
    ['23/11', '2026-11-23'],
    ['25/11', '2026-11-25'],
    ['rabu', '2026-11-25'],
    ['senin', '2026-11-23'],
    ['minggu', '2026-11-29'],
    ['tanggal 3', '2026-12-03'],
    ['tgl 31', '2026-12-31'],
    ['29 feb', '2028-02-29'],
    ['jan 5', '2027-01-05'],
  ])('looking ahead, %s is %s', (text, expected) =>
    expect(parseDate(text, { today, prefer: 'future' })).toBe(expected),
  );

  test.each([
    '32/11',
    '31/4',
    '29/2/2026',
    '3/13',
    '0/5',
    '3 nov 1850',
    'Selasa, 23 Nov 2026',
    'tgl 32',
    '2026-02-30',
  ])('%s is no day', (text) => expect(parseDate(text, { today, prefer: 'past' })).toBeUndefined());

  test.each(['minggu lalu', 'bulan lalu', 'last week', '2 bulan lalu', 'minggu depan'])(
    '%s may be several days',
    (text) => expect(parseDate(text, { today, prefer: 'past' })).toBeUndefined(),
  );

  test.each(['', 'siti', '90m', 'sat', '3 orang', 'kemarin siti'])('"%s" is no date', (text) =>
    expect(parseDate(text, { today, prefer: 'past' })).toBeUndefined(),
  );

  test('comes back from what is shown, whichever way one looks', () => {
    fc.assert(
      fc.property(date, lang, fc.constantFrom('past' as const, 'future' as const), (day, shown, prefer) => {
        expect(parseDate(formatDate(day, shown), { today, prefer })).toBe(day);
        expect(parseDate(day, { today, prefer })).toBe(day);
      }),
    );
  });

  test('without a year is never on the wrong side of today', () => {
    fc.assert(
      fc.property(date, date, (now, other) => {
        const typed = `${Number(other.slice(8))}/${Number(other.slice(5, 7))}`;
        const past = parseDate(typed, { today: now, prefer: 'past' });
        const future = parseDate(typed, { today: now, prefer: 'future' });
        if (past !== undefined) expect(past <= now).toBe(true);
        if (future !== undefined) expect(future >= now).toBe(true);
        expect(past?.slice(5)).toBe(other.slice(5));
      }),
    );
  });

  test('is a real day or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,4}[/-][0-9]{1,4}([/-][0-9]{1,4})?$/u)),
        (text) => {
          const found = parseDate(text, { today, prefer: 'past' });
          expect(found === undefined || isDate(found)).toBe(true);
        },
      ),
    );
  });
});

describe('a shown moment', () => {
  const midnight = Date.parse('2026-11-23T00:00:00Z');

  test('is in the zone and manner of the reader', () => {
    expect(formatInstant(midnight, 'Asia/Makassar', 'id')).toBe('Senin, 23 Nov 2026 08.00 WITA');
    expect(formatInstant(midnight, 'Asia/Makassar', 'en')).toBe('Mon, 23 Nov 2026 08:00 WITA');
    expect(formatInstant(midnight - 1, 'Asia/Jakarta', 'id')).toBe('Senin, 23 Nov 2026 06.59 WIB');
    expect(formatClock(midnight, 'Asia/Jayapura', 'id')).toBe('09.00 WIT');
    expect(formatMonth('2026-08', 'id')).toBe('Agustus 2026');
  });

  test('falls on another date further east', () => {
    const evening = Date.parse('2026-11-22T15:30:00Z');
    expect(toDate(evening, 'Asia/Jakarta')).toBe('2026-11-22');
    expect(toDate(evening, 'Asia/Jayapura')).toBe('2026-11-23');
  });

  test('begins its date at midnight of the zone', () => {
    expect(startOfDate('2026-11-23', 'Asia/Jakarta')).toBe(Date.parse('2026-11-22T17:00:00Z'));
    fc.assert(
      fc.property(date, zone, (day, where) => {
        const start = startOfDate(day, where);
        expect(toDate(start, where)).toBe(day);
        expect(toDate(start - 1, where)).toBe(addDays(day, -1));
      }),
      { examples: [['2026-11-23', 'Asia/Jayapura']] },
    );
  });
});

describe('reckoning with dates', () => {
  test('knows months, leap days and weekdays', () => {
    expect(lastDayOf('2028-02')).toBe('2028-02-29');
    expect(lastDayOf('2026-12')).toBe('2026-12-31');
    expect(firstDayOf(monthOf(today))).toBe('2026-11-01');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(dayOfWeek(today)).toBe(1);
    expect(isDate('2026-02-29')).toBe(false);
    expect(isDate('2026-2-9')).toBe(false);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });
});

describe('the zone of an area', () => {
  test.each([
    ['33.74', 'WIB'],
    ['61', 'WIB'],
    ['62.71', 'WIB'],
    ['63', 'WITA'],
    ['65.71', 'WITA'],
    ['51.03', 'WITA'],
    ['73.71.01.1001', 'WITA'],
    ['76', 'WITA'],
    ['81', 'WIT'],
    ['82.71', 'WIT'],
    ['91.71', 'WIT'],
    ['96', 'WIT'],
    ['ID', 'WIB'],
  ])('%s keeps %s', (area, name) => expect(zoneName(zoneOfArea(area))).toBe(name));

  test('and language are recognised when read from outside', () => {
    expect([isLang('en'), isLang('fr'), isZone('Asia/Makassar'), isZone('Europe/Rome')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
