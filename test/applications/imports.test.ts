import { describe, expect, it } from 'vitest';
import { findListed } from '../../src/applications/store.ts';
import { features } from '../../src/features.ts';
import { importFile } from '../../src/imports/import.ts';
import { insertPerson } from '../../src/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const own = features.find((feature) => feature.name === 'applications');
const head = 'name,area,programme,stage,since,missing,reason';

async function office(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'siti', name: 'Siti Aminah', area: '33.74.01.1001', now });
    await insertPerson(tx, { id: 'budi', name: 'Budi Santoso', area: '33.74.01.1002', now });
  });
  return store;
}

const bring = (store: Store, ...lines: readonly string[]) => {
  const [spec] = own?.imports ?? [];
  if (spec === undefined) throw new Error('applications are not imported');
  return importFile(store, spec, Buffer.from(lines.join('\n')), {
    now,
    actor: 'system:shell',
    dryRun: false,
  });
};

const exported = async (store: Store): Promise<readonly (readonly unknown[])[]> => {
  const rows: (readonly unknown[])[] = [];
  for await (const row of own?.exports?.[0]?.rows(store.read) ?? []) rows.push(row);
  return rows;
};

describe('applications from a file', () => {
  it('are stored with their stage, papers and reason, and counted', async () => {
    const store = await office();
    const result = await bring(
      store,
      head,
      'Siti Aminah,33.74.01.1001,PENA,,2026-11-02,"KK, rencana usaha",',
      'Budi Santoso,33.74.01.1002,KUBE,approved,2026-10-20,,Lengkap',
    );
    expect(result).toEqual({ kind: 'stored', rows: 2 });
    const open = await findListed(store.read, { kind: 'area', area: '33.74.01' }, 'open', {
      limit: 9,
      offset: 0,
    });
    expect(open.map((row) => [row.person, row.stage, row.missing])).toEqual([
      ['budi', 'approved', []],
      ['siti', 'received', ['KK', 'rencana usaha']],
    ]);
    const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
    expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
  });

  it('come back from their own export with the same numbers', async () => {
    const store = await office();
    await bring(store, head, 'Siti Aminah,33.74.01.1001,PENA,refused,2026-11-02,,Belum lengkap');
    const [row] = await exported(store);
    const second = await office();
    const names = own?.exports?.[0]?.columns.map((column) => column.name) ?? [];
    expect(await bring(second, names.join(','), (row ?? []).join(','))).toEqual({ kind: 'stored', rows: 1 });
    expect(await exported(second)).toEqual([row]);
  });

  it.each([
    ['nobody of that name', 'Sri,33.74.01.1001,PENA,,2026-11-02,,', 'name'],
    ['an unknown area', 'Siti Aminah,99.99,PENA,,2026-11-02,,', 'area'],
    ['an unknown programme', 'Siti Aminah,33.74.01.1001,BANSOS,,2026-11-02,,', 'programme'],
    ['an unknown stage', 'Siti Aminah,33.74.01.1001,PENA,lulus,2026-11-02,,', 'stage'],
    ['a day that is none', 'Siti Aminah,33.74.01.1001,PENA,,31/02/2026,,', 'since'],
    ['a day ahead', 'Siti Aminah,33.74.01.1001,PENA,,2027-01-01,,', 'since'],
    ['a decision without a reason', 'Siti Aminah,33.74.01.1001,PENA,refused,2026-11-02,,', 'reason'],
  ])('are refused with %s, by line and column, and nothing is stored', async (_what, line, column) => {
    const store = await office();
    const result = await bring(store, head, 'Budi Santoso,33.74.01.1002,KUBE,,2026-10-20,,', line);
    expect(result).toMatchObject({ kind: 'refused', problems: [{ line: 3, column }] });
    expect(await exported(store)).toEqual([]);
  });

  it('are refused when one to the same programme is open already', async () => {
    const store = await office();
    const line = 'Siti Aminah,33.74.01.1001,PENA,,2026-11-02,,';
    await bring(store, head, line);
    expect(await bring(store, head, line)).toMatchObject({
      kind: 'refused',
      problems: [{ column: 'programme' }],
    });
  });
});
