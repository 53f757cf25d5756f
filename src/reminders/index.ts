/** Reminders as one feature: one digest a person and working day, of what all features say is due. */
import type { Feature } from '../feature.ts';
import { digestNoticeSpec, digestPresses } from './digest-chat.ts';
import { reminderJobs } from './jobs.ts';
import { collectSources } from './plan.ts';
import { reminderCommands, settingsPresses } from './settings-chat.ts';
import { tickOff } from './tick-off.ts';

export { createPreview } from './preview-chat.ts';
export { createWeekly } from './weekly-chat.ts';

/** Reminds of what all `features` contribute; they are asked at first use, so that the list may hold this feature too. */
export function createReminders(features: () => readonly Feature[]): Feature {
  const sources = () => collectSources(features());
  return {
    name: 'reminders',
    commands: reminderCommands(sources),
    presses: [...digestPresses(sources), ...settingsPresses(sources)],
    notices: [digestNoticeSpec(sources)],
    jobs: reminderJobs(sources),
    async afterWork(tx, turn) {
      const person = turn.actor.person?.id;
      if (person === undefined) return;
      const moment = { person, today: turn.today, now: turn.now };
      const notice = await tickOff(tx, sources(), moment);
      if (notice !== undefined) await turn.notify(tx, notice);
    },
  };
}
