/** The prelist as a file for the operator of SIKS-NG, and what it counts towards. The only way on which numbers leave. */
import type { Cell, ExportSpec, IndicatorSpec } from '../feature.ts';
import { areaPath } from '../language/areas.ts';
import { findPersons } from '../people/index.ts';
import { inBatches, type Reader, type Vault, type Writer } from '../store/index.ts';
import { findProposalsAfter, findWaiting } from './prelist-store.ts';
import { countedPerson, dayOfProposal, handOn } from './propose.ts';

const text = (name: string) => ({ name, type: 'text' as const });

export interface PrelistFile {
  /** Absent when nothing waits. */
  readonly spec?: ExportSpec;
  /** Marks what the file holds as handed on. In the write that notes the export. */
  handOn(tx: Writer, to: { operator: string; actor: string; now: number }): Promise<void>;
}

/** All that waits in an area. Throws when a number cannot be opened with this key. */
export async function readPrelist(read: Reader, vault: Vault, area: string): Promise<PrelistFile> {
  const rows: (readonly Cell[])[] = [];
  const ids: string[] = [];
  for await (const found of inBatches((after) => findWaiting(read, area, after, 500))) {
    const makers = new Map(
      (await findPersons(read, [...new Set(found.map((row) => row.addedBy))])).map((one) => [
        one.id,
        one.name,
      ]),
    );
    for (const row of found) {
      const nik = row.nik === null ? '' : ((await vault.open(read, row.nik)) ?? '');
      const kk = row.kk === null ? '' : ((await vault.open(read, row.kk)) ?? '');
      const [place, maker] = [areaPath(row.area), makers.get(row.addedBy) ?? ''];
      rows.push([row.number, row.name, nik, kk, row.area, place, row.reason, dayOfProposal(row), maker]);
      ids.push(row.id);
    }
  }
  const spec: ExportSpec = {
    kind: 'prelist',
    columns: [
      { name: 'number', type: 'whole' },
      text('name'),
      text('nik'),
      text('kk'),
      text('area'),
      text('place'),
      text('reason'),
      { name: 'proposed', type: 'date' },
      text('proposed-by'),
    ],
    async *rows() {
      yield* rows;
    },
  };
  return { ...(ids.length === 0 ? {} : { spec }), handOn: (tx, to) => handOn(tx, ids, to) };
}

export const prelistIndicator: IndicatorSpec = {
  id: 'prelist-proposed',
  label: 'registers-indicator-prelist-proposed',
  unit: 'registers-unit-proposals',
  async *recount(read) {
    for await (const found of inBatches((after) => findProposalsAfter(read, after, 1_000))) {
      for (const row of found) {
        const month = dayOfProposal(row).slice(0, 7);
        yield { area: row.area, person: countedPerson(row.addedBy), month, n: 1 };
      }
    }
  },
};
