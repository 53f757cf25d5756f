/**
 * Finds the topic a person asks about and says how sure that is. Reads the built index only; must not know the answers'
 * texts, who asks, or through which platform.
 */
import type { QuestionViews } from '../desk/index.ts';
import { toConfidence } from './calibrate.ts';
import { detectLanguage } from './detect-language.ts';
import { createVectorise, findWordFeatures } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { createMatcher } from './matcher.ts';
import {
  type BuildOptions,
  buildModel,
  type IndexedTopic,
  type Model,
  NAMED_PROGRAMME,
  toKey,
} from './model.ts';
import { createNormalise, type NormalisedText } from './normalise.ts';
import { forEachNamed } from './programme-names.ts';
import type { Lang, Topic } from './topic.ts';

export interface Suggestion {
  readonly topic: string;
  readonly label: string;
}

/**
 * `answered`: show `topic`; `suggestions` are what else it may have been. `suggested`: `suggestions` are the three
 * likeliest, best first, and `topic` is the first of them. `unanswered`: `topic` is null and nothing is suggested.
 */
export interface Understood {
  readonly outcome: 'answered' | 'suggested' | 'unanswered';
  readonly topic: string | null;
  /** 0 to 1; 1 for a text that is a known phrasing or a bare name. */
  readonly confidence: number;
  readonly lang: Lang;
  readonly suggestions: readonly Suggestion[];
}

export interface AskOptions {
  /** Id of the topic just discussed, for "kalau yang inkubasi?". */
  readonly lastTopic?: string | undefined;
  /** The language to answer in; without it the text decides, and Indonesian when the text does not tell. */
  readonly lang?: Lang | undefined;
}

export interface Understanding {
  ask(text: string, options?: AskOptions): Understood;
  /** The likeliest topics by score alone, best first, without any threshold. */
  rank(text: string, count: number): readonly string[];
  /** How a question is read, for comparing it with others. */
  views(text: string): QuestionViews;
  /** The language of a text, or undefined when nothing in it tells. */
  detect(text: string): Lang | undefined;
}

export interface Thresholds {
  readonly answer: number;
  /** For topics about money, eligibility and complaints. */
  readonly answerHighStakes: number;
  readonly suggest: number;
}

const THRESHOLDS: Thresholds = { answer: 0.45, answerHighStakes: 0.6, suggest: 0.06 };

export interface UnderstandingOptions extends BuildOptions {
  readonly lexicon: Lexicon;
  readonly thresholds?: Thresholds;
}

const SUGGESTIONS = 3;
/** A follow-up is at most this many words; longer texts speak for themselves. */
const LONGEST_FOLLOW_UP = 6;
const SHORTEST_STATEMENT = 3;
const SAME_PROGRAMME = 0.5;
/** A text that opens like a follow-up is taken as one even when it would be a little surer alone. */
const OPENED_PREFERENCE = 0.8;
const PLACEHOLDER = 'qxplaceholderxq';

/** Builds an index of the topics and opens it; takes about a second for 125 topics, so not on the main thread. */
export function createUnderstanding(topics: readonly Topic[], options: UnderstandingOptions): Understanding {
  return openModel(buildModel(topics, options.lexicon, options), options.thresholds);
}

interface Match {
  readonly topic: number;
  readonly confidence: number;
  readonly ranking: readonly number[];
}

/** Opens a built index. Cheap: nothing is learnt here. */
export function openModel(model: Model, thresholds: Thresholds = THRESHOLDS): Understanding {
  const { topics, lexicon } = model;
  const normalise = createNormalise(lexicon);
  const vectorise = createVectorise(model.vocabulary);
  const matcher = createMatcher({ ...model, topicCount: topics.length, featureCount: model.vocabulary.size });
  const numberOf = new Map(topics.map((topic, number) => [topic.id, number]));
  const raiseNamed = (topic: number): void => matcher.raise(topic, NAMED_PROGRAMME);
  const frames = lexicon.definitions.map((frame) =>
    toFrame(normalise(frame.replace('{}', PLACEHOLDER)).stems),
  );
  const protectedWords = new Set(lexicon.protected);
  const rarest = model.vocabulary.idf.reduce((most, one) => Math.max(most, one), 1);
  const openers = new Set(lexicon.followUps.flatMap((phrase) => normalise(phrase).words));

  const findName = (text: NormalisedText): number | undefined => {
    const whole = model.names.get(toKey(text));
    if (whole !== undefined) return whole;
    for (const { before, after } of frames) {
      const inner = text.stems.length - before.length - after.length;
      if (inner < 1 || !before.every((stem, i) => text.stems[i] === stem)) continue;
      if (!after.every((stem, i) => text.stems[before.length + inner + i] === stem)) continue;
      const named = model.names.get(text.stems.slice(before.length, before.length + inner).join(' '));
      if (named !== undefined) return named;
    }
    return undefined;
  };

  const match = (text: NormalisedText, programme?: string): Match => {
    const vector = vectorise(text);
    matcher.match(vector.indices, vector.values, vector.length);
    forEachNamed(text, model.programmeNames, topics, raiseNamed);
    if (programme !== undefined) {
      topics.forEach((topic, number) => {
        if (topic.programme === programme) matcher.raise(number, SAME_PROGRAMME);
      });
    }
    const ranking = matcher.top(SUGGESTIONS + 1);
    const topic = ranking[0] ?? 0;
    const signals = matcher.signals(topic, vector.knownShare, text.stems.length);
    return { topic, ranking, confidence: vector.length === 0 ? 0 : toConfidence(model.calibration, signals) };
  };

  const withoutOpeners = (text: NormalisedText): NormalisedText => {
    const from = text.words.findIndex((word) => !openers.has(word));
    return from <= 0 ? text : { words: text.words.slice(from), stems: text.stems.slice(from) };
  };

  const followUp = (
    text: NormalisedText,
    rest: NormalisedText,
    previous: IndexedTopic,
  ): Match | undefined => {
    const longest = rest === text ? SHORTEST_STATEMENT : LONGEST_FOLLOW_UP;
    if (text.words.length > longest) return undefined;
    const named = findName(rest);
    if (named !== undefined) {
      const sameKind = numberOf.get(`${firstPart(topics[named]?.id)}.${lastParts(previous.id)}`);
      return { topic: sameKind ?? named, confidence: 1, ranking: [sameKind ?? named, named] };
    }
    const spoken = normalise(previous.programme.replaceAll('-', ' '));
    const around = { words: [...rest.words, ...spoken.words], stems: [...rest.stems, ...spoken.stems] };
    return match(around, previous.programme);
  };

  const toResult = (found: Match, lang: Lang): Understood => {
    const best = topics[found.topic];
    const suggest = (numbers: readonly number[]): Suggestion[] =>
      [...new Set(numbers)].flatMap((number) => {
        const topic = topics[number];
        return topic === undefined ? [] : [{ topic: topic.id, label: topic.label[lang] }];
      });
    if (best === undefined || found.confidence < thresholds.suggest) {
      return { outcome: 'unanswered', topic: null, confidence: found.confidence, lang, suggestions: [] };
    }
    const needed = best.stakes === 'high' ? thresholds.answerHighStakes : thresholds.answer;
    const answered = found.confidence >= needed;
    const others = found.ranking.filter((number) => number !== found.topic);
    return {
      outcome: answered ? 'answered' : 'suggested',
      topic: best.id,
      confidence: found.confidence,
      lang,
      suggestions: suggest((answered ? others : [found.topic, ...others]).slice(0, SUGGESTIONS)),
    };
  };

  const askedBack = new Map(
    lexicon.askedBack.map(({ topics: ids, word }) => [word, ids.flatMap((id) => numberOf.get(id) ?? [])]),
  );
  /** Sure enough to be offered, never sure enough to be answered. */
  const offered = (thresholds.suggest + Math.min(thresholds.answer, thresholds.answerHighStakes)) / 2;

  const find = (text: string, lastTopic: string | undefined): Match => {
    const view = normalise(text);
    if (topics.length === 0 || view.stems.length === 0) return { topic: -1, confidence: 0, ranking: [] };
    const ambiguous = view.words.length === 1 ? askedBack.get(view.words[0] ?? '') : undefined;
    const [first] = ambiguous ?? [];
    if (ambiguous !== undefined && first !== undefined)
      return { topic: first, confidence: offered, ranking: ambiguous };
    const last = topics[lastTopic === undefined ? -1 : (numberOf.get(lastTopic) ?? -1)];
    const rest = withoutOpeners(view);
    const isContinued = last !== undefined && rest !== view;
    const exact =
      model.phrasings.get(toKey(view)) ?? (isContinued ? undefined : (findName(view) ?? findName(rest)));
    const direct = match(view);
    if (exact !== undefined) return { ...direct, topic: exact, confidence: 1 };
    const continued = last === undefined ? undefined : followUp(view, rest, last);
    if (last === undefined || continued === undefined) return direct;
    // Nobody asks for what was just said: another topic of the same programme is meant.
    const goesOn = topics[direct.topic]?.programme === last.programme && topics[direct.topic] !== last;
    if (topics[continued.topic] === last && goesOn) return direct;
    return continued.confidence >= direct.confidence * (isContinued ? OPENED_PREFERENCE : 1)
      ? continued
      : direct;
  };

  return {
    ask: (text, { lastTopic, lang } = {}) =>
      toResult(find(text, lastTopic), lang ?? detectLanguage(model.language, text) ?? 'id'),
    rank(text, count) {
      match(normalise(text));
      return matcher.top(count).flatMap((number) => topics[number]?.id ?? []);
    },
    views(text) {
      const { stems, words } = normalise(text);
      const features = findWordFeatures(model.vocabulary, { stems, words });
      const isName = (stem: string) =>
        protectedWords.has(stem) || model.programmeNames.has(stem) || /\d/u.test(stem);
      return {
        words,
        stems,
        rarity: Array.from(features, (feature) => model.vocabulary.idf[feature] ?? rarest),
        names: [...new Set(stems.filter(isName).map((stem) => model.programmeNames.get(stem) ?? stem))],
      };
    },
    detect: (text) => detectLanguage(model.language, text),
  };
}

interface Frame {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function toFrame(stems: readonly string[]): Frame {
  const at = stems.indexOf(PLACEHOLDER);
  return { before: stems.slice(0, Math.max(at, 0)), after: stems.slice(at + 1) };
}

function firstPart(id: string | undefined): string {
  return id?.split('.', 1)[0] ?? '';
}

function lastParts(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}
