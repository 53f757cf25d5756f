/** Answers as one feature, and what the command line uses of it. */
import type { Texts, Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import type { Feature } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import type { Lang, Zone } from '../language/locale.ts';
import { plain } from '../language/rich.ts';
import type { Address } from '../people/index.ts';
import { type Answer, type Answering, createAnswering } from './answer.ts';
import { createAnswerChat } from './chat.ts';
import { createGuards } from './guard-chat.ts';
import { type OpenedUnderstanding, type OpenOptions, openUnderstanding } from './open-understanding.ts';
import { countAskedSince } from './store.ts';
import { bestSources, plainAnswer, topicParagraphs } from './words-chat.ts';

export { checkKnowledge } from './check-knowledge.ts';
export { type EvaluationRow, evaluate, rowSchema, toTable } from './evaluate.ts';
export { loadKnowledge } from './knowledge.ts';

export interface OpenedAnswers {
  readonly answering: Answering;
  readonly understanding: OpenedUnderstanding;
}

/** Opens the knowledge; the index comes from its cache or is built in a worker. */
export async function openAnswers(options: OpenOptions): Promise<OpenedAnswers> {
  const understanding = await openUnderstanding(options);
  return { understanding, answering: createAnswering(understanding, understanding.topics) };
}

/** @param desk the staff's channel, where there is one. */
export function createAnswers(
  { answering }: OpenedAnswers,
  options: {
    readonly desk: Address | undefined;
    readonly zone: Zone;
    /** What an answer about a programme's conditions offers beside itself. */
    readonly checkButton?: (
      topic: string,
      turn: Pick<Turn, 'texts' | 'today'>,
      question: string,
    ) => Button | undefined;
  },
): Feature {
  const yearOf = (now: number): number => Number(toDate(now, options.zone).slice(0, 4));
  const chat = createAnswerChat({
    answering,
    desk: options.desk,
    yearOf,
    checkButton: options.checkButton ?? (() => undefined),
  });
  return {
    name: 'answers',
    commands: chat.commands,
    presses: chat.presses,
    guards: createGuards(answering, options.desk, yearOf),
    freeText: chat.freeText,
    async weekly({ read, since, texts }) {
      const { suggested, unanswered, 'not-helped': notHelped } = await countAskedSince(read, since);
      return [{ kind: 'text', text: texts.rich('answers-weekly', { suggested, unanswered, notHelped }) }];
    },
    firstSteps: (turn) => (turn.actor.roles.length === 0 ? chat.firstTopics(turn).slice(0, 2) : []),
  };
}

/** One answer as `dayabot ask` prints it. */
export interface Asked {
  readonly question: string | null;
  readonly outcome: 'answered' | 'suggested' | 'unanswered' | 'guarded';
  /** Id of the best topic, also when it is only suggested. */
  readonly topic: string | null;
  readonly confidence: number;
  readonly text: string;
  readonly sources: readonly { readonly title: string; readonly url: string; readonly year: number }[];
  readonly suggestions: readonly { readonly topic: string; readonly label: string }[];
}

export interface Asking {
  ask(question: string, options: { readonly lang?: Lang; readonly sealedCount?: number }): Asked;
  /** A topic by id or alias, as the bot would say it; undefined when there is none. */
  show(topic: string, lang: Lang): Asked | undefined;
  /** The id of the topic that holds an alias; the name itself when nothing does. */
  canonical(name: string): string;
}

/** Asking without a conversation. `textsIn` gives the bot's words. */
export function createAsking(
  { answering }: OpenedAnswers,
  options: { readonly textsIn: (lang: Lang) => Texts; readonly locale: Lang; readonly year: number },
): Asking {
  const { locale, textsIn, year } = options;
  const toAsked = (question: string | null, answer: Answer, lang: Lang): Asked => {
    const topic = answer.kind === 'answered' ? answer.topic : undefined;
    const shown = bestSourcesOf(answer);
    return {
      question,
      outcome: answer.kind,
      topic: topic?.id ?? (answer.kind === 'suggested' ? (answer.suggestions[0]?.topic ?? null) : null),
      confidence: answer.kind === 'guarded' ? 1 : answer.confidence,
      text: plainAnswer(answer, textsIn(lang), year),
      sources: shown.map(({ title, url, year: of }) => ({ title, url, year: of })),
      suggestions:
        answer.kind === 'answered' ? answer.others : answer.kind === 'suggested' ? answer.suggestions : [],
    };
  };
  return {
    ask(question, { lang, sealedCount = 0 }) {
      const spoken = lang ?? answering.detect(question) ?? locale;
      return toAsked(question, answering.answer(question, { lang: spoken, sealedCount }), spoken);
    },
    show(name, lang) {
      const topic = answering.topic(name);
      if (topic === undefined) return undefined;
      return {
        question: null,
        outcome: 'answered',
        topic: topic.id,
        confidence: 1,
        text: topicParagraphs(topic, textsIn(lang), year).map(plain).join('\n\n'),
        sources: bestSources(topic).map(({ title, url, year: of }) => ({ title, url, year: of })),
        suggestions: [],
      };
    },
    canonical: (name) => answering.topic(name)?.id ?? name,
  };
}

const bestSourcesOf = (answer: Answer) => (answer.kind === 'answered' ? bestSources(answer.topic) : []);
