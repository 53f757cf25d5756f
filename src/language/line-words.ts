/** Words of a short line that a command's grammar gives a meaning to: choices, counted things, the time of day. */
import { forgiven, slips } from './likeness.ts';
import type { LineGrammar, UnreadPart } from './line-grammar.ts';
import { isWordOfName } from './name-anywhere.ts';
import type { KnownPerson } from './name-in-line.ts';
import { parseCount, parseQuantity } from './number.ts';
import type { LinePart, Scan } from './scan.ts';

type Word = Scan['words'][number];

/** The spellings of a grammar, by what is typed. */
export const toSpellings = (grammar: LineGrammar) => ({
  choices: Object.entries(grammar.choices ?? {}).map(([set, values]) => ({ set, values: turned(values) })),
  counts: turned(grammar.counts ?? {}, false),
  labels: turned(grammar.labels ?? {}, false),
});

const turned = (spellings: Readonly<Record<string, string>>, withValue = true): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(spellings).flatMap(([value, typed]) =>
      [...(withValue ? [value] : []), ...typed.split(',').map((one) => one.trim().toLowerCase())]
        .filter((one) => one !== '')
        .map((one): [string, string] => [one, value]),
    ),
  );

export interface FoundChoice {
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

/** Numbers with a unit of the grammar: "2 pekerja", "2pekerja", "dua karyawan", "pekerja: 2", "3 orang pekerja". */
export function findCounts(
  words: readonly Word[],
  parts: readonly LinePart[],
  units: ReadonlyMap<string, string>,
): {
  readonly values: Readonly<Record<string, number>>;
  readonly used: readonly Word[];
  readonly unread: readonly UnreadPart[];
} {
  const values: Record<string, number> = {};
  const used: Word[] = [];
  const unread: UnreadPart[] = [];
  if (units.size === 0) return { values, used, unread };
  const take = (name: string, typed: string, some: readonly Word[]) => {
    const count = parseCount(typed) ?? parseQuantity(typed);
    const text = some.map((word) => word.text).join(' ');
    used.push(...some);
    if (values[name] !== undefined) unread.push({ text, part: 'quantity', why: 'second' });
    else if (count === undefined || count < 0 || !Number.isSafeInteger(count))
      unread.push({ text, part: 'quantity', why: typed.startsWith('-') ? 'negative' : 'not-whole' });
    else values[name] = count;
  };
  for (const [at, word] of words.entries()) {
    if (used.includes(word)) continue;
    const glued = /^(-?\d+(?:[.,]\d+)*)(\p{L}+)$|^(\p{L}+)[:=](-?\d+)$/u.exec(word.text.toLowerCase());
    const gluedUnit = units.get(glued?.[2] ?? glued?.[3] ?? '');
    if (gluedUnit !== undefined) {
      take(gluedUnit, glued?.[1] ?? glued?.[4] ?? '', [word]);
      continue;
    }
    const unit = units.get(word.text.toLowerCase());
    if (unit === undefined) continue;
    const before = words[at - 1];
    const after = words[at + 1];
    const people = parts.find(
      (part) => part.kind === 'people' && part.end <= word.start && word.start - part.end <= 1,
    );
    if (people?.kind === 'people') take(unit, String(people.count), [word]);
    else if (before !== undefined && isNumber(before.text) && word.start - before.end <= 1)
      take(unit, before.text, [before, word]);
    else if (after !== undefined && isNumber(after.text) && after.start - word.end <= 2)
      take(unit, after.text, [word, after]);
  }
  return { values, used, unread };
}

const isNumber = (text: string): boolean =>
  /^-?\d+(?:[.,]\d+)*$/.test(text) || parseQuantity(text) !== undefined;

const HALVES: Readonly<Record<string, (hour: number) => number>> = {
  pagi: (hour) => hour,
  siang: (hour) => (hour < 6 ? hour + 12 : hour),
  sore: (hour) => (hour < 12 ? hour + 12 : hour),
  malam: (hour) => (hour < 12 && hour > 5 ? hour + 12 : hour),
  am: (hour) => (hour === 12 ? 0 : hour),
  pm: (hour) => (hour < 12 ? hour + 12 : hour),
};

/** "jam 9", "pukul 13.30", "jam 2 siang", "at 9 am". */
export function readClock(
  words: readonly Word[],
): { readonly value: string; readonly words: readonly Word[] } | undefined {
  for (const [at, word] of words.entries()) {
    const typed = words[at + 1];
    const time = /^(\d{1,2})(?:[.:](\d{2}))?(am|pm)?$/.exec(typed?.text.toLowerCase() ?? '');
    if (!/^(?:jam|jm|pukul|pkl|pk|at)\.?$/i.test(word.text) || typed === undefined || time === null) continue;
    const half = words[at + 2];
    const toHour = HALVES[time[3] ?? half?.text.toLowerCase() ?? ''];
    const hour = (toHour ?? ((one: number) => one))(Number(time[1]));
    const minute = Number(time[2] ?? 0);
    if (hour > 23 || minute > 59) continue;
    const isHalfTyped = toHour !== undefined && time[3] === undefined && half !== undefined;
    return {
      value: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
      words: isHalfTyped ? [word, typed, half] : [word, typed],
    };
  }
  return undefined;
}
