import { describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { type ImportSpec, importFile, importTemplate } from '../../src/imports/import.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const own = features.find((feature) => feature.name === 'registers');
const kinds = ['communities', 'pillars', 'puskesos'];

const specOf = (kind: string): ImportSpec => {
  const spec = own?.imports?.find((one) => one.kind === kind);
  if (spec === undefined) throw new Error(`${kind} are not imported`);
  return spec;
};

const bring = (store: Store, kind: string, text: string | Uint8Array) =>
  importFile(store, specOf(kind), typeof text === 'string' ? Buffer.from(text) : text, {
    now,
    actor: 'system:shell',
    dryRun: false,
  });

async function taken(store: Store, kind: string): Promise<readonly (readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = [];
  for await (const row of own?.exports?.find((one) => one.kind === kind)?.rows(store.read) ?? [])
    rows.push(row);
  return rows;
}

const csv = (rows: readonly (readonly unknown[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(',')).join('\n');

describe('a register from a file', () => {
  it.each(kinds)('takes its own template: %s', async (kind) => {
    const store = temporaryStore();
    const result = await bring(store, kind, csv(importTemplate(specOf(kind))));
    expect(result).toEqual({ kind: 'stored', rows: 2 });
    const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
    expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
  });

  it.each(kinds)('comes back from its own export: %s', async (kind) => {
    const store = temporaryStore();
    await bring(store, kind, csv(importTemplate(specOf(kind))));
    const rows = await taken(store, kind);
    const columns = own?.exports?.find((one) => one.kind === kind)?.columns.map((one) => one.name) ?? [];
    const second = temporaryStore();
    expect(await bring(second, kind, csv([columns, ...rows]))).toEqual({ kind: 'stored', rows: 2 });
    expect(await taken(second, kind)).toEqual(rows);
  });

  const head = 'kind;name;area;since;registration;expires;note';
  const good = 'psm;Budi Santoso;33.74.01.1001;2021;;;';

  it('is read with a byte order mark and semicolons', async () => {
    const store = temporaryStore();
    expect(await bring(store, 'pillars', `\uFEFF${head}\n${good}`)).toEqual({ kind: 'stored', rows: 1 });
  });

  it('is read in Windows-1252', async () => {
    const store = temporaryStore();
    const bytes = Buffer.from(`${head}\npsm;André Kusuma;33.74.01.1001;;;;`, 'latin1');
    await bring(store, 'pillars', bytes);
    expect((await taken(store, 'pillars'))[0]?.[1]).toBe('André Kusuma');
  });

  it.each([
    ['an identity number', 'psm;Siti Aminah;33.74.01.1001;;;;3374010101900001', 'note'],
    ['one that a spreadsheet shortened', 'psm;Siti Aminah;33.74.01.1001;;;;"3,37401E+15"', 'note'],
    ['one in the registration', 'lks;Yayasan Kasih;33.74.01;;3374010101900001;;', 'registration'],
    ['an unknown kind', 'rw;Siti Aminah;33.74.01.1001;;;;', 'kind'],
    ['an area that is none', 'psm;Siti Aminah;99.99;;;;', 'area'],
    ['an area too wide', 'psm;Siti Aminah;33;;;;', 'area'],
    ['a year ahead', 'psm;Siti Aminah;33.74.01.1001;2031;;;', 'since'],
    ['a last day that is none', 'lks;Yayasan Kasih;33.74.01;;;akhir tahun;', 'expires'],
    ['the same entry twice', good, 'kind'],
  ])('is refused with %s, by line and column, and nothing is stored', async (_what, line, column) => {
    const store = temporaryStore();
    const result = await bring(store, 'pillars', [head, good, line].join('\n'));
    expect(result).toMatchObject({ kind: 'refused', problems: [{ line: 3, column }] });
    expect(await taken(store, 'pillars')).toEqual([]);
  });

  it('is refused when an entry stands in the register already', async () => {
    const store = temporaryStore();
    await bring(store, 'pillars', [head, good].join('\n'));
    expect(await bring(store, 'pillars', [head, good].join('\n'))).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 'name' }],
    });
  });

  it.each([
    ['households that are no number', 'Suku A,33.74.01.1001,banyak,,', 'households'],
    ['an unknown stage', 'Suku A,33.74.01.1001,12,selesai,', 'stage'],
    ['documents without their day', 'Suku A,33.74.01.1001,12,,4', 'documents-date'],
  ])('of communities is refused with %s', async (_what, line, column) => {
    const store = temporaryStore();
    const result = await bring(store, 'communities', `name,area,households,stage,documents\n${line}`);
    expect(result).toMatchObject({ kind: 'refused', problems: [{ line: 2, column }] });
  });
});
