/** What the Telegram adapter needs to know. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface TelegramConfig {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly mode:
    | { readonly kind: 'polling' }
    | {
        readonly kind: 'webhook';
        /** Public address at which Telegram delivers. */
        readonly url: string;
        readonly secret: string;
        /** Hands the adapter's handler to the server that listens. */
        readonly route: (
          path: string,
          handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
        ) => void;
      };
  now(): number;
  log(level: 'info' | 'warn' | 'error', event: string, details: Readonly<Record<string, unknown>>): void;
}
