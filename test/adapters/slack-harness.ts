/** The contract's people and places on the Slack stand-in. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SlackConfig } from '../../adapters/slack/config.ts';
import { createSlack } from '../../adapters/slack/create.ts';
import { buttonsOf, createPerson, readMessage, type SlackUser } from '../support/slack/people.ts';
import { type SlackStandIn, type Trouble as SlackTrouble, startSlack } from '../support/slack/stand-in.ts';
import { appToken, botToken, type Message, signingSecret } from '../support/slack/world.ts';
import type { Harness, ShownMessage, Stage, StageUser, Trouble } from './harness.ts';

const toShown = (message: Message): ShownMessage => {
  const buttons = buttonsOf(message.blocks);
  const { file } = message;
  return {
    ref: message.ts,
    text: readMessage(message),
    buttons: buttons.flatMap(({ label, url }) => (url === undefined ? [label] : [])),
    links: buttons.flatMap(({ label, url }) => (url === undefined ? [] : [{ label, url }])),
    ...(file === undefined
      ? {}
      : file.alt !== ''
        ? { image: { bytes: file.bytes, alt: file.alt } }
        : { file: { name: file.name, bytes: file.bytes } }),
  };
};

const refusal = (error: string): SlackTrouble => ({
  kind: 'answer',
  status: 200,
  body: { ok: false, error },
});

const troubles: Readonly<Partial<Record<Trouble, SlackTrouble>>> = {
  'rate-limited': {
    kind: 'answer',
    status: 429,
    body: { ok: false, error: 'ratelimited' },
    headers: { 'retry-after': '7' },
  },
  blocked: refusal('user_disabled'),
  gone: refusal('channel_not_found'),
  rejected: refusal('restricted_action'),
  'cut-before': { kind: 'cut-before' },
  'cut-after': { kind: 'cut-after' },
};

/** The app's own web server, for HTTP mode. */
async function listen() {
  const routes = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => routes.get(request.url ?? '')?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    route: (path: string, handler: (request: IncomingMessage, response: ServerResponse) => void) => {
      routes.set(path, handler);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface SlackStage extends Stage {
  readonly slack: SlackStandIn;
  readonly channel: string;
  person(name: string): SlackUser;
}

export async function openSlack(
  kind: 'socket' | 'http',
  { log, now }: Parameters<Harness['open']>[0],
  deskChannel: string | null = null,
): Promise<SlackStage> {
  const slack = await startSlack(kind, now);
  const { deliveries, world } = slack;
  const channel = 'C0UMUM';
  world.channels.add(channel);
  if (deskChannel !== null) world.channels.add(deskChannel);
  const http = kind === 'http' ? await listen() : undefined;
  if (http !== undefined) slack.requestUrl = `${http.url}/slack/events`;
  const mode: SlackConfig['mode'] =
    http === undefined ? { kind: 'socket', appToken } : { kind: 'http', signingSecret, route: http.route };
  const adapter = createSlack({ botToken, apiUrl: slack.apiUrl, mode, deskChannel, now, log });
  const people = new Map<string, SlackUser>();
  return {
    slack,
    channel,
    adapter,
    person: (name) => createPerson(slack, name),
    async arrive(name) {
      const person = createPerson(slack, name);
      people.set(person.id, person);
      const user: StageUser = {
        account: person.id,
        address: { platform: 'slack', place: person.dm, kind: 'private' },
        async say(text) {
          const { done, ts } = person.type(text);
          await done;
          return [ts];
        },
        async command(command, rest = '') {
          await person.command(`${command} ${rest}`.trimEnd());
        },
        async press(label) {
          await person.press(label);
        },
        async edit(ref, text) {
          await person.edit(ref, text);
        },
        async sendPhoto(bytes) {
          await person.upload(bytes, 'foto.png');
        },
        submit: person.submit,
        async sayInGroup(text, { mention }) {
          await person.type(text, { channel, mention }).done;
        },
        async commandInGroup(command, rest = '') {
          await person.command(`${command} ${rest}`.trimEnd(), channel);
        },
        shown: () => person.sees(person.dm).map(toShown),
        shownInGroup: () => person.sees(channel).map(toShown),
        isErased: () => false,
      };
      return user;
    },
    acknowledged: deliveries.quiet,
    get unacknowledged() {
      return deliveries.waiting;
    },
    get spinning() {
      return deliveries.presses;
    },
    get deliveriesOfNewest() {
      return deliveries.triesOfNewest;
    },
    deliverAgain: deliveries.again,
    trouble(trouble, user) {
      const place = people.get(user.account)?.dm ?? '';
      const arranged = troubles[trouble];
      if (arranged === undefined) throw new Error(`Slack has no such trouble: ${trouble}`);
      slack.arrange('chat.postMessage', place, arranged);
    },
    async close() {
      await slack.close();
      await http?.close();
    },
  };
}

export const slackSkips = {
  'what could not be stored is delivered again, and then is one record':
    'Slack delivers a command once and tells the person that it failed; events that come again are tested on their own',
  'people are answered in the language of their app':
    'events of Slack tell no language; people choose with /daya bahasa',
  'a place that moved is told with its new address': 'places of Slack keep their ids',
  'what is sent while the bot is away comes in when it is back':
    'Slack tells the person at once that the app does not answer a command',
} as const;
