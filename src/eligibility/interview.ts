/**
 * The shortest interview: which fact to ask next so that, over all ways to answer that are equally likely, the fewest
 * questions remain. Only facts that can still change the outcome are asked. Exact, by memory of what was worked out.
 */
import { type AnswerSpace, outcomeOf } from './answer-space.ts';
import type { Facts } from './condition.ts';
import type { Fact, Outcome } from './rule.ts';

export interface Interview {
  readonly space: AnswerSpace;
  /** The outcome that no unknown fact can change any more; undefined while one can. */
  settled(facts: Facts): Outcome | undefined;
  /**
   * The fact to ask next; undefined when the outcome is settled or everything that could change it is in `skipped`
   * (asked, and answered with "I do not know").
   */
  next(facts: Facts, skipped?: ReadonlySet<string>): Fact | undefined;
  /** Unknown facts that can still change the outcome, in the file's order. */
  open(facts: Facts): readonly Fact[];
  /** How many questions somebody is asked who says nothing beforehand, for each way to answer. */
  lengths(): readonly number[];
  /** Whether the questions settle every way to answer. */
  isComplete(): boolean;
}

interface Best {
  /** Place in `asked`; -1 when nothing is worth asking. */
  readonly fact: number;
  /** Questions to be expected from here on. */
  readonly expected: number;
}

export function createInterview(space: AnswerSpace): Interview {
  const { asked, consistent, decided, vectors } = space;
  const outcomes = decided.map(outcomeOf);
  const everything = vectors.map((_, at) => at);
  const possibleAtAll = everything.filter((vector) => consistent[vector]);
  const remembered = new Map<string, Best>();
  const answerIn = (vector: number, fact: number): number => vectors[vector]?.[fact] ?? 0;
  /** Vectors are all combinations in order, so that a change of one answer is a step of one length. */
  const steps = asked.map((_, at) => asked.slice(at + 1).reduce((all, one) => all * one.answers.length, 1));

  /** Vectors that the known facts allow; where facts contradict one another, those that cannot be count too. */
  function allowed(facts: Facts): readonly number[] {
    const fits = asked.flatMap((one, at) => {
      const value = facts[one.fact.id];
      return value === undefined ? [] : [{ at, answers: new Set(one.answersOf(value)) }];
    });
    const holds = (vector: number) => fits.every(({ at, answers }) => answers.has(answerIn(vector, at)));
    const among = possibleAtAll.filter(holds);
    return among.length > 0 ? among : everything.filter(holds);
  }

  const isSingle = (among: readonly number[]): boolean =>
    among.every((vector) => outcomes[vector] === outcomes[among[0] ?? 0]);

  /** Two possible vectors that differ in this fact alone lead to different outcomes. */
  function changes(among: readonly number[], at: number): boolean {
    const seen = new Map<number, Outcome | undefined>();
    const step = steps[at] ?? 1;
    for (const vector of among) {
      const rest = vector - answerIn(vector, at) * step;
      if (seen.has(rest) && seen.get(rest) !== outcomes[vector]) return true;
      seen.set(rest, outcomes[vector]);
    }
    return false;
  }

  const askable = (among: readonly number[]): readonly number[] =>
    isSingle(among) ? [] : asked.flatMap((_, at) => (changes(among, at) ? [at] : []));

  function best(among: readonly number[], skipped: readonly number[]): Best {
    const key = `${String.fromCharCode(...among)}|${skipped.join()}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    let found: Best = { fact: -1, expected: 0 };
    for (const fact of askable(among)) {
      if (skipped.includes(fact)) continue;
      const groups = Map.groupBy(among, (vector) => answerIn(vector, fact));
      let expected = 1;
      for (const group of groups.values())
        expected += (group.length / among.length) * best(group, skipped).expected;
      if (found.fact < 0 || expected < found.expected - 1e-9) found = { fact, expected };
    }
    remembered.set(key, found);
    return found;
  }

  /** Asks everybody everything there is to ask. */
  function walk(): readonly { readonly questions: number; readonly among: readonly number[] }[] {
    return possibleAtAll.map((vector) => {
      let among: readonly number[] = possibleAtAll;
      for (let questions = 0; ; questions += 1) {
        const { fact } = best(among, []);
        if (fact < 0) return { questions, among };
        among = among.filter((one) => answerIn(one, fact) === answerIn(vector, fact));
      }
    });
  }

  return {
    space,
    settled(facts) {
      const among = allowed(facts);
      return isSingle(among) ? outcomes[among[0] ?? 0] : undefined;
    },
    next(facts, skipped = new Set()) {
      const places = asked.flatMap((one, at) => (skipped.has(one.fact.id) ? [at] : []));
      return asked[best(allowed(facts), places).fact]?.fact;
    },
    open: (facts) => askable(allowed(facts)).flatMap((at) => asked[at]?.fact ?? []),
    lengths: () => walk().map(({ questions }) => questions),
    isComplete: () => walk().every(({ among }) => isSingle(among)),
  };
}
