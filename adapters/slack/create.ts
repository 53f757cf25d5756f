/**
 * The Slack adapter. Bolt's receivers carry the events, over Socket Mode or signed HTTP; an event is acknowledged only
 * after it is stored, so Bolt's own dispatch, which acknowledges first, is not used.
 */
import { createRequire } from 'node:module';
import type { App, HTTPReceiver, ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Adapter, Delivered, Outgoing, Receive } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';
import type { AnswerWith } from '../../src/chat/incoming.ts';
import { readLimited } from '../../src/chat/read-limited.ts';
import type { Part } from '../../src/chat/reply.ts';
import { fromAnswerWith } from './answer-with.ts';
import { slackCapabilities } from './capabilities.ts';
import { eventsPath, type SlackConfig } from './config.ts';
import { createDirectory } from './directory.ts';
import { toFailure } from './failure.ts';
import { createLogger } from './logger.ts';
import { toModal } from './modal.ts';
import { platform } from './platform.ts';
import { readBody } from './receive.ts';
import { renderPart } from './render.ts';

const bolt = createRequire(import.meta.url)('@slack/bolt') as typeof import('@slack/bolt');

type Receiver = SocketModeReceiver | HTTPReceiver;

/** The bot's token goes with the request, so it goes to Slack's own servers only. */
const mayHoldToken = (address: string, apiUrl: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { hostname, origin, protocol } = new URL(address);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(^|\.)slack\.com$/u.test(hostname));
};

export function createSlack(config: SlackConfig): Adapter {
  const logger = createLogger(config.log);
  const client = new bolt.webApi.WebClient(config.botToken, {
    slackApiUrl: config.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  });
  const directory = createDirectory(client);
  const homes = new Set<string>();
  let self = '';
  let privateChat = 'https://slack.com';
  let receive: Receive | undefined;
  let receiver: Receiver | undefined;
  const storing = new Set<Promise<unknown>>();

  async function takeEvent({ ack, body }: ReceiverEvent): Promise<void> {
    const read = readBody(body, {
      self,
      deskChannel: config.deskChannel,
      now: config.now(),
      hasHome: (user) => homes.has(user),
    });
    if (read === undefined) return ack();
    if (read.address.kind === 'home') homes.add(read.sender.account);
    const incoming = await directory.complete(read);
    if (receive === undefined) throw new Error('not receiving');
    const stored = receive([incoming]);
    storing.add(stored);
    // A rejection goes on to the receiver, which then does not acknowledge: Slack delivers again.
    const [result] = await stored.finally(() => storing.delete(stored));
    if (result?.kind === 'invalid') {
      return ack({
        response_action: 'errors',
        errors: Object.fromEntries(result.errors.map(({ field, text }) => [field, text])),
      });
    }
    return ack();
  }

  function createReceiver(): Receiver {
    const { mode } = config;
    if (mode.kind === 'socket') {
      return new bolt.SocketModeReceiver({
        appToken: mode.appToken,
        logger,
        installerOptions: { clientOptions: { slackApiUrl: config.apiUrl } },
      });
    }
    const http = new bolt.HTTPReceiver({
      signingSecret: mode.signingSecret,
      endpoints: [eventsPath],
      logger,
      processBeforeResponse: true,
      processEventErrorHandler: async ({ response }) => {
        response.writeHead(503);
        response.end();
        return false;
      },
    });
    mode.route(eventsPath, (request, response) => http.requestListener(request, response));
    return http;
  }

  /** Uploads the file or picture of a part, where it has one. What else the part says is a message of its own. */
  async function sendFile(address: Address, part: Part): Promise<void> {
    const file = part.blocks.find((block) => block.kind === 'file' || block.kind === 'image');
    if (file === undefined) return;
    const name = file.kind === 'file' ? file.name : 'gambar.png';
    await client.filesUploadV2({
      channel_id: address.place,
      file: Buffer.from(file.data, 'base64'),
      filename: name,
      title: file.kind === 'image' ? file.alt : name,
      ...(file.kind === 'image' ? { alt_text: file.alt } : {}),
      ...(address.thread === undefined ? {} : { thread_ts: address.thread }),
    } as Parameters<typeof client.filesUploadV2>[0]);
  }

  async function sendPart(
    address: Address,
    part: Part,
    answerWith: AnswerWith | undefined,
  ): Promise<readonly string[]> {
    const rights = fromAnswerWith(answerWith);
    const form = part.blocks.find((block) => block.kind === 'form');
    if (form !== undefined) {
      await client.views.open({ trigger_id: rights?.trigger ?? '', view: toModal(form, address) });
      return [];
    }
    const { blocks, text } = renderPart(part, privateChat);
    if (address.kind === 'home') {
      await client.views.publish({ user_id: address.place, view: { type: 'home', blocks } });
      return [];
    }
    await sendFile(address, part);
    if (blocks.length === 0) return [];
    const thread = address.thread === undefined ? {} : { thread_ts: address.thread };
    if (part.replaces !== undefined) {
      await client.chat.update({ channel: address.place, ts: part.replaces, text, blocks });
      return [part.replaces];
    }
    if (part.audience === 'only-sender' && address.kind === 'group' && rights !== undefined) {
      await client.chat.postEphemeral({ channel: address.place, user: rights.user, text, blocks, ...thread });
      return [];
    }
    const sent = await client.chat.postMessage({
      channel: address.place,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
      ...thread,
    });
    return sent.ts === undefined ? [] : [sent.ts];
  }

  return {
    platform,
    capabilities: slackCapabilities,
    async start(given) {
      receive = given;
      const me = await client.auth.test();
      self = me.user_id ?? '';
      if (me.team_id !== undefined)
        privateChat = `https://slack.com/app_redirect?team=${me.team_id}&channel=${self}`;
      receiver = createReceiver();
      // Only the one method that receivers call; Bolt's App would acknowledge before anything is stored.
      receiver.init({ processEvent: takeEvent } as unknown as App);
      if (receiver instanceof bolt.SocketModeReceiver) await receiver.start();
    },
    async stop() {
      if (receiver instanceof bolt.SocketModeReceiver) await receiver.stop();
      receiver = undefined;
      await Promise.allSettled(storing);
      receive = undefined;
    },
    async close() {},
    async deliver(address: Address, outgoing: Outgoing): Promise<Delivered> {
      // Slack has no command menus, no "typing" for bots, and lets no bot remove what people wrote.
      if (outgoing.kind !== 'part') return { kind: 'delivered', refs: [] };
      try {
        return { kind: 'delivered', refs: await sendPart(address, outgoing.part, outgoing.answerWith) };
      } catch (error) {
        return { kind: 'failed', failure: toFailure(error) };
      }
    },
    async fetch(ref, mostBytes) {
      if (!mayHoldToken(ref, config.apiUrl)) throw new Error('that is no address of Slack');
      const response = await globalThis.fetch(ref, {
        headers: { authorization: `Bearer ${config.botToken}` },
      });
      if (!response.ok || response.body === null)
        throw new Error(`Slack answered ${response.status} for a file`);
      return readLimited(response.body, mostBytes);
    },
  };
}
