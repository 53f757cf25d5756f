/**
 * Every way to answer the facts that a programme's rules ask of in one year, as a finite table: numbers fall into the
 * ranges between the rules' boundaries, lists into what the rules tell apart. What is decided, and what is worth asking,
 * is read off this table exactly.
 */
import { evaluate, type Facts, leavesOf, type Range, type Value } from './condition.ts';
import { type Fact, isValidIn, type Outcome, type Programme, type Rule } from './rule.ts';

export interface Asked {
  readonly fact: Fact;
  /** One value for each way to answer; numbers as ranges. */
  readonly answers: readonly Value[];
  /** The answers that a known value may be: one, or more where a range crosses a boundary. */
  answersOf(value: Value): readonly number[];
}

export interface AnswerSpace {
  readonly rules: readonly Rule[];
  /** The facts the rules of the year depend on, in the file's order. */
  readonly asked: readonly Asked[];
  /** All ways to answer: for each fact of `asked` the number of its answer. */
  readonly vectors: readonly Uint8Array[];
  /** Whether a vector can be; the file names what cannot. */
  readonly consistent: readonly boolean[];
  /** The rule that decides each vector; undefined where none does. */
  readonly decided: readonly (Rule | undefined)[];
}

const none: Outcome = 'refer';

export const outcomeOf = (rule: Rule | undefined): Outcome => rule?.outcome ?? none;

/** @param literal takes what is given word for word: also what the file calls impossible may be. */
export function createAnswerSpace(programme: Programme, year: number, literal = false): AnswerSpace {
  const { named } = programme;
  const rules = programme.rules.filter((rule) => isValidIn(rule, year));
  const leaves = rules.flatMap((rule) => leavesOf(rule.when, named));
  const asked = programme.facts.flatMap((fact): readonly Asked[] => {
    const own = leaves.filter((leaf) => leaf.fact === fact.id);
    return own.length === 0 ? [] : [toAsked(fact, own)];
  });
  const vectors = product(asked.map(({ answers }) => answers.length));
  const toFacts = (vector: Uint8Array): Facts =>
    Object.fromEntries(asked.map(({ fact, answers }, at) => [fact.id, answers[vector[at] ?? 0] as Value]));
  return {
    rules,
    asked,
    vectors,
    consistent: vectors.map(
      (vector) =>
        literal ||
        !programme.impossible.some((condition) => evaluate(condition, toFacts(vector), named) === true),
    ),
    decided: vectors.map((vector) => decide(rules, toFacts(vector), programme)),
  };
}

export const decide = (rules: readonly Rule[], facts: Facts, { named }: Programme): Rule | undefined =>
  rules.find((rule) => evaluate(rule.when, facts, named) === true);

type Leaves = ReturnType<typeof leavesOf>;

function toAsked(fact: Fact, leaves: Leaves): Asked {
  switch (fact.type) {
    case 'boolean':
      return oneOf(fact, [true, false]);
    case 'enum':
      return oneOf(
        fact,
        fact.choices.map((choice) => choice.value),
      );
    case 'list': {
      const tests = leaves.flatMap((leaf) => (leaf.kind === 'has' ? [leaf.values] : []));
      const passed = (list: readonly string[]) =>
        tests.map((test) => (list.some((one) => test.includes(one)) ? '1' : '0')).join('');
      const answers = listsToldApart(
        fact.choices.map((choice) => choice.value),
        passed,
      );
      return {
        fact,
        answers,
        answersOf: (value) =>
          Array.isArray(value) ? indices(answers, (answer) => passed(answer) === passed(value)) : [],
      };
    }
    case 'number': {
      const answers = rangesBetween(
        fact,
        leaves.flatMap((leaf) => (leaf.kind === 'within' ? [leaf] : [])),
      );
      return {
        fact,
        answers,
        answersOf(value) {
          const given = typeof value === 'number' ? { from: value, to: value } : value;
          return typeof given === 'object' && 'from' in given
            ? indices(answers, (answer) => answer.from <= given.to && answer.to >= given.from)
            : [];
        },
      };
    }
    case 'text':
      return oneOf(fact, []);
    default:
      return fact satisfies never;
  }
}

const oneOf = (fact: Fact, answers: readonly (boolean | string)[]): Asked => ({
  fact,
  answers,
  answersOf: (value) => indices(answers, (answer) => answer === value),
});

const indices = <T>(answers: readonly T[], holds: (answer: T) => boolean): readonly number[] =>
  answers.flatMap((answer, at) => (holds(answer) ? [at] : []));

function rangesBetween(
  { min, max }: { min: number; max: number },
  within: readonly Range[],
): readonly Range[] {
  const starts = [min, ...within.flatMap(({ from, to }) => [from, to + 1])];
  const ordered = [...new Set(starts)].filter((one) => one >= min && one <= max).sort((a, b) => a - b);
  return ordered.map((from, at) => ({ from, to: (ordered[at + 1] ?? max + 1) - 1 }));
}

/** One list for each combination of tests it can pass; what no test tells apart is one list. */
function listsToldApart(
  values: readonly string[],
  passed: (list: readonly string[]) => string,
): readonly (readonly string[])[] {
  const singles = [...new Map(values.map((value) => [passed([value]), value])).values()];
  const found = new Map<string, readonly string[]>();
  for (let subset = 0; subset < 2 ** singles.length; subset += 1) {
    const list = singles.filter((_, at) => Math.floor(subset / 2 ** at) % 2 === 1);
    if (!found.has(passed(list))) found.set(passed(list), list);
  }
  return [...found.values()];
}

function product(sizes: readonly number[]): readonly Uint8Array[] {
  let vectors: readonly Uint8Array[] = [new Uint8Array(sizes.length)];
  for (const [at, size] of sizes.entries()) {
    vectors = vectors.flatMap((vector) =>
      Array.from({ length: size }, (_, answer) => {
        const longer = Uint8Array.from(vector);
        longer[at] = answer;
        return longer;
      }),
    );
  }
  return vectors;
}
