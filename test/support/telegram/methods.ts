/** What each method does to the chats, and what Telegram refuses about it. */
import { botId, type Chat, type Chats, type Message, toChat } from './chats.ts';
import { parseHtml } from './html.ts';
import { badRequest } from './refused.ts';
import { checkCommands, checkKeyboard, type Given, type Keyboard, type Method } from './rules.ts';

export interface World {
  readonly chats: Chats;
  readonly username: string;
  /** Callback queries that still spin. */
  readonly queries: Set<string>;
  readonly files: Map<string, Uint8Array>;
  /** Command menus by scope, as `default` or `chat 12`. */
  readonly menus: Map<string, readonly { command: string; description: string }[]>;
  /** Calls of sendChatAction, by chat. */
  readonly typing: number[];
}

const textLimit = 4_096;
const captionLimit = 1_024;

const readText = (text: string, mode: string | undefined) => {
  if (mode !== undefined && mode !== 'HTML') throw badRequest(`${mode} is not spoken here`);
  const parsed = mode === 'HTML' ? parseHtml(text) : { text, tags: [] };
  return { ...parsed, text: parsed.text.trim() };
};

const toMessage = (chat: Chat, message: Message) => ({
  message_id: message.message_id,
  date: 1_700_000_000,
  chat: toChat(chat),
  from: { id: message.from, is_bot: true, first_name: 'Dayabot' },
  text: message.text,
});

type Body = Pick<Message, 'text' | 'tags' | 'media'> & {
  readonly keyboard: Keyboard | undefined;
  readonly thread: number | undefined;
};

export function createMethods(world: World) {
  const { chats } = world;

  function put(chatId: number, body: Body) {
    const chat = chats.open(chatId);
    const message: Message = { ...body, message_id: chat.nextMessage++, from: botId, edited: false };
    chat.messages.set(message.message_id, message);
    return toMessage(chat, message);
  }

  function sendMedia(
    given: Given<'sendPhoto'> | Given<'sendDocument'>,
    media: NonNullable<Message['media']>,
  ) {
    const { tags, text } = readText(given.caption ?? '', given.parse_mode);
    if (text.length > captionLimit) throw badRequest('message caption is too long');
    if (media.bytes.length === 0) throw badRequest('file must be non-empty');
    const keyboard = checkKeyboard(given.reply_markup);
    return put(given.chat_id, { text, tags, media, keyboard, thread: given.message_thread_id });
  }

  const fullText = (given: { text: string; parse_mode?: string | undefined }) => {
    const read = readText(given.text, given.parse_mode);
    if (read.text === '') throw badRequest('message text is empty');
    if (read.text.length > textLimit) throw badRequest('message is too long');
    return read;
  };

  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());

  return {
    getMe: () => ({
      id: botId,
      is_bot: true,
      first_name: 'Dayabot',
      username: world.username,
      can_join_groups: true,
      can_read_all_group_messages: true,
      supports_inline_queries: false,
    }),
    sendMessage(given) {
      const { tags, text } = fullText(given);
      const keyboard = checkKeyboard(given.reply_markup);
      return put(given.chat_id, { text, tags, keyboard, thread: given.message_thread_id, media: undefined });
    },
    editMessageText(given) {
      const chat = chats.open(given.chat_id);
      const message = chat.messages.get(given.message_id);
      if (message === undefined) throw badRequest('message to edit not found');
      if (message.from !== botId) throw badRequest("message can't be edited");
      if (message.media !== undefined) throw badRequest('there is no text in the message to edit');
      const { tags, text } = fullText(given);
      const keyboard = checkKeyboard(given.reply_markup);
      if (
        JSON.stringify([text, tags, keyboard]) ===
        JSON.stringify([message.text, message.tags, message.keyboard])
      ) {
        throw badRequest(
          'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
        );
      }
      Object.assign(message, { text, tags, keyboard, edited: true });
      return toMessage(chat, message);
    },
    deleteMessage(given) {
      const chat = chats.open(given.chat_id);
      const message = chat.messages.get(given.message_id);
      if (message === undefined) throw badRequest('message to delete not found');
      if (chat.type !== 'private' && message.from !== botId) throw badRequest("message can't be deleted");
      chat.messages.delete(given.message_id);
      return true;
    },
    async sendPhoto(given) {
      const { photo } = given;
      return sendMedia(given, { kind: 'photo', name: photo.name, bytes: await bytesOf(photo) });
    },
    async sendDocument(given) {
      const { document } = given;
      return sendMedia(given, { kind: 'document', name: document.name, bytes: await bytesOf(document) });
    },
    answerCallbackQuery(given) {
      if (!world.queries.delete(given.callback_query_id)) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      return true;
    },
    sendChatAction(given) {
      chats.open(given.chat_id);
      world.typing.push(given.chat_id);
      return true;
    },
    setMyCommands(given) {
      checkCommands(given.commands);
      const { scope } = given;
      const name =
        scope?.type === 'chat' ? `chat ${chats.get(scope.chat_id).id}` : (scope?.type ?? 'default');
      world.menus.set(name, given.commands);
      return true;
    },
    getFile(given) {
      const bytes = world.files.get(given.file_id);
      if (bytes === undefined) throw badRequest('invalid file_id');
      return {
        file_id: given.file_id,
        file_unique_id: given.file_id,
        file_size: bytes.length,
        file_path: `photos/${given.file_id}.png`,
      };
    },
  } satisfies {
    [M in Exclude<Method, 'getUpdates' | 'setWebhook' | 'deleteWebhook' | 'getWebhookInfo'>]: (
      given: Given<M>,
    ) => unknown;
  };
}
