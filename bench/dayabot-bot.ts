/**
 * The whole assistant with its Telegram adapter, as `dayabot start` runs it, but with the send budget off; or, with a
 * time to begin at, with the budget on and the clock set.
 */
import { createTelegram } from '../adapters/telegram/create.ts';
import { createAssistant } from '../src/cli/assistant.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { createShiftedClock, systemClock } from '../src/delivery/clock.ts';
import { createLog } from '../src/log.ts';

const [apiRoot = '', token = '', file = '', begin] = process.argv.slice(2);
const clock = begin === undefined ? systemClock : createShiftedClock(Number(begin));
const begun = Date.now();
const parsed = parseConfig({
  DATABASE_URL: `file:${file}`,
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_API_ROOT: apiRoot,
});
if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
const log = await createLog('error');
const opened = await openStore(parsed.config, clock);
const app = await createAssistant(opened, { log, unlimitedSending: begin === undefined });
await app.start([createTelegram({ token, apiRoot, mode: { kind: 'polling' }, now: () => clock.now(), log })]);
if (begin !== undefined) process.send?.({ begun });
process.stderr.write(`ready ${Math.round(process.uptime() * 1000)} ${process.memoryUsage().rss}\n`);
process.once('SIGTERM', () => {
  void app
    .stop()
    .then(() => opened.store.close())
    .then(() => process.exit(0));
});
