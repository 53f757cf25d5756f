/** The processes that measurements over HTTP need: the stand-in for the Bot API, and a bot. */
import { type ChildProcess, fork } from 'node:child_process';

export const token = '1:bench';
export const here = (file: string) => new URL(file, import.meta.url).pathname;

interface Measured {
  readonly answered: number;
  readonly ms: number;
  readonly delays: number[];
  /** Epoch milliseconds. */
  readonly sentAt: number[];
}

export interface StandIn {
  readonly root: string;
  run(order: object): Promise<Measured>;
  end(): void;
}

export async function startStandIn(): Promise<StandIn> {
  const child = fork(here('./stand-in.ts'));
  const { port } = await once<{ port: number }>(child);
  return {
    root: `http://127.0.0.1:${port}`,
    run(order) {
      const done = once<Measured>(child);
      child.send(order);
      return done;
    },
    end: () => child.kill(),
  };
}

export const once = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once('message', (message) => resolve(message as T)));

export interface Bot {
  readonly child: ChildProcess;
  /** When the clock it was given began to run, in epoch milliseconds; undefined for the machine's clock. */
  readonly begun: number | undefined;
}

export async function startBot(file: string, args: readonly string[]): Promise<Bot> {
  const child = fork(here(file), args, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  let begun: number | undefined;
  child.on('message', (message: { begun?: number }) => {
    begun = message.begun ?? begun;
  });
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (data: Buffer) => {
      if (data.toString().includes('ready')) resolve();
      else process.stderr.write(data);
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { child, begun };
}

export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
