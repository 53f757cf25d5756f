/**
 * Long polling that loses nothing: the offset moves, and so tells Telegram to forget, only after a batch is stored.
 * (grammY's own loop and its runner confirm earlier.)
 */
import { type Api, GrammyError } from 'grammy';
import type { TelegramConfig } from './config.ts';
import type { Intake } from './intake.ts';
import { allowedUpdates } from './receive.ts';

const pollSeconds = 30;
const batch = 100;
const longestWaitMs = 30_000;

export interface Polling {
  /** Ends the running poll, finishes storing, and confirms what was stored. */
  stop(): Promise<void>;
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });

/** Milliseconds to wait after a failed poll: what Telegram asks for, else longer each time. */
const pauseAfter = (error: unknown, failures: number): number => {
  const asked = error instanceof GrammyError ? error.parameters?.retry_after : undefined;
  return asked === undefined ? Math.min(longestWaitMs, 500 * 2 ** Math.min(failures, 6)) : asked * 1_000;
};

export function startPolling(api: Api, intake: Intake, config: TelegramConfig): Polling {
  const ending = new AbortController();
  const { signal } = ending;
  let offset = 0;

  async function loop(): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const updates = await api.getUpdates(
          { offset, limit: batch, timeout: pollSeconds, allowed_updates: allowedUpdates },
          signal as never,
        );
        const last = updates.length === 0 ? undefined : await intake.take(updates);
        if (last !== undefined) offset = last + 1;
        failures = 0;
      } catch (error) {
        if (signal.aborted) break;
        failures++;
        config.log('warn', 'telegram.poll', {
          error: error instanceof Error ? error.message : String(error),
          failures,
        });
        await waitFor(pauseAfter(error, failures), signal);
      }
    }
    // Without this the last batch would come again at the next start.
    if (offset > 0)
      await api
        .getUpdates({ offset, limit: 1, timeout: 0 }, AbortSignal.timeout(2_000) as never)
        .catch(() => undefined);
  }

  const running = loop();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  };
}
