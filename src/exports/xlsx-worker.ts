/** Packs one sheet into a file. Runs as a worker only. */
import { workerData } from 'node:worker_threads';
import { tzOffset } from '@date-fns/tz/tzOffset';
import writeSheet, { type Cell as SheetCell, type SheetData } from 'write-excel-file/node';
import type { Cell, ExportSpec } from '../feature.ts';
import type { SheetInput } from './xlsx.ts';

const { columns, rows, file, zone } = workerData as SheetInput;
type Type = ExportSpec['columns'][number]['type'];

/** Sheets know no zones: the moment as the clock of the office shows it. */
const onClock = (ms: number): Date => new Date(ms + tzOffset(zone, new Date(ms)) * 60_000);

function toCell(cell: Cell, type: Type | undefined): SheetCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  if (typeof cell === 'number')
    return type === 'instant'
      ? { type: Date, value: onClock(cell), format: 'yyyy-mm-dd hh:mm' }
      : { type: Number, value: cell, format: type === 'money' ? '#,##0' : '0' };
  if (type === 'date') return { type: Date, value: new Date(`${cell}T00:00:00Z`), format: 'yyyy-mm-dd' };
  return { type: String, value: cell };
}

const widths: Readonly<Record<Type, number>> = {
  text: 24,
  whole: 12,
  money: 16,
  date: 12,
  instant: 18,
  flag: 8,
};
const head = columns.map((column): SheetCell => ({ type: String, value: column.name, fontWeight: 'bold' }));
const data: SheetData = [head, ...rows.map((row) => row.map((cell, at) => toCell(cell, columns[at]?.type)))];

await writeSheet(data, {
  columns: columns.map((column) => ({ width: widths[column.type] })),
  stickyRowsCount: 1,
}).toFile(file);
