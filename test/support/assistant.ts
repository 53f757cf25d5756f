/**
 * The whole assistant for a test, on a temporary store, with the real texts and knowledge and the console's adapter.
 * Only the clock and the terminal are the test's own.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ConsoleMessage, createConsole, platform } from '../../adapters/console/create.ts';
import { parseLine } from '../../adapters/console/parse-line.ts';
import type { App } from '../../src/app.ts';
import type { Adapter } from '../../src/chat/adapter.ts';
import { createAssistant } from '../../src/cli/assistant.ts';
import { openStore } from '../../src/cli/open.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { fillDemo, personas } from '../../src/demo.ts';
import type { Log } from '../../src/log.ts';
import type { Store } from '../../src/store/index.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { temporaryFolder } from './folder.ts';

/** Monday, 23 November 2026, 09.00 in Jakarta. */
export const monday = Date.UTC(2026, 10, 23, 2, 0, 0);

export interface TestAssistant {
  readonly app: App;
  readonly store: Store;
  readonly clock: TestClock;
  readonly config: Config;
  /** What was logged as a warning or an error. */
  readonly complaints: readonly { readonly event: string; readonly details: unknown }[];
  /** Says a line as a persona at the console and gives back everything delivered because of it. */
  say(persona: string, line: string): Promise<readonly ConsoleMessage[]>;
  /** What was delivered since the last call or the last word said. */
  heard(): readonly ConsoleMessage[];
  stop(): Promise<void>;
}

export interface TestAssistantOptions {
  readonly folder?: string;
  readonly clock?: TestClock;
  /** Adapters beside the console. */
  readonly adapters?: readonly Adapter[];
  readonly env?: Readonly<Record<string, string>>;
  /** Runs when the assistant has stopped. */
  readonly onStopped?: () => Promise<void>;
}

export function testConfig(folder: string, env: Readonly<Record<string, string>> = {}): Config {
  const parsed = parseConfig({ DATABASE_URL: `file:${join(folder, 'test.db')}`, ...env });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

/**
 * The answers' index, built by the first assistant and lent to the others: building takes over a second. It is keyed on
 * knowledge and code, so that an old one is built anew.
 */
const lent = join(import.meta.dirname, '../../node_modules/.cache/dayabot/answers.index');
const indexName = 'answers.index';

function lendIndex(folder: string): void {
  if (existsSync(lent)) copyFileSync(lent, join(folder, indexName));
}

function keepIndex(folder: string): void {
  const built = join(folder, indexName);
  if (!existsSync(built) || (existsSync(lent) && readFileSync(lent).equals(readFileSync(built)))) return;
  mkdirSync(dirname(lent), { recursive: true });
  // Test files run side by side: the name appears only when the file is whole.
  const beside = `${lent}.${process.pid}`;
  copyFileSync(built, beside);
  renameSync(beside, lent);
}

export async function startAssistant(options: TestAssistantOptions = {}): Promise<TestAssistant> {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? createTestClock(monday);
  const config = testConfig(folder, options.env);
  const opened = await openStore(config, clock);
  const complaints: { event: string; details: unknown }[] = [];
  const log: Log = (level, event, details = {}) => {
    if (level === 'warn' || level === 'error') complaints.push({ event, details });
  };
  await fillDemo(opened.store, { now: clock.now(), zone: config.timeZone, platform, people: 0 });
  const delivered: ConsoleMessage[] = [];
  const terminal = createConsole({
    now: () => clock.now(),
    onMessage: (message) => delivered.push(message),
    session: `t${Math.random().toString(36).slice(2)}`,
  });
  lendIndex(folder);
  const app = await createAssistant(opened, { log });
  keepIndex(folder);
  await app.start([terminal, ...(options.adapters ?? [])]);
  // What is planned is known from the first moment on.
  await app.scheduler.tick();
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await app.stop();
    await opened.store.close();
    await options.onStopped?.();
  };
  onTestFinished(stop);
  return {
    app,
    store: opened.store,
    clock,
    config,
    complaints,
    async say(persona, line) {
      const parsed = parseLine(line, () => false);
      const spoken = await terminal.speak(
        parsed,
        persona,
        personas.find((one) => one.id === persona)?.name ?? persona,
      );
      if (spoken !== 'sent') throw new Error(spoken.problem);
      await app.idle();
      return delivered.splice(0);
    },
    heard: () => delivered.splice(0),
    stop,
  };
}
