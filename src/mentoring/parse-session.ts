/** Reads one line such as `siti mentoring 90m kas rapi, omzet 1,2jt`: parts in any order, among the facilitator's people. */
import { findPerson, type KnownPerson, type PersonPart } from '../language/name-in-line.ts';
import { type LinePart, scanLine, textOf } from '../language/scan.ts';
import type { SessionKind } from './session.ts';

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

const isTurnover = (part: LinePart): boolean =>
  part.kind === 'money' && (part.label === undefined || /^(omzet|pendapatan|turnover)$/.test(part.label));

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
