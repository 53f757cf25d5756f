/** What the short lines of one command may hold, and what was read from one. Types only; reading is in `line.ts`. */
import type { PersonPart } from './name-in-line.ts';

/** Spellings of each value, parted by commas; the value is a spelling of itself. */
type Spellings = Readonly<Record<string, string>>;

export interface LineGrammar {
  /** Words of which a line holds at most one a set: `{ kind: { bimtek: 'bintek, pelatihan', … } }`. */
  readonly choices?: Readonly<Record<string, Spellings>>;
  /** Numbers with a unit of their own: `{ workers: 'pekerja, karyawan' }`. "40 orang" is always read, as `people`. */
  readonly counts?: Spellings;
  /** Words that begin a text of their own, up to a comma or the next part: `{ topic: 'topik, materi' }`. */
  readonly labels?: Spellings;
  /** Labels of money that is the line's own amount, in usual spelling (`omzet`); money without a label always is. */
  readonly money?: readonly string[];
  /** Whether an amount right behind words of the story belongs to them ("pinjam 2jt"), when no label says otherwise. */
  readonly keepsToldMoney?: boolean;
  /** Whether a bare number of thousands is the amount, when no other is in the line. */
  readonly hasBareMoney?: boolean;
  /** False when money is no part of the line and stays in the note. Default true. */
  readonly hasMoney?: boolean;
  /** False when a line names none of my people. Default true. */
  readonly hasPerson?: boolean;
  /** Whether a length of time is expected, so that a bare number may be meant as minutes. */
  readonly hasDuration?: boolean;
  /** `past` for what was done, `future` for plans. */
  readonly prefer: 'past' | 'future';
}

type Choices<G extends LineGrammar> = NonNullable<G['choices']>;

export interface UnreadPart {
  /** As typed. */
  readonly text: string;
  /** `choice`: two different words of one set, so that none can be taken. */
  readonly part: 'date' | 'duration' | 'money' | 'people' | 'quantity' | 'choice';
  /** As in `Unread`, or `second` (a part said twice) or `bare` (a number without its unit). */
  readonly why: string;
}

/** What may be said of a line, whether read or to be written. */
export interface LineParts<G extends LineGrammar = LineGrammar> {
  readonly choices: { readonly [K in keyof Choices<G>]?: keyof Choices<G>[K] & string };
  readonly minutes?: number;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Whole rupiah. */
  readonly rupiah?: number;
  readonly counts: { readonly [K in keyof NonNullable<G['counts']> | 'people']?: number };
  readonly labels: { readonly [K in keyof NonNullable<G['labels']>]?: string };
  /** Everything else, as typed, and quoted words. */
  readonly note: string;
}

export interface ReadLine<G extends LineGrammar = LineGrammar> extends LineParts<G> {
  readonly person: PersonPart;
  /** A number that may be meant as minutes: ask. It stands in the note, too. */
  readonly bareMinutes?: number;
  /** Recognised and wrong: name the first to the person and store nothing. */
  readonly unread: readonly UnreadPart[];
}
