import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOver } from '../../src/desk/hand-over.ts';
import { isSilencing, movesOf, readThreadReply } from '../../src/desk/handover.ts';
import { countOpen, findHandover, findMessages, findOpenOf } from '../../src/desk/store.ts';
import { closeHandover, endByAsker, replyHandover, takeHandover } from '../../src/desk/work.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import type { Actor, RoleName } from '../../src/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import { monday } from '../support/assistant.ts';
import { temporaryStore } from '../support/store.ts';

const calendar = createWorkCalendar([]);
const zone = 'Asia/Jakarta' as const;
const hourMs = 3_600_000;

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
const citizen: Actor = { account: 'console|c1', shownName: 'C', persons: [], roles: [] };
const dewi = actorOf('dewi', 'staff');
const joko = actorOf('joko', 'admin');

const open = (store: Store, text = 'kapan?', conversation = 'console|private|c1|') =>
  store.write((tx) =>
    handOver(tx, citizen, {
      text,
      kind: 'question',
      conversation,
      address: { platform: 'console', place: 'c1', kind: 'private' },
      lang: 'id',
      now: monday,
      zone,
      calendar,
    }),
  );

describe('the desk', () => {
  it('keeps one card a conversation and adds later words to it', async () => {
    const store = temporaryStore();
    const first = await open(store);
    const second = await open(store, 'halo?');
    expect(second).toMatchObject({ handover: first.handover, added: true });
    const said = await findMessages(store.read, first.handover);
    expect(said.map((message) => message.text)).toEqual(['kapan?', 'halo?']);
    expect(await countOpen(store.read)).toEqual({ open: 1, waiting: 1 });
  });

  it.each([
    ['somebody unknown', citizen],
    ['a facilitator', actorOf('rina', 'facilitator')],
    ['a coordinator', actorOf('agus', 'coordinator')],
  ])('lets %s neither take, answer nor close, whether or not the card exists', async (_who, actor) => {
    const store = temporaryStore();
    const { handover } = await open(store);
    for (const id of [handover, 'nothing']) {
      await store.write(async (tx) => {
        expect(await takeHandover(tx, actor, id, monday)).toEqual({ kind: 'not-allowed' });
        expect(await replyHandover(tx, actor, { id, text: 'x', now: monday, zone, calendar })).toEqual({
          kind: 'not-allowed',
        });
        expect(await closeHandover(tx, actor, id, monday)).toEqual({ kind: 'not-allowed' });
      });
    }
    expect((await findHandover(store.read, handover))?.state).toBe('waiting');
  });

  it('names who has taken a card, and still lets a colleague answer', async () => {
    const store = temporaryStore();
    const { handover: id } = await open(store);
    await store.write((tx) => takeHandover(tx, dewi, id, monday));
    const second = await store.write((tx) => takeHandover(tx, joko, id, monday));
    expect(second).toMatchObject({ kind: 'taken-before', row: { takenBy: 'dewi' } });
    const reply = await store.write((tx) =>
      replyHandover(tx, joko, { id, text: 'begini', now: monday, zone, calendar }),
    );
    expect(reply).toMatchObject({ kind: 'replied', row: { state: 'answered', takenBy: 'dewi' } });
  });

  it('lets only the conversation that asked end it', async () => {
    const store = temporaryStore();
    const { handover: id } = await open(store);
    const other = await store.write((tx) => endByAsker(tx, citizen, id, 'console|private|other|', monday));
    expect(other).toEqual({ kind: 'not-allowed' });
    const own = await store.write((tx) => endByAsker(tx, citizen, id, 'console|private|c1|', monday));
    expect(own.kind).toBe('closed');
    expect(await findOpenOf(store.read, 'console|private|c1|')).toBeUndefined();
  });

  it('keeps the bot silent for eight office hours and no longer', async () => {
    const store = temporaryStore();
    await open(store);
    const row = await findOpenOf(store.read, 'console|private|c1|');
    if (row === undefined) throw new Error('the card is missing');
    // Monday 09.00 and eight office hours: Tuesday 09.00.
    expect(row.silentUntil).toBe(monday + 24 * hourMs);
    expect(isSilencing(row, row.silentUntil - 1)).toBe(true);
    expect(isSilencing(row, row.silentUntil)).toBe(false);
  });

  it('offers nothing on a closed card', () => {
    expect(movesOf('closed')).toEqual([]);
  });
});

describe('words in a card’s thread', () => {
  it.each([
    ['>> silakan datang', 'silakan datang'],
    ['  >>silakan\ndatang', 'silakan\ndatang'],
    ['» silakan', 'silakan'],
    ['>>', undefined],
    ['>>   ', undefined],
    ['menurut saya >> begini', undefined],
    ['> satu tanda', undefined],
  ])('%j goes to the person as %j', (typed, said) => {
    expect(readThreadReply(typed)).toBe(said);
  });

  it('stay among the staff unless they begin with the mark', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\s*(?:>>|»|&gt;&gt;)/.test(text));
        expect(readThreadReply(text)).toBeUndefined();
      }),
    );
  });
});
