/** `dayabot check`: lint of what editors write: answers, eligibility rules, word lists, texts, holidays, figures of past years. */
import { checkKnowledge, figuresOf, loadKnowledge } from '../answers/index.ts';
import { checkProgrammes } from '../applications/index.ts';
import { readSla } from '../cases/index.ts';
import { checkRules, readRules } from '../eligibility/index.ts';
import { features, keepers } from '../features.ts';
import { checkLadder } from '../ladder/index.ts';
import { checkCatalogue } from '../language/catalogue-check.ts';
import { checkCalendarYears } from '../language/work-calendar-check.ts';
import { readCalendarYears } from '../language/work-calendar-source.ts';
import { checkRetention } from '../privacy/index.ts';
import { collectIndicators, readHistory } from '../targets/index.ts';
import { CommandFailed } from './failure.ts';
import { answersRoot, calendarFolder, textsFolder } from './open.ts';
import { printLine } from './print.ts';

export async function check(): Promise<void> {
  const { lexicon, problems, topics } = await loadKnowledge(answersRoot);
  const { years, problems: misread } = readCalendarYears(calendarFolder);
  const sla = readSla();
  const counted = new Set(
    collectIndicators(features.flatMap((one) => one.indicators ?? [])).all.map(({ id }) => id),
  );
  const found = [
    ...[...problems, ...checkKnowledge(topics, lexicon)].map(
      (problem) =>
        `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.reason}`,
    ),
    ...topics.flatMap((topic) =>
      figuresOf(topic)
        .filter((name) => !counted.has(name))
        .map((name) => `answers/${topic.id}.md: "${name}" is no figure that is counted`),
    ),
    ...checkCatalogue(textsFolder).map(
      (problem) =>
        `${problem.where}${problem.key === undefined ? '' : ` ${problem.key}`}: ${problem.problem}`,
    ),
    ...checkRules(readRules(), new Set(topics.map((topic) => topic.id))).map(
      ({ file, line, reason }) => `eligibility/${file}${line === undefined ? '' : `:${line}`}: ${reason}`,
    ),
    ...[...misread, ...checkCalendarYears(years)].map(({ file, reason }) => `calendar/${file}: ${reason}`),
    ...(sla.kind === 'wrong' ? sla.problems : []).map((problem) => `sla.yaml: ${problem}`),
    ...checkProgrammes().map((problem) => `applications.yaml: ${problem}`),
    ...checkLadder().map((problem) => `ladder.yaml: ${problem}`),
    ...checkRetention(keepers).map((problem) => `retention.yaml: ${problem}`),
    ...readHistory().problems.map((problem) => `targets/history.yaml: ${problem}`),
  ];
  if (found.length > 0) throw new CommandFailed([...found, `${found.length} problems`].join('\n'));
  await printLine(`${topics.length} topics and all texts are right`);
}
