/** Finds who is meant at the beginning of a typed line, among a list of known people. */
import { areaName } from './areas.ts';
import { matchNames } from './name.ts';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** Tells people of one name apart when they are asked about. */
  readonly area?: string;
}

export type PersonPart =
  | { readonly kind: 'found'; readonly id: string; readonly name: string }
  /** Several may be meant, or only one that is merely near: asked before anything is stored. */
  | {
      readonly kind: 'several';
      readonly typed: string;
      readonly candidates: readonly { readonly id: string; readonly label: string }[];
    }
  | { readonly kind: 'unknown'; readonly typed: string }
  | { readonly kind: 'missing' };

/** Names have at most this many words in a log line. */
export const longestName = 4;

export interface NameFound {
  readonly person: PersonPart;
  /** How many of the words are the name. */
  readonly used: number;
}

/** The person at the beginning of the words: a list number, or the longest run of words that is somebody's name. */
export function findPerson(words: readonly string[], people: readonly KnownPerson[]): NameFound {
  const [first] = words;
  if (first === undefined) return { person: { kind: 'missing' }, used: 0 };
  if (/^\d{1,3}[.)]?$/.test(first)) {
    const listed = people[Number.parseInt(first, 10) - 1];
    if (listed !== undefined) return { person: { kind: 'found', id: listed.id, name: listed.name }, used: 1 };
  }
  let second: NameFound | undefined;
  // "siti 90" is a name and a number: names have no words without letters.
  const stop = words.findIndex((word, at) => at > 0 && !/\p{L}/u.test(word));
  const most = Math.min(longestName, stop < 0 ? words.length : stop);
  for (let used = most; used > 0; used--) {
    const typed = words.slice(0, used).join(' ');
    const match = matchNames(typed, people, { limit: 6 });
    if (match.kind === 'exact')
      return { person: { kind: 'found', id: match.candidate.id, name: match.candidate.name }, used };
    if (match.kind === 'close') {
      const label = match.candidate.name;
      second ??= {
        person: { kind: 'several', typed, candidates: [{ id: match.candidate.id, label }] },
        used,
      };
    }
    if (match.kind === 'several') {
      const candidates = match.candidates.map(({ candidate }) => toCandidate(candidate, people));
      if (second === undefined || used === 1)
        second = { person: { kind: 'several', typed, candidates }, used };
    }
  }
  return second ?? { person: { kind: 'unknown', typed: first }, used: 1 };
}

/** People of one name are told apart by list number and place. */
function toCandidate(one: KnownPerson, people: readonly KnownPerson[]): { id: string; label: string } {
  const isOnly = people.every((other) => other.id === one.id || other.name !== one.name);
  if (isOnly) return { id: one.id, label: one.name };
  const place = one.area === undefined ? '' : ` · ${areaName(one.area, 'id')}`;
  return { id: one.id, label: `${people.indexOf(one) + 1}. ${one.name}${place}` };
}
