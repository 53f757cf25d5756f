/** What the program says when it cannot start: all that is wrong at once, what to do, and never a secret. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { runCommand } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startTelegram, token } from '../support/telegram/stand-in.ts';

test('every wrong and missing setting is named at once, and no value is repeated', async () => {
  const wrong = {
    TELEGRAM_BOT_TOKEN: 'not-a-token-5551',
    TELEGRAM_WEBHOOK_SECRET: 'has spaces 5552',
    SLACK_BOT_TOKEN: 'xoxp-5553',
    DATABASE_URL: 'mysql://user:password-5554@host/db',
    DATA_KEY: 'short5555',
    HTTP_PORT: '99999',
    LOG_LEVEL: 'loud5556',
    LOCALE: 'fr5557',
    TIME_ZONE: 'Europe/Berlin5558',
  };
  const { code, err, out } = await runCommand(['start'], { folder: temporaryFolder(), env: wrong });
  expect(code).toBe(1);
  expect(out).toBe('');
  for (const name of [...Object.keys(wrong), 'TELEGRAM_WEBHOOK_URL']) expect(err).toContain(name);
  expect(err).not.toMatch(/555\d|99999|password|Berlin/);
  expect(err).not.toMatch(/^\s+at /m);
});

/** Starts on a store; gives back what was said and whether the file is as it was. */
async function startOn(file: string, folder: string, uid?: number) {
  const before = readFileSync(file);
  const ended = await runCommand(['start'], {
    folder,
    env: { DATABASE_URL: `file:${file}`, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' },
    ...(uid === undefined ? {} : { uid }),
  });
  return { ...ended, unchanged: readFileSync(file).equals(before) };
}

const refusal = (words: RegExp) => ({
  code: 1,
  out: '',
  err: expect.stringMatching(words),
  unchanged: true,
});

test('a file that is no database is left as it is', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'notes.db');
  writeFileSync(file, 'catatan rapat, bukan basis data\n'.repeat(200));
  expect(await startOn(file, folder)).toMatchObject(
    refusal(/notes\.db cannot be read as a database.*DATABASE_URL/),
  );
});

test('a database of another program is left as it is', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'other.db');
  const other = new Database(file);
  other.exec("CREATE TABLE customers (name TEXT); INSERT INTO customers VALUES ('Siti')");
  other.close();
  expect(await startOn(file, folder)).toMatchObject(refusal(/other\.db is a database of another program/));
});

/** A store of this version in a folder of its own. */
async function makeStore(): Promise<{ folder: string; file: string }> {
  const folder = temporaryFolder();
  const file = join(folder, 'dayabot.db');
  const made = await runCommand(['migrate'], { folder, env: { DATABASE_URL: `file:${file}` } });
  if (made.code !== 0) throw new Error(made.err);
  return { folder, file };
}

test('a store of a newer version is left as it is', async () => {
  const { file, folder } = await makeStore();
  const raw = new Database(file);
  raw.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('newer', 9e12);
  raw.close();
  expect(await startOn(file, folder)).toMatchObject(refusal(/made by a newer version of Dayabot/));
});

test('a store that may only be read is left as it is', async (context) => {
  const { file, folder } = await makeStore();
  const isRoot = process.getuid?.() === 0;
  if (process.platform === 'win32') return context.skip('Windows knows these rights by other means');
  chmodSync(file, 0o444);
  // An administrator may write everything, so the bot runs as nobody.
  chmodSync(folder, isRoot ? 0o755 : 0o555);
  const started = await startOn(file, folder, isRoot ? 65_534 : undefined);
  chmodSync(folder, 0o755);
  expect(started).toMatchObject(refusal(/dayabot\.db cannot be written.*right to write/));
});

test('a copy of a store that is cut off is left as it is', async () => {
  const { file, folder } = await makeStore();
  const torn = join(folder, 'torn.db');
  copyFileSync(file, torn);
  writeFileSync(torn, readFileSync(torn).subarray(0, 5_000));
  const started = await startOn(torn, folder);
  expect(started).toMatchObject({ code: 1, unchanged: true, err: expect.stringMatching(/torn\.db/) });
  expect(started.err).not.toMatch(/^\s+at /m);
});

test('a second bot on the same store is refused', async () => {
  const { file, folder } = await makeStore();
  writeFileSync(`${file}.pid`, String(process.pid));
  expect(await startOn(file, folder)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/in use by process \d+/),
  });
});

test('a token that Telegram does not know is told without showing it', async () => {
  const telegram = await startTelegram();
  const folder = temporaryFolder();
  const { code, err } = await runCommand(['start'], {
    folder,
    env: {
      DATABASE_URL: `file:${join(folder, 'dayabot.db')}`,
      TELEGRAM_BOT_TOKEN: '123456:quite_another-token',
      TELEGRAM_API_ROOT: telegram.api.root,
    },
  });
  await telegram.close();
  expect(code).toBe(1);
  expect(err).toMatch(/Telegram does not know this bot.*TELEGRAM_BOT_TOKEN/);
  expect(err).not.toContain('quite_another');
  expect(err).not.toMatch(/^\s+at /m);
});

test('a Telegram that cannot be reached is told in words', async () => {
  const folder = temporaryFolder();
  const { code, err } = await runCommand(['start'], {
    folder,
    env: {
      DATABASE_URL: `file:${join(folder, 'dayabot.db')}`,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
    },
  });
  expect(code).toBe(1);
  expect(err).toMatch(/Telegram cannot be reached/);
  expect(err).not.toContain(token);
  expect(err).not.toMatch(/^\s+at /m);
});

/** The machine's own Node, where it is an older one. */
function findOldNode(): { path: string; version: string } | undefined {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    if (folder.includes('node_modules')) continue;
    try {
      const path = join(folder, 'node');
      const version = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).trim();
      if (Number(/^v(\d+)/.exec(version)?.[1]) < 26) return { path, version };
    } catch {
      // Nothing of that name here.
    }
  }
  return undefined;
}

test('an older Node is told which one is needed and how to get it', async (context) => {
  const old = findOldNode();
  if (old === undefined) return context.skip('this machine has no Node older than 26');
  const { code, err } = await runCommand(['start'], { folder: temporaryFolder(), env: {}, node: old.path });
  expect(code).toBe(1);
  expect(err).toContain(`Dayabot needs Node 26 or newer; this is Node ${old.version.slice(1)}.`);
  expect(err).toContain('npm ci');
});
