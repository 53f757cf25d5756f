/** Takes a person out of what cases hold. */
import { eq, or, type Writer } from '../store/index.ts';
import { defineCaseTables } from './store.ts';

/** Stands for a citizen whose data was erased. */
export const erasedPerson = 'erased';

/**
 * Takes a person and what was said out of their closed cases. Open ones stay as they are, since somebody works on them;
 * their number is given back.
 */
export async function eraseStories(tx: Writer, person: string): Promise<{ readonly open: number }> {
  const { caseFile: cases, caseEvent } = tx.tables(defineCaseTables);
  const rows = await tx.db
    .select({
      id: cases.id,
      closedAt: cases.closedAt,
      openedBy: cases.openedBy,
      address: cases.address,
    })
    .from(cases)
    .where(or(eq(cases.person, person), eq(cases.openedBy, person)));
  const closed = rows.filter((row) => row.closedAt !== null);
  for (const row of closed) {
    await tx.db
      .update(cases)
      .set({
        person: null,
        story: '',
        about: null,
        address: null,
        // Who opened it as an officer did so at work.
        ...(row.openedBy === person && row.address !== null ? { openedBy: erasedPerson } : {}),
      })
      .where(eq(cases.id, row.id));
    await tx.db.update(caseEvent).set({ note: '' }).where(eq(caseEvent.case, row.id));
  }
  return { open: rows.length - closed.length };
}
