/**
 * Rupiah: always whole, never negative when read. A bare number is money only where the caller asked for money; inside
 * a line (`matchMoney`) it needs `Rp` or a unit.
 */
import type { Lang } from './locale.ts';
import { END, isMisfit, lowerInPlace, type Match, type Misfit, matchAt, NUMBER, readWhole } from './match.ts';
import { formatNumber, NUMBER_WORD, parseCount, parseQuantity } from './number.ts';

export type MoneyFault = 'negative' | 'not-whole' | 'unreadable';

const UNIT_SIZES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['rb', 'rbu', 'ribu', 'rebu', 'rbuan', 'ribuan', 'k'].map((unit) => [unit, 1e3])),
  ...Object.fromEntries(['jt', 'jta', 'juta', 'jutaan', 'million'].map((unit) => [unit, 1e6])),
  ...Object.fromEntries(['m', 'mlyr', 'milyar', 'miliar', 'milyard', 'billion'].map((unit) => [unit, 1e9])),
};
const UNIT = Object.keys(UNIT_SIZES)
  .sort((a, b) => b.length - a.length)
  .join('|');
const AMOUNT = `(?:(?<digits>${NUMBER}) ?|(?<word>${NUMBER_WORD}) |(?<one>se)(?=ribu|juta|mil[iy]ar))(?<unit>${UNIT})(?:-?an)?(?:${END}|(?=${NUMBER} ?(?:rb|ribu|k)${END}))`;
const FIRST = new RegExp(String.raw`(?<sign>[-\u2212] ?|minus )?(?<rp>(?:rp|idr)\.? ?)?${AMOUNT}`, 'yu');
const NEXT = new RegExp(` ?${AMOUNT}`, 'yu');
/** "Rp5 100 pekerja" is five rupiah and a hundred workers, not five thousand one hundred rupiah. */
const COUNTED =
  'pekerja|karyawan|pegawai|orang|org|kk|kpm|jiwa|peserta|anak|kali|hari|minggu|bulan|menit|mnt|jam|kg|unit|buah|workers?|people|persons?|times|days|minutes|hours';
const PLAIN = new RegExp(
  String.raw`(?<sign>[-\u2212] ?|minus )?(?:rp|idr)\.? ?(?<sign2>[-\u2212])?(?<digits>[1-9]\d{0,2}(?: \d{3}(?!\d| ?(?:${COUNTED})))+|${NUMBER})(?:,-)?(?: rupiah)?${END}`,
  'yu',
);
const RUPIAH = new RegExp(
  String.raw`(?<sign>[-\u2212] ?|minus )?(?<digits>${NUMBER})(?:,-)? ?rupiah${END}`,
  'yu',
);

/** `Rp1.250.000`; in English `Rp1,250,000`. */
export function formatMoney(rupiah: number, lang: Lang = 'id'): string {
  return `${rupiah < 0 ? '-' : ''}Rp${formatNumber(Math.abs(rupiah), lang)}`;
}

/** Reads an amount of money at one place of a line that is already in lower case. `2m` means two miliar. */
export function matchMoney(lower: string, at: number): Match<number> | Misfit<MoneyFault> | undefined {
  const found = matchUnits(lower, at) ?? matchPlain(lower, at);
  if (found === undefined || isMisfit(found)) return found;
  const rest = matchAt(/ rupiah(?![\p{L}\p{N}])/uy, lower, found.end);
  return rest === undefined ? found : { ...found, end: found.end + rest[0].length };
}

/** `1,2jt`, `500 ribu`, `1 juta 250 ribu`, `setengah juta`, `Rp 1,5 juta`. */
function matchUnits(lower: string, at: number): Match<number> | Misfit<MoneyFault> | undefined {
  const first = matchAt(FIRST, lower, at);
  if (first === undefined) return undefined;
  let end = at + first[0].length;
  if (first.groups?.sign !== undefined) return { end, why: 'negative' };
  let total = amountOf(first);
  let smallest = UNIT_SIZES[first.groups?.unit ?? ''] ?? 0;
  for (let next = matchAt(NEXT, lower, end); next !== undefined; next = matchAt(NEXT, lower, end)) {
    const size = UNIT_SIZES[next.groups?.unit ?? ''] ?? 0;
    if (size >= smallest) break;
    total = total === undefined ? undefined : sum(total, amountOf(next));
    smallest = size;
    end += next[0].length;
  }
  const half = matchAt(new RegExp(` setengah${END}`, 'yu'), lower, end);
  if (half !== undefined) {
    total = sum(total, smallest / 2);
    end += half[0].length;
  }
  return toWhole(total, end);
}

const sum = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? undefined : a + b;

function amountOf(match: RegExpExecArray): number | undefined {
  const { digits, word, unit } = match.groups ?? {};
  const quantity = digits === undefined && word === undefined ? 1 : parseQuantity(digits ?? word ?? '');
  return quantity === undefined ? undefined : quantity * (UNIT_SIZES[unit ?? ''] ?? Number.NaN);
}

function matchPlain(lower: string, at: number): Match<number> | Misfit<MoneyFault> | undefined {
  const found = matchAt(PLAIN, lower, at) ?? matchAt(RUPIAH, lower, at);
  if (found === undefined) return undefined;
  const end = at + found[0].length;
  if (found.groups?.sign !== undefined || found.groups?.sign2 !== undefined) return { end, why: 'negative' };
  const digits = (found.groups?.digits ?? '').replaceAll(' ', '');
  return toWhole(parseCount(digits) ?? parseQuantity(digits), end);
}

function toWhole(amount: number | undefined, end: number): Match<number> | Misfit<MoneyFault> {
  if (amount === undefined) return { end, why: 'unreadable' };
  const whole = Math.round(amount);
  if (!Number.isSafeInteger(whole)) return { end, why: 'unreadable' };
  return Math.abs(amount - whole) > 1e-3 ? { end, why: 'not-whole' } : { end, value: whole };
}

/** Reads an answer that should be an amount of money; here a bare number will do. Whole rupiah, never negative. */
export function parseMoney(text: string): number | undefined {
  const bare = /^(\d[\d., ]*?)(?:,-)?$/u.exec(lowerInPlace(text.trim()))?.[1];
  if (bare !== undefined) return parseCount(bare.replaceAll(/(?<=\d) (?=\d{3}(?!\d))/gu, ''));
  return readWhole(text, (lower) => matchMoney(lower, 0));
}
