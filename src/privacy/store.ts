/** Tables and queries of requests about one's own data. */
import type { Lang } from '../language/locale.ts';
import type { Address } from '../people/index.ts';
import {
  and,
  asc,
  count,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  type Kit,
  lt,
  lte,
  or,
  type Reader,
  type Writer,
} from '../store/index.ts';
import type { RequestKind, RequestState } from './data-request.ts';

export const definePrivacyTables = (k: Kit) => ({
  dataRequest: k.table(
    'data_request',
    {
      id: k.text().primaryKey(),
      kind: k.text().$type<RequestKind>().notNull(),
      /** Null for somebody who is no person here. */
      person: k.text(),
      account: k.text().notNull(),
      /** Where the answer goes. */
      address: k.json<Address>().notNull(),
      lang: k.text().$type<Lang>().notNull(),
      text: k.text().notNull(),
      state: k.text().$type<RequestState>().notNull(),
      openedAt: k.instant().notNull(),
      dueAt: k.instant().notNull(),
      closedAt: k.instant(),
      closedBy: k.text(),
      answer: k.text(),
    },
    (t) => [
      k.index('data_request_state').on(t.state, t.dueAt),
      k.index('data_request_account').on(t.account, t.openedAt),
      k.index('data_request_person').on(t.person),
    ],
  ),
});

export type DataRequest = ReturnType<typeof definePrivacyTables>['dataRequest']['$inferSelect'];

export async function insertRequest(tx: Writer, row: DataRequest): Promise<void> {
  const { dataRequest } = tx.tables(definePrivacyTables);
  await tx.db.insert(dataRequest).values(row);
}

export async function findRequest(read: Reader, id: string): Promise<DataRequest | undefined> {
  const { dataRequest } = read.tables(definePrivacyTables);
  const [row] = await read.db.select().from(dataRequest).where(eq(dataRequest.id, id));
  return row;
}

/** Open requests, the most pressing first. */
export async function findOpenRequests(
  read: Reader,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly DataRequest[]> {
  const { dataRequest } = read.tables(definePrivacyTables);
  return read.db
    .select()
    .from(dataRequest)
    .where(eq(dataRequest.state, 'open'))
    .orderBy(asc(dataRequest.dueAt), asc(dataRequest.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many requests are open, and how many of them are due by a moment. */
export async function countOpenRequests(
  read: Reader,
  by: number,
): Promise<{ readonly open: number; readonly due: number }> {
  const { dataRequest } = read.tables(definePrivacyTables);
  const isOpen = eq(dataRequest.state, 'open');
  const [all] = await read.db.select({ n: count() }).from(dataRequest).where(isOpen);
  const [due] = await read.db
    .select({ n: count() })
    .from(dataRequest)
    .where(and(isOpen, lte(dataRequest.dueAt, by)));
  return { open: Number(all?.n ?? 0), due: Number(due?.n ?? 0) };
}

/** How many requests an account made since a moment. */
export async function countRequestsOf(read: Reader, account: string, since: number): Promise<number> {
  const { dataRequest } = read.tables(definePrivacyTables);
  const [row] = await read.db
    .select({ n: count() })
    .from(dataRequest)
    .where(and(eq(dataRequest.account, account), gte(dataRequest.openedAt, since)));
  return Number(row?.n ?? 0);
}

export async function findRequestsOf(read: Reader, account: string): Promise<readonly DataRequest[]> {
  const { dataRequest } = read.tables(definePrivacyTables);
  return read.db
    .select()
    .from(dataRequest)
    .where(eq(dataRequest.account, account))
    .orderBy(asc(dataRequest.openedAt));
}

export async function closeRequestRow(
  tx: Writer,
  id: string,
  end: Pick<DataRequest, 'state' | 'closedAt' | 'closedBy' | 'answer'>,
): Promise<void> {
  const { dataRequest } = tx.tables(definePrivacyTables);
  await tx.db.update(dataRequest).set(end).where(eq(dataRequest.id, id));
}

/** Stands for an address that was erased. */
export const nowhere: Address = { platform: '', place: '', kind: 'private' };

/** That somebody asked stays as proof; what was written goes. Open ones end, since nobody is left to answer. */
export async function eraseRequestWords(
  tx: Writer,
  of: { readonly account: string; readonly person: string | null },
  now: number,
): Promise<void> {
  const { dataRequest } = tx.tables(definePrivacyTables);
  const ofNobody = and(eq(dataRequest.account, of.account), isNull(dataRequest.person));
  const mine = of.person === null ? ofNobody : or(eq(dataRequest.person, of.person), ofNobody);
  await tx.db
    .update(dataRequest)
    .set({ state: 'done', closedAt: now, closedBy: 'system:erased' })
    .where(and(mine, eq(dataRequest.state, 'open')));
  await tx.db.update(dataRequest).set({ text: '', answer: null, account: '', address: nowhere }).where(mine);
}

/** Removes a batch of requests that were answered before a moment; how many. */
export async function forgetRequests(tx: Writer, before: number, limit: number): Promise<number> {
  const { dataRequest } = tx.tables(definePrivacyTables);
  const rows = await tx.db
    .select({ id: dataRequest.id })
    .from(dataRequest)
    .where(and(isNotNull(dataRequest.closedAt), lt(dataRequest.closedAt, before)))
    .orderBy(asc(dataRequest.closedAt))
    .limit(limit);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await tx.db.delete(dataRequest).where(inArray(dataRequest.id, ids));
  return ids.length;
}
