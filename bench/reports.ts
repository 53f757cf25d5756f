/** The monthly report of an area of 1,000 facilitators: how long it takes, what it holds, and whether the bot keeps answering. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type ConsoleMessage, createConsole } from '../adapters/console/create.ts';
import { createAssistant } from '../src/cli/assistant.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { facilitators, month, sessionsEach } from './area-month.ts';
import { printTable, quantile } from './table.ts';

export async function benchReports(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  const parsed = parseConfig({ DATABASE_URL: `file:${file}` });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  // In a process of its own, whose memory goes with it.
  execFileSync(process.execPath, [fileURLToPath(new URL('./fill-area-month.ts', import.meta.url)), file]);
  const opened = await openStore(parsed.config, systemClock);
  try {
    const heard: ConsoleMessage[] = [];
    const terminal = createConsole({
      now: () => Date.now(),
      onMessage: (message) => heard.push(message),
      session: 'bench',
    });
    const app = await createAssistant(opened, { log: () => undefined });
    await app.start([terminal]);
    const ask = async (text: string): Promise<number> => {
      const start = performance.now();
      await terminal.speak({ kind: 'text', text }, 'agus', 'agus');
      await app.idle();
      return performance.now() - start;
    };
    for (let at = 0; at < 20; at++) await ask('/bantuan');
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 10);
    const times: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    let first = 0;
    for (let at = 0; at < 5; at++) {
      if (at === 1) first = peak;
      heard.splice(0);
      times.push(await ask(`/laporan ${month} kota semarang`));
      if (!heard.some((message) => message.file?.endsWith('.xlsx') === true))
        throw new Error('the report did not come');
    }
    delay.disable();
    clearInterval(watch);
    await app.stop();
    printTable(
      `The month of an area with ${facilitators} facilitators and ${facilitators * sessionsEach} sessions`,
      ['figure', 'value'],
      [
        ['from the message to both files, median of 5', `${(quantile(times, 0.5) / 1_000).toFixed(2)} s`],
        ['the longest of them', `${(Math.max(...times) / 1_000).toFixed(2)} s`],
        ['the main thread was busy at once, p99', `${(delay.percentile(99) / 1e6).toFixed(0)} ms`],
        ['the main thread was busy at once, at most', `${(delay.max / 1e6).toFixed(0)} ms`],
        ['resident memory before', `${Math.round(before / 1e6)} MB`],
        ['resident memory at its peak, first report', `${Math.round(first / 1_000_000)} MB`],
        ['resident memory at its peak, five in a row', `${Math.round(peak / 1_000_000)} MB`],
      ],
    );
    await opened.store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
