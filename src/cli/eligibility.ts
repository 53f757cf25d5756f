/** `dayabot eligibility PROGRAMME --facts JSON`: what a situation comes to, without a conversation and without storing anything. */

import { systemClock } from '../delivery/clock.ts';
import { createAssessor, plainAssessment, readFacts, readRules, toJson } from '../eligibility/index.ts';
import { toDate } from '../language/calendar.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { openCatalogue, readConfig } from './open.ts';
import { printJson, printLine, remark } from './print.ts';

interface EligibilityOptions {
  readonly facts: string;
  readonly year?: string;
  readonly json?: boolean;
}

export async function eligibility(name: string, options: EligibilityOptions): Promise<void> {
  const config = readConfig();
  const { problems, programmes } = readRules();
  const broken = problems.map(({ file, line, reason }) => ({
    file,
    text: `eligibility: ${file}${line === undefined ? '' : `:${line}`}: ${reason}`,
  }));
  for (const { text } of broken) remark(`${text} (left out)`);
  const programme = programmes.find((one) => one.id === name.toLowerCase());
  if (programme === undefined && broken.some(({ file }) => file === `${name.toLowerCase()}.yaml`))
    throw new CommandFailed(`The rules of ${name} cannot be used until their file is put right.`);
  if (programme === undefined)
    throw new UsageWrong(
      `There is no programme "${name}". There are: ${programmes.map((one) => one.id).join(', ')}.`,
    );
  const year = toYear(options.year) ?? Number(toDate(systemClock.now(), config.timeZone).slice(0, 4));
  const read = readFacts(programme, parseObject(options.facts));
  if (read.kind === 'unknown-fact')
    throw new UsageWrong(
      `"${read.fact}" is no fact of ${programme.id}. Its facts are: ${read.allowed.join(', ')}.`,
    );
  if (read.kind === 'wrong-value')
    throw new UsageWrong(`${read.value} is no value of ${read.fact}, which takes ${read.allowed}.`);
  const assessment = createAssessor({ literal: true }).assess(programme, read.facts, year);
  const texts = openCatalogue().in(config.locale);
  await (options.json === true
    ? printJson(toJson(assessment, texts))
    : printLine(plainAssessment(assessment, texts)));
}

function toYear(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  if (!/^\d{4}$/.test(typed)) throw new UsageWrong(`--year takes a year such as 2021, not "${typed}".`);
  return Number(typed);
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new UsageWrong(
      `--facts is no JSON: ${error instanceof Error ? error.message : String(error)}. Example: '{"age": 30}'`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageWrong(`--facts takes a JSON object such as '{"age": 30}', not ${json.trim()}.`);
  return value as Readonly<Record<string, unknown>>;
}
