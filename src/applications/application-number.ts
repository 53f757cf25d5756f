/**
 * Numbers of applications such as `PRK-7F3K-9Q2X`: a programme's three letters, seven random characters and one that
 * checks the others. Letters are Crockford's (no I, L, O, U), so that a number survives being read aloud and copied.
 */

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const prefixLength = 3;
const randomLength = 7;
const length = prefixLength + randomLength + 1;

/** What people write for a letter that the alphabet does not have. */
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };
const fold = (char: string): string => alike[char] ?? char;
const toBits = (char: string): number => letters.indexOf(fold(char));

/** Multiplies by a primitive element of GF(32), so that every place of a number weighs differently. */
const times = (value: number): number => ((value << 1) & 31) ^ (value & 16 ? 5 : 0);

/** 0 for a right number: a wrong character, or two different ones swapped anywhere, gives something else. */
const checksum = (chars: string): number =>
  Array.from(chars).reduce((sum, char) => times(sum) ^ toBits(char), 0);

const show = (chars: string): string =>
  `${chars.slice(0, prefixLength)}-${chars.slice(prefixLength, 7)}-${chars.slice(7)}`;

/** Letters and digits of a typed text in capitals, whatever stands between them. */
const charsOf = (typed: string): string => typed.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '');

/** A new number. `random(n)` gives a whole number from 0 to n - 1. */
export function drawNumber(prefix: string, random: (n: number) => number): string {
  const body = Array.from({ length: randomLength }, () => letters[random(letters.length)]).join('');
  const chars = prefix + body;
  return show(chars + letters[times(checksum(chars))]);
}

/** Why a typed text is no number, told from the text alone. */
export type Misread = 'length' | 'prefix' | 'check';

export type ReadNumber =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'misread'; readonly why: Misread };

/** A prefix holds letters only: a digit there is a letter that looks like it. */
const readPrefix = (chars: string): string => chars.replaceAll('0', 'O').replaceAll(/[1I]/gu, 'L');

/** Reads a number kindly: lower case, other or no dashes, O for 0, I or L for 1. */
export function readNumber(typed: string, prefixes: readonly string[]): ReadNumber {
  const chars = charsOf(typed);
  if (chars.length !== length) return { kind: 'misread', why: 'length' };
  const prefix = readPrefix(chars.slice(0, prefixLength));
  if (!prefixes.includes(prefix)) return { kind: 'misread', why: 'prefix' };
  const whole = prefix + Array.from(chars.slice(prefixLength), fold).join('');
  return checksum(whole) === 0 ? { kind: 'number', number: show(whole) } : { kind: 'misread', why: 'check' };
}

const codeLength = 8;
const spoken = /(?<![0-9A-Z])(?:STATUS|CEK|PENGAJUAN|NOMOR|NO|NUMBER|KODE|CODE|DAN|AND)(?![0-9A-Z])\.?/gu;

export interface StatusLine {
  readonly number: ReadNumber;
  /** As typed; undefined when none follows the number. */
  readonly code: string | undefined;
  /** Whether what follows the number has the length of a code. */
  readonly codeFits: boolean;
}

/** Reads `PRK-7F3K-9Q2X ABCD-EFGH` in any spelling; undefined when nothing is typed. */
export function readStatusLine(typed: string, prefixes: readonly string[]): StatusLine | undefined {
  const chars = charsOf(typed.toUpperCase().replaceAll(spoken, ' '));
  if (chars === '') return undefined;
  const code = chars.slice(length);
  return {
    number: readNumber(chars.slice(0, length), prefixes),
    code: code === '' ? undefined : code,
    codeFits: code.length === codeLength,
  };
}

/** Whether a typed text has the length of a code. */
export const isCodeLike = (typed: string): boolean => charsOf(typed).length === codeLength;
