/** Pictures for chats and digests, and the monthly report as one feature. */
import type { Feature } from '../feature.ts';
import { reportCommands, reportPresses } from './chat.ts';

export { drawProgress, mostRows, type ProgressInput } from './draw.ts';

/** Reports what all `features` contribute; they are asked at first use. */
export function createReports(features: () => readonly Feature[]): Feature {
  const sections = () => features().flatMap((one) => one.reportSections ?? []);
  return { name: 'reports', commands: reportCommands(sections), presses: reportPresses(sections) };
}
