/** Facts as the command line and other programs give them: one JSON object, every value checked. */
import type { Facts, FactValue } from './condition.ts';
import type { Fact, Programme } from './programme.ts';

export type ParsedFacts = { readonly facts: Facts } | { readonly problem: string };

function problemOf(fact: Fact, value: unknown): string | undefined {
  const { type } = fact;
  switch (type.kind) {
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'is true or false';
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= type.min && value <= type.max
        ? undefined
        : `is a whole number from ${type.min} to ${type.max}`;
    case 'choice':
      return typeof value === 'string' && type.values.has(value)
        ? undefined
        : `is one of ${[...type.values.keys()].join(', ')}`;
    case 'list':
      return Array.isArray(value) &&
        value.every((one) => typeof one === 'string' && type.values.includes(one))
        ? undefined
        : `is a list of ${type.values.join(', ')}`;
    case 'text':
      return typeof value === 'string' ? undefined : 'is a text';
    default:
      return type satisfies never;
  }
}

/** Reads `{"age": 43}`. What is absent or null is unknown; what is no fact of the programme is refused by name. */
export function parseFacts(programme: Programme, json: string): ParsedFacts {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: `the facts are no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: 'the facts are a JSON object such as {"age": 43}' };
  const facts: Record<string, FactValue> = {};
  for (const [name, given] of Object.entries(value)) {
    const fact = programme.facts.find((one) => one.name === name);
    if (fact === undefined)
      return {
        problem: `"${name}" is no fact of ${programme.id}; known: ${programme.facts.map((one) => one.name).join(', ')}`,
      };
    if (given === null) continue;
    const problem = problemOf(fact, given);
    if (problem !== undefined) return { problem: `"${name}" ${problem}` };
    facts[name] = given as FactValue;
  }
  return { facts };
}
