/**
 * The column kinds every table is built from, on either engine. A feature describes its tables once, as a function of
 * a kit; the SQLite kit gives the types, the PostgreSQL kit is cast to them here and nowhere else.
 */
import { loadPostgresCore, sqliteCore } from './drizzle.ts';

const { index, integer, primaryKey, sqliteTable, text, uniqueIndex } = sqliteCore;

export const sqliteKit = {
  engine: 'sqlite' as 'sqlite' | 'postgres',
  table: sqliteTable,
  text: () => text(),
  /** Epoch milliseconds. */
  instant: () => integer(),
  /** A whole number within 2^53. */
  whole: () => integer(),
  /** Whole rupiah. */
  money: () => integer(),
  flag: () => integer({ mode: 'boolean' }),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof sqliteKit;

/** The same kit for PostgreSQL. Instants and numbers are `bigint` columns read as JavaScript numbers. */
export function createPostgresKit(): Kit {
  const pg = loadPostgresCore();
  const kit = {
    engine: 'postgres' as const,
    table: pg.pgTable,
    text: () => pg.text(),
    instant: () => pg.bigint({ mode: 'number' }),
    whole: () => pg.bigint({ mode: 'number' }),
    money: () => pg.bigint({ mode: 'number' }),
    flag: () => pg.boolean(),
    json: () => pg.jsonb(),
    index: pg.index,
    uniqueIndex: pg.uniqueIndex,
    primaryKey: pg.primaryKey,
  };
  return kit as unknown as Kit;
}

const tablesByKit = new WeakMap<Kit, Map<unknown, unknown>>();

/** The tables of one feature for one engine, built once per kit. */
export function tablesOf<T>(kit: Kit, define: (kit: Kit) => T): T {
  let built = tablesByKit.get(kit);
  if (built === undefined) {
    built = new Map();
    tablesByKit.set(kit, built);
  }
  const known = built.get(define);
  if (known !== undefined) return known as T;
  const tables = define(kit);
  built.set(define, tables);
  return tables;
}
