import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDeskKnowledge } from '../../src/answers/desk-knowledge.ts';
import { openAnswers } from '../../src/answers/live.ts';
import { openCatalogue } from '../../src/cli/open.ts';
import { approveTopic, proposeTopic, refuseTopic, withdrawTopic } from '../../src/desk/adopt.ts';
import { answerGroup, dismissGroup, tellLater } from '../../src/desk/answer-group.ts';
import {
  type CardMoment,
  cardFrom,
  type GroupAnswer,
  isCardDue,
  isRemark,
  isShareable,
  movesOfGroup,
  quietMs,
} from '../../src/desk/group.ts';
import {
  countAskedSince,
  countOpenGroups,
  defineGroupTables,
  expireGroups,
  findGroup,
  findUntold,
  findWordings,
} from '../../src/desk/group-store.ts';
import { handOver } from '../../src/desk/hand-over.ts';
import type { DeskKnowledge } from '../../src/desk/knowledge.ts';
import { deskRecords } from '../../src/desk/my-data-chat.ts';
import { createNoteAsked, type NoteAsked } from '../../src/desk/note-asked.ts';
import { toDraft } from '../../src/desk/proposal.ts';
import { countForSecond, findAdopted, findProposal } from '../../src/desk/proposal-store.ts';
import { findHandover, updateHandover } from '../../src/desk/store.ts';
import type { Lang } from '../../src/language/locale.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import type { Actor, RoleName } from '../../src/people/index.ts';
import { findBrokenSeal, type Store, sealAudit } from '../../src/store/index.ts';
import { monday } from '../support/assistant.ts';
import { temporaryStore } from '../support/store.ts';

const minuteMs = 60_000;

let knowledge: DeskKnowledge;
let note: NoteAsked;

beforeAll(async () => {
  knowledge = createDeskKnowledge(
    await openAnswers({ folder: join(import.meta.dirname, '../../knowledge') }),
  );
  note = createNoteAsked(knowledge);
}, 60_000);

const actorOf = (id: string, role?: RoleName): Actor => {
  const roles = role === undefined ? [] : [{ role, area: 'ID' }];
  return {
    account: `console|${id}`,
    shownName: id,
    persons: [],
    person: { id, name: id, area: 'ID', roles },
    roles,
  };
};
const dewi = actorOf('dewi', 'staff');
const joko = actorOf('joko', 'admin');
const strangers = [
  ['somebody unknown', { account: 'console|x', shownName: 'X', persons: [], roles: [] } satisfies Actor],
  ['a facilitator', actorOf('rina', 'facilitator')],
  ['a coordinator', actorOf('agus', 'coordinator')],
] as const;

const halal = 'cara mengurus sertifikat halal untuk warung';
const halalToo = 'sertifikat halal untuk warung ngurusnya gimana ya';
const gold = 'harga emas antam hari ini berapa';

const answer: GroupAnswer = {
  id: 'Warung kecil mendaftar di ptsp.halal.go.id. Langkah berikutnya: tanyakan ke pendamping.',
  source: { title: 'Panduan', url: 'https://halal.go.id/panduan', year: 2025 },
};

const ask = (
  store: Store,
  who: string,
  text: string,
  more: { lang?: Lang; now?: number; public?: true } = {},
) =>
  store.write((tx) =>
    note(tx, {
      text,
      lang: more.lang ?? 'id',
      outcome: 'unanswered',
      conversation: `console|private|${who}|`,
      account: `console|${who}`,
      address: more.public ? undefined : { platform: 'console', place: who, kind: 'private' },
      now: more.now ?? monday,
    }),
  );

async function asked(
  store: Store,
  who: string,
  text: string,
  more: Parameters<typeof ask>[3] = {},
): Promise<string> {
  const group = await ask(store, who, text, more);
  if (group === undefined) throw new Error('not grouped');
  return group;
}

const reply = (store: Store, id: string, given: GroupAnswer = answer, actor: Actor = dewi) =>
  store.write((tx) => answerGroup(tx, actor, { id, answer: given, now: monday }, knowledge));

const propose = (store: Store, group: string, actor: Actor = dewi) =>
  store.write((tx) => proposeTopic(tx, actor, { group, today: '2026-11-23', now: monday }, knowledge));

async function proposed(store: Store): Promise<string> {
  const group = await asked(store, 'a', halal);
  await asked(store, 'b', halalToo);
  await reply(store, group);
  const outcome = await propose(store, group);
  if (outcome.kind !== 'proposed') throw new Error(`not proposed: ${JSON.stringify(outcome)}`);
  return outcome.row.id;
}

describe('a question without a good answer', () => {
  it('joins those that ask the same, counts a conversation once, and keeps its own words', async () => {
    const store = temporaryStore();
    const first = await asked(store, 'a', halal);
    expect(await asked(store, 'b', halalToo)).toBe(first);
    expect(await asked(store, 'b', halal)).toBe(first);
    expect(await asked(store, 'c', gold)).not.toBe(first);
    expect(await findGroup(store.read, first)).toMatchObject({ askers: 2, state: 'open', title: halal });
    expect((await findWordings(store.read, first, 9)).map((one) => one.text)).toEqual([
      halal,
      halalToo,
      halal,
    ]);
    expect(await countOpenGroups(store.read)).toEqual({ groups: 2, askers: 3 });
    expect(await countAskedSince(store.read, monday)).toMatchObject({ unanswered: 4, 'not-helped': 0 });
  });

  it('stays in its own language', async () => {
    const store = temporaryStore();
    const first = await asked(store, 'a', halal);
    expect(await asked(store, 'b', halal, { lang: 'en' })).not.toBe(first);
  });

  it.each(['p', 'halo', '(mengirim pesan suara, gambar, atau berkas)'])(
    '%j says too little to be grouped, and is still counted',
    async (text) => {
      const store = temporaryStore();
      expect(await ask(store, 'a', text)).toBeUndefined();
      expect((await countAskedSince(store.read, monday)).unanswered).toBe(1);
    },
  );

  it('is compared with what others asked long ago only until it is forgotten', async () => {
    const store = temporaryStore();
    const first = await asked(store, 'a', halal);
    await store.write((tx) => expireGroups(tx, monday + 1));
    expect(await findUntold(store.read, first)).toEqual([]);
    expect(await asked(store, 'b', halal, { now: monday + quietMs })).not.toBe(first);
    expect(await reply(store, first)).toMatchObject({ kind: 'settled-before' });
  });
});

describe('what is kept of who asked', () => {
  const words = {
    texts: openCatalogue().in('id'),
    zone: 'Asia/Jakarta' as const,
    today: '2026-11-23',
    command: (name: string) => `/${name}`,
  };

  it('is shown to them and erased for them while they wait; answered, it names nobody', async () => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    await asked(store, 'b', halalToo);
    const { account } = deskRecords.myData;
    expect(JSON.stringify(await account?.show(store.read, 'console|a', words))).toContain(halal);
    await store.write(async (tx) => account?.erase(tx, 'console|a', monday));
    expect(await account?.show(store.read, 'console|a', words)).toEqual([]);
    const outcome = await reply(store, group);
    expect(outcome.kind === 'answered' && outcome.told.map((one) => one.address?.place)).toEqual(['b']);
    expect(await account?.show(store.read, 'console|b', words)).toEqual([]);
    const [left] = await store.read.db.select().from(store.read.tables(defineGroupTables).asker);
    expect(left).toMatchObject({ account: null, address: null });
    expect(left?.conversation).not.toContain('b|');
  });

  it('is forgotten with the words when the time is over', async () => {
    const store = temporaryStore();
    await asked(store, 'a', halal);
    const forget = deskRecords.retention.find((one) => one.kind === 'unanswered-questions');
    expect(await store.write(async (tx) => forget?.forget(tx, monday))).toBe(0);
    await store.write((tx) => expireGroups(tx, monday + 1));
    expect(await store.write(async (tx) => forget?.forget(tx, monday + 1))).toBe(1);
  });
});

describe('answering a group', () => {
  it('tells everybody once and forgets where they are', async () => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    await asked(store, 'b', halalToo);
    const outcome = await reply(store, group);
    expect(outcome.kind === 'answered' && outcome.told.map((one) => one.address?.place)).toEqual(['a', 'b']);
    expect(await findUntold(store.read, group)).toEqual([]);
    const again = await reply(store, group);
    expect(again.kind === 'answered' && again.told).toEqual([]);
  });

  it('answers the hand-overs of those who asked a human the same', async () => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    const handed = await store.write(async (tx) => {
      const { handover } = await handOver(tx, strangers[0][1], {
        text: halal,
        kind: 'question',
        conversation: 'console|private|a|',
        address: { platform: 'console', place: 'a', kind: 'private' },
        lang: 'id',
        now: monday,
        zone: 'Asia/Jakarta',
        calendar: createWorkCalendar([]),
      });
      await updateHandover(tx, handover, { group });
      return handover;
    });
    const outcome = await reply(store, group);
    expect(outcome).toMatchObject({ kind: 'answered', handovers: [handed], told: [{ group }] });
    expect(await findHandover(store.read, handed)).toMatchObject({ state: 'answered', takenBy: 'dewi' });
  });

  it('leaves those who ask later to the staff, and counts without telling where many read along', async () => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    await asked(store, 'market', halalToo, { public: true });
    const outcome = await reply(store, group);
    expect(outcome.kind === 'answered' && outcome.told).toHaveLength(1);
    expect(await asked(store, 'c', halalToo)).toBe(group);
    const later = await store.write((tx) => tellLater(tx, dewi, group, monday));
    expect(later.kind === 'told' && later.told.map((one) => one.address?.place)).toEqual(['c']);
  });

  it.each([
    ['Bantuan pasti cair, tenang saja.', 'answers-forbidden-promise'],
    ['Bantuan akan cair tanggal 5 Desember.', 'answers-forbidden-payout-date'],
    ['Ibu akan mendapat bantuan modal.', 'answers-forbidden-promise'],
    ['Kirim foto KTP ke sini ya.', 'answers-forbidden-photo'],
    ['Anda tidak memenuhi syarat.', 'answers-forbidden-bare-no'],
    ['NIK 3374010101900001 sudah benar.', 'answers-forbidden-identity'],
  ])('refuses "%s" with the reason, and stores nothing', async (text, key) => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    const outcome = await reply(store, group, { ...answer, id: text });
    expect(outcome).toMatchObject({ kind: 'refused', objections: [{ key, field: 'id' }] });
    expect(await findGroup(store.read, group)).toMatchObject({ state: 'open', answer: null });
    expect(await findUntold(store.read, group)).toHaveLength(1);
  });

  it.each(strangers)('is not for %s, whether or not the group exists', async (_who, actor) => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    for (const id of [group, 'nothing']) {
      expect(await reply(store, id, answer, actor)).toEqual({ kind: 'not-allowed' });
      expect(await store.write((tx) => dismissGroup(tx, actor, id, monday))).toEqual({ kind: 'not-allowed' });
      expect(await store.write((tx) => tellLater(tx, actor, id, monday))).toEqual({ kind: 'not-allowed' });
      expect(await propose(store, id, actor)).toEqual({ kind: 'not-allowed' });
    }
  });
});

describe('adopting an answer', () => {
  it('takes two persons, never the same one', async () => {
    const store = temporaryStore();
    const id = await proposed(store);
    expect(await countForSecond(store.read, 'dewi')).toBe(0);
    expect(await countForSecond(store.read, 'joko')).toBe(1);
    const own = await store.write((tx) => approveTopic(tx, dewi, { id, now: monday }, knowledge));
    expect(own.kind).toBe('own-proposal');
    const refusal = await store.write((tx) => refuseTopic(tx, dewi, { id, now: monday, reason: 'x' }));
    expect(refusal.kind).toBe('own-proposal');
    expect(await findAdopted(store.read)).toEqual([]);
    const second = await store.write((tx) => approveTopic(tx, joko, { id, now: monday }, knowledge));
    expect(second).toMatchObject({ kind: 'approved', row: { decidedBy: 'joko', proposedBy: 'dewi' } });
    expect(await findAdopted(store.read)).toMatchObject([
      { id: 'desk.cara-mengurus-sertifikat', questions: { id: [halal, halalToo], en: [] } },
    ]);
  });

  it('may be refused with a reason, and proposed again', async () => {
    const store = temporaryStore();
    const id = await proposed(store);
    await store.write((tx) => refuseTopic(tx, joko, { id, now: monday, reason: 'tanpa pasal' }));
    const row = await findProposal(store.read, id);
    expect(row).toMatchObject({ state: 'refused', reason: 'tanpa pasal' });
    const late = await store.write((tx) => approveTopic(tx, joko, { id, now: monday }, knowledge));
    expect(late.kind).toBe('not-now');
    expect((await propose(store, row?.group ?? '')).kind).toBe('proposed');
    expect((await propose(store, row?.group ?? '')).kind).toBe('not-now');
  });

  it('can be withdrawn by any staff member, once', async () => {
    const store = temporaryStore();
    const id = await proposed(store);
    const early = await store.write((tx) => withdrawTopic(tx, dewi, { id, now: monday, reason: 'x' }));
    expect(early.kind).toBe('not-now');
    await store.write((tx) => approveTopic(tx, joko, { id, now: monday }, knowledge));
    const withdrawn = await store.write((tx) =>
      withdrawTopic(tx, dewi, { id, now: monday, reason: 'salah' }),
    );
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', row: { reason: 'salah', decidedBy: 'joko' } });
    expect(await findAdopted(store.read)).toEqual([]);
    const twice = await store.write((tx) => withdrawTopic(tx, dewi, { id, now: monday, reason: 'x' }));
    expect(twice.kind).toBe('not-now');
  });

  it.each(strangers)('is not for %s', async (_who, actor) => {
    const store = temporaryStore();
    const id = await proposed(store);
    const decision = { id, now: monday, reason: 'x' };
    expect(await store.write((tx) => approveTopic(tx, actor, decision, knowledge))).toEqual({
      kind: 'not-allowed',
    });
    expect(await store.write((tx) => refuseTopic(tx, actor, decision))).toEqual({ kind: 'not-allowed' });
    expect(await store.write((tx) => withdrawTopic(tx, actor, decision))).toEqual({ kind: 'not-allowed' });
  });

  it('names what the knowledge would be worse for: an unknown topic, a title taken, a question held already', async () => {
    const store = temporaryStore();
    const group = await asked(store, 'a', halal);
    expect(await reply(store, group, { ...answer, topic: 'no.such' })).toMatchObject({
      kind: 'refused',
      objections: [{ key: 'desk-objection-no-topic', field: 'topic' }],
    });
    await reply(store, group, { ...answer, label: 'Listed but not received' });
    expect(await propose(store, group)).toMatchObject({
      kind: 'objections',
      objections: [{ key: 'answers-objection-duplicate', args: { topic: 'aid.notpaid' } }],
    });
    const known = await asked(store, 'b', 'saldo kks saya kosong');
    await reply(store, known);
    expect(await propose(store, known)).toMatchObject({
      kind: 'objections',
      objections: [{ key: 'answers-objection-duplicate', args: { topic: 'aid.notpaid' } }],
    });
  });

  it('keeps every step in the audit', async () => {
    const store = temporaryStore();
    const id = await proposed(store);
    await store.write((tx) => approveTopic(tx, joko, { id, now: monday }, knowledge));
    await store.write((tx) => withdrawTopic(tx, dewi, { id, now: monday, reason: 'salah' }));
    // Answered, proposed, approved, withdrawn.
    expect(await store.write((tx) => sealAudit(tx))).toBe(4);
    expect(await findBrokenSeal(store.read)).toBeUndefined();
  });
});

describe('the draft made of an answer', () => {
  const draft = (texts: readonly string[], given: Partial<GroupAnswer> = {}) =>
    toDraft({
      answer: { ...answer, ...given },
      wordings: texts.map((text) => ({ text, key: text.toLowerCase() })),
      lang: 'id',
      longestLabel: 28,
      programme: 'general',
      today: '2026-11-23',
    });

  it('has each wording once and none with figures, addresses or masked numbers in it', () => {
    const { questions } = draft([
      'Kapan?',
      'kapan?',
      'no hp 081234567',
      'nik ••••0001',
      'a@b.id',
      'Di mana?',
    ]);
    expect(questions.id).toEqual(['Kapan?', 'Di mana?']);
  });

  it.each([
    ['boleh tidak lahan bantuan kat dijual ke orang lain', 'Boleh tidak lahan bantuan'],
    ['kapan?', 'Kapan'],
    ['Pneumonoultramicroscopicsilicovolcanoconiosis', 'Pneumonoultramicroscopicsili'],
  ])('is called after its first wording: %s → %s', (text, label) => {
    expect(draft([text]).label).toEqual({ id: label, en: label });
  });

  it('holds no line that would end the answer in its file', () => {
    expect(draft(['a b'], { id: 'Satu.\n## en\nDua.' }).body.id).toBe('Satu.\nen\nDua.');
  });
});

describe('the card of a group', () => {
  const group = (more: Partial<CardMoment>): CardMoment => ({
    state: 'open',
    askers: cardFrom,
    shownAt: null,
    stale: true,
    ...more,
  });
  const now = monday;

  it.each<[string, Partial<CardMoment>, boolean, boolean]>([
    ['is shown first in office hours', {}, true, true],
    ['waits at night', {}, false, false],
    ['is not shown for a single asker', { askers: cardFrom - 1 }, true, false],
    ['is not shown first when it was dismissed', { state: 'dismissed' }, true, false],
    ['changes at once for the first askers, at night too', { shownAt: now - 1, askers: 5 }, false, true],
    ['does not change when nothing happened', { shownAt: now - 1, stale: false }, true, false],
    ['waits a little when very many ask', { shownAt: now - minuteMs, askers: 500 }, true, false],
    ['changes after a while when very many ask', { shownAt: now - 10 * minuteMs, askers: 500 }, true, true],
  ])('%s', (_rule, moment, officeOpen, due) => {
    expect(isCardDue(group(moment), now, officeOpen)).toBe(due);
  });

  it.each([
    ['open', 0, ['answer', 'dismiss']],
    ['answered', 0, ['propose']],
    ['answered', 2, ['tell', 'propose']],
    ['dismissed', 0, ['answer']],
    ['expired', 0, []],
  ] as const)('%s with %i not told offers %j', (state, untold, moves) => {
    expect(movesOfGroup(state, untold)).toEqual(moves);
  });

  it('tells remarks and what may be shown from questions', () => {
    expect(isRemark('(mengirim berkas)')).toBe(true);
    expect(isRemark('kapan (tahun ini)')).toBe(false);
    expect(isShareable('umur 46 boleh?')).toBe(true);
    expect(isShareable('https://x.y')).toBe(false);
  });
});
