/** Reads one line such as `siti mentoring 90m kas rapi, omzet 1,2jt`: parts in any order, among the facilitator's people. */
import { createLine, type UnreadPart } from '../language/line.ts';
import type { KnownPerson, PersonPart } from '../language/name-in-line.ts';
import type { SessionKind } from './session.ts';

export interface ParsedSession {
  readonly person: PersonPart;
  readonly kind?: SessionKind;
  readonly minutes?: number;
  /** `YYYY-MM-DD`; absent means today. */
  readonly date?: string;
  /** Whole rupiah. */
  readonly turnover: number | null;
  readonly workers?: number;
  readonly topic?: string;
  readonly note: string;
  /** A number without a unit that may be meant as minutes. */
  readonly bareMinutes?: number;
  /** Parts that were recognised and cannot be right, as typed. */
  readonly unread: readonly UnreadPart[];
}

/** How sessions are typed, slips included. */
export const sessionLine = createLine({
  choices: {
    kind: {
      bimtek: 'bintek, bimbingan teknis, pelatihan, training, guidance',
      mentoring: 'mentor, mentorin, mntoring, mentring, pendampingan',
      inkubasi: 'inkubator, inkubsi, incubation, incubator',
    },
  },
  counts: { workers: 'pekerja, karyawan, pegawai, tenaga kerja, workers, employees' },
  labels: { topic: 'topik, materi, tema, topic' },
  money: ['omzet', 'pendapatan'],
  keepsToldMoney: true,
  hasDuration: true,
  prefer: 'past',
});

/** @param context.people the facilitator's people in the order of their list. */
export function parseSession(
  line: string,
  context: { people: readonly KnownPerson[]; today: string },
): ParsedSession {
  const { person, choices, counts, labels, minutes, date, rupiah, note, bareMinutes, unread } =
    sessionLine.read(line, context);
  return {
    person,
    ...(choices.kind === undefined ? {} : { kind: choices.kind }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(date === undefined ? {} : { date }),
    turnover: rupiah ?? null,
    ...(counts.workers === undefined ? {} : { workers: counts.workers }),
    ...(labels.topic === undefined ? {} : { topic: labels.topic }),
    note,
    ...(bareMinutes === undefined ? {} : { bareMinutes }),
    unread,
  };
}
