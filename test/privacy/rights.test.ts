import { describe, expect, it } from 'vitest';
import { findEndedBefore } from '../../src/applications/store.ts';
import { defineGroupTables, insertAsker } from '../../src/desk/group-store.ts';
import { handOver } from '../../src/desk/hand-over.ts';
import { findSaid } from '../../src/desk/my-data-store.ts';
import { findResults, saveResultRow } from '../../src/eligibility/store.ts';
import { keepers } from '../../src/features.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import { findSessionsWith } from '../../src/mentoring/erase-store.ts';
import {
  type Actor,
  findActor,
  findCaseload,
  findPerson,
  linkAccount,
  noteAccount,
} from '../../src/people/index.ts';
import { dueAt, hoursLeft } from '../../src/privacy/data-request.ts';
import {
  type Asker,
  answerRequest,
  askCorrection,
  eraseData,
  withdrawConsent,
} from '../../src/privacy/rights.ts';
import { findOpenRequests } from '../../src/privacy/store.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import { findBrokenSeal, type Store, sealAudit, writeAudit } from '../../src/store/index.ts';
import { monday, startAssistant } from '../support/assistant.ts';

const hourMs = 3_600_000;
const asker = (person: string | null, now = monday): Asker => ({
  person,
  address: { platform: 'console', place: 'siti', kind: 'private' },
  lang: 'id',
  now,
});
const actorOf = async (store: Store, id: string): Promise<Actor> => {
  const found = await findActor(store.read, `console|${id}`);
  if (found === undefined) throw new Error(`${id} is not there`);
  return found.actor;
};
const all = () => keepers;

/** Every text in the store's tables of records, as one string. */
async function everything(store: Store): Promise<string> {
  const { auditPayload } = store.read.tables(defineAuditTables);
  return JSON.stringify(await store.read.db.select().from(auditPayload));
}

describe('the rights over one’s data', () => {
  it('give the staff three times twenty-four hours, weekends included', () => {
    const friday = Date.parse('2026-11-27T15:00:00+07:00');
    expect(dueAt(friday)).toBe(Date.parse('2026-11-30T15:00:00+07:00'));
    expect(hoursLeft(dueAt(friday), friday)).toBe(72);
    expect(hoursLeft(dueAt(friday), friday + 73 * hourMs)).toBe(-1);
  });

  it('are only for who the account stands for, and answered by the staff only', async () => {
    const { store } = await startAssistant();
    const [siti, rina, dewi] = [
      await actorOf(store, 'siti'),
      await actorOf(store, 'rina'),
      await actorOf(store, 'dewi'),
    ];
    expect(await store.write((tx) => askCorrection(tx, rina, asker('siti'), 'x'))).toEqual({
      kind: 'not-yours',
    });
    expect(await store.write((tx) => withdrawConsent(tx, rina, all, asker('siti')))).toEqual({
      kind: 'not-yours',
    });
    expect(await store.write((tx) => eraseData(tx, rina, all, asker('siti')))).toEqual({ kind: 'not-yours' });
    const asked = await store.write((tx) => askCorrection(tx, siti, asker('siti'), 'Desa salah'));
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    const answer = { id: asked.row.id, done: true, answer: 'Sudah', now: monday };
    expect(await store.write((tx) => answerRequest(tx, rina, answer))).toEqual({ kind: 'not-allowed' });
    expect(await store.write((tx) => answerRequest(tx, dewi, answer))).toMatchObject({ kind: 'closed' });
    expect(await store.write((tx) => answerRequest(tx, dewi, answer))).toEqual({ kind: 'closed-before' });
    expect(await findOpenRequests(store.read, { limit: 9, offset: 0 })).toEqual([]);
  });

  it('take five requests a day of one account', async () => {
    const { store } = await startAssistant();
    const siti = await actorOf(store, 'siti');
    for (let at = 0; at < 5; at++) await store.write((tx) => askCorrection(tx, siti, asker('siti'), 'x'));
    expect(await store.write((tx) => askCorrection(tx, siti, asker('siti'), 'x'))).toEqual({
      kind: 'too-many',
    });
  });

  it('erase names and words, leave what is counted, and keep the audit chain whole', async () => {
    const { store } = await startAssistant();
    const siti = await actorOf(store, 'siti');
    await store.write((tx) =>
      writeAudit(tx, {
        at: monday,
        actor: 'rina',
        action: 'x',
        about: 'person:siti',
        person: 'siti',
        payload: 'rahasia',
      }),
    );
    await store.write((tx) => sealAudit(tx));
    const before = await findSessionsWith(store.read, 'siti');
    expect(before.map((row) => row.note)).toEqual(['catatan kas', 'catatan kas']);
    const erased = await store.write((tx) => eraseData(tx, siti, all, asker('siti')));
    expect(erased).toEqual({
      kind: 'erased',
      kept: ['people-data-kept', 'mentoring-data-kept', 'applications-data-kept'],
    });
    expect(await findPerson(store.read, 'siti')).toMatchObject({
      name: '—',
      nameKey: '',
      phone: null,
      area: '33.74',
    });
    const after = await findSessionsWith(store.read, 'siti');
    expect(after.map((row) => [row.date, row.minutes, row.note, row.turnover])).toEqual(
      before.map((row) => [row.date, row.minutes, '', null]),
    );
    expect((await findCaseload(store.read, 'rina')).map((one) => one.id)).not.toContain('siti');
    expect((await actorOf(store, 'siti')).persons).toEqual([]);
    expect(await everything(store)).not.toContain('rahasia');
    await store.write((tx) => sealAudit(tx));
    expect(await findBrokenSeal(store.read)).toBeUndefined();
    const again = await store.write((tx) => eraseData(tx, siti, all, asker('siti')));
    expect(again.kind).toBe('erased');
  });

  it('erase what is kept of an account that is linked to nobody', async () => {
    const { store } = await startAssistant();
    const address = { platform: 'console', place: 'baru', kind: 'private' as const };
    const baru: Actor = { account: 'console|baru', shownName: 'Baru', persons: [], roles: [] };
    const conversation = 'console|private|baru|';
    await store.write(async (tx) => {
      await noteAccount(tx, {
        id: baru.account,
        platform: 'console',
        shownName: 'Baru',
        address,
        now: monday,
      });
      await handOver(tx, baru, {
        text: 'kapan?',
        kind: 'question',
        conversation,
        address,
        lang: 'id',
        now: monday,
        zone: 'Asia/Jakarta',
        calendar: createWorkCalendar([]),
      });
      for (const [at, account] of [baru.account, 'console|lain'].entries())
        await insertAsker(tx, {
          id: `a${at}`,
          group: 'g',
          conversation: account,
          account,
          address,
          lang: 'id',
          asked: 'resep rendang',
          at: monday,
          toldAt: null,
        });
      await saveResultRow(tx, {
        owner: `account:${baru.account}`,
        programme: 'pena',
        year: 2026,
        outcome: 'likely',
        checkText: 'pena',
        consent: 1,
        savedAt: monday,
      });
    });
    expect(await store.write((tx) => eraseData(tx, baru, all, asker(null)))).toEqual({
      kind: 'erased',
      kept: [],
    });
    expect(await findSaid(store.read, baru.account)).toEqual([]);
    const { asker: askers } = store.read.tables(defineGroupTables);
    expect((await store.read.db.select().from(askers)).map((row) => row.account)).toEqual(['console|lain']);
    expect(await findResults(store.read, `account:${baru.account}`)).toEqual([]);
    expect((await findActor(store.read, baru.account))?.actor.shownName).toBe('');
  });

  it('leave alone what others on the same phone asked and said', async () => {
    const { store } = await startAssistant();
    const budi =
      (await findCaseload(store.read, 'rina')).find((one) => one.name === 'Budi Santoso')?.id ?? '';
    await store.write((tx) => linkAccount(tx, 'console|siti', budi, monday));
    const family = await actorOf(store, 'siti');
    await store.write((tx) => askCorrection(tx, family, asker(budi), 'Nama Budi salah'));
    await store.write((tx) => askCorrection(tx, family, asker('siti'), 'Desa Siti salah'));
    expect((await store.write((tx) => eraseData(tx, family, all, asker('siti')))).kind).toBe('erased');
    const open = await findOpenRequests(store.read, { limit: 9, offset: 0 });
    expect(open.map((row) => row.text)).toEqual(['Nama Budi salah']);
    const left = await actorOf(store, 'siti');
    expect(left.persons.map((one) => one.id)).toEqual([budi]);
    expect(left.shownName).not.toBe('');
  });

  it('leave an officer’s record to the office', async () => {
    const { store } = await startAssistant();
    const rina = await actorOf(store, 'rina');
    expect(await store.write((tx) => eraseData(tx, rina, all, asker('rina')))).toEqual({ kind: 'officer' });
  });
});

describe('what is over', () => {
  it('is forgotten every night when its time has come, and not before', async () => {
    const { app, clock, store } = await startAssistant();
    const siti = await actorOf(store, 'siti');
    await store.write((tx) => withdrawConsent(tx, siti, all, asker('siti')));
    const named = async () => (await findEndedBefore(store.read, clock.now(), 9)).length;
    await clock.jump(700 * 24 * hourMs);
    await app.scheduler.tick();
    expect(await named()).toBe(1);
    await clock.jump(31 * 24 * hourMs);
    await app.scheduler.tick();
    await app.idle();
    expect(await named()).toBe(0);
    expect((await findSessionsWith(store.read, 'siti'))[0]?.note).toBe('catatan kas');
  });
});
