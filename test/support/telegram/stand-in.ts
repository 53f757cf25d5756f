/** A Telegram of one's own: chats, people and the Bot API on this machine. Refuses what Telegram refuses. */
import { type Chat, createChats } from './chats.ts';
import { createMethods, type World } from './methods.ts';
import { createPerson, type TelegramUser } from './people.ts';
import { type BotApiServer, serveBotApi } from './server.ts';
import { createUpdates, type Updates } from './updates.ts';

export const token = '7000000001:stand-in_token-of-the-tests';
export const username = 'uji_dayabot';

export interface TelegramStandIn {
  readonly api: BotApiServer;
  readonly updates: Updates;
  readonly world: World;
  /** Somebody who opened the chat with the bot. */
  person(name: string, locale?: string): TelegramUser;
  group(title: string, type?: 'group' | 'supergroup'): Chat;
  /** Turns a group into a supergroup: the old number answers with the new one. */
  migrate(chat: Chat): Chat;
  close(): Promise<void>;
}

export async function startTelegram(): Promise<TelegramStandIn> {
  const world: World = {
    chats: createChats(),
    username,
    queries: new Set(),
    files: new Map(),
    menus: new Map(),
    typing: [],
  };
  const updates = createUpdates();
  const api = await serveBotApi({
    token,
    files: world.files,
    handlers: {
      ...createMethods(world),
      getUpdates: updates.getUpdates,
      setWebhook: updates.setWebhook,
      deleteWebhook: updates.deleteWebhook,
      getWebhookInfo: () => ({ url: updates.webhook, pending_update_count: updates.waiting.length }),
    },
  });
  let people = 0;
  let groups = 0;
  return {
    api,
    updates,
    world,
    person: (name, locale) => createPerson(world, updates, { id: 810_001 + people++, name, locale }),
    group: (title, type = 'supergroup') =>
      world.chats.add((type === 'group' ? -4_000 : -100_200_000) - ++groups, type, title),
    migrate(chat) {
      const moved = world.chats.add(-100_300_000 - ++groups, 'supergroup', chat.title);
      chat.movedTo = moved.id;
      return moved;
    },
    async close() {
      updates.close();
      await api.close();
    },
  };
}
