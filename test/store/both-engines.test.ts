import { expect, it } from 'vitest';
import { insertRating } from '../../src/answers/store.ts';
import type { Message } from '../../src/chat/incoming.ts';
import { findPress, findTalk, forgetOldTalk, savePresses, saveTalk } from '../../src/chat/store.ts';
import {
  countFailure,
  findLastReceived,
  findReceived,
  findWaiting,
  finishIncoming,
  storeIncoming,
} from '../../src/delivery/inbox-store.ts';
import { leaveNotices } from '../../src/delivery/notice.ts';
import { claimRun, findLastRun, settleRun } from '../../src/delivery/run-store.ts';
import {
  countWaiting,
  findCard,
  findCardByRef,
  forgetDelivered,
  recoverOutgoing,
  repeatReplies,
  saveCard,
  settleOutgoing,
} from '../../src/delivery/store.ts';
import { handOver } from '../../src/desk/hand-over.ts';
import { countOpen, findOpen, findOpenOf, findOutOfTime } from '../../src/desk/store.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import { logSession, removeSession, undoSession } from '../../src/mentoring/log-session.ts';
import {
  countSessions,
  findLastLogs,
  findLastVisits,
  findSame,
  findSessions,
} from '../../src/mentoring/store.ts';
import {
  type Actor,
  addToCaseload,
  findActor,
  findCaseload,
  findHolders,
  findInCaseload,
  findPersons,
  findReach,
  insertPerson,
  insertRole,
  issueInvitation,
  linkAccount,
  noteAccount,
  redeemInvitation,
  revokeRoles,
  setAccountLang,
  setBlocked,
} from '../../src/people/index.ts';
import {
  createVault,
  findBrokenSeal,
  findMark,
  type Store,
  sealAudit,
  setMark,
  writeAudit,
} from '../../src/store/index.ts';
import { describeOnBothEngines } from '../support/engines.ts';

const now = Date.UTC(2026, 10, 23, 2);
const dayMs = 86_400_000;

const message = (eventId: string, text = 'halo'): Message => ({
  kind: 'message',
  eventId,
  receivedAt: now,
  address: { platform: 'console', place: 'c1', kind: 'private' },
  sender: { account: 'c1' },
  addressed: true,
  ref: eventId,
  attachments: [],
  text,
});

async function addFacilitator(store: Store): Promise<Actor> {
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'rina', name: 'Rina Wati', area: '33.74.01', now });
    await insertRole(tx, { person: 'rina', role: 'facilitator', area: '33.74.01', grantedBy: 'test', now });
    await noteAccount(tx, {
      id: 'console|rina',
      platform: 'console',
      shownName: 'Rina',
      address: { platform: 'console', place: 'rina', kind: 'private' },
      now,
    });
    await linkAccount(tx, 'console|rina', 'rina', now);
    for (const [id, name] of [
      ['siti', 'Siti Aminah'],
      ['budi', 'Budi Santoso'],
    ] as const) {
      await insertPerson(tx, { id, name, area: '33.74.01.1001', now });
      await addToCaseload(tx, 'rina', id, now);
    }
  });
  const found = await findActor(store.read, 'console|rina');
  if (found === undefined) throw new Error('the account is missing');
  return found.actor;
}

const draft = (person: string, date: string, line = 0) => ({
  person,
  kind: 'mentoring' as const,
  date,
  minutes: 90,
  turnover: 1_200_000,
  note: 'kas rapi',
  source: 'c|1',
  line,
});

describeOnBothEngines('the store', (open) => {
  it('commits everything of a write, or nothing', async () => {
    const store = await open();
    await store.write((tx) => setMark(tx, 'a', '1'));
    await expect(
      store.write(async (tx) => {
        await setMark(tx, 'a', '2');
        await setMark(tx, 'b', '2');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await findMark(store.read, 'a')).toBe('1');
    expect(await findMark(store.read, 'b')).toBeUndefined();
  });

  it('lets a failing writer undo only itself among writers that wait together', async () => {
    const store = await open();
    const results = await Promise.allSettled(
      ['1', '2', '3', '4'].map((name) =>
        store.write(async (tx) => {
          await setMark(tx, name, 'here');
          if (name === '2') throw new Error('no');
        }),
      ),
    );
    expect(results.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const found = await Promise.all(['1', '2', '3', '4'].map((name) => findMark(store.read, name)));
    expect(found).toEqual(['here', undefined, 'here', 'here']);
  });

  it('stores an event once, and blanks it when it is done', async () => {
    const store = await open();
    const store1 = (id: string) => store.write((tx) => storeIncoming(tx, { id, seq: id, body: message(id) }));
    expect([await store1('a'), await store1('b'), await store1('a')]).toEqual([true, true, false]);
    expect((await findWaiting(store.read, 10)).map((row) => row.body)).toEqual([message('a'), message('b')]);
    expect(await store.write((tx) => finishIncoming(tx, 'a'))).toBe(true);
    expect(await store.write((tx) => finishIncoming(tx, 'a'))).toBe(false);
    expect(await findReceived(store.read, 'a')).toEqual({ state: 'done', receivedAt: now });
    expect((await findWaiting(store.read, 10)).map((row) => row.id)).toEqual(['b']);
    expect(await store.write((tx) => countFailure(tx, 'b', 2))).toBe('again');
    expect(await store.write((tx) => countFailure(tx, 'b', 2))).toBe('given-up');
    expect(await findLastReceived(store.read)).toBe(now);
    expect(await countWaiting(store.read)).toEqual({ inbox: 0, outbox: 0 });
  });

  it('hands rows that nobody holds to whoever asks first, and settles them once', async () => {
    const store = await open();
    const notices = [
      { notice: 'x.one', subject: '1', person: 'rina' },
      { notice: 'x.two', subject: '2', person: 'rina', policy: 'never' as const },
    ];
    await store.write((tx) => leaveNotices(tx, notices, now));
    const take = async (owner: string) =>
      (await store.write((tx) => recoverOutgoing(tx, { owner, dead: [], now, leaseMs: 1_000, limit: 10 })))
        .kept;
    const rows = await take('one');
    expect(rows.map((row) => row.body)).toEqual([
      { kind: 'notice', notice: 'x.one', subject: '1' },
      { kind: 'notice', notice: 'x.two', subject: '2' },
    ]);
    expect(await take('two')).toEqual([]);
    await store.write((tx) =>
      settleOutgoing(
        tx,
        rows.map(({ id }) => ({ id, state: 'sent', refs: ['m1'], reason: null })),
        now,
      ),
    );
    expect(await countWaiting(store.read)).toEqual({ inbox: 0, outbox: 0 });
    expect(await store.write((tx) => repeatReplies(tx, 'nothing', 'one', now))).toEqual([]);
    await store.write((tx) => forgetDelivered(tx, now + dayMs));
    expect(await take('three')).toEqual([]);
  });

  it('keeps where a card stands, and claims a planned run once', async () => {
    const store = await open();
    await store.write((tx) => saveCard(tx, 'desk:1', 'place', 'm1', now));
    await store.write((tx) => saveCard(tx, 'desk:1', 'place', 'm2', now));
    expect(await findCard(store.read, 'desk:1', 'place')).toBe('m2');
    expect(await findCardByRef(store.read, 'place', 'm2')).toBe('desk:1');
    expect(await findLastRun(store.read, 'job')).toBeUndefined();
    expect(await store.write((tx) => claimRun(tx, 'job', now, now))).toBe(true);
    expect(await store.write((tx) => claimRun(tx, 'job', now, now))).toBe(false);
    await store.write((tx) => settleRun(tx, 'job', now, 'done', null, now));
    expect(await findLastRun(store.read, 'job')).toBe(now);
  });

  it('remembers a conversation and the buttons whose subject is long', async () => {
    const store = await open();
    const talk = { notes: { a: 'ä "x" 👍' }, lang: 'id' as const };
    for (const topic of ['pena.what', 'pena.age'])
      await store.write((tx) => saveTalk(tx, 'c', { ...talk, topic }, now));
    expect(await findTalk(store.read, 'c')).toEqual({ ...talk, topic: 'pena.age' });
    await store.write((tx) => savePresses(tx, [{ id: 'p', press: 'x.y', subject: 'long' }], now));
    expect(await findPress(store.read, 'p')).toMatchObject({ press: 'x.y', subject: 'long' });
    await store.write((tx) => forgetOldTalk(tx, now + 1));
    expect(await findTalk(store.read, 'c')).toEqual({ notes: {} });
  });

  it('knows who an account stands for, with roles that end', async () => {
    const store = await open();
    const actor = await addFacilitator(store);
    expect(actor).toMatchObject({
      person: { id: 'rina' },
      roles: [{ role: 'facilitator', area: '33.74.01' }],
    });
    await store.write((tx) => setAccountLang(tx, 'console|rina', 'en'));
    expect(await findReach(store.read, 'rina')).toMatchObject({ account: 'console|rina', lang: 'en' });
    await store.write((tx) => setBlocked(tx, 'console|rina', now));
    expect(await findReach(store.read, 'rina')).toBeUndefined();
    expect((await findCaseload(store.read, 'rina')).map((one) => one.name)).toEqual([
      'Budi Santoso',
      'Siti Aminah',
    ]);
    expect(await findInCaseload(store.read, 'rina', 'siti')).toMatchObject({ name: 'Siti Aminah' });
    expect(await findInCaseload(store.read, 'rina', 'agus')).toBeUndefined();
    expect(await findPersons(store.read, ['siti', 'nobody'])).toHaveLength(1);
    expect(await findHolders(store.read, ['facilitator'], '33.74.01.1001')).toHaveLength(1);
    expect(await findHolders(store.read, ['facilitator'], '33.75')).toEqual([]);
    expect(await store.write((tx) => revokeRoles(tx, undefined, 'rina', now))).toMatchObject({
      kind: 'revoked',
    });
    expect((await findActor(store.read, 'console|rina'))?.actor.roles).toEqual([]);
  });

  it('redeems an invitation once, and never after its time', async () => {
    const store = await open();
    const invite = () =>
      store.write((tx) => issueInvitation(tx, 'shell', { role: 'staff', area: 'ID', name: 'Dewi', now }));
    const actor: Actor = { account: 'console|dewi', shownName: 'D', persons: [], roles: [] };
    const first = await invite();
    const typed = first.code.toLowerCase().replace('-', ' ');
    expect(await store.write((tx) => redeemInvitation(tx, actor, typed, now))).toMatchObject({
      role: 'staff',
    });
    expect(await store.write((tx) => redeemInvitation(tx, actor, first.code, now))).toEqual({
      kind: 'not-valid',
    });
    const late = await invite();
    expect(await store.write((tx) => redeemInvitation(tx, actor, late.code, late.expiresAt + 1))).toEqual({
      kind: 'not-valid',
    });
  });

  it('logs sessions under running numbers, counts them, and takes them back', async () => {
    const store = await open();
    const actor = await addFacilitator(store);
    const moment = { now, today: '2026-11-23' };
    const log = (person: string, date: string, line: number) =>
      store.write((tx) => logSession(tx, actor, draft(person, date, line), moment));
    const first = await log('siti', '2026-11-23', 0);
    const second = await log('budi', '2026-11-20', 1);
    expect([first, second].map((one) => one.kind === 'saved' && one.session.number)).toEqual([1, 2]);
    expect((await log('siti', '2026-11-23', 2)).kind).toBe('same');
    expect((await log('agus', '2026-11-23', 3)).kind).toBe('not-your-person');
    const range = { facilitator: 'rina', from: '2026-11-01', to: '2026-11-30' };
    expect(await countSessions(store.read, range)).toEqual([
      { kind: 'mentoring', sessions: 2, minutes: 180, people: 2 },
    ]);
    const listed = await findSessions(store.read, { ...range, limit: 5, offset: 0 });
    expect(listed.map((row) => [row.person, row.date, row.turnover, row.backDated])).toEqual([
      ['siti', '2026-11-23', 1_200_000, false],
      ['budi', '2026-11-20', 1_200_000, true],
    ]);
    expect((await findLastVisits(store.read, 'rina', ['siti', 'budi'])).get('siti')).toEqual({
      date: '2026-11-23',
      sessions: 1,
    });
    expect((await findLastLogs(store.read, now - dayMs)).map((row) => row.number)).toEqual([2]);
    if (first.kind !== 'saved' || second.kind !== 'saved') throw new Error('not saved');
    expect(await store.write((tx) => undoSession(tx, actor, first.session.id, now))).toEqual({
      kind: 'undone',
      number: 1,
    });
    expect(await store.write((tx) => undoSession(tx, actor, first.session.id, now))).toEqual({
      kind: 'undone-before',
      number: 1,
    });
    expect(await store.write((tx) => undoSession(tx, actor, second.session.id, now + 16 * 60_000))).toEqual({
      kind: 'too-late',
      number: 2,
    });
    expect((await store.write((tx) => removeSession(tx, actor, second.session.id, now + dayMs))).kind).toBe(
      'undone',
    );
    const key = { facilitator: 'rina', person: 'siti', date: '2026-11-23', kind: 'mentoring' as const };
    expect(await findSame(store.read, key)).toEqual([]);
  });

  it('opens cards at the desk and lists them, the longest waiting first', async () => {
    const store = await open();
    const actor: Actor = { account: 'console|c', shownName: 'C', persons: [], roles: [] };
    const at = (place: string, when: number) =>
      store.write((tx) =>
        handOver(tx, actor, {
          text: 'kapan?',
          kind: 'question',
          conversation: `console|private|${place}|`,
          address: { platform: 'console', place, kind: 'private' },
          lang: 'id',
          now: when,
          zone: 'Asia/Jakarta',
          calendar: createWorkCalendar([]),
        }),
      );
    const second = await at('b', now);
    const first = await at('a', now - dayMs);
    expect((await findOpen(store.read, { limit: 5, offset: 0 })).map((row) => row.id)).toEqual([
      first.handover,
      second.handover,
    ]);
    expect(await countOpen(store.read)).toEqual({ open: 2, waiting: 2 });
    expect((await findOpenOf(store.read, 'console|private|b|'))?.address.place).toBe('b');
    expect((await findOutOfTime(store.read, now + 7 * dayMs)).length).toBe(2);
    await store.write((tx) => insertRating(tx, { at: now, topic: 'pena.what', helped: true }));
  });

  it('keeps identity numbers encrypted, finds them by their digits and erases what no record keeps', async () => {
    const store = await open();
    const vault = createVault(Buffer.alloc(32, 7));
    const digits = '3374010101900001';
    const [kept, left] = await store.write(async (tx) => [
      await vault.seal(tx, digits, '••••0001', now, dayMs),
      await vault.seal(tx, digits, '••••0001', now, dayMs),
    ]);
    expect(await vault.open(store.read, kept ?? '')).toBe(digits);
    expect([...(await vault.find(store.read, digits))].sort()).toEqual([kept, left].sort());
    await expect(createVault(Buffer.alloc(32, 8)).open(store.read, kept ?? '')).rejects.toThrow();
    await store.write((tx) => vault.keep(tx, kept ?? ''));
    await store.write((tx) => vault.purge(tx, now + 2 * dayMs));
    expect(await vault.find(store.read, digits)).toEqual([kept]);
    await store.write((tx) => vault.forget(tx, [kept ?? '']));
    expect(await vault.open(store.read, kept ?? '')).toBeUndefined();
  });

  it('chains the audit, and names the entry that was changed', async () => {
    const store = await open();
    for (const action of ['a', 'b', 'c'])
      await store.write((tx) =>
        writeAudit(tx, { at: now, actor: 'x', action, about: 'y:1', payload: { action } }),
      );
    expect(await store.write((tx) => sealAudit(tx))).toBe(3);
    expect(await store.write((tx) => sealAudit(tx))).toBe(0);
    expect(await findBrokenSeal(store.read)).toBeUndefined();
    await store.write((tx) => writeAudit(tx, { at: now, actor: 'x', action: 'd', about: 'y:1' }));
    expect(await store.write((tx) => sealAudit(tx))).toBe(1);
    expect(await findBrokenSeal(store.read)).toBeUndefined();
  });
});
