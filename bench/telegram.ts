/** Updates a second, CPU, delay and draining through the whole Telegram adapter, beside a bare echo bot. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillStore } from './fill.ts';
import { type StandIn, startBot, startStandIn, stop, token } from './processes.ts';
import { printTable, quantile } from './table.ts';

/** CPU milliseconds a process has used; undefined where the system does not tell. */
function cpuMs(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

interface Load {
  readonly rate: number;
  readonly cpu: number | undefined;
  readonly ms: number;
}

async function measure(standIn: StandIn, bot: ChildProcess, count: number, from: number): Promise<Load> {
  const before = cpuMs(bot.pid);
  const { answered, ms } = await standIn.run({ load: count, from });
  const after = cpuMs(bot.pid);
  return {
    rate: (answered / ms) * 1000,
    ms,
    cpu: before === undefined || after === undefined ? undefined : (after - before) / answered,
  };
}

const median = (values: readonly number[]): number => quantile(values, 0.5);

export async function benchTelegram(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  await fillStore(file, 1_000);
  const standIn = await startStandIn();
  let from = 1;
  const next = (count: number) => {
    const start = from;
    from += count;
    return start;
  };
  try {
    const rounds = 5;
    const size = 4_000;
    // Both run long enough for their code to be compiled.
    const warm = 2_000;
    const loads: { echo: Load[]; dayabot: Load[] } = { echo: [], dayabot: [] };
    for (let round = 0; round <= rounds; round++) {
      const { child: echo } = await startBot('./echo-bot.ts', [standIn.root, token]);
      await measure(standIn, echo, warm, next(warm));
      const one = await measure(standIn, echo, size, next(size));
      echo.kill('SIGKILL');
      const { child: bot } = await startBot('./dayabot-bot.ts', [standIn.root, token, file]);
      await measure(standIn, bot, warm, next(warm));
      const two = await measure(standIn, bot, size, next(size));
      await stop(bot);
      // The first round warms the machine's caches and is not counted.
      if (round > 0) {
        loads.echo.push(one);
        loads.dayabot.push(two);
      }
    }
    const ratios = loads.dayabot.map((load, at) => load.rate / (loads.echo[at]?.rate ?? 1));
    const row = (name: string, all: readonly Load[]) => [
      name,
      median(all.map((load) => load.rate)).toFixed(0),
      median(all.map((load) => load.cpu ?? 0)).toFixed(3),
    ];
    printTable(
      `Telegram over HTTP, ${size} updates, half logs and half questions, median of ${rounds} rounds`,
      ['bot', 'answers/s', 'CPU ms each'],
      [
        row('bare echo (grammY + runner)', loads.echo),
        row('Dayabot, stored before confirmed', loads.dayabot),
        [
          'ratio, round by round',
          ratios.map((ratio) => ratio.toFixed(2)).join(' '),
          `median ${median(ratios).toFixed(2)}`,
        ],
      ],
    );

    const { child: bot } = await startBot('./dayabot-bot.ts', [standIn.root, token, file]);
    await measure(standIn, bot, 500, next(500));
    const steady = await standIn.run({ rate: 30, seconds: 20, from: next(600) });
    await stop(bot);
    const drainFrom = next(10_000);
    const draining = standIn.run({ load: 10_000, from: drainFrom });
    const started = performance.now();
    const { child: fresh } = await startBot('./dayabot-bot.ts', [standIn.root, token, file]);
    await draining;
    const drained = performance.now() - started;
    await stop(fresh);
    printTable(
      'Delay and draining',
      ['figure', 'value'],
      [
        ['update to send at 30 a second, p50', `${quantile(steady.delays, 0.5).toFixed(1)} ms`],
        ['update to send at 30 a second, p99', `${quantile(steady.delays, 0.99).toFixed(1)} ms`],
        ['10,000 waiting updates, from the start of the process', `${(drained / 1000).toFixed(1)} s`],
      ],
    );
  } finally {
    standIn.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
