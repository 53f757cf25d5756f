/** Finds who is meant in a line whose parts may stand in any order. */
import { HONORIFICS, normaliseName, wordsOfName } from './name.ts';
import {
  findPerson,
  type KnownPerson,
  longestName,
  type NameFound,
  type PersonPart,
} from './name-in-line.ts';

/** The words of all names, kept with the list they are of: one line asks for them many times. */
const wordsOf = new WeakMap<readonly KnownPerson[], ReadonlySet<string>>();

/** Whether a word is a whole word of somebody's name. */
export function isWordOfName(word: string, people: readonly KnownPerson[]): boolean {
  let known = wordsOf.get(people);
  if (known === undefined) {
    known = new Set(people.flatMap((one) => wordsOfName(one.name)));
    wordsOf.set(people, known);
  }
  return known.has(normaliseName(word));
}

const isPartOf = (word: string, name: string): boolean => wordsOfName(name).includes(normaliseName(word));

/** Words before a name that are no part of the story. */
const LEADS = new Set(
  'sesi catat log dengan dgn dg sama sm bersama bareng utk untuk buat ke nama nm warga kpm with for no nomor'.split(
    ' ',
  ),
);
const JOINS = new Set(['dan', '&', 'dn', 'and', '+', 'serta']);

const isHonorific = (word: string): boolean => HONORIFICS.has(word.toLowerCase().replaceAll('.', ''));

interface NameAnywhere extends NameFound {
  /** Index of the name's first word. */
  readonly from: number;
  /** Indexes of words that only lead to the name ("dengan"). */
  readonly leads: readonly number[];
}

/**
 * The person in the words of a line. At the beginning, behind a mark (a word such as the kind) and behind "bu" or "pak"
 * a name is taken; one that merely occurs deeper in the text is asked about, because notes mention people, too.
 * @param marks indexes of words that are no part of names.
 */
export function findPersonAnywhere(
  words: readonly string[],
  people: readonly KnownPerson[],
  marks: ReadonlySet<number> = new Set(),
): NameAnywhere {
  const isLead = (at: number): boolean => LEADS.has((words[at] ?? '').toLowerCase().replace(/[:#]$/, ''));
  let first = 0;
  while (first < words.length && (marks.has(first) || isLead(first))) first++;
  const leads = words.flatMap((_, at) => (at < first && isLead(at) ? [at] : []));
  const listed = (word: string): string => word.replace(/^(?:#|no\.?)(?=\d)/i, '');
  const runAt = (from: number): readonly string[] => {
    let end = from;
    const isPart = (at: number) => !marks.has(at) && !JOINS.has((words[at] ?? '').toLowerCase());
    while (end < words.length && end - from < longestName && isPart(end)) end++;
    return words.slice(from, end).map((word, at) => (at === 0 ? listed(word) : word));
  };
  const head = first < words.length ? findPerson(runAt(first), people) : undefined;
  const others = findElsewhere(words, people, marks, first + (head?.used ?? 0), runAt);

  if (head === undefined || head.person.kind === 'missing')
    return { person: { kind: 'missing' }, used: 0, from: 0, leads: [] };
  const at = { from: first, leads };
  if (head.person.kind === 'found') {
    const { id, name } = head.person;
    const typed = runAt(first).slice(0, head.used);
    const next = words[first + head.used]?.toLowerCase() ?? '';
    const joined = JOINS.has(next) ? findPerson(runAt(first + head.used + 1), people).person : undefined;
    const isNamed =
      /^\d/.test(typed[0] ?? '') || typed.some((word) => !isHonorific(word) && isPartOf(word, name));
    // "kas rapi" begins like Kasman and is a note.
    const isDoubtful = !isNamed && runAt(first).length > head.used;
    const rivals = [
      ...(joined?.kind === 'found' ? [joined] : []),
      ...(isNamed ? [] : others.flatMap((one) => (one.person.kind === 'found' ? [one.person] : []))),
    ].filter((one) => one.id !== id);
    if (rivals.length === 0 && !isDoubtful) return { ...head, ...at };
    const candidates = [head.person, ...rivals].map((one) => ({ id: one.id, label: one.name }));
    const spoken = joined?.kind === 'found' ? [...typed, next, joined.name] : typed;
    // What is not sure to be the name stays in the note.
    return {
      person: { kind: 'several', typed: spoken.join(' '), candidates },
      used: isNamed ? head.used : 0,
      ...at,
    };
  }
  const strong = others.filter((one) => one.isStrong);
  const [best] = strong;
  if (best !== undefined && strong.every((one) => idOf(one.person) === idOf(best.person)))
    return { person: best.person, used: best.used, from: best.from, leads };
  if (head.person.kind === 'several') return { ...head, ...at };
  const found = others.flatMap((one) =>
    one.person.kind === 'found'
      ? [{ id: one.person.id, label: one.person.name }]
      : one.person.kind === 'several'
        ? one.person.candidates
        : [],
  );
  const candidates = [...new Map(found.map((one) => [one.id, one])).values()];
  const [weak] = others;
  if (weak === undefined || candidates.length === 0)
    return { ...head, ...at, used: runAt(first).length > 1 ? 0 : 1 };
  return {
    person: { kind: 'several', typed: words.slice(weak.from, weak.from + weak.used).join(' '), candidates },
    used: others.length > 1 ? 0 : weak.used,
    from: weak.from,
    leads,
  };
}

const idOf = (person: PersonPart): string =>
  person.kind === 'found'
    ? person.id
    : person.kind === 'several'
      ? person.candidates.map((one) => one.id).join(' ')
      : '';

/** Whole names and whole words of names from a place on. */
function findElsewhere(
  words: readonly string[],
  people: readonly KnownPerson[],
  marks: ReadonlySet<number>,
  start: number,
  runAt: (from: number) => readonly string[],
) {
  const found: { person: PersonPart; used: number; from: number; isStrong: boolean }[] = [];
  for (let from = start; from < words.length; ) {
    const honorifics = isHonorific(words[from] ?? '') && !marks.has(from) ? 1 : 0;
    const word = words[from + honorifics] ?? '';
    const isName = !marks.has(from) && isWordOfName(word, people);
    const run = isName ? findPerson(runAt(from), people) : undefined;
    if (run === undefined || run.person.kind === 'unknown' || run.person.kind === 'missing') {
      from++;
      continue;
    }
    found.push({ person: run.person, used: run.used, from, isStrong: honorifics > 0 || marks.has(from - 1) });
    from += run.used;
  }
  return found;
}
