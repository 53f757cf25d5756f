/** Queries of the cases that somebody opened. */
import { desc, eq, type Reader, sql } from '../store/index.ts';
import { type CaseRow, defineCaseTables } from './store.ts';

const selectLast = (r: Reader) => {
  const { caseFile: cases } = r.tables(defineCaseTables);
  return r.db
    .select()
    .from(cases)
    .where(eq(cases.openedBy, sql.placeholder('openedBy')))
    .orderBy(desc(cases.openedAt), desc(cases.id))
    .limit(1)
    .prepare();
};

/** The case that somebody opened last. */
export async function findLastOpened(read: Reader, openedBy: string): Promise<CaseRow | undefined> {
  const [row] = await read.prepared(selectLast).execute({ openedBy });
  return row;
}
