/**
 * A Bot API for measuring, in a process of its own: hands out prepared updates as fast as they are asked for, or at a
 * steady rate, and notes when each was answered. It checks nothing; the strict stand-in of the tests does that.
 * Messages of the parent: `{load, from}` (how many updates at once), `{rate, seconds, from}` (a second, for how long),
 * `{watch}` (hands out nothing and waits for so many messages).
 */
import { createServer, type ServerResponse } from 'node:http';
import { facilitators, firstChat, textOf } from './fill.ts';

interface Update {
  readonly id: number;
  readonly text: string;
}

let waiting: Update[] = [];
let poll: { response: ServerResponse; timer: NodeJS.Timeout } | undefined;
let expected = 0;
let answered = 0;
let firstAsked = 0;
let nextMessage = 1;
const givenAt = new Map<number, number[]>();
let delays: number[] = [];
/** When each message arrived, in epoch milliseconds. */
let sentAt: number[] = [];

const ok = (response: ServerResponse, result: unknown) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
};

const chatOf = (id: number) => firstChat + (id % facilitators);

const toUpdate = ({ id, text }: Update) => {
  const chat = chatOf(id);
  return {
    update_id: id,
    message: {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      from: {
        id: chat,
        is_bot: false,
        first_name: 'Pendamping',
        last_name: String(id % facilitators),
        language_code: 'id',
      },
      chat: { id: chat, type: 'private', first_name: 'Pendamping' },
      text,
      ...(text.startsWith('/')
        ? { entities: [{ type: 'bot_command', offset: 0, length: text.indexOf(' ') }] }
        : {}),
    },
  };
};

function givePoll(): void {
  if (poll === undefined || waiting.length === 0) return;
  const { response, timer } = poll;
  clearTimeout(timer);
  poll = undefined;
  ok(response, waiting.slice(0, 100).map(toUpdate));
}

function takePoll(body: { offset?: number; timeout?: number }, response: ServerResponse): void {
  if (firstAsked === 0 && waiting.length > 0) firstAsked = performance.now();
  const offset = body.offset ?? 0;
  let confirmed = 0;
  while ((waiting[confirmed]?.id ?? Number.POSITIVE_INFINITY) < offset) confirmed++;
  if (confirmed > 0) waiting = waiting.slice(confirmed);
  const timer = setTimeout(
    () => {
      // An earlier process may have left a poll behind; its end is not the end of the present one.
      if (poll?.response === response) poll = undefined;
      ok(response, []);
    },
    (body.timeout ?? 0) * 1000,
  );
  poll = { response, timer };
  givePoll();
}

function takeSend(body: { chat_id: number; text?: string }, response: ServerResponse): void {
  answered++;
  sentAt.push(Date.now());
  const times = givenAt.get(body.chat_id);
  const given = times?.shift();
  if (given !== undefined) delays.push(performance.now() - given);
  ok(response, {
    message_id: nextMessage++,
    date: 0,
    chat: { id: body.chat_id, type: 'private' },
    text: body.text ?? '',
  });
  if (answered === expected) {
    process.send?.({ done: true, answered, ms: performance.now() - firstAsked, delays, sentAt });
  }
}

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const method = (request.url ?? '').split('/').at(-1);
    const text = Buffer.concat(pieces).toString('utf8');
    const body = text === '' ? {} : JSON.parse(text);
    if (method === 'getUpdates') takePoll(body, response);
    else if (method === 'sendMessage') takeSend(body, response);
    else if (method === 'getMe')
      ok(response, { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' });
    else ok(response, true);
  });
});
server.keepAliveTimeout = 60_000;

interface Order {
  readonly load?: number;
  readonly rate?: number;
  readonly seconds?: number;
  readonly watch?: number;
  readonly from: number;
}

process.on('message', (order: Order) => {
  answered = 0;
  sentAt = [];
  firstAsked = 0;
  delays = [];
  givenAt.clear();
  if (order.load !== undefined) {
    expected = order.load;
    waiting = Array.from({ length: order.load }, (_, at) => ({
      id: order.from + at,
      text: textOf(order.from + at),
    }));
    if (poll !== undefined) firstAsked = performance.now();
    givePoll();
    return;
  }
  if (order.watch !== undefined) {
    expected = order.watch;
    return;
  }
  const { rate = 1, seconds = 1 } = order;
  expected = rate * seconds;
  let given = 0;
  firstAsked = performance.now();
  const ticking = setInterval(() => {
    const id = order.from + given++;
    const chat = chatOf(id);
    givenAt.set(chat, [...(givenAt.get(chat) ?? []), performance.now()]);
    waiting.push({ id, text: textOf(id) });
    givePoll();
    if (given === expected) clearInterval(ticking);
  }, 1000 / rate);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
