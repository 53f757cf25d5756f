/**
 * Reads a typed target or report in any order: `sessions 33.74 2026 900`, `900 sesi kota semarang tw4 apbn`. Knows
 * neither store nor rights; names the words it could not read.
 */
import { findAreas, parseAreaCode } from '../language/areas.ts';
import { matchNames } from '../language/name.ts';
import { parseCount } from '../language/number.ts';
import { parsePeriod } from './period.ts';
import { type Funding, isFunding, isProgramme } from './target.ts';

export interface ParsedTarget {
  readonly indicator?: string;
  readonly programme?: string;
  readonly period?: string;
  readonly funding?: Funding;
  readonly area?: string;
  /** Person id. */
  readonly person?: string;
  readonly number?: number;
  readonly percent?: number;
  readonly source?: string;
  /** What could not be read. */
  readonly unread: string;
}

export interface ParseContext {
  readonly today: string;
  /** Ids with the words by which people call them, in both languages. */
  readonly indicators: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** Facilitators of the actor's area who may be named. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly area: string }[];
  /** The area inside which names of places are looked for. */
  readonly within: string;
}

const areaShape = /^(?:id|nasional|\d{2}(?:\.\d{2}(?:\.\d{2}(?:\.\d{4})?)?)?)$/iu;

/** An indicator as typed: its id, or its name in either language, singular words compared one to one. */
export function findIndicator(typed: string, indicators: ParseContext['indicators']): string | undefined {
  const text = typed.trim().toLowerCase();
  return indicators.find(({ id, names }) => id === text || names.some((name) => name.toLowerCase() === text))
    ?.id;
}

const readArea = (word: string): string | undefined => {
  const code = /^nasional$/iu.test(word) ? 'ID' : word;
  return areaShape.test(word) ? parseAreaCode(code) : undefined;
};

/** The longest run of words that `read` takes, and what is left. */
function takeRun<T>(
  words: readonly string[],
  read: (text: string) => T | undefined,
): { readonly value: T; readonly rest: readonly string[] } | undefined {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const value = read(words.slice(at, at + length).join(' '));
      if (value !== undefined) return { value, rest: [...words.slice(0, at), ...words.slice(at + length)] };
    }
  }
  return undefined;
}

export function parseTarget(typed: string, context: ParseContext): ParsedTarget {
  const cut = /(?:^|\s)(?:sumber|source)[: ]\s*(.+)$/isu.exec(typed);
  const source = cut?.[1]?.trim();
  let words: readonly string[] = (cut === null ? typed : typed.slice(0, cut.index))
    .split(/[\s,;]+/u)
    .filter((word) => word !== '');
  const take = <T>(read: (text: string) => T | undefined): T | undefined => {
    const found = takeRun(words, read);
    if (found !== undefined) words = found.rest;
    return found?.value;
  };
  const indicator = take((text) => findIndicator(text, context.indicators));
  const funding = take((text) =>
    isFunding(text.toUpperCase()) ? (text.toUpperCase() as Funding) : undefined,
  );
  const programme = take((text) => (isProgramme(text.toLowerCase()) ? text.toLowerCase() : undefined));
  const percent = take((text) => {
    const found = /^(\d{1,4}(?:[.,]\d+)?) ?%$/u.exec(text);
    return found === null ? undefined : Number((found[1] ?? '').replace(',', '.'));
  });
  const period = take((text) => parsePeriod(text, context.today));
  const dotted = take((text) => (text.includes('.') || /^\D+$/u.test(text) ? readArea(text) : undefined));
  const numbers = words.filter((word) => parseCount(word) !== undefined);
  // `33` is a province when another number stands beside it.
  const bare =
    dotted === undefined && (numbers.length > 1 || percent !== undefined) ? take(readArea) : undefined;
  const number =
    percent === undefined ? take((text) => (/^\d/u.test(text) ? parseCount(text) : undefined)) : undefined;
  const person = take((text) => {
    if (text.length < 3 || findAreas(text, { within: context.within, limit: 1 })[0]?.score === 1)
      return undefined;
    const match = matchNames(text, context.people);
    return match.kind === 'exact' ? match.candidate : undefined;
  });
  const named =
    dotted === undefined && bare === undefined
      ? take((text) => {
          const [best] = findAreas(text, { within: context.within, limit: 1 });
          return best !== undefined && best.score >= 0.8 ? best.code : undefined;
        })
      : undefined;
  // A facilitator's number is a part of the kab/kota's, unless a kecamatan is named.
  const area = dotted ?? bare ?? named ?? person?.area.split('.').slice(0, 2).join('.');
  return {
    ...(indicator === undefined ? {} : { indicator }),
    ...(funding === undefined ? {} : { funding }),
    ...(programme === undefined ? {} : { programme }),
    ...(period === undefined ? {} : { period }),
    ...(area === undefined ? {} : { area }),
    ...(person === undefined ? {} : { person: person.id }),
    ...(number === undefined ? {} : { number }),
    ...(percent === undefined ? {} : { percent }),
    ...(source === undefined ? {} : { source }),
    unread: words.join(' '),
  };
}
