/** Start to ready, and memory at ready, with 60,000 people in the store. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillStore } from './fill.ts';
import { printTable, quantile } from './table.ts';

const people = 60_000;
const rounds = 7;
const here = (file: string) => new URL(file, import.meta.url).pathname;

const readyLine = (child: ChildProcess): Promise<{ ms: number; rss: number }> =>
  new Promise((resolve, reject) => {
    child.stderr?.on('data', (data: Buffer) => {
      const match = /ready (\d+) (\d+)/.exec(data.toString());
      if (match !== null) resolve({ ms: Number(match[1]), rss: Number(match[2]) });
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready`)));
  });

export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  const standIn = fork(here('./stand-in.ts'));
  try {
    const { port } = await new Promise<{ port: number }>((resolve) =>
      standIn.once('message', (message) => resolve(message as { port: number })),
    );
    await fillStore(file, people);
    const seen: { ms: number; rss: number; wall: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      const begun = performance.now();
      const child = fork(here('./dayabot-bot.ts'), [`http://127.0.0.1:${port}`, '1:bench', file], {
        stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      });
      const { ms, rss } = await readyLine(child);
      // The first start builds the index of the answers; the others load it.
      if (round > 0) seen.push({ ms, rss, wall: performance.now() - begun });
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      });
    }
    const of = (pick: (one: (typeof seen)[number]) => number) => [
      quantile(seen.map(pick), 0.5),
      quantile(seen.map(pick), 1),
    ];
    const show = ([middle = 0, most = 0]: number[], unit: string, scale: number) => [
      `${(middle / scale).toFixed(0)} ${unit}`,
      `${(most / scale).toFixed(0)} ${unit}`,
    ];
    printTable(
      `Start with ${people} people in the store, ${rounds} starts`,
      ['figure', 'median', 'largest'],
      [
        [
          'process start to ready (receiving and storing)',
          ...show(
            of((one) => one.ms),
            'ms',
            1,
          ),
        ],
        [
          'seen from outside',
          ...show(
            of((one) => one.wall),
            'ms',
            1,
          ),
        ],
        [
          'resident memory at ready',
          ...show(
            of((one) => one.rss),
            'MB',
            1_000_000,
          ),
        ],
      ],
    );
  } finally {
    standIn.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
