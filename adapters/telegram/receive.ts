/** Reads the few fields of an update that are used, and turns it into what the core understands. */
import { z } from 'zod';
import type { Address } from '../../src/chat/address.ts';
import { parseCommand } from '../../src/chat/command-text.ts';
import type { Attachment, Incoming } from '../../src/chat/incoming.ts';
import { platform } from './platform.ts';

const user = z.object({
  id: z.number(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.object({ id: z.number(), type: z.string() });

const file = z.object({
  file_id: z.string(),
  file_size: z.number().optional(),
  mime_type: z.string().optional(),
  file_name: z.string().optional(),
});

const message = z.object({
  message_id: z.number(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  from: user.optional(),
  chat,
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  forward_origin: z.object({}).optional(),
  reply_to_message: z.object({ message_id: z.number(), from: user.optional() }).optional(),
  photo: z.array(file).optional(),
  document: file.optional(),
  voice: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  sticker: file.optional(),
  contact: z.object({}).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});

const updateSchema = z.object({
  update_id: z.number(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: user,
      data: z.string().optional(),
      message: z
        .object({
          message_id: z.number(),
          message_thread_id: z.number().optional(),
          is_topic_message: z.boolean().optional(),
          chat,
        })
        .optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: user, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});

type Message = z.infer<typeof message>;
type User = z.infer<typeof user>;

/** What the adapter asks Telegram for. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

export interface Self {
  readonly id: number;
  readonly username: string;
}

const addressOf = (place: {
  chat: z.infer<typeof chat>;
  message_thread_id?: number | undefined;
  is_topic_message?: boolean | undefined;
}): Address => ({
  platform,
  place: String(place.chat.id),
  kind: place.chat.type === 'private' ? 'private' : 'group',
  ...(place.is_topic_message === true && place.message_thread_id !== undefined
    ? { thread: String(place.message_thread_id) }
    : {}),
});

const senderOf = (from: User) => {
  const name = [from.first_name, from.last_name]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return {
    account: String(from.id),
    ...(name === '' ? {} : { name }),
    ...(from.language_code === undefined ? {} : { locale: from.language_code }),
  };
};

function attachmentsOf(from: Message): readonly Attachment[] {
  const found: Attachment[] = [];
  const add = (kind: Attachment['kind'], one: z.infer<typeof file> | undefined) => {
    if (one === undefined) return;
    found.push({
      ref: one.file_id,
      kind,
      ...(one.mime_type === undefined ? {} : { mime: one.mime_type }),
      ...(one.file_size === undefined ? {} : { size: one.file_size }),
      ...(one.file_name === undefined ? {} : { name: one.file_name }),
    });
  };
  // The sizes of a photo come smallest first.
  add('photo', from.photo?.at(-1));
  add('document', from.document);
  add('voice', from.voice);
  add('video', from.video ?? from.video_note);
  add('sticker', from.sticker);
  if (from.contact !== undefined) found.push({ ref: '', kind: 'contact' });
  return found;
}

/**
 * Whether a message of a group speaks to the bot, and what is left of its text without the mention. A command without a
 * bot's name is given to every bot of the group, so it may be meant for another: `bareCommand`.
 */
function addressedText(
  from: Message,
  text: string,
  self: Self,
): { addressed: boolean; bareCommand: boolean; text: string } {
  if (from.chat.type === 'private') return { addressed: true, bareCommand: false, text };
  const mention = new RegExp(`(^|[^\\w@])@${self.username}\\b`, 'gi');
  const without = text.replace(mention, '$1').replaceAll(/ {2,}/g, ' ').trim();
  const mentioned = text.search(mention) >= 0;
  const command = parseCommand(text, self.username) !== undefined;
  const named = command && parseCommand(text) === undefined;
  const answersBot = from.reply_to_message?.from?.id === self.id;
  return {
    addressed: mentioned || named || answersBot,
    bareCommand: command && !named,
    text: command ? text : without,
  };
}

function fromMessage(
  updateId: number,
  from: Message,
  edits: boolean,
  self: Self,
  now: number,
): Incoming | undefined {
  if (from.from === undefined || from.from.is_bot === true || from.chat.type === 'channel') return undefined;
  const { addressed, bareCommand, text } = addressedText(from, from.text ?? from.caption ?? '', self);
  if (!addressed && !bareCommand) return undefined;
  const written = {
    eventId: String(updateId),
    receivedAt: now,
    address: addressOf(from),
    sender: senderOf(from.from),
    addressed,
    ref: String(from.message_id),
    attachments: attachmentsOf(from),
    ...(edits ? { edits } : {}),
    ...(from.reply_to_message === undefined ? {} : { repliesTo: String(from.reply_to_message.message_id) }),
    ...(from.media_group_id === undefined ? {} : { album: from.media_group_id }),
  };
  const command = from.forward_origin === undefined ? parseCommand(text, self.username) : undefined;
  if (command !== undefined) return { ...written, kind: 'command', ...command };
  return {
    ...written,
    kind: 'message',
    text,
    ...(from.location === undefined ? {} : { location: from.location }),
    ...(from.forward_origin === undefined ? {} : { forwarded: true }),
  };
}

/** What to do with one update. `id` is known even for updates that are not used. */
export interface ReadUpdate {
  readonly id: number;
  readonly incoming?: Incoming;
  /** A callback query to acknowledge once the event is stored. */
  readonly query?: string;
}

/** Reads one update; throws when it has no id. Updates of other kinds and messages not meant for the bot have no event. */
export function readUpdate(raw: unknown, self: Self, now: number): ReadUpdate {
  const parsed = updateSchema.safeParse(raw);
  if (!parsed.success) return { id: z.object({ update_id: z.number() }).parse(raw).update_id };
  const {
    update_id: id,
    callback_query: query,
    edited_message: edited,
    message: sent,
    my_chat_member: member,
  } = parsed.data;
  const written = sent ?? edited;
  if (written !== undefined) {
    const incoming = fromMessage(id, written, sent === undefined, self, now);
    return incoming === undefined ? { id } : { id, incoming };
  }
  const base = { eventId: String(id), receivedAt: now, addressed: true };
  if (query !== undefined) {
    if (query.message === undefined || query.data === undefined) return { id, query: query.id };
    return {
      id,
      query: query.id,
      incoming: {
        ...base,
        kind: 'press',
        address: addressOf(query.message),
        sender: senderOf(query.from),
        token: query.data,
        ref: String(query.message.message_id),
      },
    };
  }
  if (member !== undefined && member.chat.type === 'private' && member.new_chat_member.status === 'kicked') {
    return {
      id,
      incoming: {
        ...base,
        kind: 'left',
        reason: 'blocked',
        address: addressOf(member),
        sender: senderOf(member.from),
      },
    };
  }
  return { id };
}
