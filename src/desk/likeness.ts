/**
 * How alike two questions are: by their words, by the runs of characters in them, and by the topic they lie nearest to.
 * Pure and symmetric. Knows nothing of answers or of who asks.
 */

/** A question as the knowledge reads it, chat spelling undone. */
export interface QuestionViews {
  readonly words: readonly string[];
  /** `stems[i]` belongs to `words[i]`. */
  readonly stems: readonly string[];
  /** `rarity[i]` is how much `stems[i]` tells: the rarer in the knowledge, the more. */
  readonly rarity: readonly number[];
  /** Programmes, acronyms and figures it names. */
  readonly names: readonly string[];
}

/** What of a question is compared. */
export interface Wording {
  /** Two questions with one key count as the same. */
  readonly key: string;
  readonly names: readonly string[];
  /** Id of the topic it lies nearest to, however far that is. */
  readonly nearest: string | null;
  readonly stems: Bag;
  readonly runs: Bag;
}

interface Bag {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Characters in a run; runs forgive misspelling. */
const runLength = 3;
const stemShare = 0.65;
/** What a common nearest topic adds; two ways of asking one thing often share no rare word. */
const nearestShare = 0.15;

/**
 * From here on two questions count as asking the same. Chosen for few wrong pairs, because what staff answer goes to
 * everybody in the group; `test/desk/likeness.test.ts` measures it on pairs of real questions.
 */
export const alikeFrom = 0.5;

/** A question this short says too little to be compared. */
const fewestStems = 2;

function toBag(items: Iterable<readonly [string, number]>): Bag {
  const counts = new Map<string, { times: number; weight: number }>();
  for (const [item, weight] of items) {
    const known = counts.get(item);
    if (known === undefined) counts.set(item, { times: 1, weight });
    else known.times += 1;
  }
  let sum = 0;
  const weights = new Map<string, number>();
  for (const [item, { times, weight }] of counts) {
    const value = (1 + Math.log(times)) * weight;
    weights.set(item, value);
    sum += value * value;
  }
  return { weights, length: Math.sqrt(sum) };
}

function* runsOf(words: readonly string[]): Iterable<readonly [string, number]> {
  for (const word of words) {
    const padded = ` ${word} `;
    for (let at = 0; at + runLength <= padded.length; at += 1) yield [padded.slice(at, at + runLength), 1];
  }
}

export const toKey = (views: QuestionViews): string => views.stems.join(' ');

export const isComparable = (views: QuestionViews): boolean => views.stems.length >= fewestStems;

export const toWording = (views: QuestionViews, nearest: string | null): Wording => ({
  key: toKey(views),
  names: views.names,
  nearest,
  stems: toBag(views.stems.map((stem, at) => [stem, views.rarity[at] ?? 1] as const)),
  runs: toBag(runsOf(views.words)),
});

function cosine(one: Bag, other: Bag): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [small, large] = one.weights.size <= other.weights.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [item, weight] of small.weights) sum += weight * (large.weights.get(item) ?? 0);
  return sum / (one.length * other.length);
}

const namesMore = (one: Wording, other: Wording): boolean =>
  one.names.some((name) => !other.names.includes(name));

/**
 * "syarat PENA" and "syarat PSM" differ in one word and in everything that matters. Where only one of the two names
 * something more, it may be the same question asked more exactly.
 */
const nameDifferently = (one: Wording, other: Wording): boolean =>
  namesMore(one, other) && namesMore(other, one);

/** From 0 (nothing in common) to 1 (the same words). */
export function likeness(one: Wording, other: Wording): number {
  if (one.key === other.key) return one.key === '' ? 0 : 1;
  if (nameDifferently(one, other)) return 0;
  const stems = cosine(one.stems, other.stems);
  // Without a common stem the rest can not reach the mark; most pairs end here.
  if (stems === 0) return 0;
  const words = stemShare * stems + (1 - stemShare) * cosine(one.runs, other.runs);
  const near = one.nearest !== null && one.nearest === other.nearest ? nearestShare : 0;
  return near + (1 - nearestShare) * words;
}
