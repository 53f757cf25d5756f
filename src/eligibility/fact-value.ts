/** Facts as scripts give them: which names and values a programme takes, and what is wrong with the others. */
import type { Facts, Value } from './condition.ts';
import type { Fact, Programme } from './rule.ts';

export type ReadFacts =
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'unknown-fact'; readonly fact: string; readonly allowed: readonly string[] }
  | { readonly kind: 'wrong-value'; readonly fact: string; readonly value: string; readonly allowed: string };

/** Null, like an absent fact, is unknown. */
export function readFacts(programme: Programme, given: Readonly<Record<string, unknown>>): ReadFacts {
  const facts: Record<string, Value> = {};
  for (const [id, value] of Object.entries(given)) {
    const fact = programme.facts.find((one) => one.id === id);
    if (fact === undefined)
      return { kind: 'unknown-fact', fact: id, allowed: programme.facts.map((one) => one.id) };
    if (value === null) continue;
    const known = toValue(fact, value);
    if (known === undefined)
      return { kind: 'wrong-value', fact: id, value: JSON.stringify(value), allowed: allowedOf(fact) };
    facts[id] = known;
  }
  return { kind: 'facts', facts };
}

function toValue(fact: Fact, value: unknown): Value | undefined {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return isWithin(fact, value) ? value : undefined;
    case 'enum':
      return typeof value === 'string' && isChoice(fact, value) ? value : undefined;
    case 'list':
      return Array.isArray(value) && value.every((one) => typeof one === 'string' && isChoice(fact, one))
        ? [...new Set<string>(value)]
        : undefined;
    case 'text':
      return typeof value === 'string' ? value : undefined;
    default:
      return fact satisfies never;
  }
}

/** A whole number that the fact can have. */
const isWithin = (fact: { readonly min: number; readonly max: number }, value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= fact.min && value <= fact.max;

const isChoice = (
  fact: { readonly choices: readonly { readonly value: string }[] },
  value: string,
): boolean => fact.choices.some((choice) => choice.value === value);

function allowedOf(fact: Fact): string {
  switch (fact.type) {
    case 'boolean':
      return 'true or false';
    case 'number':
      return `a whole number from ${fact.min} to ${fact.max}`;
    case 'enum':
      return `one of ${fact.choices.map((choice) => choice.value).join(', ')}`;
    case 'list':
      return `a list of ${fact.choices.map((choice) => choice.value).join(', ')}`;
    case 'text':
      return 'a text';
    default:
      return fact satisfies never;
  }
}
