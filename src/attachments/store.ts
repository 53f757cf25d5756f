/** Tables and queries of attachments: which file or place belongs to which record, and which files may go. */
import {
  and,
  asc,
  count,
  eq,
  inArray,
  isNull,
  type Kit,
  lt,
  or,
  type Reader,
  type Writer,
} from '../store/index.ts';
import type { FileType } from './attachment.ts';

export const defineAttachmentTables = (k: Kit) => ({
  attachment: k.table(
    'attachment',
    {
      id: k.text().primaryKey(),
      /** Kind and id of the record, `session:ID`. */
      record: k.text().notNull(),
      /** Whom the record is about; null where nobody is named. */
      about: k.text(),
      /** Person id or `account:` key. */
      sentBy: k.text().notNull(),
      /** SHA-256 of the content, which is also its name on the disk; null for a place. */
      hash: k.text(),
      type: k.text().$type<FileType>(),
      bytes: k.whole(),
      /** Of a place, in millionths of a degree. */
      latitude: k.whole(),
      longitude: k.whole(),
      /** Files sent together share it; so does the message that confirms them. */
      together: k.text().notNull(),
      at: k.instant().notNull(),
    },
    (t) => [
      k.index('attachment_record').on(t.record),
      k.index('attachment_about').on(t.about),
      k.index('attachment_sent_by').on(t.sentBy),
      k.index('attachment_hash').on(t.hash),
      k.index('attachment_together').on(t.together),
      k.index('attachment_at').on(t.at),
    ],
  ),
  /** Files whose last row went; they are taken off the disk after the commit. */
  attachmentGone: k.table('attachment_gone', {
    hash: k.text().primaryKey(),
    at: k.instant().notNull(),
  }),
});

export type AttachmentRow = ReturnType<typeof defineAttachmentTables>['attachment']['$inferSelect'];

export async function insertAttachment(tx: Writer, row: AttachmentRow): Promise<void> {
  const { attachment } = tx.tables(defineAttachmentTables);
  await tx.db.insert(attachment).values(row);
}

export async function findOnRecord(read: Reader, record: string): Promise<readonly AttachmentRow[]> {
  const { attachment } = read.tables(defineAttachmentTables);
  return read.db.select().from(attachment).where(eq(attachment.record, record)).orderBy(asc(attachment.id));
}

export async function findTogether(read: Reader, together: string): Promise<readonly AttachmentRow[]> {
  const { attachment } = read.tables(defineAttachmentTables);
  return read.db
    .select()
    .from(attachment)
    .where(eq(attachment.together, together))
    .orderBy(asc(attachment.id));
}

/** How many attachments each of these records has; records without any are absent. */
export async function countOnRecords(
  read: Reader,
  records: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (records.length === 0) return new Map();
  const { attachment } = read.tables(defineAttachmentTables);
  const rows = await read.db
    .select({ record: attachment.record, n: count() })
    .from(attachment)
    .where(inArray(attachment.record, [...records]))
    .groupBy(attachment.record);
  return new Map(rows.map((row) => [row.record, Number(row.n)]));
}

/** What is attached to records about a person, and what the person sent to records that name nobody. */
export async function findAbout(read: Reader, person: string): Promise<readonly AttachmentRow[]> {
  const { attachment } = read.tables(defineAttachmentTables);
  const own = and(eq(attachment.sentBy, person), isNull(attachment.about));
  return read.db
    .select()
    .from(attachment)
    .where(or(eq(attachment.about, person), own))
    .orderBy(asc(attachment.id));
}

/** What an account sent that stands for no person, `account:` before its key. */
export async function findSentBy(read: Reader, sentBy: string): Promise<readonly AttachmentRow[]> {
  const { attachment } = read.tables(defineAttachmentTables);
  return read.db.select().from(attachment).where(eq(attachment.sentBy, sentBy)).orderBy(asc(attachment.id));
}

export async function findAttachmentsBefore(
  read: Reader,
  before: number,
  limit: number,
): Promise<readonly AttachmentRow[]> {
  const { attachment } = read.tables(defineAttachmentTables);
  return read.db
    .select()
    .from(attachment)
    .where(lt(attachment.at, before))
    .orderBy(asc(attachment.at))
    .limit(limit);
}

/** Forgets rows; files that no other row names are marked to be taken off the disk. */
export async function removeAttachments(
  tx: Writer,
  rows: readonly AttachmentRow[],
  now: number,
): Promise<void> {
  if (rows.length === 0) return;
  const { attachment, attachmentGone } = tx.tables(defineAttachmentTables);
  await tx.db.delete(attachment).where(
    inArray(
      attachment.id,
      rows.map((row) => row.id),
    ),
  );
  for (const { hash } of rows) {
    if (hash === null) continue;
    await tx.db.insert(attachmentGone).values({ hash, at: now }).onConflictDoNothing();
  }
}

/** Marked files that no row names any more. */
export async function findGone(read: Reader, limit: number): Promise<readonly string[]> {
  const { attachmentGone } = read.tables(defineAttachmentTables);
  const rows = await read.db.select({ hash: attachmentGone.hash }).from(attachmentGone).limit(limit);
  return rows.map((row) => row.hash);
}

/** Which of these files a row still names. */
export async function findNamed(read: Reader, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const { attachment } = read.tables(defineAttachmentTables);
  const rows = await read.db
    .selectDistinct({ hash: attachment.hash })
    .from(attachment)
    .where(inArray(attachment.hash, [...hashes]));
  return new Set(rows.flatMap((row) => (row.hash === null ? [] : [row.hash])));
}

export async function forgetGone(tx: Writer, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const { attachmentGone } = tx.tables(defineAttachmentTables);
  await tx.db.delete(attachmentGone).where(inArray(attachmentGone.hash, [...hashes]));
}
