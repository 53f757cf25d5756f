import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/language/duration.ts';
import { formatMoney, parseMoney } from '../../src/language/money.ts';
import { formatNumber, parseCount, parseNumber } from '../../src/language/number.ts';

const lang = fc.constantFrom('id' as const, 'en' as const);

describe('numbers', () => {
  test.each([
    ['1,2', 1.2],
    ['1.2', 1.2],
    ['1.25', 1.25],
    ['1.250', 1250],
    ['1,250', 1.25],
    ['0.125', 0.125],
    ['1.250,50', 1250.5],
    ['1,250.50', 1250.5],
    ['1.250.000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1 250 000', 1_250_000],
    ['12500', 12_500],
    ['1250.500', 1250.5],
    [' 7 ', 7],
    ['-3,5', -3.5],
    ['\u22122', -2],
    ['+4', 4],
    [',5', 0.5],
    ['0', 0],
  ])('%s is read as %d', (text, value) => expect(parseNumber(text)).toBe(value));

  test.each(['', 'dua', '1.2.3', '12.50,5', '1,2,3', '1.25,000.5', '1..2', '5kg', '1 2', '--3', '٣'])(
    '"%s" is no number',
    (text) => expect(parseNumber(text)).toBeUndefined(),
  );

  test.each([
    ['500,000', 500_000],
    ['500.000', 500_000],
    ['40', 40],
    ['1,5', undefined],
    ['-4', undefined],
    ['99999999999999999999', undefined],
  ])('as a count %s is %s', (text, value) => expect(parseCount(text)).toBe(value));

  test('Indonesian groups with dots, English with commas', () => {
    expect(formatNumber(1250, 'id')).toBe('1.250');
    expect(formatNumber(1250.5, 'id')).toBe('1.250,5');
    expect(formatNumber(1_250_000, 'en')).toBe('1,250,000');
    expect(formatNumber(-0, 'id')).toBe('0');
  });

  test('a whole number of any size comes back from its Indonesian form', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseNumber(formatNumber(value, 'id'))).toBe(value);
      }),
    );
  });

  test('no text makes the reader throw or give NaN', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseNumber(text)).not.toBeNaN();
      }),
    );
  });
});

describe('money', () => {
  test.each([
    ['1,2jt', 1_200_000],
    ['1.2 jt', 1_200_000],
    ['1,2 juta', 1_200_000],
    ['500rb', 500_000],
    ['500 rb', 500_000],
    ['500 ribu', 500_000],
    ['500ribuan', 500_000],
    ['Rp 1.250.000', 1_250_000],
    ['Rp1.250.000', 1_250_000],
    ['Rp 1 250 000', 1_250_000],
    ['Rp. 1.250.000,-', 1_250_000],
    ['Rp 1.250.000,00', 1_250_000],
    ['IDR 500000', 500_000],
    ['1250000', 1_250_000],
    ['1.250.000', 1_250_000],
    ['1,250,000', 1_250_000],
    ['1 250 000', 1_250_000],
    ['500,000', 500_000],
    ['rp1,5 juta', 1_500_000],
    ['2m', 2_000_000_000],
    ['2 miliar', 2_000_000_000],
    ['1,5 milyar', 1_500_000_000],
    ['50k', 50_000],
    ['50K', 50_000],
    ['1 juta 250 ribu', 1_250_000],
    ['1jt200rb', 1_200_000],
    ['1.250rb', 1_250_000],
    ['sejuta', 1_000_000],
    ['seribu', 1000],
    ['setengah juta', 500_000],
    ['dua juta', 2_000_000],
    ['12 ribu rupiah', 12_000],
    ['7500 rupiah', 7500],
    ['0', 0],
    ['750rb.', 750_000],
  ])('%s is %d rupiah', (text, rupiah) => expect(parseMoney(text)).toBe(rupiah));

  test.each([
    '-5',
    'Rp -500',
    '-500rb',
    'minus 5rb',
    '1,2345678jt',
    '12,5',
    'abc',
    '',
    'sek',
    '5 ekor',
    '1-2jt',
    '1.2.3jt',
    '99999999999999999999',
  ])('"%s" is no amount of whole, positive rupiah', (text) => expect(parseMoney(text)).toBeUndefined());

  test('is written with Rp and the separators of the language', () => {
    expect(formatMoney(1_250_000)).toBe('Rp1.250.000');
    expect(formatMoney(1_250_000, 'en')).toBe('Rp1,250,000');
    expect(formatMoney(-500)).toBe('-Rp500');
  });

  test('every amount comes back from what is shown, in both languages', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), lang, (rupiah, shown) => {
        expect(parseMoney(formatMoney(rupiah, shown))).toBe(rupiah);
      }),
    );
  });

  test('thousands and tenths of millions are the same in their short forms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
        expect(parseMoney(`${n}rb`)).toBe(n * 1000);
        expect(parseMoney(`${Math.floor(n / 10)},${n % 10}jt`)).toBe(n * 100_000);
      }),
    );
  });
});

describe('durations', () => {
  test.each([
    ['90m', 90],
    ['90 mnt', 90],
    ['90mnt', 90],
    ['90 menit', 90],
    ['90 Menit.', 90],
    ['2 jam', 120],
    ['2jam', 120],
    ['1,5 jam', 90],
    ['1.5 jam', 90],
    ['1j30m', 90],
    ['1j 30m', 90],
    ['1j30', 90],
    ['1 jam 30 menit', 90],
    ['1 jam dan 15 menit', 75],
    ['1 jam 30', 90],
    ['setengah jam', 30],
    ['1/2 jam', 30],
    ['½ jam', 30],
    ['seperempat jam', 15],
    ['sejam', 60],
    ['satu setengah jam', 90],
    ['1 1/2 jam', 90],
    ['1 jam setengah', 90],
    ['dua jam', 120],
    ['2h', 120],
    ['1h 30m', 90],
    ['2 hours', 120],
    ['half an hour', 30],
    ['an hour and a half', 90],
    ['45 minutes', 45],
    ['25 jam', 1500],
    ['0,33 jam', 20],
    ['90 mneit', 90],
  ])('%s is %d minutes', (text, minutes) => expect(parseDuration(text)).toBe(minutes));

  test.each(['90', '90x', '-30 menit', '1,5 menit', '2 jam lalu', 'jam 9', '2 hari', '', 'menit'])(
    '"%s" is no duration',
    (text) => expect(parseDuration(text)).toBeUndefined(),
  );

  test('are shown in hours and minutes, or in minutes alone', () => {
    expect(formatDuration(90, 'id')).toBe('1 jam 30 menit');
    expect(formatDuration(90, 'id', { as: 'minutes' })).toBe('90 menit');
    expect(formatDuration(60, 'en')).toBe('1 hour');
    expect(formatDuration(121, 'en')).toBe('2 hours 1 minute');
  });

  test('every length comes back from what is shown, in both languages and both ways', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 20_000 }),
        lang,
        fc.constantFrom('hours' as const, 'minutes' as const),
        (minutes, shown, as) => {
          expect(parseDuration(formatDuration(minutes, shown, { as }))).toBe(minutes);
        },
      ),
    );
  });
});
