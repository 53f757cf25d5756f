/** Visits that other features record: the person is not called unvisited, and a planned visit is done. */
import type { Writer } from '../store/index.ts';
import { reopenVisits, settleVisits } from './plan-visit.ts';
import { putVisited, removeVisited, type Visited } from './visited-store.ts';

/** In the write of the record; a later call for the same record says anew what it says. */
export async function noteVisit(tx: Writer, visit: Visited, now: number): Promise<void> {
  await putVisited(tx, visit);
  await reopenVisits(tx, visit.record);
  await settleVisits(tx, { ...visit, id: visit.record }, now);
}

/** The record was taken back, or is no visit any more. */
export async function forgetVisit(tx: Writer, record: string): Promise<void> {
  await removeVisited(tx, record);
  await reopenVisits(tx, record);
}
