/**
 * Conditions over facts with three values: true, false, or unknown while a fact it depends on is unknown (Kleene's
 * logic). Written by editors in YAML: `hasBusiness` · `{ not: … }` · `{ all: […] }` · `{ any: […] }` · `{ age: 20..45 }` ·
 * `{ graduated: [natural, welfare] }` · `{ components: some }`.
 */

export type FactValue = boolean | number | string | readonly string[];
export type Facts = Readonly<Record<string, FactValue>>;

export type Test =
  | { readonly kind: 'flag' }
  /** Both ends belong to it; an end that is missing is open. */
  | { readonly kind: 'range'; readonly from: number | undefined; readonly to: number | undefined }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  /** A list with at least one entry. */
  | { readonly kind: 'some' };

export type Condition =
  | { readonly kind: 'fact'; readonly fact: string; readonly test: Test }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export type Truth = boolean | undefined;

const RANGE = /^(\d+)?\.\.(\d+)?$/;

function parseTest(value: unknown, where: string): Test {
  if (value === true) return { kind: 'flag' };
  if (value === 'some') return { kind: 'some' };
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return { kind: 'one-of', values: value as string[] };
  if (typeof value === 'number') return { kind: 'range', from: value, to: value };
  const range = typeof value === 'string' ? RANGE.exec(value) : null;
  if (range !== null) {
    const end = (text: string | undefined) => (text === undefined ? undefined : Number(text));
    return { kind: 'range', from: end(range[1]), to: end(range[2]) };
  }
  if (typeof value === 'string') return { kind: 'one-of', values: [value] };
  throw new Error(`${where}: a test is true, some, a value, a list of values, or a range such as 20..45`);
}

/** Reads a condition as YAML gives it. Throws with the place of the mistake. */
export function parseCondition(source: unknown, where: string): Condition {
  if (typeof source === 'string') return { kind: 'fact', fact: source, test: { kind: 'flag' } };
  if (typeof source !== 'object' || source === null || Array.isArray(source))
    throw new Error(`${where}: a condition is the name of a fact or an object with one key`);
  const [entry, ...others] = Object.entries(source);
  if (entry === undefined || others.length > 0)
    throw new Error(`${where}: an object with exactly one key is needed`);
  const [key, value] = entry;
  if (key === 'not') return { kind: 'not', of: parseCondition(value, `${where}.not`) };
  if (key === 'all' || key === 'any') {
    if (!Array.isArray(value) || value.length === 0) throw new Error(`${where}.${key}: a list is needed`);
    return { kind: key, of: value.map((one, at) => parseCondition(one, `${where}.${key}[${at}]`)) };
  }
  return { kind: 'fact', fact: key, test: parseTest(value, `${where}.${key}`) };
}

/** Whether a known value passes. */
export function passes(test: Test, value: FactValue): boolean {
  switch (test.kind) {
    case 'flag':
      return value === true;
    case 'range':
      return (
        typeof value === 'number' &&
        (test.from === undefined || value >= test.from) &&
        (test.to === undefined || value <= test.to)
      );
    case 'one-of':
      return typeof value === 'string' && test.values.includes(value);
    case 'some':
      return Array.isArray(value) && value.length > 0;
    default:
      return test satisfies never;
  }
}

/** True, false, or undefined when the facts known do not settle it. */
export function evaluate(condition: Condition, facts: Facts): Truth {
  switch (condition.kind) {
    case 'fact': {
      const value = facts[condition.fact];
      return value === undefined ? undefined : passes(condition.test, value);
    }
    case 'not': {
      const inner = evaluate(condition.of, facts);
      return inner === undefined ? undefined : !inner;
    }
    case 'all':
    case 'any': {
      const settles = condition.kind === 'any';
      let truth: Truth = !settles;
      for (const one of condition.of) {
        const value = evaluate(one, facts);
        if (value === settles) return settles;
        if (value === undefined) truth = undefined;
      }
      return truth;
    }
    default:
      return condition satisfies never;
  }
}

/** Every test of every fact in a condition. */
export function testsOf(condition: Condition): readonly { readonly fact: string; readonly test: Test }[] {
  switch (condition.kind) {
    case 'fact':
      return [{ fact: condition.fact, test: condition.test }];
    case 'not':
      return testsOf(condition.of);
    default:
      return condition.of.flatMap(testsOf);
  }
}
