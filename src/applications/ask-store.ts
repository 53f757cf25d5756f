/** Queries of who asks to see an application, how often it was tried, and of approvals of many at once. */
import { and, eq, gte, lt, type Reader, sql, type Writer } from '../store/index.ts';
import { defineApplicationTables } from './store.ts';

type Tables = ReturnType<typeof defineApplicationTables>;
export type AskRow = Tables['applicationAsk']['$inferSelect'];
export type BulkRow = Tables['applicationBulk']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

export async function insertAsk(tx: Writer, row: AskRow): Promise<void> {
  const { applicationAsk } = tx.tables(defineApplicationTables);
  await tx.db.insert(applicationAsk).values(row);
}

export async function findAsk(read: Reader, id: string): Promise<AskRow | undefined> {
  const { applicationAsk } = read.tables(defineApplicationTables);
  const [row] = await read.db.select().from(applicationAsk).where(eq(applicationAsk.id, id));
  return row;
}

/** The open question of an account about an application, asked after `since`. */
export async function findOpenAsk(
  read: Reader,
  key: { readonly account: string; readonly application: string; readonly since: number },
): Promise<AskRow | undefined> {
  const { applicationAsk } = read.tables(defineApplicationTables);
  const [row] = await read.db
    .select()
    .from(applicationAsk)
    .where(
      and(
        eq(applicationAsk.account, key.account),
        eq(applicationAsk.application, key.application),
        eq(applicationAsk.state, 'open'),
        gte(applicationAsk.askedAt, key.since),
      ),
    );
  return row;
}

export async function answerAsk(
  tx: Writer,
  id: string,
  state: 'confirmed' | 'denied',
  by: string,
): Promise<void> {
  const { applicationAsk } = tx.tables(defineApplicationTables);
  await tx.db.update(applicationAsk).set({ state, answeredBy: by }).where(eq(applicationAsk.id, id));
}

export interface TryKey {
  readonly account: string;
  readonly kind: 'code' | 'ask';
  readonly period: string;
}

const selectTries = (r: Reader) => {
  const { applicationTry } = r.tables(defineApplicationTables);
  return r.db
    .select({ n: applicationTry.n })
    .from(applicationTry)
    .where(
      and(
        eq(applicationTry.account, p('account')),
        eq(applicationTry.kind, p('kind')),
        eq(applicationTry.period, p('period')),
      ),
    )
    .prepare();
};

export async function findTries(read: Reader, key: TryKey): Promise<number> {
  const [row] = await read.prepared(selectTries).execute({ ...key });
  return row?.n ?? 0;
}

export async function setTries(tx: Writer, key: TryKey, n: number): Promise<void> {
  const { applicationTry } = tx.tables(defineApplicationTables);
  await tx.db
    .insert(applicationTry)
    .values({ ...key, n })
    .onConflictDoUpdate({
      target: [applicationTry.account, applicationTry.kind, applicationTry.period],
      set: { n },
    });
}

export async function insertBulk(tx: Writer, row: BulkRow): Promise<void> {
  const { applicationBulk } = tx.tables(defineApplicationTables);
  await tx.db.insert(applicationBulk).values(row);
}

export async function findBulk(read: Reader, id: string): Promise<BulkRow | undefined> {
  const { applicationBulk } = read.tables(defineApplicationTables);
  const [row] = await read.db.select().from(applicationBulk).where(eq(applicationBulk.id, id));
  return row;
}

export async function answerBulk(
  tx: Writer,
  id: string,
  answer: Pick<BulkRow, 'state' | 'answeredBy' | 'approved'>,
): Promise<void> {
  const { applicationBulk } = tx.tables(defineApplicationTables);
  await tx.db.update(applicationBulk).set(answer).where(eq(applicationBulk.id, id));
}

/** Removes questions, tries and approvals of many that are over since before a moment; `day` is that moment's date. */
export async function forgetAsked(tx: Writer, before: number, day: string): Promise<void> {
  const { applicationAsk, applicationBulk, applicationTry } = tx.tables(defineApplicationTables);
  await tx.db.delete(applicationAsk).where(lt(applicationAsk.askedAt, before));
  await tx.db.delete(applicationBulk).where(lt(applicationBulk.proposedAt, before));
  await tx.db.delete(applicationTry).where(lt(applicationTry.period, day));
}

/** Removes what an erased person's applications were asked about. */
export async function eraseAsks(tx: Writer, application: string): Promise<void> {
  const { applicationAsk } = tx.tables(defineApplicationTables);
  await tx.db.delete(applicationAsk).where(eq(applicationAsk.application, application));
}
