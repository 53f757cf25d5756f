/**
 * Which message goes next on one adapter: replies before notices before reminders, one place never twice at once and
 * always in its own order, no more at a time than the adapter carries.
 */
import type { Address } from '../chat/address.ts';
import type { SendBudget } from './budget.ts';
import type { Clock } from './clock.ts';

export interface Job {
  readonly lane: number;
  readonly address: Address;
  readonly place: string;
  /** Resolves when the message is settled, or with how long the place must wait before the same job runs again. */
  run(): Promise<'settled' | { readonly waitMs: number }>;
}

export interface Lanes {
  add(job: Job): void;
  /** Jobs waiting or under way. */
  readonly size: number;
  /** Takes no more jobs from the queue and resolves when those under way have ended. */
  stop(): Promise<void>;
}

const laneCount = 4;

export function createLanes(options: { clock: Clock; budget: SendBudget; parallel: number }): Lanes {
  const { clock, budget } = options;
  const queues = new Map<string, Job[]>();
  const ready: string[][] = Array.from({ length: laneCount }, () => []);
  let underWay = 0;
  let size = 0;
  let stopped = false;
  let onQuiet: (() => void) | undefined;

  const makeReady = (place: string) => {
    const head = queues.get(place)?.[0];
    if (head !== undefined) ready[Math.min(head.lane, laneCount - 1)]?.push(place);
  };

  async function runHead(place: string, job: Job): Promise<void> {
    underWay++;
    const result = await job.run();
    underWay--;
    if (result === 'settled') {
      size--;
      const queue = queues.get(place);
      queue?.shift();
      if (queue === undefined || queue.length === 0) queues.delete(place);
      else makeReady(place);
    } else {
      clock.after(result.waitMs, () => {
        makeReady(place);
        pump();
      });
    }
    if (underWay === 0) onQuiet?.();
    pump();
  }

  function nextPlace(): string | undefined {
    for (const lane of ready) {
      const place = lane.shift();
      if (place !== undefined) return place;
    }
    return undefined;
  }

  function pump(): void {
    while (!stopped && underWay < options.parallel) {
      const place = nextPlace();
      if (place === undefined) return;
      const job = queues.get(place)?.[0];
      if (job === undefined) continue;
      const wait = budget.take(job.address, place, clock.now());
      if (wait > 0) {
        clock.after(wait, () => {
          makeReady(place);
          pump();
        });
        continue;
      }
      void runHead(place, job);
    }
  }

  return {
    add(job) {
      size++;
      const queue = queues.get(job.place);
      if (queue === undefined) {
        queues.set(job.place, [job]);
        makeReady(job.place);
        pump();
      } else queue.push(job);
    },
    get size() {
      return size;
    },
    stop() {
      stopped = true;
      if (underWay === 0) return Promise.resolve();
      return new Promise<void>((resolve) => {
        onQuiet = resolve;
      });
    },
  };
}
