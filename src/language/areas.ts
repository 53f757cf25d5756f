/**
 * The areas of Indonesia by Kemendagri code (`33`, `33.74`, `33.74.01`, `33.74.01.1001`; `ID` is the whole country):
 * what they are called, what lies in what, and which one is meant by a typed name. Knows nothing of who works where.
 */
import { type AreaLevel, type AreaRow, findRow, levelOf, rowsOf } from './area-data.ts';
import { type AreaGuess, areaKey, guessArea, splitPlace } from './area-words.ts';
import { forgiven, slips } from './likeness.ts';
import type { Lang } from './locale.ts';

export type { AreaLevel } from './area-data.ts';
export { levelOf } from './area-data.ts';

/** True for `ID` and for every code that the data knows. */
export const isArea = (code: string): boolean => code === 'ID' || findRow(code) !== undefined;

/** True when `code` is `area` or lies in it, by the codes alone. */
export const isWithin = (code: string, area: string): boolean =>
  area === 'ID' || code === area || code.startsWith(`${area}.`);

/** The codes around a code, itself first: `33.74.01` → `33.74.01`, `33.74`, `33`, `ID`. */
export function areasAround(code: string): string[] {
  if (code === 'ID') return ['ID'];
  const parts = code.split('.');
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('.')), 'ID'];
}

/** `Kota Semarang`, `Kec. Gayamsari`, `Kel. Pekunden`; in English `Semarang City`. A code we do not know names itself. */
export function areaName(code: string, lang: Lang = 'id'): string {
  if (code === 'ID') return 'Indonesia';
  const row = findRow(code);
  return row === undefined ? code : nameOf(row, lang);
}

function nameOf({ code, name }: AreaRow, lang: Lang): string {
  switch (levelOf(code)) {
    case 'regency': {
      const [, kind = '', own = name] = /^(Kabupaten|Kota)(?: Administrasi)? (.+)$/u.exec(name) ?? [];
      if (lang === 'en') return `${own} ${kind === 'Kota' ? 'City' : 'Regency'}`;
      return `${kind === 'Kota' ? 'Kota' : 'Kab.'} ${own}`;
    }
    case 'district':
      return lang === 'en' ? `${name} District` : `Kec. ${name}`;
    case 'village':
      if (lang === 'en') return `${name} Village`;
      return `${code.at(9) === '1' ? 'Kel.' : 'Desa'} ${name}`;
    default:
      return name.replace(/^Daerah Khusus Ibukota /u, 'DKI ').replace(/^Daerah Istimewa /u, 'DI ');
  }
}

/** `Desa X, Kec. Y, Kab. Z`; a kab/kota or kecamatan is followed by what it lies in; a province stands alone. */
export function areaPath(code: string, lang: Lang = 'id'): string {
  const around = areasAround(code).filter((area) => area !== 'ID' || code === 'ID');
  const shown = around.length === 4 ? around.slice(0, 3) : around;
  return shown.map((area) => areaName(area, lang)).join(', ');
}

/** Reads a code with or without its dots. Undefined when there is no such area. */
export function parseAreaCode(text: string): string | undefined {
  const typed = text.trim().toUpperCase();
  const digits = typed.replaceAll('.', '');
  const dotted = /^\d+$/u.test(digits)
    ? [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
        .filter((part) => part !== '')
        .join('.')
    : typed;
  return isArea(dotted) ? dotted : undefined;
}

export interface FoundArea {
  readonly code: string;
  readonly level: AreaLevel;
  /** 1 the name itself, 0.8 its beginning, less for typing slips. All results of one search share a tier. */
  readonly score: number;
}

export interface AreaSearch {
  /** Look only inside this area. Desa are looked up only inside a kab/kota or kecamatan, named here or in the text. */
  readonly within?: string;
  readonly level?: Exclude<AreaLevel, 'country'>;
  readonly limit?: number;
}

/**
 * The areas that a typed place may mean, best first, larger areas before smaller: `kec. lowokwaru`, `lowokwaru malang`,
 * `desa sukamaju kec cilodong`, `jaksel`, `33.74`. Forgives slips; a wider name that cannot be found gives nothing.
 */
export function findAreas(text: string, { within = 'ID', level, limit = 5 }: AreaSearch = {}): FoundArea[] {
  const code = parseAreaCode(text);
  if (code !== undefined) {
    const fits = isWithin(code, within) && (level === undefined || levelOf(code) === level);
    return fits ? [{ code, level: levelOf(code) ?? 'country', score: 1 }] : [];
  }
  const segments = splitPlace(text);
  const [smallest] = segments;
  if (smallest === undefined) return [];
  let scopes = [within];
  for (const wider of segments.slice(1).reverse()) {
    scopes = resolve(wider, scopes, undefined).map((found) => found.code);
  }
  return resolve(smallest, scopes, level).slice(0, limit);
}

function resolve(segment: string, scopes: readonly string[], level: AreaSearch['level']): FoundArea[] {
  const found = findIn(segment, scopes, level);
  return found[0]?.score === 1 ? found : (findSplit(segment, scopes, level) ?? found);
}

/** `lowokwaru malang`: the last words name a province or kab/kota, the first something inside it. */
function findSplit(
  segment: string,
  scopes: readonly string[],
  level: AreaSearch['level'],
): FoundArea[] | undefined {
  const words = segment.split(' ');
  for (let cut = 1; cut < words.length; cut += 1) {
    const wider = findIn(words.slice(cut).join(' '), scopes, undefined).filter(
      (area) => area.score === 1 && (area.level === 'province' || area.level === 'regency'),
    );
    if (wider.length === 0) continue;
    const codes = wider.map((area) => area.code);
    const found = findIn(words.slice(0, cut).join(' '), codes, level).filter(
      ({ code }) => !codes.includes(code),
    );
    if (found.length > 0) return found;
  }
  return undefined;
}

function findIn(segment: string, scopes: readonly string[], level: AreaSearch['level']): FoundArea[] {
  const found = new Map<string, FoundArea>();
  for (const guess of guessArea(segment)) {
    for (const scope of scopes) {
      for (const area of search(guess, scope, level)) {
        if ((found.get(area.code)?.score ?? 0) < area.score) found.set(area.code, area);
      }
    }
  }
  const ranked = [...found.values()].sort(
    (a, b) => b.score - a.score || a.code.length - b.code.length || (a.code < b.code ? -1 : 1),
  );
  return ranked.filter((area) => area.score === ranked[0]?.score);
}

const SEARCHED = ['province', 'regency', 'district', 'village'] as const;

function search({ key, kind }: AreaGuess, scope: string, level: AreaSearch['level']): FoundArea[] {
  const wanted = kind === 'city' || kind === 'kabupaten' ? 'regency' : kind;
  if (key === '' || (level !== undefined && wanted !== undefined && level !== wanted)) return [];
  const found: FoundArea[] = [];
  for (const each of SEARCHED) {
    if ((level ?? wanted ?? each) !== each) continue;
    if (each === 'village' && scope.length < 5) continue;
    for (const row of indexOf(each, scope)) {
      if (kind === 'city' && !row.name.startsWith('Kota ')) continue;
      if (kind === 'kabupaten' && !row.name.startsWith('Kabupaten ')) continue;
      const score = scoreKey(key, row.key);
      if (score > 0) found.push({ code: row.code, level: each, score });
    }
  }
  return found;
}

function scoreKey(typed: string, key: string): number {
  if (typed === key) return 1;
  if (typed.length > 2 && key.startsWith(typed)) return 0.8;
  const count = slips(typed, key, forgiven(typed.length));
  return count === undefined ? 0 : 0.7 - count / 10;
}

interface IndexedRow extends AreaRow {
  readonly key: string;
}

const indexes = new Map<(typeof SEARCHED)[number], readonly IndexedRow[]>();
const withKey = (row: AreaRow): IndexedRow => ({ ...row, key: areaKey(row.name) });

/** Rows of a level inside a scope. Levels above desa are indexed once; desa are read kab/kota by kab/kota. */
function indexOf(level: (typeof SEARCHED)[number], scope: string): readonly IndexedRow[] {
  if (level === 'village') return rowsOf('village', scope.length === 13 ? scope : `${scope}.`).map(withKey);
  const all = indexes.get(level) ?? rowsOf(level).map(withKey);
  indexes.set(level, all);
  return scope === 'ID' ? all : all.filter(({ code }) => isWithin(code, scope));
}
