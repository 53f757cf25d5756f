import { describe, expect, it } from 'vitest';
import { dueReminder } from '../../src/cases/due-chat.ts';
import { addToCase, assignCase, type MoveInput, moveCase, takeCase } from '../../src/cases/move-case.ts';
import { caseMyData, caseRetention } from '../../src/cases/my-data-chat.ts';
import { type CaseDraft, openCase } from '../../src/cases/open-case.ts';
import { loadSla } from '../../src/cases/sla-source.ts';
import { lookAfterOverdue } from '../../src/cases/step-up.ts';
import { countCases, findCase, findEvents, findOpenCases } from '../../src/cases/store.ts';
import { features } from '../../src/features.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import {
  type Actor,
  addToCaseload,
  insertPerson,
  insertRole,
  linkAccount,
  noteAccount,
  type RoleName,
} from '../../src/people/index.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryStore } from '../support/store.ts';

/** Monday, 23 November 2026, 09.00 in Jakarta. */
const monday = Date.UTC(2026, 10, 23, 2);
const hour = 3_600_000;
const calendar = createWorkCalendar([]);
const sla = loadSla();
const address = { platform: 'test', place: 'siti', kind: 'private' } as const;

const actorOf = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [] },
  roles: [{ role, area }],
});
const rina = actorOf('rina', 'facilitator', '33.74.01');
const agus = actorOf('agus', 'coordinator', '33.74');
const stranger: Actor = { account: 'test|new', shownName: 'new', persons: [], roles: [] };

async function office(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    for (const [id, role, area] of [
      ['rina', 'facilitator', '33.74.01'],
      ['agus', 'coordinator', '33.74'],
      ['dewi', 'staff', 'ID'],
    ] as const) {
      await insertPerson(tx, { id, name: id, area, now: monday });
      await insertRole(tx, { person: id, role, area, grantedBy: 'test', now: monday });
      const account = `test|${id}`;
      await noteAccount(tx, {
        id: account,
        platform: 'test',
        shownName: id,
        address: { platform: 'test', place: id, kind: 'private' },
        now: monday,
      });
      await linkAccount(tx, account, id, monday);
    }
    await insertPerson(tx, { id: 'budi', name: 'Budi', area: '33.74.01.1001', now: monday });
    await addToCaseload(tx, 'rina', 'budi', monday);
  });
  return store;
}

const draft = (over: Partial<CaseDraft> = {}): CaseDraft => ({
  kind: 'complaint',
  protected: false,
  sector: null,
  urgent: false,
  area: '33.74',
  story: 'KKS hilang',
  about: null,
  person: null,
  ...over,
});

const open = (store: Store, actor: Actor, over: Partial<CaseDraft> = {}, now = monday, sure = false) =>
  store.write((tx) =>
    openCase(tx, actor, draft(over), { now, zone: 'Asia/Jakarta', calendar, sla, lang: 'id', address, sure }),
  );
const opened = async (store: Store, actor: Actor, over: Partial<CaseDraft> = {}) => {
  const outcome = await open(store, actor, over);
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  return outcome.row;
};
const move = (store: Store, actor: Actor, input: Omit<MoveInput, 'note'> & { note?: string }, now = monday) =>
  store.write((tx) =>
    moveCase(tx, actor, { note: '', ...input }, { now, zone: 'Asia/Jakarta', calendar, sla }),
  );
const audited = async (store: Store) => {
  const { audit } = store.read.tables(defineAuditTables);
  return (await store.read.db.select().from(audit)).map((row) => `${row.actor} ${row.action}`);
};
const differences = (store: Store) =>
  findTallyDifferences(store.read, collectIndicators(features.flatMap((one) => one.indicators ?? [])));

describe('opening', () => {
  it('goes to the officers of the area who can be reached, with a due time in office hours', async () => {
    const store = await office();
    const row = await opened(store, stranger);
    expect(row).toMatchObject({
      number: 1,
      told: ['agus'],
      atDesk: false,
      person: null,
      openedBy: 'account:test|new',
      dueAt: monday + 24 * hour,
    });
  });

  it('goes to the desk where the area has nobody', async () => {
    const store = await office();
    expect(await opened(store, stranger, { area: '94.01' })).toMatchObject({ told: [], atDesk: true });
  });

  it('keeps a complaint about an officer from everybody in the area', async () => {
    const store = await office();
    const row = await opened(store, stranger, { protected: true });
    expect(row).toMatchObject({ told: [], atDesk: true });
    const list = { limit: 10, offset: 0 };
    for (const area of ['ID', '33', '33.74'])
      expect(await findOpenCases(store.read, { kind: 'area', area }, list)).toEqual([]);
    expect(await findOpenCases(store.read, { kind: 'protected' }, list)).toHaveLength(1);
  });

  it('shows the open case that says the same, and stores a second one only when the person is sure', async () => {
    const store = await office();
    await opened(store, stranger);
    expect(await open(store, stranger)).toMatchObject({ kind: 'same', row: { number: 1 } });
    expect(await open(store, stranger, {}, monday, true)).toMatchObject({
      kind: 'opened',
      row: { number: 2 },
    });
    expect(await open(store, stranger, { kind: 'question' })).toMatchObject({ kind: 'opened' });
  });

  it('refers one of the own people, in the area where that person lives', async () => {
    const store = await office();
    expect(
      await opened(store, rina, { person: 'budi', kind: 'need', sector: 'food', area: '' }),
    ).toMatchObject({
      area: '33.74.01.1001',
      district: '33.74.01',
      takenBy: 'rina',
      address: null,
    });
    expect(await open(store, rina, { person: 'dewi' })).toEqual({ kind: 'not-your-person' });
    expect(await open(store, stranger, { person: 'budi' })).toEqual({ kind: 'not-allowed' });
  });
});

describe('moving', () => {
  it('goes the whole way with a trace of every step, and counts once', async () => {
    const store = await office();
    const { id } = await opened(store, rina, { person: 'budi', kind: 'need', area: '' });
    expect(await move(store, rina, { id, move: 'verify' })).toMatchObject({ kind: 'moved' });
    expect(await move(store, agus, { id, move: 'refer' })).toMatchObject({
      kind: 'needs-words',
      needs: 'destination',
    });
    await move(store, agus, { id, move: 'refer', note: 'Dinas Sosial' });
    await move(store, agus, { id, move: 'decline', note: 'kuota habis' });
    await move(store, rina, { id, move: 'handle' });
    await move(store, rina, { id, move: 'serve', note: 'beras 10 kg' });
    expect(await move(store, rina, { id, move: 'solve' })).toMatchObject({ kind: 'moved' });
    const row = await findCase(store.read, id);
    expect(row).toMatchObject({
      state: 'solved',
      closedAt: monday,
      dueAt: null,
      destination: 'Dinas Sosial',
    });
    const events = await findEvents(store.read, id);
    expect(events.map((event) => event.kind).join(' ')).toBe('open verify refer decline handle serve solve');
    expect(await differences(store)).toEqual([]);
    await move(store, agus, { id, move: 'reopen', note: 'belum beres' });
    expect(await differences(store)).toEqual([]);
  });

  it.each([
    ['a facilitator of another kecamatan', actorOf('tono', 'facilitator', '33.74.02')],
    ['a coordinator of another city', actorOf('lia', 'coordinator', '33.75')],
    ['another citizen', stranger],
  ])('is refused to %s as if the case were not there, and kept in the audit', async (_who, actor) => {
    const store = await office();
    const { id } = await opened(store, rina, { person: 'budi', area: '' });
    const there = await move(store, actor, { id, move: 'verify' });
    const nowhere = await move(store, actor, { id: 'NOSUCHCASE00', move: 'verify' });
    expect(there).toEqual({ kind: 'not-allowed' });
    expect(nowhere).toEqual(there);
    expect((await audited(store)).filter((line) => line.endsWith('case.denied'))).toHaveLength(2);
    expect((await findCase(store.read, id))?.state).toBe('received');
  });

  it('refuses a step that is not the role’s own, and a press that assumed another state', async () => {
    const store = await office();
    const { id } = await opened(store, rina, { person: 'budi', area: '' });
    await move(store, rina, { id, move: 'verify' });
    expect(await move(store, rina, { id, move: 'refer', note: 'x' })).toEqual({ kind: 'not-allowed' });
    expect(await move(store, agus, { id, move: 'refuse', from: 'received', note: 'x' })).toMatchObject({
      kind: 'changed-meanwhile',
      row: { state: 'verified' },
    });
  });

  it('asks the person before it ends, and waits for the answer', async () => {
    const store = await office();
    const { id } = await opened(store, stranger);
    await move(store, agus, { id, move: 'verify' });
    await move(store, agus, { id, move: 'serve', note: 'sudah' });
    expect(await move(store, agus, { id, move: 'solve' })).toMatchObject({ kind: 'ask-first' });
    expect(await move(store, stranger, { id, move: 'reopen', note: 'belum' })).toMatchObject({
      kind: 'moved',
      row: { state: 'reopened', takenBy: 'agus' },
    });
  });

  it('hands a case only to officers of its kab/kota, and lets them work on it', async () => {
    const store = await office();
    const { id } = await opened(store, stranger);
    const hand = (actor: Actor, to: string) =>
      store.write((tx) => assignCase(tx, actor, { id, to, now: monday }));
    expect(await hand(agus, 'dewi')).toEqual({ kind: 'not-allowed' });
    expect(await hand(rina, 'rina')).toEqual({ kind: 'not-allowed' });
    expect(await move(store, rina, { id, move: 'verify' })).toEqual({ kind: 'not-allowed' });
    expect(await hand(agus, 'rina')).toMatchObject({ kind: 'assigned', name: 'rina' });
    expect(await move(store, rina, { id, move: 'verify' })).toMatchObject({ kind: 'moved' });
    const taken = await store.write((tx) => takeCase(tx, agus, id, monday));
    expect(taken).toMatchObject({ kind: 'taken', before: 'rina' });
    expect(await store.write((tx) => takeCase(tx, agus, id, monday))).toMatchObject({
      kind: 'changed-meanwhile',
    });
  });

  it('takes words added by whose case it is, and none from others or once it is closed', async () => {
    const store = await office();
    const { id } = await opened(store, stranger);
    const add = (actor: Actor) =>
      store.write((tx) => addToCase(tx, actor, { id, text: 'sejak Oktober', now: monday }));
    expect(await add(stranger)).toMatchObject({ kind: 'added' });
    expect(await add(actorOf('x', 'facilitator', '33.74.02'))).toEqual({ kind: 'not-allowed' });
    await move(store, stranger, { id, move: 'cancel' });
    expect(await add(stranger)).toMatchObject({ kind: 'changed-meanwhile' });
  });
});

describe('when nobody moves', () => {
  const look = (store: Store, now: number) =>
    store.write((tx) => lookAfterOverdue(tx, { now, zone: 'Asia/Jakarta', calendar, sla }));

  it('goes up step by step: coordinator, then the ministry, once each', async () => {
    const store = await office();
    const { id } = await opened(store, rina, { person: 'budi', area: '' });
    expect(await look(store, monday + 23 * hour)).toEqual([]);
    expect(await look(store, monday + 25 * hour)).toMatchObject([
      { kind: 'passed-up', persons: ['agus'], desk: false },
    ]);
    expect(await look(store, monday + 26 * hour)).toEqual([]);
    expect(await look(store, monday + 49 * hour)).toMatchObject([
      { kind: 'passed-up', persons: [], desk: true },
    ]);
    expect(await look(store, monday + 400 * hour)).toEqual([]);
    expect((await findCase(store.read, id))?.atDesk).toBe(true);
  });

  it('never passes a complaint about an officer to the area', async () => {
    const store = await office();
    await opened(store, stranger, { protected: true });
    expect(await look(store, monday + 25 * hour)).toMatchObject([{ persons: [], desk: true }]);
  });

  it('ends a served case when the person has not answered in time', async () => {
    const store = await office();
    const { id } = await opened(store, stranger);
    await move(store, agus, { id, move: 'verify' });
    await move(store, agus, { id, move: 'serve', note: 'sudah' });
    expect(await look(store, monday + 80 * hour)).toMatchObject([
      { kind: 'ended', row: { state: 'solved' } },
    ]);
    expect(await differences(store)).toEqual([]);
  });

  it('reminds whoever has a case on the day it is due, until it is moved', async () => {
    const store = await office();
    const { id } = await opened(store, rina, { person: 'budi', area: '' });
    const ask = (date: string, now: number) =>
      dueReminder.due(store.read, { persons: ['rina', 'agus'], date, now });
    expect((await ask('2026-11-23', monday)).size).toBe(0);
    const due = await ask('2026-11-24', monday + 23 * hour);
    expect([...due.keys()]).toEqual(['rina']);
    const subjects = (due.get('rina') ?? []).map((item) => item.subject);
    const still = () =>
      dueReminder.stillDue(store.read, { person: 'rina', subjects, date: '2026-11-24', now: monday });
    expect((await still()).size).toBe(1);
    await move(store, rina, { id, move: 'verify' });
    expect((await still()).size).toBe(0);
  });
});

it('counts what is open and overdue where each officer looks', async () => {
  const store = await office();
  await opened(store, stranger);
  await opened(store, rina, { person: 'budi', area: '' });
  const late = monday + 30 * hour;
  expect(await countCases(store.read, { kind: 'area', area: '33.74' }, late)).toEqual({
    open: 2,
    overdue: 2,
  });
  expect(await countCases(store.read, { kind: 'area', area: '33.74.01' }, monday)).toEqual({
    open: 1,
    overdue: 0,
  });
  expect(await countCases(store.read, { kind: 'taken', person: 'rina' }, late)).toEqual({
    open: 1,
    overdue: 1,
  });
  expect(await countCases(store.read, { kind: 'area', area: '35' }, late)).toEqual({ open: 0, overdue: 0 });
});

describe('the rights over one’s data', () => {
  const words = {
    texts: { lang: 'id', t: (key: string) => key, rich: (key: string) => [key] },
    zone: 'Asia/Jakarta',
    today: '2026-11-23',
    command: (name: string) => `/${name}`,
  } as const;

  it('shows what an account told, erases it once closed, and keeps the counts right', async () => {
    const store = await office();
    const { id } = await opened(store, stranger);
    expect(await caseMyData.account?.show(store.read, stranger.account, words)).toHaveLength(1);
    expect(await caseMyData.account?.show(store.read, 'test|other', words)).toEqual([]);
    const erase = () => store.write(async (tx) => caseMyData.account?.erase(tx, stranger.account, monday));
    await erase();
    expect((await findCase(store.read, id))?.story).toBe('KKS hilang');
    await move(store, stranger, { id, move: 'cancel' });
    await erase();
    expect(await findCase(store.read, id)).toMatchObject({
      story: '',
      address: null,
      openedBy: 'erased',
      state: 'cancelled',
    });
    expect((await findEvents(store.read, id)).map((event) => event.actor)).toEqual(['erased', 'erased']);
    expect(await caseMyData.account?.show(store.read, stranger.account, words)).toEqual([]);
    expect(await differences(store)).toEqual([]);
  });

  it('ends what was referred with a consent that is withdrawn', async () => {
    const store = await office();
    const { id } = await opened(store, rina, { person: 'budi', area: '' });
    await store.write(async (tx) => caseMyData.stop?.(tx, 'budi', monday));
    expect(await findCase(store.read, id)).toMatchObject({
      state: 'cancelled',
      closedAt: monday,
      dueAt: null,
    });
    expect(await store.write((tx) => caseMyData.erase(tx, 'budi', monday))).toEqual([]);
    expect(await findCase(store.read, id)).toMatchObject({ person: null, story: '', openedBy: 'rina' });
    expect(await differences(store)).toEqual([]);
  });

  it('forgets what was said when its time of keeping is over', async () => {
    const store = await office();
    const { id } = await opened(store, stranger);
    await move(store, stranger, { id, move: 'cancel' });
    const forget = (before: number) =>
      store.write(async (tx) => (await caseRetention[0]?.forget(tx, before)) ?? 0);
    expect(await forget(monday)).toBe(0);
    expect(await forget(monday + 1)).toBe(1);
    expect(await forget(monday + 1)).toBe(0);
    expect((await findCase(store.read, id))?.story).toBe('');
  });
});
