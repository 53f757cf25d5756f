import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/imports/import.ts';
import { ladder } from '../../src/ladder/index.ts';
import { insertPerson } from '../../src/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);

async function office(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'siti', name: 'Siti Aminah', area: '33.74.01.1001', now });
    await insertPerson(tx, { id: 'budi', name: 'Budi Santoso', area: '33.74.01.1002', now });
  });
  return store;
}

const bring = (store: Store, kind: string, ...lines: readonly string[]) => {
  const spec = ladder.imports?.find((one) => one.kind === kind);
  if (spec === undefined) throw new Error(`${kind} is not imported`);
  const options = { now, actor: 'system:shell', dryRun: false };
  return importFile(store, spec, Buffer.from(lines.join('\n')), options);
};

const exported = async (store: Store, kind: string): Promise<readonly string[]> => {
  const spec = ladder.exports?.find((one) => one.kind === kind);
  const rows = [spec?.columns.map((one) => one.name).join(',') ?? ''];
  for await (const row of spec?.rows(store.read) ?? []) rows.push(row.map((cell) => cell ?? '').join(','));
  return rows;
};

describe('the ladder in files', () => {
  it.each([
    [
      'kpm',
      'name,area,graduation,business-kind,business,brand,stage,since',
      'Budi Santoso,33.74.01.1002,,,,,none,',
      'Siti Aminah,33.74.01.1001,natural,grocery,warung,Warung Bu Siti,wp,2026-03-02',
    ],
    [
      'bsimu',
      'name,area,date,amount,funding,note',
      'Siti Aminah,33.74.01.1001,2026-03-12,3500000,apbn,',
      'Budi Santoso,33.74.01.1002,2026-03-12,500000,hdn,untuk etalase',
    ],
    ['partners', 'name,kind,area', 'PT Maju Jaya,company,33.74', 'Universitas Diponegoro,university,33'],
  ])('%s come out as they went in', async (kind, ...lines) => {
    const store = await office();
    expect(await bring(store, kind, ...lines)).toEqual({ kind: 'stored', rows: 2 });
    expect([...(await exported(store, kind))].sort()).toEqual([...lines].sort());
    expect(await findTallyDifferences(store.read, collectIndicators(ladder.indicators ?? []))).toEqual([]);
  });

  it.each([
    ['kpm', 'name,area,stage,since', 'Siti Aminah,33.74.01.1001,wx,', ['stage', 'since']],
    ['kpm', 'name,area,stage,since', 'Siti Aminah,33.74.01.1001,wp,', ['since']],
    ['kpm', 'name,area,stage,since', 'Siti Aminah,33.74.01.1001,wp,2027-01-01', ['since']],
    ['kpm', 'name,area,stage,since', 'Joko,33.74.01.1001,none,', ['name']],
    ['kpm', 'name,area,business-kind', 'Siti Aminah,33.74.01.1001,bakery', ['business-kind']],
    ['bsimu', 'name,area,date,amount,funding', 'Siti Aminah,33.74.01.1001,2026-03-12,0,apbn', ['amount']],
    ['bsimu', 'name,area,date,amount,funding', 'Siti Aminah,33.74.01.1001,2026-03-12,1.5,apbn', ['amount']],
    ['bsimu', 'name,area,date,amount,funding', 'Siti Aminah,33.74.01.1001,2026-03-12,1000,apbd', ['funding']],
    ['bsimu', 'name,area,date,amount,funding', 'Siti Aminah,33.74.01.1001,2027-03-12,1000,hdn', ['date']],
    ['partners', 'name,kind,area', 'PT Maju,pabrik,33.74', ['kind']],
    ['partners', 'name,kind,area', 'PT Maju,company,99.99', ['area']],
  ])('a bad row of %s (%s: %s) is named by column', async (kind, head, row, columns) => {
    const refused = await bring(await office(), kind, head, row);
    expect(refused.kind).toBe('refused');
    const named = refused.kind === 'refused' ? refused.problems.map((one) => one.column) : [];
    expect(named).toEqual(columns);
  });

  it('the same receipt is not brought in twice', async () => {
    const store = await office();
    const lines = ['name,area,date,amount,funding', 'Siti Aminah,33.74.01.1001,2026-03-12,3500000,apbn'];
    await bring(store, 'bsimu', ...lines);
    expect(await bring(store, 'bsimu', ...lines)).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 'amount' }],
    });
  });
});
