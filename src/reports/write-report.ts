/** Streams the rows of a report to a worker that makes its files, one report at a time, so that the bot keeps answering. */
import { Worker } from 'node:worker_threads';
import type { Cell, ReportScope, ReportSection } from '../feature.ts';
import type { Reader } from '../store/index.ts';
import type { ReportHead } from './report.ts';
import type { FilesMessage, RowsMessage } from './report-worker.ts';

/** Rows handed over at once; between two batches other work goes on. */
const batch = 500;
const longestMs = 120_000;
/** Little room for young objects makes the worker collect often: a third smaller, hardly slower. */
const memory = { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 512 };

export interface ReportFiles extends FilesMessage {
  /** Rows of each section, in their order. */
  readonly counts: readonly number[];
}

async function write(
  read: Reader,
  sections: readonly ReportSection[],
  scope: ReportScope,
  head: ReportHead,
): Promise<ReportFiles> {
  const worker = new Worker(new URL('./report-worker.ts', import.meta.url), {
    workerData: head,
    resourceLimits: memory,
  });
  const files = new Promise<FilesMessage>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the report took too long')), longestMs);
    worker.once('message', (made: FilesMessage) => {
      clearTimeout(late);
      resolve(made);
    });
    worker.once('error', (error) => {
      clearTimeout(late);
      reject(error);
    });
  });
  const send = (message: RowsMessage) => worker.postMessage(message);
  try {
    const counts: number[] = [];
    for (const [sheet, section] of sections.entries()) {
      let rows: (readonly Cell[])[] = [];
      let n = 0;
      for await (const row of section.rows(read, scope)) {
        rows.push(row);
        n++;
        if (rows.length < batch) continue;
        send({ sheet, rows });
        rows = [];
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (rows.length > 0) send({ sheet, rows });
      counts.push(n);
    }
    send({ end: true });
    return { ...(await files), counts };
  } finally {
    // A reader that failed leaves the promise of the files without an owner.
    files.catch(() => undefined);
    await worker.terminate();
  }
}

let before: Promise<unknown> = Promise.resolve();

/** The files of one report. Rejects when it cannot be made within two minutes of its turn. */
export function writeReport(
  read: Reader,
  sections: readonly ReportSection[],
  scope: ReportScope,
  head: ReportHead,
): Promise<ReportFiles> {
  const made = before.then(() => write(read, sections, scope, head));
  before = made.catch(() => undefined);
  return made;
}
