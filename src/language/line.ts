/**
 * One forgiving grammar for all short commands: parts in any order, each in the spellings people use, whatever is left
 * is the note. A feature declares its grammar once and reads lines with it:
 *
 *     const session = createLine({ choices: { kind: { bimtek: 'bintek' } }, money: ['omzet'], prefer: 'past' });
 *     const read = session.read('bu siti bimtek 90m omzet 1,2jt', { people, today });
 *     read.person   found → use it · several → buttons · unknown, missing → ask (a form)
 *     read.unread   not empty → store nothing; `sayUnread` in `src/chat/line.ts` names the part with a correct example
 *     session.write({ ...read, person: 'Siti Aminah' })   the line that would be read as this
 *
 * Nothing here knows a store or a chat; what is missing or too much for one command its feature decides.
 */
import type { LineGrammar, LineParts, ReadLine, UnreadPart } from './line-grammar.ts';
import { findChoices, findCounts, readClock, toSpellings } from './line-words.ts';
import { writeLine } from './line-write.ts';
import { findPersonAnywhere } from './name-anywhere.ts';
import type { KnownPerson, PersonPart } from './name-in-line.ts';
import { parseCount } from './number.ts';
import { type LinePart, type Scan, scanLine, textOf } from './scan.ts';

export type { LineGrammar, LineParts, ReadLine, UnreadPart } from './line-grammar.ts';

export interface LineContext {
  /** The people that may be meant, in the order of the list whose numbers are typed. */
  readonly people?: readonly KnownPerson[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface Line<G extends LineGrammar> {
  readonly grammar: G;
  read(line: string, context: LineContext): ReadLine<G>;
  /** A line that is read as these parts again. */
  write(parts: Partial<LineParts<G>> & { readonly person?: string }): string;
}

export function createLine<const G extends LineGrammar>(grammar: G): Line<G> {
  const spellings = toSpellings(grammar);
  return {
    grammar,
    read: (line, context) => readLine(line, context, grammar, spellings) as ReadLine<G>,
    write: (parts) => writeLine(grammar, parts as Partial<LineParts> & { person?: string }),
  };
}

type Word = Scan['words'][number];

function readLine(
  line: string,
  { people = [], today }: LineContext,
  grammar: LineGrammar,
  spellings: ReturnType<typeof toSpellings>,
): ReadLine {
  const scan = scanLine(line, { today, prefer: grammar.prefer });
  const unread: UnreadPart[] = scan.unread.map(({ text, kind, why }) => ({ text, part: kind, why }));
  const taken = new Set<Word | LinePart>();

  const own = ownParts(scan, grammar, unread);
  for (const part of own.parts) taken.add(part);
  const labels = takeLabels(line, scan, spellings.labels, taken);
  const left = () => scan.words.filter((word) => !taken.has(word));
  const clock = grammar.hasClock === true ? readClock(left()) : undefined;
  for (const word of clock?.words ?? []) taken.add(word);
  const counts = findCounts(left(), scan.parts, spellings.counts);
  for (const word of counts.used) taken.add(word);
  unread.push(...counts.unread);

  const choices = findChoices(left(), spellings.choices, people);
  const words = left();
  let person: PersonPart = { kind: 'missing' };
  let nameWords: readonly Word[] = [];
  if (grammar.hasPerson !== false) {
    const marks = choices.flatMap((one) => one.words.map((word) => words.indexOf(word)));
    const found = findPersonAnywhere(
      words.map((word) => word.text),
      people,
      new Set(marks),
    );
    person = found.person;
    nameWords = words.slice(found.from, found.from + found.used);
    for (const word of [...nameWords, ...words.slice(0, found.leads)]) taken.add(word);
  }
  const chosen = settleChoices(choices, words, nameWords, taken, unread);

  const rest = left();
  const bareMinutes =
    grammar.hasDuration === true && own.minutes === undefined ? findBareMinutes(line, rest) : undefined;
  const kept = scan.parts.filter((part) => part.kind !== 'quoted' && !taken.has(part));
  const quoted = scan.parts.flatMap((part) =>
    part.kind === 'quoted' && !taken.has(part) ? [part.value] : [],
  );
  const free = textOf(
    line,
    [...rest, ...kept].sort((a, b) => a.start - b.start),
  ).trim();
  return {
    person,
    choices: chosen,
    ...own.values,
    ...(clock === undefined ? {} : { clock: clock.value }),
    counts: { ...counts.values, ...own.people },
    labels,
    note: [free, ...quoted].filter((text) => text !== '').join(', '),
    ...(bareMinutes === undefined ? {} : { bareMinutes }),
    unread,
  };
}

/** The date, length, amount and number of people that are the line's own; of a second one it is not known which is meant. */
function ownParts(scan: Scan, grammar: LineGrammar, unread: UnreadPart[]) {
  const labelled = new Set(grammar.money ?? []);
  const isOwn = (part: LinePart): boolean => {
    if (part.kind === 'quoted') return false;
    if (part.kind !== 'money') return true;
    return grammar.hasMoney !== false && (part.label === undefined || labelled.has(part.label));
  };
  const first = new Map<LinePart['kind'], LinePart>();
  const hasLabelled = scan.parts.some((part) => isOwn(part) && part.kind === 'money' && part.label);
  for (const part of scan.parts) {
    if (!isOwn(part)) continue;
    // With "omzet 1,2jt" in the line, another amount without a label is part of the story.
    if (part.kind === 'money' && part.label === undefined && hasLabelled) continue;
    const { kind } = part;
    const other = first.get(kind);
    if (other === undefined) first.set(kind, part);
    else if (kind !== 'people' && kind !== 'quoted')
      unread.push({ text: part.text, part: kind, why: 'second' });
  }
  const date = first.get('date');
  const duration = first.get('duration');
  const money = first.get('money');
  const people = first.get('people');
  const minutes = duration?.kind === 'duration' ? duration.minutes : undefined;
  return {
    minutes,
    values: {
      ...(minutes === undefined ? {} : { minutes }),
      ...(date?.kind === 'date' ? { date: date.date } : {}),
      ...(money?.kind === 'money' ? { rupiah: money.rupiah } : {}),
    },
    people: people?.kind === 'people' ? { people: people.count } : {},
    parts: [date, duration, money].filter((part) => part !== undefined),
  };
}

/** Texts behind their label, up to a comma or another part; taken out of the words. */
function takeLabels(
  line: string,
  scan: Scan,
  spellings: ReadonlyMap<string, string>,
  taken: Set<Word | LinePart>,
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [at, word] of scan.words.entries()) {
    const glued = /^(\p{L}+)[:=](.+)$/u.exec(word.text);
    const name = spellings.get((glued?.[1] ?? word.text).toLowerCase());
    if (name === undefined || found[name] !== undefined) continue;
    const quoted = scan.parts.find(
      (part) =>
        part.kind === 'quoted' &&
        /^[\s:=]*$/.test(line.slice(word.end, part.start)) &&
        part.start >= word.end,
    );
    if (quoted?.kind === 'quoted') {
      found[name] = quoted.value;
      taken.add(word).add(quoted);
      continue;
    }
    const behind: Word[] = [];
    let end = word.end;
    for (const next of scan.words.slice(at + 1)) {
      const gap = line.slice(end, next.start);
      const isBreak = behind.length > 0 || glued !== null ? /[^\s]/u.test(gap) : /[^\s:=]/u.test(gap);
      if (isBreak) break;
      behind.push(next);
      end = next.end;
    }
    const text = [...(glued === null ? [] : [glued[2] ?? '']), ...behind.map((one) => one.text)].join(' ');
    if (text === '') continue;
    found[name] = text;
    for (const one of [word, ...behind]) taken.add(one);
  }
  return found;
}

/**
 * One word of each set. The one beside the name or at the beginning is meant; one deeper in the text only when no other
 * says something else, because notes mention other kinds, too.
 */
function settleChoices(
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

/** "siti mentoring 90, kas rapi": a number that stands alone, where it may be a forgotten unit. */
function findBareMinutes(line: string, rest: readonly Word[]): number | undefined {
  const numbers = rest.filter((word, at) => {
    const next = rest[at + 1];
    const isLast = next === undefined || /[,;]/.test(line.slice(word.end, next.start));
    return /^\d{1,3}$/.test(word.text) && (at === 0 || isLast);
  });
  const [only] = numbers;
  const minutes = numbers.length === 1 && only !== undefined ? parseCount(only.text) : undefined;
  return minutes !== undefined && minutes >= 5 ? minutes : undefined;
}
