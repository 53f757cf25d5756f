/** `dayabot doctor`: everything an operator would look at, in one list. Changes nothing but what opening the store does. */

import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkKnowledge, loadKnowledge } from '../answers/index.ts';
import { findLastReceived } from '../delivery/inbox-store.ts';
import { countWaiting } from '../delivery/store.ts';
import { isDemo } from '../demo.ts';
import { readRules } from '../eligibility/index.ts';
import { features } from '../features.ts';
import { toDate } from '../language/calendar.ts';
import { calendarWarnings } from '../language/work-calendar-check.ts';
import { readCalendarYears } from '../language/work-calendar-source.ts';
import { findBrokenSeal } from '../store/index.ts';
import { collectIndicators, findTallyDifferences, isTallyStale } from '../targets/index.ts';
import { CommandFailed } from './failure.ts';
import { answersRoot, calendarFolder, withStore } from './open.ts';
import { printJson, printLine } from './print.ts';

type State = 'ok' | 'warning' | 'failed';

interface Finding {
  readonly what: string;
  readonly state: State;
  readonly detail: string;
}

const lowDiskBytes = 500_000_000;
const marks: Readonly<Record<State, string>> = { ok: 'ok  ', warning: 'warn', failed: 'FAIL' };

export async function doctor(options: { json?: boolean }): Promise<void> {
  const findings: Finding[] = [];
  const add = (what: string, state: State, detail: string) => findings.push({ what, state, detail });
  add('runtime', 'ok', `Node ${process.versions.node}`);
  await withStore(async ({ clock, config, file, store }) => {
    add(
      'settings',
      'ok',
      `telegram ${config.telegram === null ? 'off' : 'on'}, slack ${config.slack === null ? 'off' : 'on'}`,
    );
    if (config.telegram !== null) {
      const name = await (await import('../../adapters/telegram/bot-name.ts')).findBotName(config.telegram);
      add(
        'telegram',
        name === undefined ? 'failed' : 'ok',
        name === undefined ? 'not reachable, or the token is not accepted' : `@${name}`,
      );
    }
    const demo = await isDemo(store);
    add('store', 'ok', `${file}${demo ? ' (sample data)' : ''}`);
    const broken = await findBrokenSeal(store.read);
    add(
      'audit',
      broken === undefined ? 'ok' : 'failed',
      broken === undefined ? 'the chain is whole' : `the chain is broken at ${broken}`,
    );
    const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
    const stale = await isTallyStale(store.read, indicators);
    const [wrong, ...more] = stale ? [] : await findTallyDifferences(store.read, indicators);
    add(
      'tally',
      stale ? 'warning' : wrong === undefined ? 'ok' : 'failed',
      stale
        ? 'not counted yet; dayabot migrate or the running bot does it'
        : wrong === undefined
          ? 'agrees with the records'
          : `${wrong.indicator} ${wrong.scope} ${wrong.month}: kept ${wrong.kept}, records ${wrong.counted}${more.length === 0 ? '' : `, and ${more.length} more`}`,
    );
    const warnings = calendarWarnings(
      readCalendarYears(calendarFolder).years,
      toDate(clock.now(), config.timeZone),
    );
    for (const warning of warnings) add('calendar', 'warning', warning);
    if (warnings.length === 0) add('calendar', 'ok', 'holidays are at hand');
    const waiting = await countWaiting(store.read);
    add(
      'waiting',
      waiting.inbox + waiting.outbox > 1_000 ? 'warning' : 'ok',
      `${waiting.inbox} events, ${waiting.outbox} messages`,
    );
    const last = await findLastReceived(store.read);
    add('received', 'ok', last === undefined ? 'nothing yet' : `last on ${new Date(last).toISOString()}`);
    const disk = await statfs(dirname(file));
    const free = disk.bavail * disk.bsize;
    add('disk', free < lowDiskBytes ? 'warning' : 'ok', `${Math.round(free / 1_000_000)} MB free`);
  });
  const { lexicon, problems, topics } = await loadKnowledge(answersRoot);
  for (const problem of [...problems, ...checkKnowledge(topics, lexicon)]) {
    add(
      'knowledge',
      'warning',
      `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.reason}`,
    );
  }
  add('knowledge', topics.length === 0 ? 'failed' : 'ok', `${topics.length} topics`);
  const rules = readRules();
  for (const { file, line, reason } of rules.problems)
    add(
      'eligibility',
      'warning',
      `${file}${line === undefined ? '' : `:${line}`}: ${reason} (the file is left out)`,
    );
  add(
    'eligibility',
    rules.programmes.length === 0 ? 'failed' : 'ok',
    `rules of ${rules.programmes.length} programmes`,
  );
  const failed = findings.filter((finding) => finding.state === 'failed');
  if (options.json === true) await printJson({ ok: failed.length === 0, findings });
  else
    for (const finding of findings)
      await printLine(`${marks[finding.state]} ${finding.what.padEnd(10)} ${finding.detail}`);
  if (failed.length > 0) throw new CommandFailed(`${failed.length} of ${findings.length} checks failed.`);
}
