/**
 * Finds numbers that look like a NIK or a family-card number in what a person typed, so that they can be sealed before
 * anything else sees the text. Must not judge whether a number is genuine: the date inside one may be wrong by right.
 */

/** A 16-digit number; `start` and `end` are positions in the text as given, `digits` are plain ASCII. */
export interface IdentityNumber {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly kind: 'nik-or-kk';
}

const LENGTH = 16;
const SHOWN = 4;
/** Marks that do not show or sit on the digit before them: zero-width signs, keycaps. */
const INVISIBLE = /[\p{Cf}\p{M}]/u;
/** What people put between the groups of a number. */
const SEPARATOR = /[\p{Zs}\t./_·\p{Pd}−]/u;
const LINE_BREAK = /[\r\n\u2028\u2029]/u;
/** More signs than this in a row are a new column or a new sentence. */
const LONGEST_GAP = 4;
/** A date with its times has 16 digits too: 23-11-2026 08.00-10.00. */
const DATE = /(?<!\d)\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d{2}(?!\d)[^\d]/u;

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** What stands before it: nothing usable, separators, or a line break among them. */
  readonly gap: 'far' | 'near' | 'line';
}

/**
 * All such numbers, in order, never overlapping. Groups of digits joined by spaces, dots, dashes or line breaks count as
 * one number when they make exactly 16; a run of 15 or 17 digits does not.
 */
export function findIdentityNumbers(text: string): IdentityNumber[] {
  const groups = splitGroups(text);
  const found: IdentityNumber[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = findEnd(groups, first);
    if (last === undefined) continue;
    const span = groups.slice(first, last + 1);
    if (span.length > 1 && DATE.test(text.slice(groups[first]?.start, groups[last]?.end))) continue;
    found.push({
      start: groups[first]?.start ?? 0,
      end: groups[last]?.end ?? 0,
      digits: span.map((group) => group.digits).join(''),
      kind: 'nik-or-kk',
    });
    first = last;
  }
  return found;
}

/** The last four digits behind twelve dots: `••••••••••••0009`. */
export function maskIdentity(digits: string): string {
  return '•'.repeat(Math.max(0, digits.length - SHOWN)) + digits.slice(-SHOWN);
}

function splitGroups(text: string): Group[] {
  const groups: Group[] = [];
  let digits = '';
  let start = 0;
  let end = 0;
  let gap: Group['gap'] = 'far';
  let gapLength = 0;
  const close = (): void => {
    if (digits !== '') groups.push({ start, end, digits, gap });
    digits = '';
  };
  let at = 0;
  for (const character of text) {
    const digit = toDigit(character);
    if (digit !== undefined) {
      if (digits === '') start = at;
      digits += digit;
      end = at + character.length;
    } else if (!INVISIBLE.test(character)) {
      if (digits !== '') {
        close();
        gap = 'near';
        gapLength = 0;
      }
      gapLength += 1;
      if (LINE_BREAK.test(character)) gap = gap === 'far' ? 'far' : 'line';
      else if (!SEPARATOR.test(character) || gapLength > LONGEST_GAP) gap = 'far';
    }
    at += character.length;
  }
  close();
  return groups;
}

/**
 * Where a number that begins at this group ends. On one line, all joined groups must make 16 together or the whole
 * written number is something else, unless a group alone has 16; across lines a number may start or end at a break.
 */
function findEnd(groups: readonly Group[], first: number): number | undefined {
  const opening = groups[first];
  if (opening === undefined) return undefined;
  if (opening.digits.length === LENGTH) return first;
  if (opening.gap === 'near' && groups[first - 1]?.digits.length !== LENGTH) return undefined;
  let length = 0;
  for (let at = first; at < groups.length; at += 1) {
    const group = groups[at];
    if (group === undefined || (at > first && group.gap === 'far')) return undefined;
    length += group.digits.length;
    if (length > LENGTH) return undefined;
    const next = groups[at + 1];
    const ends = next === undefined || next.gap !== 'near' || next.digits.length === LENGTH;
    if (length === LENGTH && ends) return at;
  }
  return undefined;
}

function toDigit(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  if (!/\p{Nd}/u.test(character)) return undefined;
  const normal = character.normalize('NFKC');
  if (normal >= '0' && normal <= '9') return normal;
  return String(digitValue(character.codePointAt(0) ?? 0));
}

/** Decimal digits stand in runs of ten, the first being zero: count back to where the run begins. */
function digitValue(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
