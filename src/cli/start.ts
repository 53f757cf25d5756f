/** `dayabot start`: every adapter whose tokens are set; the console when none is. Ends cleanly on SIGTERM and SIGINT. */
import type { Adapter } from '../chat/adapter.ts';
import { systemClock } from '../delivery/clock.ts';
import { findLastReceived } from '../delivery/inbox-store.ts';
import { isDemo } from '../demo.ts';
import { createLog, type Log } from '../log.ts';
import { ensureAdmin } from '../people/index.ts';
import { openAdapters } from './adapters.ts';
import { createAssistant } from './assistant.ts';
import { CommandFailed } from './failure.ts';
import { routeHealth } from './health.ts';
import { holdStore } from './hold.ts';
import { createHttp, type Http } from './http.ts';
import { type Opened, openStore, readConfig } from './open.ts';
import { remark } from './print.ts';

/** What a signal must be done within. */
const lastChanceMs = 9_000;

async function nameAdmins(opened: Opened, platform: string, admins: readonly string[]): Promise<void> {
  for (const account of admins) {
    await opened.store.write((tx) =>
      ensureAdmin(tx, {
        platform,
        account: `${platform}|${account}`,
        name: account,
        now: opened.clock.now(),
      }),
    );
  }
}

/**
 * Resolves when the process is asked to end. Listens from the call on, so that a signal during the start is heeded after
 * it; a second signal, such as npm's own after Ctrl+C, changes nothing.
 */
function hearSignals(): Promise<void> {
  return new Promise((resolve) => {
    const hear = () => {
      setTimeout(() => process.exit(1), lastChanceMs).unref();
      resolve();
    };
    process.on('SIGTERM', hear);
    process.on('SIGINT', hear);
  });
}

async function run(
  opened: Opened,
  adapters: readonly Adapter[],
  http: Http | undefined,
  log: Log,
): Promise<void> {
  const { config, store } = opened;
  const asked = hearSignals();
  const release = holdStore(opened.file);
  const desk = config.slack?.deskChannel ?? null;
  const app = await createAssistant(opened, {
    log,
    ...(desk === null ? {} : { deskPlace: { platform: 'slack', place: desk, kind: 'group' as const } }),
  });
  if (config.slack !== null) await nameAdmins(opened, 'slack', config.slack.admins);
  const last = await findLastReceived(store.read);
  if (http !== undefined) await routeHealth(http, app, store);
  await app.start(adapters);
  await http?.listen();
  log('info', 'ready', {
    adapters: adapters.map((adapter) => adapter.platform),
    ...(last === undefined ? {} : { lastReceived: new Date(last).toISOString() }),
  });
  remark(`Dayabot is receiving on ${adapters.map((adapter) => adapter.platform).join(' and ')}.`);
  await asked;
  log('info', 'stopping', {});
  await app.stop();
  await http?.close();
  release();
}

export async function start(): Promise<void> {
  const config = readConfig();
  if (config.telegram === null && config.slack === null) {
    const { chat } = await import('./chat.ts');
    await chat({});
    return;
  }
  const opened = await openStore(config, systemClock);
  try {
    if (await isDemo(opened.store)) {
      throw new CommandFailed(
        `${opened.file} holds sample data, so the bot does not start on it. Set DATABASE_URL to another file.`,
      );
    }
    const log = await createLog(config.logLevel);
    const http =
      config.httpPort === null
        ? undefined
        : createHttp(config.httpPort, (error) => log('error', 'http', { error: String(error) }));
    await run(opened, await openAdapters(config, { log, http }), http, log);
  } finally {
    await opened.store.close();
  }
}
