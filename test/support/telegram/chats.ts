/** Chats of the stand-in and what stands in them. */
import { badRequest, Refused } from './refused.ts';
import type { Keyboard } from './rules.ts';

export const botId = 7_000_000_001;

export interface Message {
  readonly message_id: number;
  readonly from: number;
  /** What is read: text or caption. */
  text: string;
  /** Tags of the bot's markup, in order. */
  tags: readonly string[];
  keyboard: Keyboard | undefined;
  edited: boolean;
  readonly thread: number | undefined;
  readonly media:
    | { readonly kind: 'photo' | 'document'; readonly name: string; readonly bytes: Uint8Array }
    | undefined;
}

export interface Chat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title: string;
  readonly messages: Map<number, Message>;
  nextMessage: number;
  /** Why the bot may not write here. */
  closed: 'blocked' | 'kicked' | 'deactivated' | undefined;
  movedTo: number | undefined;
}

const closedWords = {
  blocked: 'bot was blocked by the user',
  kicked: 'bot was kicked from the group chat',
  deactivated: 'user is deactivated',
} as const;

export interface Chats {
  add(id: number, type: Chat['type'], title: string): Chat;
  /** A chat the bot may write to; throws as Telegram would. */
  open(id: number): Chat;
  get(id: number): Chat;
}

export function createChats(): Chats {
  const chats = new Map<number, Chat>();
  const get = (id: number): Chat => {
    const chat = chats.get(id);
    if (chat === undefined) throw badRequest('chat not found');
    return chat;
  };
  return {
    add(id, type, title) {
      const chat: Chat = {
        id,
        type,
        title,
        messages: new Map(),
        nextMessage: 1,
        closed: undefined,
        movedTo: undefined,
      };
      chats.set(id, chat);
      return chat;
    },
    get,
    open(id) {
      const chat = get(id);
      if (chat.movedTo !== undefined) {
        throw badRequest('group chat was upgraded to a supergroup chat', {
          migrate_to_chat_id: chat.movedTo,
        });
      }
      if (chat.closed !== undefined) throw new Refused(403, `Forbidden: ${closedWords[chat.closed]}`);
      return chat;
    },
  };
}

export const toChat = (chat: Chat) =>
  chat.type === 'private'
    ? { id: chat.id, type: chat.type, first_name: chat.title }
    : { id: chat.id, type: chat.type, title: chat.title };
