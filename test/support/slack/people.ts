/** People of the workspace with the app before them: what they do becomes events as Slack makes them. */
import type { Ack, Delivery } from './delivery.ts';
import { fileUrl, type SlackStandIn } from './stand-in.ts';
import { botUser, type Json, type Message, teamId } from './world.ts';

/** As Slack sends what was typed: three characters escaped, addresses made into links. */
const asSent = (typed: string): string =>
  typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/https?:\/\/[^\s)]+/g, '<$&>');

const plainOf = (block: Json): string | undefined => {
  if (block.type !== 'rich_text') return undefined;
  return (block.elements as readonly { elements: readonly { text: string }[] }[])
    .map((section) => section.elements.map((element) => element.text).join(''))
    .join('\n');
};

interface ShownButton {
  readonly label: string;
  readonly value?: string;
  readonly url?: string;
  readonly actionId: string;
}

export const buttonsOf = (blocks: readonly Json[]): readonly ShownButton[] =>
  blocks.flatMap((block) =>
    block.type !== 'actions'
      ? []
      : (
          block.elements as readonly {
            text: { text: string };
            value?: string;
            url?: string;
            action_id: string;
          }[]
        ).map(({ action_id: actionId, text, url, value }) => ({
          label: text.text,
          actionId,
          ...(value === undefined ? {} : { value }),
          ...(url === undefined ? {} : { url }),
        })),
  );

/** A message's words as a person reads them: the blocks, else the text. */
export function readMessage(message: Message): string {
  if (message.blocks.length === 0)
    return message.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return message.blocks.flatMap((block) => plainOf(block) ?? []).join('\n\n');
}

export interface SlackUser {
  readonly id: string;
  readonly dm: string;
  /** Resolve with the acknowledgement of the event. */
  type(
    text: string,
    options?: { channel?: string; thread?: string; mention?: boolean },
  ): { ts: string; done: Promise<Ack | undefined> };
  command(text: string, channel?: string): Promise<Ack | undefined>;
  /** Presses the newest button with this label that this person sees in a channel. */
  press(label: string, channel?: string): Promise<Ack | undefined>;
  edit(ts: string, text: string): Promise<Ack | undefined>;
  /** `thread` is the message below which it is put. */
  upload(bytes: Uint8Array, name: string, mime?: string, thread?: string): Promise<Ack | undefined>;
  openHome(): Promise<Ack | undefined>;
  pressOnHome(label: string): Promise<Ack | undefined>;
  /** Sends the open window; gives back what Slack shows below its fields. */
  submit(values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  dismiss(): Promise<Ack | undefined>;
  /** The bot's messages in a channel as this person sees them. */
  sees(channel: string): readonly Message[];
}

export function createPerson(slack: SlackStandIn, name: string, locale = 'id-ID'): SlackUser {
  const { deliveries, world } = slack;
  const id = world.nextId('U');
  const dm = world.nextId('D');
  world.people.set(id, { id, name, dm, locale });
  world.channels.add(dm);

  const event = (inner: Json): Promise<Ack | undefined> =>
    deliveries.deliver({
      kind: 'events_api',
      payload: {
        type: 'event_callback',
        token: 'x',
        team_id: teamId,
        api_app_id: 'A0',
        event_id: world.nextId('Ev'),
        event_time: Math.floor(world.now() / 1000),
        event: inner,
      },
    });
  const interact = (payload: Json): Promise<Ack | undefined> => {
    const delivery: Delivery = {
      kind: 'interactive',
      payload: {
        user: { id, username: name, name, team_id: teamId },
        team: { id: teamId },
        api_app_id: 'A0',
        ...payload,
      },
    };
    return deliveries.deliver(delivery);
  };
  const sees = (channel: string): readonly Message[] =>
    world.messages.filter(
      (message) => message.channel === channel && message.user === botUser && (message.only ?? id) === id,
    );
  const openView = () => {
    const at = world.views.findLastIndex((view) => view.user === id);
    const view = world.views[at];
    if (view === undefined) throw new Error('no window is open');
    return { at, view };
  };
  const pressed = (button: ShownButton) => ({
    type: 'block_actions',
    trigger_id: world.trigger(id),
    actions: [
      {
        type: 'button',
        action_id: button.actionId,
        block_id: 'b',
        action_ts: world.nextTs(),
        ...(button.value === undefined ? {} : { value: button.value }),
      },
    ],
  });

  return {
    id,
    dm,
    sees,
    type(text, { channel = dm, mention = false, thread } = {}) {
      const ts = world.nextTs();
      const sent = mention ? `<@${botUser}> ${asSent(text)}` : asSent(text);
      const common = {
        channel,
        user: id,
        text: sent,
        ts,
        team: teamId,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      };
      world.messages.push({
        ts,
        channel,
        user: id,
        text,
        blocks: [],
        ...(thread === undefined ? {} : { thread }),
      });
      const heard = event({ type: 'message', channel_type: channel === dm ? 'im' : 'channel', ...common });
      const done = mention ? heard.then(() => event({ type: 'app_mention', ...common })) : heard;
      return { ts, done };
    },
    command: (text, channel = dm) =>
      deliveries.deliver({
        kind: 'slash_commands',
        payload: {
          command: '/daya',
          text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
          user_id: id,
          user_name: name,
          channel_id: channel,
          channel_name: channel === dm ? 'directmessage' : 'umum',
          team_id: teamId,
          trigger_id: world.trigger(id),
          response_url: 'http://127.0.0.1:9/none',
        },
      }),
    press(label, channel = dm) {
      for (const message of sees(channel).toReversed()) {
        const button = buttonsOf(message.blocks).find((one) => one.label === label);
        if (button === undefined) continue;
        return interact({
          ...pressed(button),
          channel: { id: channel },
          container: { type: 'message', message_ts: message.ts, channel_id: channel },
          message: {
            ts: message.ts,
            text: message.text,
            ...(message.thread === undefined ? {} : { thread_ts: message.thread }),
          },
        });
      }
      throw new Error(`nobody shows the button ${label}`);
    },
    edit(ts, text) {
      const message = world.messages.find((one) => one.ts === ts);
      const before = message?.text ?? '';
      if (message !== undefined) message.text = text;
      return event({
        type: 'message',
        subtype: 'message_changed',
        channel: dm,
        channel_type: 'im',
        ts: world.nextTs(),
        message: { type: 'message', ts, user: id, text: asSent(text), edited: { user: id, ts } },
        previous_message: { type: 'message', ts, user: id, text: asSent(before) },
      });
    },
    upload(bytes, fileName, mime = 'image/png', thread) {
      const file = world.nextId('F');
      world.files.set(file, { id: file, name: fileName, alt: '', title: '', bytes });
      return event({
        type: 'message',
        subtype: 'file_share',
        channel: dm,
        channel_type: 'im',
        user: id,
        text: '',
        ts: world.nextTs(),
        ...(thread === undefined ? {} : { thread_ts: thread }),
        files: [
          {
            id: file,
            name: fileName,
            mimetype: mime,
            size: bytes.length,
            url_private: fileUrl(slack, file),
          },
        ],
      });
    },
    openHome: () => event({ type: 'app_home_opened', user: id, channel: dm, tab: 'home' }),
    pressOnHome(label) {
      const home = world.homes.get(id);
      const button = buttonsOf((home?.blocks ?? []) as readonly Json[]).find((one) => one.label === label);
      if (button === undefined) throw new Error(`the home page has no button ${label}`);
      return interact({
        ...pressed(button),
        container: { type: 'view', view_id: 'V0' },
        view: { id: 'V0', type: 'home' },
      });
    },
    async submit(values) {
      const { at, view } = openView();
      const blocks = view.view.blocks as readonly {
        type: string;
        block_id?: string;
        element?: { type: string; action_id: string };
      }[];
      const inputs = blocks.filter((block) => block.type === 'input');
      const state = Object.fromEntries(
        inputs.map((block) => {
          const given = values[block.block_id ?? ''] ?? null;
          const choice = block.element?.type === 'static_select';
          const value = choice
            ? { selected_option: given === null ? null : { value: given } }
            : { value: given };
          return [
            block.block_id,
            { [block.element?.action_id ?? '']: { type: block.element?.type, ...value } },
          ];
        }),
      );
      const ack = await interact({
        type: 'view_submission',
        trigger_id: world.trigger(id),
        view: { id: view.id, ...view.view, state: { values: state } },
      });
      if (ack?.response_action === 'errors') return ack.errors as Record<string, string>;
      world.views.splice(at, 1);
      return {};
    },
    dismiss() {
      const { at, view } = openView();
      world.views.splice(at, 1);
      return interact({ type: 'view_closed', is_cleared: false, view: { id: view.id, ...view.view } });
    },
  };
}
