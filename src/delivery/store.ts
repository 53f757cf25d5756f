/** Tables and queries of what came in and what goes out. */

import type { MenuEntry } from '../chat/adapter.ts';
import type { Address } from '../chat/address.ts';
import type { AnswerWith, Incoming } from '../chat/incoming.ts';
import type { Part } from '../chat/reply.ts';
import {
  and,
  asc,
  eq,
  idBefore,
  inArray,
  isNull,
  type Kit,
  lt,
  lte,
  ne,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';

export type InboxState = 'waiting' | 'done' | 'failed';
export type OutboxState = 'waiting' | 'sent' | 'failed' | 'suppressed' | 'expired' | 'uncertain' | 'cleared';

/** What an outbox row sends. `parts` is worded and fitted; `notice` is worded when it is sent. */
export type Body =
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly fallback?: Part }
  | { readonly kind: 'notice'; readonly notice: string; readonly subject: string }
  | { readonly kind: 'erase'; readonly ref: string }
  | { readonly kind: 'menu'; readonly commands: readonly MenuEntry[] };

export const defineDeliveryTables = (k: Kit) => ({
  inbox: k.table(
    'inbox',
    {
      /** `platform|eventId`. */
      id: k.text().primaryKey(),
      /** Sorts by arrival. */
      seq: k.text().notNull(),
      receivedAt: k.instant().notNull(),
      /** Blanked when done. */
      body: k.json<Incoming>(),
      state: k.text().$type<InboxState>().notNull(),
      attempts: k.whole().notNull(),
    },
    (t) => [
      // Only what waits: a finished event leaves the index, which so stays small.
      k.index('inbox_waiting').on(t.seq).where(sql`state = 'waiting'`),
      k.index('inbox_received').on(t.receivedAt),
    ],
  ),
  outbox: k.table(
    'outbox',
    {
      id: k.text().primaryKey(),
      /** The event this answers; empty for what the bot says by itself. */
      inbox: k.text(),
      lane: k.whole().notNull(),
      address: k.json<Address>(),
      person: k.text(),
      body: k.json<Body>().notNull(),
      card: k.text(),
      answerWith: k.json<AnswerWith>(),
      policy: k.text().$type<'again' | 'never'>().notNull(),
      state: k.text().$type<OutboxState>().notNull(),
      /** The process that holds the row, and how long nobody else may take it. */
      owner: k.text(),
      leaseUntil: k.instant().notNull(),
      /** Set before a `never` message is handed to the platform. */
      begunAt: k.instant(),
      attempts: k.whole().notNull(),
      createdAt: k.instant().notNull(),
      settledAt: k.instant(),
      /** References of the messages sent, one list a part. */
      refs: k.json<readonly string[]>(),
      reason: k.text(),
    },
    (t) => [
      k.index('outbox_waiting').on(t.lane, t.id).where(sql`state = 'waiting'`),
      k.index('outbox_inbox').on(t.inbox),
    ],
  ),
  /** Where a card stands now, so that its next version replaces it. */
  card: k.table(
    'card',
    {
      card: k.text().notNull(),
      place: k.text().notNull(),
      ref: k.text().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.card, t.place] }),
      k.index('card_place_ref').on(t.place, t.ref),
      k.index('card_at').on(t.at),
    ],
  ),
  /** One row per planned run of a schedule. */
  run: k.table(
    'run',
    {
      schedule: k.text().notNull(),
      /** Epoch milliseconds of the planned moment. */
      occurrence: k.instant().notNull(),
      state: k.text().$type<'running' | 'done' | 'failed' | 'skipped'>().notNull(),
      at: k.instant().notNull(),
      reason: k.text(),
    },
    (t) => [k.primaryKey({ columns: [t.schedule, t.occurrence] })],
  ),
});

/** Spelt out, not bound: a partial index serves only a condition that repeats its own words. */
export const isWaiting = sql`state = 'waiting'`;

type Tables = ReturnType<typeof defineDeliveryTables>;
export type OutboxRow = Tables['outbox']['$inferSelect'];

const p = (name: string) => sql.placeholder(name);

const insertOutbox = (r: Reader) => {
  const { outbox } = r.tables(defineDeliveryTables);
  return r.db
    .insert(outbox)
    .values({
      id: p('id'),
      inbox: p('inbox'),
      lane: p('lane'),
      address: p('address'),
      person: p('person'),
      body: p('body'),
      card: p('card'),
      answerWith: p('answerWith'),
      policy: p('policy'),
      state: 'waiting',
      owner: p('owner'),
      leaseUntil: p('leaseUntil'),
      attempts: 0,
      createdAt: p('createdAt'),
    })
    .prepare();
};

export async function insertOutgoing(tx: Writer, rows: readonly OutboxRow[]): Promise<void> {
  for (const row of rows) await tx.prepared(insertOutbox).execute({ ...row });
}

export interface Settled {
  readonly id: string;
  readonly state: OutboxState;
  readonly refs: readonly string[] | null;
  readonly reason: string | null;
}

const updateSettled = (r: Reader) => {
  const { outbox } = r.tables(defineDeliveryTables);
  return r.db
    .update(outbox)
    .set({
      state: sql`${p('state')}`,
      refs: sql`${p('refs')}`,
      reason: sql`${p('reason')}`,
      settledAt: sql`${p('at')}`,
      owner: null,
    })
    .where(eq(outbox.id, p('id')))
    .prepare();
};

export async function settleOutgoing(tx: Writer, settled: readonly Settled[], now: number): Promise<void> {
  for (const one of settled) {
    await tx.prepared(updateSettled).execute({
      id: one.id,
      state: one.state,
      refs: one.refs === null ? null : JSON.stringify(one.refs),
      reason: one.reason,
      at: now,
    });
  }
}

/** Puts rows off until `until`, keeping them with their owner. */
export async function postpone(
  tx: Writer,
  id: string,
  owner: string,
  until: number,
  reason: string,
): Promise<void> {
  const { outbox } = tx.tables(defineDeliveryTables);
  await tx.db
    .update(outbox)
    .set({ owner, leaseUntil: until, attempts: sql`${outbox.attempts} + 1`, reason })
    .where(eq(outbox.id, id));
}

/** Says that `owner` is alive and still holds its rows. */
export async function renewLeases(tx: Writer, owner: string, leaseUntil: number): Promise<void> {
  const { outbox } = tx.tables(defineDeliveryTables);
  await tx.db
    .update(outbox)
    .set({ leaseUntil })
    .where(and(isWaiting, eq(outbox.owner, owner), lt(outbox.leaseUntil, leaseUntil)));
}

export async function markBegun(tx: Writer, id: string, now: number): Promise<void> {
  const { outbox } = tx.tables(defineDeliveryTables);
  await tx.db.update(outbox).set({ begunAt: now }).where(eq(outbox.id, id));
}

const cutOff = 'cut off while sending';

/**
 * Takes over rows that nobody is sending: their lease is over, or their owner is one of `dead`. Rows that were begun
 * and may not be repeated become uncertain.
 */
export async function recoverOutgoing(
  tx: Writer,
  input: { owner: string; dead: readonly string[]; now: number; leaseMs: number; limit: number },
): Promise<{ readonly kept: readonly OutboxRow[]; readonly uncertain: readonly OutboxRow[] }> {
  const { outbox } = tx.tables(defineDeliveryTables);
  const free = or(
    and(lte(outbox.leaseUntil, input.now), ne(outbox.owner, input.owner)),
    isNull(outbox.owner),
    ...(input.dead.length > 0 ? [inArray(outbox.owner, [...input.dead])] : []),
  );
  const rows = await tx.db
    .select()
    .from(outbox)
    .where(and(isWaiting, free))
    .orderBy(asc(outbox.lane), asc(outbox.id))
    .limit(input.limit);
  const kept: OutboxRow[] = [];
  const uncertain: OutboxRow[] = [];
  for (const row of rows) {
    if (row.policy === 'never' && row.begunAt !== null && row.owner !== input.owner) {
      await settleOutgoing(tx, [{ id: row.id, state: 'uncertain', refs: null, reason: cutOff }], input.now);
      uncertain.push({ ...row, state: 'uncertain', reason: cutOff });
      continue;
    }
    await tx.db
      .update(outbox)
      .set({ owner: input.owner, leaseUntil: input.now + input.leaseMs })
      .where(eq(outbox.id, row.id));
    kept.push({ ...row, owner: input.owner, leaseUntil: input.now + input.leaseMs });
  }
  return { kept, uncertain };
}

/** Owners of rows still waiting, other than `self`. */
export async function findOtherOwners(read: Reader, self: string): Promise<readonly string[]> {
  const { outbox } = read.tables(defineDeliveryTables);
  const rows = await read.db
    .selectDistinct({ owner: outbox.owner })
    .from(outbox)
    .where(and(isWaiting, ne(outbox.owner, self)));
  return rows.flatMap((row) => (row.owner === null ? [] : [row.owner]));
}

/** The replies given to an event, to be sent once more; they belong to `owner` afterwards. */
export async function repeatReplies(
  tx: Writer,
  inboxId: string,
  owner: string,
  leaseUntil: number,
): Promise<readonly OutboxRow[]> {
  const { outbox } = tx.tables(defineDeliveryTables);
  const rows = await tx.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.inbox, inboxId), eq(outbox.state, 'sent'), isNull(outbox.person)))
    .orderBy(asc(outbox.id));
  const repeated = rows.filter((row) => row.body.kind === 'parts');
  for (const row of repeated) {
    await tx.db.update(outbox).set({ state: 'waiting', owner, leaseUntil }).where(eq(outbox.id, row.id));
  }
  return repeated.map((row) => ({ ...row, state: 'waiting', owner, leaseUntil }));
}

export async function findCard(read: Reader, card: string, place: string): Promise<string | undefined> {
  const { card: cards } = read.tables(defineDeliveryTables);
  const [row] = await read.db
    .select({ ref: cards.ref })
    .from(cards)
    .where(and(eq(cards.card, card), eq(cards.place, place)));
  return row?.ref;
}

/** The card a message belongs to, by the place and the message's reference. */
export async function findCardByRef(read: Reader, place: string, ref: string): Promise<string | undefined> {
  const { card: cards } = read.tables(defineDeliveryTables);
  const [row] = await read.db
    .select({ card: cards.card })
    .from(cards)
    .where(and(eq(cards.place, place), eq(cards.ref, ref)));
  return row?.card;
}

export async function saveCard(
  tx: Writer,
  card: string,
  place: string,
  ref: string,
  now: number,
): Promise<void> {
  const { card: cards } = tx.tables(defineDeliveryTables);
  await tx.db
    .insert(cards)
    .values({ card, place, ref, at: now })
    .onConflictDoUpdate({ target: [cards.card, cards.place], set: { ref, at: now } });
}

/** Begins the card of a receipt; the record's key follows. Such a card only finds its record and is never replaced. */
export const recordCard = 'record|';

/** Forgets cards of one beginning that were last said before a moment. */
export async function forgetCards(tx: Writer, beginning: string, before: number): Promise<void> {
  const { card: cards } = tx.tables(defineDeliveryTables);
  await tx.db
    .delete(cards)
    .where(and(eq(sql`substr(${cards.card}, 1, ${beginning.length})`, beginning), lt(cards.at, before)));
}

/** Forgets events and replies older than `before` that are settled. */
export async function forgetDelivered(tx: Writer, before: number): Promise<void> {
  const { inbox, outbox } = tx.tables(defineDeliveryTables);
  await tx.db.delete(inbox).where(and(lt(inbox.receivedAt, before), ne(inbox.state, 'waiting')));
  await tx.db.delete(outbox).where(and(lt(outbox.id, idBefore(before)), ne(outbox.state, 'waiting')));
}

/** How much is waiting, for health and metrics. */
export async function countWaiting(read: Reader): Promise<{ inbox: number; outbox: number }> {
  const { inbox, outbox } = read.tables(defineDeliveryTables);
  const [one] = await read.db.select({ n: sql<number>`count(*)` }).from(inbox).where(isWaiting);
  const [two] = await read.db.select({ n: sql<number>`count(*)` }).from(outbox).where(isWaiting);
  return { inbox: Number(one?.n ?? 0), outbox: Number(two?.n ?? 0) };
}
