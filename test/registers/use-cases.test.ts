import { describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import { type Actor, insertPerson, type RoleName } from '../../src/people/index.ts';
import { addEntry, correctEntry, type NewEntry, undoEntry } from '../../src/registers/keep-entry.ts';
import { addGain, moveStage, setActive, undoGain } from '../../src/registers/move-entry.ts';
import { type EntryFacts, undoMs } from '../../src/registers/register.ts';
import { findEntry, findSteps } from '../../src/registers/store.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const moment = { now, today: '2026-11-23' };
const desa = '33.74.01.1001';

const actor = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [{ role, area }] },
  roles: [{ role, area }],
});
const rina = actor('rina', 'facilitator', '33.74.01');
const sari = actor('sari', 'facilitator', '33.74.01');
const agus = actor('agus', 'coordinator', '33.74');
const faraway = actor('faraway', 'coordinator', '33.75');
const siti = actor('siti', 'citizen', desa);

const facts = (change: Partial<EntryFacts> = {}): EntryFacts => ({
  kind: '2',
  name: 'Komunitas Sungai Hulu',
  area: desa,
  since: null,
  size: 45,
  legalForm: '',
  registration: '',
  expires: null,
  note: '',
  ...change,
});
const community = (change: Partial<EntryFacts> = {}): NewEntry => ({ register: 'kat', facts: facts(change) });
const psm = (change: Partial<EntryFacts> = {}): NewEntry => ({
  register: 'pillar',
  facts: facts({ kind: 'psm', name: 'Budi Santoso', size: null, since: '2026-03-01', ...change }),
});

async function saved(store: Store, draft: NewEntry, by: Actor = rina): Promise<string> {
  const outcome = await store.write((tx) => addEntry(tx, by, draft, moment));
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return outcome.row.id;
}

const differences = (store: Store) =>
  findTallyDifferences(
    store.read,
    collectIndicators(features.flatMap((feature) => feature.indicators ?? [])),
  );

const refusals = async (store: Store): Promise<readonly string[]> => {
  const { audit } = store.read.tables(defineAuditTables);
  const rows = await store.read.db.select().from(audit);
  return rows.filter((row) => row.action === 'register.refused').map((row) => row.actor);
};

describe('an entry of a register', () => {
  it.each([
    ['a citizen', siti],
    ['a coordinator of another city', faraway],
    ['somebody unknown', { account: 'test|x', shownName: '', persons: [], roles: [] } satisfies Actor],
  ])('is not added by %s, and the try is in the audit', async (_who, by) => {
    const store = temporaryStore();
    const outcome = await store.write((tx) => addEntry(tx, by, community(), moment));
    expect(outcome.kind).toBe('not-allowed');
    expect(await refusals(store)).toHaveLength(1);
  });

  it('is shown instead of stored when it stands already, and stored when the person is sure', async () => {
    const store = temporaryStore();
    await saved(store, community());
    const draft = community({ name: 'KOMUNITAS  sungai hulu' });
    const again = await store.write((tx) => addEntry(tx, rina, draft, moment));
    expect(again).toMatchObject({ kind: 'same', row: { number: 1 } });
    const sure = await store.write((tx) => addEntry(tx, rina, draft, { ...moment, sure: true }));
    expect(sure).toMatchObject({ kind: 'saved', row: { number: 2 } });
  });

  it('keeps what it said before a correction, and counts where it is now', async () => {
    const store = temporaryStore();
    const id = await saved(store, psm());
    await store.write((tx) => addGain(tx, rina, id, { n: 1, date: '2026-11-02', note: 'bimtek' }, now));
    const moved = facts({
      kind: 'psm',
      name: 'Budi Santoso',
      size: null,
      area: '33.74.01.1002',
      since: '2025',
    });
    const outcome = await store.write((tx) => correctEntry(tx, sari, id, moved, now));
    expect(outcome.kind).toBe('corrected');
    const [step] = await findSteps(store.read, id);
    expect(step?.changes).toEqual({ area: [desa, '33.74.01.1002'], since: ['2026-03-01', '2025'] });
    expect(await differences(store)).toEqual([]);
  });

  it('is not moved by a correction into an area where its corrector does not work', async () => {
    const store = temporaryStore();
    const id = await saved(store, community());
    const outcome = await store.write((tx) => correctEntry(tx, rina, id, facts({ area: '33.74.02' }), now));
    expect(outcome.kind).toBe('not-allowed');
    expect((await findEntry(store.read, id))?.area).toBe(desa);
  });

  it('is taken back by its maker for fifteen minutes, by nobody else there, and later by the coordinator', async () => {
    const store = temporaryStore();
    const id = await saved(store, community());
    const late = now + undoMs + 1;
    const undo = (by: Actor, at: number) => store.write((tx) => undoEntry(tx, by, id, at));
    expect((await undo(sari, now)).kind).toBe('not-allowed');
    expect((await undo(faraway, now)).kind).toBe('not-allowed');
    expect((await undo(rina, late)).kind).toBe('too-late');
    expect((await undo(agus, late)).kind).toBe('undone');
    expect((await undo(agus, late)).kind).toBe('undone-before');
    expect(await differences(store)).toEqual([]);
  });

  it('of a community moves through its stages by the coordinator only, and its households count when care ends', async () => {
    const store = temporaryStore();
    const id = await saved(store, community());
    const move = (by: Actor, stage: 'termination') =>
      store.write((tx) => moveStage(tx, by, id, stage, moment));
    expect((await move(rina, 'termination')).kind).toBe('not-allowed');
    expect((await move(agus, 'termination')).kind).toBe('moved');
    expect((await move(agus, 'termination')).kind).toBe('moved-before');
    expect(await differences(store)).toEqual([]);
  });

  it('of a pillar counts while it is active', async () => {
    const store = temporaryStore();
    const id = await saved(store, psm());
    const set = (by: Actor) => store.write((tx) => setActive(tx, by, id, false, now));
    expect((await set(rina)).kind).toBe('not-allowed');
    expect((await set(agus)).kind).toBe('moved');
    expect(await differences(store)).toEqual([]);
  });

  it('collects documents, and gives back one batch that was wrong', async () => {
    const store = temporaryStore();
    const id = await saved(store, community());
    const gain = (n: number) =>
      store.write((tx) => addGain(tx, rina, id, { n, date: '2026-11-02', note: '' }, now));
    await gain(12);
    const second = await gain(5);
    if (second.kind !== 'gained') throw new Error(second.kind);
    expect(second.row.gained).toBe(17);
    const undo = (by: Actor, at: number) => store.write((tx) => undoGain(tx, by, second.step, at));
    expect((await undo(rina, now + undoMs + 1)).kind).toBe('not-allowed');
    expect(await undo(rina, now)).toMatchObject({ kind: 'moved', row: { gained: 12 } });
    expect((await undo(rina, now)).kind).toBe('undone-before');
    expect(await differences(store)).toEqual([]);
  });

  it('of a PSM knows the registered person of that name and place', async () => {
    const store = temporaryStore();
    await store.write((tx) => insertPerson(tx, { id: 'budi', name: 'Budi Santoso', area: desa, now }));
    const id = await saved(store, psm());
    expect((await findEntry(store.read, id))?.person).toBe('budi');
  });
});
