/** What happens when the staff's time is over: answered cards close, and who still waits is told so, once. */

import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools } from '../feature.ts';
import { writeAudit } from '../store/index.ts';
import { findOutOfTime, updateHandover } from './store.ts';

export const createDeskJobs = ({ now, zone }: JobTools): readonly Schedule[] => [
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
];
