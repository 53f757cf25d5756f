/** Reads one line such as `budi pangan "beras habis" darurat`: who, which sector, what happened, in any order. */
import { findPersonAnywhere } from '../language/name-anywhere.ts';
import type { KnownPerson, PersonPart } from '../language/name-in-line.ts';
import type { CaseKind, Sector } from './case.ts';
import { guessSector, isUrgentWord, toKind, toSector } from './typed-words.ts';

export interface ParsedReferral {
  readonly person: PersonPart;
  readonly kind: CaseKind;
  readonly sector?: Sector;
  readonly urgent: boolean;
  /** Empty when the line says nothing but a name and a sector. */
  readonly story: string;
}

/** @param people the facilitator's people in the order of their list. */
export function parseReferral(line: string, people: readonly KnownPerson[]): ParsedReferral {
  const quoted = [...line.matchAll(/["“”„«]([^"“”»]+)(?:["“”»]|$)/gu)].map((one) => (one[1] ?? '').trim());
  const plain = line.replaceAll(/["“”„«][^"“”»]+(?:["“”»]|$)/gu, ' ');
  const words = plain.split(/[\s,;]+/u).filter((word) => word !== '');
  let sector: Sector | undefined;
  let kind: CaseKind | undefined;
  let urgent = false;
  const rest: string[] = [];
  for (const word of words) {
    const bare = word.replace(/[.:!]+$/u, '');
    const named = sector === undefined ? toSector(bare) : undefined;
    const typedKind = kind === undefined ? toKind(bare) : undefined;
    if (isUrgentWord(bare)) urgent = true;
    else if (named !== undefined) sector = named;
    else if (typedKind !== undefined) kind = typedKind;
    else rest.push(word);
  }
  const found = findPersonAnywhere(rest, people);
  const told = rest.filter(
    (_, at) => !found.leads.includes(at) && (at < found.from || at >= found.from + found.used),
  );
  const story = [...quoted, told.join(' ')].filter((text) => text !== '').join(', ');
  sector ??= guessSector(story);
  return {
    person: found.person,
    kind: kind ?? 'need',
    ...(sector === undefined ? {} : { sector }),
    urgent,
    story,
  };
}
