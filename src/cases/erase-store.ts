/** Takes people out of what cases hold: on their wish, when they withdraw, and when the time of keeping is over. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, newId, or, type Writer } from '../store/index.ts';
import { type CaseRow, defineCaseTables } from './store.ts';

/** Stands for a citizen whose data was erased. */
export const erasedPerson = 'erased';

/** Takes who and what was said out of cases; that there was one, its dates and its end stay for the counts. */
async function blank(
  tx: Writer,
  rows: readonly Pick<CaseRow, 'id' | 'address' | 'openedBy'>[],
): Promise<void> {
  const { caseFile: cases, caseEvent } = tx.tables(defineCaseTables);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return;
  const gone = { person: null, story: '', about: null, address: null };
  // Who opened it as an officer did so at work.
  const citizens = rows.filter((row) => row.address !== null).map((row) => row.id);
  if (citizens.length > 0)
    await tx.db
      .update(cases)
      .set({ ...gone, openedBy: erasedPerson })
      .where(inArray(cases.id, citizens));
  const officers = ids.filter((id) => !citizens.includes(id));
  if (officers.length > 0) await tx.db.update(cases).set(gone).where(inArray(cases.id, officers));
  await tx.db.update(caseEvent).set({ note: '' }).where(inArray(caseEvent.case, ids));
  // Nobody's name stays in who did what, but for officers.
  await tx.db
    .update(caseEvent)
    .set({ actor: erasedPerson })
    .where(
      and(
        inArray(caseEvent.case, ids),
        inArray(
          caseEvent.actor,
          rows.filter((row) => row.address !== null).map((row) => row.openedBy),
        ),
      ),
    );
}

const ofWhom = (tx: Writer, whose: string) => {
  const { caseFile: cases } = tx.tables(defineCaseTables);
  return or(eq(cases.person, whose), and(eq(cases.openedBy, whose), isNotNull(cases.address)));
};

/**
 * Erases what was said in the closed cases of a person or of an account (`account:…`). Open ones stay, since somebody
 * works on them; their number is given back.
 */
export async function eraseStories(tx: Writer, whose: string): Promise<{ readonly open: number }> {
  const { caseFile: cases } = tx.tables(defineCaseTables);
  const rows = await tx.db.select().from(cases).where(ofWhom(tx, whose));
  const closed = rows.filter((row) => row.closedAt !== null);
  await blank(tx, closed);
  return { open: rows.length - closed.length };
}

/** Ends the open cases that officers opened for a person, whose consent is withdrawn. */
export async function endReferrals(tx: Writer, person: string, now: number): Promise<void> {
  const { caseFile: cases, caseEvent } = tx.tables(defineCaseTables);
  const rows = await tx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.person, person), isNull(cases.address), isNull(cases.closedAt)));
  for (const { id } of rows) {
    await tx.db
      .update(cases)
      .set({ state: 'cancelled', stateAt: now, closedAt: now, dueAt: null, stepUpAt: null })
      .where(eq(cases.id, id));
    await tx.db.insert(caseEvent).values({
      id: newId(now),
      case: id,
      at: now,
      actor: person,
      kind: 'cancel',
      state: 'cancelled',
      note: '',
    });
  }
}

/** Forgets what was said in cases that were closed before a moment; how many. */
export async function forgetStories(tx: Writer, before: number, limit: number): Promise<number> {
  const { caseFile: cases } = tx.tables(defineCaseTables);
  const rows = await tx.db
    .select()
    .from(cases)
    .where(and(isNotNull(cases.closedAt), lt(cases.closedAt, before), ne(cases.story, '')))
    .orderBy(asc(cases.closedAt))
    .limit(limit);
  await blank(tx, rows);
  return rows.length;
}
