/** Approved applications as an indicator, counted for whoever registered them. */
import type { IndicatorSpec } from '../feature.ts';
import type { Writer } from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { type ApplicationRow, recountApproved } from './store.ts';

const id = 'applications-approved';

/** Registered at the shell or by somebody no longer known counts for no person. */
const personOf = (registeredBy: string): string | null => (registeredBy.includes(':') ? null : registeredBy);

/** Adds an approved application to the tally (`1`) or takes it away again (`-1`). */
export async function countApproved(
  tx: Writer,
  row: Pick<ApplicationRow, 'area' | 'registeredBy' | 'approvedOn'>,
  sign: 1 | -1,
): Promise<void> {
  if (row.approvedOn === null) return;
  await countTowards(tx, {
    area: row.area,
    person: personOf(row.registeredBy),
    date: row.approvedOn,
    counts: [{ indicator: id, by: sign }],
  });
}

export const approvedIndicator: IndicatorSpec = {
  id,
  label: 'applications-indicator-approved',
  unit: 'applications-unit',
  async *recount(read) {
    for (const { area, month, n, person } of await recountApproved(read))
      yield { area, month, n, person: personOf(person) };
  },
};
