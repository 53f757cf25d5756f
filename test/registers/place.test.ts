import { describe, expect, it } from 'vitest';
import { areaName } from '../../src/language/areas.ts';
import { officeNameOf, readPlace } from '../../src/registers/place.ts';
import { readLine } from '../../src/registers/read-line.ts';
import { readCategory, readField, readSince, type SheetName } from '../../src/registers/sheet.ts';

const today = '2026-11-23';
const context = { today, within: '33.74', lang: 'id' as const };

describe('a typed place', () => {
  const read = (typed: string, levels = ['village', 'district', 'regency'], within = '33.74') =>
    readPlace(typed, { lang: 'id', within, levels, tooWide: 'too-wide' });

  it.each([
    ['kec. semarang tengah', 'Kec. Semarang Tengah'],
    ['kel pekundn', 'Kel. Pekunden'],
    ['33.74.01', 'Kec. Semarang Tengah'],
    ['kec lowokwaru', 'Kec. Lowokwaru'],
    ['kota malang', 'Kota Malang'],
  ])('%s is found, slips forgiven, near the own area first', (typed, name) => {
    const place = read(typed);
    expect(place.kind === 'ok' ? areaName(place.value) : place).toBe(name);
  });

  it('that several have is asked about, unless only one is of a size that fits', () => {
    expect(read('ngaliyan')).toMatchObject({ kind: 'wrong', key: 'registers-area-several' });
    const only = read('ngaliyan', ['village']);
    expect(only.kind === 'ok' ? areaName(only.value) : only).toBe('Kel. Ngaliyan');
  });

  it.each([
    ['jawa tengah', 'too-wide'],
    ['33', 'too-wide'],
    ['ID', 'too-wide'],
    ['antah berantah', 'registers-area-unknown'],
    ['', 'registers-area-unknown'],
  ])('%s is refused', (typed, key) => {
    expect(read(typed)).toMatchObject({ kind: 'wrong', key });
  });

  it('gives an office its name', () => {
    expect(['33.74', '33.74.01.1001'].map(officeNameOf)[0]).toBe('SLRT Kota Semarang');
    expect(officeNameOf('35.73.05.1003')).toBe('Puskesos Tlogomas');
  });
});

describe('a line of a register', () => {
  it.each<readonly [SheetName, string, Readonly<Record<string, string>>]>([
    [
      'kat',
      'Komunitas Hulu, kel pekunden, kategori III, 45 kk, akses perahu',
      { name: 'Komunitas Hulu', kind: '3', size: '45', note: 'akses perahu' },
    ],
    ['kat', '1.250 keluarga, kec semarang tengah, Warga Pesisir', { name: 'Warga Pesisir', size: '1250' }],
    [
      'pillar',
      'pekunden, tksk Budi Santoso, sejak 2019',
      { kind: 'tksk', name: 'Budi Santoso', since: '2019' },
    ],
    ['pillar', 'Karang Taruna Tunas Muda, pekunden', { kind: 'karang-taruna', name: 'Tunas Muda' }],
    [
      'lks',
      'lks Yayasan Kasih, pekunden, no 460/1/2024, berlaku sampai 31/12/2027',
      { name: 'Yayasan Kasih', registration: '460/1/2024', expires: '2027-12-31', legalForm: 'yayasan' },
    ],
    ['puskesos', 'pekunden, dibentuk 15/3/2021, 3 petugas', { since: '2021-03-15', size: '3' }],
  ])('%s: %s', (sheet, line, expected) => {
    const { area, ...rest } = readLine(sheet, line, context);
    expect(rest).toEqual(expected);
    expect(area).toMatch(/^33\.74\./u);
  });
});

describe('a field of a register', () => {
  it.each([
    ['I', '1'],
    ['kategori ii', '2'],
    ['cat. 3', '3'],
    ['4', undefined],
    ['iv', undefined],
  ])('reads the category %s', (typed, category) => {
    expect(readCategory(typed)).toBe(category);
  });

  it.each([
    ['2021', '2021'],
    ['sejak 2019', '2019'],
    ['15/3/2021', '2021-03-15'],
    ['2031', undefined],
    ['besok', undefined],
    ['dulu sekali', undefined],
  ])('reads since when: %s', (typed, since) => {
    expect(readSince(typed, today)).toBe(since);
  });

  it.each<readonly [SheetName, Parameters<typeof readField>[1], string]>([
    ['kat', 'name', 'Komunitas Hulu'],
    ['kat', 'area', 'kel pekunden'],
    ['kat', 'kind', 'kategori II'],
    ['kat', 'size', '45 kk'],
    ['pillar', 'kind', 'Karang Taruna'],
    ['pillar', 'since', '3/11/2020'],
    ['lks', 'legalForm', 'belum berbadan hukum'],
    ['lks', 'registration', '460/1/2024'],
    ['lks', 'expires', '31/12/2027'],
    ['puskesos', 'note', ' buka senin '],
  ])('accepts its own output: %s %s', (sheet, field, typed) => {
    const first = readField(sheet, field, typed, context);
    expect(first.kind).toBe('ok');
    if (first.kind === 'ok') expect(readField(sheet, field, first.value, context)).toEqual(first);
  });
});
