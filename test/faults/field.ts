/** A store and a Telegram to break things in: facilitators with accounts, each with somebody to visit. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readyWords, runCommand, startProcess } from '../support/bot-process.ts';
import { botId } from '../support/telegram/chats.ts';
import type { TelegramUser } from '../support/telegram/people.ts';
import { startTelegram, type TelegramStandIn, token } from '../support/telegram/stand-in.ts';

const names = ['Rina Wati', 'Agus Salim', 'Dewi Lestari', 'Joko Susilo', 'Lina Marlina', 'Made Wijaya'];

export interface Field {
  readonly telegram: TelegramStandIn;
  readonly file: string;
  readonly options: { readonly folder: string; readonly env: Readonly<Record<string, string>> };
  /** Facilitators who may log `/sesi siti …`. */
  readonly facilitators: readonly TelegramUser[];
}

/** What the bot said to somebody. */
export const heardBy = (user: TelegramUser): readonly string[] =>
  [...user.chat.messages.values()].filter(({ from }) => from === botId).map(({ text }) => text);

/** Asks again and again until it is so; fails after `limitMs`. */
export async function until(isSo: () => boolean, what: string, limitMs = 20_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Fills a new store with the commands of the shell and with codes used in the chat, as a programme would begin. */
export async function openField(folder: string, count = names.length): Promise<Field> {
  const telegram = await startTelegram();
  const file = join(folder, 'dayabot.db');
  const env = {
    DATABASE_URL: `file:${file}`,
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.api.root,
  };
  const options = { folder, env };
  const ok = async (args: readonly string[]): Promise<string> => {
    const { code, err, out } = await runCommand(args, options);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`);
    return out;
  };
  const chosen = names.slice(0, count);
  const facilitators = chosen.map((name) => telegram.person(name, 'id'));
  await ok(['migrate']);
  const invitations = await Promise.all(
    chosen.map((name) =>
      ok(['invite', '--role', 'facilitator', '--area', '33.74.01', '--name', name, '--json']),
    ),
  );
  const bot = startProcess(['start'], options);
  await bot.saw(readyWords);
  for (const [at, facilitator] of facilitators.entries()) {
    const { code } = JSON.parse(invitations[at] ?? '{}') as { code: string };
    facilitator.type(`/start ${code}`);
  }
  await until(() => facilitators.every((one) => heardBy(one).length > 0), 'everybody is welcomed');
  bot.child.kill('SIGTERM');
  const { code } = await bot.ended;
  if (code !== 0) throw new Error(`the bot ended with ${code}`);
  const rows = chosen.map((name, at) => `Siti Aminah,33.74.01.100${at + 1},${name},,ya`);
  const csv = join(folder, 'people.csv');
  writeFileSync(csv, ['name,area,facilitator,phone,consent', ...rows, ''].join('\n'));
  await ok(['import', 'people', csv]);
  for (const { chat } of facilitators) chat.messages.clear();
  return { telegram, file, options, facilitators };
}
