/** The Telegram adapter: receives by polling or webhook, delivers parts, erases, sets menus. */
import { InputFile } from 'grammy';
import type { BotCommandScope } from 'grammy/types';
import {
  type Adapter,
  AttachmentTooLarge,
  type Delivered,
  type Outgoing,
  type Receive,
} from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';
import { readLimited } from '../../src/chat/read-limited.ts';
import type { Part } from '../../src/chat/reply.ts';
import { createCalls } from './call.ts';
import { telegramCapabilities } from './capabilities.ts';
import type { TelegramConfig } from './config.ts';
import { toFailure, toRefused } from './failure.ts';
import { createIntake, type Intake } from './intake.ts';
import { platform } from './platform.ts';
import { type Polling, startPolling } from './poll.ts';
import { allowedUpdates, type Self } from './receive.ts';
import { renderPart } from './render.ts';
import { createWebhook } from './webhook.ts';

/** grammY writes the name into the request as it stands: quoted, so that it may hold spaces and semicolons. */
const quoted = (name: string): string => `"${name.replaceAll(/["\r\n]/g, '_')}"`;

const noPreview = { is_disabled: true } as const;

export function createTelegram(config: TelegramConfig): Adapter {
  const { api, close } = createCalls(config.token, config.apiRoot);
  let self: Self = { id: 0, username: '' };
  let polling: Polling | undefined;
  let intake: Intake | undefined;
  const storing = new Set<Promise<unknown>>();

  const target = (address: Address) => ({
    chat_id: Number(address.place),
    ...(address.thread === undefined ? {} : { message_thread_id: Number(address.thread) }),
  });

  async function sendPart(address: Address, part: Part): Promise<readonly string[]> {
    const { file, html, image, keyboard } = renderPart(part, `https://t.me/${self.username}`);
    const { chat_id: chat, ...thread } = target(address);
    const markup = keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } };
    if (image !== undefined) {
      const sent = await api.sendPhoto(chat, new InputFile(image.data, 'gambar.png'), {
        ...thread,
        caption: html,
        parse_mode: 'HTML',
        ...markup,
      });
      return [String(sent.message_id)];
    }
    if (file !== undefined) {
      const sent = await api.sendDocument(chat, new InputFile(file.data, quoted(file.name)), {
        ...thread,
        ...(html === '' ? {} : { caption: html, parse_mode: 'HTML' }),
        ...markup,
      });
      return [String(sent.message_id)];
    }
    if (part.replaces !== undefined) {
      await api.editMessageText(chat, Number(part.replaces), html, {
        parse_mode: 'HTML',
        link_preview_options: noPreview,
        ...markup,
      });
      return [part.replaces];
    }
    const sent = await api.sendMessage(chat, html, {
      ...thread,
      parse_mode: 'HTML',
      link_preview_options: noPreview,
      ...markup,
    });
    return [String(sent.message_id)];
  }

  async function deliverAs(address: Address, outgoing: Outgoing): Promise<readonly string[]> {
    const { chat_id: chatId, ...thread } = target(address);
    switch (outgoing.kind) {
      case 'part':
        return sendPart(address, outgoing.part);
      case 'erase':
        await api.deleteMessage(Number(address.place), Number(outgoing.ref));
        return [];
      case 'menu': {
        const commands = outgoing.commands.map(({ name, summary }) => ({
          command: name,
          description: summary,
        }));
        const scope: BotCommandScope =
          address.place !== '*'
            ? { type: 'chat', chat_id: Number(address.place) }
            : { type: address.kind === 'group' ? 'all_group_chats' : 'all_private_chats' };
        await api.setMyCommands(commands, { scope });
        return [];
      }
      case 'typing':
        await api.sendChatAction(chatId, 'typing', thread);
        return [];
      default:
        return outgoing satisfies never;
    }
  }

  async function begin(receive: Receive): Promise<void> {
    const me = await api.getMe();
    self = { id: me.id, username: me.username };
    intake = createIntake(
      api,
      self,
      (batch) => {
        const stored = receive(batch);
        storing.add(stored);
        return stored.finally(() => storing.delete(stored));
      },
      config,
    );
    const { mode } = config;
    if (mode.kind === 'webhook') {
      mode.route(
        new URL(mode.url).pathname,
        createWebhook(mode.secret, () => intake),
      );
      await api.setWebhook(mode.url, { secret_token: mode.secret, allowed_updates: allowedUpdates });
    } else {
      await api.deleteWebhook();
      polling = startPolling(api, intake, config);
    }
  }

  return {
    platform,
    capabilities: telegramCapabilities,
    start: (receive: Receive) =>
      begin(receive).catch((error: unknown) => {
        throw toRefused(error);
      }),
    async stop() {
      await polling?.stop();
      polling = undefined;
      intake = undefined;
      await Promise.allSettled(storing);
    },
    close,
    async deliver(address: Address, outgoing: Outgoing): Promise<Delivered> {
      try {
        return { kind: 'delivered', refs: await deliverAs(address, outgoing) };
      } catch (error) {
        const failure = toFailure(error, address);
        if (failure !== 'unchanged') return { kind: 'failed', failure };
        const ref = outgoing.kind === 'part' ? outgoing.part.replaces : undefined;
        return { kind: 'delivered', refs: ref === undefined ? [] : [ref] };
      }
    },
    async fetch(ref, mostBytes) {
      const file = await api.getFile(ref);
      if ((file.file_size ?? 0) > mostBytes) throw new AttachmentTooLarge('Telegram says that it is larger');
      if (file.file_path === undefined) throw new Error('Telegram no longer has this file');
      const response = await globalThis.fetch(`${config.apiRoot}/file/bot${config.token}/${file.file_path}`);
      if (!response.ok || response.body === null)
        throw new Error(`Telegram answered ${response.status} for a file`);
      return readLimited(response.body, mostBytes);
    },
  };
}
