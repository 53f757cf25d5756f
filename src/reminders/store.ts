/** Tables and queries of digests, one a person and day, and of what each person wants to be reminded of. */
import type { Zone } from '../language/locale.ts';
import {
  and,
  asc,
  eq,
  gt,
  inArray,
  type Kit,
  lt,
  lte,
  newId,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import { type DigestState, openStates } from './digest.ts';

/** One line of a digest; `facts` are what its source needs to word it. */
export interface DigestItem {
  readonly kind: string;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly done: boolean;
}

export const defineReminderTables = (k: Kit) => ({
  digest: k.table(
    'digest',
    {
      id: k.text().primaryKey(),
      person: k.text().notNull(),
      /** `YYYY-MM-DD` in the person's zone. */
      date: k.text().notNull(),
      zone: k.text().$type<Zone>().notNull(),
      dueAt: k.instant().notNull(),
      state: k.text().$type<DigestState>().notNull(),
      reason: k.text(),
      items: k.json<readonly DigestItem[]>().notNull(),
      handedAt: k.instant(),
      settledAt: k.instant(),
    },
    (t) => [
      // Whatever happens to clocks, processes and restarts: one digest a person and day.
      k.uniqueIndex('digest_person_date').on(t.person, t.date),
      k.index('digest_due').on(t.dueAt).where(sql`state in ('planned', 'snoozed')`),
      k.index('digest_date').on(t.date),
    ],
  ),
  reminderSetting: k.table('reminder_setting', {
    person: k.text().primaryKey(),
    /** Minute of the day; null for the usual one. */
    minute: k.whole(),
    /** Kinds that are turned off. */
    off: k.json<readonly string[]>().notNull(),
    stopped: k.flag().notNull(),
    /** The first day on which digests go out again. */
    pausedUntil: k.text(),
  }),
});

type Tables = ReturnType<typeof defineReminderTables>;
export type DigestRow = Tables['digest']['$inferSelect'];
export type ReminderSetting = Tables['reminderSetting']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

const digestInsert = (r: Reader) => {
  const { digest } = r.tables(defineReminderTables);
  return r.db
    .insert(digest)
    .values({
      id: p('id'),
      person: p('person'),
      date: p('date'),
      zone: p('zone'),
      dueAt: p('dueAt'),
      state: p('state'),
      reason: p('reason'),
      items: [],
      settledAt: p('settledAt'),
    })
    .onConflictDoNothing()
    .prepare();
};

export interface PlannedDigest {
  readonly person: string;
  readonly date: string;
  readonly zone: Zone;
  readonly dueAt: number;
  /** Why none goes out on that day; null when one may. */
  readonly suppressed: string | null;
}

/** Plans digests; who has one for the day keeps it. */
export async function insertDigests(
  tx: Writer,
  planned: readonly PlannedDigest[],
  now: number,
): Promise<void> {
  for (const { suppressed, ...row } of planned) {
    await tx.prepared(digestInsert).execute({
      ...row,
      id: newId(now),
      state: suppressed === null ? 'planned' : 'suppressed',
      reason: suppressed,
      settledAt: suppressed === null ? null : now,
    });
  }
}

/** Digests that are due and not on their way, the earliest first. */
export async function findDue(read: Reader, now: number, limit: number): Promise<readonly DigestRow[]> {
  const { digest } = read.tables(defineReminderTables);
  return (
    read.db
      .select()
      .from(digest)
      // Spelt out, not bound, so that the partial index serves it.
      .where(and(sql`state in ('planned', 'snoozed')`, lte(digest.dueAt, now)))
      .orderBy(asc(digest.dueAt), asc(digest.id))
      .limit(limit)
  );
}

const selectNextDue = (r: Reader) => {
  const { digest } = r.tables(defineReminderTables);
  return r.db
    .select({ dueAt: digest.dueAt })
    .from(digest)
    .where(and(sql`state in ('planned', 'snoozed')`, gt(digest.dueAt, p('after'))))
    .orderBy(asc(digest.dueAt))
    .limit(1)
    .prepare();
};

/** When the next digest after a moment is due. */
export async function findNextDue(read: Reader, after: number): Promise<number | undefined> {
  const [row] = await read.prepared(selectNextDue).execute({ after });
  return row?.dueAt;
}

const digestUpdate = (r: Reader) => {
  const { digest } = r.tables(defineReminderTables);
  return r.db
    .update(digest)
    .set({
      state: sql`${p('state')}`,
      reason: sql`${p('reason')}`,
      items: sql`${p('items')}`,
      handedAt: sql`${p('handedAt')}`,
      settledAt: sql`${p('settledAt')}`,
    })
    .where(eq(digest.id, p('id')))
    .prepare();
};

/** Writes the present state of a digest as a whole. */
export async function saveDigest(tx: Writer, row: DigestRow): Promise<void> {
  await tx.prepared(digestUpdate).execute({
    id: row.id,
    state: row.state,
    reason: row.reason,
    items: JSON.stringify(row.items),
    handedAt: row.handedAt,
    settledAt: row.settledAt,
  });
}

/** Puts a digest off until a moment of its day. */
export async function snoozeDigest(tx: Writer, id: string, dueAt: number): Promise<void> {
  const { digest } = tx.tables(defineReminderTables);
  await tx.db.update(digest).set({ state: 'snoozed', dueAt }).where(eq(digest.id, id));
}

export async function findDigest(read: Reader, id: string): Promise<DigestRow | undefined> {
  const { digest } = read.tables(defineReminderTables);
  const [row] = await read.db.select().from(digest).where(eq(digest.id, id));
  return row;
}

const selectOfDay = (r: Reader) => {
  const { digest } = r.tables(defineReminderTables);
  return r.db
    .select()
    .from(digest)
    .where(and(eq(digest.person, p('person')), eq(digest.date, p('date'))))
    .prepare();
};

/** The digest of a person for a day. */
export async function findDigestOf(
  read: Reader,
  person: string,
  date: string,
): Promise<DigestRow | undefined> {
  const [row] = await read.prepared(selectOfDay).execute({ person, date });
  return row;
}

/** The digest of that day whose items may still be ticked off. */
export async function findOpenDigest(
  read: Reader,
  person: string,
  date: string,
): Promise<DigestRow | undefined> {
  const row = await findDigestOf(read, person, date);
  return row !== undefined && (openStates as readonly DigestState[]).includes(row.state) ? row : undefined;
}

/** Which of these people have a digest for the day, in whatever state. */
export async function findPlanned(
  read: Reader,
  persons: readonly string[],
  date: string,
): Promise<ReadonlyMap<string, DigestState>> {
  const { digest } = read.tables(defineReminderTables);
  const rows = await read.db
    .select({ person: digest.person, state: digest.state })
    .from(digest)
    .where(and(eq(digest.date, date), inArray(digest.person, [...persons])));
  return new Map(rows.map((row) => [row.person, row.state]));
}

/** Moves what is still planned for today to another minute. */
export async function moveDigest(tx: Writer, person: string, date: string, dueAt: number): Promise<void> {
  const { digest } = tx.tables(defineReminderTables);
  await tx.db
    .update(digest)
    .set({ dueAt })
    .where(and(eq(digest.person, person), eq(digest.date, date), eq(digest.state, 'planned')));
}

/** Takes back what is still planned or put off. */
export async function suppressDigests(
  tx: Writer,
  person: string,
  reason: string,
  now: number,
): Promise<void> {
  const { digest } = tx.tables(defineReminderTables);
  await tx.db
    .update(digest)
    .set({ state: 'suppressed', reason, settledAt: now })
    .where(and(eq(digest.person, person), inArray(digest.state, ['planned', 'snoozed'])));
}

/** Digests handed over before `before` whose end nobody noted, because the process died. */
export async function expireUntold(tx: Writer, before: number, now: number): Promise<void> {
  const { digest } = tx.tables(defineReminderTables);
  await tx.db
    .update(digest)
    .set({ state: 'failed', reason: 'cut off while sending', settledAt: now })
    .where(and(eq(digest.state, 'handed'), lt(digest.handedAt, before)));
}

export async function forgetDigests(tx: Writer, beforeDate: string): Promise<void> {
  const { digest } = tx.tables(defineReminderTables);
  await tx.db.delete(digest).where(lt(digest.date, beforeDate));
}

const noSetting = (person: string): ReminderSetting => ({
  person,
  minute: null,
  off: [],
  stopped: false,
  pausedUntil: null,
});

export async function findSetting(read: Reader, person: string): Promise<ReminderSetting> {
  const { reminderSetting } = read.tables(defineReminderTables);
  const [row] = await read.db.select().from(reminderSetting).where(eq(reminderSetting.person, person));
  return row ?? noSetting(person);
}

/** The settings of everybody who changed one; most people never do. */
export async function findSettings(read: Reader): Promise<ReadonlyMap<string, ReminderSetting>> {
  const { reminderSetting } = read.tables(defineReminderTables);
  const rows = await read.db.select().from(reminderSetting);
  return new Map(rows.map((row) => [row.person, row]));
}

export async function saveSetting(tx: Writer, row: ReminderSetting): Promise<void> {
  const { reminderSetting } = tx.tables(defineReminderTables);
  const { person: _, ...changed } = row;
  await tx.db
    .insert(reminderSetting)
    .values(row)
    .onConflictDoUpdate({ target: reminderSetting.person, set: changed });
}
