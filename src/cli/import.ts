/** `dayabot import KIND FILE.csv`: all rows or none, each mistake by line and column. */
import { readFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import { features } from '../features.ts';
import { importFile, importTemplate } from '../imports/import.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { printLine } from './print.ts';

const importSpecs = features.flatMap((feature) => feature.imports ?? []);
const problemsShown = 50;

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
  const bytes = await readFile(file).catch(() => {
    throw new CommandFailed(`${file} cannot be read.`);
  });
  await withStore(async ({ clock, store }) => {
    const result = await importFile(store, spec, bytes, {
      now: clock.now(),
      actor: 'system:shell',
      dryRun: options.dryRun === true,
    });
    if (result.kind === 'refused') {
      const shown = result.problems.slice(0, problemsShown);
      const lines = shown.map(
        ({ line, column, problem }) =>
          `${file}:${line}${column === '' ? '' : `, column ${column}`}: ${problem}`,
      );
      const rest = result.problems.length - shown.length;
      throw new CommandFailed(
        [...lines, ...(rest > 0 ? [`and ${rest} more`] : []), 'Nothing was stored.'].join('\n'),
      );
    }
    await printLine(
      result.kind === 'stored'
        ? `${result.rows} rows stored`
        : `${result.rows} rows are right; nothing was stored (--dry-run)`,
    );
  });
}
