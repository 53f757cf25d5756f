/** Tables of targets, of the tally of work done, and of what was reported by hand; queries of targets and reports. */
import {
  and,
  asc,
  eq,
  gt,
  inArray,
  type Kit,
  ne,
  newId,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { Funding, TargetKey } from './target.ts';

export const defineTargetTables = (k: Kit) => ({
  target: k.table(
    'target',
    {
      id: k.text().primaryKey(),
      indicator: k.text().notNull(),
      programme: k.text().notNull(),
      period: k.text().notNull(),
      funding: k.text().$type<Funding>().notNull(),
      /** An area's code, or `person:` and a person id. */
      scope: k.text().notNull(),
      /** The area that the number is a part of; null for the whole country. */
      parent: k.text(),
      number: k.whole().notNull(),
      source: k.text().notNull(),
      /** Set by the ministry; coordinators leave it as it is. */
      ministry: k.flag().notNull(),
      setBy: k.text().notNull(),
      setAt: k.instant().notNull(),
    },
    (t) => [
      k.uniqueIndex('target_key').on(t.scope, t.period, t.indicator, t.programme, t.funding),
      k.index('target_parent').on(t.parent, t.period),
    ],
  ),
  /** How much was done, by month, for every area around it and for who did it. */
  tally: k.table(
    'tally',
    {
      indicator: k.text().notNull(),
      scope: k.text().notNull(),
      /** `YYYY-MM`. */
      month: k.text().notNull(),
      n: k.whole().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.indicator, t.scope, t.month] }),
      k.index('tally_scope').on(t.scope, t.month),
    ],
  ),
  /** What offices reported for a month; a later report replaces the earlier one. */
  progressReport: k.table(
    'progress_report',
    {
      id: k.text().primaryKey(),
      indicator: k.text().notNull(),
      area: k.text().notNull(),
      month: k.text().notNull(),
      funding: k.text().$type<Funding>().notNull(),
      number: k.whole().notNull(),
      source: k.text().notNull(),
      reportedBy: k.text().notNull(),
      reportedAt: k.instant().notNull(),
    },
    (t) => [k.uniqueIndex('progress_report_key').on(t.indicator, t.area, t.month, t.funding)],
  ),
});

export type TargetRow = ReturnType<typeof defineTargetTables>['target']['$inferSelect'];
export type ReportRow = ReturnType<typeof defineTargetTables>['progressReport']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

const selectInForce = (r: Reader) => {
  const { target } = r.tables(defineTargetTables);
  return r.db
    .select()
    .from(target)
    .where(and(eq(target.scope, p('scope')), inArray(target.period, [p('year'), p('quarter'), p('month')])))
    .orderBy(asc(target.indicator), asc(target.period), asc(target.funding), asc(target.programme))
    .prepare();
};

/** The targets of a scope in any of three periods (see `periodsAt`). */
export const findTargetsOf = (
  read: Reader,
  scope: string,
  [year, quarter, month]: readonly [string, string, string],
): Promise<readonly TargetRow[]> => read.prepared(selectInForce).execute({ scope, year, quarter, month });

/** The targets of many persons or areas at once, in any of these periods. */
export async function findTargetsOfMany(
  read: Reader,
  scopes: readonly string[],
  periods: readonly string[],
): Promise<readonly TargetRow[]> {
  if (scopes.length === 0) return [];
  const { target } = read.tables(defineTargetTables);
  return read.db
    .select()
    .from(target)
    .where(and(inArray(target.scope, [...scopes]), inArray(target.period, [...periods])));
}

export async function findTarget(read: Reader, id: string): Promise<TargetRow | undefined> {
  const { target } = read.tables(defineTargetTables);
  const [row] = await read.db.select().from(target).where(eq(target.id, id));
  return row;
}

const sameKey = (read: Reader, key: TargetKey) => {
  const { target } = read.tables(defineTargetTables);
  return and(
    eq(target.indicator, key.indicator),
    eq(target.programme, key.programme),
    eq(target.period, key.period),
    eq(target.funding, key.funding),
  );
};

export async function findTargetAt(
  read: Reader,
  key: TargetKey,
  scope: string,
): Promise<TargetRow | undefined> {
  const { target } = read.tables(defineTargetTables);
  const [row] = await read.db
    .select()
    .from(target)
    .where(and(eq(target.scope, scope), sameKey(read, key)));
  return row;
}

/** The parts a number is directly broken down into. */
export async function findParts(read: Reader, key: TargetKey, parent: string): Promise<readonly TargetRow[]> {
  const { target } = read.tables(defineTargetTables);
  return read.db
    .select()
    .from(target)
    .where(and(eq(target.parent, parent), sameKey(read, key)))
    .orderBy(asc(target.scope));
}

/** Sum of the parts below `parent`, without the one of `except`. */
export async function sumParts(
  read: Reader,
  key: TargetKey,
  parent: string,
  except: string,
): Promise<number> {
  const { target } = read.tables(defineTargetTables);
  const [row] = await read.db
    .select({ n: sql<number>`coalesce(sum(${target.number}), 0)` })
    .from(target)
    .where(and(eq(target.parent, parent), ne(target.scope, except), sameKey(read, key)));
  return Number(row?.n ?? 0);
}

/** The parts of all targets of these areas in these periods. */
export async function findPartsOfAll(
  read: Reader,
  parents: readonly string[],
  periods: readonly string[],
): Promise<readonly TargetRow[]> {
  if (parents.length === 0) return [];
  const { target } = read.tables(defineTargetTables);
  return read.db
    .select()
    .from(target)
    .where(and(inArray(target.parent, [...parents]), inArray(target.period, [...periods])));
}

export type NewTarget = TargetKey &
  Pick<TargetRow, 'scope' | 'parent' | 'number' | 'source' | 'ministry' | 'setBy' | 'setAt'>;

/** Sets a target, in the place of an earlier one of the same key and scope. Returns its id. */
export async function putTarget(tx: Writer, row: NewTarget): Promise<string> {
  const { target } = tx.tables(defineTargetTables);
  const before = await findTargetAt(tx, row, row.scope);
  const { number, source, ministry, setBy, setAt, parent } = row;
  if (before === undefined) {
    const id = newId(row.setAt);
    await tx.db.insert(target).values({ id, ...row });
    return id;
  }
  await tx.db
    .update(target)
    .set({ number, source, ministry, setBy, setAt, parent })
    .where(eq(target.id, before.id));
  return before.id;
}

/** All targets by id, `limit` after the id `after`. */
export async function findTargetsAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly TargetRow[]> {
  const { target } = read.tables(defineTargetTables);
  return read.db.select().from(target).where(gt(target.id, after)).orderBy(asc(target.id)).limit(limit);
}

/** Every target that stands, for checking a file against them. */
export async function findAllTargets(read: Reader): Promise<readonly TargetRow[]> {
  const { target } = read.tables(defineTargetTables);
  return read.db.select().from(target);
}

export async function findReport(
  read: Reader,
  key: Pick<ReportRow, 'indicator' | 'area' | 'month' | 'funding'>,
): Promise<ReportRow | undefined> {
  const { progressReport: report } = read.tables(defineTargetTables);
  const [row] = await read.db
    .select()
    .from(report)
    .where(
      and(
        eq(report.indicator, key.indicator),
        eq(report.area, key.area),
        eq(report.month, key.month),
        eq(report.funding, key.funding),
      ),
    );
  return row;
}

export async function putReport(tx: Writer, row: ReportRow): Promise<void> {
  const { progressReport: report } = tx.tables(defineTargetTables);
  const { number, source, reportedBy, reportedAt } = row;
  await tx.db
    .insert(report)
    .values(row)
    .onConflictDoUpdate({
      target: [report.indicator, report.area, report.month, report.funding],
      set: { number, source, reportedBy, reportedAt },
    });
}

export async function findReportsAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly ReportRow[]> {
  const { progressReport: report } = read.tables(defineTargetTables);
  return read.db.select().from(report).where(gt(report.id, after)).orderBy(asc(report.id)).limit(limit);
}
