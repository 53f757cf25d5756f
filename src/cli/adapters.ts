/** Every adapter whose tokens are set. Each is loaded only when it is needed. */
import type { Adapter } from '../chat/adapter.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Http } from './http.ts';

export async function openAdapters(
  config: Config,
  tools: { log: Log; http: Http | undefined },
): Promise<readonly Adapter[]> {
  const { http, log } = tools;
  const adapters: Adapter[] = [];
  const route: Http['route'] = (path, handler) => {
    if (http === undefined) throw new Error('a webhook needs HTTP_PORT');
    http.route(path, handler);
  };
  const now = () => Date.now();
  if (config.telegram !== null) {
    const { createTelegram } = await import('../../adapters/telegram/create.ts');
    const { apiRoot, mode, token } = config.telegram;
    const telegramMode =
      mode.kind === 'polling' ? mode : { kind: mode.kind, url: mode.url, secret: mode.secret, route };
    adapters.push(createTelegram({ token, apiRoot, mode: telegramMode, now, log }));
  }
  if (config.slack !== null) {
    const { createSlack } = await import('../../adapters/slack/create.ts');
    const { apiUrl, botToken, deskChannel, mode } = config.slack;
    const slackMode =
      mode.kind === 'socket' ? mode : { kind: mode.kind, signingSecret: mode.signingSecret, route };
    adapters.push(createSlack({ botToken, apiUrl, deskChannel, mode: slackMode, now, log }));
  }
  return adapters;
}
