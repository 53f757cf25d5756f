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

import { findBareMinutes, findBareMoney, findToldMoney, ownParts } from './line-amounts.ts';
import { findChoices, settleChoices } from './line-choices.ts';
import type { LineGrammar, LineParts, ReadLine, UnreadPart } from './line-grammar.ts';
import { takeLabels } from './line-labels.ts';
import { findCounts, toSpellings } from './line-words.ts';
import { writeLine } from './line-write.ts';
import { findPersonAnywhere } from './name-anywhere.ts';
import type { KnownPerson, PersonPart } from './name-in-line.ts';
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
  const counts = findCounts(left(), scan.parts, spellings.counts);
  for (const word of counts.used) taken.add(word);
  unread.push(...counts.unread);

  const bareMoney =
    grammar.hasBareMoney === true && own.values.rupiah === undefined ? findBareMoney(left()) : undefined;
  if (bareMoney !== undefined) taken.add(bareMoney.word);
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
    for (const word of [...nameWords, ...words.filter((_, at) => found.leads.includes(at))]) taken.add(word);
  }
  const chosen = settleChoices(choices, words, nameWords, taken, unread);

  const told = grammar.keepsToldMoney === true ? findToldMoney(line, own.money, left(), grammar) : undefined;
  if (told !== undefined) taken.delete(told);
  const { rupiah, ...values } = own.values;
  const amount = told === undefined ? rupiah : undefined;
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
    ...values,
    ...(amount === undefined ? {} : { rupiah: amount }),
    ...(bareMoney === undefined ? {} : { rupiah: bareMoney.rupiah }),
    counts: { ...counts.values, ...own.people },
    labels,
    note: [free, ...quoted].filter((text) => text !== '').join(', '),
    ...(bareMinutes === undefined ? {} : { bareMinutes }),
    unread,
  };
}
