/** XLSX with typed cells and a header that stays, written in a worker: packing a sheet takes a second and much memory. */
import { Worker } from 'node:worker_threads';
import type { Cell } from '../feature.ts';
import type { WriteInput } from './csv.ts';

/** Rows of a sheet by its format, the header among them, less what memory bears. */
const mostRows = 200_000;

export interface SheetInput {
  readonly columns: WriteInput['spec']['columns'];
  readonly rows: readonly (readonly Cell[])[];
  readonly file: string;
  readonly zone: WriteInput['zone'];
}

export async function writeXlsx(
  input: WriteInput,
): Promise<
  | { readonly kind: 'written'; readonly rows: number }
  | { readonly kind: 'too-many-rows'; readonly most: number }
> {
  const rows: (readonly Cell[])[] = [];
  for await (const row of input.rows) {
    if (rows.length === mostRows) return { kind: 'too-many-rows', most: mostRows };
    rows.push(row);
  }
  const sheet: SheetInput = { columns: input.spec.columns, rows, file: input.file, zone: input.zone };
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { workerData: sheet });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`writing the sheet ended with ${code}`)),
    );
  });
  return { kind: 'written', rows: rows.length };
}
