/** The report as a workbook: a summary, then one sheet a section with typed cells, a header that stays, and totals. */
import { tzOffset } from '@date-fns/tz/tzOffset';
import writeSheets, { type Cell as SheetCell, type SheetData } from 'write-excel-file/node';
import type { Cell, ColumnType } from '../feature.ts';
import type { Zone } from '../language/locale.ts';
import { type ReportHead, type Sheet, sumsOf, widthOf } from './report.ts';

const formatOf: Readonly<Partial<Record<ColumnType, string>>> = {
  whole: '#,##0',
  money: '#,##0',
  date: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm',
};

/** Sheets know no zones: the moment as the clock of the office shows it. */
const onClock = (ms: number, zone: Zone): Date => new Date(ms + tzOffset(zone, new Date(ms)) * 60_000);

function toCell(cell: Cell, type: ColumnType, zone: Zone): SheetCell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'boolean') return { type: Boolean, value: cell };
  const format = formatOf[type] ?? '0';
  if (typeof cell === 'number')
    return type === 'instant'
      ? { type: Date, value: onClock(cell, zone), format }
      : { type: Number, value: cell, format };
  if (type === 'date') return { type: Date, value: new Date(`${cell}T00:00:00Z`), format };
  return { type: String, value: cell };
}

const bold = (value: string): SheetCell => ({ type: String, value, fontWeight: 'bold' });

function totals(sheet: Sheet, word: string): SheetData {
  const sums = sumsOf(sheet);
  if (sums.every((sum) => sum === null)) return [];
  return [
    sums.map((sum, at) => {
      if (sum !== null)
        return { type: Number, value: sum, format: '#,##0', fontWeight: 'bold', topBorderStyle: 'thin' };
      return at === 0 ? bold(word) : null;
    }),
  ];
}

function summaryOf({ facts, title, words }: ReportHead, sheets: readonly Sheet[]): SheetData {
  const counted = sheets.flatMap(
    (sheet): SheetData => [
      [
        { type: String, value: sheet.title },
        { type: Number, value: sheet.rows.length, format: '#,##0' },
      ],
      ...sumsOf(sheet).flatMap(
        (sum, at): SheetData =>
          sum === null
            ? []
            : [
                [
                  { type: String, value: `${sheet.title}: ${sheet.columns[at]?.label ?? ''}` },
                  { type: Number, value: sum, format: '#,##0' },
                ],
              ],
      ),
    ],
  );
  return [
    [bold(title)],
    ...facts.map(({ label, value }): SheetCell[] => [
      { type: String, value: label },
      { type: String, value },
    ]),
    [null],
    [bold(words.part), bold(words.rows)],
    ...counted,
  ];
}

/** The bytes of the file. */
export async function writeWorkbook(head: ReportHead, sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeSheets([
    { sheet: head.words.summary, data: summaryOf(head, sheets), columns: [{ width: 44 }, { width: 44 }] },
    ...sheets.map((sheet) => ({
      sheet: sheet.title.slice(0, 31),
      columns: sheet.columns.map((column) => ({ width: widthOf[column.type] })),
      stickyRowsCount: 1,
      data: [
        sheet.columns.map((column) => bold(column.label)),
        ...sheet.rows.map((row) =>
          row.map((cell, at) => toCell(cell, sheet.columns[at]?.type ?? 'text', head.zone)),
        ),
        ...totals(sheet, head.words.total),
      ],
    })),
  ]).toBuffer();
}
