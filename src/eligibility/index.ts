/** Eligibility as one feature, and what the command line uses of it. */
export { createAssessor } from './assess.ts';
export { checkRules } from './check-rules.ts';
export { readFacts } from './fact-value.ts';
export { readRules } from './rule-source.ts';
export { plainAssessment, toJson } from './words-chat.ts';
