/** A planned visit: reading one typed line, and when a day of it may be chosen. Pure. */
import { addDays } from '../language/calendar.ts';
import { findPersonAnywhere } from '../language/name-anywhere.ts';
import type { KnownPerson, PersonPart } from '../language/name-in-line.ts';
import { scanLine, textOf } from '../language/scan.ts';

export type VisitState = 'planned' | 'done' | 'cancelled';

/** Plans further away than this are slips of the year. */
const furthestDays = 366;

export interface ParsedVisit {
  readonly person: PersonPart;
  /** `YYYY-MM-DD`; absent when none was typed. */
  readonly date?: string;
  /** Minute of the day; null where no time was typed. */
  readonly minute: number | null;
  readonly note: string;
  /** Parts that cannot be right, as typed. */
  readonly unread: readonly string[];
}

const clock =
  /(?<![\d.,/-])(?:\b(?:jam|pukul|pkl\.?|at)\s+)?([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d/-]|[.,]\d)(?:\s*(?:wib|wita|wit))?/iu;
const hour = /\b(?:jam|pukul|pkl\.?|at)\s+([01]?\d|2[0-3])\b(?:\s*(pagi|siang|sore|malam|am|pm))?/iu;

const withoutPart = (line: string, at: number, length: number): string =>
  `${line.slice(0, at)} ${line.slice(at + length)}`;

/** The time in a line, and the line without it. */
function takeTime(line: string): { readonly minute: number | null; readonly rest: string } {
  const exact = clock.exec(line);
  if (exact !== null)
    return {
      minute: Number(exact[1]) * 60 + Number(exact[2]),
      rest: withoutPart(line, exact.index, exact[0].length),
    };
  const rough = hour.exec(line);
  if (rough === null) return { minute: null, rest: line };
  const typed = Number(rough[1]);
  const afternoon =
    /^(sore|malam|pm)$/iu.test(rough[2] ?? '') || (/^siang$/iu.test(rough[2] ?? '') && typed < 4);
  return {
    minute: (typed < 12 && afternoon ? typed + 12 : typed) * 60,
    rest: withoutPart(line, rough.index, rough[0].length),
  };
}

/** Reads `siti jumat 09.00 bawa buku kas`, parts in any order. */
export function parseVisit(
  line: string,
  context: { readonly people: readonly KnownPerson[]; readonly today: string },
): ParsedVisit {
  const toDates = (text: string) => scanLine(text, { today: context.today, prefer: 'future' });
  const timed = takeTime(line);
  let scan = toDates(timed.rest);
  let { minute } = timed;
  let text = timed.rest;
  // `siti 3.11`: what could be a time is a date when the line has no other.
  if (minute !== null && !scan.parts.some((part) => part.kind === 'date')) {
    const whole = toDates(line);
    if (whole.parts.some((part) => part.kind === 'date')) {
      scan = whole;
      text = line;
      minute = null;
    }
  }
  const dates = scan.parts.flatMap((part) => (part.kind === 'date' ? [part] : []));
  const found = findPersonAnywhere(
    scan.words.map((word) => word.text),
    context.people,
  );
  const kept = scan.parts.filter((part) => part.kind !== 'date' && part.kind !== 'quoted');
  const quoted = scan.parts.flatMap((part) => (part.kind === 'quoted' ? [part.value] : []));
  const told = scan.words.filter(
    (_, at) => !found.leads.includes(at) && (at < found.from || at >= found.from + found.used),
  );
  const words = [...told, ...kept].sort((a, b) => a.start - b.start);
  const [date, ...more] = dates;
  return {
    person: found.person,
    ...(date === undefined ? {} : { date: date.date }),
    minute,
    note: [textOf(text, words).trim(), ...quoted].filter((one) => one !== '').join(', '),
    unread: [...scan.unread, ...more].map((one) => one.text),
  };
}

/** Reads a time alone: `09.00`, `9:30`, `jam 2 sore`; null for nothing typed, undefined when it is no time. */
export function parseTime(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '' || text === '-') return null;
  const { minute, rest } = takeTime(/^\d{1,2}$/u.test(text) ? `jam ${text}` : text);
  return rest.trim() === '' ? (minute ?? undefined) : undefined;
}

/** `09.00` in Indonesian, `09:00` in English. */
export const formatTime = (minute: number, lang: 'id' | 'en'): string => {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}${lang === 'id' ? '.' : ':'}${two(minute % 60)}`;
};

/** Whether a visit may be planned for that day. */
export const mayPlanFor = (date: string, today: string): boolean =>
  date >= today && date <= addDays(today, furthestDays);
