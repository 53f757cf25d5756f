/** What waits for the bot, and how it gets it: by long polling, where an offset confirms, or by webhook, until it answers 200. */
import { badRequest, Refused } from './refused.ts';
import type { Given } from './rules.ts';

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

interface Entry {
  readonly update: Update;
  /** Handed over although an offset confirmed it before, as when that confirmation was lost. */
  readonly repeated: boolean;
  handed: boolean;
}

/** Milliseconds until a webhook that did not take an update is tried again. Telegram takes longer. */
const retryMs = 20;

export interface Updates {
  add(kind: string, value: unknown): Update | undefined;
  /** Hands the newest update over once more, although it was taken. */
  again(): void;
  readonly waiting: readonly Update[];
  /** How often an update was handed over. */
  deliveriesOf(id: number): number;
  readonly newest: number;
  getUpdates(given: Given<'getUpdates'>, closed: AbortSignal): Promise<readonly Update[]>;
  setWebhook(given: Given<'setWebhook'>): true;
  deleteWebhook(given: Given<'deleteWebhook'>): true;
  readonly webhook: string;
  /** Resolves when nothing waits. */
  taken(): Promise<void>;
  close(): void;
}

export function createUpdates(): Updates {
  let waiting: Entry[] = [];
  let newest: Update | undefined;
  let nextId = 500_001;
  let allowed: readonly string[] | undefined;
  let webhook: { url: string; secret: string | undefined } | undefined;
  let delivering = false;
  let closed = false;
  let poll: { wake(): void; refuse(error: Refused): void } | undefined;
  const onTaken: (() => void)[] = [];
  const deliveries = new Map<number, number>();

  const hand = (entry: Entry): Update => {
    const { update } = entry;
    entry.handed = true;
    deliveries.set(update.update_id, (deliveries.get(update.update_id) ?? 0) + 1);
    return update;
  };

  const tellTaken = () => {
    if (waiting.length > 0) return;
    for (const resolve of onTaken.splice(0)) resolve();
  };

  async function post(update: Update): Promise<boolean> {
    if (webhook === undefined) return false;
    try {
      const response = await fetch(webhook.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(webhook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret }),
        },
        body: JSON.stringify(update),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  async function deliver(): Promise<void> {
    if (delivering) return;
    delivering = true;
    while (!closed && webhook !== undefined) {
      const [entry] = waiting;
      if (entry === undefined) break;
      if (await post(hand(entry))) {
        waiting = waiting.filter((other) => other !== entry);
        tellTaken();
      } else {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    delivering = false;
  }

  const wake = () => {
    if (webhook === undefined) poll?.wake();
    else void deliver();
  };

  return {
    add(kind, value) {
      if (allowed !== undefined && !allowed.includes(kind)) return undefined;
      const update: Update = { update_id: nextId++, [kind]: value };
      newest = update;
      waiting.push({ update, repeated: false, handed: false });
      wake();
      return update;
    },
    again() {
      if (newest === undefined) return;
      waiting.push({ update: newest, repeated: true, handed: false });
      wake();
    },
    get waiting() {
      return waiting.map(({ update }) => update);
    },
    deliveriesOf: (id) => deliveries.get(id) ?? 0,
    get newest() {
      return newest?.update_id ?? 0;
    },
    async getUpdates(given, gone) {
      if (webhook !== undefined) {
        throw new Refused(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        );
      }
      if (given.allowed_updates !== undefined) allowed = given.allowed_updates;
      poll?.refuse(
        new Refused(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      const { limit = 100, offset = 0, timeout = 0 } = given;
      if (offset < 0) waiting = waiting.slice(offset);
      else
        waiting = waiting.filter(
          ({ handed, repeated, update }) => update.update_id >= offset || (repeated && !handed),
        );
      tellTaken();
      if (waiting.length === 0 && timeout > 0) {
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(resolve, timeout * 1_000);
          const end = () => {
            clearTimeout(timer);
            if (poll === own) poll = undefined;
            resolve();
          };
          const own = {
            wake: end,
            refuse(error: Refused) {
              reject(error);
              end();
            },
          };
          poll = own;
          gone.addEventListener('abort', end, { once: true });
        });
      }
      if (gone.aborted) return [];
      return waiting.slice(0, limit).map(hand);
    },
    setWebhook(given) {
      if (given.url !== '' && !/^https:|^http:\/\/127\.0\.0\.1[:/]/.test(given.url))
        throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
      webhook = given.url === '' ? undefined : { url: given.url, secret: given.secret_token };
      if (given.allowed_updates !== undefined) allowed = given.allowed_updates;
      if (given.drop_pending_updates === true) waiting = [];
      void deliver();
      return true;
    },
    deleteWebhook(given) {
      webhook = undefined;
      if (given.drop_pending_updates === true) waiting = [];
      return true;
    },
    get webhook() {
      return webhook?.url ?? '';
    },
    taken() {
      if (waiting.length === 0) return Promise.resolve();
      return new Promise((resolve) => onTaken.push(resolve));
    },
    close() {
      closed = true;
      poll?.wake();
    },
  };
}
