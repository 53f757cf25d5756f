/** The program as its own process, as it runs on a server: started, watched, ended or killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from './sources.ts';

const door = join(root, 'src/dayabot.mjs');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface BotProcess {
  readonly child: ChildProcess;
  /** Resolves when the text stands on standard error or output; rejects when the process ends before. */
  saw(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

export interface RunOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Where it runs; a `.env` there would be read. */
  readonly folder: string;
  /** Another Node than the one that runs the tests. */
  readonly node?: string;
  /** Runs as this user; only an administrator may ask for it. */
  readonly uid?: number;
}

/** Nothing of the surrounding environment but what a process needs to be found. */
const bare = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn' };

export function startProcess(args: readonly string[], options: RunOptions): BotProcess {
  const child = spawn(options.node ?? process.execPath, [door, ...args], {
    cwd: options.folder,
    env: { ...bare, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const look of watchers) look();
  };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    tell();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    tell();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  const end = () => {
    child.kill('SIGKILL');
  };
  process.once('exit', end);
  void ended.then(() => process.off('exit', end));
  return {
    child,
    ended,
    saw: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!out.includes(text) && !err.includes(text)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
        void ended.then(() => {
          if (watchers.delete(look)) reject(new Error(`ended before it said "${text}": ${out}${err}`));
        });
      }),
  };
}

/** Runs a command of the shell to its end. */
export const runCommand = (args: readonly string[], options: RunOptions): Promise<Ended> =>
  startProcess(args, options).ended;

export const readyWords = 'Dayabot is receiving on telegram';

/** Starts the bot and waits until it receives. Killed when the test ends, if it still runs. */
export async function startBot(options: RunOptions): Promise<BotProcess> {
  const bot = startProcess(['start'], options);
  onTestFinished(async () => {
    bot.child.kill('SIGKILL');
    await bot.ended;
  });
  await bot.saw(readyWords);
  return bot;
}
