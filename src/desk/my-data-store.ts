/** Queries of what the desk keeps of an account: talks with the staff, and questions it waits for an answer to. */
import { and, asc, desc, eq, inArray, isNotNull, lt, type Reader, type Writer } from '../store/index.ts';
import { defineGroupTables } from './group-store.ts';
import { defineDeskTables } from './store.ts';

const batch = 200;
const shown = 20;

export interface Said {
  readonly at: number;
  readonly text: string;
}

/** What an account said to the staff and heard from them, the newest first. */
export async function findSaid(read: Reader, account: string): Promise<readonly Said[]> {
  const { handover, handoverMessage } = read.tables(defineDeskTables);
  return read.db
    .select({ at: handoverMessage.at, text: handoverMessage.text })
    .from(handoverMessage)
    .innerJoin(handover, eq(handover.id, handoverMessage.handover))
    .where(eq(handover.account, account))
    .orderBy(desc(handoverMessage.id))
    .limit(shown);
}

/** Questions of an account that still wait for an answer, the newest first; those answered name nobody any more. */
export async function findAskedBy(read: Reader, account: string): Promise<readonly Said[]> {
  const { asked, asker } = read.tables(defineGroupTables);
  return read.db
    .select({ at: asker.at, text: asked.text })
    .from(asker)
    .innerJoin(asked, eq(asked.id, asker.asked))
    .where(eq(asker.account, account))
    .orderBy(desc(asker.id))
    .limit(shown);
}

async function remove(tx: Writer, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { handover, handoverMessage } = tx.tables(defineDeskTables);
  await tx.db.delete(handoverMessage).where(inArray(handoverMessage.handover, [...ids]));
  await tx.db.delete(handover).where(inArray(handover.id, [...ids]));
  return ids.length;
}

export async function eraseHandovers(tx: Writer, account: string): Promise<void> {
  const { handover } = tx.tables(defineDeskTables);
  const rows = await tx.db.select({ id: handover.id }).from(handover).where(eq(handover.account, account));
  await remove(
    tx,
    rows.map((row) => row.id),
  );
}

/** The account is told no answer any more; the question itself names nobody, and others asked the same. */
export async function eraseAskers(tx: Writer, account: string): Promise<void> {
  const { asker } = tx.tables(defineGroupTables);
  await tx.db.delete(asker).where(eq(asker.account, account));
}

/** Removes a batch of talks that were closed before a moment; how many. */
export async function forgetHandovers(tx: Writer, before: number): Promise<number> {
  const { handover } = tx.tables(defineDeskTables);
  const rows = await tx.db
    .select({ id: handover.id })
    .from(handover)
    .where(and(isNotNull(handover.closedAt), lt(handover.closedAt, before)))
    .orderBy(asc(handover.closedAt))
    .limit(batch);
  return remove(
    tx,
    rows.map((row) => row.id),
  );
}

/** Removes a batch of questions that are no longer compared with new ones, from before a moment; how many. */
export async function forgetQuestions(tx: Writer, before: number): Promise<number> {
  const { asked } = tx.tables(defineGroupTables);
  const rows = await tx.db
    .select({ id: asked.id })
    .from(asked)
    .where(and(eq(asked.compared, false), lt(asked.at, before)))
    .orderBy(asc(asked.at))
    .limit(batch);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await tx.db.delete(asked).where(inArray(asked.id, ids));
  return ids.length;
}
