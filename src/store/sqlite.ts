/**
 * Opens the store on SQLite: one connection that writes, one that reads. Refuses a file that is not ours, cannot be
 * written or comes from a newer version, before anything in it changes.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { createReader, type Db, type Writer } from './connection.ts';
import { loadSqlite } from './drizzle.ts';
import { sqliteKit } from './kit.ts';
import { migrateSqlite } from './migrate.ts';
import { shareReads } from './snapshot.ts';
import { type Store, StoreRefused } from './store.ts';
import { createWriteQueue } from './write-queue.ts';

/** "DAYA" in the header of the file, so that another program's database is never taken for ours. */
const applicationId = 0x44415941;

export interface SqliteOptions {
  /** Whether a missing file is made; tests and commands that only look say no. */
  readonly create?: boolean;
}

const cannotWrite = (file: string, error: unknown): StoreRefused =>
  new StoreRefused(
    `${file} cannot be written (${reasonOf(error)}). Give the bot's user the right to write it and its folder; nothing was changed.`,
  );

/** A store that was used before needs a writable folder even for looking at it. */
const lacksRights = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(error.code);

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Looks at an existing file without changing it. Returns whether it holds our tables already. */
function inspect(file: string): 'ours' | 'empty' {
  let look: Database.Database | undefined;
  try {
    look = new Database(file, { readonly: true, fileMustExist: true });
    const id = look.pragma('application_id', { simple: true });
    if (id === applicationId) return 'ours';
    const tables = look.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get() as {
      n: number;
    };
    if (tables.n === 0) return 'empty';
  } catch (error) {
    if (lacksRights(error)) throw cannotWrite(file, error);
    throw new StoreRefused(
      `${file} cannot be read as a database (${reasonOf(error)}). Check the path in DATABASE_URL; the file was not changed.`,
    );
  } finally {
    look?.close();
  }
  throw new StoreRefused(
    `${file} is a database of another program. Choose another file in DATABASE_URL; nothing in it was changed.`,
  );
}

function configure(raw: Database.Database): void {
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.pragma('foreign_keys = ON');
  raw.pragma('busy_timeout = 5000');
  raw.pragma('cache_size = -32000');
  // Savepoints keep the pages they would restore in memory, not in a file beside the store.
  raw.pragma('temp_store = MEMORY');
  // A checkpoint writes pages twice: rarer, when the log holds about 32 MB.
  raw.pragma('wal_autocheckpoint = 8000');
}

/** Opens (and by default makes) the store in `file`, brought to the present version. Throws StoreRefused. */
export function openSqlite(file: string, options: SqliteOptions = {}): Store {
  const fresh = !existsSync(file);
  if (fresh && options.create === false) throw new StoreRefused(`There is no store at ${file}.`);
  if (fresh) mkdirSync(dirname(file), { recursive: true });
  else inspect(file);

  let writing: Database.Database;
  try {
    writing = new Database(file);
    writing.prepare('BEGIN IMMEDIATE').run();
    writing.prepare('ROLLBACK').run();
  } catch (error) {
    throw cannotWrite(file, error);
  }
  const { drizzle } = loadSqlite();
  try {
    migrateSqlite(writing, file);
    configure(writing);
    writing.pragma(`application_id = ${applicationId}`);
  } catch (error) {
    writing.close();
    throw error;
  }
  const reading = new Database(file, { readonly: true });
  reading.pragma('busy_timeout = 5000');
  reading.pragma('query_only = ON');
  const snapshots = shareReads(reading, writing);

  const read = createReader(drizzle(reading) as Db, sqliteKit);
  const tx: Writer = Object.assign(createReader(drizzle(writing) as Db, sqliteKit), {
    writing: true as const,
  });
  const statements = new Map<string, Database.Statement>();
  const queue = createWriteQueue({
    run(sql) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = writing.prepare(sql);
        statements.set(sql, statement);
      }
      statement.run();
      if (sql === 'COMMIT') snapshots.refresh();
    },
    inTransaction: () => writing.inTransaction,
  });

  return {
    engine: 'sqlite',
    read,
    write: (work) => queue.write(() => work(tx)),
    async backup(target) {
      if (existsSync(target)) throw new StoreRefused(`${target} exists already; choose another name.`);
      await queue.idle();
      await writing.backup(target);
    },
    async close() {
      await queue.idle();
      snapshots.refresh();
      reading.close();
      if (writing.open) {
        writing.pragma('wal_checkpoint(TRUNCATE)');
        writing.close();
      }
    },
  };
}
