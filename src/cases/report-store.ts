/** Queries of the monthly report: cases opened between two moments. */
import { and, asc, eq, gt, idBefore, inArray, lt, or, type Reader, sql } from '../store/index.ts';
import { type CaseRow, defineCaseTables } from './store.ts';

export interface CaseRange {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly before: number;
  /** An area with all in it, or those who opened or took care of the case. */
  readonly whose: { readonly area: string } | { readonly persons: readonly string[] };
}

/** Without complaints about officers; `limit` after the id `after`, the oldest first. */
export async function findCasesBetween(
  read: Reader,
  { before, from, whose }: CaseRange,
  after: string,
  limit: number,
): Promise<readonly CaseRow[]> {
  const { caseFile: cases } = read.tables(defineCaseTables);
  const mine =
    'area' in whose
      ? whose.area === 'ID'
        ? undefined
        : or(
            eq(cases.area, whose.area),
            eq(sql`substr(${cases.area}, 1, ${whose.area.length + 1})`, `${whose.area}.`),
          )
      : or(inArray(cases.takenBy, [...whose.persons]), inArray(cases.openedBy, [...whose.persons]));
  return read.db
    .select()
    .from(cases)
    .where(
      and(
        // Ids sort by time, so the key itself finds the month.
        gt(cases.id, after === '' ? idBefore(from) : after),
        lt(cases.id, idBefore(before)),
        eq(cases.protected, false),
        mine,
      ),
    )
    .orderBy(asc(cases.id))
    .limit(limit);
}
