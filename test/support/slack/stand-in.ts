/** A Slack of one's own on the loopback: Web API over HTTP, Socket Mode over WebSocket, files, and switches for trouble. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import manifest from '../../../adapters/slack/manifest.json' with { type: 'json' };
import { type Ack, type Carrier, createDeliveries, createHttpCarrier, type Deliveries } from './delivery.ts';
import { callMethod, readArgs, SlackRefused } from './web-api.ts';
import { appToken, botToken, createWorld, type Json, type World } from './world.ts';

export type Trouble =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: Json;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: 'cut-before' | 'cut-after' };

export interface SlackStandIn {
  readonly world: World;
  readonly deliveries: Deliveries;
  /** With a slash at its end, as the setting. */
  readonly apiUrl: string;
  /** The next call of a method on a channel meets this. */
  arrange(method: string, channel: string, trouble: Trouble): void;
  /** Where events go in HTTP mode. */
  requestUrl: string;
  close(): Promise<void>;
}

/** How long an envelope may stay unacknowledged before it is delivered again. Slack waits three seconds. */
const patienceMs = 400;

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

/** The bytes of an upload, sent as they are or as the one part of a form. */
async function readUpload(body: Buffer, contentType: string): Promise<Uint8Array> {
  if (!contentType.startsWith('multipart/')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  for (const [, value] of form)
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  throw new Error('the upload holds no file');
}

export async function startSlack(mode: 'socket' | 'http', now: () => number): Promise<SlackStandIn> {
  const world = createWorld(now);
  const scopes = new Set<string>(manifest.oauth_config.scopes.bot);
  const troubles: { method: string; channel: string; trouble: Trouble }[] = [];
  const acks = new Map<string, (ack: Ack) => void>();
  const socketWaits: (() => void)[] = [];
  let socket: WebSocket | undefined;
  let root = '';

  const reply = (
    response: ServerResponse,
    status: number,
    body: Json,
    headers: Record<string, string> = {},
  ) => {
    const text = JSON.stringify(body).replaceAll('{root}', root);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };

  async function takeCall(method: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await readAll(request)).toString('utf8');
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (method === 'apps.connections.open') {
      const accepted = token === appToken;
      reply(
        response,
        200,
        accepted
          ? { ok: true, url: `${root.replace('http', 'ws')}/link` }
          : { ok: false, error: 'invalid_auth' },
      );
      return;
    }
    const args = readArgs(body, request.headers['content-type'] ?? '');
    const at = troubles.findIndex((one) => one.method === method && one.channel === args.channel);
    const trouble = at < 0 ? undefined : troubles.splice(at, 1)[0]?.trouble;
    if (trouble?.kind === 'answer') return reply(response, trouble.status, trouble.body, trouble.headers);
    if (trouble?.kind === 'cut-before') {
      request.socket.destroy();
      return;
    }
    let answer: Json;
    try {
      answer = callMethod(method, args, token, world, scopes);
    } catch (error) {
      if (!(error instanceof SlackRefused)) throw error;
      answer = error.answer;
    }
    if (trouble?.kind === 'cut-after') request.socket.destroy();
    else reply(response, 200, answer);
  }

  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const [, first, rest = ''] = /^\/(api|upload|files)\/(.+)$/.exec(path) ?? [];
    const work = async () => {
      if (first === 'api') return takeCall(rest, request, response);
      const file = world.files.get(rest);
      if (file === undefined) return reply(response, 404, { ok: false });
      if (first === 'upload') {
        file.bytes = await readUpload(await readAll(request), request.headers['content-type'] ?? '');
        response.writeHead(200).end('OK');
        return;
      }
      if (request.headers.authorization !== `Bearer ${botToken}`) return reply(response, 403, { ok: false });
      response.writeHead(200).end(file.bytes);
    };
    work().catch((error: unknown) => reply(response, 500, { ok: false, error: String(error) }));
  });

  const sockets = new WebSocketServer({ server, path: '/link' });
  sockets.on('connection', (connected) => {
    socket = connected;
    connected.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } }));
    for (const wake of socketWaits.splice(0)) wake();
    connected.on('message', (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload?: Ack };
      acks.get(id)?.(payload ?? {});
    });
    connected.on('close', () => {
      if (socket === connected) socket = undefined;
    });
  });

  const carrySocket: Carrier = async (delivery, id, attempt) => {
    if (socket === undefined) await new Promise<void>((resolve) => socketWaits.push(resolve));
    const { promise, resolve } = Promise.withResolvers<Ack | undefined>();
    acks.set(id, resolve);
    socket?.send(
      JSON.stringify({
        type: delivery.kind,
        envelope_id: id,
        payload: delivery.payload,
        accepts_response_payload: delivery.kind !== 'events_api',
        ...(attempt > 0 ? { retry_attempt: attempt, retry_reason: 'timeout' } : {}),
      }),
    );
    // Slack never gives up on a person's press; on an event it tries again.
    const timer =
      delivery.kind === 'events_api' ? setTimeout(() => resolve(undefined), patienceMs) : undefined;
    const ack = await promise;
    clearTimeout(timer);
    acks.delete(id);
    return ack;
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const standIn: SlackStandIn = {
    world,
    apiUrl: `${root}/api/`,
    requestUrl: '',
    deliveries: createDeliveries(
      mode === 'socket' ? carrySocket : createHttpCarrier(() => standIn.requestUrl),
    ),
    arrange(method, channel, trouble) {
      troubles.push({ method, channel, trouble });
    },
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

/** Address at which a stored file is fetched. */
export const fileUrl = (slack: SlackStandIn, id: string): string =>
  slack.apiUrl.replace('/api/', `/files/${id}`);
