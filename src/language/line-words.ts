/** Words of a short line that a command's grammar gives a meaning to: its spellings, and counted things. */
import type { LineGrammar, UnreadPart } from './line-grammar.ts';
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
