/** Queries of what the registers say about a person, and the erasing of it. */
import { and, asc, eq, inArray, isNull, lt, ne, or, type Reader, type Writer } from '../store/index.ts';
import { defineRegisterTables, type EntryRow } from './store.ts';

/** Entries about a person that stand, the oldest first. */
export async function findEntriesOf(read: Reader, person: string): Promise<readonly EntryRow[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  return read.db
    .select()
    .from(registerEntry)
    .where(and(eq(registerEntry.person, person), isNull(registerEntry.undoneAt)))
    .orderBy(asc(registerEntry.id));
}

/** Takes a name, and what corrections said, out of entries; that such an entry was there stays, for the counts. */
export async function eraseNames(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { registerEntry, registerStep } = tx.tables(defineRegisterTables);
  await tx.db
    .update(registerEntry)
    .set({ name: '–', nameKey: '', note: '', person: null })
    .where(inArray(registerEntry.id, [...ids]));
  await tx.db
    .update(registerStep)
    .set({ changes: null })
    .where(inArray(registerStep.entry, [...ids]));
}

/** PSM and TKSK that were taken back or no longer work, recorded before a moment, and still named; at most `limit`. */
export async function findFormerNames(
  read: Reader,
  before: number,
  limit: number,
): Promise<readonly string[]> {
  const { registerEntry } = read.tables(defineRegisterTables);
  const rows = await read.db
    .select({ id: registerEntry.id })
    .from(registerEntry)
    .where(
      and(
        eq(registerEntry.register, 'pillar'),
        inArray(registerEntry.kind, ['psm', 'tksk']),
        or(eq(registerEntry.active, false), lt(registerEntry.undoneAt, before)),
        lt(registerEntry.changedAt, before),
        ne(registerEntry.nameKey, ''),
      ),
    )
    .orderBy(asc(registerEntry.id))
    .limit(limit);
  return rows.map((row) => row.id);
}
