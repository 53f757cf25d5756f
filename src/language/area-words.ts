/** How people write the names of areas: kinds (`kec.`, `kab`), short forms (`jateng`, `jaksel`), spelling. */
import type { AreaLevel } from './area-data.ts';

/** What the word before (or, in English, behind) a name says about its kind. `city`: kab/kota that is a kota. */
export type AreaKind = Exclude<AreaLevel, 'country'> | 'city' | 'kabupaten';

const KIND_WORDS: ReadonlyMap<string, AreaKind> = new Map(
  (
    [
      ['province', 'prov provinsi propinsi province'],
      ['kabupaten', 'kab kabupaten regency'],
      ['city', 'kota kotamadya kodya city'],
      ['district', 'kec kecamatan kcmtn distrik kapanewon kemantren district'],
      ['village', 'desa ds kel kelurahan kalurahan gampong gampung nagari pekon village'],
    ] as const
  ).flatMap(([kind, words]) => words.split(' ').map((word): [string, AreaKind] => [word, kind])),
);

const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['dki', 'jakarta'],
  ['dki jakarta', 'jakarta'],
  ['diy', 'yogyakarta'],
  ['jogja', 'yogyakarta'],
  ['jogjakarta', 'yogyakarta'],
  ['yogya', 'yogyakarta'],
  ['ntb', 'nusa tenggara barat'],
  ['ntt', 'nusa tenggara timur'],
  ['babel', 'kepulauan bangka belitung'],
  ['bangka belitung', 'kepulauan bangka belitung'],
  ['kepri', 'kepulauan riau'],
  ['malut', 'maluku utara'],
  ['jabar', 'jawa barat'],
  ['jateng', 'jawa tengah'],
  ['jatim', 'jawa timur'],
  ['sumut', 'sumatera utara'],
  ['sumbar', 'sumatera barat'],
  ['sumsel', 'sumatera selatan'],
  ['kalbar', 'kalimantan barat'],
  ['kalteng', 'kalimantan tengah'],
  ['kalsel', 'kalimantan selatan'],
  ['kaltim', 'kalimantan timur'],
  ['kaltara', 'kalimantan utara'],
  ['sulut', 'sulawesi utara'],
  ['sulteng', 'sulawesi tengah'],
  ['sulsel', 'sulawesi selatan'],
  ['sultra', 'sulawesi tenggara'],
  ['sulbar', 'sulawesi barat'],
  ['jakpus', 'jakarta pusat'],
  ['jakut', 'jakarta utara'],
  ['jakbar', 'jakarta barat'],
  ['jaksel', 'jakarta selatan'],
  ['jaktim', 'jakarta timur'],
  ['tangsel', 'tangerang selatan'],
  ['bdg', 'bandung'],
  ['sby', 'surabaya'],
  ['smg', 'semarang'],
  ['solo', 'surakarta'],
]);

/** Words that are part of official names only. */
const OFFICIAL =
  /^(?:(?:kabupaten|kota) )?(?:administrasi )|^daerah (?:khusus ibukota|khusus|istimewa) |^(?:kabupaten|kota) /u;

function tidy(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’‘`´"]/gu, '')
    .replaceAll(/[^\p{L}\p{N},]+/gu, ' ')
    .replaceAll(/\bkep\b/gu, 'kepulauan')
    .replaceAll(/ ?, ?/gu, ',')
    .trim();
}

/** A published name as it is compared: `Kota Administrasi Jakarta Pusat` → `jakartapusat`. */
export function areaKey(name: string): string {
  return compact(tidy(name).replaceAll(',', ' ').replace(OFFICIAL, ''));
}

const compact = (text: string): string => text.replaceAll(' ', '');

/** One way to understand a typed name. */
export interface AreaGuess {
  readonly key: string;
  readonly kind?: AreaKind;
}

/** Cuts `desa sukamaju, kec. cilodong kota depok` into its areas, the smallest first. */
export function splitPlace(text: string): string[] {
  const kinds = [...KIND_WORDS.keys()].filter(
    (word) => !/^(?:regency|city|district|village|province)$/u.test(word),
  );
  return tidy(text)
    .replaceAll(new RegExp(` (?=(?:${kinds.join('|')}) )`, 'gu'), ',')
    .split(',')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
}

/** The ways to understand one segment of `splitPlace`, the likeliest first. */
export function guessArea(segment: string): AreaGuess[] {
  const words = segment.split(' ');
  const before = words.length > 1 ? KIND_WORDS.get(words[0] ?? '') : undefined;
  const behind = words.length > 1 ? KIND_WORDS.get(words.at(-1) ?? '') : undefined;
  const whole: AreaGuess = { key: toKey(segment) };
  if (before !== undefined) {
    const named: AreaGuess = { key: toKey(words.slice(1).join(' ')), kind: before };
    return before === 'city' ? [named, whole] : [named];
  }
  if (behind !== undefined) return [{ key: toKey(words.slice(0, -1).join(' ')), kind: behind }, whole];
  return [whole];
}

const toKey = (words: string): string => compact(SHORT_FORMS.get(words) ?? words.replace(/^dki /u, ''));
