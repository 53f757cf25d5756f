/**
 * Numbers as Indonesians write and type them. Rules of reading, in this order:
 * 1. `.` and `,` both present: the last one is the decimal mark, the other groups by three (`1.250,50`, `1,250.50`).
 * 2. one mark used several times: it groups by three (`1.250.000`, `1,250,000`).
 * 3. one dot before exactly three digits: thousands (`1.250` = 1250), unless the number begins with 0 (`0.125`).
 * 4. any other single mark is the decimal one (`1,2` = `1.2`, `1,250` = 1.25).
 * Groups of another length (`1.2.3`, `12.50,5`) cannot be read.
 */
import type { Lang } from './locale.ts';
import { lowerInPlace } from './match.ts';

const FORMATS: Readonly<Record<Lang, Intl.NumberFormat>> = {
  id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
};

/** `1.250` or `1,250`; at most two decimals. */
export function formatNumber(value: number, lang: Lang): string {
  return FORMATS[lang].format(Object.is(value, -0) ? 0 : value);
}

/** Reads one number, with a sign if it has one. Undefined when it is no number by the rules above. */
export function parseNumber(text: string): number | undefined {
  const signed = /^([-+\u2212]?)\s*(\d+(?:[.,]\d+)*|\d{1,3}(?: \d{3})+|[.,]\d+)$/u.exec(text.trim());
  if (signed === null) return undefined;
  const digits = (signed[2] ?? '').replaceAll(' ', '');
  const value = readUnsigned(/^[.,]/u.test(digits) ? `0${digits}` : digits);
  return value === undefined || signed[1] === '' || signed[1] === '+' ? value : 0 - value;
}

function readUnsigned(digits: string): number | undefined {
  const marks = digits.replaceAll(/\d/gu, '');
  const last = marks.at(-1);
  if (last === undefined) return Number(digits);
  const others = [...marks.slice(0, -1)];
  if (others.length === 0) {
    const isGrouped = last === '.' && /^[1-9]\d{0,2}\.\d{3}$/u.test(digits);
    return Number(isGrouped ? digits.replace('.', '') : digits.replace(',', '.'));
  }
  if (others.every((mark) => mark === last)) return isGroupedBy(digits, last) ? ungrouped(digits) : undefined;
  const group = others[0] ?? '';
  const cut = digits.lastIndexOf(last);
  if (others.some((mark) => mark !== group) || !isGroupedBy(digits.slice(0, cut), group)) return undefined;
  return Number(`${ungrouped(digits.slice(0, cut))}.${digits.slice(cut + 1)}`);
}

const isGroupedBy = (digits: string, mark: string): boolean =>
  digits.split(mark).every((group, index) => (index === 0 ? /^\d{1,3}$/u : /^\d{3}$/u).test(group));

const ungrouped = (digits: string): number => Number(digits.replaceAll(/[.,]/gu, ''));

/** A count or an amount in whole units: here `,` before exactly three digits groups too (`500,000`). Never negative. */
export function parseCount(text: string): number | undefined {
  const digits = text.trim();
  if (/^\d{1,3}(?:[.,]\d{3})+$/u.test(digits) && !digits.startsWith('0') && !/\..*,|,.*\./u.test(digits)) {
    return ungrouped(digits);
  }
  const value = parseNumber(digits);
  return value === undefined || !Number.isSafeInteger(value) || value < 0 ? undefined : value;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  setengah: 0.5,
  half: 0.5,
  satu: 1,
  one: 1,
  dua: 2,
  two: 2,
  tiga: 3,
  three: 3,
  empat: 4,
  four: 4,
  lima: 5,
  five: 5,
  enam: 6,
  six: 6,
  tujuh: 7,
  seven: 7,
  delapan: 8,
  eight: 8,
  sembilan: 9,
  nine: 9,
  sepuluh: 10,
  ten: 10,
  sebelas: 11,
  seratus: 100,
  'dua ratus': 200,
  'tiga ratus': 300,
  'empat ratus': 400,
  'lima ratus': 500,
};

/** Alternatives of a regular expression, longest first. */
export const NUMBER_WORD = Object.keys(NUMBER_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A number in digits or as one of the few words people use before a unit (`dua`, `setengah`). */
export function parseQuantity(text: string): number | undefined {
  return NUMBER_WORDS[lowerInPlace(text.trim())] ?? parseNumber(text);
}
