/**
 * Words of a line that look like a date, a duration, money or a count and can be none: they are named to the person
 * rather than kept as a note. Words that merely contain digits (`5kg`, `rt03`) are left alone.
 */
import { matchDuration } from './duration.ts';
import { slips } from './likeness.ts';
import { type Misfit, matchAt } from './match.ts';

export interface Unread {
  /** As typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it looks like; `quantity` when only a unit is unknown. */
  readonly kind: 'date' | 'duration' | 'money' | 'people' | 'quantity';
  /**
   * `no-such-day`, `other-weekday`, `which-day` (a date); `negative`, `not-whole`, `unreadable`, `no-unit` (an amount);
   * `unknown-unit`; `range`.
   */
  readonly why: string;
}

const WORD_END = String.raw`(?=[\s,;!?()]|[.:](?:\s|$)|$)`;
const DATE_SHAPE = new RegExp(
  String.raw`\d{1,4}(?:/\d{1,4}){1,2}${WORD_END}|\d{1,4}-\d{1,2}-\d{1,4}${WORD_END}`,
  'yu',
);
const RANGE = new RegExp(
  String.raw`\d+(?:[.,]\d+)?-\d+(?:[.,]\d+)? ?(rb|ribu|jt|juta|m|mnt|menit|jam|j|orang|org)${WORD_END}`,
  'yu',
);
const WITH_UNIT = new RegExp(String.raw`(-?)(\d+(?:[.,]\d+)*)(\p{L}{1,7})${WORD_END}`, 'yu');
const SPACED_UNIT = new RegExp(String.raw`(\d+(?:[.,]\d+)*) (\p{L}{4,7})${WORD_END}`, 'yu');

const UNITS: readonly (readonly [string, Unread['kind']])[] = [
  ...['mnt', 'menit', 'jam', 'minutes', 'hours'].map((unit) => [unit, 'duration'] as const),
  ...['rb', 'ribu', 'jt', 'juta', 'miliar', 'milyar'].map((unit) => [unit, 'money'] as const),
  ...['orang', 'peserta', 'people'].map((unit) => [unit, 'people'] as const),
];

/** Real units that are written onto a number and are no part of a log. */
const MEASURES = new Set(
  'kg kilo ons gr g mg ton km m2 cm mm l lt ltr liter ml th thn tahun bln bulan hr hari kk kpm rt rw pcs bks buah ekor unit kali an st nd rd th gb mb wa'.split(
    ' ',
  ),
);

type FoundUnread = Misfit & Pick<Unread, 'kind'>;

/** The unreadable part that begins at this place, if there is one. */
export function findUnread(lower: string, at: number): FoundUnread | undefined {
  const date = matchAt(DATE_SHAPE, lower, at);
  if (date !== undefined) return { end: at + date[0].length, kind: 'date', why: 'no-such-day' };
  const range = matchAt(RANGE, lower, at);
  if (range !== undefined)
    return { end: at + range[0].length, kind: kindOf(range[1] ?? '') ?? 'quantity', why: 'range' };
  return findMistypedUnit(lower, at);
}

function findMistypedUnit(lower: string, at: number): FoundUnread | undefined {
  const negative = lower[at] === '-' ? matchDuration(lower, at + 1) : undefined;
  if (negative !== undefined) return { end: negative.end, kind: 'duration', why: 'negative' };
  const glued = matchAt(WITH_UNIT, lower, at);
  if (glued !== undefined) {
    const unit = glued[3] ?? '';
    const end = at + glued[0].length;
    const kind = kindOf(unit);
    if (kind !== undefined) return { end, kind, why: kind === 'people' ? 'not-whole' : 'unknown-unit' };
    // "2x" is twice; "90x" is a slip of the finger for a unit.
    const isSlip = unit.length === 1 && !MEASURES.has(unit) && Number(glued[2]) >= 10;
    return isSlip ? { end, kind: 'quantity', why: 'unknown-unit' } : undefined;
  }
  const spaced = matchAt(SPACED_UNIT, lower, at);
  const kind = spaced === undefined ? undefined : kindOf(spaced[2] ?? '');
  return spaced === undefined || kind === undefined
    ? undefined
    : { end: at + spaced[0].length, kind, why: 'unknown-unit' };
}

function kindOf(unit: string): Unread['kind'] | undefined {
  if (MEASURES.has(unit)) return undefined;
  const once = unit.replaceAll(/(.)\1+/gu, '$1');
  return UNITS.find(
    ([known]) =>
      once === known || slips(unit, known, unit.length < 3 || known.length < 3 ? 0 : 1) !== undefined,
  )?.[1];
}
