/** The methods that are spoken here, with every parameter the Bot API knows for them. Anything else is refused. */
import { z } from 'zod';
import { badRequest } from './refused.ts';

const fromJson = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? JSON.parse(value) : value), schema);

const whole = z.coerce.number().int();
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
const chatId = z.coerce.number().int();
const file = z.instanceof(File);

const button = z.strictObject({
  text: z.string().min(1),
  style: z.string().optional(),
  icon_custom_emoji_id: z.string().optional(),
  url: z.string().optional(),
  callback_data: z.string().optional(),
});
export const keyboard = z.strictObject({ inline_keyboard: z.array(z.array(button)) });
export type Keyboard = z.infer<typeof keyboard>;

const parseMode = z.enum(['HTML', 'MarkdownV2', 'Markdown']).optional();
const sending = {
  business_connection_id: z.string().optional(),
  chat_id: chatId,
  message_thread_id: whole.optional(),
  direct_messages_topic_id: whole.optional(),
  parse_mode: parseMode,
  disable_notification: flag.optional(),
  protect_content: flag.optional(),
  allow_paid_broadcast: flag.optional(),
  message_effect_id: z.string().optional(),
  reply_parameters: fromJson(z.object({ message_id: whole })).optional(),
  reply_markup: fromJson(keyboard).optional(),
};
const preview = fromJson(
  z.strictObject({
    is_disabled: z.boolean().optional(),
    url: z.string().optional(),
    prefer_small_media: z.boolean().optional(),
    prefer_large_media: z.boolean().optional(),
    show_above_text: z.boolean().optional(),
  }),
).optional();
const entity = fromJson(z.array(z.object({ type: z.string(), offset: whole, length: whole }))).optional();
const caption = { caption: z.string().optional(), caption_entities: entity };
const updateKinds = fromJson(z.array(z.string()));

export const parameters = {
  getMe: z.strictObject({}),
  getWebhookInfo: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: whole.optional(),
    limit: whole.min(1).max(100).optional(),
    timeout: whole.min(0).optional(),
    allowed_updates: updateKinds.optional(),
  }),
  setWebhook: z.strictObject({
    url: z.string(),
    certificate: file.optional(),
    ip_address: z.string().optional(),
    max_connections: whole.min(1).max(100).optional(),
    allowed_updates: updateKinds.optional(),
    drop_pending_updates: flag.optional(),
    secret_token: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
  }),
  deleteWebhook: z.strictObject({ drop_pending_updates: flag.optional() }),
  sendMessage: z.strictObject({
    ...sending,
    text: z.string(),
    entities: entity,
    link_preview_options: preview,
  }),
  editMessageText: z.strictObject({
    business_connection_id: z.string().optional(),
    chat_id: chatId,
    message_id: whole,
    text: z.string(),
    parse_mode: parseMode,
    entities: entity,
    link_preview_options: preview,
    reply_markup: fromJson(keyboard).optional(),
  }),
  deleteMessage: z.strictObject({ chat_id: chatId, message_id: whole }),
  sendPhoto: z.strictObject({
    ...sending,
    ...caption,
    photo: file,
    show_caption_above_media: flag.optional(),
    has_spoiler: flag.optional(),
  }),
  sendDocument: z.strictObject({
    ...sending,
    ...caption,
    document: file,
    thumbnail: file.optional(),
    disable_content_type_detection: flag.optional(),
  }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string(),
    text: z.string().max(200).optional(),
    show_alert: flag.optional(),
    url: z.string().optional(),
    cache_time: whole.optional(),
  }),
  sendChatAction: z.strictObject({
    business_connection_id: z.string().optional(),
    chat_id: chatId,
    message_thread_id: whole.optional(),
    action: z.enum(['typing', 'upload_photo', 'upload_document']),
  }),
  setMyCommands: z.strictObject({
    commands: fromJson(z.array(z.strictObject({ command: z.string(), description: z.string() }))),
    scope: fromJson(
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('default') }),
        z.strictObject({ type: z.literal('all_private_chats') }),
        z.strictObject({ type: z.literal('all_group_chats') }),
        z.strictObject({ type: z.literal('chat'), chat_id: chatId }),
      ]),
    ).optional(),
    language_code: z.string().max(2).optional(),
  }),
  getFile: z.strictObject({ file_id: z.string() }),
} as const;

export type Method = keyof typeof parameters;
export type Given<M extends Method> = z.infer<(typeof parameters)[M]>;

export const isMethod = (name: string): name is Method => Object.hasOwn(parameters, name);

export function readParameters<M extends Method>(method: M, given: unknown): Given<M> {
  const parsed = parameters[method].safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badRequest(`${method}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  }
  return parsed.data as Given<M>;
}

/** An inline keyboard as Telegram takes it. */
export function checkKeyboard(markup: Keyboard | undefined): Keyboard | undefined {
  if (markup === undefined) return undefined;
  const buttons = markup.inline_keyboard.flat();
  if (buttons.length > 100) throw badRequest('reply markup is too long');
  for (const { callback_data: data, url } of buttons) {
    if ((data === undefined) === (url === undefined)) throw badRequest('BUTTON_TYPE_INVALID');
    if (data !== undefined && (Buffer.byteLength(data) < 1 || Buffer.byteLength(data) > 64))
      throw badRequest('BUTTON_DATA_INVALID');
    if (url !== undefined && !(URL.canParse(url) && /^(https?|tg):/.test(url)))
      throw badRequest('BUTTON_URL_INVALID');
  }
  return buttons.length === 0 ? undefined : markup;
}

export function checkCommands(commands: readonly { command: string; description: string }[]): void {
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
}
