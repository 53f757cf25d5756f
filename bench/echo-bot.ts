/** What the throughput is compared with: a bare echo bot on grammY with its runner, as its documentation shows it. */
import { run } from '@grammyjs/runner';
import { Bot } from 'grammy';

const [apiRoot = '', token = ''] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (context) => context.reply(context.message.text));
await bot.init();
run(bot);
process.stderr.write('ready\n');
