/** Eligibility as one feature, and what others use of it. */
import type { Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import type { Feature } from '../feature.ts';
import { createRules, type Rules } from './book.ts';
import { checkCommands, checkFreeText, checkPresses } from './chat.ts';
import { beginCheck, toText } from './check.ts';
import { keepPresses, myResults, receivedNotice, resultRetention } from './keep-chat.ts';
import { yearOf } from './result-chat.ts';
import { type RuleBook, type RuleProblem, readRules } from './rule-source.ts';

export { createAssessor } from './assess.ts';
export { checkRules } from './check-rules.ts';
export { readFacts } from './fact-value.ts';
export { readRules } from './rule-source.ts';
export { plainAssessment, toJson } from './words-chat.ts';

let shared: { readonly book: RuleBook; readonly rules: Rules } | undefined;

function open() {
  if (shared !== undefined) return shared;
  const book = readRules();
  shared = { book, rules: createRules(book) };
  return shared;
}

const rules = (): Rules => open().rules;

/** Reads the shipped rules once for the whole process; whoever starts the assistant says what was left out. */
export const openRules = (): readonly RuleProblem[] => open().book.problems;

/**
 * The check that the answer on a topic offers, with what the question says of the situation; undefined for topics that
 * are not about conditions.
 */
export function checkButton(
  topic: string,
  turn: Pick<Turn, 'texts' | 'today'>,
  question: string,
): Button | undefined {
  const programme = rules().ofTopic(topic);
  if (programme === undefined) return undefined;
  const check = beginCheck(programme, yearOf(turn), rules().said(programme, question));
  return {
    label: turn.texts.t('eligibility-button-topic'),
    press: 'eligibility.begin',
    subject: toText(check),
  };
}

/** @param features all features, asked at first use: a result becomes a case where one of them can open one. */
export function createEligibility(features: () => readonly Feature[]): Feature {
  const deps = {
    rules,
    hasPress: (name: string) =>
      features().some((feature) => feature.presses?.some((press) => press.name === name) === true),
  };
  return {
    name: 'eligibility',
    commands: checkCommands(deps),
    presses: [...checkPresses(deps), ...keepPresses(rules)],
    freeText: checkFreeText(deps),
    notices: [receivedNotice(rules)],
    myData: myResults(rules),
    retention: resultRetention,
    firstSteps: (turn) =>
      turn.actor.roles.length === 0
        ? [{ label: turn.texts.t('eligibility-button-topic'), press: 'eligibility.list' }]
        : [],
  };
}
