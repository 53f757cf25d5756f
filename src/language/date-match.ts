/**
 * Reads the date at one place of a typed line: near days, weekdays, days of a month. Day first, always. It knows today's
 * date only from its caller.
 */
import { addDays, dateOf, dayOfWeek, monthOf } from './calendar.ts';
import { MONTH, monthNumber, WEEKDAY, WEEKDAY_WORD, weekdayNumber } from './date-words.ts';
import { END, type Match, type Misfit, matchAt } from './match.ts';
import { NUMBER_WORD, parseQuantity } from './number.ts';

export interface DateContext {
  /** The date where the person is. */
  readonly today: string;
  /** Which of two possible days is meant when no year or month is said: logs look back, plans ahead. Today is both. */
  readonly prefer: 'past' | 'future';
}

/** `no-such-day`: 32/11. `other-weekday`: "Senin, 3 Nov 2026" is a Tuesday. `which-day`: "minggu lalu" may be any day. */
export type DateFault = 'no-such-day' | 'other-weekday' | 'which-day';

type Reading = string | DateFault | undefined;
type Groups = readonly (string | undefined)[];

const FAULTS: ReadonlySet<string> = new Set<DateFault>(['no-such-day', 'other-weekday', 'which-day']);
const isFault = (reading: string): reading is DateFault => FAULTS.has(reading);

const AGO = '(?:(?:yang |yg )?(?:lalu|lewat)|ago)';
const AHEAD = '(?:lagi|(?:yang |yg )?akan datang|from now)';
const PART_OF_DAY = '(?: (?:tadi )?(?:pagi|siang|sore|malam|malem)| morning| afternoon| evening)?';
const COUNT = String.raw`(\d{1,3}|${NUMBER_WORD})`;
const YEAR = String.raw`(\d{4}|'?\d{2}(?! ?(?:orang|org|m|menit|mnt|jam|rb|ribu|jt|juta)(?![a-z])))`;
const LAST = '(?:lalu|kemarin|kemaren|kmrn|(?:yang |yg )?lalu|silam)';
const NEXT = '(?:depan|dpn|nanti|(?:yang |yg )?akan datang|besok)';
const ORDINAL = '(?:st|nd|rd|th)?';

const sticky = (source: string): RegExp => new RegExp(`(?:${source})${END}`, 'yu');

/** Forms in the order they are tried: a longer form stands before any that it begins with. */
const FORMS: readonly {
  readonly form: RegExp;
  readonly read: (groups: Groups, context: DateContext) => Reading;
}[] = [
  near(
    'kemarin lusa|kemarin dulu|kemaren dulu|kemaren lusa|kmrn dulu|kmrn lusa|(?:the )?day before yesterday',
    -2,
  ),
  near('(?:besok lusa|lusa|(?:the )?day after tomorrow)', 2),
  near(`(?:kemarin|kemaren|kmrn|kmren|kemrin|kmarin|kemarn|yesterday)${PART_OF_DAY}`, -1),
  near('(?:tadi malam|tadi malem|semalam|semalem|last night)', -1),
  near(
    `(?:hari|hr|hri) ini${PART_OF_DAY}|tadi${PART_OF_DAY}|td (?:pagi|siang|sore)|barusan|today|this morning`,
    0,
  ),
  near(`(?:besok|bsk|besuk|esok|esuk|tomorrow)${PART_OF_DAY}`, 1),
  away(`${COUNT} ?(?:hari|hr|days?) ${AGO}`, -1),
  away(`${COUNT} ?(?:minggu|mgg|pekan|weeks?) ${AGO}`, -7),
  away(`(?:dalam |in )?${COUNT} ?(?:hari|hr|days?) ${AHEAD}`, 1),
  away(`(?:dalam |in )?${COUNT} ?(?:minggu|mgg|pekan|weeks?) ${AHEAD}`, 7),
  away(`in ${COUNT} days?`, 1),
  away(`in ${COUNT} weeks?`, 7),
  near(`(?:seminggu|sepekan|a week) ${AGO}`, -7),
  near(`(?:seminggu|sepekan) ${AHEAD}|in a week`, 7),
  near(`sehari ${AGO}|a day ago`, -1),
  vague(
    `${COUNT} ?(?:bulan|bln|months?|tahun|thn|years?|jam|hours?) (?:${AGO}|${AHEAD})|sebulan ${AGO}|setahun ${AGO}`,
  ),
  {
    form: sticky(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`),
    read: ([y, m, d]) => dateOf(Number(y), Number(m), Number(d)) ?? 'no-such-day',
  },
  {
    form: sticky(
      String.raw`(?:(${WEEKDAY}),? )?(?:(?:tanggal|tgl|tg)\.? ?)?(\d{1,2})([/.-])(\d{1,2})\3(\d{4}|\d{2})`,
    ),
    read: ([weekday, d, , m, y], context) => readDay({ weekday, d, month: Number(m), y }, context),
  },
  {
    form: sticky(String.raw`(?:(${WEEKDAY}),? )?(?:(?:tanggal|tgl|tg)\.? ?)?(\d{1,2})/(\d{1,2})`),
    read: ([weekday, d, m], context) => readDay({ weekday, d, month: Number(m) }, context),
  },
  {
    form: sticky(
      String.raw`(?:(${WEEKDAY}),? )?(?:(?:tanggal|tgl|tg)\.? ?|the )?(\d{1,2})${ORDINAL}[ -]?(?:of )?(${MONTH})\.?(?:[ -]?${YEAR})?`,
    ),
    read: ([weekday, d, month, y], context) =>
      readDay({ weekday, d, month: monthNumber(month ?? ''), y }, context),
  },
  {
    form: sticky(
      String.raw`(?:(${WEEKDAY}),? )?(${MONTH})\.? (\d{1,2})${ORDINAL}(?:,? (\d{4}))?(?! ?(?:orang|org|jam|menit|mnt|rb|ribu|jt|juta))`,
    ),
    read: ([weekday, month, d, y], context) =>
      readDay({ weekday, d, month: monthNumber(month ?? ''), y }, context),
  },
  {
    form: sticky(String.raw`(?:tanggal|tgl|tg)\.? ?(\d{1,2}) (?:bulan|bln) (ini|lalu|kemarin|depan)`),
    read: ([d, which], { today }) =>
      dayOfMonth(today, which === 'ini' ? 0 : which === 'depan' ? 1 : -1, Number(d)) ?? 'no-such-day',
  },
  {
    form: sticky(String.raw`(?:(?:tanggal|tgl|tg)\.? ?(\d{1,2})|(?:on )?the (\d{1,2})(?:st|nd|rd|th))`),
    read: ([local, english], context) => nearestDayOfMonth(Number(local ?? english), context),
  },
  {
    form: sticky(`(?:hari )?(${WEEKDAY}) (?:minggu|mgg|pekan) (ini|${LAST}|${NEXT})`),
    read: ([word, which], { today }) => {
      const monday = addDays(today, -((dayOfWeek(today) + 6) % 7));
      const shift = which === 'ini' ? 0 : new RegExp(`^${NEXT}$`, 'u').test(which ?? '') ? 7 : -7;
      return addDays(monday, shift + ((weekdayNumber(word ?? '') + 6) % 7));
    },
  },
  vague(`(?:minggu|mgg|pekan|bulan|bln|tahun|thn) (?:${LAST}|${NEXT})|(?:last|next) (?:week|month|year)`),
  {
    form: sticky(`(?:(?:hari |hr )?(${WEEKDAY_WORD}) ${LAST}|last (${WEEKDAY}))`),
    read: ([local, english], { today }) => weekdayBefore(local ?? english, addDays(today, -1)),
  },
  {
    form: sticky(`(?:(?:hari |hr )?(${WEEKDAY_WORD}) ${NEXT}|next (${WEEKDAY}))`),
    read: ([local, english], { today }) => weekdayAfter(local ?? english, addDays(today, 1)),
  },
  {
    form: sticky(`(?:hari |hr |on )?(${WEEKDAY_WORD})(?! ini)`),
    read: ([word], { today, prefer }) =>
      prefer === 'past' ? weekdayBefore(word, today) : weekdayAfter(word, today),
  },
  {
    form: sticky(`(?:hari |hr )?(?!minggu|mgg)(${WEEKDAY}) ini|this (${WEEKDAY})`),
    read: ([local, english], { today }) =>
      addDays(today, ((weekdayNumber(local ?? english ?? '') + 6) % 7) - ((dayOfWeek(today) + 6) % 7)),
  },
];

function near(source: string, days: number) {
  return { form: sticky(source), read: (_: Groups, { today }: DateContext): Reading => addDays(today, days) };
}

function away(source: string, unit: number) {
  const read = ([count]: Groups, { today }: DateContext): Reading => {
    const days = (parseQuantity(count ?? '') ?? Number.NaN) * unit;
    return Number.isSafeInteger(days) ? addDays(today, days) : 'which-day';
  };
  return { form: sticky(source), read };
}

function vague(source: string) {
  return { form: sticky(source), read: (): Reading => 'which-day' };
}

interface TypedDay {
  readonly weekday: string | undefined;
  readonly d: string | undefined;
  readonly month: number;
  readonly y?: string | undefined;
}

function readDay({ weekday, d, month, y }: TypedDay, context: DateContext): Reading {
  const day = Number(d);
  const date =
    y === undefined ? nearestDay(month, day, context) : dateOf(toYear(y, context.today), month, day);
  if (date === undefined) return 'no-such-day';
  if (weekday === undefined || dayOfWeek(date) === weekdayNumber(weekday)) return date;
  return 'other-weekday';
}

/** Two digits mean the year that is at most 20 ahead of now, so `26` is 2026 and `85` is 1985. */
function toYear(typed: string, today: string): number {
  const digits = typed.replace("'", '');
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > Number(today.slice(0, 4)) + 20 ? year - 100 : year;
}

/** The day and month without a year; 29 February may be some years away. */
function nearestDay(month: number, day: number, { today, prefer }: DateContext): string | undefined {
  const step = prefer === 'past' ? -1 : 1;
  const thisYear = Number(today.slice(0, 4));
  for (let years = 0; years <= 8; years += 1) {
    const date = dateOf(thisYear + years * step, month, day);
    if (date !== undefined && (prefer === 'past' ? date <= today : date >= today)) return date;
  }
  return undefined;
}

function nearestDayOfMonth(day: number, { today, prefer }: DateContext): Reading {
  for (let months = 0; months <= 2; months += 1) {
    const date = dayOfMonth(today, prefer === 'past' ? -months : months, day);
    if (date !== undefined && (prefer === 'past' ? date <= today : date >= today)) return date;
  }
  return 'no-such-day';
}

function dayOfMonth(today: string, months: number, day: number): string | undefined {
  const [year = 0, month = 0] = monthOf(today).split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  return dateOf(Math.floor(index / 12), (index % 12) + 1, day);
}

function weekdayBefore(word: string | undefined, last: string): string {
  return addDays(last, -((dayOfWeek(last) - weekdayNumber(word ?? '') + 7) % 7));
}

function weekdayAfter(word: string | undefined, first: string): string {
  return addDays(first, (weekdayNumber(word ?? '') - dayOfWeek(first) + 7) % 7);
}

/** Reads the date at one place of a line that is already in lower case. */
export function matchDate(
  lower: string,
  at: number,
  context: DateContext,
): Match<string> | Misfit<DateFault> | undefined {
  for (const { form, read } of FORMS) {
    const found = matchAt(form, lower, at);
    const reading = found && read(found.slice(1), context);
    if (found === undefined || reading === undefined) continue;
    const end = at + found[0].length;
    return isFault(reading) ? { end, why: reading } : { end, value: reading };
  }
  return undefined;
}

/** Readings of a bare answer to the question which day: `3`, `3-11`. Inside a line these are numbers and ranges. */
export function readBareDay(text: string, context: DateContext): string | undefined {
  const found = /^(\d{1,2})(?:[-. ](\d{1,2}))?$/u.exec(text.trim());
  if (found === null) return undefined;
  const reading =
    found[2] === undefined
      ? nearestDayOfMonth(Number(found[1]), context)
      : readDay({ weekday: undefined, d: found[1], month: Number(found[2]) }, context);
  return reading === undefined || isFault(reading) ? undefined : reading;
}
