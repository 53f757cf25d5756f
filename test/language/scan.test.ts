import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from '../../src/language/date.ts';
import { formatDuration } from '../../src/language/duration.ts';
import { formatMoney } from '../../src/language/money.ts';
import { type LinePart, scanLine, textOf } from '../../src/language/scan.ts';

/** Monday. */
const today = '2026-11-23';
const scan = (line: string) => scanLine(line, { today, prefer: 'past' });

function short(part: LinePart): string {
  switch (part.kind) {
    case 'date':
      return part.date;
    case 'duration':
      return `${part.minutes}m`;
    case 'money':
      return `${part.label ?? ''}=${part.rupiah}`;
    case 'people':
      return `${part.count}p`;
    case 'quoted':
      return `"${part.value}"`;
  }
}

describe('a line of field work', () => {
  test.each([
    ['siti mentoring 90m kas rapi, omzet 1,2jt', ['90m', 'omzet=1200000'], 'siti mentoring kas rapi'],
    ['90m siti omzet 1,2jt mentoring', ['90m', 'omzet=1200000'], 'siti mentoring'],
    ['budi pangan "beras habis" darurat', ['"beras habis"'], 'budi pangan darurat'],
    ['hksn 40 orang 3/11', ['40p', '2026-11-03'], 'hksn'],
    ['3/11 hksn 1.250 org', ['2026-11-03', '1250p'], 'hksn'],
    ['kemarin siti bimtek 1 jam 30 menit', ['2026-11-22', '90m'], 'siti bimtek'],
    ['siti senin lalu 2 jam', ['2026-11-16', '120m'], 'siti'],
    ['siti minggu 90m', ['2026-11-22', '90m'], 'siti'],
    ['siti omset sekitar Rp 1.250.000', ['omzet=1250000'], 'siti'],
    ['siti omzetnya 900rb', ['omzet=900000'], 'siti'],
    ['siti omzet: 900 ribu; laba 200k', ['omzet=900000', 'laba=200000'], 'siti'],
    ['siti omzet 1250000', ['omzet=1250000'], 'siti'],
    ['siti 500rb modal', ['=500000'], 'siti modal'],
    ['siti iuran: 20rb', ['iuran=20000'], 'siti'],
    ['untung 200rb', ['=200000'], 'untung'],
    ['siti untung 200rb', ['laba=200000'], 'siti'],
    ['siti modal 90m', ['90m'], 'siti modal'],
    ['3 mentoring 25 jam', ['1500m'], '3 mentoring'],
    ['siti 500', [], 'siti 500'],
    ['agus “modal habis” tgl 3 nov', ['"modal habis"', '2026-11-03'], 'agus'],
    ['Senin, 23 Nov 2026 dewi 45 menit', ['2026-11-23', '45m'], 'dewi'],
    ['siti 3 orang 1/2 jam', ['3p', '30m'], 'siti'],
    ['siti jam 9 90m', ['90m'], 'siti jam 9'],
    ['april 2 jam', ['120m'], 'april'],
    ['siti RT 03/05 60m', ['60m'], 'siti RT 03/05'],
    ['kas minggu ini naik setiap senin', [], 'kas minggu ini naik setiap senin'],
    ['siti 2x bantuan 5kg beras', [], 'siti 2x bantuan 5kg beras'],
    ['siti bantuan 2021', [], 'siti bantuan 2021'],
    ['siti (90m), kas rapi.', ['90m'], 'siti kas rapi'],
    ['SITI MENTORING 90M OMZET 1,2JT', ['90m', 'omzet=1200000'], 'SITI MENTORING'],
    ['İpek 😀 90m', ['90m'], 'İpek 😀'],
    ['siti "belum ditutup', ['"belum ditutup"'], 'siti'],
    ['yesterday siti 1h 30m sales 1,2jt', ['2026-11-22', '90m', 'omzet=1200000'], 'siti'],
    ['', [], ''],
  ])('%s', (line, parts, rest) => {
    const found = scan(line);
    expect(found.parts.map(short)).toEqual(parts);
    expect(found.rest.join(' ')).toBe(rest);
    expect(found.unread).toEqual([]);
  });

  test.each([
    ['siti 32/11', '32/11', 'date', 'no-such-day'],
    ['siti 31 april 90m', '31 april', 'date', 'no-such-day'],
    ['selasa, 23 nov 2026 siti', 'selasa, 23 nov 2026', 'date', 'other-weekday'],
    ['minggu lalu siti 60m', 'minggu lalu', 'date', 'which-day'],
    ['siti 90x', '90x', 'quantity', 'unknown-unit'],
    ['siti 90 menitt', '90 menitt', 'duration', 'unknown-unit'],
    ['siti -30 menit', '-30 menit', 'duration', 'negative'],
    ['siti -500rb', '-500rb', 'money', 'negative'],
    ['siti omzet -500000', 'omzet -500000', 'money', 'negative'],
    ['siti omzet 500', 'omzet 500', 'money', 'no-unit'],
    ['siti omzet 1-2jt', '1-2jt', 'money', 'range'],
    ['hksn 2-3 orang', '2-3 orang', 'people', 'range'],
    ['hksn 2,5 orang', '2,5 orang', 'people', 'not-whole'],
    ['siti 1.2.3jt', '1.2.3jt', 'money', 'unreadable'],
  ])('in "%s" the part "%s" is named as unread', (line, text, kind, why) => {
    expect(scan(line).unread.map((part) => [part.text, part.kind, part.why])).toEqual([[text, kind, why]]);
  });

  test('keeps the note as it was typed, without the parts', () => {
    const line = 'siti mentoring 90m kas rapi, stok kurang: gula, omzet 1,2jt';
    expect(textOf(line, scan(line).words.slice(2))).toBe('kas rapi, stok kurang: gula');
  });

  test('every part says where it stands', () => {
    const line = '  siti   90m\tomzet 1,2jt "kas rapi" ';
    const { parts, words } = scan(line);
    for (const { text, start, end } of [...parts, ...words]) expect(line.slice(start, end)).toBe(text);
    expect(parts).toHaveLength(3);
  });

  test('gives each part back in any order', () => {
    const line = fc.record({
      minutes: fc.integer({ min: 1, max: 1440 }),
      rupiah: fc.integer({ min: 1000, max: 9_999_999_999 }),
      count: fc.integer({ min: 1, max: 100_000 }),
      days: fc.integer({ min: 0, max: 20_000 }),
      lang: fc.constantFrom('id' as const, 'en' as const),
      order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
    });
    fc.assert(
      fc.property(line, ({ minutes, rupiah, count, days, lang, order }) => {
        const date = new Date(Date.UTC(2026, 10, 23) - days * 86_400_000).toISOString().slice(0, 10);
        const pieces = [
          formatDate(date, lang),
          formatDuration(minutes, lang),
          `omzet ${formatMoney(rupiah, lang)}`,
          `${count} orang`,
          'siti',
        ];
        const found = scan(order.map((index) => pieces[index]).join(' '));
        expect(found.parts.map(short).sort()).toEqual(
          [date, `${minutes}m`, `omzet=${rupiah}`, `${count}p`].sort(),
        );
        expect(found.rest).toEqual(['siti']);
        expect(found.unread).toEqual([]);
      }),
    );
  });

  test('loses no letter of whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (line) => {
        const { parts, words, unread } = scan(line);
        const places = [...parts, ...words, ...unread].sort((a, b) => a.start - b.start);
        let from = 0;
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(line.slice(from, start)).not.toMatch(/[\p{L}\p{N}]/u);
          from = end;
        }
        expect(line.slice(from)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
