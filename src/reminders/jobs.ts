/** The digests' schedules: planned after midnight in each zone, handed out as they come due, forgotten after a month. */
import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools, ReminderSource } from '../feature.ts';
import { addDays, toDate } from '../language/calendar.ts';
import { type Zone, zoneName } from '../language/locale.ts';
import { handOut } from './hand-out.ts';
import { planDay } from './plan.ts';
import { expireUntold, findNextDue, forgetDigests, insertDigests } from './store.ts';

const zones: readonly Zone[] = ['Asia/Jayapura', 'Asia/Makassar', 'Asia/Jakarta'];
const plannedTogether = 2_000;
const keptDays = 31;
/** Longer than a wave takes to leave. */
const untoldMs = 6 * 3_600_000;

export const reminderJobs =
  (sources: () => readonly ReminderSource[]) =>
  ({ calendar, now, zone }: JobTools): readonly Schedule[] => [
    ...zones.map(
      (of): Schedule => ({
        name: `reminders.plan-${zoneName(of).toLowerCase()}`,
        pattern: '5 0 * * *',
        zone: of,
        missed: 'once',
        async run(_planned, write) {
          const date = toDate(now(), of);
          const digests = await write((tx) => planDay(tx, { zone: of, date, calendar }));
          for (let at = 0; at < digests.length; at += plannedTogether)
            await write((tx) => insertDigests(tx, digests.slice(at, at + plannedTogether), now()));
        },
      }),
    ),
    {
      name: 'reminders.hand-out',
      pattern: '* * * * *',
      zone,
      missed: 'once',
      // Every minute, and between minutes at the very moment of each digest.
      upcoming: findNextDue,
      async run(_planned, write) {
        await handOut(write, sources(), now);
      },
    },
    {
      name: 'reminders.forget',
      pattern: '40 2 * * *',
      zone,
      missed: 'once',
      run: (_planned, write) =>
        write(async (tx) => {
          await expireUntold(tx, now() - untoldMs, now());
          await forgetDigests(tx, addDays(toDate(now(), zone), -keptDays));
        }),
    },
  ];
