import { describe, expect, it } from 'vitest';
import { openCatalogue } from '../../src/cli/open.ts';
import { features } from '../../src/features.ts';
import { unvisitedReminder } from '../../src/mentoring/unvisited-chat.ts';
import { type Actor, addToCaseload, insertPerson, type RoleName } from '../../src/people/index.ts';
import type { ActivityFacts } from '../../src/registers/activity.ts';
import { findActivity } from '../../src/registers/activity-store.ts';
import { correctActivity, logActivity, undoActivity } from '../../src/registers/log-activity.ts';
import { registerData, registerRetention } from '../../src/registers/my-data.ts';
import { undoMs } from '../../src/registers/register.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const dayMs = 86_400_000;

const actor = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [{ role, area }] },
  roles: [{ role, area }],
});
const rina = actor('rina', 'facilitator', '33.74.01');
const sari = actor('sari', 'facilitator', '33.74.02');
const agus = actor('agus', 'coordinator', '33.74');

const event = (change: Partial<ActivityFacts> = {}) => ({
  kind: 'solidarity' as const,
  person: null,
  date: '2026-11-03',
  people: 40,
  place: '',
  area: '33.74.01',
  note: 'hksn',
  source: 'm1',
  line: 0,
  ...change,
});
const visit = (person: string) =>
  event({ kind: 'visit', person, people: 1, date: '2026-11-20', note: 'baik' });

async function office(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'siti', name: 'Siti Aminah', area: '33.74.01.1001', now });
    await addToCaseload(tx, 'rina', 'siti', now - 90 * dayMs);
  });
  return store;
}

const log = (store: Store, by: Actor, draft: ReturnType<typeof event>) =>
  store.write((tx) => logActivity(tx, by, draft, { now }));

async function logged(store: Store, draft: ReturnType<typeof event>) {
  const outcome = await log(store, rina, draft);
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return outcome.row;
}

const differences = (store: Store) =>
  findTallyDifferences(
    store.read,
    collectIndicators(features.flatMap((feature) => feature.indicators ?? [])),
  );

const unvisited = async (store: Store): Promise<readonly string[]> => {
  const due = await unvisitedReminder.due(store.read, { persons: ['rina'], date: '2026-11-23', now });
  return (due.get('rina') ?? []).map((item) => item.subject);
};

describe('an activity', () => {
  it('is counted when logged, corrected and taken back', async () => {
    const store = await office();
    const row = await logged(store, event());
    expect(await differences(store)).toEqual([]);
    const correct = (by: Actor) =>
      store.write((tx) => correctActivity(tx, by, row, event({ people: 55, date: '2026-10-30' }), now));
    expect((await correct(sari)).kind).toBe('not-allowed');
    expect((await correct(rina)).kind).toBe('corrected');
    expect((await findActivity(store.read, row.id))?.people).toBe(55);
    expect(await differences(store)).toEqual([]);
    const undo = (by: Actor, at: number) => store.write((tx) => undoActivity(tx, by, row.id, { now: at }));
    expect((await undo(sari, now)).kind).toBe('not-found');
    expect((await undo(rina, now + undoMs + 1)).kind).toBe('too-late');
    expect((await undo(agus, now + undoMs + 1)).kind).toBe('undone');
    expect(await differences(store)).toEqual([]);
  });

  it('is not logged in an area of others', async () => {
    const store = await office();
    expect((await log(store, sari, event())).kind).toBe('not-allowed');
    expect((await log(store, actor('siti', 'citizen', '33.74.01'), event())).kind).toBe('not-allowed');
  });

  it('is shown instead of stored when the same stands already', async () => {
    const store = await office();
    await logged(store, event());
    expect((await log(store, rina, event({ note: 'lain' }))).kind).toBe('same');
    expect((await log(store, rina, event({ people: 41 }))).kind).toBe('saved');
  });
});

describe('what was recorded of an activity', () => {
  const retention = registerRetention.find((one) => one.kind === 'activity-notes');

  it('loses its words when their time is over, and stays counted', async () => {
    const store = await office();
    const row = await logged(store, event({ place: 'balai desa' }));
    const forget = (before: number) => store.write(async (tx) => retention?.forget(tx, before));
    expect(await forget(Date.UTC(2026, 10, 2))).toBe(0);
    expect(await forget(Date.UTC(2026, 11, 2))).toBe(1);
    expect(await forget(Date.UTC(2026, 11, 2))).toBe(0);
    expect(await findActivity(store.read, row.id)).toMatchObject({ note: '', place: '', people: 40 });
    expect(await differences(store)).toEqual([]);
  });

  it('of a visit is shown to the person visited, who may have its words erased', async () => {
    const store = await office();
    await logged(store, visit('siti'));
    const words = {
      texts: openCatalogue().in('id'),
      zone: 'Asia/Jakarta' as const,
      today: '2026-11-23',
      command: (name: string) => `/${name}`,
    };
    const shown = async () => JSON.stringify(await registerData.show(store.read, 'siti', words));
    expect(await shown()).toContain('20 Nov 2026 · baik');
    const kept = await store.write((tx) => registerData.erase(tx, 'siti', now));
    expect(kept).toEqual(['registers-data-visits-kept']);
    expect(await shown()).not.toContain('baik');
  });
});

describe('a visit', () => {
  it('ends the reminder that somebody was not visited, and brings it back when taken back', async () => {
    const store = await office();
    expect(await unvisited(store)).toEqual(['siti']);
    const row = await logged(store, visit('siti'));
    expect(row.area).toBe('33.74.01.1001');
    expect(await unvisited(store)).toEqual([]);
    await store.write((tx) => undoActivity(tx, rina, row.id, { now }));
    expect(await unvisited(store)).toEqual(['siti']);
  });

  it('to somebody who is not among the own people is not stored', async () => {
    const store = await office();
    expect((await log(store, sari, visit('siti'))).kind).toBe('not-your-person');
    expect((await log(store, rina, visit('nobody'))).kind).toBe('not-your-person');
  });
});
