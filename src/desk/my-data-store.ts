/** What hand-overs and unanswered questions keep of an account: shown, erased, and forgotten when its time is over. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { and, asc, desc, eq, inArray, isNotNull, lt, type Reader, type Writer } from '../store/index.ts';
import { defineGroupTables } from './group-store.ts';
import { defineDeskTables } from './store.ts';

const batch = 200;
const shown = 20;

async function findSaid(read: Reader, account: string) {
  const { handover, handoverMessage } = read.tables(defineDeskTables);
  return read.db
    .select({ at: handoverMessage.at, text: handoverMessage.text })
    .from(handoverMessage)
    .innerJoin(handover, eq(handover.id, handoverMessage.handover))
    .where(eq(handover.account, account))
    .orderBy(desc(handoverMessage.id))
    .limit(shown);
}

async function remove(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { handover, handoverMessage } = tx.tables(defineDeskTables);
  await tx.db.delete(handoverMessage).where(inArray(handoverMessage.handover, [...ids]));
  await tx.db.delete(handover).where(inArray(handover.id, [...ids]));
}

/** Questions of the account that still wait for an answer; those answered no longer name anybody. */
async function findWaitingQuestions(read: Reader, account: string) {
  const { asked, asker } = read.tables(defineGroupTables);
  return read.db
    .select({ at: asker.at, text: asked.text })
    .from(asker)
    .innerJoin(asked, eq(asked.id, asker.asked))
    .where(eq(asker.account, account))
    .orderBy(desc(asker.id))
    .limit(shown);
}

const data: MyDataSpec = {
  show: async () => [],
  erase: async () => [],
  account: {
    async show(read, account, { texts, zone }) {
      const lines = (rows: readonly { readonly at: number; readonly text: string }[]) =>
        rows.map((one) => `\n• ${formatDay(toDate(one.at, zone), texts.lang)} · ${one.text}`);
      const said = await findSaid(read, account);
      const waiting = await findWaitingQuestions(read, account);
      const block = (title: string, rows: typeof said) => ({
        kind: 'text' as const,
        text: [...texts.rich(title), ...lines(rows)],
      });
      return [
        ...(said.length === 0 ? [] : [block('desk-data-title', said)]),
        ...(waiting.length === 0 ? [] : [block('desk-data-waiting', waiting)]),
      ];
    },
    async erase(tx, account) {
      const { handover } = tx.tables(defineDeskTables);
      const rows = await tx.db
        .select({ id: handover.id })
        .from(handover)
        .where(eq(handover.account, account));
      await remove(
        tx,
        rows.map((row) => row.id),
      );
      // The words stay without a person: they name nobody, and others asked the same.
      const { asker } = tx.tables(defineGroupTables);
      await tx.db.delete(asker).where(eq(asker.account, account));
    },
  },
};

const retention: readonly RetentionSpec[] = [
  {
    kind: 'questions-to-staff',
    async forget(tx, before) {
      const { handover } = tx.tables(defineDeskTables);
      const rows = await tx.db
        .select({ id: handover.id })
        .from(handover)
        .where(and(isNotNull(handover.closedAt), lt(handover.closedAt, before)))
        .orderBy(asc(handover.closedAt))
        .limit(batch);
      await remove(
        tx,
        rows.map((row) => row.id),
      );
      return rows.length;
    },
  },
  {
    kind: 'unanswered-questions',
    async forget(tx, before) {
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
    },
  },
];

/** The desk's records, for whoever asks all features what they keep. */
export const deskRecords = { name: 'desk', myData: data, retention };
