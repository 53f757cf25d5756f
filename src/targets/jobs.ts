/** Counts the tally anew when it was made by an earlier version, or for other indicators. */
import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools } from '../feature.ts';
import type { Indicators } from './indicator.ts';
import { isTallyStale, rebuildTally } from './tally.ts';

export const targetJobs =
  (indicators: () => Indicators) =>
  ({ zone }: JobTools): readonly Schedule[] => [
    {
      name: 'targets.tally',
      pattern: '*/5 * * * *',
      zone,
      missed: 'once',
      run: async (_planned, write) => {
        await write(async (tx) => {
          if (await isTallyStale(tx, indicators())) await rebuildTally(tx, indicators());
        });
      },
    },
  ];
