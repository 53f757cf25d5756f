/**
 * The built index: everything needed to answer, as plain data and typed arrays, so that it can be written to a file and
 * read back without work. Building it here is pure; cross-validation inside it teaches how sure a match may be.
 */
import { type Calibration, fitCalibration, type Sample } from './calibrate.ts';
import { type LanguageModel, trainLanguage } from './detect-language.ts';
import {
  buildVocabulary,
  findWordFeatures,
  type SparseRows,
  type Vocabulary,
  vectoriseAll,
} from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { findOpponents, type LinearWeights, trainOneVsRest } from './linear.ts';
import { buildPostings, createMatcher, type Postings } from './matcher.ts';
import { createNormalise, type Normalise, type NormalisedText } from './normalise.ts';
import { findProgrammeNames, forEachNamed, type ProgrammeNames } from './programme-names.ts';
import { LANGUAGES, type Lang, type Topic } from './topic.ts';

/** What the index keeps of a topic. */
export interface IndexedTopic {
  readonly id: string;
  readonly programme: string;
  readonly stakes: 'normal' | 'high';
  readonly label: Readonly<Record<Lang, string>>;
}

export interface Model {
  readonly topics: readonly IndexedTopic[];
  readonly lexicon: Lexicon;
  /** Normalised phrasing → topic number, for phrasings that belong to one topic only. */
  readonly phrasings: ReadonlyMap<string, number>;
  /** Normalised bare name → topic number. */
  readonly names: ReadonlyMap<string, number>;
  readonly programmeNames: ProgrammeNames;
  readonly vocabulary: Vocabulary;
  readonly postings: Postings;
  /** `weights[feature * topics.length + topic] * weightUnit` is one weight. */
  readonly weights: Int16Array | Float32Array;
  readonly weightUnit: number;
  readonly calibration: Calibration;
  readonly language: LanguageModel;
}

export interface BuildOptions {
  /** Without calibration (for ranking only) building takes a third of the time. */
  readonly calibrate?: boolean;
}

interface Example {
  readonly topic: number;
  readonly text: NormalisedText;
  /** 1 for a question a person asks, less for what only describes the topic. */
  readonly importance: number;
  readonly isQuestion: boolean;
}

const FOLDS = 3;
/** How much the questions of unknown topics count against one known question when confidence is learnt. */
const UNKNOWN_WEIGHT = 1.6;
/** Examples to learn confidence from: more only cost time. */
const ENOUGH_SAMPLES = 1_500;
/** What the knowledge of 76 topics taught, for a knowledge too small to teach anything; signals as in matcher.ts. */
const USUAL_CALIBRATION: Calibration = { offset: -5.5, weights: [1.5, 1, 3.4, 0.5, 1.45, 0.85, 1.3] };
const NAME_IMPORTANCE = 0.5;
const BODY_IMPORTANCE = 0.05;

/** What naming its programme adds to a topic's score. */
export const NAMED_PROGRAMME = 0.5;

/** The form in which two texts count as the same. */
export function toKey(text: NormalisedText): string {
  return text.stems.join(' ');
}

/** Builds the index of these topics. Same input, same index. */
export function buildModel(topics: readonly Topic[], lexicon: Lexicon, options: BuildOptions = {}): Model {
  const normalise = createNormalise(lexicon);
  const examples = topics.flatMap((topic, number) => toExamples(topic, number, normalise));
  const vocabulary = buildVocabulary(examples.map((example) => example.text));
  const programmeNames = findProgrammeNames(
    topics.map(({ programme, terms }) => ({ programme, names: terms.map(normalise) })),
  );
  const lesson = prepareLesson(examples, vocabulary, topics.length);
  const calibration =
    options.calibrate === false
      ? USUAL_CALIBRATION
      : fitCalibration(collectSamples(examples, lesson, topics, programmeNames), USUAL_CALIBRATION);
  const all = Int32Array.from(examples.keys());
  const trained = train(lesson, all);
  const { weights, weightUnit } = shorten(trained);
  return {
    topics: topics.map(({ id, programme, stakes, label }) => ({ id, programme, stakes, label })),
    lexicon,
    phrasings: uniqueKeys(
      examples.filter((example) => example.isQuestion).map((example) => [toKey(example.text), example.topic]),
    ),
    names: uniqueKeys(
      topics.flatMap((topic, number) =>
        [topic.id, ...topic.aliases, ...topic.terms, topic.label.id, topic.label.en].map(
          (name): [string, number] => [toKey(normalise(name)), number],
        ),
      ),
    ),
    programmeNames,
    vocabulary,
    postings: buildPostings(lesson.rows, inCosine(examples, all), vocabulary.size, lesson.labels),
    weights,
    weightUnit,
    calibration,
    language: trainLanguage(topics, lexicon),
  };
}

function toExamples(topic: Topic, number: number, normalise: Normalise): Example[] {
  const toExample = (text: string, importance: number, isQuestion: boolean): Example => ({
    topic: number,
    text: normalise(text),
    importance,
    isQuestion,
  });
  return [
    ...LANGUAGES.flatMap((lang) => topic.questions[lang].map((question) => toExample(question, 1, true))),
    ...[...topic.terms, topic.label.id, topic.label.en].map((name) =>
      toExample(name, NAME_IMPORTANCE, false),
    ),
    toExample(topic.keywords.join(' '), NAME_IMPORTANCE, false),
    {
      ...toExample(topic.keywords.join(' '), BODY_IMPORTANCE, false),
      text: { words: [], stems: LANGUAGES.flatMap((lang) => normalise(topic.body[lang]).stems) },
    },
  ].filter((example) => example.text.stems.length > 0);
}

function inCosine(examples: readonly Example[], rows: Int32Array): Int32Array {
  return rows.filter((row) => (examples[row]?.importance ?? 0) > BODY_IMPORTANCE);
}

interface Lesson {
  readonly rows: SparseRows;
  readonly vocabulary: Vocabulary;
  readonly labels: Int32Array;
  readonly importance: Float32Array;
  readonly opponents: readonly Int32Array[];
  readonly classCount: number;
}

function prepareLesson(examples: readonly Example[], vocabulary: Vocabulary, classCount: number): Lesson {
  const rows = vectoriseAll(
    vocabulary,
    examples.map((example) => example.text),
  );
  const labels = Int32Array.from(examples, (example) => example.topic);
  const importance = Float32Array.from(examples, (example) => example.importance);
  const opponents = findOpponents({
    rows,
    labels,
    importance,
    classCount,
    featureCount: vocabulary.size,
    kinds: vocabulary.kinds,
  });
  return { rows, vocabulary, labels, importance, opponents, classCount };
}

function train(lesson: Lesson, chosen: Int32Array): LinearWeights {
  return trainOneVsRest({ ...lesson, featureCount: lesson.vocabulary.size, chosen });
}

/**
 * Each fold leaves out a part of the topics altogether (their questions must be recognised as unknown) and a part of the
 * questions of the rest (which must find their topic).
 */
function collectSamples(
  examples: readonly Example[],
  lesson: Lesson,
  topics: readonly Topic[],
  names: ProgrammeNames,
): Sample[] {
  const { rows, vocabulary, labels, classCount } = lesson;
  const samples: Sample[] = [];
  const wordFeatures = examples.map((example) => findWordFeatures(vocabulary, example.text));
  const all = Int32Array.from(examples.keys());
  const stride = Math.max(1, Math.round(examples.length / ENOUGH_SAMPLES));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isLeftOut = (row: number): boolean => (labels[row] ?? 0) % FOLDS === fold;
    const isHeldBack = (row: number): boolean => examples[row]?.isQuestion === true && row % FOLDS === fold;
    const chosen = all.filter((row) => !isLeftOut(row) && !isHeldBack(row));
    if (chosen.length === 0) continue;
    const weights = train(lesson, chosen);
    const known = new Uint8Array(vocabulary.size);
    for (const row of chosen) for (const feature of wordFeatures[row] ?? []) known[feature] = 1;
    const matcher = createMatcher({
      topicCount: classCount,
      featureCount: vocabulary.size,
      weights,
      weightUnit: 1,
      postings: buildPostings(rows, inCosine(examples, chosen), vocabulary.size, labels),
    });
    for (const row of all) {
      const example = examples[row];
      if (example?.isQuestion !== true || !(isLeftOut(row) || isHeldBack(row))) continue;
      if (Math.floor(row / FOLDS) % stride !== 0) continue;
      const from = rows.starts[row] ?? 0;
      const to = rows.starts[row + 1] ?? 0;
      matcher.match(rows.indices.subarray(from, to), rows.values.subarray(from, to), to - from);
      forEachNamed(example.text, names, topics, (topic) => matcher.raise(topic, NAMED_PROGRAMME));
      const share = knownShare(example.text, wordFeatures[row] ?? new Int32Array(0), known);
      const signals = Array.from(matcher.signals(matcher.best(), share, example.text.stems.length));
      const right = !isLeftOut(row) && matcher.best() === example.topic;
      samples.push({ signals, right, weight: isLeftOut(row) ? UNKNOWN_WEIGHT : 1 });
    }
  }
  return samples;
}

function knownShare(text: NormalisedText, features: Int32Array, known: Uint8Array): number {
  let all = 0;
  let found = 0;
  text.stems.forEach((stem, i) => {
    all += stem.length;
    if (known[features[i] ?? -1] === 1) found += stem.length;
  });
  return all === 0 ? 0 : found / all;
}

function uniqueKeys(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const found = new Map<string, number>();
  const shared = new Set<string>();
  for (const [key, topic] of pairs) {
    if (found.has(key) && found.get(key) !== topic) shared.add(key);
    found.set(key, topic);
  }
  for (const key of shared) found.delete(key);
  return found;
}

function shorten(weights: Float32Array): { weights: Int16Array; weightUnit: number } {
  let largest = 0;
  for (let i = 0; i < weights.length; i += 1) largest = Math.max(largest, Math.abs(weights[i] ?? 0));
  const weightUnit = largest === 0 ? 1 : largest / 32_767;
  const short = new Int16Array(weights.length);
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight !== 0) short[i] = Math.round(weight / weightUnit);
  }
  return { weights: short, weightUnit };
}
