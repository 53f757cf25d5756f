/** What happens when the staff's time is over: answered cards close, and who still waits is told so, once. */

import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools } from '../feature.ts';
import type { Address } from '../people/index.ts';
import { writeAudit } from '../store/index.ts';
import { quietMs } from './group.ts';
import { expireGroups, findUnshown } from './group-store.ts';
import { groupNotices } from './group-words-chat.ts';
import { findOutOfTime, updateHandover } from './store.ts';
import { isOfficeOpen } from './words-chat.ts';

/**
 * @param desk the staff's channel, where there is one.
 */
export const createDeskJobs = (
  desk: Address | undefined,
  { calendar, now, zone }: JobTools,
): readonly Schedule[] => [
  {
    name: 'desk.out-of-time',
    pattern: '*/15 * * * *',
    zone,
    missed: 'once',
    run: (_planned, write) =>
      write(async (tx, tell) => {
        for (const row of await findOutOfTime(tx, now())) {
          if (row.state === 'answered') {
            await updateHandover(tx, row.id, { state: 'closed', closedAt: now() });
            await writeAudit(tx, {
              at: now(),
              actor: 'system:desk',
              action: 'handover.closed',
              about: `handover:${row.id}`,
            });
          } else if (row.apologisedAt === null) {
            await updateHandover(tx, row.id, { apologisedAt: now() });
            await tell([{ notice: 'desk.late', subject: row.id, place: row.address, policy: 'never' }]);
          }
        }
      }),
  },
  {
    // What came at night or on a holiday, and cards that could not change with every asker.
    name: 'desk.show-cards',
    pattern: '*/10 * * * *',
    zone,
    missed: 'once',
    run: (_planned, write) =>
      write(async (tx, tell) => {
        const moment = { desk, now: now(), officeOpen: isOfficeOpen({ calendar, now: now(), zone }) };
        if (!moment.officeOpen) return;
        for (const row of await findUnshown(tx)) await tell(await groupNotices(tx, row.id, moment));
      }),
  },
  {
    name: 'desk.forget-groups',
    pattern: '40 2 * * *',
    zone,
    missed: 'once',
    run: (_planned, write) => write((tx) => expireGroups(tx, now() - quietMs)),
  },
];
