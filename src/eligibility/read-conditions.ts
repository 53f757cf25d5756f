/** Reads the conditions of a rule file and says, at its place, what is wrong with one. */
import type { Condition } from './condition.ts';
import type { Fact } from './rule.ts';

/** Where in a file something stands: keys and positions from the top. */
export type Path = readonly (string | number)[];

export interface ConditionNames {
  readonly facts: ReadonlyMap<string, Fact>;
  /** Criteria that may be named here. */
  readonly criteria: ReadonlySet<string>;
  readonly complain: (path: Path, reason: string) => void;
}

/** Holds whatever is known. */
export const always: Condition = { kind: 'all', of: [] };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const forms = '{fact, is}, {fact, from, to}, {fact, has}, {met}, {not}, {all} or {any}';

/** What could not be read is complained of and never holds a place in a rule that is used. */
export function readCondition(value: unknown, path: Path, names: ConditionNames): Condition {
  const wrong = (reason: string, at: Path = path): Condition => {
    names.complain(at, reason);
    return always;
  };
  if (!isObject(value)) return wrong(`a condition is ${forms}`);
  const keys = Object.keys(value).sort().join(' ');
  switch (keys) {
    case 'all':
    case 'any': {
      const list = value[keys];
      if (!Array.isArray(list) || list.length === 0) return wrong(`"${keys}" needs a list of conditions`);
      return { kind: keys, of: list.map((one, at) => readCondition(one, [...path, keys, at], names)) };
    }
    case 'not':
      return { kind: 'not', of: readCondition(value.not, [...path, 'not'], names) };
    case 'met': {
      const id = String(value.met);
      return names.criteria.has(id)
        ? { kind: 'met', criterion: id }
        : wrong(`there is no criterion "${id}" above`, [...path, 'met']);
    }
    default:
      return readOnFact(value, keys, path, names);
  }
}

function readOnFact(
  value: Readonly<Record<string, unknown>>,
  keys: string,
  path: Path,
  names: ConditionNames,
): Condition {
  const wrong = (reason: string, at: Path = path): Condition => {
    names.complain(at, reason);
    return always;
  };
  if (typeof value.fact !== 'string') return wrong(`a condition is ${forms}`);
  const fact = names.facts.get(value.fact);
  if (fact === undefined) return wrong(`there is no fact "${value.fact}"`, [...path, 'fact']);
  const wrongType = (needs: string): Condition =>
    wrong(`"${fact.id}" is of type ${fact.type}; this condition needs ${needs}`);
  switch (keys) {
    case 'fact is': {
      const values: readonly unknown[] = Array.isArray(value.is) ? value.is : [value.is];
      if (fact.type !== 'boolean' && fact.type !== 'enum') return wrongType('boolean or enum');
      const allowed = fact.type === 'boolean' ? [true, false] : fact.choices.map((choice) => choice.value);
      const stranger = values.find((one) => !(allowed as readonly unknown[]).includes(one));
      if (stranger !== undefined || values.length === 0)
        return wrong(`"${String(stranger)}" is no value of ${fact.id}: ${allowed.join(', ')}`, [
          ...path,
          'is',
        ]);
      return { kind: 'is', fact: fact.id, values: values as readonly (boolean | string)[] };
    }
    case 'fact has': {
      if (fact.type !== 'list') return wrongType('list');
      const all = fact.choices.map((choice) => choice.value);
      const values: readonly unknown[] = value.has === 'any' ? all : [value.has].flat();
      const stranger = values.find((one) => !(all as readonly unknown[]).includes(one));
      if (stranger !== undefined)
        return wrong(`"${String(stranger)}" is no value of ${fact.id}: ${all.join(', ')}`, [...path, 'has']);
      return { kind: 'has', fact: fact.id, values: values as readonly string[] };
    }
    case 'fact from':
    case 'fact to':
    case 'fact from to': {
      if (fact.type !== 'number') return wrongType('number');
      const [from, to] = [value.from ?? fact.min, value.to ?? fact.max];
      if (!Number.isInteger(from) || !Number.isInteger(to)) return wrong('"from" and "to" are whole numbers');
      const [low, high] = [Number(from), Number(to)];
      if (low > high || low < fact.min || high > fact.max)
        return wrong(`${low} to ${high} is not within ${fact.min} to ${fact.max} of ${fact.id}`);
      return { kind: 'within', fact: fact.id, from: low, to: high };
    }
    default:
      return wrong(`a condition is ${forms}`);
  }
}
