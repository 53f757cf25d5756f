/** What hand-overs keep of an account: shown, erased, and forgotten when its time is over. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { and, asc, desc, eq, inArray, isNotNull, lt, type Reader, type Writer } from '../store/index.ts';
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

const data: MyDataSpec = {
  show: async () => [],
  erase: async () => [],
  account: {
    async show(read, account, { texts, zone }) {
      const said = await findSaid(read, account);
      if (said.length === 0) return [];
      const lines = said.map((one) => `\n• ${formatDay(toDate(one.at, zone), texts.lang)} · ${one.text}`);
      return [{ kind: 'text', text: [...texts.rich('desk-data-title'), ...lines] }];
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
];

/** The desk's records, for whoever asks all features what they keep. */
export const deskRecords = { name: 'desk', myData: data, retention };
