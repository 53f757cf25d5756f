/** `dayabot import KIND FILE.csv`: all rows or none, each mistake by line and column. */
import { stringify } from 'csv-stringify/sync';
import { features } from '../features.ts';
import { importFile, importTemplate } from '../imports/import.ts';
import { readCsvFile, refused } from './csv-file.ts';
import { UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { printLine } from './print.ts';

const importSpecs = features.flatMap((feature) => feature.imports ?? []);

export async function importKind(
  kind: string,
  file: string | undefined,
  options: { dryRun?: boolean; template?: boolean },
): Promise<void> {
  const spec = importSpecs.find((one) => one.kind === kind);
  if (spec === undefined)
    throw new UsageWrong(
      `There is no kind "${kind}". Known: ${importSpecs.map((one) => one.kind).join(', ')}.`,
    );
  if (options.template === true) {
    await printLine(stringify(importTemplate(spec).map((row) => [...row])).trimEnd());
    return;
  }
  if (file === undefined) throw new UsageWrong(`Name the file: dayabot import ${kind} FILE.csv`);
  const bytes = await readCsvFile(file);
  await withStore(async ({ clock, store }) => {
    const result = await importFile(store, spec, bytes, {
      now: clock.now(),
      actor: 'system:shell',
      dryRun: options.dryRun === true,
    });
    if (result.kind === 'refused') throw refused(file, result.problems);
    await printLine(
      result.kind === 'stored'
        ? `${result.rows} rows stored`
        : `${result.rows} rows are right; nothing was stored (--dry-run)`,
    );
  });
}
