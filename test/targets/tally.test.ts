import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { features } from '../../src/features.ts';
import {
  correctSession,
  logSession,
  type SessionDraft,
  undoSession,
} from '../../src/mentoring/log-session.ts';
import { findSession } from '../../src/mentoring/store.ts';
import { type Actor, addToCaseload, insertPerson, insertRole } from '../../src/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import {
  collectIndicators,
  countTowards,
  findTallyDifferences,
  isTallyStale,
  rebuildTally,
} from '../../src/targets/index.ts';
import { clearTally, sumCounts } from '../../src/targets/tally-store.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const today = '2026-11-23';
const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
const year = { from: '2026-01', to: '2026-12' };
const people = ['p0', 'p1'];

const rina: Actor = {
  account: 'test|rina',
  shownName: 'Rina',
  persons: [],
  person: { id: 'rina', name: 'Rina Wati', area: '33.74.01', roles: [] },
  roles: [{ role: 'facilitator', area: '33.74.01' }],
};

async function fieldStore(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'rina', name: 'Rina Wati', area: '33.74.01', now });
    await insertRole(tx, { person: 'rina', role: 'facilitator', area: '33.74.01', grantedBy: 'test', now });
    for (const [at, id] of people.entries()) {
      await insertPerson(tx, { id, name: `Warga ${at}`, area: `33.74.01.100${at + 1}`, now });
      await addToCaseload(tx, 'rina', id, now);
    }
  });
  return store;
}

const draft = (over: Partial<SessionDraft> = {}): SessionDraft => ({
  person: 'p0',
  kind: 'mentoring',
  date: today,
  minutes: 90,
  turnover: null,
  note: '',
  source: 'test',
  line: 0,
  ...over,
});
const log = async (store: Store, over: Partial<SessionDraft> = {}): Promise<string> => {
  const outcome = await store.write((tx) => logSession(tx, rina, draft(over), { now, today, sure: true }));
  return outcome.kind === 'saved' ? outcome.session.id : '';
};

describe('the tally', () => {
  it('counts a session for every area around it and for the facilitator', async () => {
    const store = await fieldStore();
    await log(store);
    const scopes = ['ID', '33', '33.74', '33.74.01', '33.74.01.1001', 'person:rina'];
    expect([...(await sumCounts(store.read, 'sessions', scopes, year))].sort()).toEqual(
      scopes.map((scope) => [scope, 1]).sort(),
    );
    expect((await sumCounts(store.read, 'sessions-mentoring', ['ID'], year)).get('ID')).toBe(1);
    expect((await sumCounts(store.read, 'session-minutes', ['ID'], year)).get('ID')).toBe(90);
  });

  it('takes away what is undone, and moves what is corrected to its month, kind and place', async () => {
    const store = await fieldStore();
    const first = await log(store);
    const second = await log(store, { minutes: 30 });
    await store.write((tx) => undoSession(tx, rina, first, now));
    const row = await findSession(store.read, second);
    if (row === undefined) throw new Error('the session is gone');
    const moved = draft({ kind: 'bimtek', date: '2026-10-05', person: 'p1', minutes: 45 });
    await store.write((tx) => correctSession(tx, rina, row, moved, now));
    expect((await sumCounts(store.read, 'sessions-mentoring', ['ID'], year)).get('ID')).toBe(0);
    const october = { from: '2026-10', to: '2026-10' };
    const places = ['33.74.01.1001', '33.74.01.1002'];
    const found = await sumCounts(store.read, 'sessions-bimtek', places, october);
    expect([...found]).toEqual([['33.74.01.1002', 1]]);
    expect(
      (await sumCounts(store.read, 'session-minutes', ['person:rina'], october)).get('person:rina'),
    ).toBe(45);
    expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
  });

  it('agrees with the records after any run of logs, corrections and undos', async () => {
    const step = fc.record({
      what: fc.constantFrom('log', 'log', 'correct', 'undo'),
      at: fc.nat(20),
      person: fc.constantFrom(...people),
      kind: fc.constantFrom('bimtek', 'mentoring', 'inkubasi'),
      date: fc.constantFrom('2026-11-23', '2026-10-02', '2025-12-31'),
      minutes: fc.integer({ min: 1, max: 720 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const store = await fieldStore();
        const ids: string[] = [];
        for (const { what, at, ...facts } of steps) {
          const id = ids[at % Math.max(1, ids.length)];
          if (what === 'log' || id === undefined) ids.push(await log(store, facts));
          else if (what === 'undo') await store.write((tx) => undoSession(tx, rina, id, now));
          else {
            const row = await findSession(store.read, id);
            if (row !== undefined)
              await store.write((tx) => correctSession(tx, rina, row, draft(facts), now));
          }
        }
        expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves no count behind when the write that recorded the work fails', async () => {
    const store = await fieldStore();
    const failing = store.write(async (tx) => {
      await countTowards(tx, {
        counts: [{ indicator: 'sessions', by: 1 }],
        area: '33.74',
        person: 'rina',
        date: today,
      });
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect([...(await sumCounts(store.read, 'sessions', ['ID'], year))]).toEqual([]);
  });

  it('is stale in a store that kept none, and is made anew from the records', async () => {
    const store = await fieldStore();
    await log(store);
    await store.write((tx) => clearTally(tx));
    expect(await isTallyStale(store.read, indicators)).toBe(true);
    expect(await findTallyDifferences(store.read, indicators)).not.toEqual([]);
    await store.write((tx) => rebuildTally(tx, indicators));
    expect(await isTallyStale(store.read, indicators)).toBe(false);
    expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
    expect((await sumCounts(store.read, 'sessions', ['33'], year)).get('33')).toBe(1);
  });
});
