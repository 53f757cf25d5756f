/**
 * The two engines for tests of stores: SQLite in a temporary file, and PostgreSQL inside the test process, both with their
 * real migrations.
 */
import { createRequire } from 'node:module';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { openPostgres, type PostgresDatabase } from '../../src/store/postgres.ts';
import { root } from './sources.ts';
import { temporaryStore } from './store.ts';

// The same build of drizzle as the program: the two must not be mixed.
const require = createRequire(import.meta.url);
const { drizzle } = require('drizzle-orm/pglite') as typeof import('drizzle-orm/pglite');
const { migrate } = require('drizzle-orm/pglite/migrator') as typeof import('drizzle-orm/pglite/migrator');

async function emptyAll(client: PGlite): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  );
  await client.exec(`truncate ${rows.map((row) => row.name).join(', ')}`);
}

/** Runs the same tests on both engines. `open` gives an empty store. */
export function describeOnBothEngines(name: string, tests: (open: () => Promise<Store>) => void): void {
  describe(`${name} (SQLite)`, () => {
    tests(async () => temporaryStore());
  });
  describe(`${name} (PostgreSQL)`, () => {
    let client: PGlite;
    let database: ReturnType<typeof drizzle>;
    beforeAll(async () => {
      client = new PGlite();
      database = drizzle(client);
      await migrate(database, { migrationsFolder: `${root}/migrations/postgres` });
    }, 60_000);
    afterAll(() => client.close());
    tests(async () => {
      await emptyAll(client);
      return openPostgres(database as unknown as PostgresDatabase, async () => undefined);
    });
  });
}
