/** Tables of the conversation itself: what it remembers, and the buttons whose subject was too long for a token. */
import { eq, type Kit, lt, type Reader, sql, type Writer } from '../store/index.ts';
import { emptyTalk, type Talk } from './conversation.ts';
import type { StoredPress } from './press.ts';

export const defineChatTables = (k: Kit) => ({
  conversation: k.table('conversation', {
    /** The conversation's key; in a group one row per account. */
    id: k.text().primaryKey(),
    talk: k.json<Talk>().notNull(),
    changedAt: k.instant().notNull(),
  }),
  press: k.table(
    'press',
    {
      id: k.text().primaryKey(),
      press: k.text().notNull(),
      subject: k.text().notNull(),
      madeAt: k.instant().notNull(),
    },
    (t) => [k.index('press_made').on(t.madeAt)],
  ),
});

const selectTalk = (r: Reader) => {
  const { conversation } = r.tables(defineChatTables);
  return r.db
    .select({ talk: conversation.talk })
    .from(conversation)
    .where(eq(conversation.id, sql.placeholder('id')))
    .prepare();
};

export async function findTalk(read: Reader, id: string): Promise<Talk> {
  const [row] = await read.prepared(selectTalk).execute({ id });
  return row?.talk ?? emptyTalk();
}

const upsertTalk = (r: Reader) => {
  const { conversation } = r.tables(defineChatTables);
  return r.db
    .insert(conversation)
    .values({ id: sql.placeholder('id'), talk: sql.placeholder('talk'), changedAt: sql.placeholder('now') })
    .onConflictDoUpdate({
      target: conversation.id,
      set: { talk: sql`excluded.talk`, changedAt: sql`excluded."changedAt"` },
    })
    .prepare();
};

export async function saveTalk(tx: Writer, id: string, talk: Talk, now: number): Promise<void> {
  await tx.prepared(upsertTalk).execute({ id, talk, now });
}

export async function savePresses(tx: Writer, presses: readonly StoredPress[], now: number): Promise<void> {
  if (presses.length === 0) return;
  const { press } = tx.tables(defineChatTables);
  await tx.db.insert(press).values(presses.map((one) => ({ ...one, madeAt: now })));
}

export async function findPress(read: Reader, id: string): Promise<StoredPress | undefined> {
  const { press } = read.tables(defineChatTables);
  const [row] = await read.db.select().from(press).where(eq(press.id, id));
  return row;
}

/** Forgets buttons and conversations nobody touched since `before` (epoch milliseconds). */
export async function forgetOldTalk(tx: Writer, before: number): Promise<void> {
  const { conversation, press } = tx.tables(defineChatTables);
  await tx.db.delete(press).where(lt(press.madeAt, before));
  await tx.db.delete(conversation).where(lt(conversation.changedAt, before));
}
