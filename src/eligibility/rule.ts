/** What the rules of one programme are, as read from their file. Knows neither files nor conversations. */
import type { Lang } from '../language/locale.ts';
import type { Condition, Named } from './condition.ts';

export type Both = Readonly<Record<Lang, string>>;

/** What a check can come to. Never a promise, and never a refusal without its reason. */
export const outcomes = ['likely', 'not-yet', 'no', 'needs-data', 'refer', 'historical'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly year: number;
  /** How sure a source is: A official, B local government or science, C news, D anybody. */
  readonly grade: 'A' | 'B' | 'C' | 'D';
}

/** An office, a person or a channel that knows more. */
export type Place = Both;

export interface Choice {
  readonly value: string;
  readonly label: Both;
  /** How people write it. */
  readonly said: readonly string[];
}

interface FactBase {
  readonly id: string;
  readonly question: Both;
  /** A few words, as in a list of what was understood. */
  readonly label: Both;
}

export type Fact =
  | (FactBase & {
      readonly type: 'boolean';
      readonly yes: readonly string[];
      readonly no: readonly string[];
      /** Labels of the buttons, where "yes" and "no" would not be plain enough. */
      readonly answers?: { readonly yes: Both; readonly no: Both } | undefined;
    })
  | (FactBase & { readonly type: 'enum' | 'list'; readonly choices: readonly Choice[] })
  | (FactBase & {
      readonly type: 'number';
      readonly unit: 'years' | 'people' | 'decile' | 'months' | 'rupiah';
      readonly min: number;
      readonly max: number;
    })
  | (FactBase & { readonly type: 'text' });

export interface Criterion {
  readonly id: string;
  readonly label: Both;
  readonly when: Condition;
  /** True for what only raises the chances. */
  readonly helps: boolean;
  readonly basis: readonly Source[];
  /** What would settle it. */
  readonly document: Both;
  /** Where to find that out or to have it put right. */
  readonly where: Place;
}

export interface Next {
  readonly label: Both;
  readonly where: Place;
  /** A programme that may fit instead. */
  readonly programme?: string | undefined;
}

/** The first rule of the year whose condition holds decides. */
export interface Rule {
  readonly id: string;
  /** Years, both included; absent where no source sets one. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly when: Condition;
  readonly outcome: Outcome;
  readonly says: Both;
  readonly next: Next;
}

export interface Programme {
  readonly id: string;
  readonly label: Both;
  /** What people call it, the longest name first. */
  readonly names: readonly string[];
  /** Topics whose answers offer this check. */
  readonly topics: readonly string[];
  readonly facts: readonly Fact[];
  readonly criteria: readonly Criterion[];
  /** Situations that cannot be, such as active and graduated at once. */
  readonly impossible: readonly Condition[];
  readonly rules: readonly Rule[];
  /** Conditions of the criteria by id. */
  readonly named: Named;
  /** Changes with the facts and choices, so that answers given under older ones are known as stale. */
  readonly mark: string;
}

export const isValidIn = (rule: Rule, year: number): boolean =>
  (rule.from ?? year) <= year && year <= (rule.until ?? year);
