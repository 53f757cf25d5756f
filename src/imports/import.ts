/**
 * Reads a CSV file for any kind of record: finds the separator and the encoding, names every mistake by line and
 * column, and stores all rows in one write or none.
 */
import { parse } from 'csv-parse/sync';
import type { NoticeRow } from '../chat/feature.ts';
import { leaveNotices } from '../delivery/notice.ts';
import type { Reader, Store, Writer } from '../store/index.ts';
import { findIdentityCells } from './identity-cell.ts';

export interface ImportColumn {
  readonly name: string;
  readonly required: boolean;
  /** What the column holds, for the template's documentation. */
  readonly about: string;
  /** Two example values. */
  readonly examples: readonly [string, string];
}

export type CellProblem = { readonly column: string; readonly problem: string };

export interface ImportContext {
  readonly read: Reader;
  readonly now: number;
  /** Who imports, for audit. */
  readonly actor: string;
  /** Tells people about what was imported, in the write of `store`. */
  tell(tx: Writer, notices: readonly NoticeRow[]): Promise<void>;
}

/** How one kind of record comes in. `parse` is pure; `load` prepares what checking needs, once a file. */
export interface ImportSpec<Row = unknown, Known = unknown> {
  readonly kind: string;
  readonly columns: readonly ImportColumn[];
  load(context: ImportContext): Promise<Known>;
  parse(
    cells: Readonly<Record<string, string>>,
    known: Known,
  ): { readonly row: Row } | { readonly problems: readonly CellProblem[] };
  /** What can only be seen over all rows of a file, such as a sum, or in the store; runs when each row by itself is right. */
  checkAll?(
    rows: readonly { readonly line: number; readonly row: Row }[],
    known: Known,
    context: ImportContext,
  ): readonly ImportProblem[] | Promise<readonly ImportProblem[]>;
  /** Two rows that mean the same record have the same key; undefined when rows never clash. */
  keyOf?(row: Row): string;
  store(tx: Writer, rows: readonly Row[], context: ImportContext): Promise<void>;
}

/** Keeps a spec's own types while the list of specs forgets them. */
export const defineImport = <Row, Known>(spec: ImportSpec<Row, Known>): ImportSpec =>
  spec as unknown as ImportSpec;

export interface ImportProblem {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  readonly column: string;
  readonly problem: string;
}

export type ImportResult =
  | { readonly kind: 'stored'; readonly rows: number }
  | { readonly kind: 'checked'; readonly rows: number }
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[] };

/** The text of a file in UTF-8, or in Windows-1252 when it is no valid UTF-8. A byte order mark is dropped. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Exported cells that a spreadsheet would run as a formula carry a quote before them; it is no part of the value. */
const unescapeFormula = (cell: string): string => cell.replace(/^'(?=[=+\-@])/u, '');

const separatorOf = (text: string): string => {
  const header = text.slice(0, text.search(/\r?\n|$/));
  const counts = [',', ';', '\t'].map((mark) => ({ mark, n: header.split(mark).length }));
  return counts.sort((a, b) => b.n - a.n)[0]?.mark ?? ',';
};

const refuse = (line: number, column: string, problem: string): ImportResult => ({
  kind: 'refused',
  problems: [{ line, column, problem }],
});

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads `bytes` as records of `spec` and stores them, or says line by line why not. */
export async function importFile(
  store: Store,
  spec: ImportSpec,
  bytes: Uint8Array,
  options: { readonly now: number; readonly actor: string; readonly dryRun: boolean },
): Promise<ImportResult> {
  const text = decodeText(bytes);
  let records: readonly CsvRecord[];
  try {
    records = parse(text, {
      delimiter: separatorOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly CsvRecord[];
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
    return refuse(line, '', error instanceof Error ? error.message : String(error));
  }
  const [head, ...body] = records;
  if (head === undefined) return refuse(1, '', 'the file is empty');
  const names = head.record.map((name) => name.toLowerCase());
  const unknown = names.filter((name) => !spec.columns.some((column) => column.name === name));
  const missing = spec.columns.filter((column) => column.required && !names.includes(column.name));
  if (unknown.length > 0 || missing.length > 0) {
    return {
      kind: 'refused',
      problems: [
        ...missing.map((column) => ({
          line: 1,
          column: column.name,
          problem: `the column is missing (${column.about})`,
        })),
        ...unknown.map((name) => ({
          line: 1,
          column: name,
          problem: `unknown column; known: ${spec.columns.map((c) => c.name).join(', ')}`,
        })),
      ],
    };
  }
  const context: ImportContext = {
    read: store.read,
    now: options.now,
    actor: options.actor,
    tell: (tx, notices) => leaveNotices(tx, notices, options.now),
  };
  const known = await spec.load(context);
  const rows: { readonly line: number; readonly row: unknown }[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Map<string, number>();
  for (const { record, info } of body) {
    const line = info.lines;
    if (record.length !== names.length) {
      problems.push({ line, column: '', problem: `${record.length} cells instead of ${names.length}` });
      continue;
    }
    const cells = Object.fromEntries(names.map((name, at) => [name, unescapeFormula(record[at] ?? '')]));
    const empty = spec.columns.filter((column) => column.required && (cells[column.name] ?? '') === '');
    if (empty.length > 0) {
      problems.push(
        ...empty.map((column) => ({ line, column: column.name, problem: `is empty (${column.about})` })),
      );
      continue;
    }
    const numbers = findIdentityCells(cells);
    if (numbers.length > 0) {
      problems.push(...numbers.map((one) => ({ line, ...one })));
      continue;
    }
    const result = spec.parse(cells, known);
    if ('problems' in result) {
      problems.push(...result.problems.map((one) => ({ line, ...one })));
      continue;
    }
    const key = spec.keyOf?.(result.row);
    const before = key === undefined ? undefined : seen.get(key);
    if (before !== undefined)
      problems.push({
        line,
        column: spec.columns[0]?.name ?? '',
        problem: `the same record as line ${before}`,
      });
    if (key !== undefined && before === undefined) seen.set(key, line);
    rows.push({ line, row: result.row });
  }
  if (problems.length === 0) problems.push(...((await spec.checkAll?.(rows, known, context)) ?? []));
  if (problems.length > 0) return { kind: 'refused', problems };
  if (options.dryRun) return { kind: 'checked', rows: rows.length };
  await store.write((tx) =>
    spec.store(
      tx,
      rows.map(({ row }) => row),
      context,
    ),
  );
  return { kind: 'stored', rows: rows.length };
}

/** The header and two example rows of a kind. */
export function importTemplate(spec: ImportSpec): readonly (readonly string[])[] {
  return [
    spec.columns.map((column) => column.name),
    spec.columns.map((column) => column.examples[0]),
    spec.columns.map((column) => column.examples[1]),
  ];
}
