/** The table of results that people chose to keep. Nothing else of a check is stored. */
import {
  and,
  asc,
  desc,
  eq,
  inArray,
  type Kit,
  lt,
  newId,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { Outcome } from './rule.ts';

export const defineEligibilityTables = (k: Kit) => ({
  eligibilityResult: k.table(
    'eligibility_result',
    {
      id: k.text().primaryKey(),
      /** Person id, or `account:` key of somebody who is not registered. */
      owner: k.text().notNull(),
      programme: k.text().notNull(),
      year: k.whole().notNull(),
      outcome: k.text().$type<Outcome>().notNull(),
      /** The check as it travels in buttons, so that it can be opened again. */
      checkText: k.text().notNull(),
      /** Version of the words agreed to. */
      consent: k.whole().notNull(),
      savedAt: k.instant().notNull(),
    },
    (t) => [k.uniqueIndex('eligibility_result_owner').on(t.owner, t.programme, t.year)],
  ),
});

export type ResultRow = ReturnType<typeof defineEligibilityTables>['eligibilityResult']['$inferSelect'];

/** One result per owner, programme and year; a later one takes the place of an earlier one. */
export async function saveResultRow(tx: Writer, row: Omit<ResultRow, 'id'>): Promise<void> {
  const { eligibilityResult } = tx.tables(defineEligibilityTables);
  const { checkText, consent, outcome, savedAt } = row;
  await tx.db
    .insert(eligibilityResult)
    .values({ id: newId(savedAt), ...row })
    .onConflictDoUpdate({
      target: [eligibilityResult.owner, eligibilityResult.programme, eligibilityResult.year],
      set: { checkText, consent, outcome, savedAt },
    });
}

const p = (name: string) => sql.placeholder(name);

const selectOf = (r: Reader) => {
  const { eligibilityResult } = r.tables(defineEligibilityTables);
  return r.db
    .select()
    .from(eligibilityResult)
    .where(eq(eligibilityResult.owner, p('owner')))
    .orderBy(desc(eligibilityResult.savedAt), asc(eligibilityResult.id))
    .prepare();
};

/** The newest first. */
export const findResults = (read: Reader, owner: string): Promise<readonly ResultRow[]> =>
  read.prepared(selectOf).execute({ owner });

/** True when there was one of this owner's. */
export async function deleteResult(tx: Writer, owner: string, id: string): Promise<boolean> {
  const { eligibilityResult } = tx.tables(defineEligibilityTables);
  const gone = await tx.db
    .delete(eligibilityResult)
    .where(and(eq(eligibilityResult.owner, owner), eq(eligibilityResult.id, id)))
    .returning({ id: eligibilityResult.id });
  return gone.length > 0;
}

export async function deleteResults(tx: Writer, owner: string): Promise<void> {
  const { eligibilityResult } = tx.tables(defineEligibilityTables);
  await tx.db.delete(eligibilityResult).where(eq(eligibilityResult.owner, owner));
}

/** Removes a batch of results kept before a moment; how many. */
export async function forgetResults(tx: Writer, before: number): Promise<number> {
  const { eligibilityResult } = tx.tables(defineEligibilityTables);
  const rows = await tx.db
    .select({ id: eligibilityResult.id })
    .from(eligibilityResult)
    .where(lt(eligibilityResult.savedAt, before))
    .orderBy(asc(eligibilityResult.id))
    .limit(500);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) await tx.db.delete(eligibilityResult).where(inArray(eligibilityResult.id, ids));
  return ids.length;
}
