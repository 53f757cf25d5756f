/** What the Slack adapter needs to know. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface SlackConfig {
  readonly botToken: string;
  /** With a slash at its end. */
  readonly apiUrl: string;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | {
        readonly kind: 'http';
        readonly signingSecret: string;
        /** Hands the adapter's handler to the server that listens. */
        readonly route: (
          path: string,
          handler: (request: IncomingMessage, response: ServerResponse) => void,
        ) => void;
      };
  /** In threads of this channel, messages that begin with `>>` are for the bot. */
  readonly deskChannel: string | null;
  now(): number;
  log(
    level: 'debug' | 'info' | 'warn' | 'error',
    event: string,
    details: Readonly<Record<string, unknown>>,
  ): void;
}

/** Path of the request URLs in HTTP mode. */
export const eventsPath = '/slack/events';
