/** Queries over many entries: lists, searches, counts. */
import { and, asc, count, eq, gte, inArray, isNull, lte, or, type Reader, sql } from '../store/index.ts';
import { provinceOf, type RegisterName } from './register.ts';
import { defineRegisterTables, type EntryRow } from './store.ts';

export interface Filter {
  readonly register: RegisterName;
  readonly area: string;
  /** Empty for all. */
  readonly kind: string;
  /** Compared words that the name holds; empty for all. */
  readonly query: string;
}

const within = (read: Reader, area: string) => {
  const { registerEntry } = read.tables(defineRegisterTables);
  if (area === 'ID') return [];
  const inside = sql`substr(${registerEntry.area}, 1, ${area.length + 1})`;
  return [
    // By province first: that one has an index.
    eq(registerEntry.province, provinceOf(area)),
    or(eq(registerEntry.area, area), eq(inside, `${area}.`)),
  ];
};

const matching = (read: Reader, filter: Filter) => {
  const { registerEntry } = read.tables(defineRegisterTables);
  const holds = sql`replace(${registerEntry.nameKey}, ${filter.query}, '') <> ${registerEntry.nameKey}`;
  return and(
    eq(registerEntry.register, filter.register),
    isNull(registerEntry.undoneAt),
    ...within(read, filter.area),
    ...(filter.kind === '' ? [] : [eq(registerEntry.kind, filter.kind)]),
    ...(filter.query === '' ? [] : [holds]),
  );
};

/** Entries in the order of their names. */
export async function findEntries(
  read: Reader,
  filter: Filter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly EntryRow[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  return read.db
    .select()
    .from(registerEntry)
    .where(matching(read, filter))
    .orderBy(asc(registerEntry.nameKey), asc(registerEntry.id))
    .limit(page.limit)
    .offset(page.offset);
}

export interface KindCount {
  readonly kind: string;
  readonly stage: string | null;
  readonly active: boolean;
  readonly entries: number;
  readonly size: number;
  readonly gained: number;
}

/** How many entries there are of each kind, stage and state. */
export async function countEntries(read: Reader, filter: Filter): Promise<readonly KindCount[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  const rows = await read.db
    .select({
      kind: registerEntry.kind,
      stage: registerEntry.stage,
      active: registerEntry.active,
      entries: count(),
      size: sql<number>`coalesce(sum(${registerEntry.size}), 0)`,
      gained: sql<number>`sum(${registerEntry.gained})`,
    })
    .from(registerEntry)
    .where(matching(read, filter))
    .groupBy(registerEntry.kind, registerEntry.stage, registerEntry.active);
  return rows.map((row) => ({
    ...row,
    entries: Number(row.entries),
    size: Number(row.size),
    gained: Number(row.gained),
  }));
}

/** Entries by province and kind, those that are active. */
export async function countByProvince(
  read: Reader,
  register: RegisterName,
): Promise<readonly { province: string; kind: string; entries: number }[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  const rows = await read.db
    .select({ province: registerEntry.province, kind: registerEntry.kind, entries: count() })
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.register, register),
        isNull(registerEntry.undoneAt),
        eq(registerEntry.active, true),
      ),
    )
    .groupBy(registerEntry.province, registerEntry.kind)
    .orderBy(asc(registerEntry.province), asc(registerEntry.kind));
  return rows.map((row) => ({ ...row, entries: Number(row.entries) }));
}

/** Names for a search that forgives slips: at most `limit` of them, by id. */
export async function findNames(
  read: Reader,
  filter: Filter,
  limit: number,
): Promise<readonly { id: string; name: string }[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  return read.db
    .select({ id: registerEntry.id, name: registerEntry.name })
    .from(registerEntry)
    .where(matching(read, filter))
    .orderBy(asc(registerEntry.id))
    .limit(limit);
}

/** Active institutions whose registration ends between two days (both included), the first to end first. */
export async function findExpiring(
  read: Reader,
  days: { readonly from: string; readonly until: string },
): Promise<readonly EntryRow[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  return read.db
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.register, 'pillar'),
        gte(registerEntry.expires, days.from),
        lte(registerEntry.expires, days.until),
        eq(registerEntry.active, true),
        isNull(registerEntry.undoneAt),
      ),
    )
    .orderBy(asc(registerEntry.expires), asc(registerEntry.id));
}

/** Some entries by id. */
export async function findEntriesById(read: Reader, ids: readonly string[]): Promise<readonly EntryRow[]> {
  if (ids.length === 0) return [];
  const { registerEntry } = read.tables(defineRegisterTables);
  return read.db
    .select()
    .from(registerEntry)
    .where(inArray(registerEntry.id, [...ids]))
    .orderBy(asc(registerEntry.id));
}

/** How many entries that stand were recorded since a moment, by register. */
export async function countSince(
  read: Reader,
  since: number,
): Promise<readonly { register: RegisterName; entries: number }[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  const rows = await read.db
    .select({ register: registerEntry.register, entries: count() })
    .from(registerEntry)
    .where(and(gte(registerEntry.createdAt, since), isNull(registerEntry.undoneAt)))
    .groupBy(registerEntry.register);
  return rows.map((row) => ({ ...row, entries: Number(row.entries) }));
}
