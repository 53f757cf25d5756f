/** The bot's user name on Telegram, for invitation links. */
import { Api } from 'grammy';

const waitMs = 5_000;

/** Asks Telegram who the token belongs to; undefined when it cannot be reached or does not take the token. */
export function findBotName(telegram: {
  readonly apiRoot: string;
  readonly token: string;
}): Promise<string | undefined> {
  const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
  return api
    .getMe(AbortSignal.timeout(waitMs) as never)
    .then((me) => me.username)
    .catch(() => undefined);
}
