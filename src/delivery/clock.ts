/** The one source of "now". Tests and `--now` move it; nothing else in the program asks the machine for the time. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `work` once after `ms`; the returned function calls it off. Never keeps the process alive by itself. */
  after(ms: number, work: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A clock that begins at `start` and runs on from there at the machine's pace. */
export function createShiftedClock(start: number): Clock {
  const offset = start - Date.now();
  return { now: () => Date.now() + offset, after: systemClock.after };
}
