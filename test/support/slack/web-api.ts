/** The methods of Slack's Web API that the bot uses, refusing what Slack refuses. */
import { checkBlocks, checkView, Problems } from './limits.ts';
import { botToken, botUser, type Json, teamId, triggerMs, type World } from './world.ts';

/** `error` as Slack names it. */
export class SlackRefused extends Error {
  readonly answer: Json;
  constructor(error: string, messages: readonly string[] = []) {
    super(error);
    this.answer = {
      ok: false,
      error,
      ...(messages.length > 0 ? { response_metadata: { messages } } : {}),
    };
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

type Method = (args: Json, world: World) => Json;

interface Spec {
  /** Arguments the method knows; others are refused, so that a slip of the pen is seen. */
  readonly args: readonly string[];
  readonly scope?: string;
  readonly run: Method;
}

function refuse(problems: Problems, error: string): void {
  if (problems.found.length > 0) throw new SlackRefused(error, problems.found);
}

function channelOf(args: Json, world: World): string {
  const named = text(args.channel);
  // A user's id stands for the direct messages with that user.
  const channel = world.people.get(named)?.dm ?? named;
  if (!world.channels.has(channel)) throw new SlackRefused('channel_not_found');
  return channel;
}

function contentOf(args: Json): { text: string; blocks: readonly Json[] } {
  const problems = new Problems();
  const blocks = args.blocks === undefined ? [] : (args.blocks as readonly Json[]);
  checkBlocks('/blocks', blocks, 'message', problems);
  refuse(problems, 'invalid_blocks');
  if (text(args.text) === '' && blocks.length === 0) throw new SlackRefused('no_text');
  if (text(args.text).length > 40_000) throw new SlackRefused('msg_too_long');
  return { text: text(args.text), blocks };
}

const messageArgs = ['channel', 'text', 'blocks', 'thread_ts'];

const methods: Readonly<Record<string, Spec>> = {
  'auth.test': {
    args: [],
    run: () => ({
      ok: true,
      user_id: botUser,
      bot_id: 'B0BOT',
      team_id: teamId,
      team: 'Kemensos',
      user: 'dayabot',
    }),
  },
  'conversations.open': {
    args: ['users'],
    scope: 'im:write',
    run(args, world) {
      const person = world.people.get(text(args.users));
      if (person === undefined) throw new SlackRefused('user_not_found');
      return { ok: true, channel: { id: person.dm } };
    },
  },
  'users.info': {
    args: ['user', 'include_locale'],
    scope: 'users:read',
    run(args, world) {
      const person = world.people.get(text(args.user));
      if (person === undefined) throw new SlackRefused('user_not_found');
      return {
        ok: true,
        user: {
          id: person.id,
          name: person.name,
          ...(text(args.include_locale) === 'true' ? { locale: person.locale } : {}),
        },
      };
    },
  },
  'chat.postMessage': {
    args: [...messageArgs, 'unfurl_links', 'unfurl_media'],
    scope: 'chat:write',
    run(args, world) {
      const channel = channelOf(args, world);
      const content = contentOf(args);
      const thread = args.thread_ts === undefined ? {} : { thread: text(args.thread_ts) };
      const ts = world.nextTs();
      world.messages.push({ ts, channel, user: botUser, ...content, ...thread });
      return { ok: true, channel, ts, message: { ts, ...content } };
    },
  },
  'chat.postEphemeral': {
    args: [...messageArgs, 'user'],
    scope: 'chat:write',
    run(args, world) {
      const channel = channelOf(args, world);
      const user = text(args.user);
      if (!world.people.has(user)) throw new SlackRefused('user_not_in_channel');
      const ts = world.nextTs();
      world.messages.push({ ts, channel, user: botUser, ...contentOf(args), only: user });
      return { ok: true, message_ts: ts };
    },
  },
  'chat.update': {
    args: ['channel', 'ts', 'text', 'blocks'],
    scope: 'chat:write',
    run(args, world) {
      const channel = channelOf(args, world);
      const message = world.messages.find((one) => one.channel === channel && one.ts === args.ts);
      if (message === undefined) throw new SlackRefused('message_not_found');
      if (message.user !== botUser || message.only !== undefined)
        throw new SlackRefused('cant_update_message');
      Object.assign(message, contentOf(args));
      return { ok: true, channel, ts: message.ts, text: message.text };
    },
  },
  'views.open': {
    args: ['trigger_id', 'view'],
    run(args, world) {
      const trigger = world.triggers.get(text(args.trigger_id));
      world.triggers.delete(text(args.trigger_id));
      if (trigger === undefined) throw new SlackRefused('exchanged_trigger_id');
      if (world.now() - trigger.at > triggerMs) throw new SlackRefused('expired_trigger_id');
      const problems = new Problems();
      checkView(args.view, 'modal', problems);
      refuse(problems, 'invalid_arguments');
      const view = { id: world.nextId('V'), user: trigger.user, view: args.view as Json };
      world.views.push(view);
      return { ok: true, view: { id: view.id, ...view.view } };
    },
  },
  'views.publish': {
    args: ['user_id', 'view'],
    run(args, world) {
      const user = text(args.user_id);
      if (!world.people.has(user)) throw new SlackRefused('user_not_found');
      const problems = new Problems();
      checkView(args.view, 'home', problems);
      refuse(problems, 'invalid_arguments');
      world.homes.set(user, args.view as Json);
      return { ok: true, view: { id: world.nextId('V') } };
    },
  },
  'files.getUploadURLExternal': {
    args: ['filename', 'length', 'alt_text', 'snippet_type'],
    scope: 'files:write',
    run(args, world) {
      if (text(args.filename) === '' || Number(args.length) <= 0) throw new SlackRefused('invalid_arguments');
      if (text(args.alt_text).length > 1_000) throw new SlackRefused('alt_text_too_long');
      const id = world.nextId('F');
      world.files.set(id, {
        id,
        name: text(args.filename),
        alt: text(args.alt_text),
        title: '',
        bytes: new Uint8Array(),
      });
      return { ok: true, file_id: id, upload_url: `{root}/upload/${id}` };
    },
  },
  'files.completeUploadExternal': {
    args: ['files', 'channel_id', 'initial_comment', 'thread_ts', 'blocks'],
    scope: 'files:write',
    run(args, world) {
      const channel = text(args.channel_id);
      if (!world.channels.has(channel)) throw new SlackRefused('channel_not_found');
      for (const one of args.files as readonly { id: string; title?: string }[]) {
        const file = world.files.get(one.id);
        if (file === undefined || file.bytes.length === 0) throw new SlackRefused('file_not_found');
        file.title = one.title ?? '';
        world.messages.push({
          ts: world.nextTs(),
          channel,
          user: botUser,
          text: text(args.initial_comment),
          blocks: [],
          file,
        });
      }
      return { ok: true, files: args.files };
    },
  },
};

/** Arguments travel as a form whose structured values are JSON. */
export function readArgs(body: string, contentType: string): Json {
  if (contentType.includes('json')) return JSON.parse(body) as Json;
  const args: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    args[name] =
      /^[[{]/.test(value) && ['blocks', 'view', 'files'].includes(name) ? JSON.parse(value) : value;
  }
  return args;
}

/** @param scopes what the app was granted. */
export function callMethod(
  name: string,
  args: Json,
  token: string,
  world: World,
  scopes: ReadonlySet<string>,
): Json {
  const method = methods[name];
  if (method === undefined) throw new SlackRefused('unknown_method');
  if (token !== botToken) throw new SlackRefused('invalid_auth');
  if (method.scope !== undefined && !scopes.has(method.scope)) throw new SlackRefused('missing_scope');
  const { token: _, ...given } = args;
  const strange = Object.keys(given).filter((key) => !method.args.includes(key));
  if (strange.length > 0)
    throw new SlackRefused(
      'invalid_arguments',
      strange.map((key) => `unknown argument: ${key}`),
    );
  return method.run(given, world);
}
