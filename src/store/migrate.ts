/**
 * Brings a SQLite store to the present version with the generated files of `migrations/sqlite`. Takes a copy of a
 * filled store first, switches foreign keys off for the while (a rebuilt table must not lose its children) and checks
 * them afterwards. Never runs backwards.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { loadSqlite, loadSqliteMigrator } from './drizzle.ts';
import { StoreRefused } from './store.ts';

const folder = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url));

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

function readJournal(): Journal {
  return JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as Journal;
}

/** Stamp of the last migration the store has, 0 for a new one. */
function lastApplied(raw: Database.Database): number {
  const table = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (table === undefined) return 0;
  const row = raw.prepare('SELECT max(created_at) AS last FROM __drizzle_migrations').get() as {
    last: number | null;
  };
  return row.last ?? 0;
}

/** What `migrate` would do to this store. */
function pendingMigrations(raw: Database.Database): readonly string[] {
  const last = lastApplied(raw);
  const journal = readJournal();
  const newest = journal.entries.at(-1);
  if (newest !== undefined && last > newest.when) {
    throw new StoreRefused(
      'The store was made by a newer version of Dayabot. Start that version, or restore a backup made before; nothing was changed.',
    );
  }
  return journal.entries.filter((entry) => entry.when > last).map((entry) => entry.tag);
}

/** Applies what is pending; returns the names of the migrations applied. Throws StoreRefused. */
export function migrateSqlite(raw: Database.Database, file: string): readonly string[] {
  const last = lastApplied(raw);
  const pending = pendingMigrations(raw);
  if (pending.length === 0) return pending;
  if (last > 0) {
    const copy = `${file}.before-${pending[0]}`;
    if (!existsSync(copy)) raw.prepare('VACUUM INTO ?').run(copy);
  }
  raw.pragma('foreign_keys = OFF');
  const { drizzle } = loadSqlite();
  loadSqliteMigrator().migrate(drizzle(raw), { migrationsFolder: folder });
  const broken = raw.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) {
    throw new StoreRefused(
      `After the migration ${broken.length} rows point to nothing. Restore ${file}.before-${pending[0]} and report this.`,
    );
  }
  raw.pragma('foreign_keys = ON');
  return pending;
}
