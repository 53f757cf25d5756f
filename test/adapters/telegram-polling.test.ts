/** The contract on Telegram, asked by long polling. */
import { testAdapter } from './contract.ts';
import { openTelegram, telegramSkips } from './telegram-harness.ts';

testAdapter({
  name: 'Telegram, polling',
  skips: telegramSkips,
  open: (options) => openTelegram('polling', options),
});
