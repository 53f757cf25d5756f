/** Queries of the inbox: what came in, and whether it was answered. */
import type { Incoming } from '../chat/incoming.ts';
import { and, asc, eq, type Reader, sql, type Writer } from '../store/index.ts';
import { defineDeliveryTables, type InboxState, isWaiting } from './store.ts';

const p = (name: string) => sql.placeholder(name);

const insertInbox = (r: Reader) => {
  const { inbox } = r.tables(defineDeliveryTables);
  return r.db
    .insert(inbox)
    .values({
      id: p('id'),
      seq: p('seq'),
      receivedAt: p('receivedAt'),
      body: p('body'),
      state: 'waiting',
      attempts: 0,
    })
    .onConflictDoNothing()
    .returning({ id: inbox.id })
    .prepare();
};

/** Stores an event; false when it was there already. */
export async function storeIncoming(
  tx: Writer,
  row: { id: string; seq: string; body: Incoming },
): Promise<boolean> {
  const stored = await tx
    .prepared(insertInbox)
    .execute({ id: row.id, seq: row.seq, receivedAt: row.body.receivedAt, body: row.body });
  return stored.length > 0;
}

export async function findReceived(
  read: Reader,
  id: string,
): Promise<{ readonly state: InboxState; readonly receivedAt: number } | undefined> {
  const { inbox } = read.tables(defineDeliveryTables);
  const [row] = await read.db
    .select({ state: inbox.state, receivedAt: inbox.receivedAt })
    .from(inbox)
    .where(eq(inbox.id, id));
  return row;
}

/** Events that were stored and not yet answered, in order of arrival. */
export async function findWaiting(read: Reader, limit: number) {
  const { inbox } = read.tables(defineDeliveryTables);
  return read.db.select().from(inbox).where(isWaiting).orderBy(asc(inbox.seq)).limit(limit);
}

const finishInbox = (r: Reader) => {
  const { inbox } = r.tables(defineDeliveryTables);
  return r.db
    .update(inbox)
    .set({ state: 'done', body: null })
    .where(and(eq(inbox.id, p('id')), eq(inbox.state, 'waiting')))
    .returning({ id: inbox.id })
    .prepare();
};

/** Marks an event as answered and blanks it; false when somebody did so before. */
export async function finishIncoming(tx: Writer, id: string): Promise<boolean> {
  const done = await tx.prepared(finishInbox).execute({ id });
  return done.length > 0;
}

/** Counts a failed try; after `limit` tries the event is given up. */
export async function countFailure(tx: Writer, id: string, limit: number): Promise<'again' | 'given-up'> {
  const { inbox } = tx.tables(defineDeliveryTables);
  const [row] = await tx.db.select({ attempts: inbox.attempts }).from(inbox).where(eq(inbox.id, id));
  const attempts = (row?.attempts ?? 0) + 1;
  const over = attempts >= limit;
  await tx.db
    .update(inbox)
    .set(over ? { attempts, state: 'failed', body: null } : { attempts })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'waiting')));
  return over ? 'given-up' : 'again';
}

/** When the newest event came in, for telling people after an outage; undefined in a new store. */
export async function findLastReceived(read: Reader): Promise<number | undefined> {
  const { inbox } = read.tables(defineDeliveryTables);
  const [row] = await read.db.select({ at: sql<number | null>`max(${inbox.receivedAt})` }).from(inbox);
  return row?.at ?? undefined;
}
