/** An answer on its way into the knowledge: its states, who may decide, and how a group's answer becomes a draft. */
import type { Lang } from '../language/locale.ts';
import { type GroupAnswer, isShareable } from './group.ts';
import type { TopicDraft } from './knowledge.ts';

/** `withdrawn` was approved once and is out of use again. */
export type ProposalState = 'waiting' | 'approved' | 'refused' | 'withdrawn';

/** Wordings taken along as example questions. */
const examplesKept = 20;

/** Nobody decides on their own proposal. */
export const mayDecide = (proposal: { readonly proposedBy: string }, person: string): boolean =>
  proposal.proposedBy !== person;

/** Lower case words joined by dashes, for an id: at most five of them. */
const toSlug = (label: string): string =>
  label
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
    .slice(0, 5)
    .join('-');

/** The first words of a question as a button's label: whole words, a capital first. */
function toLabel(question: string, longest: number): string {
  const words = question.trim().replaceAll(/\s+/gu, ' ').split(' ');
  let label = words[0] ?? '';
  for (const word of words.slice(1)) {
    if ([...label, ' ', ...word].length > longest) break;
    label = `${label} ${word}`;
  }
  const short = [...label.replace(/[\s?!.,;:]+$/u, '')].slice(0, longest).join('');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** A line that begins like a heading would end the answer in its file. */
const withoutHeadings = (text: string): string => text.replaceAll(/^#+[ \t]*/gmu, '').trim();

export interface DraftInput {
  readonly answer: GroupAnswer;
  /** The wordings in the group's language, the first one first. */
  readonly wordings: readonly { readonly text: string; readonly key: string }[];
  readonly lang: Lang;
  readonly longestLabel: number;
  /** Of the topic it goes into, or of the likeliest one. */
  readonly programme: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The draft an answer makes. Wordings with figures, links or addresses in them stay out: they may point at a person. */
export function toDraft({ answer, lang, longestLabel, programme, today, wordings }: DraftInput): TopicDraft {
  const seen = new Set<string>();
  const examples = wordings
    .filter(({ key, text }) => isShareable(text) && !seen.has(key) && seen.add(key) !== undefined)
    .slice(0, examplesKept)
    .map(({ text }) => text.trim().replaceAll(/\s+/gu, ' '));
  const first = toLabel(examples[0] ?? '', longestLabel);
  const label = answer.label ?? (lang === 'en' ? (answer.labelEn ?? first) : first);
  return {
    id: `desk.${toSlug(label) || 'tanpa-judul'}`,
    label: { id: label, en: answer.labelEn ?? label },
    body: { id: withoutHeadings(answer.id), en: withoutHeadings(answer.en ?? '') },
    questions: { id: lang === 'id' ? examples : [], en: lang === 'en' ? examples : [] },
    source: answer.source,
    programme,
    adopted: today,
    ...(answer.topic === undefined ? {} : { into: answer.topic }),
  };
}
