/** The contract's people and places on the Telegram stand-in. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TelegramConfig } from '../../adapters/telegram/config.ts';
import { createTelegram } from '../../adapters/telegram/create.ts';
import { botId, type Chat, type Message } from '../support/telegram/chats.ts';
import { badRequest, Refused } from '../support/telegram/refused.ts';
import type { Fault } from '../support/telegram/server.ts';
import { startTelegram, type TelegramStandIn, token, username } from '../support/telegram/stand-in.ts';
import type { Harness, ShownMessage, Stage, StageUser, Trouble } from './harness.ts';

export const webhookSecret = 'rahasia_webhook-uji';

const toShown = (message: Message): ShownMessage => {
  const buttons = message.keyboard?.inline_keyboard.flat() ?? [];
  const { media, text } = message;
  return {
    ref: String(message.message_id),
    text,
    buttons: buttons.flatMap((button) => (button.callback_data === undefined ? [] : [button.text])),
    links: buttons.flatMap(({ text: label, url }) => (url === undefined ? [] : [{ label, url }])),
    ...(media?.kind === 'photo' ? { image: { bytes: media.bytes, alt: text } } : {}),
    ...(media?.kind === 'document' ? { file: { name: media.name, bytes: media.bytes } } : {}),
  };
};

export const shownIn = (chat: Chat): readonly ShownMessage[] =>
  [...chat.messages.values()].filter(({ from }) => from === botId).map(toShown);

const faults: Readonly<Partial<Record<Trouble, Fault>>> = {
  'rate-limited': {
    kind: 'refuse',
    error: new Refused(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
  },
  gone: { kind: 'refuse', error: badRequest('chat not found') },
  rejected: { kind: 'refuse', error: badRequest('not enough rights to send text messages to the chat') },
  'cut-before': { kind: 'cut-before' },
  'cut-after': { kind: 'cut-after' },
};

function createUser(telegram: TelegramStandIn, group: Chat, name: string, locale: string | undefined) {
  const person = telegram.person(name, locale);
  const user: StageUser = {
    account: String(person.id),
    address: { platform: 'telegram', place: String(person.chat.id), kind: 'private' },
    say: async (text) => person.type(text).map(String),
    async command(command, rest = '') {
      person.type(`/${command} ${rest}`.trimEnd());
    },
    async press(label) {
      person.press(label);
    },
    async edit(ref, text) {
      person.edit(Number(ref), text);
    },
    async sendPhoto(bytes) {
      person.photo(bytes);
    },
    submit: () => {
      throw new Error('Telegram has no windows');
    },
    async sayInGroup(text, { mention }) {
      person.type(mention ? `@${username} ${text}` : text, { chat: group });
    },
    async commandInGroup(command, rest = '') {
      person.type(`/${command}@${username} ${rest}`.trimEnd(), { chat: group });
    },
    shown: () => shownIn(person.chat),
    shownInGroup: () => shownIn(group),
    isErased: (ref) => !person.chat.messages.has(Number(ref)),
  };
  return { user, chat: person.chat };
}

/** A server that hands the paths it is given to their handlers. */
async function listen(): Promise<{
  url: string;
  route: Extract<TelegramConfig['mode'], { kind: 'webhook' }>['route'];
  close(): Promise<void>;
}> {
  const routes = new Map<string, Parameters<Awaited<ReturnType<typeof listen>>['route']>[1]>();
  const server = createServer((request, response) => {
    void routes.get(request.url ?? '')?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`,
    route: (path, handler) => {
      routes.set(path, handler);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface TelegramStage extends Stage {
  readonly telegram: TelegramStandIn;
  readonly group: Chat;
  /** Where the webhook listens, in that mode. */
  readonly webhookUrl: string;
}

export async function openTelegram(
  kind: 'polling' | 'webhook',
  { log, now }: Parameters<Harness['open']>[0],
): Promise<TelegramStage> {
  const telegram = await startTelegram();
  const group = telegram.group('Pendamping Semarang');
  const http = kind === 'webhook' ? await listen() : undefined;
  const mode: TelegramConfig['mode'] =
    http === undefined
      ? { kind: 'polling' }
      : { kind: 'webhook', url: http.url, secret: webhookSecret, route: http.route };
  const { updates, world } = telegram;
  const chats = new Map<string, Chat>();
  return {
    telegram,
    group,
    webhookUrl: http?.url ?? '',
    adapter: createTelegram({ token, apiRoot: telegram.api.root, mode, now, log }),
    async arrive(name, locale) {
      const { chat, user } = createUser(telegram, group, name, locale);
      chats.set(user.account, chat);
      return user;
    },
    acknowledged: updates.taken,
    get unacknowledged() {
      return updates.waiting.length;
    },
    get spinning() {
      return world.queries.size;
    },
    get deliveriesOfNewest() {
      return updates.deliveriesOf(updates.newest);
    },
    async deliverAgain() {
      updates.again();
    },
    trouble(trouble, user) {
      const chat = chats.get(user.account);
      const fault = faults[trouble];
      if (chat === undefined) throw new Error(`${user.account} is nobody here`);
      if (fault !== undefined) telegram.api.arrange({ method: 'sendMessage', chat: chat.id, fault });
      else if (trouble === 'blocked') chat.closed = 'blocked';
      else telegram.migrate(chat);
    },
    async close() {
      await telegram.close();
      await http?.close();
    },
  };
}

export const telegramSkips = {
  'what is meant for one person is not seen by the others of a group':
    'everybody in a group sees a message, so what is private is only said in the private chat',
} as const;
