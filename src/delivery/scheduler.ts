/**
 * Runs what features plan: each planned moment of a schedule is claimed once in the store, so that neither a restart
 * nor a second process runs it twice. What was missed is caught up by the schedule's own policy.
 */
import { Cron } from 'croner';
import type { NoticeRow } from '../chat/feature.ts';
import type { Reader, Store, Writer } from '../store/index.ts';
import type { Clock } from './clock.ts';
import { claimRun, findLastRun, settleRun } from './run-store.ts';

export interface Schedule {
  readonly name: string;
  /** Cron pattern of five fields, read in `zone`. */
  readonly pattern: string;
  readonly zone: string;
  /** After an outage: `once` runs the latest missed moment, `skip` none. */
  readonly missed: 'once' | 'skip';
  /**
   * The earliest moment after `after` at which records ask for a run between the planned ones, where they do. Such runs
   * are not claimed, since the records themselves say what is left to do.
   */
  upcoming?(read: Reader, after: number): Promise<number | undefined>;
  /** `planned` is the moment that was due, in epoch milliseconds. */
  run(planned: number, write: JobWrite): Promise<void>;
}

/**
 * One write of a job. `tell` adds messages to the same write; they are sent after the commit. A long job writes in
 * several steps, each of which must be safe to meet again after a crash.
 */
export type JobWrite = <T>(
  work: (tx: Writer, tell: (notices: readonly NoticeRow[]) => Promise<void>) => Promise<T>,
) => Promise<T>;

export interface Scheduler {
  /** Catches up at once, then runs each moment when it comes. */
  start(): void;
  /** Runs everything due by now; resolves with the names that ran. */
  tick(): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** The longest sleep: a clock that was set is noticed within it. */
const tickMs = 15_000;
/** The shortest sleep: what records ask for meanwhile is run together. */
const restMs = 250;
/** A moment this recent is run on time, not caught up. */
const onTimeMs = 60_000;

/** The latest planned moment at or before `now` and after `since`; undefined when there is none. */
function latestDue(cron: Cron, since: number, now: number): number | undefined {
  const [before] = cron.previousRuns(1, new Date(now + 1));
  const planned = before?.getTime();
  return planned !== undefined && planned > since && planned <= now ? planned : undefined;
}

export function createScheduler(deps: {
  store: Store;
  clock: Clock;
  write: JobWrite;
  schedules: readonly Schedule[];
  log(level: 'info' | 'error', event: string, details: Readonly<Record<string, unknown>>): void;
}): Scheduler {
  const { clock, store } = deps;
  const planned = deps.schedules.map((schedule) => ({
    schedule,
    cron: new Cron(schedule.pattern, { timezone: schedule.zone, paused: true }),
  }));
  /** When each schedule with records of its own ran last. */
  const ranAt = new Map<string, number>(deps.schedules.map(({ name }) => [name, clock.now()]));
  let callOff: (() => void) | undefined;
  let ticking: Promise<readonly string[]> | undefined;
  let stopped = false;

  /** Notes since when a schedule is known, so that what is missed before its first run is caught up too. */
  async function begin(schedule: Schedule, since: number): Promise<number> {
    await store.write(async (tx) => {
      if (await claimRun(tx, schedule.name, since, since))
        await settleRun(tx, schedule.name, since, 'skipped', 'known since', since);
    });
    return since;
  }

  /** Runs a schedule between its planned moments when its records ask for it. */
  async function runAsked(schedule: Schedule, now: number): Promise<boolean> {
    const asked = await schedule.upcoming?.(store.read, ranAt.get(schedule.name) ?? now);
    if (asked === undefined || asked > now) return false;
    ranAt.set(schedule.name, now);
    try {
      await schedule.run(asked, deps.write);
      return true;
    } catch (error) {
      deps.log('error', 'schedule.failed', { schedule: schedule.name, error: String(error) });
      return false;
    }
  }

  async function runDue(): Promise<readonly string[]> {
    const ran: string[] = [];
    for (const { cron, schedule } of planned) {
      const now = clock.now();
      const last = (await findLastRun(store.read, schedule.name)) ?? (await begin(schedule, now - onTimeMs));
      const moment = latestDue(cron, last, now);
      if (moment === undefined) {
        if (await runAsked(schedule, now)) ran.push(schedule.name);
        continue;
      }
      if (!(await store.write((tx) => claimRun(tx, schedule.name, moment, now)))) continue;
      const late = now - moment > onTimeMs;
      if (late && schedule.missed === 'skip') {
        await store.write((tx) =>
          settleRun(tx, schedule.name, moment, 'done', 'missed, skipped', clock.now()),
        );
        continue;
      }
      ranAt.set(schedule.name, now);
      try {
        await schedule.run(moment, deps.write);
        await store.write((tx) => settleRun(tx, schedule.name, moment, 'done', null, clock.now()));
        ran.push(schedule.name);
      } catch (error) {
        deps.log('error', 'schedule.failed', { schedule: schedule.name, error: String(error) });
        await store.write((tx) => settleRun(tx, schedule.name, moment, 'failed', String(error), clock.now()));
      }
    }
    return ran;
  }

  const tick = (): Promise<readonly string[]> => {
    ticking ??= runDue().finally(() => {
      ticking = undefined;
    });
    return ticking;
  };

  /** Milliseconds to the next moment of any schedule, planned or asked for. */
  async function untilNext(): Promise<number> {
    const now = clock.now();
    let wait = tickMs;
    for (const { cron, schedule } of planned) {
      const next = cron.nextRun(new Date(now))?.getTime();
      if (next !== undefined) wait = Math.min(wait, Math.max(1, next - now));
      const asked = await schedule.upcoming?.(store.read, ranAt.get(schedule.name) ?? now);
      if (asked !== undefined) wait = Math.min(wait, Math.max(restMs, asked - now));
    }
    return wait;
  }

  const go = () => {
    void tick()
      .then(untilNext)
      .catch((error) => {
        if (!stopped) deps.log('error', 'schedule.tick', { error: String(error) });
        return tickMs;
      })
      .then((ms) => {
        if (!stopped) callOff = clock.after(ms, go);
      });
  };

  return {
    start: go,
    tick,
    async stop() {
      stopped = true;
      callOff?.();
      for (const { cron } of planned) cron.stop();
      await ticking?.catch(() => undefined);
    },
  };
}
