import { describe, expect, it } from 'vitest';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import { sessionIndicators } from '../../src/mentoring/count-session.ts';
import { type Actor, insertPerson, insertRole, type RoleName } from '../../src/people/index.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import type { Store, Writer } from '../../src/store/index.ts';
import { behindReminder } from '../../src/targets/behind-chat.ts';
import { collectIndicators, countTowards } from '../../src/targets/index.ts';
import { reportProgress } from '../../src/targets/report-progress.ts';
import { setTarget, type TargetInput } from '../../src/targets/set-target.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const indicators = collectIndicators(sessionIndicators);

const actorOf = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [] },
  roles: [{ role, area }],
});
const dewi = actorOf('dewi', 'staff', 'ID');
const agus = actorOf('agus', 'coordinator', '33.74');
const rina = actorOf('rina', 'facilitator', '33.74.01');

async function office(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'rina', name: 'Rina Wati', area: '33.74.01', now });
    await insertRole(tx, { person: 'rina', role: 'facilitator', area: '33.74.01', grantedBy: 'test', now });
  });
  return store;
}

const input = (over: Partial<TargetInput>): TargetInput => ({
  indicator: 'sessions',
  programme: '',
  period: '2026',
  funding: 'none',
  area: '33.74',
  person: null,
  amount: { number: 900 },
  source: 'SK 12/2026',
  now,
  ...over,
});
const set = (store: Store, actor: Actor, over: Partial<TargetInput> = {}) =>
  store.write((tx) => setTarget(tx, actor, input(over)));
const actions = async (store: Store) => {
  const { audit } = store.read.tables(defineAuditTables);
  return (await store.read.db.select().from(audit)).map((row) => row.action);
};

describe('setting a target', () => {
  it('breaks a national number down to a facilitator and says what is left at each step', async () => {
    const store = await office();
    expect(await set(store, dewi, { area: 'ID', amount: { number: 90_000 } })).toMatchObject({
      kind: 'set',
      rest: null,
    });
    expect(await set(store, dewi, { area: '33', amount: { number: 9_000 } })).toMatchObject({ rest: 81_000 });
    expect(await set(store, dewi, { amount: { percent: 10 } })).toMatchObject({
      kind: 'set',
      number: 900,
      rest: 8_100,
    });
    expect(await set(store, agus, { person: 'rina', amount: { number: 120 } })).toMatchObject({
      kind: 'set',
      name: 'Rina Wati',
      rest: 780,
    });
    expect(await set(store, agus, { person: 'rina', amount: { number: 100 } })).toMatchObject({
      before: 120,
      rest: 800,
    });
  });

  it('refuses a part above the whole, a whole below its parts, and a part without the step above', async () => {
    const store = await office();
    await set(store, dewi, { area: 'ID', amount: { number: 1_000 } });
    expect(await set(store, dewi, {})).toEqual({ kind: 'gap', missing: '33', above: 'ID', number: 1_000 });
    await set(store, dewi, { area: '33', amount: { number: 600 } });
    expect(await set(store, dewi, { area: '32', amount: { number: 401 } })).toEqual({
      kind: 'above-parent',
      number: 401,
      parent: 1_000,
      others: 600,
      free: 400,
    });
    expect(await set(store, dewi, { area: 'ID', amount: { number: 599 } })).toEqual({
      kind: 'below-children',
      number: 599,
      children: 600,
    });
  });

  it('keeps numbers of another funding, period or indicator apart', async () => {
    const store = await office();
    await set(store, dewi, { area: 'ID', amount: { number: 10 } });
    for (const over of [{ funding: 'HDN' }, { period: '2027' }, { indicator: 'sessions-bimtek' }] as const)
      expect(await set(store, dewi, { area: '33', amount: { number: 50 }, ...over })).toMatchObject({
        kind: 'set',
      });
  });

  it('leaves the number of the ministry to the ministry', async () => {
    const store = await office();
    await set(store, dewi, {});
    expect(await set(store, agus, { amount: { number: 10 } })).toEqual({
      kind: 'set-by-ministry',
      number: 900,
    });
  });

  it.each([
    ['a facilitator', rina, {}],
    ['a coordinator of another area', agus, { area: '33.75' }],
    ['a coordinator, for the province above', agus, { area: '33' }],
  ])('refuses %s, and keeps a trace of it', async (_who, actor, over) => {
    const store = await office();
    expect(await set(store, actor, over)).toEqual({ kind: 'not-allowed' });
    expect(await actions(store)).toEqual(['target.refused']);
  });

  it('sets nothing on a person who is no facilitator there', async () => {
    const store = await office();
    expect(await set(store, agus, { person: 'nobody' })).toEqual({ kind: 'not-there' });
  });
});

describe('reporting by hand', () => {
  const report = (store: Store, actor: Actor, id: string, number: number) =>
    store.write((tx: Writer) => {
      const indicator = indicators.find(id);
      if (indicator === undefined) throw new Error(`no indicator ${id}`);
      return reportProgress(tx, actor, {
        indicator,
        area: '33.74',
        month: '2026-10',
        funding: 'HDN',
        number,
        source: 'Laporan',
        now,
      });
    });

  it('replaces what was reported for the same month and counts it once', async () => {
    const store = await office();
    expect(await report(store, agus, 'prokus-kpm', 40)).toEqual({ kind: 'reported', before: null, year: 40 });
    expect(await report(store, agus, 'prokus-kpm', 25)).toEqual({ kind: 'reported', before: 40, year: 25 });
  });

  it('takes no figure for what is counted from records, and none from who does not lead there', async () => {
    const store = await office();
    expect(await report(store, agus, 'sessions', 40)).toEqual({ kind: 'computed' });
    expect(await report(store, rina, 'prokus-kpm', 40)).toEqual({ kind: 'not-allowed' });
  });
});

describe('the reminder of a target that is behind', () => {
  const calendar = createWorkCalendar([]);
  const source = behindReminder({ indicators: () => indicators, calendar: () => calendar });
  const date = '2026-11-23';
  const work = (store: Store, by: number) =>
    store.write((tx) =>
      countTowards(tx, { counts: [{ indicator: 'sessions', by }], area: '33.74.01', person: 'rina', date }),
    );

  it('names what each day needs, and is done when the part of the day is done', async () => {
    const store = await office();
    await set(store, agus, { person: 'rina', amount: { number: 120 } });
    const due = await source.due(store.read, { persons: ['rina', 'agus'], date, now });
    const [item] = due.get('rina') ?? [];
    expect(due.size).toBe(1);
    expect(item?.facts).toMatchObject({ done: 0, number: 120, days: 29 });
    const subjects = [item?.subject ?? ''];
    const still = async () =>
      (await source.stillDue(store.read, { person: 'rina', subjects, date, now })).size;
    await work(store, 3);
    expect(await still()).toBe(1);
    await work(store, 1);
    expect(await still()).toBe(0);
  });

  it('leaves those in peace who keep the pace', async () => {
    const store = await office();
    await set(store, agus, { person: 'rina', amount: { number: 120 } });
    await work(store, 115);
    expect((await source.due(store.read, { persons: ['rina'], date, now })).size).toBe(0);
  });
});
