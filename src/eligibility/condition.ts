/**
 * The closed language in which rules are written: conditions over facts and criteria, evaluated in three values (Kleene).
 * It is data; nothing in a rule file can run.
 */

/** Whole years, people, deciles or rupiah; a single number is a range of one. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A known fact. Numbers may be known only as a range ("18 or older"); a list is what applies, possibly nothing. */
export type Value = boolean | string | number | Range | readonly string[];

/** What is known of somebody's situation; a fact that is absent is unknown. */
export type Facts = Readonly<Record<string, Value>>;

export type Condition =
  /** The fact is one of these values. */
  | { readonly kind: 'is'; readonly fact: string; readonly values: readonly (boolean | string)[] }
  /** The number lies between the two, both included. */
  | { readonly kind: 'within'; readonly fact: string; readonly from: number; readonly to: number }
  /** The list holds at least one of these. */
  | { readonly kind: 'has'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'met'; readonly criterion: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** The third value is undefined: not known. */
export type Truth = boolean | undefined;

/** Conditions of criteria, by id. */
export type Named = ReadonlyMap<string, Condition>;

const isList = (value: Value): value is readonly string[] => Array.isArray(value);
const isRange = (value: Value): value is Range => typeof value === 'object' && !isList(value);

export function evaluate(condition: Condition, facts: Facts, named: Named): Truth {
  switch (condition.kind) {
    case 'is': {
      const value = facts[condition.fact];
      return typeof value === 'boolean' || typeof value === 'string'
        ? condition.values.includes(value)
        : undefined;
    }
    case 'within': {
      const value = facts[condition.fact];
      if (value === undefined || (typeof value !== 'number' && !isRange(value))) return undefined;
      const { from, to } = typeof value === 'number' ? { from: value, to: value } : value;
      if (from >= condition.from && to <= condition.to) return true;
      return to < condition.from || from > condition.to ? false : undefined;
    }
    case 'has': {
      const value = facts[condition.fact];
      return value === undefined || !isList(value)
        ? undefined
        : value.some((one) => condition.values.includes(one));
    }
    case 'met': {
      const criterion = named.get(condition.criterion);
      return criterion === undefined ? undefined : evaluate(criterion, facts, named);
    }
    case 'all':
      return every(condition.of.map((one) => evaluate(one, facts, named)));
    case 'any': {
      const none = every(condition.of.map((one) => negate(evaluate(one, facts, named))));
      return negate(none);
    }
    case 'not':
      return negate(evaluate(condition.of, facts, named));
    default:
      return condition satisfies never;
  }
}

const negate = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

const every = (truths: readonly Truth[]): Truth => {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
};

type Leaf = Extract<Condition, { readonly fact: string }>;

/** The conditions on single facts that a condition is made of, criteria looked into. */
export function leavesOf(condition: Condition, named: Named): readonly Leaf[] {
  switch (condition.kind) {
    case 'is':
    case 'within':
    case 'has':
      return [condition];
    case 'met': {
      const criterion = named.get(condition.criterion);
      return criterion === undefined ? [] : leavesOf(criterion, named);
    }
    case 'all':
    case 'any':
      return condition.of.flatMap((one) => leavesOf(one, named));
    case 'not':
      return leavesOf(condition.of, named);
    default:
      return condition satisfies never;
  }
}
