/**
 * The same store on PostgreSQL: the same tables and queries, every write SERIALIZABLE and repeated when PostgreSQL
 * asks for it. The driver is handed in, so this file knows neither a network address nor a particular client.
 */
import { createReader, type Db } from './connection.ts';
import { createPostgresKit } from './kit.ts';
import { type Store, StoreRefused } from './store.ts';

/** A drizzle database of any PostgreSQL driver. */
export interface PostgresDatabase {
  transaction<T>(work: (tx: unknown) => Promise<T>, options: { isolationLevel: 'serializable' }): Promise<T>;
}

const attempts = 5;

/** PostgreSQL's codes for "run this again": serialization failure, deadlock. */
function mayRunAgain(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (
    let at: unknown = error;
    typeof at === 'object' && at !== null && !seen.has(at);
    at = Reflect.get(at, 'cause')
  ) {
    seen.add(at);
    const code: unknown = Reflect.get(at, 'code');
    if (code === '40001' || code === '40P01') return true;
  }
  return false;
}

/** Wraps an open, migrated database. `close` ends its client. */
export function openPostgres(database: PostgresDatabase, close: () => Promise<void>): Store {
  const kit = createPostgresKit();
  const read = createReader(database as unknown as Db, kit);
  return {
    engine: 'postgres',
    read,
    async write(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await database.transaction(
            (tx) => work(Object.assign(createReader(tx as Db, kit), { writing: true as const })),
            { isolationLevel: 'serializable' },
          );
        } catch (error) {
          if (attempt === attempts || !mayRunAgain(error)) throw error;
        }
      }
    },
    backup() {
      throw new StoreRefused('On PostgreSQL make backups with pg_dump.');
    },
    close,
  };
}
