/** Tables and queries of activities and visits. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  type Kit,
  lt,
  lte,
  max,
  ne,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { ActivityFacts, ActivityKind } from './activity.ts';

export const defineActivityTables = (k: Kit) => ({
  activity: k.table(
    'activity',
    {
      id: k.text().primaryKey(),
      /** Person id of who logged it. */
      doer: k.text().notNull(),
      /** Running number of the doer: what receipts show and people type. */
      number: k.whole().notNull(),
      kind: k.text().$type<ActivityKind>().notNull(),
      person: k.text(),
      date: k.text().notNull(),
      people: k.whole().notNull(),
      place: k.text().notNull(),
      area: k.text().notNull(),
      note: k.text().notNull(),
      /** The message it was made from, and its line, so that an edit finds it. */
      source: k.text().notNull(),
      line: k.whole().notNull(),
      createdAt: k.instant().notNull(),
      undoneAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex('activity_doer_number').on(t.doer, t.number),
      k.index('activity_doer_date').on(t.doer, t.date),
      k.index('activity_date').on(t.date),
      k.index('activity_source').on(t.source, t.line),
      k.index('activity_person').on(t.person, t.date),
    ],
  ),
  /** What an activity said before each correction. */
  activityVersion: k.table(
    'activity_version',
    {
      id: k.text().primaryKey(),
      activity: k.text().notNull(),
      at: k.instant().notNull(),
      actor: k.text().notNull(),
      before: k.json<ActivityFacts>().notNull(),
    },
    (t) => [k.index('activity_version_activity').on(t.activity, t.at)],
  ),
});

export type ActivityRow = ReturnType<typeof defineActivityTables>['activity']['$inferSelect'];

/** Adds an activity under the doer's next number, which it returns. */
export async function insertActivity(
  tx: Writer,
  row: Omit<ActivityRow, 'number' | 'undoneAt'>,
): Promise<number> {
  const { activity } = tx.tables(defineActivityTables);
  const [found] = await tx.db
    .select({ last: max(activity.number) })
    .from(activity)
    .where(eq(activity.doer, row.doer));
  const number = Number(found?.last ?? 0) + 1;
  await tx.db.insert(activity).values({ ...row, number });
  return number;
}

export async function findActivity(read: Reader, id: string): Promise<ActivityRow | undefined> {
  const { activity } = read.tables(defineActivityTables);
  const [row] = await read.db.select().from(activity).where(eq(activity.id, id));
  return row;
}

/** Activities of a doer that stand, of one kind and day. */
export async function findSameDay(
  read: Reader,
  key: { doer: string; kind: ActivityKind; date: string },
): Promise<readonly ActivityRow[]> {
  const { activity } = read.tables(defineActivityTables);
  return read.db
    .select()
    .from(activity)
    .where(
      and(
        eq(activity.doer, key.doer),
        eq(activity.date, key.date),
        eq(activity.kind, key.kind),
        isNull(activity.undoneAt),
      ),
    );
}

/** The records made from one message, in the order of its lines. */
export async function findActivitiesBySource(read: Reader, source: string): Promise<readonly ActivityRow[]> {
  const { activity } = read.tables(defineActivityTables);
  return read.db
    .select()
    .from(activity)
    .where(eq(activity.source, source))
    .orderBy(asc(activity.line), asc(activity.createdAt));
}

export async function markActivityUndone(tx: Writer, id: string, at: number): Promise<void> {
  const { activity } = tx.tables(defineActivityTables);
  await tx.db.update(activity).set({ undoneAt: at }).where(eq(activity.id, id));
}

/** Puts new facts in the place of old ones and keeps the old as a version. */
export async function rewriteActivity(
  tx: Writer,
  input: { row: ActivityRow; facts: ActivityFacts; actor: string; versionId: string; at: number },
): Promise<void> {
  const { activity, activityVersion } = tx.tables(defineActivityTables);
  const { at, facts, row } = input;
  const { area, date, kind, note, people, person, place } = row;
  await tx.db.insert(activityVersion).values({
    id: input.versionId,
    activity: row.id,
    at,
    actor: input.actor,
    before: { area, date, kind, note, people, person, place },
  });
  await tx.db.update(activity).set(facts).where(eq(activity.id, row.id));
}

/** Whose activities: one person's own, or all in an area. */
export type ActivityScope = { readonly doer: string } | { readonly area: string };

const inScope = (read: Reader, scope: ActivityScope, dates: { from: string; to: string }) => {
  const { activity } = read.tables(defineActivityTables);
  const where =
    'doer' in scope
      ? [eq(activity.doer, scope.doer)]
      : scope.area === 'ID'
        ? []
        : [
            or(
              eq(activity.area, scope.area),
              eq(sql`substr(${activity.area}, 1, ${scope.area.length + 1})`, `${scope.area}.`),
            ),
          ];
  return and(
    ...where,
    gte(activity.date, dates.from),
    lte(activity.date, dates.to),
    isNull(activity.undoneAt),
  );
};

/** Between two dates, the newest first. */
export async function findActivities(
  read: Reader,
  scope: ActivityScope,
  page: { from: string; to: string; limit: number; offset: number },
): Promise<readonly ActivityRow[]> {
  const { activity } = read.tables(defineActivityTables);
  return read.db
    .select()
    .from(activity)
    .where(inScope(read, scope, page))
    .orderBy(desc(activity.date), desc(activity.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many of each kind between two dates, and how many people were there. */
export async function countActivities(
  read: Reader,
  scope: ActivityScope,
  dates: { from: string; to: string },
): Promise<readonly { kind: ActivityKind; n: number; people: number }[]> {
  const { activity } = read.tables(defineActivityTables);
  const rows = await read.db
    .select({ kind: activity.kind, n: count(), people: sql<number>`sum(${activity.people})` })
    .from(activity)
    .where(inScope(read, scope, dates))
    .groupBy(activity.kind)
    .orderBy(asc(activity.kind));
  return rows.map((row) => ({ kind: row.kind, n: Number(row.n), people: Number(row.people) }));
}

/** Activities that stand, by id, `limit` after the id `after`. */
export async function findActivitiesAfter(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly ActivityRow[]> {
  const { activity } = read.tables(defineActivityTables);
  return read.db
    .select()
    .from(activity)
    .where(and(gt(activity.id, after), isNull(activity.undoneAt)))
    .orderBy(asc(activity.id))
    .limit(limit);
}

/** Activities of these kinds by area, doer and month, over all time. */
export async function recountActivities(
  read: Reader,
  kinds: readonly ActivityKind[],
): Promise<readonly { area: string; person: string; month: string; activities: number; people: number }[]> {
  const { activity } = read.tables(defineActivityTables);
  const month = sql<string>`substr(${activity.date}, 1, 7)`;
  const rows = await read.db
    .select({
      area: activity.area,
      person: activity.doer,
      month,
      activities: count(),
      people: sql<number>`sum(${activity.people})`,
    })
    .from(activity)
    .where(and(inArray(activity.kind, [...kinds]), isNull(activity.undoneAt)))
    .groupBy(activity.area, activity.doer, month);
  return rows.map((row) => ({ ...row, activities: Number(row.activities), people: Number(row.people) }));
}

/** Visits to a person that stand, the newest first. */
export async function findVisitsTo(read: Reader, person: string): Promise<readonly ActivityRow[]> {
  const { activity } = read.tables(defineActivityTables);
  return read.db
    .select()
    .from(activity)
    .where(and(eq(activity.person, person), isNull(activity.undoneAt)))
    .orderBy(desc(activity.date), desc(activity.id));
}

/** Ids of activities before a day (`YYYY-MM-DD`) that still say something; at most `limit`. */
export async function findSayingBefore(
  read: Reader,
  date: string,
  limit: number,
): Promise<readonly string[]> {
  const { activity } = read.tables(defineActivityTables);
  const rows = await read.db
    .select({ id: activity.id })
    .from(activity)
    .where(and(lt(activity.date, date), or(ne(activity.note, ''), ne(activity.place, ''))))
    .orderBy(asc(activity.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Ids of what was recorded about a person, taken back or not. */
export async function findIdsAbout(read: Reader, person: string): Promise<readonly string[]> {
  const { activity } = read.tables(defineActivityTables);
  const rows = await read.db.select({ id: activity.id }).from(activity).where(eq(activity.person, person));
  return rows.map((row) => row.id);
}

/** Erases notes and places, and what stood there before corrections. */
export async function eraseActivityWords(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { activity, activityVersion } = tx.tables(defineActivityTables);
  await tx.db
    .update(activity)
    .set({ note: '', place: '' })
    .where(inArray(activity.id, [...ids]));
  await tx.db.delete(activityVersion).where(inArray(activityVersion.activity, [...ids]));
}

/** Activities of these people between two dates (both included), by who logged them and date. */
export async function findActivitiesOf(
  read: Reader,
  range: { readonly doers: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly ActivityRow[]> {
  const { activity } = read.tables(defineActivityTables);
  return read.db
    .select()
    .from(activity)
    .where(
      and(
        inArray(activity.doer, [...range.doers]),
        gte(activity.date, range.from),
        lte(activity.date, range.to),
        isNull(activity.undoneAt),
      ),
    )
    .orderBy(asc(activity.doer), asc(activity.date), asc(activity.number));
}

/** What somebody logged last, unless it was taken back. */
export async function findLastActivity(read: Reader, doer: string): Promise<ActivityRow | undefined> {
  const { activity } = read.tables(defineActivityTables);
  const [row] = await read.db
    .select()
    .from(activity)
    .where(and(eq(activity.doer, doer), isNull(activity.undoneAt)))
    .orderBy(desc(activity.number))
    .limit(1);
  return row;
}
