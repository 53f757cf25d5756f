/**
 * A programme's rules and what they say about somebody's facts. First match wins; an outcome is definite only when no
 * fact still unknown could change it. Never a promise: who decides is always named by the rules' own words.
 */
import { type Condition, evaluate, type Facts } from './condition.ts';
import { completions, type Domain } from './domain.ts';

export const outcomes = ['likely', 'not-yet', 'no', 'needs-data', 'refer', 'historical'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Words {
  readonly id: string;
  readonly en: string;
}

export type FactKind =
  | { readonly kind: 'flag' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly values: ReadonlyMap<string, Words> }
  | { readonly kind: 'list'; readonly values: readonly string[] }
  | { readonly kind: 'text' };

export interface Fact {
  readonly name: string;
  readonly type: FactKind;
  readonly question: Words;
  /** What stands behind a number, such as "tahun". */
  readonly unit: Words | undefined;
}

export interface Next {
  readonly label: Words;
  readonly where: Words;
}

export interface Rule {
  /** Number of the rule set, such as R2a. */
  readonly id: string;
  readonly when: Condition | undefined;
  readonly outcome: Outcome;
  readonly reason: Words;
  readonly next: Next;
}

export interface Criterion {
  readonly id: string;
  readonly when: Condition;
  readonly label: Words;
  /** Where the criterion comes from, with its year. */
  readonly basis: string;
  /** What would settle it, and where. */
  readonly document: Words;
  readonly where: Words;
}

export interface Programme {
  readonly id: string;
  readonly label: Words;
  /** Years in which the rules hold; outside, `outside` is said. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly outside: Omit<Rule, 'when' | 'outcome'>;
  readonly facts: readonly Fact[];
  readonly criteria: readonly Criterion[];
  readonly rules: readonly Rule[];
  readonly domains: ReadonlyMap<string, Domain>;
}

export type CriterionState = 'met' | 'not-met' | 'unknown';

export interface Verdict {
  readonly outcome: Outcome;
  /** The rule that decided; undefined while facts are missing. */
  readonly rule: Omit<Rule, 'when' | 'outcome'> | undefined;
  readonly criteria: readonly { readonly criterion: Criterion; readonly state: CriterionState }[];
}

const stateOf = (truth: boolean | undefined): CriterionState =>
  truth === undefined ? 'unknown' : truth ? 'met' : 'not-met';

export const isValidIn = (programme: Programme, year: number): boolean =>
  (programme.from === undefined || year >= programme.from) &&
  (programme.until === undefined || year <= programme.until);

/** The rule that matches complete facts. The last rule of a programme has no condition, so there always is one. */
export function matchRule(programme: Programme, facts: Facts): Rule {
  const found = programme.rules.find(
    (rule) => rule.when === undefined || evaluate(rule.when, facts) === true,
  );
  if (found === undefined) throw new Error(`${programme.id}: no rule matches`);
  return found;
}

/** The rules that some completion of the facts would match, in the order of the rules. */
export function possibleRules(programme: Programme, facts: Facts): readonly Rule[] {
  const found = new Set<Rule>();
  for (const whole of completions(programme.domains, facts)) {
    found.add(matchRule(programme, whole));
    if (found.size === programme.rules.length) break;
  }
  return programme.rules.filter((rule) => found.has(rule));
}

/** What the rules say about these facts in that year. */
export function judge(programme: Programme, facts: Facts, year: number): Verdict {
  const criteria = programme.criteria.map((criterion) => ({
    criterion,
    state: stateOf(evaluate(criterion.when, facts)),
  }));
  if (!isValidIn(programme, year)) return { outcome: 'historical', rule: programme.outside, criteria };
  const possible = possibleRules(programme, facts);
  const [first] = possible;
  const settled = first !== undefined && possible.every((rule) => rule.outcome === first.outcome);
  return settled
    ? { outcome: first.outcome, rule: first, criteria }
    : { outcome: 'needs-data', rule: undefined, criteria };
}
