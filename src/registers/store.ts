/** Tables and queries of the registers' entries and of what happened to each. */
import {
  and,
  asc,
  desc,
  eq,
  gt,
  isNull,
  type Kit,
  max,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { FactChanges, RegisterName, Stage } from './register.ts';

export type StepKind = 'add' | 'correct' | 'stage' | 'active' | 'gain' | 'undo';

export const defineRegisterTables = (k: Kit) => ({
  registerEntry: k.table(
    'register_entry',
    {
      id: k.text().primaryKey(),
      register: k.text().$type<RegisterName>().notNull(),
      /** Running number in its register: what receipts show and people type. */
      number: k.whole().notNull(),
      kind: k.text().notNull(),
      name: k.text().notNull(),
      nameKey: k.text().notNull(),
      area: k.text().notNull(),
      province: k.text().notNull(),
      since: k.text(),
      size: k.whole(),
      legalForm: k.text().notNull(),
      registration: k.text().notNull(),
      expires: k.text(),
      note: k.text().notNull(),
      active: k.flag().notNull(),
      stage: k.text().$type<Stage>(),
      stageOn: k.text(),
      /** Civil documents issued, or bimtek attended, so far. */
      gained: k.whole().notNull(),
      gainedOn: k.text(),
      /** The registered person it is about, where there is one. */
      person: k.text(),
      addedBy: k.text().notNull(),
      recordedOn: k.text().notNull(),
      createdAt: k.instant().notNull(),
      changedAt: k.instant().notNull(),
      undoneAt: k.instant(),
    },
    (t) => [
      k.uniqueIndex('register_entry_number').on(t.register, t.number),
      k.index('register_entry_place').on(t.register, t.province),
      k.index('register_entry_name').on(t.register, t.nameKey),
      k.index('register_entry_person').on(t.person),
      k.index('register_entry_expires').on(t.expires),
    ],
  ),
  registerStep: k.table(
    'register_step',
    {
      id: k.text().primaryKey(),
      entry: k.text().notNull(),
      at: k.instant().notNull(),
      actor: k.text().notNull(),
      what: k.text().$type<StepKind>().notNull(),
      stage: k.text().$type<Stage>(),
      changes: k.json<FactChanges>(),
      /** How many were gained, and on which day. */
      n: k.whole(),
      date: k.text(),
      note: k.text().notNull(),
      undoneAt: k.instant(),
    },
    (t) => [k.index('register_step_entry').on(t.entry, t.id)],
  ),
});

type Tables = ReturnType<typeof defineRegisterTables>;
export type EntryRow = Tables['registerEntry']['$inferSelect'];
export type StepRow = Tables['registerStep']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

const selectLastNumber = (r: Reader) => {
  const { registerEntry } = r.tables(defineRegisterTables);
  return r.db
    .select({ last: max(registerEntry.number) })
    .from(registerEntry)
    .where(eq(registerEntry.register, p('register')))
    .prepare();
};

/** Adds an entry under the register's next number, which it returns. */
export async function insertEntry(tx: Writer, row: Omit<EntryRow, 'number'>): Promise<number> {
  const { registerEntry } = tx.tables(defineRegisterTables);
  const [found] = await tx.prepared(selectLastNumber).execute({ register: row.register });
  const number = Number(found?.last ?? 0) + 1;
  await tx.db.insert(registerEntry).values({ ...row, number });
  return number;
}

export async function insertStep(
  tx: Writer,
  step: Pick<StepRow, 'id' | 'entry' | 'at' | 'actor' | 'what'> & Partial<StepRow>,
): Promise<void> {
  const { registerStep } = tx.tables(defineRegisterTables);
  await tx.db.insert(registerStep).values({ note: '', ...step });
}

export async function updateEntry(
  tx: Writer,
  id: string,
  change: Partial<Omit<EntryRow, 'id' | 'number' | 'register'>>,
): Promise<void> {
  const { registerEntry } = tx.tables(defineRegisterTables);
  await tx.db.update(registerEntry).set(change).where(eq(registerEntry.id, id));
}

const selectEntry = (r: Reader) => {
  const { registerEntry } = r.tables(defineRegisterTables);
  return r.db
    .select()
    .from(registerEntry)
    .where(eq(registerEntry.id, p('id')))
    .prepare();
};

export async function findEntry(read: Reader, id: string): Promise<EntryRow | undefined> {
  const [row] = await read.prepared(selectEntry).execute({ id });
  return row;
}

export async function findByNumber(
  read: Reader,
  register: RegisterName,
  number: number,
): Promise<EntryRow | undefined> {
  const { registerEntry } = read.tables(defineRegisterTables);
  const [row] = await read.db
    .select()
    .from(registerEntry)
    .where(and(eq(registerEntry.register, register), eq(registerEntry.number, number)));
  return row;
}

/** An entry that stands and says the same: name and area, and for a pillar its kind. */
export async function findSameEntry(
  read: Reader,
  key: Pick<EntryRow, 'register' | 'nameKey' | 'area'> & { readonly kind?: string },
): Promise<EntryRow | undefined> {
  const { registerEntry } = read.tables(defineRegisterTables);
  const [row] = await read.db
    .select()
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.register, key.register),
        eq(registerEntry.nameKey, key.nameKey),
        eq(registerEntry.area, key.area),
        isNull(registerEntry.undoneAt),
        ...(key.kind === undefined ? [] : [eq(registerEntry.kind, key.kind)]),
      ),
    )
    .orderBy(asc(registerEntry.id))
    .limit(1);
  return row;
}

/** What happened to an entry, the newest first. */
export async function findSteps(read: Reader, entry: string): Promise<readonly StepRow[]> {
  const { registerStep } = read.tables(defineRegisterTables);
  return read.db
    .select()
    .from(registerStep)
    .where(eq(registerStep.entry, entry))
    .orderBy(desc(registerStep.id));
}

export async function findStep(read: Reader, id: string): Promise<StepRow | undefined> {
  const { registerStep } = read.tables(defineRegisterTables);
  const [row] = await read.db.select().from(registerStep).where(eq(registerStep.id, id));
  return row;
}

export async function markStepUndone(tx: Writer, id: string, at: number): Promise<void> {
  const { registerStep } = tx.tables(defineRegisterTables);
  await tx.db.update(registerStep).set({ undoneAt: at }).where(eq(registerStep.id, id));
}

/** Gains that stand, of one entry; the newest first. */
export async function findGains(read: Reader, entry: string): Promise<readonly StepRow[]> {
  const steps = await findSteps(read, entry);
  return steps.filter((step) => step.what === 'gain' && step.undoneAt === null);
}

/** Entries that stand, by id, `limit` after the id `after`. */
export async function findEntriesAfter(
  read: Reader,
  register: RegisterName,
  after: string,
  limit: number,
): Promise<readonly EntryRow[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  return read.db
    .select()
    .from(registerEntry)
    .where(
      and(eq(registerEntry.register, register), gt(registerEntry.id, after), isNull(registerEntry.undoneAt)),
    )
    .orderBy(asc(registerEntry.id))
    .limit(limit);
}

/** Gains that stand of entries that stand, by area, doer and month, over all time. */
export async function recountGains(
  read: Reader,
  register: RegisterName,
): Promise<readonly { area: string; person: string; month: string; n: number }[]> {
  const { registerEntry, registerStep } = read.tables(defineRegisterTables);
  const month = sql<string>`substr(${registerStep.date}, 1, 7)`;
  const rows = await read.db
    .select({
      area: registerEntry.area,
      person: registerStep.actor,
      month,
      n: sql<number>`sum(${registerStep.n})`,
    })
    .from(registerStep)
    .innerJoin(registerEntry, eq(registerEntry.id, registerStep.entry))
    .where(
      and(
        eq(registerEntry.register, register),
        eq(registerStep.what, 'gain'),
        isNull(registerStep.undoneAt),
        isNull(registerEntry.undoneAt),
      ),
    )
    .groupBy(registerEntry.area, registerStep.actor, month);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}
