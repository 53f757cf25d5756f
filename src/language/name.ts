/** Names of people as they are compared and looked up: without titles, degrees and spelling habits. Knows no store. */
import { forgiven, slips } from './likeness.ts';

/** Forms of address and titles that stand before a name. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  (
    'bu ibu bunda pak bapak bpk bp mbak mba mbk mas mang sdr sdri sdra saudara saudari hj hjh haji hajjah h kh ky kyai ' +
    'ust ustad ustadz ustadzah ny nyonya nn nona tn tuan mak emak mbah eyang kakek nenek pakde paklik bude bulik om tante ' +
    'kang kak kakak teh teteh bang abang dik adik prof dr drs dra drg drh ir mr mrs ms miss alm almh almarhum almarhumah'
  ).split(' '),
);

const DEGREES = new Set(
  (
    'ssos se sh st sp spt sip sap spd spdi sag skom ssi shum sthi shi sei ssy skm skep ssn ssiap sikom stp spsi spsikologi ' +
    'sst strsos strkes strkeb strkep str sstr mkes mkesos msi mm mh mt mp ma mpd mpdi mag mkom mhum mmpd msc mpsi mps mpssp ' +
    'mba mpa map mikom mei amd amdkep amdkeb amdkom amdsos ama ns phd ners apt spog lc sesos bsc ba'
  ).split(' '),
);

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

/**
 * `Bu Siti Aminah, S.Sos` → `siti aminah`; `Moh. Ma'ruf` → `moh maruf`. A name that is nothing but a title keeps it.
 * Two spellings of one name stay two: what is like a name is found by `matchNames`.
 */
export function normaliseName(name: string): string {
  const [first = '', ...segments] = name.split(',');
  const kept = [first, ...segments.filter((segment) => !segment.trim().split(/\s+/u).every(isDegree))].join(
    ' ',
  );
  const isShouted = kept === kept.toUpperCase();
  const words = kept.trim().split(/\s+/u);
  while (words.length > 1 && isTrailingDegree(words.at(-1) ?? '', isShouted)) words.pop();
  const plainWords = words.flatMap(toWords);
  let start = 0;
  while (start < plainWords.length - 1 && HONORIFICS.has(plainWords[start] ?? '')) start += 1;
  return plainWords.slice(start).join(' ');
}

const isDegree = (word: string): boolean => letters(word) === '' || DEGREES.has(letters(word));

/** Without a comma only what is plainly a degree goes: written with dots, or in capitals behind an ordinary name. */
function isTrailingDegree(word: string, isShouted: boolean): boolean {
  if (!isDegree(word)) return false;
  return /\p{L}\.\p{L}/u.test(word) || (!isShouted && word.length > 1 && word === word.toUpperCase());
}

function toWords(word: string): string[] {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’‘`´]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

/** Spellings of one name that people use for each other. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  [
    ['muhammad', 'mohammad mohamad muhamad mohamed moh muh mohd muhd mhd md m'],
    ['abdul', 'abd abdl'],
    ['ahmad', 'achmad akhmad ahmat'],
    ['siti', 'sitti st'],
    ['nur', 'noor nor'],
  ].flatMap(([name = '', spellings = '']) =>
    spellings.split(' ').map((spelling): [string, string] => [spelling, name]),
  ),
);

const canonical = (word: string): string => VARIANTS.get(word) ?? word;

/** 1 the whole name; 0.9 whole words of it; 0.8 beginnings of its words; below that, typing slips. */
export interface ScoredName<T> {
  readonly candidate: T;
  readonly score: number;
}

/**
 * `exact`: only this one can be meant. `close`: only this one is near, so ask before storing. `several`: best first,
 * to be asked with buttons.
 */
export type NameMatch<T> =
  | { readonly kind: 'exact' | 'close'; readonly candidate: T }
  | { readonly kind: 'several'; readonly candidates: readonly ScoredName<T>[] }
  | { readonly kind: 'none' };

/** More words than these do not help to tell people apart. */
const MOST_WORDS = 6;

const remembered = new Map<string, readonly string[]>();
const mostRemembered = 10_000;

/** One line compares the same names many times, and so does the next line of the same facilitator. */
export function wordsOfName(name: string): readonly string[] {
  let words = remembered.get(name);
  if (words === undefined) {
    if (remembered.size >= mostRemembered) remembered.clear();
    words = normaliseName(name)
      .split(' ')
      .slice(0, MOST_WORDS + 2);
    remembered.set(name, words);
  }
  return words;
}

/** Finds who is meant among a few hundred people at most. `limit` bounds `several` (default 5). */
export function matchNames<T extends { readonly name: string }>(
  typed: string,
  candidates: readonly T[],
  { limit = 5 }: { limit?: number } = {},
): NameMatch<T> {
  const words = normaliseName(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  if (words.length === 0) return { kind: 'none' };
  const score = (by: (typed: readonly string[], name: readonly string[]) => number) =>
    candidates
      .map((candidate) => ({ candidate, score: by(words, wordsOfName(candidate.name)) }))
      .filter((one) => one.score > 0)
      .sort((a, b) => b.score - a.score || (a.candidate.name < b.candidate.name ? -1 : 1));
  // A slip never rivals what is spelt right, so slips are looked for only where nothing is.
  const spelt = score(scoreSpelt);
  const scored = spelt.length > 0 ? spelt : score(typoScore);
  const [best] = scored;
  if (best === undefined) return { kind: 'none' };

  // One word that is somebody's whole name may as well be short for another's, so both are offered.
  const tier = best.score === 1 && words.length === 1 ? 0.9 : tierOf(best.score);
  const rivals = scored.filter(({ score }) => score >= tier);
  if (rivals.length > 1) return { kind: 'several', candidates: rivals.slice(0, limit) };
  return { kind: best.score >= 0.8 ? 'exact' : 'close', candidate: best.candidate };
}

const tierOf = (score: number): number => [1, 0.9, 0.8].find((tier) => score >= tier) ?? 0;

function scoreSpelt(typed: readonly string[], name: readonly string[]): number {
  if (typed.join('') === name.join('')) return 1;
  if (typed.length > name.length) return 0;
  if (fits(typed, name, (a, b) => canonical(a) === canonical(b)))
    return typed.length === name.length ? 0.95 : 0.9;
  if (fits(typed, name, (a, b) => b.startsWith(a) || canonical(a) === canonical(b))) return 0.8;
  return 0;
}

function typoScore(typed: readonly string[], name: readonly string[]): number {
  const joined = typed.join('');
  const whole = slips(joined, name.join(''), forgiven(joined.length));
  if (whole !== undefined) return 0.7 - whole / 10;
  if (typed.length > name.length) return 0;
  let worst = 0;
  const isNear = (a: string, b: string): boolean => {
    if (b.startsWith(a) || canonical(a) === canonical(b)) return true;
    const count = slips(a, b, forgiven(a.length)) ?? slips(a, b.slice(0, a.length), a.length < 6 ? 0 : 1);
    worst = Math.max(worst, count ?? 0);
    return count !== undefined;
  };
  return fits(typed, name, isNear) ? 0.6 - worst / 10 : 0;
}

/** Each typed word stands for another word of the name, in any order (a matching by augmenting paths). */
function fits(
  typed: readonly string[],
  name: readonly string[],
  isLike: (a: string, b: string) => boolean,
): boolean {
  const owners = new Map<number, number>();
  const place = (word: number, tried: Set<number>): boolean =>
    name.some((candidate, index) => {
      if (tried.has(index) || !isLike(typed[word] ?? '', candidate)) return false;
      tried.add(index);
      const owner = owners.get(index);
      if (owner !== undefined && !place(owner, tried)) return false;
      owners.set(index, word);
      return true;
    });
  return typed.every((_, word) => place(word, new Set()));
}
