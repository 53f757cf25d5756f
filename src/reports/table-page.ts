/** A table on pages: columns by their shares, long words on up to three lines, the header again on every page. */
import type { Cell } from '../feature.ts';
import { formatDay, formatInstant } from '../language/date.ts';
import { formatMoney } from '../language/money.ts';
import { formatNumber } from '../language/number.ts';
import type { ReportHead, SheetHead } from './report.ts';

export type Page = PDFKit.PDFDocument;

/** Points above the lower margin. */
export const roomLeft = (page: Page): number => page.page.height - page.page.margins.bottom - page.y;

const size = 8.5;
const pad = 3;
const mostLines = 3;

type Column = SheetHead['columns'][number];

interface Placed {
  readonly column: Column;
  /** Its place among the cells of a row. */
  readonly at: number;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

function place(page: Page, columns: readonly Column[]): readonly Placed[] {
  const printed = columns.flatMap((column, at) => (column.printed === undefined ? [] : [{ column, at }]));
  const shares = printed.reduce((sum, { column }) => sum + (column.printed ?? 0), 0);
  const { left, right } = page.page.margins;
  const width = page.page.width - left - right;
  let x = left;
  return printed.map(({ at, column }) => {
    const own = ((column.printed ?? 0) / shares) * width;
    const placed = {
      column,
      at,
      x,
      width: own,
      align: isNumber(column) ? ('right' as const) : ('left' as const),
    };
    x += own;
    return placed;
  });
}

const isNumber = ({ type }: Column): boolean => type === 'whole' || type === 'money';

function toText(cell: Cell, { type }: Column, { lang, words, zone }: ReportHead): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? words.yes : words.no;
  if (typeof cell === 'number') {
    if (type === 'money') return formatMoney(cell, lang);
    return type === 'instant' ? formatInstant(cell, zone, lang) : formatNumber(cell, lang);
  }
  return type === 'date' ? formatDay(cell, lang) : cell;
}

/** Points of a line of text, the space to the next one included. */
const lineHeight = (page: Page): number => page.currentLineHeight(true);

function drawRow(page: Page, places: readonly Placed[], texts: readonly string[], header: boolean): void {
  page.font(header ? 'bold' : 'regular').fontSize(size);
  const line = lineHeight(page);
  const lines = Math.max(
    1,
    ...places.map(({ width }, at) => {
      const text = texts[at] ?? '';
      const inner = width - 2 * pad;
      if (page.widthOfString(text) <= inner) return 1;
      return Math.min(mostLines, Math.round(page.heightOfString(text, { width: inner }) / line));
    }),
  );
  const height = lines * line + 2 * pad;
  const top = page.y;
  const { left, right } = page.page.margins;
  const across = page.page.width - left - right;
  if (header) page.rect(left, top, across, height).fill('#e3e9ee');
  page.fillColor('#1b2733');
  for (const [at, { align, width, x }] of places.entries()) {
    const text = texts[at] ?? '';
    if (text === '') continue;
    page.text(text, x + pad, top + pad, {
      width: width - 2 * pad - (align === 'right' ? pad : 0),
      height: height - 2 * pad + 1,
      align,
      ellipsis: true,
    });
  }
  const bottom = top + height;
  page
    .moveTo(left, bottom)
    .lineTo(left + across, bottom)
    .strokeColor('#c9d3db')
    .lineWidth(0.5)
    .stroke();
  page.x = left;
  page.y = bottom;
}

/** Draws rows from where the page stands, on as many pages as they take, and below them the sums that there are. */
export function drawTable(
  page: Page,
  { columns }: SheetHead,
  rows: readonly (readonly Cell[])[],
  sums: readonly (number | null)[],
  head: ReportHead,
): void {
  const places = place(page, columns);
  const header = places.map(({ column }) => column.label);
  const most = mostLines * size * 1.3 + 2 * pad;
  const drawHeader = () => drawRow(page, places, header, true);
  const make = (texts: readonly string[], strong: boolean) => {
    if (roomLeft(page) < most) {
      page.addPage();
      drawHeader();
    }
    drawRow(page, places, texts, strong);
  };
  drawHeader();
  for (const row of rows)
    make(
      places.map(({ at, column }) => toText(row[at] ?? null, column, head)),
      false,
    );
  if (places.every(({ at }) => sums[at] === null)) return;
  make(
    places.map(({ at, column }, first) => {
      const sum = sums[at] ?? null;
      if (sum !== null) return toText(sum, column, head);
      return first === 0 ? head.words.total : '';
    }),
    true,
  );
}
