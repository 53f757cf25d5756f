/** Targets as one feature, and what others may use of it. */
import { fileURLToPath } from 'node:url';
import type { Feature } from '../feature.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { loadWorkCalendar } from '../language/work-calendar-source.ts';
import { behindReminder } from './behind-chat.ts';
import { targetCommands, targetPresses } from './chat.ts';
import { progressExport, targetExport } from './exports.ts';
import { targetForm } from './form-chat.ts';
import type { History } from './history.ts';
import { readHistory } from './history-source.ts';
import { progressImport, targetImport } from './imports.ts';
import { collectIndicators, type Indicators } from './indicator.ts';
import { targetJobs } from './jobs.ts';
import { targetReport } from './report.ts';
import { homeTargets } from './show-chat.ts';
import { weeklyTargets } from './weekly-chat.ts';

export { fillTargets } from './demo.ts';
export { readHistory } from './history-source.ts';
export { collectIndicators } from './indicator.ts';
export { describeStandings } from './own-lines-chat.ts';
export { countTowards, findTallyDifferences, isTallyStale, rebuildTally } from './tally.ts';
export { countInYear } from './tally-store.ts';

/** Makes what is costly to make at its first use. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** Targets on what all `features` count; they are asked at first use, so that the list may hold this feature too. */
export function createTargets(features: () => readonly Feature[]): Feature {
  const indicators = once(
    (): Indicators => collectIndicators(features().flatMap((one) => one.indicators ?? [])),
  );
  const history = once((): History => readHistory().history);
  const calendar = once(
    (): WorkCalendar => loadWorkCalendar(fileURLToPath(new URL('../../knowledge/calendar', import.meta.url))),
  );
  return {
    name: 'targets',
    commands: targetCommands(indicators, history),
    presses: targetPresses(indicators, history),
    forms: [targetForm(indicators)],
    imports: [targetImport(indicators), progressImport(indicators)],
    exports: [targetExport, progressExport(indicators)],
    reportSections: [targetReport(indicators)],
    reminders: [behindReminder({ indicators, calendar })],
    jobs: targetJobs(indicators),
    weekly: (context) => weeklyTargets(context, indicators()),
    home: (turn) => homeTargets(turn, indicators()),
  };
}
