/** Takes what an office reports by hand for a month. A later report for the same month replaces the earlier one. */
import { firstDayOf } from '../language/calendar.ts';
import { type Actor, actorId, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { countedAs, type Indicator } from './indicator.ts';
import { findReport, putReport } from './store.ts';
import { countTowards } from './tally.ts';
import { sumCounts } from './tally-store.ts';
import type { Funding } from './target.ts';

export interface ReportInput {
  readonly indicator: Indicator;
  readonly area: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly funding: Funding;
  readonly number: number;
  readonly source: string;
  readonly now: number;
}

export type ReportOutcome =
  /** `year` is the sum of the year for this area, all that lies in it included. */
  | { readonly kind: 'reported'; readonly before: number | null; readonly year: number }
  /** It is counted from records, so nobody enters it. */
  | { readonly kind: 'computed' }
  | { readonly kind: 'not-allowed' };

/** Stores a report in the name of `by`, who is not asked for rights: the shell and `reportProgress` do that. */
export async function storeReport(
  tx: Writer,
  by: string,
  input: ReportInput,
): Promise<{ readonly before: number | null }> {
  const { indicator, area, month, funding, number, source, now } = input;
  const key = { indicator: indicator.id, area, month, funding };
  const before = await findReport(tx, key);
  await putReport(tx, {
    id: before?.id ?? newId(now),
    ...key,
    number,
    source,
    reportedBy: by,
    reportedAt: now,
  });
  await countTowards(tx, {
    counts: [{ indicator: countedAs(indicator, funding), by: number - (before?.number ?? 0) }],
    area,
    person: null,
    date: firstDayOf(month),
  });
  await writeAudit(tx, {
    at: now,
    actor: by,
    action: 'progress.reported',
    about: `progress:${indicator.id}:${area}:${month}`,
    payload: { funding, number, before: before?.number ?? null, source },
  });
  return { before: before?.number ?? null };
}

export async function reportProgress(tx: Writer, actor: Actor, input: ReportInput): Promise<ReportOutcome> {
  const { indicator, area, month, funding, now } = input;
  if (!mayOversee(actor, area)) {
    const about = `progress:${indicator.id}:${area}:${month}`;
    await writeAudit(tx, { at: now, actor: actorId(actor), action: 'progress.refused', about });
    return { kind: 'not-allowed' };
  }
  if (indicator.origin === 'computed') return { kind: 'computed' };
  const { before } = await storeReport(tx, actorId(actor), input);
  const year = month.slice(0, 4);
  const sums = await sumCounts(tx, countedAs(indicator, funding), [area], {
    from: `${year}-01`,
    to: `${year}-12`,
  });
  return { kind: 'reported', before, year: sums.get(area) ?? 0 };
}
