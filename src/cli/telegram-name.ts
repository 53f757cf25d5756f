/** The bot's user name on Telegram, for invitation links. */
import type { Config } from '../config.ts';

const waitMs = 5_000;

/** Asks Telegram who the token belongs to; undefined without a token or when Telegram cannot be reached. */
export async function findBotName(config: Config): Promise<string | undefined> {
  if (config.telegram === null) return undefined;
  const { Api } = await import('grammy');
  const { apiRoot, token } = config.telegram;
  const api = new Api(token, { apiRoot });
  return api
    .getMe(AbortSignal.timeout(waitMs) as never)
    .then((me) => me.username)
    .catch(() => undefined);
}
