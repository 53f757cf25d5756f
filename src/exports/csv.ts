/** CSV that spreadsheets open rightly: with a byte order mark, and with cells that look like formulas made harmless. */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Cell, ExportSpec } from '../feature.ts';
import { toClock, toDate } from '../language/calendar.ts';
import { type Zone, zoneName } from '../language/locale.ts';

export interface WriteInput {
  readonly spec: Pick<ExportSpec, 'columns'>;
  readonly rows: AsyncIterable<readonly Cell[]>;
  readonly file: string;
  readonly zone: Zone;
}

type Column = ExportSpec['columns'][number];

/** A cell as text: yes and no as people write them, moments in the zone of the office. */
function toText(cell: Cell, column: Column | undefined, zone: Zone): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  if (column?.type === 'instant' && typeof cell === 'number')
    return `${toDate(cell, zone)} ${toClock(cell, zone)} ${zoneName(zone)}`;
  return String(cell);
}

/** Streams the rows, so that a large register never stands in memory. */
export async function writeCsv(
  input: WriteInput,
): Promise<{ readonly kind: 'written'; readonly rows: number }> {
  const { spec, zone } = input;
  let rows = 0;
  async function* lines() {
    for await (const row of input.rows) {
      rows++;
      yield row.map((cell, at) => toText(cell, spec.columns[at], zone));
    }
  }
  const columns = spec.columns.map((column) => column.name);
  await pipeline(
    lines,
    stringify({ header: true, columns, bom: true, escape_formulas: true }),
    createWriteStream(input.file, { flags: 'wx' }),
  );
  return { kind: 'written', rows };
}
