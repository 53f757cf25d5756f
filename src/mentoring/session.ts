/**
 * A mentoring session as facilitators record it: what it is made of, what is wrong with one, how long it may be undone.
 * Source of the three kinds: the Triple Power model of ProKUS (guidance, mentoring, incubation).
 */

export const sessionKinds = ['bimtek', 'mentoring', 'inkubasi'] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const isSessionKind = (text: string): text is SessionKind =>
  (sessionKinds as readonly string[]).includes(text);

/** What a session says, whoever it is about. */
export interface SessionFacts {
  readonly kind: SessionKind;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly minutes: number;
  /** Whole rupiah of turnover, where it was told. */
  readonly turnover: number | null;
  /** How many people the business employs, where it was told. */
  readonly workers?: number | null;
  /** What the session was about; empty where it was not told. */
  readonly topic?: string;
  readonly note: string;
}

/** A receipt can be undone for this long by the one who logged it. */
export const undoMs = 15 * 60_000;

/** A day has no more; longer sessions are two. */
export const longestMinutes = 12 * 60;

/** The same person, day and kind, logged again within this time, is asked about. */
export const sameLogMs = 24 * 3_600_000;

export type DateDoubt = 'future' | 'over-a-year';

/** A date that is confirmed before it is stored. Both are `YYYY-MM-DD`. */
export function doubtDate(date: string, today: string): DateDoubt | undefined {
  if (date > today) return 'future';
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return date < yearAgo ? 'over-a-year' : undefined;
}

/** Whether a session is entered on a later day than it took place. */
export const isBackDated = (date: string, today: string): boolean => date < today;
