/** People with the Telegram app: what they type, press, edit and send becomes updates, as Telegram makes them. */

import type { SampleFile } from '../sample-files.ts';
import { type Chat, type Message, toChat } from './chats.ts';
import type { World } from './methods.ts';
import type { Updates } from './updates.ts';

/** The app sends a longer text as several messages. */
const longest = 4_096;

export interface TelegramUser {
  readonly id: number;
  /** The private chat with the bot. */
  readonly chat: Chat;
  /** Gives back the ids of the messages. `extra` adds fields of a message, such as `forward_origin`. */
  type(text: string, where?: Where): readonly number[];
  send(extra: Readonly<Record<string, unknown>>, where?: Where): number;
  edit(messageId: number, text: string, extra?: Readonly<Record<string, unknown>>): void;
  /** Presses the newest button with this label; gives back the id of the query. */
  press(label: string, chat?: Chat): string;
  photo(bytes: Uint8Array, extra?: Readonly<Record<string, unknown>>, where?: Where): number;
  /** A picture as a photo, anything else as a document, as the app sends them. */
  file(sent: SampleFile, extra?: Readonly<Record<string, unknown>>): number;
  block(): void;
  unblock(): void;
}

interface Where {
  readonly chat?: Chat;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function createPerson(
  world: World,
  updates: Updates,
  who: { readonly id: number; readonly name: string; readonly locale: string | undefined },
): TelegramUser {
  const chat = world.chats.add(who.id, 'private', who.name);
  const from = {
    id: who.id,
    is_bot: false,
    first_name: who.name,
    ...(who.locale === undefined ? {} : { language_code: who.locale }),
  };
  let queries = 0;
  let files = 0;

  const fields = (text: string) => {
    const command = /^\/\w+(?:@\w+)?/.exec(text);
    return {
      text,
      ...(command === null
        ? {}
        : { entities: [{ type: 'bot_command', offset: 0, length: command[0].length }] }),
    };
  };

  function put(content: Readonly<Record<string, unknown>>, where: Where = {}): number {
    const place = where.chat ?? chat;
    const message: Message = {
      message_id: place.nextMessage++,
      from: who.id,
      text: String(content.text ?? content.caption ?? ''),
      tags: [],
      keyboard: undefined,
      edited: false,
      thread: undefined,
      media: undefined,
    };
    place.messages.set(message.message_id, message);
    updates.add('message', {
      message_id: message.message_id,
      from,
      chat: toChat(place),
      date: 1_700_000_000,
      ...content,
      ...where.extra,
    });
    return message.message_id;
  }

  const membership = (status: string) =>
    updates.add('my_chat_member', {
      chat: toChat(chat),
      from,
      date: 1_700_000_000,
      old_chat_member: { user: from, status: status === 'kicked' ? 'member' : 'kicked' },
      new_chat_member: { user: from, status },
    });

  return {
    id: who.id,
    chat,
    type(text, where) {
      const pieces: string[] = [];
      for (let rest = text; rest !== ''; ) {
        const space = rest.length > longest ? rest.lastIndexOf(' ', longest) : -1;
        const at = rest.length <= longest ? rest.length : space > 0 ? space : longest;
        pieces.push(rest.slice(0, at));
        rest = rest.slice(at).trimStart();
      }
      return pieces.map((piece) => put(fields(piece), where));
    },
    send: put,
    edit(messageId, text, extra = {}) {
      const message = chat.messages.get(messageId);
      if (message === undefined) throw new Error(`there is no message ${messageId}`);
      message.text = text;
      updates.add('edited_message', {
        message_id: messageId,
        from,
        chat: toChat(chat),
        date: 1_700_000_000,
        edit_date: 1_700_000_100,
        ...fields(text),
        ...extra,
      });
    },
    press(label, where = chat) {
      const carrier = [...where.messages.values()]
        .toReversed()
        .find((message) => message.keyboard?.inline_keyboard.flat().some((button) => button.text === label));
      const button = carrier?.keyboard?.inline_keyboard.flat().find((one) => one.text === label);
      if (carrier === undefined || button?.callback_data === undefined)
        throw new Error(`there is no button ${label}`);
      const id = `q${who.id}-${++queries}`;
      world.queries.add(id);
      updates.add('callback_query', {
        id,
        from,
        chat_instance: String(where.id),
        data: button.callback_data,
        message: {
          message_id: carrier.message_id,
          chat: toChat(where),
          date: 1_700_000_000,
          text: carrier.text,
        },
      });
      return id;
    },
    file({ bytes, mime, name }, extra = {}) {
      // The app makes large pictures smaller; whoever sends one whole sends it as a document.
      if (mime.startsWith('image/') && bytes.length < 10_000_000) return this.photo(bytes, extra);
      const id = `file-${who.id}-${++files}`;
      world.files.set(id, bytes);
      return put({
        document: {
          file_id: id,
          file_unique_id: id,
          file_name: name,
          mime_type: mime,
          file_size: bytes.length,
        },
        ...extra,
      });
    },
    photo(bytes, extra = {}, where) {
      const id = `photo-${who.id}-${++files}`;
      world.files.set(id, bytes);
      world.files.set(`${id}-small`, bytes.slice(0, 1));
      const size = { file_unique_id: id, width: 1, height: 1 };
      return put(
        {
          photo: [
            { ...size, file_id: `${id}-small`, file_size: 1 },
            { ...size, file_id: id, file_size: bytes.length },
          ],
          ...extra,
        },
        where,
      );
    },
    block() {
      chat.closed = 'blocked';
      membership('kicked');
    },
    unblock() {
      chat.closed = undefined;
      membership('member');
    },
  };
}
