/** Tables and queries of hand-overs and what was said in them. */
import type { Lang } from '../language/locale.ts';
import type { Address } from '../people/index.ts';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  type Kit,
  lt,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import { type HandoverKind, type HandoverState, openStates } from './handover.ts';

export const defineDeskTables = (k: Kit) => ({
  handover: k.table(
    'handover',
    {
      id: k.text().primaryKey(),
      /** Key of the conversation it came from. */
      conversation: k.text().notNull(),
      /** Where the answer goes. */
      address: k.json<Address>().notNull(),
      account: k.text().notNull(),
      person: k.text(),
      lang: k.text().$type<Lang>().notNull(),
      kind: k.text().$type<HandoverKind>().notNull(),
      state: k.text().$type<HandoverState>().notNull(),
      /** Person id of who takes care of it. */
      takenBy: k.text(),
      openedAt: k.instant().notNull(),
      answeredAt: k.instant(),
      closedAt: k.instant(),
      /** Until then the bot leaves free text to the staff. */
      silentUntil: k.instant().notNull(),
      /** When the person was told that nobody could answer yet. */
      apologisedAt: k.instant(),
      /** The questions that ask the same. */
      group: k.text(),
    },
    (t) => [
      k.index('handover_conversation').on(t.conversation, t.state),
      k.index('handover_state').on(t.state, t.openedAt),
      k.index('handover_group').on(t.group),
    ],
  ),
  handoverMessage: k.table(
    'handover_message',
    {
      id: k.text().primaryKey(),
      handover: k.text().notNull(),
      at: k.instant().notNull(),
      /** Person id of the staff member; empty for the one who asked. */
      staff: k.text(),
      text: k.text().notNull(),
    },
    (t) => [k.index('handover_message_handover').on(t.handover, t.id)],
  ),
});

type Tables = ReturnType<typeof defineDeskTables>;
export type HandoverRow = Tables['handover']['$inferSelect'];
export type HandoverMessage = Tables['handoverMessage']['$inferSelect'];

export async function insertHandover(tx: Writer, row: HandoverRow): Promise<void> {
  const { handover } = tx.tables(defineDeskTables);
  await tx.db.insert(handover).values(row);
}

export async function insertMessage(tx: Writer, row: HandoverMessage): Promise<void> {
  const { handoverMessage } = tx.tables(defineDeskTables);
  await tx.db.insert(handoverMessage).values(row);
}

export async function updateHandover(
  tx: Writer,
  id: string,
  change: Partial<
    Pick<
      HandoverRow,
      'state' | 'takenBy' | 'answeredAt' | 'closedAt' | 'silentUntil' | 'apologisedAt' | 'group'
    >
  >,
): Promise<void> {
  const { handover } = tx.tables(defineDeskTables);
  await tx.db.update(handover).set(change).where(eq(handover.id, id));
}

export async function findHandover(read: Reader, id: string): Promise<HandoverRow | undefined> {
  const { handover } = read.tables(defineDeskTables);
  const [row] = await read.db.select().from(handover).where(eq(handover.id, id));
  return row;
}

const selectOpenOf = (r: Reader) => {
  const { handover } = r.tables(defineDeskTables);
  return r.db
    .select()
    .from(handover)
    .where(
      and(
        eq(handover.conversation, sql.placeholder('conversation')),
        inArray(handover.state, [...openStates]),
      ),
    )
    .orderBy(desc(handover.openedAt))
    .limit(1)
    .prepare();
};

/** The open hand-over of a conversation; the newest when there are several. */
export async function findOpenOf(read: Reader, conversation: string): Promise<HandoverRow | undefined> {
  const [row] = await read.prepared(selectOpenOf).execute({ conversation });
  return row;
}

/** Open hand-overs, the longest waiting first. */
export async function findOpen(
  read: Reader,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly HandoverRow[]> {
  const { handover } = read.tables(defineDeskTables);
  return read.db
    .select()
    .from(handover)
    .where(inArray(handover.state, [...openStates]))
    .orderBy(asc(handover.openedAt), asc(handover.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many hand-overs are open, and how many of them nobody has taken. */
export async function countOpen(read: Reader): Promise<{ readonly open: number; readonly waiting: number }> {
  const { handover } = read.tables(defineDeskTables);
  const rows = await read.db
    .select({ state: handover.state, n: count() })
    .from(handover)
    .where(inArray(handover.state, [...openStates]))
    .groupBy(handover.state);
  const of = (state: HandoverState) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return { open: rows.reduce((sum, row) => sum + Number(row.n), 0), waiting: of('waiting') };
}

/** How many hand-overs were closed since a moment. */
export async function countClosedSince(read: Reader, since: number): Promise<number> {
  const { handover } = read.tables(defineDeskTables);
  const [row] = await read.db
    .select({ n: count() })
    .from(handover)
    .where(and(eq(handover.state, 'closed'), gte(handover.closedAt, since)));
  return Number(row?.n ?? 0);
}

/** Open hand-overs whose silence ended before `now`. */
export async function findOutOfTime(read: Reader, now: number): Promise<readonly HandoverRow[]> {
  const { handover } = read.tables(defineDeskTables);
  return read.db
    .select()
    .from(handover)
    .where(and(inArray(handover.state, [...openStates]), lt(handover.silentUntil, now)))
    .orderBy(asc(handover.openedAt))
    .limit(500);
}

/** Hand-overs of one group of questions that nobody has answered yet. */
export async function findWaitingOfGroup(read: Reader, group: string): Promise<readonly HandoverRow[]> {
  const { handover } = read.tables(defineDeskTables);
  return read.db
    .select()
    .from(handover)
    .where(and(eq(handover.group, group), inArray(handover.state, ['waiting', 'taken'])))
    .orderBy(asc(handover.id));
}

/** What was said, in order. */
export async function findMessages(read: Reader, handover: string): Promise<readonly HandoverMessage[]> {
  const { handoverMessage } = read.tables(defineDeskTables);
  return read.db
    .select()
    .from(handoverMessage)
    .where(eq(handoverMessage.handover, handover))
    .orderBy(asc(handoverMessage.id));
}

export async function findMessage(read: Reader, id: string): Promise<HandoverMessage | undefined> {
  const { handoverMessage } = read.tables(defineDeskTables);
  const [row] = await read.db.select().from(handoverMessage).where(eq(handoverMessage.id, id));
  return row;
}
