/** The registers as rows of a file, in the columns that their imports take. */
import type { Cell, ExportSpec } from '../feature.ts';
import { inBatches } from '../store/index.ts';
import type { RegisterName } from './register.ts';
import { type EntryRow, findEntriesAfter } from './store.ts';

type Column = ExportSpec['columns'][number] & { readonly of: (row: EntryRow) => Cell };

const text = (name: string, of: (row: EntryRow) => Cell): Column => ({ name, type: 'text', of });
const whole = (name: string, of: (row: EntryRow) => Cell): Column => ({ name, type: 'whole', of });
const date = (name: string, of: (row: EntryRow) => Cell): Column => ({ name, type: 'date', of });
const yesNo = (active: boolean): string => (active ? 'ya' : 'tidak');

const note = text('note', (row) => row.note);
const active = text('active', (row) => yesNo(row.active));
const area = text('area', (row) => row.area);
const name = text('name', (row) => row.name);

const registerExport = (kind: string, register: RegisterName, columns: readonly Column[]): ExportSpec => ({
  kind,
  columns: columns.map(({ name: column, type }) => ({ name: column, type })),
  async *rows(read) {
    for await (const found of inBatches((after) => findEntriesAfter(read, register, after, 1_000))) {
      for (const row of found) yield columns.map(({ of }) => of(row));
    }
  },
});

export const registerExports: readonly ExportSpec[] = [
  registerExport('communities', 'kat', [
    name,
    area,
    text('category', (row) => row.kind),
    whole('households', (row) => row.size),
    text('stage', (row) => row.stage),
    date('stage-date', (row) => row.stageOn),
    whole('documents', (row) => row.gained),
    date('documents-date', (row) => row.gainedOn),
    note,
  ]),
  registerExport('pillars', 'pillar', [
    text('kind', (row) => row.kind),
    name,
    area,
    text('since', (row) => row.since),
    active,
    whole('bimtek', (row) => row.gained),
    date('bimtek-date', (row) => row.gainedOn),
    text('legal-form', (row) => row.legalForm),
    text('registration', (row) => row.registration),
    date('expires', (row) => row.expires),
    note,
  ]),
  registerExport('puskesos', 'puskesos', [
    area,
    text('formed', (row) => row.since),
    active,
    whole('staff', (row) => row.size),
    note,
  ]),
];
