/** Runs stored events: one conversation never twice at once and in order of arrival, different ones side by side. */
import { addressKey } from '../chat/address.ts';
import type { Incoming } from '../chat/incoming.ts';
import type { Store } from '../store/index.ts';
import type { Clock } from './clock.ts';
import { countFailure, findWaiting } from './inbox-store.ts';

export interface TurnsDeps {
  readonly store: Store;
  readonly clock: Clock;
  handle(incoming: Incoming, turnId: string): Promise<void>;
  log(level: 'warn' | 'error', event: string, details: Readonly<Record<string, unknown>>): void;
}

export interface Turns {
  enqueue(incoming: Incoming, turnId: string): void;
  /** Takes up what an earlier process stored and did not finish. */
  resume(): Promise<void>;
  /** Resolves when nothing is under way or waiting in memory. */
  idle(): Promise<void>;
  /** Begins no further event and resolves when those under way have ended; the rest stays stored. */
  stop(): Promise<void>;
  readonly size: number;
}

const parallel = 128;
const tries = 3;
const retryMs = 5_000;

export function createTurns(deps: TurnsDeps): Turns {
  const queues = new Map<string, { incoming: Incoming; turnId: string }[]>();
  const ready: string[] = [];
  const known = new Set<string>();
  let underWay = 0;
  let stopped = false;
  let quiet: (() => void)[] = [];

  async function runHead(key: string): Promise<void> {
    const head = queues.get(key)?.[0];
    if (head === undefined) return;
    underWay++;
    let waitMs = 0;
    try {
      await deps.handle(head.incoming, head.turnId);
    } catch (error) {
      deps.log('error', 'turn.unstored', { event: head.incoming.eventId, error: String(error) });
      waitMs = await deps.store
        .write((tx) => countFailure(tx, head.turnId, tries))
        .then((verdict) => (verdict === 'again' ? retryMs : 0))
        .catch(() => retryMs);
    }
    underWay--;
    if (waitMs > 0 && !stopped) {
      deps.clock.after(waitMs, () => {
        ready.push(key);
        pump();
      });
    } else {
      const queue = queues.get(key);
      queue?.shift();
      known.delete(head.turnId);
      if (queue === undefined || queue.length === 0) queues.delete(key);
      else ready.push(key);
    }
    pump();
  }

  function pump(): void {
    while (!stopped && underWay < parallel) {
      const key = ready.shift();
      if (key === undefined) break;
      void runHead(key);
    }
    if (underWay === 0 && (stopped || queues.size === 0)) {
      const waiting = quiet;
      quiet = [];
      for (const resolve of waiting) resolve();
    }
  }

  function enqueue(incoming: Incoming, turnId: string): void {
    if (known.has(turnId)) return;
    known.add(turnId);
    const key = addressKey(incoming.address);
    const queue = queues.get(key);
    if (queue !== undefined) queue.push({ incoming, turnId });
    else {
      queues.set(key, [{ incoming, turnId }]);
      ready.push(key);
    }
    pump();
  }

  const whenQuiet = () =>
    new Promise<void>((resolve) => {
      quiet.push(resolve);
      pump();
    });

  return {
    enqueue,
    async resume() {
      for (const row of await findWaiting(deps.store.read, 100_000)) {
        if (row.body !== null) enqueue(row.body, row.id);
      }
    },
    idle: whenQuiet,
    stop() {
      stopped = true;
      return whenQuiet();
    },
    get size() {
      return known.size;
    },
  };
}
