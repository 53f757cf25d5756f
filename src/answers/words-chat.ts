/** How answers are worded: the topic's own text, what to know about its validity, and where it comes from. */
import type { Texts } from '../chat/feature.ts';
import { formatDay } from '../language/date.ts';
import { parseMarks, plain, type Rich } from '../language/rich.ts';
import type { Answer } from './answer.ts';
import { type Figures, fillFigures } from './figures.ts';
import type { Guard } from './guards.ts';
import type { Source, Topic } from './topic.ts';

/** Sources named below an answer; the best grade first, then the newest. */
const sourcesShown = 2;

/** Years after which a statement said to be current is doubted aloud. */
const freshYears = 2;

export const bestSources = (topic: Topic): readonly Source[] =>
  [...topic.sources].sort((a, b) => a.grade.localeCompare(b.grade) || b.year - a.year).slice(0, sourcesShown);

/** What must be known about how far the answer holds; undefined for what is current. */
function validity(topic: Topic, texts: Texts, year: number): Rich | undefined {
  const newest = Math.max(...topic.sources.map((source) => source.year));
  if (topic.until !== undefined && topic.until < year && topic.status === 'current')
    return texts.rich('answers-status-expired', { year: String(topic.until) });
  switch (topic.status) {
    case 'historic':
      return texts.rich('answers-status-historic', { year: String(topic.until ?? newest) });
    case 'local':
      return texts.rich('answers-status-local');
    case 'disputed':
      return texts.rich('answers-status-disputed');
    case 'unverified':
      return texts.rich('answers-status-unverified');
    case 'current':
      return year - newest > freshYears
        ? texts.rich('answers-status-old', { year: String(newest) })
        : undefined;
    default:
      return topic.status satisfies never;
  }
}

/** `Sumber: Kemensos, judul (2025, resmi)` */
const sourceLine = (topic: Topic, texts: Texts): Rich => {
  const named = bestSources(topic).map((source) =>
    texts.t('answers-source', {
      title: source.title,
      year: String(source.year),
      grade: texts.t(`answers-grade-${source.grade}`),
    }),
  );
  return [{ italic: texts.t('answers-sources', { sources: named.join('; ') }) }];
};

/** The whole answer as paragraphs. `year` is the present one. */
export function topicParagraphs(
  topic: Topic,
  texts: Texts,
  year: number,
  figures: Figures = new Map(),
): readonly Rich[] {
  const body = fillFigures(topic.body[texts.lang], figures, texts.lang);
  const doubt = validity(topic, texts, year);
  return [
    [{ bold: topic.label[texts.lang] }],
    parseMarks(body.replaceAll(/^- /gmu, '• ')),
    ...(topic.only === 'id' && texts.lang !== 'id' ? [texts.rich('answers-only-id')] : []),
    ...(doubt === undefined ? [] : [doubt]),
    ...(topic.adopted === undefined
      ? []
      : [texts.rich('answers-adopted', { date: formatDay(topic.adopted, texts.lang) })]),
    sourceLine(topic, texts),
  ];
}

/** Whether a guard's reply is the answer on its topic: the text only asks about the thing, or the topic says it all. */
export const answersWithTopic = ({ asks, guard }: Guard): boolean =>
  guard === 'scam' || guard === 'erase' || (guard === 'levy' && asks);

/** What a guard says. A text that only asks about the thing gets the topic's answer below it. */
export function guardParagraphs(
  guard: Guard,
  topic: Topic | undefined,
  texts: Texts,
  year: number,
  figures?: Figures,
): readonly Rich[] {
  if (guard.guard === 'erase' && topic !== undefined) return topicParagraphs(topic, texts, year, figures);
  const warning = texts.rich(`answers-guard-${guard.guard}`);
  const shows = topic !== undefined && (guard.asks || answersWithTopic(guard));
  return shows ? [warning, ...topicParagraphs(topic, texts, year, figures)] : [warning];
}

/** Plain text of an answer, for places without buttons. */
export function plainAnswer(answer: Answer, texts: Texts, year: number, figures?: Figures): string {
  const join = (paragraphs: readonly Rich[]) => paragraphs.map(plain).join('\n\n');
  switch (answer.kind) {
    case 'answered':
      return join(topicParagraphs(answer.topic, texts, year, figures));
    case 'guarded':
      return join(guardParagraphs(answer.guard, answer.topic, texts, year, figures));
    case 'suggested':
      return [
        texts.t('answers-suggest'),
        ...answer.suggestions.map((one, at) => `${at + 1}. ${one.label}`),
      ].join('\n');
    case 'unanswered':
      return texts.t(answer.courtesy === undefined ? 'answers-unknown' : `answers-${answer.courtesy}`);
    default:
      return answer satisfies never;
  }
}
