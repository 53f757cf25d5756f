/** Answers as one feature, and what the command line uses of it. */
import type { Texts, Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import { createNoting } from '../desk/index.ts';
import type { Feature } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import type { Lang, Zone } from '../language/locale.ts';
import { plain } from '../language/rich.ts';
import type { Address } from '../people/index.ts';
import type { Answer } from './answer.ts';
import { createAnswerChat } from './chat.ts';
import { createDeskKnowledge } from './desk-knowledge.ts';
import type { Figures } from './figures.ts';
import { barePhoto, createGuards } from './guard-chat.ts';
import type { LiveAnswers } from './live.ts';
import type { Topic } from './topic.ts';
import { answersWithTopic, bestSources, plainAnswer, topicParagraphs } from './words-chat.ts';

export { adoptedFiles } from './adopted-files.ts';
export { checkKnowledge } from './check-knowledge.ts';
export { createDeskKnowledge } from './desk-knowledge.ts';
export { type EvaluationRow, evaluate, rowSchema, toTable } from './evaluate.ts';
export { figuresOf } from './figures.ts';
export { loadKnowledge } from './knowledge.ts';
export { type LiveAnswers, openAnswers } from './live.ts';

/** @param desk the staff's channel, where there is one. */
export function createAnswers(
  live: LiveAnswers,
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
  const { answering } = live;
  const yearOf = (now: number): number => Number(toDate(now, options.zone).slice(0, 4));
  const guards = createGuards(answering, options.desk, yearOf);
  const photoGuard = guards.find((guard) => guard.name === 'photo');
  const chat = createAnswerChat({
    answering,
    desk: options.desk,
    refresh: (read) => live.refresh(read),
    noting: createNoting({ ...options, knowledge: createDeskKnowledge(live) }),
    yearOf,
    checkButton: options.checkButton ?? (() => undefined),
    ...(photoGuard === undefined
      ? {}
      : { photo: (turn: Turn) => photoGuard.handle(turn, JSON.stringify(barePhoto)) }),
  });
  return {
    name: 'answers',
    commands: chat.commands,
    presses: chat.presses,
    guards,
    freeText: chat.freeText,
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
  { answering }: LiveAnswers,
  options: {
    readonly textsIn: (lang: Lang) => Texts;
    readonly locale: Lang;
    readonly year: number;
    readonly figures?: Figures;
  },
): Asking {
  const { figures, locale, textsIn, year } = options;
  const toAsked = (question: string | null, answer: Answer, lang: Lang): Asked => {
    const topic = topicOf(answer);
    const shown = topic === undefined ? [] : bestSources(topic);
    return {
      question,
      outcome: topic === undefined ? answer.kind : 'answered',
      topic: topic?.id ?? (answer.kind === 'suggested' ? (answer.suggestions[0]?.topic ?? null) : null),
      confidence: answer.kind === 'guarded' ? 1 : answer.confidence,
      text: plainAnswer(answer, textsIn(lang), year, figures),
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
        text: topicParagraphs(topic, textsIn(lang), year, figures).map(plain).join('\n\n'),
        sources: bestSources(topic).map(({ title, url, year: of }) => ({ title, url, year: of })),
        suggestions: [],
      };
    },
    canonical: (name) => answering.topic(name)?.id ?? name,
  };
}

/** The topic whose answer is given, by the guard that noticed the question too. */
const topicOf = (answer: Answer): Topic | undefined => {
  if (answer.kind === 'answered') return answer.topic;
  return answer.kind === 'guarded' && answersWithTopic(answer.guard) ? answer.topic : undefined;
};
