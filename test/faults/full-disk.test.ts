/** A disk that fills up while the bot runs: a real, small file system, which only an administrator may mount. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/folder.ts';
import { heardBy, openField, until } from './field.ts';

/** A folder that holds a few megabytes and no more; undefined where it may not be made. */
function smallDisk(): string | undefined {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

/** Takes all the room that is left; the result gives it back. */
function fill(folder: string): () => void {
  const file = join(folder, 'filler');
  const open = openSync(file, 'w');
  try {
    for (const size of [65_536, 512]) {
      try {
        for (;;) writeSync(open, Buffer.alloc(size));
      } catch {
        // Full for pieces of this size.
      }
    }
  } finally {
    closeSync(open);
  }
  return () => rmSync(file);
}

test('on a full disk nothing is acknowledged, and with room again everything comes in once', async (context) => {
  const folder = smallDisk();
  if (folder === undefined) return context.skip('this user may not mount a small file system');
  const { facilitators, file, options, telegram } = await openField(folder, 1);
  onTestFinished(() => telegram.close());
  const [rina] = facilitators;
  const bot = await startBot(options);
  const giveBack = fill(folder);
  let typed = 0;
  const stuck = () =>
    telegram.updates.waiting.length > 0 && telegram.updates.deliveriesOf(telegram.updates.newest) > 1;
  // What is left of the journal's pages may still take a few.
  while (!stuck() && typed < 12) {
    typed++;
    rina?.type(`/sesi siti mentoring ${30 + typed}m kas`);
    await until(() => telegram.updates.waiting.length === 0 || stuck(), 'the log is taken or refused');
  }
  expect(stuck(), 'the disk is full').toBe(true);
  expect(bot.child.exitCode).toBeNull();
  giveBack();
  const receipts = () =>
    new Set(heardBy(rina as NonNullable<typeof rina>).flatMap((text) => /no\. (\d+)/.exec(text)?.[1] ?? []));
  await until(() => receipts().size === typed, 'every log has its receipt', 30_000);
  bot.child.kill('SIGTERM');
  const ended = await bot.ended;
  expect(ended.code).toBe(0);
  expect(ended.err).toContain('disk is full');
  const db = new Database(file, { readonly: true });
  const minutes = db.prepare('SELECT minutes FROM session ORDER BY number').pluck().all();
  db.close();
  expect(minutes).toEqual(Array.from({ length: typed }, (_, at) => 31 + at));
}, 60_000);
