/** The contract on Telegram, delivered by webhook, and who else may not deliver there. */
import { expect, test } from 'vitest';
import { testAdapter } from './contract.ts';
import { openStage } from './contract-app.ts';
import { openTelegram, type TelegramStage, telegramSkips, webhookSecret } from './telegram-harness.ts';

testAdapter({
  name: 'Telegram, webhook',
  skips: telegramSkips,
  open: (options) => openTelegram('webhook', options),
});

const update = {
  update_id: 1,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 5, type: 'private' },
    from: { id: 5, is_bot: false, first_name: 'Penyusup' },
    text: '/catat palsu',
  },
};

test.each([
  ['with a wrong secret', { 'x-telegram-bot-api-secret-token': `${webhookSecret}x` }, 401],
  [
    'with a secret of the same length',
    { 'x-telegram-bot-api-secret-token': 'x'.repeat(webhookSecret.length) },
    401,
  ],
  ['without a secret', {}, 401],
])('a delivery %s is refused and stores nothing', async (_name, headers, status) => {
  let stage: TelegramStage | undefined;
  const { inbox } = await openStage({
    name: 'webhook',
    skips: {},
    open: async (options) => {
      stage = await openTelegram('webhook', options);
      return stage;
    },
  });
  const post = (given: Record<string, string>, body: string) =>
    fetch(stage?.webhookUrl ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...given },
      body,
    });
  expect((await post(headers, JSON.stringify(update))).status).toBe(status);
  const known = { 'x-telegram-bot-api-secret-token': webhookSecret };
  expect((await post(known, '{"update')).status).toBe(400);
  expect((await post(known, JSON.stringify('x'.repeat(1_100_000)))).status).toBe(413);
  expect((await fetch(stage?.webhookUrl ?? '', { headers: known })).status).toBe(405);
  expect(await inbox()).toEqual([]);
});
