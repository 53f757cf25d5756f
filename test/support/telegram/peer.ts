/**
 * The Telegram that others wrote (@bonkers-agency/grammy-test), put behind HTTP. It accepts what Telegram refuses, so
 * every call passes our own check of its parameters, markup and buttons first.
 */
import { TelegramServer } from '@bonkers-agency/grammy-test';
import type { Message } from 'grammy/types';
import { botId } from './chats.ts';
import { parseHtml } from './html.ts';
import { badRequest } from './refused.ts';
import { checkCommands, checkKeyboard, keyboard, type Method, parameters } from './rules.ts';
import { serveBotApi } from './server.ts';
import { token, username } from './stand-in.ts';
import { createUpdates } from './updates.ts';

export interface PeerMessage {
  readonly id: number;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly edited: boolean;
}

/** What the peer does not look at. */
function checkStrictly(given: Readonly<Record<string, unknown>>): void {
  if (given.parse_mode === 'HTML') parseHtml(String(given.text ?? given.caption ?? ''));
  if (given.reply_markup !== undefined) checkKeyboard(keyboard.parse(given.reply_markup));
  if (Array.isArray(given.commands)) checkCommands(given.commands);
}

export async function startPeer() {
  const peer = new TelegramServer({
    id: botId,
    is_bot: true,
    first_name: 'Dayabot',
    username,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as ConstructorParameters<typeof TelegramServer>[0]);
  const updates = createUpdates();
  const ask = (method: Method) => async (given: Readonly<Record<string, unknown>>) => {
    checkStrictly(given);
    try {
      return await peer.handleApiCall(method, given);
    } catch (error) {
      throw badRequest(error instanceof Error ? error.message : String(error));
    }
  };
  const handlers = {} as Record<Method, (given: never, closed: AbortSignal) => unknown>;
  for (const method of Object.keys(parameters) as Method[]) handlers[method] = ask(method);
  const { deleteWebhook, getUpdates, setWebhook } = updates;
  const api = await serveBotApi({
    token,
    files: new Map(),
    handlers: { ...handlers, getUpdates, deleteWebhook, setWebhook },
  });
  const user = { id: 990_001, is_bot: false, first_name: 'Rina', language_code: 'id' };
  const chat = { id: user.id, type: 'private' as const, first_name: user.first_name };

  const messages = (): Message[] =>
    peer.chatState.getAllMessages(chat.id).filter(({ from }) => from?.id === botId);
  const labelsOf = (message: Message) =>
    (message.reply_markup?.inline_keyboard.flat() ?? []).map(({ text }) => text);

  return {
    root: api.root,
    calls: api.calls,
    taken: updates.taken,
    say(text: string): void {
      const update = peer.simulateUserMessage(user, chat, text);
      updates.add('message', update.message);
    },
    /** Presses the newest button with this label. */
    press(label: string): void {
      const carrier = messages()
        .toReversed()
        .find((message) => labelsOf(message).includes(label));
      const button = carrier?.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
      if (carrier === undefined || button === undefined || !('callback_data' in button))
        throw new Error(`there is no button ${label}`);
      const update = peer.simulateCallbackQuery(user, chat, button.callback_data, carrier);
      updates.add('callback_query', update.callback_query);
    },
    shown: (): readonly PeerMessage[] =>
      messages().map((message) => ({
        id: message.message_id,
        text: message.text ?? message.caption ?? '',
        buttons: labelsOf(message),
        edited: message.edit_date !== undefined,
      })),
    async close() {
      updates.close();
      await api.close();
    },
  };
}
