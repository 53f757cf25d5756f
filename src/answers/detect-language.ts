/**
 * Tells Indonesian from English by words and runs of characters, learnt from the topics' own questions and a short word
 * list. Must not decide what to do when it cannot tell: then it says so.
 */
import { forEachRun, hashWord } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { LANGUAGES, type Lang, type Topic } from './topic.ts';

/** Evidence per hashed bucket: above zero for English, below for Indonesian. */
export type LanguageModel = Float32Array;

const BUCKETS = 1 << 14;
const LISTED_WORD = 4;
/** Below this much evidence a text (a bare acronym, a number) has no language of its own. */
const LEAST_EVIDENCE = 1.5;

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function forEachBucket(text: string, emit: (bucket: number) => void): void {
  for (const word of wordsOf(text)) {
    emit(hashWord(word, 77) & (BUCKETS - 1));
    forEachRun(word, (hash) => emit(hash & (BUCKETS - 1)));
  }
}

/** Learns from all questions of all topics; words that both languages share weigh nothing. */
export function trainLanguage(topics: readonly Topic[], lexicon: Lexicon): LanguageModel {
  const counts = { id: new Float64Array(BUCKETS), en: new Float64Array(BUCKETS) };
  const totals = { id: 0, en: 0 };
  for (const lang of LANGUAGES) {
    const learn = (text: string, weight: number): void =>
      forEachBucket(text, (bucket) => {
        counts[lang][bucket] = (counts[lang][bucket] ?? 0) + weight;
        totals[lang] += weight;
      });
    for (const topic of topics) for (const question of topic.questions[lang]) learn(question, 1);
    for (const word of lang === 'id'
      ? [...lexicon.indonesian, ...Object.keys(lexicon.slang)]
      : lexicon.english) {
      learn(word, LISTED_WORD);
    }
  }
  return Float32Array.from(counts.id, (id, bucket) => {
    const indonesian = (id + 0.5) / (totals.id + 0.5 * BUCKETS);
    const english = ((counts.en[bucket] ?? 0) + 0.5) / (totals.en + 0.5 * BUCKETS);
    return id + (counts.en[bucket] ?? 0) === 0 ? 0 : Math.log(english / indonesian);
  });
}

/** Numbers and codes, whose letters are drawn and belong to no language. */
const drawn = /(?<![\p{L}\p{N}])(?:[0-9A-Z]{3,4}-)+[0-9A-Z]{4}(?![\p{L}\p{N}])|\S*\d\S*/gu;

/** The language of a text, or undefined when nothing in it tells. */
export function detectLanguage(model: LanguageModel, text: string): Lang | undefined {
  let evidence = 0;
  forEachBucket(text.slice(0, 1_000).replaceAll(drawn, ' '), (bucket) => {
    evidence += model[bucket] ?? 0;
  });
  if (Math.abs(evidence) < LEAST_EVIDENCE) return undefined;
  return evidence > 0 ? 'en' : 'id';
}
