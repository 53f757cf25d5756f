import { describe, expect, it } from 'vitest';
import { triesADay, triesAnHour } from '../../src/applications/application.ts';
import { setTries } from '../../src/applications/ask-store.ts';
import { answerConfirm, askToConfirm } from '../../src/applications/confirm.ts';
import { answerProposedBulk, proposeBulk } from '../../src/applications/decide-many.ts';
import { linkByCode } from '../../src/applications/look-up.ts';
import { moveApplication, notePapers } from '../../src/applications/move.ts';
import { registerApplication, renewCode, undoRegistration } from '../../src/applications/register.ts';
import {
  countByStage,
  countListed,
  findApplication,
  findListed,
  findSteps,
} from '../../src/applications/store.ts';
import { takeBackMove } from '../../src/applications/take-back.ts';
import { waitingReminder } from '../../src/applications/waiting-chat.ts';
import { features } from '../../src/features.ts';
import {
  type Actor,
  addToCaseload,
  findActor,
  insertPerson,
  insertRole,
  noteAccount,
  type RoleName,
} from '../../src/people/index.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import { openCodeHash, type Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { describeOnBothEngines } from '../support/engines.ts';

const now = Date.UTC(2026, 10, 23, 2);
const dayMs = 24 * 3_600_000;
const actorOf = (id: string, role?: RoleName, area = '33.74'): Actor => {
  const roles = role === undefined ? [] : [{ role, area }];
  return { account: `test|${id}`, shownName: id, persons: [], person: { id, name: id, area, roles }, roles };
};
const rina = actorOf('rina', 'facilitator', '33.74.01');
const other = actorOf('other', 'facilitator', '33.74.01');
const agus = actorOf('agus', 'coordinator');
const bambang = actorOf('bambang', 'coordinator');
const solo = actorOf('solo', 'coordinator', '33.72');
const dewi = actorOf('dewi', 'staff', 'ID');
const stranger = (account: string): Actor => ({
  account: `test|${account}`,
  shownName: '',
  persons: [],
  roles: [],
});

async function officeIn(open: () => Promise<Store>) {
  const store = await open();
  await store.write(async (tx) => {
    for (const id of ['siti', 'budi'])
      await insertPerson(tx, { id, name: `${id} x`, area: '33.74.01.1001', now });
    for (const { person, roles } of [rina, other, agus, bambang, solo, dewi]) {
      if (person === undefined) continue;
      await insertPerson(tx, { id: person.id, name: person.name, area: person.area, now });
      for (const { area, role } of roles)
        await insertRole(tx, { person: person.id, role, area, grantedBy: 'test', now });
    }
    await addToCaseload(tx, 'rina', 'siti', now);
    await addToCaseload(tx, 'rina', 'budi', now);
  });
  const hash = await openCodeHash(store, new Uint8Array(32).fill(3));
  const register = async (person = 'siti', programme = 'PNA', code = 'ABCD-EFGH') => {
    const done = await store.write((tx) =>
      registerApplication(tx, rina, { person, programme, codeHash: hash(code), now }),
    );
    if (done.kind !== 'registered') throw new Error(done.kind);
    return done.row.number;
  };
  const move = (
    actor: Actor,
    number: string,
    name: 'check' | 'propose' | 'approve' | 'refuse',
    reason?: string,
  ) =>
    store.write((tx) =>
      moveApplication(tx, actor, { number, move: name, now, ...(reason === undefined ? {} : { reason }) }),
    );
  const proposed = async (person?: string, programme?: string) => {
    const number = await register(person, programme);
    await move(rina, number, 'check');
    await move(rina, number, 'propose');
    return number;
  };
  const look = (actor: Actor, number: string, code: string, at = now) =>
    store.write((tx) => linkByCode(tx, actor, { number, codeHash: hash(code), now: at }));
  return { store, hash, register, move, proposed, look };
}

const actions = async (store: Store) => {
  const { audit } = store.read.tables(defineAuditTables);
  return (await store.read.db.select().from(audit)).map((row) => row.action);
};

describeOnBothEngines('applications', (open) => {
  const office = () => officeIn(open);
  describe('registering', () => {
    it('is for the own people, or in the area that one leads, and refuses the rest in one way', async () => {
      const { store, hash } = await office();
      const input = { person: 'siti', programme: 'PNA', codeHash: hash('ABCD-EFGH'), now };
      const by = (actor: Actor, person = 'siti') =>
        store.write((tx) => registerApplication(tx, actor, { ...input, person }));
      for (const actor of [other, solo, stranger('x'), actorOf('siti')])
        expect(await by(actor)).toEqual({ kind: 'not-yours' });
      expect(await by(rina, 'nobody')).toEqual({ kind: 'not-yours' });
      expect(await actions(store)).toEqual(Array(5).fill('application.refused'));
      expect(await by(rina)).toMatchObject({
        kind: 'registered',
        row: { stage: 'received', person: 'siti' },
      });
      expect(await by(agus, 'budi')).toMatchObject({ kind: 'registered' });
    });

    it('shows an open one to the same programme before it stores another', async () => {
      const { store, register } = await office();
      const number = await register();
      const again = { person: 'siti', programme: 'PNA', codeHash: null, now };
      expect(await store.write((tx) => registerApplication(tx, rina, again))).toMatchObject({
        kind: 'same',
        row: { number },
      });
      const sure = await store.write((tx) => registerApplication(tx, rina, { ...again, sure: true }));
      expect(sure).toMatchObject({ kind: 'registered' });
      expect(
        await store.write((tx) => registerApplication(tx, rina, { ...again, programme: 'KUB' })),
      ).toMatchObject({ kind: 'registered' });
    });

    it('is taken back within fifteen minutes by who made it, while nothing else happened', async () => {
      const { store, register, move } = await office();
      const number = await register();
      const undo = (actor: Actor, at: number) => store.write((tx) => undoRegistration(tx, actor, number, at));
      expect(await undo(agus, now)).toEqual({ kind: 'not-there' });
      expect(await undo(rina, now + 16 * 60_000)).toMatchObject({ kind: 'too-late' });
      expect(await undo(rina, now + 60_000)).toMatchObject({ kind: 'undone', row: { stage: 'withdrawn' } });
      const second = await register();
      await move(rina, second, 'check');
      expect(await store.write((tx) => undoRegistration(tx, rina, second, now))).toMatchObject({
        kind: 'stale',
      });
    });
  });

  describe('moving', () => {
    it('keeps every step with its actor and reason', async () => {
      const { store, move, proposed } = await office();
      const number = await proposed();
      expect(await move(agus, number, 'refuse', 'Belum lengkap')).toMatchObject({ kind: 'moved' });
      const row = await findApplication(store.read, number);
      expect(row).toMatchObject({ stage: 'refused', reason: 'Belum lengkap' });
      const steps = await findSteps(store.read, row?.id ?? '');
      expect(steps.map((step) => [step.what, step.actor, step.reason])).toEqual([
        ['register', 'rina', null],
        ['check', 'rina', null],
        ['propose', 'rina', null],
        ['refuse', 'agus', 'Belum lengkap'],
      ]);
    });

    it('refuses a wrong role, a wrong area and a number that does not exist in one way, and audits it', async () => {
      const { store, move, proposed } = await office();
      const number = await proposed();
      for (const actor of [rina, other, solo, stranger('x'), actorOf('siti'), actorOf('joko', 'admin', 'ID')])
        expect(await move(actor, number, 'approve', 'x')).toEqual({ kind: 'not-there' });
      expect(await move(agus, 'PNA-0000-0008', 'approve', 'x')).toEqual({ kind: 'not-there' });
      expect((await actions(store)).filter((action) => action === 'application.refused')).toHaveLength(7);
      expect((await findApplication(store.read, number))?.stage).toBe('proposed');
      expect(await move(dewi, number, 'approve', 'Lengkap')).toMatchObject({ kind: 'moved' });
      expect(await move(agus, number, 'refuse', 'x')).toMatchObject({
        kind: 'stale',
        row: { stage: 'approved' },
      });
    });

    it('waits for the papers that were asked for', async () => {
      const { store, register, move } = await office();
      const number = await register();
      const papers = (actor: Actor, missing: readonly string[]) =>
        store.write((tx) => notePapers(tx, actor, { number, missing, now }));
      expect(await papers(solo, ['KK'])).toEqual({ kind: 'not-there' });
      expect(await papers(rina, ['KK'])).toMatchObject({ kind: 'noted', row: { hasMissing: true } });
      expect(await move(rina, number, 'check')).toMatchObject({ kind: 'papers-missing' });
      await papers(agus, []);
      expect(await move(rina, number, 'check')).toMatchObject({ kind: 'moved' });
    });
  });

  describe('taking a move back', () => {
    it('is for who made it, within fifteen minutes, while it is the last, and uncounts what was approved', async () => {
      const { store, move, proposed } = await office();
      const number = await proposed();
      await move(agus, number, 'approve', 'Lengkap');
      const back = (actor: Actor, at = now) => store.write((tx) => takeBackMove(tx, actor, number, at));
      expect(await back(solo)).toEqual({ kind: 'not-there' });
      expect(await back(rina)).toMatchObject({ kind: 'too-late', row: { stage: 'approved' } });
      expect(await back(agus, now + 16 * 60_000)).toMatchObject({ kind: 'too-late' });
      expect(await back(agus)).toMatchObject({
        kind: 'taken-back',
        row: { stage: 'proposed', approvedOn: null },
      });
      expect(await back(agus)).toMatchObject({ kind: 'too-late', row: { stage: 'proposed' } });
      const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
      expect(await findTallyDifferences(store.read, indicators)).toEqual([]);
    });
  });

  describe('lists', () => {
    it('hold the own people, or an area of any size, and nobody else', async () => {
      const { store, proposed, register } = await office();
      const first = await proposed('siti');
      const second = await register('budi', 'KUB');
      await store.write((tx) => notePapers(tx, rina, { number: second, missing: ['KK'], now }));
      const all = { open: 2, proposed: 1, papers: 1 };
      const none = { open: 0, proposed: 0, papers: 0 };
      const area = (code: string) => countListed(store.read, { kind: 'area', area: code });
      for (const code of ['ID', '33', '33.74', '33.74.01', '33.74.01.1001'])
        expect(await area(code)).toEqual(all);
      for (const code of ['32', '33.72', '33.74.02', '33.74.01.1002', '33.74.01.10'])
        expect(await area(code)).toEqual(none);
      const people = (persons: readonly string[]) => ({ kind: 'people' as const, persons });
      expect(await countListed(store.read, people(['budi']))).toEqual({ open: 1, proposed: 0, papers: 1 });
      expect(await countListed(store.read, people([]))).toEqual(none);
      const page = { limit: 9, offset: 0 };
      const numbers = async (filter: 'open' | 'proposed' | 'papers') =>
        (await findListed(store.read, people(['siti', 'budi']), filter, page)).map((row) => row.number);
      expect(await numbers('open')).toEqual([first, second]);
      expect(await numbers('proposed')).toEqual([first]);
      expect(await numbers('papers')).toEqual([second]);
      expect(await countByStage(store.read, now + 1)).toEqual(
        expect.arrayContaining([{ stage: 'proposed', n: 1, moved: 0 }]),
      );
    });
  });

  describe('what waits', () => {
    it('is one line for a coordinator and one for each application without its papers, until it is done', async () => {
      const { store, move, proposed, register } = await office();
      const number = await proposed();
      const waiting = await register('budi', 'KUB');
      await store.write((tx) => notePapers(tx, rina, { number: waiting, missing: ['KK'], now }));
      const ask = { persons: ['agus', 'solo', 'rina', 'dewi'], date: '2026-11-26', now };
      const due = await waitingReminder.due(store.read, ask);
      expect(due.get('agus')).toMatchObject([{ subject: 'proposed', facts: { n: 1, days: 3 } }]);
      expect(due.get('rina')).toMatchObject([{ subject: waiting, facts: { name: 'budi x' } }]);
      expect([...due.keys()].sort()).toEqual(['agus', 'rina']);
      await move(agus, number, 'approve', 'Lengkap');
      await store.write((tx) => notePapers(tx, rina, { number: waiting, missing: [], now }));
      const still = (person: string, subject: string) =>
        waitingReminder.stillDue(store.read, { person, subjects: [subject], date: '2026-11-26', now });
      expect(await still('agus', 'proposed')).toEqual(new Set());
      expect(await still('rina', waiting)).toEqual(new Set());
    });
  });

  describe('approving many at once', () => {
    it('takes a second person of the area, and leaves out what changed meanwhile', async () => {
      const { store, move, proposed } = await office();
      const [first, second] = [await proposed('siti'), await proposed('budi')];
      const propose = (actor: Actor, area = '33.74') =>
        store.write((tx) => proposeBulk(tx, actor, { area, reason: 'Lengkap', now }));
      expect(await propose(rina)).toEqual({ kind: 'not-allowed' });
      expect(await propose(agus, 'ID')).toEqual({ kind: 'not-allowed' });
      const made = await propose(agus);
      if (made.kind !== 'proposed') throw new Error(made.kind);
      expect([...made.tell].sort()).toEqual(['bambang', 'dewi']);
      const answer = (actor: Actor, at = now) =>
        store.write((tx) => answerProposedBulk(tx, actor, { id: made.bulk.id, yes: true, now: at }));
      expect(await answer(agus)).toEqual({ kind: 'own-proposal' });
      expect(await answer(solo)).toEqual({ kind: 'not-there' });
      expect(await answer(rina)).toEqual({ kind: 'not-there' });
      await move(bambang, second, 'refuse', 'Belum');
      expect(await answer(bambang)).toMatchObject({ kind: 'confirmed', approved: [{ number: first }] });
      expect((await findApplication(store.read, second))?.stage).toBe('refused');
      expect(await answer(dewi)).toEqual({ kind: 'answered-before' });
    });

    it('is over after three days', async () => {
      const { store, proposed } = await office();
      await proposed();
      const made = await store.write((tx) => proposeBulk(tx, agus, { area: '33.74', reason: 'x', now }));
      if (made.kind !== 'proposed') throw new Error(made.kind);
      const late = { id: made.bulk.id, yes: true, now: now + 3 * dayMs + 1 };
      expect(await store.write((tx) => answerProposedBulk(tx, dewi, late))).toEqual({
        kind: 'answered-before',
      });
    });
  });

  describe('looking up with number and code', () => {
    it('links once; then the code is used up', async () => {
      const { look, register } = await office();
      const number = await register();
      expect(await look(stranger('a'), number, 'abcd efgh')).toMatchObject({
        kind: 'linked',
        person: 'siti',
      });
      expect(await look(stranger('b'), number, 'ABCD-EFGH')).toEqual({ kind: 'no-match' });
    });

    it('says the same to a wrong code, an unknown number, and an account that tried too often', async () => {
      const { look, register } = await office();
      const number = await register();
      const thief = stranger('thief');
      for (let at = 0; at < triesADay; at++)
        expect(await look(thief, at % 2 === 0 ? number : 'PNA-0000-0008', 'AAAA-AAAA')).toEqual({
          kind: 'no-match',
        });
      expect(await look(thief, number, 'ABCD-EFGH')).toEqual({ kind: 'no-match' });
      expect(await look(stranger('owner'), number, 'ABCD-EFGH')).toMatchObject({ kind: 'linked' });
      const again = await register('budi');
      expect(await look(thief, again, 'ABCD-EFGH', now + dayMs)).toMatchObject({ kind: 'linked' });
    });

    it('slows everybody down together when too many guess at once, without using up anybody’s own tries', async () => {
      const { look, register, store } = await office();
      const number = await register();
      const period = new Date(now).toISOString().slice(0, 13);
      await store.write((tx) => setTries(tx, { account: '*', kind: 'code', period }, triesAnHour));
      for (let at = 0; at < triesADay + 1; at++)
        expect(await look(stranger('owner'), number, 'ABCD-EFGH')).toEqual({ kind: 'no-match' });
      expect(await look(stranger('owner'), number, 'ABCD-EFGH', now + 3_600_000)).toMatchObject({
        kind: 'linked',
      });
    });

    it('never makes a phone stand for an officer', async () => {
      const { hash, look, store } = await office();
      await store.write((tx) => addToCaseload(tx, 'rina', 'other', now));
      const input = { person: 'other', programme: 'TKS', codeHash: hash('ABCD-EFGH'), now };
      const made = await store.write((tx) => registerApplication(tx, rina, input));
      if (made.kind !== 'registered') throw new Error(made.kind);
      expect(await look(stranger('a'), made.row.number, 'ABCD-EFGH')).toEqual({ kind: 'no-match' });
    });

    it('takes a new code of who handles it, and then the old one no longer', async () => {
      const { hash, look, register, store } = await office();
      const number = await register();
      const renew = (actor: Actor) =>
        store.write((tx) => renewCode(tx, actor, { number, codeHash: hash('JKMN-PQRS'), now }));
      expect(await renew(other)).toEqual({ kind: 'not-there' });
      expect(await renew(rina)).toMatchObject({ kind: 'made' });
      expect(await look(stranger('a'), number, 'ABCD-EFGH')).toEqual({ kind: 'no-match' });
      expect(await look(stranger('a'), number, 'JKMN-PQRS')).toMatchObject({ kind: 'linked' });
    });
  });

  describe('asking the facilitator to confirm', () => {
    const place = { platform: 'test', place: 'a', kind: 'private' as const };
    const ask = (store: Store, actor: Actor, number: string) =>
      store.write((tx) => askToConfirm(tx, actor, { number, mark: 'AB12', address: place, lang: 'id', now }));
    const answer = (store: Store, actor: Actor, id: string, yes = true) =>
      store.write((tx) => answerConfirm(tx, actor, { id, yes, now }));

    it('links the account that asked when who accompanies the person says yes', async () => {
      const { register, store } = await office();
      const number = await register();
      await store.write((tx) =>
        noteAccount(tx, { id: 'test|a', platform: 'test', shownName: '', address: place, now }),
      );
      const asked = await ask(store, stranger('a'), number);
      expect(asked.tell).toEqual(['rina']);
      for (const actor of [other, solo, stranger('x')])
        expect(await answer(store, actor, asked.ask)).toEqual({ kind: 'not-there' });
      expect(await answer(store, rina, asked.ask)).toMatchObject({ kind: 'confirmed' });
      expect(await answer(store, rina, asked.ask)).toEqual({ kind: 'answered-before' });
      expect((await findActor(store.read, 'test|a'))?.actor.persons.map((one) => one.id)).toEqual(['siti']);
    });

    it('asks nobody about an unknown number, twice, too often, or the one who asks', async () => {
      const { register, store } = await office();
      const number = await register();
      expect((await ask(store, stranger('a'), 'PNA-0000-0008')).tell).toEqual([]);
      expect((await ask(store, stranger('a'), number)).tell).toEqual(['rina']);
      expect((await ask(store, stranger('a'), number)).tell).toEqual([]);
      const budi = await register('budi');
      expect((await ask(store, stranger('a'), budi)).tell).toEqual([]);
      const own = await ask(store, rina, budi);
      expect(own.tell).toEqual([]);
      expect(await answer(store, rina, own.ask)).toEqual({ kind: 'not-there' });
    });

    it('links nothing on a no', async () => {
      const { register, store } = await office();
      const number = await register();
      const asked = await ask(store, stranger('a'), number);
      expect(await answer(store, rina, asked.ask, false)).toMatchObject({ kind: 'denied' });
    });
  });
});
