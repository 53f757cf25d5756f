/** The queries of the registers, of activities and of the prelist, on both engines. */
import { expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/open.ts';
import { features } from '../../src/features.ts';
import { maskIdentity } from '../../src/language/identity-number.ts';
import { type Actor, addToCaseload, insertPerson, type RoleName } from '../../src/people/index.ts';
import { activityAttachable, activityReport } from '../../src/registers/activity-report.ts';
import {
  countActivities,
  findActivities,
  findActivitiesBySource,
} from '../../src/registers/activity-store.ts';
import { fillRegisters } from '../../src/registers/demo.ts';
import { eraseNames, findEntriesOf, findFormerNames } from '../../src/registers/erase-store.ts';
import { addEntry, correctEntry } from '../../src/registers/keep-entry.ts';
import {
  countByProvince,
  countEntries,
  countSince,
  type Filter,
  findEntries,
  findEntriesById,
  findNames,
} from '../../src/registers/list-store.ts';
import { correctActivity, logActivity, undoActivity } from '../../src/registers/log-activity.ts';
import { setActive } from '../../src/registers/move-entry.ts';
import { readPrelist } from '../../src/registers/prelist-file.ts';
import { countProposals, findProposals } from '../../src/registers/prelist-store.ts';
import { noteResult, propose } from '../../src/registers/propose.ts';
import { findByNumber, findSteps } from '../../src/registers/store.ts';
import { createVault, type Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { describeOnBothEngines } from '../support/engines.ts';

const now = Date.UTC(2026, 10, 23, 2);
const moment = { now, today: '2026-11-23' };

const actor = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [{ role, area }] },
  roles: [{ role, area }],
});
const rina = actor('rina', 'facilitator', '33.74.01');
const agus = actor('agus', 'coordinator', '33.74');

const all = (change: Partial<Filter> = {}): Filter => ({
  register: 'pillar',
  area: 'ID',
  kind: '',
  query: '',
  ...change,
});
const names = (rows: readonly { readonly name: string }[]): readonly string[] => rows.map((row) => row.name);
const page = { limit: 10, offset: 0 };

const differences = (store: Store) =>
  findTallyDifferences(
    store.read,
    collectIndicators(features.flatMap((feature) => feature.indicators ?? [])),
  );

describeOnBothEngines('registers', (open) => {
  it('are listed, searched and counted by area, kind and province', async () => {
    const store = await open();
    await store.write((tx) => fillRegisters(tx, moment));
    expect(names(await findEntries(store.read, all({ area: '35' }), page))).toEqual([
      'Karang Taruna Tlogomas',
      'Yuli Astuti',
    ]);
    expect(names(await findEntries(store.read, all({ kind: 'psm' }), page))).toEqual([
      'Asep Hidayat',
      'Yuli Astuti',
    ]);
    expect(names(await findEntries(store.read, all({ query: 'sesetan' }), page))).toEqual([
      'Yayasan Kasih Sesetan',
    ]);
    expect(await findEntries(store.read, all({ area: '35.7' }), page)).toEqual([]);
    expect(await findNames(store.read, all(), 3)).toHaveLength(3);
    const kat = await countEntries(store.read, all({ register: 'kat' }));
    expect(kat.reduce((sum, one) => sum + one.size, 0)).toBe(48 + 62 + 25);
    expect(kat.reduce((sum, one) => sum + one.gained, 0)).toBe(31 + 25);
    expect(await countByProvince(store.read, 'puskesos')).toEqual([
      { province: '35', kind: 'regency', entries: 1 },
      { province: '35', kind: 'village', entries: 1 },
      { province: '51', kind: 'village', entries: 1 },
    ]);
    const since = await countSince(store.read, now);
    expect(since.reduce((sum, one) => sum + one.entries, 0)).toBe(11);
    expect(await differences(store)).toEqual([]);
  });

  it('keep their history, and forget the names of people who ask for it', async () => {
    const store = await open();
    await store.write((tx) =>
      insertPerson(tx, { id: 'budi', name: 'Budi Santoso', area: '33.74.01.1001', now }),
    );
    const facts = {
      kind: 'psm',
      name: 'Budi Santoso',
      area: '33.74.01.1001',
      since: '2021',
      size: null,
      legalForm: '',
      registration: '',
      expires: null,
      note: 'ketua',
    };
    const added = await store.write((tx) => addEntry(tx, rina, { register: 'pillar', facts }, moment));
    if (added.kind !== 'saved') throw new Error(added.kind);
    const { id } = added.row;
    await store.write((tx) => correctEntry(tx, rina, id, { ...facts, since: '2020' }, now));
    expect((await findByNumber(store.read, 'pillar', 1))?.since).toBe('2020');
    expect((await findSteps(store.read, id))[0]?.changes).toEqual({ since: ['2021', '2020'] });
    expect(names(await findEntriesOf(store.read, 'budi'))).toEqual(['Budi Santoso']);
    expect(await findFormerNames(store.read, now + 1, 10)).toEqual([]);
    await store.write((tx) => setActive(tx, agus, id, false, now));
    expect(await findFormerNames(store.read, now + 1, 10)).toEqual([id]);
    await store.write((tx) => eraseNames(tx, [id]));
    expect(names(await findEntriesById(store.read, [id]))).toEqual(['–']);
    expect(await findFormerNames(store.read, now + 1, 10)).toEqual([]);
    expect(await differences(store)).toEqual([]);
  });
});

describeOnBothEngines('activities', (open) => {
  it('are counted by kind, for a person and for an area', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await insertPerson(tx, { id: 'siti', name: 'Siti Aminah', area: '33.74.01.1001', now });
      await addToCaseload(tx, 'rina', 'siti', now);
    });
    const draft = {
      kind: 'solidarity' as const,
      person: null,
      date: '2026-11-03',
      people: 40,
      place: '',
      area: '33.74.01',
      note: 'hksn',
      source: 'm1',
      line: 0,
    };
    const visit = { ...draft, kind: 'visit' as const, person: 'siti', people: 1, line: 1 };
    for (const one of [draft, visit]) await store.write((tx) => logActivity(tx, rina, one, { now }));
    const [event, seen] = await findActivitiesBySource(store.read, 'm1');
    if (event === undefined || seen === undefined) throw new Error('not stored');
    await store.write((tx) => correctActivity(tx, rina, event, { ...draft, people: 50 }, now));
    const dates = { from: '2026-11-01', to: '2026-11-30' };
    expect(await countActivities(store.read, { area: '33.74' }, dates)).toEqual([
      { kind: 'solidarity', n: 1, people: 50 },
      { kind: 'visit', n: 1, people: 1 },
    ]);
    const scope = {
      persons: ['rina'],
      area: null,
      month: '2026-11',
      until: '2026-11-23',
      zone: 'Asia/Jakarta' as const,
      texts: openCatalogue().in('id'),
    };
    const reported: unknown[] = [];
    for await (const row of activityReport.rows(store.read, scope)) reported.push([row[1], row[4], row[5]]);
    expect(reported).toEqual([
      [1, '', 50],
      [2, 'Siti Aminah', 1],
    ]);
    expect(await activityAttachable.findLast(store.read, rina)).toMatchObject({ id: seen.id, about: 'siti' });
    expect(await activityAttachable.find(store.read, agus, seen.id)).toBeUndefined();
    await store.write((tx) => undoActivity(tx, rina, seen.id, { now }));
    expect(await activityAttachable.find(store.read, rina, seen.id)).toBeUndefined();
    expect(await findActivities(store.read, { doer: 'rina' }, { ...dates, ...page })).toHaveLength(1);
    expect(await findActivities(store.read, { area: '33.75' }, { ...dates, ...page })).toEqual([]);
    expect(await differences(store)).toEqual([]);
  });
});

describeOnBothEngines('the prelist', (open) => {
  it('goes from the proposal to the answer', async () => {
    const store = await open();
    const vault = createVault(new Uint8Array(32).fill(7));
    const digits = '3374010101900009';
    const nik = await store.write((tx) => vault.seal(tx, digits, maskIdentity(digits), now, 86_400_000));
    const draft = { person: null, name: 'Parto', area: '33.74.01.1002', reason: 'buruh', nik, kk: null };
    const outcome = await store.write((tx) => propose(tx, rina, draft, now));
    if (outcome.kind !== 'proposed') throw new Error(outcome.kind);
    const prelist = await readPrelist(store.read, vault, '33.74');
    const rows: unknown[] = [];
    for await (const row of prelist.spec?.rows(store.read) ?? []) rows.push(row[2]);
    expect(rows).toEqual([digits]);
    await store.write((tx) => prelist.handOn(tx, { operator: 'Wahyu', actor: 'system:shell', now }));
    const answer = { state: 'accepted' as const, answer: '' };
    await store.write((tx) => noteResult(tx, agus, outcome.row.id, answer, now));
    expect([...(await countProposals(store.read, { area: '33' }))]).toEqual([['accepted', 1]]);
    expect(names(await findProposals(store.read, { addedBy: 'rina' }, page))).toEqual(['Parto']);
    expect(await differences(store)).toEqual([]);
  });
});
