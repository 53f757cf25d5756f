/** Reads one line such as `siti mentoring 90m kas rapi, omzet 1,2jt`: parts in any order, among the facilitator's people. */
import { matchNames } from '../language/name.ts';
import { type LinePart, scanLine, textOf } from '../language/scan.ts';
import type { SessionKind } from './session.ts';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

export type PersonPart =
  | { readonly kind: 'found'; readonly id: string; readonly name: string }
  /** Several may be meant, or only one that is merely near: asked before anything is stored. */
  | {
      readonly kind: 'several';
      readonly typed: string;
      readonly candidates: readonly { readonly id: string; readonly label: string }[];
    }
  | { readonly kind: 'unknown'; readonly typed: string }
  | { readonly kind: 'missing' };

export interface ParsedSession {
  readonly person: PersonPart;
  readonly kind?: SessionKind;
  readonly minutes?: number;
  /** `YYYY-MM-DD`; absent means today. */
  readonly date?: string;
  /** Whole rupiah. */
  readonly turnover: number | null;
  readonly note: string;
  /** Parts that were recognised and cannot be right, as typed. */
  readonly unread: readonly {
    readonly text: string;
    readonly part: 'date' | 'duration' | 'money' | 'people' | 'quantity';
  }[];
}

/** How the kinds are typed, slips included. */
const kindWords: Readonly<Record<string, SessionKind>> = {
  bimtek: 'bimtek',
  bintek: 'bimtek',
  pelatihan: 'bimtek',
  training: 'bimtek',
  mentoring: 'mentoring',
  mentor: 'mentoring',
  mentorin: 'mentoring',
  mntoring: 'mentoring',
  mentring: 'mentoring',
  pendampingan: 'mentoring',
  inkubasi: 'inkubasi',
  inkubator: 'inkubasi',
  inkubsi: 'inkubasi',
  incubation: 'inkubasi',
};

/** Names have at most this many words in a log line. */
const longestName = 4;

const isTurnover = (part: LinePart): boolean =>
  part.kind === 'money' && (part.label === undefined || /^(omzet|pendapatan|turnover)$/.test(part.label));

interface NameFound {
  readonly person: PersonPart;
  /** How many of the words are the name. */
  readonly used: number;
}

/** The person at the beginning of the words: a list number, or the longest run of words that is somebody's name. */
function findPerson(words: readonly string[], people: readonly KnownPerson[]): NameFound {
  const [first] = words;
  if (first === undefined) return { person: { kind: 'missing' }, used: 0 };
  if (/^\d{1,3}[.)]?$/.test(first)) {
    const listed = people[Number.parseInt(first, 10) - 1];
    if (listed !== undefined) return { person: { kind: 'found', id: listed.id, name: listed.name }, used: 1 };
  }
  let second: NameFound | undefined;
  for (let used = Math.min(longestName, words.length); used > 0; used--) {
    const typed = words.slice(0, used).join(' ');
    const match = matchNames(typed, people, { limit: 6 });
    if (match.kind === 'exact')
      return { person: { kind: 'found', id: match.candidate.id, name: match.candidate.name }, used };
    if (match.kind === 'close') {
      const label = match.candidate.name;
      second ??= {
        person: { kind: 'several', typed, candidates: [{ id: match.candidate.id, label }] },
        used,
      };
    }
    if (match.kind === 'several') {
      const candidates = match.candidates.map(({ candidate }) => ({
        id: candidate.id,
        label: candidate.name,
      }));
      if (second === undefined || used === 1)
        second = { person: { kind: 'several', typed, candidates }, used };
    }
  }
  return second ?? { person: { kind: 'unknown', typed: first }, used: 1 };
}

/** @param context.people the facilitator's people in the order of their list. */
export function parseSession(
  line: string,
  context: { people: readonly KnownPerson[]; today: string },
): ParsedSession {
  const scan = scanLine(line, { today: context.today, prefer: 'past' });
  const unread: ParsedSession['unread'][number][] = scan.unread.map((one) => ({
    text: one.text,
    part: one.kind,
  }));
  const kindAt = scan.rest.findIndex((word) => kindWords[word.toLowerCase()] !== undefined);
  const kind = kindAt < 0 ? undefined : kindWords[scan.rest[kindAt]?.toLowerCase() ?? ''];
  const words = scan.words.filter((_, at) => at !== kindAt);
  const candidates = kindAt > 0 ? words.slice(0, kindAt) : words;
  const found = findPerson(
    candidates.map((word) => word.text),
    context.people,
  );

  const dates = scan.parts.flatMap((part) => (part.kind === 'date' ? [part] : []));
  const durations = scan.parts.flatMap((part) => (part.kind === 'duration' ? [part] : []));
  const money = scan.parts.flatMap((part) => (part.kind === 'money' && isTurnover(part) ? [part] : []));
  for (const extra of [...dates.slice(1), ...durations.slice(1), ...money.slice(1)]) {
    if (extra.kind !== 'money' || money.length > 1) unread.push({ text: extra.text, part: extra.kind });
  }
  const kept = scan.parts.filter(
    (part) => part.kind === 'people' || (part.kind === 'money' && !isTurnover(part)),
  );
  const quoted = scan.parts.flatMap((part) => (part.kind === 'quoted' ? [part.value] : []));
  const rest = [...words.slice(found.used), ...kept].sort((a, b) => a.start - b.start);
  const note = [textOf(line, rest).trim(), ...quoted].filter((text) => text !== '').join(', ');
  const [date] = dates;
  const [duration] = durations;
  return {
    person: found.person,
    ...(kind === undefined ? {} : { kind }),
    ...(duration === undefined ? {} : { minutes: duration.minutes }),
    ...(date === undefined ? {} : { date: date.date }),
    turnover: money[0]?.rupiah ?? null,
    note,
    unread,
  };
}
