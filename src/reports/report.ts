/** A monthly report as data: worded, counted, ready to be written as a workbook and as pages. Pure. */
import type { Cell, ColumnType, ReportColumn } from '../feature.ts';
import type { Lang, Zone } from '../language/locale.ts';

/** One section with its words; its rows follow. */
export interface SheetHead {
  readonly title: string;
  readonly printed: boolean;
  /** The first one has the chart below it. */
  readonly columns: readonly (Omit<ReportColumn, 'label'> & { readonly label: string })[];
}

export interface Sheet extends SheetHead {
  readonly rows: readonly (readonly Cell[])[];
}

/** What stands around the rows. Every word is there already; `{page}` and `{pages}` are put in while pages are made. */
export interface ReportHead {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly lang: Lang;
  readonly zone: Zone;
  /** Epoch milliseconds. */
  readonly madeAt: number;
  readonly sheets: readonly SheetHead[];
  /** Below the title of a section whose rows are counted. */
  readonly chart: { readonly png: Uint8Array; readonly alt: string } | null;
  readonly words: {
    readonly summary: string;
    readonly part: string;
    readonly rows: string;
    readonly total: string;
    readonly none: string;
    /** With `{n}`. */
    readonly more: string;
    readonly page: string;
    readonly yes: string;
    readonly no: string;
  };
  /** Lines to sign at the end of the pages: who signs there. */
  readonly signs: readonly string[];
}

/** Sums of the columns that are added up, null for the others. */
export const sumsOf = ({ columns, rows }: Sheet): readonly (number | null)[] =>
  columns.map((column, at) =>
    column.total === true ? rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0) : null,
  );

/** How wide a column of a sheet is, in characters. */
export const widthOf: Readonly<Record<ColumnType, number>> = {
  text: 26,
  whole: 12,
  money: 16,
  date: 13,
  instant: 18,
  flag: 10,
};
