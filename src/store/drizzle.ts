/**
 * The one door to drizzle. Its ES modules cost several times the time and memory of the CommonJS ones at start, and
 * the two must never be mixed, so every table and query gets its functions from here.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const orm = require('drizzle-orm') as typeof import('drizzle-orm');
export const { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, max, ne, or, sql } =
  orm;

export const sqliteCore = require('drizzle-orm/sqlite-core') as typeof import('drizzle-orm/sqlite-core');
export const loadSqlite = () =>
  require('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');
export const loadSqliteMigrator = () =>
  require('drizzle-orm/better-sqlite3/migrator') as typeof import('drizzle-orm/better-sqlite3/migrator');
export const loadPostgresCore = () => require('drizzle-orm/pg-core') as typeof import('drizzle-orm/pg-core');
