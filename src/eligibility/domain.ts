/**
 * The answers to a question that make a difference: values that no rule tells apart are one class. Rules can then be
 * tried on every combination, so that what is still open is known exactly.
 */
import { type Facts, type FactValue, passes, type Test } from './condition.ts';
import type { Fact } from './programme.ts';

export interface AnswerClass {
  /** A value that stands for the whole class. */
  readonly value: FactValue;
  /** For numbers: the first and last of the class; undefined where it is open. */
  readonly from?: number;
  readonly to?: number;
  /** For choices: every value of the class. */
  readonly values?: readonly string[];
}

export interface Domain {
  readonly fact: string;
  readonly classes: readonly AnswerClass[];
}

function numberClasses(min: number, max: number, tests: readonly Test[]): readonly AnswerClass[] {
  const starts = new Set([min]);
  for (const test of tests) {
    if (test.kind !== 'range') continue;
    if (test.from !== undefined && test.from > min && test.from <= max) starts.add(test.from);
    if (test.to !== undefined && test.to >= min && test.to < max) starts.add(test.to + 1);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, at) => {
    const to = (sorted[at + 1] ?? max + 1) - 1;
    return { value: from, from, to };
  });
}

function choiceClasses(values: readonly string[], tests: readonly Test[]): readonly AnswerClass[] {
  const bySignature = new Map<string, string[]>();
  for (const value of values) {
    const signature = tests.map((test) => (passes(test, value) ? '1' : '0')).join('');
    bySignature.set(signature, [...(bySignature.get(signature) ?? []), value]);
  }
  return [...bySignature.values()].flatMap((alike) =>
    alike[0] === undefined ? [] : [{ value: alike[0], values: alike }],
  );
}

/** The classes of a fact, given every test that the rules make on it. A fact that no rule tests has one class. */
export function domainOf(fact: Fact, tests: readonly Test[]): Domain {
  const { type } = fact;
  switch (type.kind) {
    case 'flag':
      return {
        fact: fact.name,
        classes: tests.length === 0 ? [{ value: true }] : [{ value: true }, { value: false }],
      };
    case 'number':
      return { fact: fact.name, classes: numberClasses(type.min, type.max, tests) };
    case 'choice':
      return { fact: fact.name, classes: choiceClasses([...type.values.keys()], tests) };
    case 'list':
      return {
        fact: fact.name,
        classes: tests.length === 0 ? [{ value: [] }] : [{ value: type.values.slice(0, 1) }, { value: [] }],
      };
    case 'text':
      return { fact: fact.name, classes: [{ value: '' }] };
    default:
      return type satisfies never;
  }
}

/** The facts given, completed in every way that could make a difference. */
export function* completions(domains: ReadonlyMap<string, Domain>, facts: Facts): Generator<Facts> {
  const open = [...domains.values()].filter((domain) => facts[domain.fact] === undefined);
  const whole: Record<string, FactValue> = { ...facts };
  function* fill(at: number): Generator<Facts> {
    const domain = open[at];
    if (domain === undefined) {
      yield whole;
      return;
    }
    for (const { value } of domain.classes) {
      whole[domain.fact] = value;
      yield* fill(at + 1);
    }
    delete whole[domain.fact];
  }
  yield* fill(0);
}
