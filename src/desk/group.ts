/** Questions that ask the same: which group a new one joins, what staff may do with a group, when its card is shown. */
import type { Lang } from '../language/locale.ts';
import { alikeFrom, likeness, type Wording } from './likeness.ts';

/**
 * `dismissed`: staff said that this is none of the bot's business; the same question opens no new card. `expired`: nobody
 * asked it for a long time, and who asked is forgotten.
 */
export type GroupState = 'open' | 'answered' | 'dismissed' | 'expired';

/** What became of a question. `suggested` ones are counted and not grouped: the person may have found the answer. */
export type AskedOutcome = 'suggested' | 'unanswered' | 'not-helped' | 'handed-over';

export const groupedOutcomes: ReadonlySet<AskedOutcome> = new Set([
  'unanswered',
  'not-helped',
  'handed-over',
]);

/** What staff answer everybody in a group. */
export interface GroupAnswer {
  readonly id: string;
  readonly en?: string;
  readonly label?: string;
  readonly labelEn?: string;
  readonly source: { readonly title: string; readonly url: string; readonly year: number };
  /** Id of the topic that should know these wordings. */
  readonly topic?: string;
}

/** The text for somebody who reads `lang`, and which language it is in. */
export const answerIn = (answer: GroupAnswer, lang: Lang): { readonly text: string; readonly lang: Lang } =>
  lang === 'en' && answer.en !== undefined
    ? { text: answer.en, lang: 'en' }
    : { text: answer.id, lang: 'id' };

/** Wordings that a group is compared by; more would only cost time. */
export const comparedWordings = 8;

/** A wording must also be somewhat like the first one, so that a group does not drift from question to question. */
const driftFrom = alikeFrom / 2;

/** After so long without a new asker a group is forgotten. */
export const quietMs = 90 * 24 * 3_600_000;

/** Different conversations before a group gets a card; the list at the desk shows the others too. */
export const cardFrom = 2;

/** A card is changed at once for the first askers, afterwards at most this often. */
const calmMs = 10 * 60_000;
const firstAskers = 5;

export interface Known {
  readonly group: string;
  /** The first one first. */
  readonly wordings: readonly Wording[];
}

/** The group that asks most nearly the same; of equals the older one, groups being given oldest first. */
export function pickGroup(asked: Wording, groups: readonly Known[]): string | undefined {
  let best: string | undefined;
  let most = alikeFrom;
  for (const { group, wordings } of groups) {
    const [first] = wordings;
    if (first === undefined) continue;
    const nearest = Math.max(...wordings.map((one) => likeness(asked, one)));
    if (nearest < most || (nearest === most && best !== undefined)) continue;
    if (likeness(asked, first) < driftFrom) continue;
    best = group;
    most = nearest;
  }
  return best;
}

export interface CardMoment {
  readonly state: GroupState;
  readonly askers: number;
  /** When its card was sent or changed last. */
  readonly shownAt: number | null;
  /** Something has happened since. */
  readonly stale: boolean;
}

/** Whether the card should be sent or changed now. A first card waits for office hours. */
export function isCardDue(group: CardMoment, now: number, officeOpen: boolean): boolean {
  if (group.shownAt === null) return officeOpen && group.state === 'open' && group.askers >= cardFrom;
  if (!group.stale) return false;
  return group.askers <= firstAskers || now - group.shownAt >= calmMs;
}

/** What staff may do with a group in a state. */
export const movesOfGroup = (
  state: GroupState,
  untold: number,
): readonly ('answer' | 'dismiss' | 'tell' | 'propose')[] => {
  switch (state) {
    case 'open':
      return ['answer', 'dismiss'];
    case 'answered':
      return untold > 0 ? ['tell', 'propose'] : ['propose'];
    case 'dismissed':
      return ['answer'];
    case 'expired':
      return [];
    default:
      return state satisfies never;
  }
};

/** Staff see a file or a voice note as a remark in brackets; such a remark asks nothing. */
export const isRemark = (text: string): boolean => /^\s*\([^)]*\)\s*$/u.test(text);

/** The examples shown on a card and learnt from: no figures that could point at a person, no wording twice. */
export const isShareable = (text: string): boolean => !/\d{5,}|•|@|https?:/u.test(text);
