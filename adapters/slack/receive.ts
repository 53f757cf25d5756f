/** Reads the few fields of Slack's bodies that are used, and turns them into what the core understands. */
import { z } from 'zod';
import type { Address } from '../../src/chat/address.ts';
import type { Attachment, Incoming } from '../../src/chat/incoming.ts';
import { toAnswerWith } from './answer-with.ts';
import { parseMetadata, type ViewValues } from './modal.ts';
import { platform } from './platform.ts';

const file = z.object({
  id: z.string(),
  mimetype: z.string().optional(),
  size: z.number().optional(),
  name: z.string().nullish(),
  url_private: z.string().optional(),
});

const written = z.object({
  ts: z.string(),
  user: z.string().optional(),
  text: z.string().optional(),
  bot_id: z.string().optional(),
  thread_ts: z.string().optional(),
});

const event = z.object({
  type: z.string(),
  subtype: z.string().optional(),
  channel: z.string().optional(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  tab: z.string().optional(),
  files: z.array(file).optional(),
  message: written.optional(),
  previous_message: written.optional(),
});

const eventBody = z.object({ type: z.literal('event_callback'), event_id: z.string(), event });

const commandBody = z.object({
  command: z.string(),
  text: z.string().optional(),
  user_id: z.string(),
  user_name: z.string().optional(),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

const person = z.object({ id: z.string(), name: z.string().optional(), username: z.string().optional() });

const pressBody = z.object({
  type: z.literal('block_actions'),
  user: person,
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  response_url: z.string().optional(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

const viewBody = z.object({
  type: z.enum(['view_submission', 'view_closed']),
  user: person,
  trigger_id: z.string().optional(),
  view: z.object({
    id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.custom<ViewValues>() }).optional(),
  }),
});

export interface ReceiveContext {
  /** User id of the bot. */
  readonly self: string;
  readonly deskChannel: string | null;
  readonly now: number;
  /** Whether this person has looked at the home tab since the start. */
  hasHome(user: string): boolean;
}

/** Text as it was typed: Slack's escapes and links undone, mentions of the bot dropped. */
function readText(text: string, self: string): string {
  return text
    .replaceAll(`<@${self}>`, '')
    .replaceAll(
      /<(?:mailto:|tel:)?([^<>|@#!][^<>|]*)(?:\|([^<>]*))?>/g,
      (_, url: string, label: string | undefined) => label ?? url,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

const homeOf = (user: string): Address => ({ platform, place: user, kind: 'home' });

const isDirect = (channel: string): boolean => channel.startsWith('D');

const addressOf = (channel: string, thread?: string): Address => ({
  platform,
  place: channel,
  kind: isDirect(channel) ? 'private' : 'group',
  ...(thread === undefined ? {} : { thread }),
});

const toAttachment = (one: z.infer<typeof file>): Attachment => ({
  ref: one.url_private ?? one.id,
  kind:
    one.mimetype?.startsWith('image/') === true
      ? 'photo'
      : one.mimetype?.startsWith('audio/') === true
        ? 'voice'
        : 'document',
  ...(one.mimetype === undefined ? {} : { mime: one.mimetype }),
  ...(one.size === undefined ? {} : { size: one.size }),
  ...(one.name == null ? {} : { name: one.name }),
});

function fromEvent(
  { event_id: eventId, event: one }: z.infer<typeof eventBody>,
  context: ReceiveContext,
): Incoming | undefined {
  const base = { eventId, receivedAt: context.now, addressed: true };
  if (one.type === 'app_home_opened') {
    if (one.user === undefined || one.tab === 'messages') return undefined;
    return {
      ...base,
      kind: 'arrived',
      reason: 'home',
      address: homeOf(one.user),
      sender: { account: one.user },
    };
  }
  if (one.channel === undefined) return undefined;
  if (one.type === 'message' && one.subtype === 'message_changed') {
    const { message, previous_message: before } = one;
    if (message?.user === undefined || message.bot_id !== undefined || message.text === undefined)
      return undefined;
    if (!isDirect(one.channel) || message.text === before?.text) return undefined;
    return {
      ...base,
      kind: 'message',
      ref: message.ts,
      edits: true,
      text: readText(message.text, context.self),
      attachments: [],
      address: addressOf(one.channel, message.thread_ts),
      sender: { account: message.user },
    };
  }
  const usable = one.subtype === undefined || one.subtype === 'file_share';
  if (
    one.user === undefined ||
    one.ts === undefined ||
    one.bot_id !== undefined ||
    !usable ||
    one.user === context.self
  )
    return undefined;
  const text = readText(one.text ?? '', context.self);
  const message = {
    ...base,
    kind: 'message' as const,
    ref: one.ts,
    text,
    attachments: (one.files ?? []).map(toAttachment),
    sender: { account: one.user },
    answerWith: toAnswerWith({ user: one.user }, context.now),
    ...(one.thread_ts === undefined ? {} : { repliesTo: one.thread_ts }),
  };
  if (one.type === 'app_mention')
    return { ...message, address: addressOf(one.channel, one.thread_ts ?? one.ts) };
  if (one.type !== 'message') return undefined;
  if (isDirect(one.channel)) return { ...message, address: addressOf(one.channel, one.thread_ts) };
  const forDesk = one.channel === context.deskChannel && one.thread_ts !== undefined && text.startsWith('>>');
  return forDesk ? { ...message, address: addressOf(one.channel, one.thread_ts) } : undefined;
}

function fromCommand(body: z.infer<typeof commandBody>, context: ReceiveContext): Incoming {
  const [name = '', ...rest] = readText(body.text ?? '', context.self).split(/\s+(.*)/s);
  return {
    kind: 'command',
    eventId: `command-${body.trigger_id}`,
    receivedAt: context.now,
    address: addressOf(body.channel_id),
    sender: { account: body.user_id, ...(body.user_name === undefined ? {} : { name: body.user_name }) },
    addressed: true,
    answerWith: toAnswerWith(
      {
        user: body.user_id,
        trigger: body.trigger_id,
        ...(body.response_url === undefined ? {} : { responseUrl: body.response_url }),
      },
      context.now,
    ),
    ref: `command-${body.trigger_id}`,
    attachments: [],
    name: name === '' ? 'bantuan' : name.replace(/^\//, '').toLowerCase(),
    rest: rest.join('').trim(),
  };
}

const nameOf = (one: z.infer<typeof person>) => {
  const name = one.name ?? one.username;
  return name === undefined ? {} : { name };
};

function fromPress(body: z.infer<typeof pressBody>, context: ReceiveContext): Incoming | undefined {
  const token = body.actions[0]?.value;
  if (token === undefined) return undefined;
  const { channel, message, user } = body;
  return {
    kind: 'press',
    eventId: `press-${body.trigger_id}`,
    receivedAt: context.now,
    // What is pressed on the home tab is answered in the direct messages, whose channel the event does not name.
    ...(channel === undefined
      ? { address: { platform, place: user.id, kind: 'private' }, home: homeOf(user.id) }
      : { address: addressOf(channel.id, message?.thread_ts) }),
    sender: { account: user.id, ...nameOf(user) },
    addressed: true,
    answerWith: toAnswerWith({ user: user.id, trigger: body.trigger_id }, context.now),
    token,
    ...(message === undefined ? {} : { ref: message.ts }),
  };
}

function fromView(body: z.infer<typeof viewBody>, context: ReceiveContext): Incoming | undefined {
  const metadata = parseMetadata(body.view.private_metadata);
  if (metadata === undefined) return undefined;
  const values = body.type === 'view_closed' ? null : readValues(body.view.state?.values ?? {});
  return {
    kind: 'submit',
    eventId: `${body.type}-${body.view.id}`,
    receivedAt: context.now,
    address: metadata.address,
    ...(context.hasHome(body.user.id) ? { home: homeOf(body.user.id) } : {}),
    sender: { account: body.user.id, ...nameOf(body.user) },
    addressed: true,
    answerWith: toAnswerWith({ user: body.user.id }, context.now),
    form: metadata.handle,
    values,
  };
}

function readValues(values: ViewValues): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [field, actions] of Object.entries(values)) {
    const [given] = Object.values(actions);
    read[field] = given?.selected_option?.value ?? given?.value ?? '';
  }
  return read;
}

/** The event in a body, or undefined when it is nothing for the bot. */
export function readBody(body: unknown, context: ReceiveContext): Incoming | undefined {
  const asEvent = eventBody.safeParse(body);
  if (asEvent.success) return fromEvent(asEvent.data, context);
  const asPress = pressBody.safeParse(body);
  if (asPress.success) return fromPress(asPress.data, context);
  const asView = viewBody.safeParse(body);
  if (asView.success) return fromView(asView.data, context);
  const asCommand = commandBody.safeParse(body);
  return asCommand.success ? fromCommand(asCommand.data, context) : undefined;
}
