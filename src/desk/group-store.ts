/** Tables and queries of questions without a good answer: what was asked, which ask the same, and whom to tell. */
import { createHash } from 'node:crypto';
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
  isNotNull,
  isNull,
  type Kit,
  lt,
  ne,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import { type AskedOutcome, cardFrom, comparedWordings, type GroupAnswer, type GroupState } from './group.ts';

export const defineGroupTables = (k: Kit) => ({
  /** A question that got no answer, only suggestions, or one that did not help. Never who asked. */
  asked: k.table(
    'asked',
    {
      id: k.text().primaryKey(),
      at: k.instant().notNull(),
      lang: k.text().$type<Lang>().notNull(),
      outcome: k.text().$type<AskedOutcome>().notNull(),
      /** The likeliest topic, or the one that did not help. */
      topic: k.text(),
      /** Identity numbers masked. */
      text: k.text().notNull(),
      /** Stems; the same for wordings that count as the same. */
      key: k.text().notNull(),
      /** The topic it lies nearest to, however far. */
      nearest: k.text(),
      group: k.text(),
      /** Whether later questions are compared with this wording. */
      compared: k.flag().notNull(),
    },
    (t) => [
      k.index('asked_at').on(t.at),
      k.index('asked_group').on(t.group, t.id),
      k.index('asked_compared').on(t.lang, t.compared),
    ],
  ),
  questionGroup: k.table(
    'question_group',
    {
      id: k.text().primaryKey(),
      lang: k.text().$type<Lang>().notNull(),
      state: k.text().$type<GroupState>().notNull(),
      /** The first wording. */
      title: k.text().notNull(),
      /** The likeliest topic and how likely, in percent. */
      topic: k.text(),
      confidence: k.whole().notNull(),
      /** Different conversations. */
      askers: k.whole().notNull(),
      openedAt: k.instant().notNull(),
      changedAt: k.instant().notNull(),
      shownAt: k.instant(),
      /** The card does not yet say what happened last. */
      stale: k.flag().notNull(),
      answer: k.json<GroupAnswer>(),
      answeredBy: k.text(),
      answeredAt: k.instant(),
    },
    (t) => [k.index('question_group_state').on(t.state, t.askers)],
  ),
  /** Whom to tell: one row a conversation. The address is forgotten when the answer is on its way. */
  asker: k.table(
    'asker',
    {
      id: k.text().primaryKey(),
      group: k.text().notNull(),
      /** A hash of group and conversation: tells twice from once, and nothing else. */
      conversation: k.text().notNull(),
      /** Whose question it is, for their rights over their data. Empty once told. */
      account: k.text(),
      /** Empty where many read along, and once told. */
      address: k.json<Address>(),
      lang: k.text().$type<Lang>().notNull(),
      /** Their own words. */
      asked: k.text().notNull(),
      at: k.instant().notNull(),
      toldAt: k.instant(),
    },
    (t) => [k.uniqueIndex('asker_once').on(t.group, t.conversation), k.index('asker_account').on(t.account)],
  ),
});

type Tables = ReturnType<typeof defineGroupTables>;
export type AskedRow = Tables['asked']['$inferSelect'];
export type GroupRow = Tables['questionGroup']['$inferSelect'];
export type AskerRow = Tables['asker']['$inferSelect'];

const groups = (r: Reader) => r.tables(defineGroupTables).questionGroup;

export async function insertAsked(tx: Writer, row: AskedRow): Promise<void> {
  const { asked } = tx.tables(defineGroupTables);
  await tx.db.insert(asked).values(row);
}

export async function insertGroup(tx: Writer, row: GroupRow): Promise<void> {
  await tx.db.insert(groups(tx)).values(row);
}

export async function updateGroup(tx: Writer, id: string, change: Partial<GroupRow>): Promise<void> {
  const table = groups(tx);
  await tx.db.update(table).set(change).where(eq(table.id, id));
}

export async function findGroup(read: Reader, id: string): Promise<GroupRow | undefined> {
  const table = groups(read);
  const [row] = await read.db.select().from(table).where(eq(table.id, id));
  return row;
}

const selectCompared = (r: Reader) => {
  const { asked } = r.tables(defineGroupTables);
  return r.db
    .select({ id: asked.id, group: asked.group, text: asked.text, key: asked.key, nearest: asked.nearest })
    .from(asked)
    .where(and(eq(asked.lang, sql.placeholder('lang')), eq(asked.compared, true)))
    .orderBy(asc(asked.id))
    .prepare();
};

/** What a new question of this language is compared with, the oldest first. */
export const findCompared = (
  read: Reader,
  lang: Lang,
): Promise<readonly Pick<AskedRow, 'id' | 'group' | 'text' | 'key' | 'nearest'>[]> =>
  read.prepared(selectCompared).execute({ lang });

/** Whether a further wording of the group is worth comparing with. */
export async function takesWording(tx: Writer, group: string, key: string): Promise<boolean> {
  const { asked } = tx.tables(defineGroupTables);
  const rows = await tx.db
    .select({ key: asked.key })
    .from(asked)
    .where(and(eq(asked.group, group), eq(asked.compared, true)))
    .limit(comparedWordings);
  return rows.length < comparedWordings && !rows.some((row) => row.key === key);
}

/** The wordings of a group, the oldest first. */
export async function findWordings(
  read: Reader,
  group: string,
  limit: number,
): Promise<readonly Pick<AskedRow, 'text' | 'key' | 'outcome'>[]> {
  const { asked } = read.tables(defineGroupTables);
  return read.db
    .select({ text: asked.text, key: asked.key, outcome: asked.outcome })
    .from(asked)
    .where(eq(asked.group, group))
    .orderBy(asc(asked.id))
    .limit(limit);
}

export async function findAsked(read: Reader, id: string): Promise<AskedRow | undefined> {
  const { asked } = read.tables(defineGroupTables);
  const [row] = await read.db.select().from(asked).where(eq(asked.id, id));
  return row;
}

const inGroup = (group: string, conversation: string): string =>
  createHash('sha256').update(`${group}|${conversation}`).digest('base64url');

/** Adds who asked, by the key of the conversation; false when it is in the group already. */
export async function insertAsker(tx: Writer, row: AskerRow): Promise<boolean> {
  const { asker } = tx.tables(defineGroupTables);
  const added = await tx.db
    .insert(asker)
    .values({ ...row, conversation: inGroup(row.group, row.conversation) })
    .onConflictDoNothing({ target: [asker.group, asker.conversation] })
    .returning({ id: asker.id });
  return added.length > 0;
}

export async function findAsker(read: Reader, id: string): Promise<AskerRow | undefined> {
  const { asker } = read.tables(defineGroupTables);
  const [row] = await read.db.select().from(asker).where(eq(asker.id, id));
  return row;
}

const untoldOf = (r: Reader, group: string) => {
  const { asker } = r.tables(defineGroupTables);
  return and(eq(asker.group, group), isNull(asker.toldAt), isNotNull(asker.address));
};

/** Everybody who waits for the group's answer, in the order they asked. */
export async function findUntold(read: Reader, group: string): Promise<readonly AskerRow[]> {
  const { asker } = read.tables(defineGroupTables);
  return read.db.select().from(asker).where(untoldOf(read, group)).orderBy(asc(asker.id));
}

export async function countUntold(read: Reader, group: string): Promise<number> {
  const { asker } = read.tables(defineGroupTables);
  const [row] = await read.db.select({ n: count() }).from(asker).where(untoldOf(read, group));
  return Number(row?.n ?? 0);
}

/** Notes that everybody was told, and forgets where they are. */
export async function markTold(tx: Writer, group: string, now: number): Promise<void> {
  const { asker } = tx.tables(defineGroupTables);
  await tx.db.update(asker).set({ toldAt: now, address: null, account: null }).where(untoldOf(tx, group));
}

/** Notes that one conversation got its answer in another way. */
export async function markToldOne(
  tx: Writer,
  group: string,
  conversation: string,
  now: number,
): Promise<void> {
  const { asker } = tx.tables(defineGroupTables);
  await tx.db
    .update(asker)
    .set({ toldAt: now, address: null, account: null })
    .where(and(eq(asker.group, group), eq(asker.conversation, inGroup(group, conversation))));
}

/** Open groups, those with the most askers first. */
export async function findOpenGroups(
  read: Reader,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly GroupRow[]> {
  const table = groups(read);
  return read.db
    .select()
    .from(table)
    .where(eq(table.state, 'open'))
    .orderBy(desc(table.askers), asc(table.id))
    .limit(page.limit)
    .offset(page.offset);
}

export async function countOpenGroups(
  read: Reader,
): Promise<{ readonly groups: number; readonly askers: number }> {
  const table = groups(read);
  const [row] = await read.db
    .select({ n: count(), askers: sql<number>`coalesce(sum(${table.askers}), 0)` })
    .from(table)
    .where(eq(table.state, 'open'));
  return { groups: Number(row?.n ?? 0), askers: Number(row?.askers ?? 0) };
}

/** Groups whose card may have to be sent or changed. */
export async function findUnshown(read: Reader): Promise<readonly GroupRow[]> {
  const table = groups(read);
  return read.db
    .select()
    .from(table)
    .where(
      or(
        and(eq(table.state, 'open'), isNull(table.shownAt), gte(table.askers, cardFrom)),
        and(eq(table.stale, true), isNotNull(table.shownAt)),
      ),
    )
    .orderBy(asc(table.id))
    .limit(100);
}

/** Forgets groups nobody has asked about since `before`: they are no longer compared with, and who asked is erased. */
export async function expireGroups(tx: Writer, before: number): Promise<void> {
  const { asked, asker, questionGroup } = tx.tables(defineGroupTables);
  const rows = await tx.db
    .select({ id: questionGroup.id })
    .from(questionGroup)
    .where(and(lt(questionGroup.changedAt, before), ne(questionGroup.state, 'expired')))
    .orderBy(asc(questionGroup.id))
    .limit(200);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return;
  await tx.db.update(questionGroup).set({ state: 'expired' }).where(inArray(questionGroup.id, ids));
  await tx.db.update(asked).set({ compared: false }).where(inArray(asked.group, ids));
  await tx.db.delete(asker).where(inArray(asker.group, ids));
}

/** How many questions since a moment were answered badly, by what became of them. */
export async function countAskedSince(
  read: Reader,
  since: number,
): Promise<Readonly<Record<AskedOutcome, number>>> {
  const { asked } = read.tables(defineGroupTables);
  const rows = await read.db
    .select({ outcome: asked.outcome, n: count() })
    .from(asked)
    .where(gte(asked.at, since))
    .groupBy(asked.outcome);
  const of = (outcome: AskedOutcome) => Number(rows.find((row) => row.outcome === outcome)?.n ?? 0);
  return {
    suggested: of('suggested'),
    unanswered: of('unanswered'),
    'not-helped': of('not-helped'),
    'handed-over': of('handed-over'),
  };
}
