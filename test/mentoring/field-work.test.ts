import { expect, it } from 'vitest';
import { createFeatures } from '../../src/features.ts';
import { handOver } from '../../src/mentoring/hand-over.ts';
import { logSession, undoSession } from '../../src/mentoring/log-session.ts';
import { sessionRetention } from '../../src/mentoring/my-data.ts';
import { endVisit, moveVisit, planVisit } from '../../src/mentoring/plan-visit.ts';
import { plannedReminder } from '../../src/mentoring/planned-chat.ts';
import { findSession } from '../../src/mentoring/store.ts';
import { correctForTeam, undoForTeam } from '../../src/mentoring/team.ts';
import { findLastDays, findPlannedVisits, findVisit } from '../../src/mentoring/visit-store.ts';
import {
  type Actor,
  addToCaseload,
  findCaseload,
  insertPerson,
  insertRole,
  type RoleName,
} from '../../src/people/index.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { describeOnBothEngines } from '../support/engines.ts';

const now = Date.UTC(2026, 10, 23, 2);
const today = '2026-11-23';
const moment = { now, today };
const dayMs = 24 * 3_600_000;

const actorOf = (id: string, role: RoleName, area: string): Actor => {
  const roles = [{ role, area }];
  return { account: `test|${id}`, shownName: id, persons: [], person: { id, name: id, area, roles }, roles };
};
const rina = actorOf('rina', 'facilitator', '33.74.01');
const tono = actorOf('tono', 'facilitator', '33.74.02');
const far = actorOf('far', 'facilitator', '33.72.01');
const agus = actorOf('agus', 'coordinator', '33.74');
const solo = actorOf('solo', 'coordinator', '33.72');

async function officeIn(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await store.write(async (tx) => {
    for (const [id, area] of [
      ['siti', '33.74.01.1001'],
      ['budi', '33.74.01.1001'],
      ['away', '33.72.01.1001'],
    ] as const) {
      await insertPerson(tx, { id, name: id, area, now });
      await addToCaseload(tx, 'rina', id, now - 90 * dayMs);
    }
    for (const { person, roles } of [rina, tono, far, agus, solo]) {
      if (person === undefined) continue;
      await insertPerson(tx, { id: person.id, name: person.name, area: person.area, now });
      for (const { area, role } of roles)
        await insertRole(tx, { person: person.id, role, area, grantedBy: 'test', now });
    }
  });
  return store;
}

const session = (person: string, date: string) => ({
  person,
  kind: 'mentoring' as const,
  date,
  minutes: 90,
  turnover: null,
  note: 'kas rapi',
  source: 'test',
  line: 0,
});

const visit = (person: string, date: string) => ({ person, date, minute: 540, note: '' });

async function idOf(store: Store, person: string, date: string): Promise<string> {
  const outcome = await store.write((tx) => logSession(tx, rina, session(person, date), moment));
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return outcome.session.id;
}

const talliesAgree = async (store: Store) => {
  const indicators = collectIndicators(createFeatures().flatMap((one) => one.indicators ?? []));
  expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
};

describeOnBothEngines('planned visits', (open) => {
  it('are done by a session up to its day, and planned again when it is taken back', async () => {
    const store = await officeIn(open);
    const ids: string[] = [];
    for (const date of [today, '2026-11-30']) {
      const outcome = await store.write((tx) => planVisit(tx, rina, visit('siti', date), moment));
      if (outcome.kind === 'planned') ids.push(outcome.visit.id);
    }
    const logged = await idOf(store, 'siti', today);
    expect((await findPlannedVisits(store.read, 'rina')).map((one) => one.date)).toEqual(['2026-11-30']);
    expect(await findVisit(store.read, ids[0] ?? '')).toMatchObject({ state: 'done', session: logged });
    await store.write((tx) => undoSession(tx, rina, logged, now));
    expect(await findVisit(store.read, ids[0] ?? '')).toMatchObject({ state: 'planned', session: null });
  });

  it('are of the own people, from today to a year ahead, and the same one is planned once', async () => {
    const store = await officeIn(open);
    const plan = async (person: string, date: string) =>
      (await store.write((tx) => planVisit(tx, rina, visit(person, date), moment))).kind;
    expect(await plan('siti', '2026-11-27')).toBe('planned');
    expect(await plan('siti', '2026-11-27')).toBe('same');
    expect(await plan('siti', '2026-11-22')).toBe('not-that-day');
    expect(await plan('tono', '2026-11-27')).toBe('not-your-person');
  });

  it('are moved and ended by their facilitator only, and only while they are planned', async () => {
    const store = await officeIn(open);
    const planned = await store.write((tx) => planVisit(tx, rina, visit('siti', today), moment));
    const id = planned.kind === 'planned' ? planned.visit.id : '';
    const by = (actor: Actor) =>
      store.write((tx) => moveVisit(tx, actor, { id, date: '2026-11-25' }, moment));
    expect((await by(tono)).kind).toBe('not-planned');
    expect(await by(rina)).toMatchObject({ kind: 'moved', visit: { date: '2026-11-25', minute: 540 } });
    const end = () => store.write((tx) => endVisit(tx, rina, { id, state: 'cancelled' }, moment));
    expect((await end()).kind).toBe('cancelled');
    expect((await end()).kind).toBe('not-planned');
  });

  it('are reminded of on their day and after it, until they are done', async () => {
    const store = await officeIn(open);
    await store.write((tx) => planVisit(tx, rina, visit('siti', today), moment));
    await store.write((tx) => planVisit(tx, rina, visit('budi', '2026-11-25'), moment));
    const due = await plannedReminder.due(store.read, { persons: ['rina', 'tono'], date: today, now });
    expect(due.get('rina')?.map((item) => item.facts.name)).toEqual(['siti']);
    expect(due.has('tono')).toBe(false);
    const subjects = due.get('rina')?.map((item) => item.subject) ?? [];
    const still = () => plannedReminder.stillDue(store.read, { person: 'rina', subjects, date: today, now });
    expect((await still()).size).toBe(1);
    await idOf(store, 'siti', today);
    expect((await still()).size).toBe(0);
  });

  it('are forgotten when their time of keeping is over', async () => {
    const store = await officeIn(open);
    await store.write((tx) => planVisit(tx, rina, visit('siti', today), moment));
    await idOf(store, 'siti', today);
    const spec = sessionRetention.find((one) => one.kind === 'visits');
    expect(await store.write((tx) => spec?.forget(tx, now + 1) ?? Promise.resolve(-1))).toBe(1);
    expect(await store.write((tx) => spec?.forget(tx, now + 1) ?? Promise.resolve(-1))).toBe(0);
  });

  it('know the day of the last session with each person', async () => {
    const store = await officeIn(open);
    await idOf(store, 'siti', '2026-11-03');
    const taken = await idOf(store, 'siti', '2026-11-20');
    await store.write((tx) => undoSession(tx, rina, taken, now));
    const days = await findLastDays(store.read, 'rina', ['siti', 'budi']);
    expect([...days]).toEqual([['siti', '2026-11-03']]);
  });
});

describeOnBothEngines('a coordinator', (open) => {
  it('corrects a session of the area with a reason, and its counts follow', async () => {
    const store = await officeIn(open);
    const id = await idOf(store, 'siti', today);
    const outcome = await store.write((tx) =>
      correctForTeam(tx, agus, { id, changed: { minutes: 60, kind: 'bimtek' }, reason: 'salah jenis' }, now),
    );
    expect(outcome).toMatchObject({ kind: 'corrected', session: { minutes: 60, kind: 'bimtek' } });
    await talliesAgree(store);
    const { auditPayload } = store.read.tables(defineAuditTables);
    const payloads = await store.read.db.select().from(auditPayload);
    expect(JSON.stringify(payloads)).toContain('salah jenis');
  });

  it('takes a session back whenever it was logged, once', async () => {
    const store = await officeIn(open);
    const id = await idOf(store, 'siti', today);
    const undo = () =>
      store.write((tx) => undoForTeam(tx, agus, { id, reason: 'tidak terjadi' }, now + 30 * dayMs));
    expect((await undo()).kind).toBe('undone');
    expect((await undo()).kind).toBe('undone-before');
    await talliesAgree(store);
  });

  it('of another area, a colleague and the facilitator herself cannot', async () => {
    const store = await officeIn(open);
    const id = await idOf(store, 'siti', today);
    for (const actor of [solo, tono, rina]) {
      const fix = { id, changed: { minutes: 1 }, reason: 'mau saja' };
      expect((await store.write((tx) => correctForTeam(tx, actor, fix, now))).kind).toBe('not-found');
      expect((await store.write((tx) => undoForTeam(tx, actor, fix, now))).kind).toBe('not-found');
    }
    expect(await findSession(store.read, id)).toMatchObject({ minutes: 90, undoneAt: null });
  });

  it('hands all people of one facilitator to another, but for those outside the area', async () => {
    const store = await officeIn(open);
    await store.write((tx) => planVisit(tx, rina, visit('siti', '2026-11-27'), moment));
    const outcome = await store.write((tx) =>
      handOver(tx, agus, { what: { allOf: 'rina' }, to: 'tono', now }),
    );
    expect(outcome).toMatchObject({ kind: 'handed', from: ['rina'], outside: 1 });
    expect((await findCaseload(store.read, 'tono')).map((one) => one.id)).toEqual(['budi', 'siti']);
    expect((await findCaseload(store.read, 'rina')).map((one) => one.id)).toEqual(['away']);
    expect(await findPlannedVisits(store.read, 'tono')).toMatchObject([{ person: 'siti' }]);
  });

  it('hands one person over, and assigns somebody whom nobody accompanied', async () => {
    const store = await officeIn(open);
    await store.write((tx) => insertPerson(tx, { id: 'new', name: 'new', area: '33.74.02.1001', now }));
    const hand = (person: string, to = 'tono', by = agus) =>
      store.write((tx) => handOver(tx, by, { what: { person }, to, now }));
    expect(await hand('new')).toMatchObject({ kind: 'handed', from: [], persons: ['new'] });
    expect(await hand('siti')).toMatchObject({ kind: 'handed', from: ['rina'] });
    expect((await hand('siti')).kind).toBe('same');
    expect((await hand('nobody')).kind).toBe('nobody');
  });

  it('hands nobody to somebody of another area, nor anybody who lives there', async () => {
    const store = await officeIn(open);
    const hand = async (person: string, to: string, by: Actor) =>
      (await store.write((tx) => handOver(tx, by, { what: { person }, to, now }))).kind;
    expect(await hand('siti', 'far', agus)).toBe('not-your-area');
    expect(await hand('away', 'tono', agus)).toBe('not-your-area');
    expect(await hand('siti', 'tono', solo)).toBe('not-your-area');
    expect(await hand('siti', 'tono', rina)).toBe('not-your-area');
  });
});
