/** Opens what a command needs: settings, store, key, texts. The only place where those come together. */
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../config.ts';
import { type Clock, systemClock } from '../delivery/clock.ts';
import { type Catalogue, loadCatalogue } from '../language/catalogue.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { loadWorkCalendar } from '../language/work-calendar-source.ts';
import {
  createVault,
  type HashCode,
  loadDataKey,
  openCodeHash,
  openSqlite,
  type Store,
  type Vault,
} from '../store/index.ts';
import { CommandFailed } from './failure.ts';
import { remark } from './print.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const textsFolder = inProject('knowledge/texts');
/** The knowledge root, with `answers/` and `language/`. */
export const answersRoot = inProject('knowledge');

export const calendarFolder = inProject('knowledge/calendar');

/** Working days and office hours, from the calendar that editors keep. */
export const openCalendar = (): WorkCalendar => loadWorkCalendar(calendarFolder);

/** The settings, or every mistake in them at once. */
export function readConfig(): Config {
  const loaded = loadConfig();
  if (loaded.kind === 'invalid') {
    throw new CommandFailed(
      [
        'The settings are not right:',
        ...loaded.problems.map((problem) => `- ${problem}`),
        'See .env.example.',
      ].join('\n'),
    );
  }
  return loaded.config;
}

export interface Opened {
  readonly config: Config;
  readonly clock: Clock;
  readonly store: Store;
  readonly vault: Vault;
  readonly hashCode: HashCode;
  /** The store's file. */
  readonly file: string;
}

export async function openStore(config: Config, clock: Clock): Promise<Opened> {
  const { file } = config.database;
  const store = openSqlite(file);
  const { key, made } = await loadDataKey(store, config.dataKey, file).catch(async (error) => {
    await store.close();
    throw error;
  });
  if (made && !config.demo) {
    remark(
      'A key for identity numbers was made in the data folder. Keep a copy of data.key in another place: without it they cannot be read.',
    );
  }
  return { config, clock, store, vault: createVault(key), hashCode: await openCodeHash(store, key), file };
}

/** Runs `work` with the store open and closes it afterwards. */
export async function withStore<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = await openStore(readConfig(), systemClock);
  try {
    return await work(opened);
  } finally {
    await opened.store.close();
  }
}

/** The texts; a mistake in them is named and the rest works. */
export function openCatalogue(): Catalogue {
  const catalogue = loadCatalogue(textsFolder);
  for (const problem of catalogue.problems) remark(`texts: ${JSON.stringify(problem)}`);
  return catalogue;
}
