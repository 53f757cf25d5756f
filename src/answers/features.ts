/**
 * Turns a normalised text into a sparse tf-idf vector: stems alone and in pairs, and runs of 2 to 4 characters inside
 * the surface words. Features are known by a 32-bit hash only, so nothing is allocated per question.
 */
import type { NormalisedText } from './normalise.ts';

export const CHARACTERS = 0;
export const WORD = 1;
export const WORD_PAIR = 2;
export type FeatureKind = typeof CHARACTERS | typeof WORD | typeof WORD_PAIR;

/** Runs and pairs that only one text holds tell nothing about the next one. */
const LEAST_TEXTS = 2;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 4;
/** How much of a vector's squared length the word features take; the rest belongs to the characters. */
const WORD_SHARE = 0.5;

/** Sparse rows laid end to end: row r is `indices/values[starts[r] … starts[r+1])`, each row of length one. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** An open-addressed table from feature hash to feature number; `numbers` is -1 where a slot is free. */
export interface Vocabulary {
  readonly size: number;
  readonly hashes: Uint32Array;
  readonly numbers: Int32Array;
  readonly idf: Float32Array;
  readonly kinds: Uint8Array;
}

/** One question's vector in buffers that the next call overwrites. `knownShare` is 0 to 1, by word length. */
export interface QueryVector {
  length: number;
  knownShare: number;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

const SPACE = 32;

function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32-bit hash of a word, the same on every machine. */
export function hashWord(word: string, seed = 0x811c9dc5): number {
  let h = seed | 0;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h;
}

/** Calls `emit` with hash and kind of every feature, repeated as often as it occurs. */
function forEachFeature(text: NormalisedText, emit: (hash: number, kind: FeatureKind) => void): void {
  let previous = 0;
  for (const stem of text.stems) {
    const h = hashWord(stem);
    emit(mix(h), WORD);
    if (previous !== 0) emit(mix(Math.imul(previous, 31) ^ h ^ 0x5bd1e995), WORD_PAIR);
    previous = h;
  }
  for (const word of text.words) forEachRun(word, (hash) => emit(hash, CHARACTERS));
}

/** Calls `emit` with the hash of every run of 2 to 4 characters of the word between two spaces. */
export function forEachRun(word: string, emit: (hash: number) => void): void {
  const end = word.length + 2;
  for (let start = 0; start < end; start += 1) {
    let h = 0x9747b28c | 0;
    const stop = Math.min(end, start + LONGEST_RUN);
    for (let i = start; i < stop; i += 1) {
      const code = i === 0 || i === end - 1 ? SPACE : word.charCodeAt(i - 1);
      h = Math.imul(h ^ code, 0x01000193);
      if (i - start + 1 >= SHORTEST_RUN) emit(mix(h));
    }
  }
}

/** Number of a feature, or -1 when no topic uses it. */
function findFeature(vocabulary: Vocabulary, hash: number): number {
  const { hashes, numbers } = vocabulary;
  const mask = hashes.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const number = numbers[slot] ?? -1;
    if (number < 0 || hashes[slot] === hash) return number;
  }
}

/** Learns the features of all texts and how rare each one is. */
export function buildVocabulary(texts: readonly NormalisedText[]): Vocabulary {
  const numberOf = new Map<number, number>();
  const kinds: number[] = [];
  const documents: number[] = [];
  const lastSeen: number[] = [];
  texts.forEach((text, at) => {
    forEachFeature(text, (hash, kind) => {
      let number = numberOf.get(hash);
      if (number === undefined) {
        number = kinds.length;
        numberOf.set(hash, number);
        kinds.push(kind);
        documents.push(0);
        lastSeen.push(-1);
      }
      if (lastSeen[number] === at) return;
      lastSeen[number] = at;
      documents[number] = (documents[number] ?? 0) + 1;
    });
  });
  const isKept = (number: number): boolean =>
    kinds[number] === WORD || (documents[number] ?? 0) >= LEAST_TEXTS;
  const kept = [...kinds.keys()].filter(isKept);
  const renumbered = new Int32Array(kinds.length).fill(-1);
  kept.forEach((number, at) => {
    renumbered[number] = at;
  });
  let slots = 1024;
  while (slots < kept.length * 2) slots *= 2;
  const hashes = new Uint32Array(slots);
  const numbers = new Int32Array(slots).fill(-1);
  for (const [hash, before] of numberOf) {
    const number = renumbered[before] ?? -1;
    if (number < 0) continue;
    let slot = hash & (slots - 1);
    while ((numbers[slot] ?? -1) >= 0) slot = (slot + 1) & (slots - 1);
    hashes[slot] = hash;
    numbers[slot] = number;
  }
  const idf = Float32Array.from(
    kept,
    (number) => Math.log((1 + texts.length) / (1 + (documents[number] ?? 0))) + 1,
  );
  return {
    size: kept.length,
    hashes,
    numbers,
    idf,
    kinds: Uint8Array.from(kept, (number) => kinds[number] ?? 0),
  };
}

export type Vectorise = (text: NormalisedText) => QueryVector;

/** Builds the function that turns texts into vectors; its one result object is reused by every call. */
export function createVectorise(vocabulary: Vocabulary): Vectorise {
  const counts = new Float32Array(vocabulary.size);
  const capacity = Math.max(1, vocabulary.size);
  const out: QueryVector = {
    length: 0,
    knownShare: 0,
    indices: new Int32Array(capacity),
    values: new Float32Array(capacity),
  };
  const { indices, values } = out;
  const count = (hash: number): void => {
    const number = findFeature(vocabulary, hash);
    if (number < 0) return;
    const before = counts[number] ?? 0;
    if (before === 0) indices[out.length++] = number;
    counts[number] = before + 1;
  };
  return (text) => {
    out.length = 0;
    forEachFeature(text, count);
    let wordLength = 0;
    let runLength = 0;
    for (let i = 0; i < out.length; i += 1) {
      const number = indices[i] ?? 0;
      const value = (1 + Math.log(counts[number] ?? 1)) * (vocabulary.idf[number] ?? 0);
      counts[number] = 0;
      values[i] = value;
      if (vocabulary.kinds[number] === CHARACTERS) runLength += value * value;
      else wordLength += value * value;
    }
    const wordScale = wordLength === 0 ? 0 : Math.sqrt((runLength === 0 ? 1 : WORD_SHARE) / wordLength);
    const runScale = runLength === 0 ? 0 : Math.sqrt((wordLength === 0 ? 1 : 1 - WORD_SHARE) / runLength);
    for (let i = 0; i < out.length; i += 1) {
      const scale = vocabulary.kinds[indices[i] ?? 0] === CHARACTERS ? runScale : wordScale;
      values[i] = (values[i] ?? 0) * scale;
    }
    out.knownShare = shareOfKnownWords(vocabulary, text);
    return out;
  };
}

function shareOfKnownWords(vocabulary: Vocabulary, text: NormalisedText): number {
  let known = 0;
  let all = 0;
  for (const stem of text.stems) {
    all += stem.length;
    if (findFeature(vocabulary, mix(hashWord(stem))) >= 0) known += stem.length;
  }
  return all === 0 ? 0 : known / all;
}

/** The feature number of each stem's own feature (-1 when unknown), for counting which words a part of the texts knows. */
export function findWordFeatures(vocabulary: Vocabulary, text: NormalisedText): Int32Array {
  return Int32Array.from(text.stems, (stem) => findFeature(vocabulary, mix(hashWord(stem))));
}

/** Vectors of many texts, laid end to end. */
export function vectoriseAll(vocabulary: Vocabulary, texts: readonly NormalisedText[]): SparseRows {
  const vectorise = createVectorise(vocabulary);
  const starts = new Int32Array(texts.length + 1);
  const indices: Int32Array[] = [];
  const values: Float32Array[] = [];
  texts.forEach((text, row) => {
    const vector = vectorise(text);
    starts[row + 1] = (starts[row] ?? 0) + vector.length;
    indices.push(vector.indices.slice(0, vector.length));
    values.push(vector.values.slice(0, vector.length));
  });
  const all = {
    starts,
    indices: new Int32Array(starts.at(-1) ?? 0),
    values: new Float32Array(starts.at(-1) ?? 0),
  };
  indices.forEach((part, row) => {
    all.indices.set(part, starts[row] ?? 0);
  });
  values.forEach((part, row) => {
    all.values.set(part, starts[row] ?? 0);
  });
  return all;
}
