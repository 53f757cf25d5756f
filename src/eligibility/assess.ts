/** What a situation comes to in one year: the outcome, each criterion with its state, and the next step. */
import { createAnswerSpace, decide } from './answer-space.ts';
import { evaluate, type Facts, leavesOf } from './condition.ts';
import { createInterview, type Interview } from './interview.ts';
import { type Criterion, type Fact, isValidIn, type Outcome, type Programme, type Rule } from './rule.ts';

export type State = 'met' | 'not-met' | 'unknown';

export interface Assessment {
  readonly programme: Programme;
  readonly year: number;
  readonly outcome: Outcome;
  /** The rule that decided; undefined when facts are missing, or no rule is known for the year. */
  readonly rule?: Rule | undefined;
  readonly criteria: readonly { readonly criterion: Criterion; readonly state: State }[];
  /** What is unknown and can still change the outcome. */
  readonly missing: readonly Fact[];
}

export interface Assessor {
  assess(programme: Programme, facts: Facts, year: number): Assessment;
  interview(programme: Programme, year: number): Interview;
}

/**
 * Keeps what was worked out, per programme and set of rules; a year with the same rules costs nothing more.
 * @param literal for scripts, where an absent fact is unknown whatever the others say; people are not asked about what
 * cannot be, such as whether a family that receives PKH ever received it.
 */
export function createAssessor({ literal = false } = {}): Assessor {
  const interviews = new Map<string, Interview>();
  function interview(programme: Programme, year: number): Interview {
    const space = `${programme.id} ${programme.rules.map((rule) => Number(isValidIn(rule, year))).join('')}`;
    const known = interviews.get(space);
    if (known !== undefined) return known;
    const made = createInterview(createAnswerSpace(programme, year, literal));
    interviews.set(space, made);
    return made;
  }
  return {
    interview,
    assess(programme, facts, year) {
      const { open, settled, space } = interview(programme, year);
      const criteria = programme.criteria.map((criterion) => ({
        criterion,
        state: stateOf(evaluate(criterion.when, facts, programme.named)),
      }));
      const outcome = settled(facts);
      if (outcome === undefined) {
        return { programme, year, outcome: 'needs-data', criteria, missing: open(facts) };
      }
      const rule =
        decide(space.rules, facts, programme) ?? space.rules.find((one) => one.outcome === outcome);
      return { programme, year, outcome, rule, criteria, missing: [] };
    },
  };
}

const stateOf = (truth: boolean | undefined): State =>
  truth === undefined ? 'unknown' : truth ? 'met' : 'not-met';

/** The criterion that a fact belongs to. */
export const criterionOf = (programme: Programme, fact: Fact): Criterion | undefined =>
  programme.criteria.find((criterion) =>
    leavesOf(criterion.when, programme.named).some((leaf) => leaf.fact === fact.id),
  );
