/** Properties of every shipped programme: nothing is asked in vain, every interview ends, knowing more never misleads. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnswerSpace, outcomeOf } from '../../src/eligibility/answer-space.ts';
import { createAssessor } from '../../src/eligibility/assess.ts';
import { evaluate, type Facts, type Value } from '../../src/eligibility/condition.ts';
import { createInterview } from '../../src/eligibility/interview.ts';
import type { Fact, Programme } from '../../src/eligibility/rule.ts';
import { readRules } from '../../src/eligibility/rule-source.ts';

const { programmes } = readRules();
/** As people are asked: what cannot be is not considered. */
const assessor = createAssessor();
/** As scripts are answered. */
const literal = createAssessor({ literal: true });
const years = [2019, 2020, 2021, 2022, 2026];

function anyValue(fact: Fact): fc.Arbitrary<Value> {
  switch (fact.type) {
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...fact.choices.map((one) => one.value));
    case 'list':
      return fc.subarray(fact.choices.map((one) => one.value));
    case 'number':
      return fc.oneof(
        fc.integer({ min: fact.min, max: Math.min(fact.max, 60) }),
        fc.constantFrom(1, 4, 5, 6, 7, 10).filter((n) => n >= fact.min && n <= fact.max),
      );
    case 'text':
      return fc.string();
    default:
      return fact satisfies never;
  }
}

/** Some or all facts of a programme. */
const anyFacts = (programme: Programme, share: number): fc.Arbitrary<Facts> =>
  fc
    .tuple(
      ...programme.facts.map((fact) => fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), anyValue(fact))),
    )
    .map((rolled) =>
      Object.fromEntries(
        rolled.flatMap(([chance, value], at) => {
          const id = programme.facts[at]?.id;
          return id === undefined || chance > share ? [] : [[id, value]];
        }),
      ),
    );

const anyCase = (share: number) =>
  fc.tuple(fc.constantFrom(...programmes), fc.constantFrom(...years)).chain(([programme, year]) =>
    fc.record({
      programme: fc.constant(programme),
      year: fc.constant(year),
      facts: anyFacts(programme, share),
    }),
  );

/** What every completion of the facts comes to, found by trying them all one by one. */
function possibleOutcomes(
  programme: Programme,
  year: number,
  facts: Facts,
  isLiteral = false,
): ReadonlySet<string> {
  const { asked, rules } = createAnswerSpace(programme, year);
  const open = asked.filter(({ fact }) => facts[fact.id] === undefined);
  const all: string[] = [];
  const consistent: string[] = [];
  const walk = (at: number, known: Facts): void => {
    const next = open[at];
    if (next === undefined) {
      const outcome = outcomeOf(rules.find((rule) => evaluate(rule.when, known, programme.named) === true));
      all.push(outcome);
      if (!programme.impossible.some((one) => evaluate(one, known, programme.named) === true))
        consistent.push(outcome);
      return;
    }
    for (const answer of next.answers) walk(at + 1, { ...known, [next.fact.id]: answer });
  };
  walk(0, facts);
  return new Set(consistent.length > 0 && !isLiteral ? consistent : all);
}

describe('what is decided', () => {
  test('needs-data is said exactly when an unknown fact can still change the outcome, or a rule says so', () => {
    fc.assert(
      fc.property(anyCase(0.6), ({ facts, programme, year }) => {
        for (const by of [assessor, literal]) {
          const { outcome, rule } = by.assess(programme, facts, year);
          const possible = possibleOutcomes(programme, year, facts, by === literal);
          if (possible.size > 1) {
            expect(outcome).toBe('needs-data');
            expect(rule).toBeUndefined();
          } else expect([outcome]).toEqual([...possible]);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('more facts never turn a definite no into anything else, nor a criterion that was known', () => {
    fc.assert(
      fc.property(
        anyCase(0.6).chain((one) => fc.record({ one: fc.constant(one), more: anyFacts(one.programme, 0.5) })),
        ({ more, one: { facts, programme, year } }) => {
          const before = literal.assess(programme, facts, year);
          const after = literal.assess(programme, { ...more, ...facts }, year);
          if (before.outcome === 'no') expect(after.outcome).toBe('no');
          // What was known of a criterion stays as it was.
          for (const [at, { criterion, state }] of before.criteria.entries())
            if (state !== 'unknown')
              expect([criterion.id, after.criteria[at]?.state]).toEqual([criterion.id, state]);
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe('the interview', () => {
  test('asks only what can still change the outcome, asks nothing twice, and ends in an outcome', () => {
    fc.assert(
      fc.property(anyCase(1), ({ facts: truth, programme, year }) => {
        const { next, settled } = assessor.interview(programme, year);
        let known: Facts = {};
        const asked: string[] = [];
        for (let fact = next(known); fact !== undefined; fact = next(known)) {
          expect(asked).not.toContain(fact.id);
          asked.push(fact.id);
          const outcomes = possibleOutcomes(programme, year, known);
          expect(outcomes.size).toBeGreaterThan(1);
          expect(canChange(programme, year, known, fact)).toBe(true);
          known = { ...known, [fact.id]: truth[fact.id] as Value };
        }
        expect(asked.length).toBeLessThanOrEqual(programme.facts.length);
        expect(settled(known)).toBeDefined();
        expect(assessor.assess(programme, known, year).missing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('goes on after "I do not know" with what can still decide, and says what is missing in the end', () => {
    fc.assert(
      fc.property(
        anyCase(1),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        ({ facts, programme, year }, knows) => {
          const { next } = assessor.interview(programme, year);
          const skipped = new Set<string>();
          let known: Facts = {};
          for (let n = 0; ; n += 1) {
            const fact = next(known, skipped);
            if (fact === undefined) break;
            expect(skipped).not.toContain(fact.id);
            if (knows[n] === true) known = { ...known, [fact.id]: facts[fact.id] as Value };
            else skipped.add(fact.id);
            expect(n).toBeLessThan(programme.facts.length);
          }
          const { missing } = assessor.assess(programme, known, year);
          for (const fact of missing) expect(skipped).toContain(fact.id);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is the shortest there is: no other first question leads to fewer on average', () => {
    for (const programme of programmes) {
      const space = createAnswerSpace(programme, 2026);
      const total = (lengths: readonly number[]) => lengths.reduce((sum, one) => sum + one, 0);
      const best = total(createInterview(space).lengths());
      for (const { answers, fact } of space.asked) {
        const interview = createInterview(space);
        let sum = 0;
        let changes = false;
        for (const [at, vector] of space.vectors.entries()) {
          if (space.consistent[at] !== true) continue;
          const place = space.asked.findIndex((one) => one.fact === fact);
          let known: Facts = { [fact.id]: answers[vector[place] ?? 0] as Value };
          sum += 1;
          for (let next = interview.next(known); next !== undefined; next = interview.next(known)) {
            changes = true;
            const { id } = next;
            const at2 = space.asked.findIndex((one) => one.fact.id === id);
            known = { ...known, [id]: space.asked[at2]?.answers[vector[at2] ?? 0] as Value };
            sum += 1;
          }
        }
        if (changes) expect([programme.id, fact.id, sum >= best]).toEqual([programme.id, fact.id, true]);
      }
    }
  });

  test('takes at most four questions in the middle, where the rules have at most six facts', () => {
    for (const programme of programmes) {
      for (const year of years) {
        const lengths = assessor
          .interview(programme, year)
          .lengths()
          .toSorted((a, b) => a - b);
        expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(4);
      }
    }
  });

  test('has its next question well within a turn', () => {
    for (const programme of programmes) {
      const started = performance.now();
      createInterview(createAnswerSpace(programme, 2026)).next({});
      expect(performance.now() - started).toBeLessThan(100);
    }
  });
});

/** Two completions that differ in this fact alone come to different outcomes. */
function canChange(programme: Programme, year: number, known: Facts, fact: Fact): boolean {
  const { asked, consistent, decided, vectors } = createAnswerSpace(programme, year);
  const place = asked.findIndex((one) => one.fact.id === fact.id);
  const fits = vectors.flatMap((vector, at) =>
    consistent[at] === true &&
    asked.every((one, n) => {
      const value = known[one.fact.id];
      return value === undefined || one.answersOf(value).includes(vector[n] ?? 0);
    })
      ? [at]
      : [],
  );
  return fits.some((a) =>
    fits.some(
      (b) =>
        outcomeOf(decided[a]) !== outcomeOf(decided[b]) &&
        asked.every((_, n) => n === place || vectors[a]?.[n] === vectors[b]?.[n]),
    ),
  );
}
