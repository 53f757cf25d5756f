import { describe, expect, it } from 'vitest';
import { fillDemo } from '../../src/demo.ts';
import { features } from '../../src/features.ts';
import { importFile, importTemplate } from '../../src/imports/import.ts';
import { activityImport } from '../../src/registers/activity-import.ts';
import { findActivitiesAfter } from '../../src/registers/activity-store.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const head = 'date;recorded-by;kind;person;people;area;place;note';

async function office(): Promise<Store> {
  const store = temporaryStore();
  await fillDemo(store, { now, zone: 'Asia/Jakarta', platform: 'console', people: 0 });
  return store;
}
const bring = (store: Store, lines: readonly string[]) =>
  importFile(store, activityImport, Buffer.from([head, ...lines].join('\n')), {
    now,
    actor: 'system:shell',
    dryRun: false,
  });

describe('activities from a file', () => {
  it('are stored as if they had been logged, by who did them, and counted', async () => {
    const store = await office();
    const before = (await findActivitiesAfter(store.read, '', 100)).length;
    const [, ...examples] = importTemplate(activityImport);
    const lines = examples.map((row) => row.join(';').replace('2026-11-05', '2026-11-06'));
    expect(await bring(store, lines)).toMatchObject({ kind: 'stored', rows: 2 });
    const rows = (await findActivitiesAfter(store.read, '', 100)).slice(before);
    expect(rows).toMatchObject([
      { doer: 'rina', kind: 'solidarity', people: 40, area: '33.74.01', note: 'HKSN' },
      { doer: 'rina', kind: 'visit', person: 'siti', date: '2026-11-06' },
    ]);
    const indicators = collectIndicators(features.flatMap((one) => one.indicators ?? []));
    expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
  });

  it('are refused when they stand already, and nothing of the file is stored', async () => {
    const store = await office();
    const line = '2026-11-03;Rina Wati;solidarity;;40;33.74.01;;HKSN';
    await bring(store, [line]);
    const count = (await findActivitiesAfter(store.read, '', 100)).length;
    const again = await bring(store, ['2026-11-04;Rina Wati;solidarity;;10;33.74.01;;', line]);
    expect(again).toMatchObject({ kind: 'refused', problems: [{ line: 3, column: 'date' }] });
    expect(await findActivitiesAfter(store.read, '', 100)).toHaveLength(count);
  });

  it.each([
    ['2027-01-01;Rina Wati;solidarity;;40;33.74.01;;', 'date'],
    ['2026-11-03;Rina Wati;party;;40;33.74.01;;', 'kind'],
    ['2026-11-03;Nobody;solidarity;;40;33.74.01;;', 'recorded-by'],
    ['2026-11-03;Rina Wati;solidarity;;0;33.74.01;;', 'people'],
    ['2026-11-03;Rina Wati;solidarity;;40;99.99;;', 'area'],
    ['2026-11-03;Rina Wati;solidarity;Siti Aminah;40;33.74.01;;', 'person'],
    ['2026-11-03;Rina Wati;visit;;;;;', 'person'],
    ['2026-11-03;Rina Wati;visit;Zulkifli;;;;', 'person'],
  ])('name what is wrong: %s', async (line, column) => {
    expect(await bring(await office(), [line])).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column }],
    });
  });
});
