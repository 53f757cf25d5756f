/** Words of which a short line holds one a set, such as the kind of a session: found, and settled where there are several. */
import { forgiven, slips } from './likeness.ts';
import type { UnreadPart } from './line-grammar.ts';
import type { toSpellings } from './line-words.ts';
import { isWordOfName } from './name-anywhere.ts';
import type { KnownPerson } from './name-in-line.ts';
import type { LinePart, Scan } from './scan.ts';

type Word = Scan['words'][number];

interface FoundChoice {
  readonly set: string;
  readonly value: string;
  readonly words: readonly Word[];
  /** False when a slip of the finger was forgiven. */
  readonly isExact: boolean;
}

/** Choices have at most this many words. */
const longestChoice = 3;
/** Shorter words are too like others to forgive slips in them. */
const shortestForgiven = 5;

/** Every choice in the words. A word that is part of somebody's name is never a mistyped choice. */
export function findChoices(
  words: readonly Word[],
  sets: ReturnType<typeof toSpellings>['choices'],
  people: readonly KnownPerson[],
): readonly FoundChoice[] {
  const found: FoundChoice[] = [];
  for (const { set, values } of sets) {
    for (let at = 0; at < words.length; ) {
      const exact = findExact(words, at, values);
      if (exact !== undefined) found.push({ set, ...exact, isExact: true });
      at += exact?.words.length ?? 1;
    }
    if (found.some((one) => one.set === set)) continue;
    for (const word of words) {
      const value = findSlip(word.text.toLowerCase(), values);
      if (value !== undefined && !isWordOfName(word.text, people))
        found.push({ set, value, words: [word], isExact: false });
    }
  }
  return found;
}

function findExact(words: readonly Word[], at: number, values: ReadonlyMap<string, string>) {
  for (let used = Math.min(longestChoice, words.length - at); used > 0; used--) {
    const some = words.slice(at, at + used);
    const value = values.get(some.map((word) => word.text.toLowerCase()).join(' '));
    if (value !== undefined) return { value, words: some };
  }
  return undefined;
}

function findSlip(word: string, values: ReadonlyMap<string, string>): string | undefined {
  if (word.length < shortestForgiven) return undefined;
  const near = new Set<string>();
  for (const [spelling, value] of values) {
    if (spelling.length < shortestForgiven) continue;
    const most = Math.min(forgiven(word.length), forgiven(spelling.length));
    if (slips(word, spelling, most) !== undefined) near.add(value);
  }
  const [only] = near;
  return near.size === 1 ? only : undefined;
}

/**
 * One word of each set. The one beside the name or at the beginning is meant; one deeper in the text only when no other
 * says something else, because notes mention other kinds, too.
 */
export function settleChoices(
  found: ReturnType<typeof findChoices>,
  words: readonly Word[],
  name: readonly Word[],
  taken: Set<Word | LinePart>,
  unread: UnreadPart[],
): Record<string, string> {
  const chosen: Record<string, string> = {};
  const skipped = new Set<Word>([
    ...words.filter((word) => taken.has(word)),
    ...found.flatMap((one) => one.words),
  ]);
  for (const set of new Set(found.map((one) => one.set))) {
    const all = found.filter((one) => one.set === set && one.words.every((word) => !name.includes(word)));
    const isHead = (one: (typeof all)[number]) => {
      const [from] = one.words;
      const before = words.slice(0, from === undefined ? 0 : words.indexOf(from));
      return before.every((word) => skipped.has(word) || name.includes(word));
    };
    const heads = all.filter(isHead);
    const pool = heads.length > 0 ? heads : all;
    const values = new Set(pool.map((one) => one.value));
    const [one] = pool.filter((each) => each.isExact).concat(pool);
    if (one === undefined) continue;
    if (values.size > 1) {
      unread.push({
        text: pool.map((each) => each.words.map((word) => word.text).join(' ')).join(', '),
        part: 'choice',
        why: 'second',
      });
      continue;
    }
    chosen[set] = one.value;
    for (const word of one.words) taken.add(word);
  }
  return chosen;
}
