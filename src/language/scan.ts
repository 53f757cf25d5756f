/**
 * Finds what can be recognised in a line of field work, in any order: a date, a duration, money, a count of people,
 * quoted words. It does not know commands or names: the words left over are the caller's.
 */
import { type DateContext, matchDate } from './date-match.ts';
import { matchDuration } from './duration.ts';
import { END, isMisfit, lowerInPlace, type Match, type Misfit, matchAt, NUMBER } from './match.ts';
import { matchMoney } from './money.ts';
import { NUMBER_WORD, parseCount, parseQuantity } from './number.ts';
import { findUnread, type Unread } from './scan-unread.ts';

export type { Unread } from './scan-unread.ts';

interface Place {
  /** As typed. */
  readonly text: string;
  readonly start: number;
  /** Place behind the last character. */
  readonly end: number;
}

export type LinePart = Place &
  (
    | { readonly kind: 'date'; readonly date: string }
    | { readonly kind: 'duration'; readonly minutes: number }
    /** `label` is the word before, in lower case and in its usual spelling (`omset` → `omzet`). */
    | { readonly kind: 'money'; readonly rupiah: number; readonly label?: string }
    | { readonly kind: 'people'; readonly count: number }
    | { readonly kind: 'quoted'; readonly value: string }
  );

export interface Scan {
  /** In the order of the line. Of a kind there may be several; the caller decides whether that is right. */
  readonly parts: readonly LinePart[];
  /** The other words in order, without the punctuation around them; bare numbers are among them. */
  readonly rest: readonly string[];
  /** `rest` with places, for `textOf`. */
  readonly words: readonly Place[];
  /** What looks like a part and cannot be one; not in `parts` and not in `rest`. */
  readonly unread: readonly Unread[];
}

type Reading = Match<(place: Place) => LinePart> | Misfit | undefined;

/** Reads one line. `prefer` as in `parseDate`: `past` for what was done, `future` for plans. */
export function scanLine(text: string, context: DateContext): Scan {
  const lower = lowerInPlace(text).replaceAll(/\s/gu, ' ');
  const parts: LinePart[] = [];
  const words: Place[] = [];
  const unread: Unread[] = [];
  const place = (start: number, end: number): Place => ({ text: text.slice(start, end), start, end });

  for (let at = nextWord(lower, 0); at < lower.length; at = nextWord(lower, at)) {
    const found = isAddressNumber(lower, at)
      ? undefined
      : (readPart(lower, text, at, { ...context, isFirst: words.length === 0 }) ?? findUnread(lower, at));
    const end = found?.end ?? wordEnd(lower, at);
    if (found === undefined) words.push(place(at, end));
    else if (isMisfit(found)) unread.push({ ...place(at, end), kind: found.kind, why: found.why });
    else parts.push(found.value(place(at, end)));
    at = end;
  }
  return { parts, rest: words.map((word) => word.text), words, unread };
}

/** The words as one text with the punctuation between neighbours, as for a note. */
export function textOf(line: string, words: readonly Place[]): string {
  let text = '';
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    const gap = before === undefined ? '' : line.slice(before.end, word.start);
    text += (/^[^\p{L}\p{N}]*$/u.test(gap) ? gap : ' ') + word.text;
  }
  return text;
}

/** Punctuation around a word that is none of its own. */
const nextWord = (lower: string, at: number): number => {
  const gap = matchAt(/(?:[\s,;!?()[\]{}]|[.:](?=\s|$)|[-–—•*](?=\s|$)|[±~](?=\s?\d))+/uy, lower, at);
  return at + (gap?.[0].length ?? 0);
};

const wordEnd = (lower: string, at: number): number => {
  const word =
    matchAt(/[^\s;!?()[\]{},]+(?:(?<=\d),(?=\d)[^\s;!?()[\]{},]+)*/uy, lower, at)?.[0] ??
    lower.slice(at, at + 1);
  return at + (word.replace(/[.:]+$/u, '').length || word.length);
};

type FoundMisfit = Misfit & Pick<Unread, 'kind'>;
type Found = Match<(place: Place) => LinePart> | FoundMisfit;

interface PartContext extends DateContext {
  /** No word of the line is left over so far: what begins here may be a person's name. */
  readonly isFirst: boolean;
}

const before = (lower: string, at: number): string => lower.slice(Math.max(0, at - 12), at).trimEnd();

/** "RT 03/05" is neither a date nor an amount. */
const isAddressNumber = (lower: string, at: number): boolean =>
  /(?:^|\s)(?:rt|rw|rt\/rw|no|nomor|blok)\.?$/u.test(before(lower, at));

function readPart(lower: string, text: string, at: number, context: PartContext): Found | undefined {
  return (
    readQuoted(lower, text, at) ??
    as(
      'duration',
      readWith(matchDuration(lower, at), (minutes) => (place) => ({ ...place, kind: 'duration', minutes })),
    ) ??
    as(
      'people',
      readWith(matchPeople(lower, at), (count) => (place) => ({ ...place, kind: 'people', count })),
    ) ??
    as('date', readDate(lower, at, context)) ??
    as('money', readMoney(lower, at, context.isFirst))
  );
}

function as(kind: Unread['kind'], reading: Reading): Found | undefined {
  return reading !== undefined && isMisfit(reading) ? { ...reading, kind } : reading;
}

function readWith<T>(
  found: Match<T> | Misfit | undefined,
  make: (value: T) => (place: Place) => LinePart,
): Reading {
  return found === undefined || isMisfit(found) ? found : { end: found.end, value: make(found.value) };
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"”', '“': '”"', '”': '”"', '„': '“”"', '«': '»' };

/** A quote that is never closed reaches to the end of the line. */
function readQuoted(lower: string, text: string, at: number): Found | undefined {
  const closing = CLOSING[lower[at] ?? ''];
  if (closing === undefined) return undefined;
  let close = at + 1;
  while (close < lower.length && !closing.includes(lower[close] ?? ' ')) close += 1;
  const value = text.slice(at + 1, close).trim();
  if (value === '') return undefined;
  return { end: Math.min(close + 1, lower.length), value: (place) => ({ ...place, kind: 'quoted', value }) };
}

/** A weekday that belongs to a habit ("setiap senin") or "minggu" as a week ("minggu ini") is no date. */
function readDate(lower: string, at: number, context: DateContext): Reading {
  const previous = before(lower, at);
  if (/(?:^|\s)(?:setiap|tiap|tiap2|per|every|each)$/u.test(previous)) return undefined;
  if (matchAt(/(?:minggu|mgg|pekan) ini/uy, lower, at) !== undefined) return undefined;
  if (/(?:^|\s)(?:\d+|ini)$/u.test(previous) && matchAt(/minggu/uy, lower, at) !== undefined)
    return undefined;
  return readWith(matchDate(lower, at, context), (date) => (place) => ({ ...place, kind: 'date', date }));
}

const PEOPLE = new RegExp(
  `(${NUMBER}|${NUMBER_WORD}) ?(?:orang|orng|orag|ornag|org|peserta|people|persons?|participants?|jiwa)${END}`,
  'yu',
);

function matchPeople(lower: string, at: number): Match<number> | Misfit | undefined {
  const found = matchAt(PEOPLE, lower, at);
  if (found === undefined) return undefined;
  const end = at + found[0].length;
  const count = parseCount(found[1] ?? '') ?? parseQuantity(found[1] ?? '');
  return count !== undefined && Number.isSafeInteger(count)
    ? { end, value: count }
    : { end, why: 'not-whole' };
}

/** Words that name an amount, each with the spelling that callers get. */
const LABELS: ReadonlyMap<string, string> = new Map(
  (
    'omzet:omset,omzett,omset2,omzt,turnover,revenue,sales;laba:profit,untung,keuntungan;modal:capital,mdl;biaya:cost,ongkos;' +
    'pendapatan:penghasilan,income;pengeluaran:belanja,expenses;harga:price;tabungan:nabung,savings;utang:hutang,debt;' +
    'cicilan:angsuran;gaji:upah,wage;rugi:loss;bantuan:aid;bsimu:;kas:cash'
  )
    .split(';')
    .flatMap((row) => {
      const [name = '', spellings = ''] = row.split(':');
      return [name, ...spellings.split(',').filter((each) => each !== '')].map((each): [string, string] => [
        each,
        name,
      ]);
    }),
);
const LABEL = new RegExp(
  String.raw`(?:(${[...LABELS.keys()].sort((a, b) => b.length - a.length).join('|')})(?:nya)?|([\p{L}]+)(?=[:=])) ?[:=]? ?(?:(?:sekitar|sktr|kira-kira|kira2|kurang lebih|krg lbh|rata-rata|about|approx|±|~)\.? ?)?`,
  'yu',
);
/** Behind these a bare number may be a year, a score or a count. */
const NEEDS_UNIT: ReadonlySet<string> = new Set(['harga', 'bantuan', 'bsimu', 'kas']);
const BARE = new RegExp(
  `(-?)(${NUMBER})${END}(?! ?(?:kg|kali|buah|unit|hari|kk|anak|bungkus|porsi|persen|%))`,
  'yu',
);

/**
 * Behind a known label a bare number is money too, unless it is so small that its unit must be missing. "modal 90m" is
 * a topic and ninety minutes. Untung is a man's name as well as a profit.
 */
function readMoney(lower: string, at: number, isFirst: boolean): Reading {
  const label = matchAt(LABEL, lower, at);
  if (label === undefined || (isFirst && label[1] === 'untung'))
    return toMoney(matchMoney(lower, at), undefined);
  const amountAt = at + label[0].length;
  const name = LABELS.get(label[1] ?? '') ?? label[2];
  if (matchDuration(lower, amountAt) !== undefined) return undefined;
  const found = matchMoney(lower, amountAt);
  if (found !== undefined) return toMoney(found, name);
  const bare = name === undefined || NEEDS_UNIT.has(name) ? undefined : matchAt(BARE, lower, amountAt);
  if (bare === undefined || label[1] === undefined) return undefined;
  const end = amountAt + bare[0].length;
  if (bare[1] === '-') return { end, why: 'negative' };
  const rupiah = parseCount(bare[2] ?? '');
  if (rupiah === undefined || (rupiah > 0 && rupiah < 1000)) return { end, why: 'no-unit' };
  return toMoney({ end, value: rupiah }, name);
}

function toMoney(found: Match<number> | Misfit | undefined, label: string | undefined): Reading {
  const named = label === undefined ? {} : { label };
  return readWith(found, (rupiah) => (place) => ({ ...place, kind: 'money', rupiah, ...named }));
}
