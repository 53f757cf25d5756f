/** The real process behind a webhook: only Telegram may deliver, and what is delivered survives a kill. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/folder.ts';
import { heardBy, openField, until } from './field.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

test('delivered by webhook and killed in between, every log is stored once; a stranger gets nothing in', async () => {
  const { facilitators, file, options, telegram } = await openField(temporaryFolder(), 2);
  onTestFinished(() => telegram.close());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/telegram`;
  const env = {
    ...options.env,
    TELEGRAM_WEBHOOK_URL: url,
    TELEGRAM_WEBHOOK_SECRET: 'rahasia-uji',
    HTTP_PORT: String(port),
  };
  const type = (minutes: number) => {
    for (const who of facilitators) who.type(`/sesi siti mentoring ${minutes}m kas`);
  };
  const bot = await startBot({ ...options, env });
  type(31);
  await until(() => telegram.updates.waiting.length < 2, 'the first is delivered');
  bot.child.kill('SIGKILL');
  await bot.ended;
  type(32);

  const again = await startBot({ ...options, env });
  const forged = {
    update_id: 1,
    message: {
      message_id: 900,
      date: 1,
      chat: { id: facilitators[0]?.id, type: 'private' },
      from: { id: facilitators[0]?.id, is_bot: false, first_name: 'Rina' },
      text: '/sesi siti mentoring 99m palsu',
    },
  };
  const refused = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': 'rahasia-lain' },
    body: JSON.stringify(forged),
  });
  expect(refused.status).toBe(401);
  const isToldAll = () =>
    facilitators.every((one) => [1, 2].every((number) => heardBy(one).join().includes(`no. ${number}`)));
  await until(isToldAll, 'every log has its receipt');
  await until(() => telegram.updates.waiting.length === 0, 'everything is acknowledged');
  again.child.kill('SIGTERM');
  expect(await again.ended).toMatchObject({ code: 0, signal: null });
  const db = new Database(file, { readonly: true });
  const minutes = db.prepare('SELECT minutes FROM session ORDER BY facilitator, number').pluck().all();
  db.close();
  expect(minutes).toEqual([31, 32, 31, 32]);
}, 40_000);
