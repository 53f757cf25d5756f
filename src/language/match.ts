/**
 * What the readers of typed numbers, money, durations and dates share: each tries to read its own form at a place in a
 * line and says where that form ends. Nothing here knows what the forms mean.
 */

/** A form found in a text: `end` is the place behind it. */
export interface Match<T> {
  readonly end: number;
  readonly value: T;
}

/** A form that can be recognised but stands for nothing, with the reason as a word for a text key. */
export interface Misfit<Why extends string = string> {
  readonly end: number;
  readonly why: Why;
}

export const isMisfit = (found: Match<unknown> | Misfit): found is Misfit => 'why' in found;

/** Behind a form: no letter or digit, and no separator that still belongs to a number. */
export const END = String.raw`(?![\p{L}\p{N}_%]|[.,/:-]\p{N})`;

/** A typed number, thousands and decimals in any of the usual ways. */
export const NUMBER = String.raw`\d+(?:[.,]\d+)*`;

/** Lower case that keeps every place of the text where it was. */
export function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (char) =>
    char.toLowerCase().length === char.length ? char.toLowerCase() : char,
  ).join('');
}

/** Runs a sticky expression at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Reads a text that should be one form and nothing else; blanks and closing punctuation around it do not count. */
export function readWhole<T>(
  text: string,
  read: (lower: string) => Match<T> | Misfit | undefined,
): T | undefined {
  const lower = lowerInPlace(text.replace(/\s+/gu, ' ').trim()).replace(/(?:[.,;!?]|,-)+$/u, '');
  const found = read(lower);
  return found === undefined || isMisfit(found) || found.end !== lower.length ? undefined : found.value;
}
