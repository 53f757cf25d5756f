/**
 * What Slack's events leave out about a person and the bot needs: the channel of their direct messages with the bot
 * when they press on the home tab, and the language of their app. Asked once a person and remembered; when Slack does
 * not answer in time the event goes on without it.
 */
import type { webApi } from '@slack/bolt';
import type { Incoming } from '../../src/chat/incoming.ts';

export interface Directory {
  /** Adds what is missing to an event. Never throws. */
  complete(incoming: Incoming): Promise<Incoming>;
}

const patienceMs = 1_000;
const most = 10_000;

export function createDirectory(client: webApi.WebClient): Directory {
  const locales = new Map<string, string>();
  const channels = new Map<string, string>();

  /** The remembered value, or what Slack says within a second. Answers that came too late are remembered too. */
  async function look(
    memory: Map<string, string>,
    user: string,
    ask: () => Promise<string | undefined>,
  ): Promise<string | undefined> {
    const known = memory.get(user);
    if (known !== undefined) return known;
    let late: NodeJS.Timeout | undefined;
    const answer = ask()
      .then((found) => {
        if (memory.size >= most) memory.clear();
        if (found !== undefined) memory.set(user, found);
        return found;
      })
      .catch(() => undefined);
    const timeout = new Promise<undefined>((resolve) => {
      late = setTimeout(() => resolve(undefined), patienceMs);
    });
    const found = await Promise.race([answer, timeout]);
    clearTimeout(late);
    return found;
  }

  return {
    async complete(incoming) {
      const { account } = incoming.sender;
      const [locale, channel] = await Promise.all([
        look(locales, account, async () => {
          const { user } = await client.users.info({ user: account, include_locale: true });
          return user?.locale;
        }),
        incoming.kind === 'press' && incoming.home !== undefined
          ? look(channels, account, async () => {
              const { channel: direct } = await client.conversations.open({ users: account });
              return direct?.id;
            })
          : undefined,
      ]);
      return {
        ...incoming,
        ...(locale === undefined ? {} : { sender: { ...incoming.sender, locale } }),
        ...(channel === undefined ? {} : { address: { ...incoming.address, place: channel } }),
      };
    },
  };
}
