/** What the ladder counts towards: households that reached a stage, receipts of BSiMU. */
import type { IndicatorSpec } from '../feature.ts';
import type { Reader, Writer } from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { recountBsimu } from './bsimu-store.ts';
import { type Funding, type Stage, stages } from './stage.ts';
import { type BsimuRow, type MoveRow, recountMoves } from './store.ts';

/** Imported at the shell or recorded by somebody without a person: counts for no person. */
const personOf = (actor: string): string | null => (actor.includes(':') ? null : actor);

/** Adds an accepted move to the tally (`1`) or takes it away again (`-1`). Whoever proposed it did the work. */
export async function countMove(
  tx: Writer,
  row: Pick<MoveRow, 'area' | 'proposedBy' | 'to' | 'decidedOn'>,
  sign: 1 | -1,
): Promise<void> {
  if (row.decidedOn === null) return;
  const counts = [{ indicator: `kpm-${row.to}`, by: sign }];
  await countTowards(tx, { area: row.area, date: row.decidedOn, person: personOf(row.proposedBy), counts });
}

export async function countBsimu(
  tx: Writer,
  row: Pick<BsimuRow, 'area' | 'recordedBy' | 'date' | 'funding'>,
  sign: 1 | -1,
): Promise<void> {
  const counts = [
    { indicator: 'bsimu-received', by: sign },
    { indicator: `bsimu-received-${row.funding}`, by: sign },
  ];
  await countTowards(tx, { area: row.area, date: row.date, person: personOf(row.recordedBy), counts });
}

type Counted = readonly { area: string; person: string; month: string; n: number }[];

const counting = (id: string, unit: string, recount: (read: Reader) => Promise<Counted>): IndicatorSpec => ({
  id,
  label: `ladder-indicator-${id}`,
  unit: `ladder-unit-${unit}`,
  async *recount(read) {
    for (const { area, month, n, person } of await recount(read))
      yield { area, month, n, person: personOf(person) };
  },
});

const received = (id: string, fundings: readonly Funding[]) =>
  counting(id, 'receipts', (read) => recountBsimu(read, fundings));

export const ladderIndicators: readonly IndicatorSpec[] = [
  ...stages.map((stage: Stage) => counting(`kpm-${stage}`, 'kpm', (read) => recountMoves(read, stage))),
  received('bsimu-received', ['apbn', 'hdn']),
  received('bsimu-received-apbn', ['apbn']),
  received('bsimu-received-hdn', ['hdn']),
];
