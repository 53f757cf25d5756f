import { expect, it } from 'vitest';
import {
  countOpenGroups,
  countUntold,
  expireGroups,
  findOpenGroups,
  findUnshown,
  findUntold,
  markTold,
} from '../../src/desk/group-store.ts';
import type { DeskKnowledge, TopicDraft } from '../../src/desk/knowledge.ts';
import { createNoteAsked } from '../../src/desk/note-asked.ts';
import {
  adoptedVersion,
  countForSecond,
  findAdopted,
  insertProposal,
  noteAdopted,
  type ProposalRow,
  updateProposal,
} from '../../src/desk/proposal-store.ts';
import { monday as now } from '../support/assistant.ts';
import { describeOnBothEngines } from '../support/engines.ts';

/** A knowledge that knows nothing but words. */
const plainKnowledge: DeskKnowledge = {
  longestAnswer: 650,
  longestLabel: 28,
  views(question) {
    const words = question.split(' ');
    return { words, stems: words, rarity: words.map(() => 1), names: [] };
  },
  likeliest: () => [],
  topic: () => undefined,
  forbids: () => undefined,
  objections: () => [],
  refresh: async () => undefined,
};

const plainDraft: TopicDraft = {
  id: 'desk.emas',
  label: { id: 'Emas', en: 'Gold' },
  body: { id: 'Isi.', en: '' },
  questions: { id: ['harga emas hari ini'], en: [] },
  source: { title: 'T', url: 'https://kemensos.go.id', year: 2025 },
  programme: 'general',
  adopted: '2026-11-23',
};

describeOnBothEngines('the desk', (open) => {
  it('groups questions that ask the same, tells who waits, and keeps what was adopted', async () => {
    const store = await open();
    const note = createNoteAsked(plainKnowledge);
    const ask = (place: string, text: string, at = now) =>
      store.write((tx) =>
        note(tx, {
          text,
          lang: 'id',
          outcome: 'unanswered',
          conversation: `console|private|${place}|`,
          account: `console|${place}`,
          address: { platform: 'console', place, kind: 'private' },
          now: at,
        }),
      );
    const gold = (await ask('a', 'harga emas hari ini')) ?? '';
    expect(await ask('b', 'hari ini harga emas')).toBe(gold);
    expect(await ask('b', 'harga emas hari ini')).toBe(gold);
    const train = (await ask('c', 'jadwal kereta besok pagi')) ?? '';
    expect(train).not.toBe(gold);
    expect((await findOpenGroups(store.read, { limit: 5, offset: 0 })).map((row) => row.id)).toEqual([
      gold,
      train,
    ]);
    expect(await countOpenGroups(store.read)).toEqual({ groups: 2, askers: 3 });
    expect((await findUnshown(store.read)).map((row) => row.id)).toEqual([gold]);
    expect((await findUntold(store.read, gold)).map((row) => row.address?.place)).toEqual(['a', 'b']);
    await store.write((tx) => markTold(tx, gold, now));
    expect(await countUntold(store.read, gold)).toBe(0);
    await store.write((tx) => expireGroups(tx, now + 1));
    expect(await countOpenGroups(store.read)).toEqual({ groups: 0, askers: 0 });
    expect(await adoptedVersion(store.read)).toBeUndefined();
    const proposal: ProposalRow = {
      id: 'p',
      group: gold,
      draft: { ...plainDraft },
      state: 'waiting',
      proposedBy: 'dewi',
      proposedAt: now,
      decidedBy: null,
      decidedAt: null,
      reason: null,
    };
    await store.write((tx) => insertProposal(tx, proposal));
    expect(await countForSecond(store.read, 'joko')).toBe(1);
    expect(await countForSecond(store.read, 'dewi')).toBe(0);
    await store.write(async (tx) => {
      await updateProposal(tx, 'p', { state: 'approved', decidedBy: 'joko', decidedAt: now });
      await noteAdopted(tx, now);
    });
    expect(await findAdopted(store.read)).toEqual([plainDraft]);
    expect(await adoptedVersion(store.read)).toBeDefined();
  });
});
