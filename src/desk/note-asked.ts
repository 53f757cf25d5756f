/** Keeps a question that got no good answer, with those that ask the same. Runs inside the caller's write. */
import type { Lang } from '../language/locale.ts';
import type { Address } from '../people/index.ts';
import { newId, type Writer } from '../store/index.ts';
import { type AskedOutcome, groupedOutcomes, isRemark, type Known, pickGroup } from './group.ts';
import {
  type AskedRow,
  findCompared,
  findGroup,
  insertAsked,
  insertAsker,
  insertGroup,
  takesWording,
  updateGroup,
} from './group-store.ts';
import type { DeskKnowledge } from './knowledge.ts';
import { isComparable, toKey, toWording, type Wording } from './likeness.ts';

export interface NoteInput {
  /** Identity numbers already masked. */
  readonly text: string;
  readonly lang: Lang;
  readonly outcome: AskedOutcome;
  /** The topic that did not help; else the likeliest one is noted. */
  readonly topic?: string | undefined;
  readonly conversation: string;
  readonly account: string;
  /** Where the answer goes; absent where many read along. */
  readonly address: Address | undefined;
  readonly now: number;
}

const remembered = 20_000;

/** Gives the group it belongs to; undefined when it says too little to be grouped. Twice the same is once. */
export type NoteAsked = (tx: Writer, input: NoteInput) => Promise<string | undefined>;

/** Wordings are read once and remembered; that changes no outcome, only the time it takes. */
export function createNoteAsked(knowledge: DeskKnowledge): NoteAsked {
  const wordings = new Map<string, Wording>();
  const wordingOf = (row: Pick<AskedRow, 'id' | 'text' | 'nearest'>): Wording => {
    const known = wordings.get(row.id);
    if (known !== undefined) return known;
    if (wordings.size >= remembered) wordings.clear();
    const read = toWording(knowledge.views(row.text), row.nearest);
    wordings.set(row.id, read);
    return read;
  };

  async function findAlike(tx: Writer, asked: Wording, lang: Lang): Promise<string | undefined> {
    const groups = new Map<string, Wording[]>();
    for (const row of await findCompared(tx, lang)) {
      if (row.group === null) continue;
      if (row.key === asked.key) return row.group;
      const list = groups.get(row.group);
      if (list === undefined) groups.set(row.group, [wordingOf(row)]);
      else list.push(wordingOf(row));
    }
    const known: Known[] = [...groups].map(([group, list]) => ({ group, wordings: list }));
    return pickGroup(asked, known);
  }

  return async (tx, input) => {
    const { lang, now, outcome, text } = input;
    const views = knowledge.views(text);
    const [likeliest] = knowledge.likeliest(text, lang);
    const nearest = likeliest?.topic ?? null;
    const id = newId(now);
    const grouped = groupedOutcomes.has(outcome) && isComparable(views) && !isRemark(text);
    const asked: AskedRow = {
      id,
      at: now,
      lang,
      outcome,
      topic: input.topic ?? nearest,
      text,
      key: toKey(views),
      nearest,
      group: null,
      compared: false,
    };
    if (!grouped) {
      await insertAsked(tx, asked);
      return undefined;
    }
    const found = await findAlike(tx, toWording(views, nearest), lang);
    const group = found ?? newId(now);
    if (found === undefined)
      await insertGroup(tx, {
        id: group,
        lang,
        state: 'open',
        title: text,
        topic: asked.topic,
        confidence: Math.round(100 * (likeliest?.confidence ?? 0)),
        askers: 0,
        openedAt: now,
        changedAt: now,
        shownAt: null,
        stale: true,
        answer: null,
        answeredBy: null,
        answeredAt: null,
      });
    const compared = found === undefined || (await takesWording(tx, group, asked.key));
    await insertAsked(tx, { ...asked, group, compared });
    const isNew = await insertAsker(tx, {
      id: newId(now),
      group,
      conversation: input.conversation,
      account: input.address === undefined ? null : input.account,
      address: input.address ?? null,
      lang,
      asked: id,
      at: now,
      toldAt: null,
    });
    const row = isNew ? await findGroup(tx, group) : undefined;
    if (row !== undefined)
      await updateGroup(tx, group, { askers: row.askers + 1, changedAt: now, stale: true });
    return group;
  };
}
