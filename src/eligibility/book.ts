/** The rules that are in force here, and what is worked out from them once and used by every turn. */
import { type Assessment, type Assessor, createAssessor } from './assess.ts';
import type { Check } from './check.ts';
import type { Facts } from './condition.ts';
import { type Fact, isValidIn, type Programme } from './rule.ts';
import type { RuleBook } from './rule-source.ts';
import { createSaidReader, type SaidReader } from './said.ts';

export interface Rules {
  readonly programmes: readonly Programme[];
  find(id: string): Programme | undefined;
  /** The programme whose check an answer of the knowledge offers. */
  ofTopic(topic: string): Programme | undefined;
  assess(check: Check): Assessment;
  /** What to ask next; undefined when nothing is worth asking. */
  nextQuestion(check: Check): Fact | undefined;
  /** The answers to offer for a fact: numbers as the ranges that the rules tell apart. */
  answersTo(check: Check, fact: Fact): readonly Facts[string][];
  said(programme: Programme, text: string): Facts;
  reader(programme: Programme): SaidReader;
  /** The last year before this one in which a programme of the past had rules of its own. */
  lastYearOf(programme: Programme, year: number): number | undefined;
}

export function createRules(book: RuleBook): Rules {
  const assessor: Assessor = createAssessor();
  const readers = new Map<Programme, SaidReader>();
  const reader = (programme: Programme): SaidReader => {
    const known = readers.get(programme) ?? createSaidReader(programme);
    readers.set(programme, known);
    return known;
  };
  const { programmes } = book;
  return {
    programmes,
    find: (id) => programmes.find((one) => one.id === id),
    ofTopic: (topic) => programmes.find((one) => one.topics.includes(topic)),
    assess: ({ facts, programme, year }) => assessor.assess(programme, facts, year),
    nextQuestion: ({ facts, programme, skipped, year }) =>
      assessor.interview(programme, year).next(facts, skipped),
    answersTo({ programme, year }, fact) {
      const asked = assessor.interview(programme, year).space.asked.find((one) => one.fact.id === fact.id);
      return asked?.answers ?? [];
    },
    reader,
    said: (programme, text) => reader(programme)(text),
    lastYearOf(programme, year) {
      const ends = programme.rules.flatMap((rule) => (isValidIn(rule, year) ? [] : (rule.until ?? [])));
      return ends.length === 0 ? undefined : Math.max(...ends);
    },
  };
}
