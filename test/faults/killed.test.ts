/** A bot that is told to end, and a bot that is killed: nothing acknowledged is lost, nothing is stored twice. */
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startBot, startProcess } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/folder.ts';
import type { Call } from '../support/telegram/server.ts';
import { type Field, heardBy, openField, until } from './field.ts';

async function withField(count: number): Promise<Field> {
  const field = await openField(temporaryFolder(), count);
  onTestFinished(() => field.telegram.close());
  return field;
}

interface StoredSession {
  readonly facilitator: string;
  readonly number: number;
  readonly minutes: number;
  readonly source: string;
}

function readSessions(file: string): readonly StoredSession[] {
  const db = new Database(file, { readonly: true });
  try {
    return db
      .prepare('SELECT facilitator, number, minutes, source FROM session ORDER BY facilitator, number')
      .all() as StoredSession[];
  } finally {
    db.close();
  }
}

const receiptsOf = (texts: readonly string[]): readonly number[] =>
  texts.flatMap((text) => {
    const number = /Tersimpan no\. (\d+)/.exec(text)?.[1];
    return number === undefined ? [] : [Number(number)];
  });

test('SIGTERM finishes what is held and ends with status 0; what comes later waits for the next start', async () => {
  const { facilitators, file, options, telegram } = await withField(1);
  const [rina] = facilitators;
  if (rina === undefined) throw new Error('nobody is here');
  const bot = await startBot(options);
  const { promise: until1, resolve: release } = Promise.withResolvers<void>();
  telegram.api.arrange({ method: 'sendMessage', fault: { kind: 'slow', until: until1 } });
  rina.type('/sesi siti mentoring 30m kas rapi');
  await until(() => telegram.api.calls.at(-1)?.method === 'sendMessage', 'the receipt is being sent');
  const begun = performance.now();
  const before = telegram.api.calls.length;
  bot.child.kill('SIGTERM');
  const isLastPoll = ({ given, method }: Call) => method === 'getUpdates' && given.timeout === 0;
  await until(() => telegram.api.calls.slice(before).some(isLastPoll), 'the last batch is confirmed');
  rina.type('/sesi siti bimtek 45m buku kas');
  release();
  const { code, err } = await bot.ended;
  expect({ code, err: err.replace(/^Dayabot is receiving.*\n/m, '') }).toEqual({ code: 0, err: '' });
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(receiptsOf(heardBy(rina))).toEqual([1]);
  expect(readSessions(file)).toHaveLength(1);

  const again = await startBot(options);
  await until(() => heardBy(rina).length === 2, 'the second receipt');
  again.child.kill('SIGTERM');
  expect((await again.ended).code).toBe(0);
  expect(receiptsOf(heardBy(rina))).toEqual([1, 2]);
  expect(readSessions(file).map(({ minutes }) => minutes)).toEqual([30, 45]);
});

test('SIGTERM at the very moment of being ready, or twice, ends the bot cleanly all the same', async () => {
  const { options } = await withField(0);
  for (const times of [1, 2]) {
    const bot = await startBot(options);
    for (let at = 0; at < times; at++) bot.child.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0, signal: null });
  }
});

test('a Telegram that never answers does not keep the bot from ending well within 10 seconds', async () => {
  const { facilitators, options, telegram } = await withField(1);
  const [rina] = facilitators;
  const bot = await startBot(options);
  const { promise: never, resolve: release } = Promise.withResolvers<void>();
  telegram.api.arrange({ method: 'sendMessage', fault: { kind: 'slow', until: never } });
  rina?.type('/sesi siti mentoring 30m');
  await until(() => telegram.api.calls.at(-1)?.method === 'sendMessage', 'the receipt is being sent');
  const begun = performance.now();
  bot.child.kill('SIGTERM');
  const { code } = await bot.ended;
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(code).toBe(0);
  release();
});

test('killed at each step of one message, the log is stored once and its receipt always names the same number', async () => {
  const { facilitators, file, options, telegram } = await withField(1);
  const [rina] = facilitators;
  if (rina === undefined) throw new Error('nobody is here');
  const { api, updates } = telegram;
  const isSending = () => api.calls.at(-1)?.method === 'sendMessage';
  const steps: readonly { readonly step: string; arrange(): void; reached(): boolean; receipts: number }[] = [
    {
      step: 'handed over, perhaps not yet stored',
      arrange: () => undefined,
      reached: () => updates.deliveriesOf(updates.newest) > 0,
      receipts: 1,
    },
    {
      step: 'stored, its receipt on the way and lost',
      arrange: () => api.arrange({ method: 'sendMessage', fault: { kind: 'cut-before' } }),
      reached: isSending,
      receipts: 1,
    },
    {
      step: 'its receipt sent, and the bot does not know',
      arrange: () => api.arrange({ method: 'sendMessage', fault: { kind: 'cut-after' } }),
      reached: isSending,
      receipts: 2,
    },
    {
      step: 'its receipt sent',
      arrange: () => undefined,
      reached: () => heardBy(rina).length > 0,
      receipts: 1,
    },
  ];
  for (const [at, { arrange, reached, receipts, step }] of steps.entries()) {
    rina.chat.messages.clear();
    const bot = await startBot(options);
    arrange();
    rina.type(`/sesi siti mentoring ${31 + at}m kas`);
    await until(reached, step);
    bot.child.kill('SIGKILL');
    await bot.ended;
    const again = await startBot(options);
    await until(() => updates.waiting.length === 0 && heardBy(rina).length >= receipts, `after: ${step}`);
    again.child.kill('SIGTERM');
    expect((await again.ended).code, step).toBe(0);
    expect(
      readSessions(file).map(({ minutes }) => minutes),
      step,
    ).toEqual(Array.from({ length: at + 1 }, (_, other) => 31 + other));
    const numbers = receiptsOf(heardBy(rina));
    expect(new Set(numbers), step).toEqual(new Set([at + 1]));
    expect(numbers.length, step).toBeLessThanOrEqual(2);
  }
}, 40_000);

test('killed at any moment while logs arrive, every log is stored once and gets its receipt', async () => {
  const { facilitators, file, options, telegram } = await withField(6);
  const each = 8;
  const rounds = 10;
  let typed = 0;
  const typeSome = (count: number) => {
    for (let left = count; left > 0 && typed < each * facilitators.length; left--) {
      const who = facilitators[typed % facilitators.length];
      who?.type(`/sesi siti mentoring ${30 + Math.floor(typed / facilitators.length)}m kas`);
      typed++;
    }
  };
  const kills: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const bot = startProcess(['start'], options);
    typeSome(1);
    // A start takes about 600 ms: some die before they receive, most in the middle of their work.
    const delay = 350 + Math.floor(Math.random() * 900);
    kills.push(delay);
    const more = setInterval(() => typeSome(1), 250);
    await new Promise((resolve) => setTimeout(resolve, delay));
    clearInterval(more);
    bot.child.kill('SIGKILL');
    await bot.ended;
  }
  typeSome(each * facilitators.length);
  const bot = await startBot(options);
  const numbers = Array.from({ length: each }, (_, at) => at + 1);
  const told = `killed after ${kills.join(', ')} ms`;
  const heardAll = () =>
    facilitators.every((one) => numbers.every((number) => receiptsOf(heardBy(one)).includes(number)));
  await until(heardAll, `every log has its receipt, ${told}`, 40_000);
  await until(() => telegram.updates.waiting.length === 0, 'everything is confirmed');
  bot.child.kill('SIGTERM');
  expect(await bot.ended, told).toMatchObject({ code: 0, signal: null });

  const sessions = readSessions(file);
  expect(sessions.length, told).toBe(each * facilitators.length);
  expect(new Set(sessions.map(({ source }) => source)).size, told).toBe(sessions.length);
  const byFacilitator = Map.groupBy(sessions, ({ facilitator }) => facilitator);
  expect(byFacilitator.size).toBe(facilitators.length);
  for (const own of byFacilitator.values()) {
    expect(
      own.map(({ number }) => number),
      told,
    ).toEqual(numbers);
    // In the order in which they were typed.
    expect(
      own.map(({ minutes }) => minutes),
      told,
    ).toEqual(numbers.map((number) => 29 + number));
  }
}, 60_000);
