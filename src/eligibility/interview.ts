/**
 * Which question comes next: the one that leads to a definite outcome with the fewest questions on average, over every
 * combination of answers. A question that cannot change the outcome is never asked.
 */
import type { Facts } from './condition.ts';
import type { Fact, Programme } from './programme.ts';
import { matchRule, possibleRules } from './programme.ts';

/** Keys of partial answers → questions still needed on average, and the first of them. */
interface Plan {
  readonly cost: number;
  readonly ask: string | undefined;
}

const plans = new WeakMap<Programme, Map<string, Plan>>();

/** The facts as classes, so that 43 and 44 years are one case. */
function toClasses(programme: Programme, facts: Facts): Facts {
  const reduced: Record<string, Facts[string]> = {};
  for (const [name, domain] of programme.domains) {
    const value = facts[name];
    if (value === undefined) continue;
    const found = domain.classes.find((one) => {
      if (one.from !== undefined && typeof value === 'number')
        return value >= one.from && value <= (one.to ?? Infinity);
      if (one.values !== undefined && typeof value === 'string') return one.values.includes(value);
      if (Array.isArray(value)) return Array.isArray(one.value) && one.value.length > 0 === value.length > 0;
      return one.value === value;
    });
    reduced[name] = found?.value ?? value;
  }
  return reduced;
}

const isSettled = (programme: Programme, facts: Facts): boolean =>
  new Set(possibleRules(programme, facts).map((rule) => rule.outcome)).size <= 1;

/** @param unknowable facts the person cannot tell: never asked again. */
function plan(programme: Programme, facts: Facts, unknowable: ReadonlySet<string>): Plan {
  const known = plans.get(programme) ?? new Map<string, Plan>();
  plans.set(programme, known);
  const work = (at: Facts): Plan => {
    const key =
      JSON.stringify([...programme.domains.keys()].map((name) => at[name] ?? null)) +
      [...unknowable].sort().join();
    const before = known.get(key);
    if (before !== undefined) return before;
    let best: Plan = { cost: 0, ask: undefined };
    if (!isSettled(programme, at)) {
      best = { cost: Number.POSITIVE_INFINITY, ask: undefined };
      for (const [name, domain] of programme.domains) {
        if (at[name] !== undefined || unknowable.has(name) || domain.classes.length < 2) continue;
        if (!matters(programme, at, name)) continue;
        const costs = domain.classes.map(({ value }) => work({ ...at, [name]: value }).cost);
        const cost = 1 + costs.reduce((sum, one) => sum + one, 0) / costs.length;
        if (cost < best.cost) best = { cost, ask: name };
      }
      if (best.ask === undefined) best = { cost: 0, ask: undefined };
    }
    known.set(key, best);
    return best;
  };
  return work(facts);
}

/** Whether two answers to this question can lead to two outcomes, whatever the others are. */
export function matters(programme: Programme, facts: Facts, name: string): boolean {
  const domain = programme.domains.get(name);
  if (domain === undefined) return false;
  const others = new Map([...programme.domains].filter(([other]) => other !== name));
  const open = [...others.values()].filter((one) => facts[one.fact] === undefined);
  const walk = (at: number, whole: Facts): boolean => {
    const next = open[at];
    if (next === undefined) {
      const found = domain.classes.map(
        ({ value }) => matchRule(programme, { ...whole, [name]: value }).outcome,
      );
      return new Set(found).size > 1;
    }
    return next.classes.some(({ value }) => walk(at + 1, { ...whole, [next.fact]: value }));
  };
  return walk(0, facts);
}

/** The next fact to ask for; undefined when the outcome is definite or nobody can tell more. */
export function nextQuestion(
  programme: Programme,
  facts: Facts,
  unknowable: ReadonlySet<string> = new Set(),
): Fact | undefined {
  const { ask } = plan(programme, toClasses(programme, facts), unknowable);
  return programme.facts.find((fact) => fact.name === ask);
}
