import { describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { importFile } from '../../src/imports/import.ts';
import { insertPerson, insertRole } from '../../src/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import { findAllTargets } from '../../src/targets/store.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const specOf = (kind: string) => {
  const spec = features.flatMap((feature) => feature.imports ?? []).find((one) => one.kind === kind);
  if (spec === undefined) throw new Error(`no import is called ${kind}`);
  return spec;
};
const bring = (store: Store, kind: string, lines: readonly string[]) =>
  importFile(store, specOf(kind), Buffer.from(lines.join('\n')), { now, actor: 'test', dryRun: false });
const head = 'indicator,programme,area,facilitator,period,funding,number,source';

describe('targets from a file', () => {
  it('takes a whole breakdown, shares worked out from the number above, rows in any order', async () => {
    const store = temporaryStore();
    await store.write(async (tx) => {
      await insertPerson(tx, { id: 'rina', name: 'Rina Wati', area: '33.74.01', now });
      await insertRole(tx, { person: 'rina', role: 'facilitator', area: '33.74.01', grantedBy: 'test', now });
    });
    const result = await bring(store, 'targets', [
      head,
      'sessions,,33.74,Rina Wati,2026,,120,SK 1',
      'sessions,,33.74,,2026,,10%,SK 1',
      'sessions,,33,,2026,,9.000,SK 1',
      'sessions,,ID,,2026,,90000,SK 1',
    ]);
    expect(result).toEqual({ kind: 'stored', rows: 4 });
    const stored = await findAllTargets(store.read);
    expect(Object.fromEntries(stored.map((row) => [row.scope, row.number]))).toEqual({
      'person:rina': 120,
      '33.74': 900,
      '33': 9_000,
      ID: 90_000,
    });
  });

  it.each([
    ['an unknown area', 'sessions,,99.99,,2026,,5,SK', 'area'],
    ['an unknown indicator', 'kunjungan,,33.74,,2026,,5,SK', 'indicator'],
    ['a negative number', 'sessions,,33.74,,2026,,-5,SK', 'number'],
    ['half a session', 'sessions,,33.74,,2026,,"2,5",SK', 'number'],
    ['a share above 100 %', 'sessions,,33.74,,2026,,120%,SK', 'number'],
    ['a share of nothing', 'sessions,,33.74,,2026,,40%,SK', 'number'],
    ['a period that is none', 'sessions,,33.74,,2026-Q5,,5,SK', 'period'],
    ['an unknown funding', 'sessions,,33.74,,2026,APBX,5,SK', 'funding'],
    ['an unknown programme', 'sessions,xyz,33.74,,2026,,5,SK', 'programme'],
    ['a facilitator who is not there', 'sessions,,33.74,Budi,2026,,5,SK', 'facilitator'],
    ['no source', 'sessions,,33.74,,2026,,5,', 'source'],
  ])('refuses %s by line and column, and stores nothing', async (_what, row, column) => {
    const store = temporaryStore();
    const result = await bring(store, 'targets', [head, 'sessions,,32,,2026,,5,SK', row]);
    expect(result).toMatchObject({ kind: 'refused', problems: [{ line: 3, column }] });
    expect(await findAllTargets(store.read)).toEqual([]);
  });

  it('names every row of parts that together hold more than the whole', async () => {
    const result = await bring(temporaryStore(), 'targets', [
      head,
      'sessions,,33,,2026,,100,SK',
      'sessions,,33.74,,2026,,60%,SK',
      'sessions,,33.75,,2026,,60%,SK',
    ]);
    expect(result).toMatchObject({ kind: 'refused', problems: [{ line: 2 }, { line: 3 }, { line: 4 }] });
    expect(JSON.stringify(result)).toContain('above 100 %');
  });

  it('holds a file against what stands in the store', async () => {
    const store = temporaryStore();
    await bring(store, 'targets', [head, 'sessions,,33,,2026,,100,SK', 'sessions,,33.75,,2026,,80,SK']);
    const result = await bring(store, 'targets', [head, 'sessions,,33.74,,2026,,21,SK']);
    expect(result).toMatchObject({ kind: 'refused', problems: [{ line: 2, column: 'number' }] });
  });

  it('refuses the same target twice and a step left out', async () => {
    const twice = [head, 'sessions,,33.74,,2026,,5,SK', 'sessions,,33.74,,2026,,6,SK'];
    expect(await bring(temporaryStore(), 'targets', twice)).toMatchObject({ problems: [{ line: 3 }] });
    const gap = [head, 'sessions,,ID,,2026,,50,SK', 'sessions,,33.74,,2026,,6,SK'];
    expect(await bring(temporaryStore(), 'targets', gap)).toMatchObject({
      problems: [{ line: 3, column: 'area' }],
    });
  });
});

describe('progress from a file', () => {
  it('refuses what is counted from records and what is no month', async () => {
    const result = await bring(temporaryStore(), 'progress', [
      'indicator,area,month,funding,number,source',
      'sessions,33.74,2026-10,,4,Laporan',
      'prokus-kpm,33.74,2026-Q4,,4,Laporan',
      'prokus-kpm,33.74,2026-10,HDN,4,Laporan',
    ]);
    expect(result).toMatchObject({
      kind: 'refused',
      problems: [
        { line: 2, column: 'indicator' },
        { line: 3, column: 'month' },
      ],
    });
  });
});
