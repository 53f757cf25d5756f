/** What the registers count towards: entries by kind, households whose care has ended, documents and bimtek. */
import type { IndicatorSpec } from '../feature.ts';
import { inBatches, type Writer } from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { countsOf, gainIndicator, pillarKinds, type RegisterName } from './register.ts';
import { type EntryRow, findEntriesAfter, recountGains, type StepRow } from './store.ts';

/** Entered at the shell counts for no person. */
const personOf = (actor: string): string | null => (actor.includes(':') ? null : actor);

/** Adds what an entry counts towards to the tally (`1`) or takes it away again (`-1`). */
export async function countEntry(tx: Writer, row: EntryRow, sign: 1 | -1): Promise<void> {
  for (const { date, indicator, n } of countsOf(row)) {
    const counts = [{ indicator, by: sign * n }];
    await countTowards(tx, { area: row.area, person: personOf(row.addedBy), date, counts });
  }
}

export async function countGain(
  tx: Writer,
  row: Pick<EntryRow, 'register' | 'area'>,
  step: Pick<StepRow, 'actor' | 'n' | 'date'>,
  sign: 1 | -1,
): Promise<void> {
  if (step.n === null || step.date === null) return;
  await countTowards(tx, {
    area: row.area,
    person: personOf(step.actor),
    date: step.date,
    counts: [{ indicator: gainIndicator(row.register), by: sign * step.n }],
  });
}

const words = (id: string, unit: string) => ({
  id,
  label: `registers-indicator-${id}`,
  unit: `registers-unit-${unit}`,
});

const counted = (id: string, unit: string, register: RegisterName): IndicatorSpec => ({
  ...words(id, unit),
  async *recount(read) {
    for await (const rows of inBatches((after) => findEntriesAfter(read, register, after, 1_000))) {
      for (const row of rows) {
        for (const { date, indicator, n } of countsOf(row)) {
          if (indicator === id)
            yield { area: row.area, person: personOf(row.addedBy), month: date.slice(0, 7), n };
        }
      }
    }
  },
});

const gained = (unit: string, register: RegisterName): IndicatorSpec => ({
  ...words(gainIndicator(register), unit),
  async *recount(read) {
    for (const { area, month, n, person } of await recountGains(read, register))
      yield { area, month, n, person: personOf(person) };
  },
});

export const registerIndicators: readonly IndicatorSpec[] = [
  counted('kat-communities', 'communities', 'kat'),
  counted('kat-households-done', 'households', 'kat'),
  gained('documents', 'kat'),
  ...pillarKinds.map((kind) => counted(`pillar-${kind}`, kind, 'pillar')),
  gained('bimtek', 'pillar'),
  counted('puskesos-formed', 'puskesos', 'puskesos'),
  counted('slrt-formed', 'slrt', 'puskesos'),
];
