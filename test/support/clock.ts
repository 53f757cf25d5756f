/** A clock that only tests move. */
import type { Clock } from '../../src/delivery/clock.ts';

export interface TestClock extends Clock {
  /** Milliseconds until each timer that is set. */
  readonly pending: readonly number[];
  /** Moves the time on and runs what was due, in order, waiting for each. */
  advance(ms: number): Promise<void>;
  /** Sets the time on at once: what became due meanwhile runs now, each once. */
  jump(ms: number): Promise<void>;
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createTestClock(start: number): TestClock {
  let now = start;
  let timers: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    get pending() {
      return timers.map(({ at }) => at - now);
    },
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async jump(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at);
      timers = timers.filter((timer) => timer.at > now);
      for (const timer of due) {
        timer.work();
        await settle();
      }
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.work();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}
