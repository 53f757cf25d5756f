/** Collects the rows of one report and makes its two files. Runs as a worker only; its memory goes when it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Cell } from '../feature.ts';
import { writePages } from './pages.ts';
import type { ReportHead } from './report.ts';
import { writeWorkbook } from './workbook.ts';

/** What is sent to the worker, in this order: rows of sheets, then the end. */
export type RowsMessage =
  | { readonly sheet: number; readonly rows: readonly (readonly Cell[])[] }
  | { readonly end: true };

export interface FilesMessage {
  readonly xlsx: Uint8Array;
  readonly pdf: Uint8Array;
}

const head = workerData as ReportHead;
const rows: (readonly Cell[])[][] = head.sheets.map(() => []);

async function finish(): Promise<FilesMessage> {
  const sheets = head.sheets.map((sheet, at) => ({ ...sheet, rows: rows[at] ?? [] }));
  const pdf = await writePages(head, sheets);
  return { pdf, xlsx: await writeWorkbook(head, sheets) };
}

parentPort?.on('message', (message: RowsMessage) => {
  if (!('end' in message)) {
    for (const row of message.rows) rows[message.sheet]?.push(row);
    return;
  }
  // A failure becomes the worker's error event.
  void finish().then((files) => {
    parentPort?.postMessage(files);
    parentPort?.close();
  });
});
