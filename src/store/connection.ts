/** What a query runs on: a connection of either engine, seen through the SQLite types of the kit. */
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { type Kit, tablesOf } from './kit.ts';

export type Db = BetterSQLite3Database<Record<string, never>>;

export interface Reader {
  readonly db: Db;
  readonly kit: Kit;
  /** The tables that `define` describes, for this engine. */
  tables<T>(define: (kit: Kit) => T): T;
  /**
   * A prepared query, built once per connection; `build` must be one constant function. Await `.execute(values)`:
   * a select gives its rows.
   */
  prepared<T>(build: (reader: Reader) => T): T;
}

/** A connection inside a write. Only the callback of `store.write` receives one; it is useless afterwards. */
export interface Writer extends Reader {
  readonly writing: true;
}

export function createReader(db: Db, kit: Kit): Reader {
  const prepared = new Map<unknown, unknown>();
  const reader: Reader = {
    db,
    kit,
    tables: (define) => tablesOf(kit, define),
    prepared<T>(build: (reader: Reader) => T): T {
      const known = prepared.get(build);
      if (known !== undefined) return known as T;
      const made = build(reader);
      prepared.set(build, made);
      return made;
    },
  };
  return reader;
}
