/** Plans or hands out the digests of a store in a process of its own, so that its memory can be told. */
import { openCalendar } from '../src/cli/open.ts';
import { leaveNotices } from '../src/delivery/notice.ts';
import type { JobWrite } from '../src/delivery/scheduler.ts';
import { features } from '../src/features.ts';
import { startOfDate } from '../src/language/calendar.ts';
import { openSqlite } from '../src/store/index.ts';
import { day } from './reminders.ts';

export interface PlanFigures {
  readonly ms: number;
  readonly handed: number;
  readonly peakBytes: number;
}

const [file = '', what] = process.argv.slice(2);
if (file !== '') {
  const store = openSqlite(file);
  const calendar = openCalendar();
  let now = startOfDate(day, 'Asia/Jakarta') + 6 * 60_000;
  const reminders = features.find((feature) => feature.name === 'reminders');
  const jobs = reminders?.jobs?.({ now: () => now, zone: 'Asia/Jakarta', calendar }) ?? [];
  let handed = 0;
  const write: JobWrite = (work) =>
    store.write((tx) =>
      work(tx, async (notices) => {
        handed += notices.length;
        await leaveNotices(tx, notices, now);
      }),
    );
  const run = async (pattern: RegExp): Promise<number> => {
    const begun = performance.now();
    for (const job of jobs) if (pattern.test(job.name)) await job.run(now, write);
    return performance.now() - begun;
  };
  if (what === 'hand') now = startOfDate(day, 'Asia/Jakarta') + 14 * 3_600_000;
  const ms = await run(what === 'hand' ? /^reminders\.hand-out/ : /^reminders\.plan/);
  const figures: PlanFigures = { ms, handed, peakBytes: process.resourceUsage().maxRSS * 1_024 };
  await store.close();
  process.send?.(figures);
  process.disconnect?.();
}
