/** Queries of planned runs: each moment of a schedule is claimed once. */
import { and, eq, lt, type Reader, sql, type Writer } from '../store/index.ts';
import { defineDeliveryTables } from './store.ts';

/** Claims one planned run of a schedule; false when it was claimed before. */
export async function claimRun(
  tx: Writer,
  schedule: string,
  occurrence: number,
  now: number,
): Promise<boolean> {
  const { run } = tx.tables(defineDeliveryTables);
  const rows = await tx.db
    .insert(run)
    .values({ schedule, occurrence, state: 'running', at: now })
    .onConflictDoNothing()
    .returning({ schedule: run.schedule });
  return rows.length > 0;
}

export async function settleRun(
  tx: Writer,
  schedule: string,
  occurrence: number,
  state: 'done' | 'failed' | 'skipped',
  reason: string | null,
  now: number,
): Promise<void> {
  const { run } = tx.tables(defineDeliveryTables);
  await tx.db
    .update(run)
    .set({ state, reason, at: now })
    .where(and(eq(run.schedule, schedule), eq(run.occurrence, occurrence)));
}

/** Forgets runs before `before`, but for the last of each schedule. */
export async function forgetRuns(tx: Writer, before: number): Promise<void> {
  const { run } = tx.tables(defineDeliveryTables);
  const lasts = await tx.db
    .select({ schedule: run.schedule, last: sql<number>`max(${run.occurrence})` })
    .from(run)
    .groupBy(run.schedule);
  for (const { last, schedule } of lasts) {
    await tx.db
      .delete(run)
      .where(and(eq(run.schedule, schedule), lt(run.occurrence, Math.min(before, Number(last)))));
  }
}

/** The last planned moment of a schedule that was claimed. */
export async function findLastRun(read: Reader, schedule: string): Promise<number | undefined> {
  const { run } = read.tables(defineDeliveryTables);
  const [row] = await read.db
    .select({ at: sql<number | null>`max(${run.occurrence})` })
    .from(run)
    .where(eq(run.schedule, schedule));
  return row?.at === null || row?.at === undefined ? undefined : Number(row.at);
}
