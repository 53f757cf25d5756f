/**
 * Notes what became of messages: many in one commit, none waiting long, and together with what follows from it for the
 * feature whose notice it was.
 */
import type { Store, Writer } from '../store/index.ts';
import type { Clock } from './clock.ts';
import { type OutboxRow, type OutboxState, type Settled, saveCard, settleOutgoing } from './store.ts';

/** Told in the write that notes the end of a message. */
export type OnSettled = (
  tx: Writer,
  row: OutboxRow,
  end: { readonly state: OutboxState; readonly reason: string | null },
) => Promise<void>;

export interface Settling {
  /** @param place key of where the message now stands, when it is a card that later ones replace. */
  add(row: OutboxRow, end: Omit<Settled, 'id'>, place?: string): void;
  flushNow(): void;
  /** Resolves when all that was added is on disk. */
  finish(): Promise<void>;
}

const together = 100;
const withinMs = 50;

export function createSettling(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly onSettled: OnSettled | undefined;
  readonly log: (level: 'error', event: string, details: Readonly<Record<string, unknown>>) => void;
}): Settling {
  const { clock, store } = deps;
  const waiting: { row: OutboxRow; end: Omit<Settled, 'id'>; place: string | undefined }[] = [];
  let flushing: Promise<void> | undefined;
  let soon: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      const now = clock.now();
      try {
        await store.write(async (tx) => {
          await settleOutgoing(
            tx,
            batch.map(({ end, row }) => ({ id: row.id, ...end })),
            now,
          );
          for (const { end, place, row } of batch) {
            const ref = end.refs?.[0];
            if (row.card !== null && place !== undefined && ref !== undefined)
              await saveCard(tx, row.card, place, ref, now);
            if (row.body.kind === 'notice') await deps.onSettled?.(tx, row, end);
          }
        });
      } catch (error) {
        deps.log('error', 'outbox.settle', { error: String(error), rows: batch.length });
      }
    }
    flushing = undefined;
  }

  const flushNow = () => {
    if (soon !== undefined) clearTimeout(soon);
    soon = undefined;
    if (waiting.length > 0) flushing ??= flush();
  };

  return {
    add(row, end, place) {
      waiting.push({ row, end, place });
      if (waiting.length >= together) flushNow();
      else soon ??= setTimeout(flushNow, withinMs);
    },
    flushNow,
    async finish() {
      flushNow();
      while (flushing !== undefined) await flushing;
    },
  };
}
