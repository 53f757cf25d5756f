/** Writes one kind of record into a file, by the ending of its name: CSV as a stream, XLSX in a worker. */
import { chmod, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ExportSpec } from '../feature.ts';
import type { Zone } from '../language/locale.ts';
import { type Store, type Writer, writeAudit } from '../store/index.ts';
import { writeCsv } from './csv.ts';
import { writeXlsx } from './xlsx.ts';

export type ExportResult =
  | { readonly kind: 'written'; readonly rows: number }
  | { readonly kind: 'exists' }
  | { readonly kind: 'no-folder'; readonly folder: string }
  | { readonly kind: 'unknown-ending' }
  /** A sheet holds no more rows than this. */
  | { readonly kind: 'too-many-rows'; readonly most: number };

export interface ExportOptions {
  readonly file: string;
  readonly zone: Zone;
  readonly now: number;
  /** Who exports, for audit. */
  readonly actor: string;
  /** For the owner's eyes only: others on the machine may not read the file. */
  readonly isPrivate?: boolean;
  /** Runs in the write that notes the export, before the file appears. */
  readonly noted?: (tx: Writer) => Promise<void>;
}

/** Writes the rows of `spec`. The file appears when it is whole, or not at all; an existing one is never replaced. */
export async function exportFile(
  store: Store,
  spec: ExportSpec,
  options: ExportOptions,
): Promise<ExportResult> {
  const { file, zone, now, actor } = options;
  const ending = /\.(csv|xlsx)$/iu.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return { kind: 'unknown-ending' };
  if ((await stat(file).catch(() => undefined)) !== undefined) return { kind: 'exists' };
  const folder = dirname(file);
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true)
    return { kind: 'no-folder', folder };
  const unfinished = `${file}.part`;
  try {
    const input = { spec, rows: spec.rows(store.read), file: unfinished, zone };
    const written = ending === 'csv' ? await writeCsv(input) : await writeXlsx(input);
    if (written.kind === 'too-many-rows') return written;
    // Claims the name; fails when somebody else made the file meanwhile.
    const claim = await open(file, 'wx').catch(() => undefined);
    if (claim === undefined) return { kind: 'exists' };
    await claim.close();
    try {
      if (options.isPrivate === true) await chmod(unfinished, 0o600);
      await store.write(async (tx) => {
        await options.noted?.(tx);
        await writeAudit(tx, {
          at: now,
          actor,
          action: `export.${spec.kind}`,
          about: `rows:${written.rows}`,
        });
      });
    } catch (error) {
      // What was not noted does not leave.
      await rm(file, { force: true });
      throw error;
    }
    await rename(unfinished, file);
    return written;
  } finally {
    await rm(unfinished, { force: true });
  }
}
