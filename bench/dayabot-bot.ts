/** The whole assistant with its Telegram adapter, as `dayabot start` runs it, but with the send budget off. */
import { createTelegram } from '../adapters/telegram/create.ts';
import { createAssistant } from '../src/cli/assistant.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { createLog } from '../src/log.ts';

const [apiRoot = '', token = '', file = ''] = process.argv.slice(2);
const parsed = parseConfig({
  DATABASE_URL: `file:${file}`,
  TELEGRAM_BOT_TOKEN: token,
  TELEGRAM_API_ROOT: apiRoot,
});
if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
const log = await createLog('error');
const opened = await openStore(parsed.config, systemClock);
const app = await createAssistant(opened, { log, unlimitedSending: true });
await app.start([createTelegram({ token, apiRoot, mode: { kind: 'polling' }, now: () => Date.now(), log })]);
process.stderr.write(`ready ${Math.round(process.uptime() * 1000)} ${process.memoryUsage().rss}\n`);
process.once('SIGTERM', () => {
  void app
    .stop()
    .then(() => opened.store.close())
    .then(() => process.exit(0));
});
