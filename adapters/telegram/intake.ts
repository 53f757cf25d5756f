/** What polling and webhook share: a batch is stored first, then its callback queries are acknowledged. */
import type { Api } from 'grammy';
import type { Receive } from '../../src/chat/adapter.ts';
import type { TelegramConfig } from './config.ts';
import { readUpdate, type Self } from './receive.ts';

export interface Intake {
  /** Stores a batch; resolves with the id of its last update. Rejects when it could not be stored. */
  take(updates: readonly unknown[]): Promise<number | undefined>;
}

export function createIntake(api: Api, self: Self, receive: Receive, config: TelegramConfig): Intake {
  return {
    async take(updates) {
      const now = config.now();
      const read = updates.map((update) => readUpdate(update, self, now));
      const incoming = read.flatMap((one) => (one.incoming === undefined ? [] : [one.incoming]));
      if (incoming.length > 0) await receive(incoming);
      for (const { query } of read) {
        if (query === undefined) continue;
        // Only stops the spinner on the button; what it did is told by the reply.
        api
          .answerCallbackQuery(query)
          .catch((error: unknown) => config.log('info', 'telegram.query', { error: String(error) }));
      }
      return read.at(-1)?.id;
    },
  };
}
