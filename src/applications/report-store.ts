/** Queries of the monthly report: applications registered between two moments. */
import { and, asc, eq, gt, idBefore, inArray, lt, or, type Reader, sql } from '../store/index.ts';
import { type ApplicationRow, defineApplicationTables } from './store.ts';

export interface ApplicationRange {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly before: number;
  /** An area with all in it, or those who registered them. */
  readonly whose: { readonly area: string } | { readonly persons: readonly string[] };
}

/** `limit` after the id `after`, the oldest first. */
export async function findRegisteredBetween(
  read: Reader,
  { before, from, whose }: ApplicationRange,
  after: string,
  limit: number,
): Promise<readonly ApplicationRow[]> {
  const { application } = read.tables(defineApplicationTables);
  const mine =
    'area' in whose
      ? whose.area === 'ID'
        ? undefined
        : or(
            eq(application.area, whose.area),
            eq(sql`substr(${application.area}, 1, ${whose.area.length + 1})`, `${whose.area}.`),
          )
      : inArray(application.registeredBy, [...whose.persons]);
  return read.db
    .select()
    .from(application)
    .where(
      and(
        // Ids sort by time, so the key itself finds the month.
        gt(application.id, after === '' ? idBefore(from) : after),
        lt(application.id, idBefore(before)),
        mine,
      ),
    )
    .orderBy(asc(application.id))
    .limit(limit);
}
