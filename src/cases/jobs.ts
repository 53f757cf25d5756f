/** Cases that nobody moved in time: passed up, and served ones ended, a quarter of an hour after their time at most. */
import type { NoticeRow } from '../chat/feature.ts';
import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools } from '../feature.ts';
import { type CasesSetup, toOfficers, toRequester } from './notices-chat.ts';
import { lookAfterOverdue } from './step-up.ts';

export const caseJobs =
  (setup: CasesSetup) =>
  ({ calendar, now, zone }: JobTools): readonly Schedule[] => [
    {
      name: 'cases.look-after',
      pattern: '*/15 * * * *',
      zone,
      missed: 'once',
      run: (_planned, write) =>
        write(async (tx, tell) => {
          const notices: NoticeRow[] = [];
          const moment = { now: now(), zone, calendar, sla: setup.sla() };
          for (const done of await lookAfterOverdue(tx, moment)) {
            if (done.kind === 'ended') {
              notices.push(...toRequester(done.row, done.event));
              continue;
            }
            for (const person of done.persons)
              notices.push({ notice: 'cases.overdue', subject: done.row.id, person });
            if (done.desk) notices.push(...(await toOfficers(tx, { ...done.row, told: [] }, setup.desk)));
          }
          await tell(notices);
        }),
    },
  ];
