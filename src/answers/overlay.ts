/**
 * Answers that staff adopted, laid over the topics of the files. Pure. A file wins over an adopted answer of the same id,
 * so that an exported one may be put into the knowledge folder while it still stands in the store.
 */
import { createHash } from 'node:crypto';
import type { TopicDraft } from '../desk/index.ts';
import { LANGUAGES, PROGRAMMES, type Source, type Topic } from './topic.ts';

/** Offices that make the rules, and those that apply them. */
const national = /(?:^|\.)(?:kemensos|bpk|setneg|setkab|bappenas|bps|kemenkumham)\.go\.id$/u;
const governmental = /\.go\.id$/u;

/** How far a source carries, by whose address it is. Whoever exports the topic may grade it better. */
export function gradeOf(url: string): Source['grade'] {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (national.test(host)) return 'A';
  return governmental.test(host) ? 'B' : 'C';
}

/** A draft as a topic of its own. It asks for more certainty than others before it answers by itself. */
export function toTopic(draft: TopicDraft): Topic {
  const { adopted, body, id, label, questions, source } = draft;
  return {
    id,
    aliases: [],
    terms: [],
    programme: PROGRAMMES.find((one) => one === draft.programme) ?? 'general',
    status: 'current',
    from: source.year,
    stakes: 'high',
    adopted,
    ...(body.en === '' ? { only: 'id' as const } : {}),
    label,
    questions,
    keywords: [],
    sources: [{ key: 'desk', ...source, grade: gradeOf(source.url) }],
    body: { id: body.id, en: body.en === '' ? body.id : body.en },
  };
}

/** An existing topic that also knows the draft's questions. */
function withQuestions(topic: Topic, draft: TopicDraft): Topic {
  const add = (lang: 'id' | 'en'): readonly string[] => [
    ...topic.questions[lang],
    ...draft.questions[lang].filter((question) => !topic.questions[lang].includes(question)),
  ];
  return { ...topic, questions: { id: add('id'), en: add('en') } };
}

/** The topics as the bot uses them, in a lasting order. */
export function overlay(topics: readonly Topic[], drafts: readonly TopicDraft[]): readonly Topic[] {
  const all = new Map(topics.map((topic) => [topic.id, topic]));
  for (const draft of drafts) {
    const into = draft.into === undefined ? undefined : all.get(draft.into);
    if (into !== undefined) all.set(into.id, withQuestions(into, draft));
    else if (draft.into === undefined && !all.has(draft.id)) all.set(draft.id, toTopic(draft));
  }
  return [...all.values()];
}

/** Topics that a file holds; adopted ones have none. */
export const ofFiles = (topics: readonly Topic[]): readonly Topic[] =>
  topics.filter((topic) => topic.file !== undefined);

/** Every question that the drafts teach, with the id of its topic. */
export const questionsOf = (drafts: readonly TopicDraft[]): readonly (readonly [string, string])[] =>
  drafts.flatMap((draft) =>
    LANGUAGES.flatMap((lang) =>
      draft.questions[lang].map((question) => [question, draft.into ?? draft.id] as const),
    ),
  );

/** What an index was made of: the code, the files, and every word of every draft. */
export const indexKey = (engine: string, files: string, drafts: readonly TopicDraft[]): string =>
  `${engine}.${files}.${
    drafts.length === 0 ? '' : createHash('sha256').update(JSON.stringify(drafts)).digest('hex').slice(0, 16)
  }`;
