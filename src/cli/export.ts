/** `dayabot export KIND --to FILE.csv|.xlsx`: one kind of record as a file, never over an existing one. */

import { type ExportResult, exportFile } from '../exports/export.ts';
import { features } from '../features.ts';
import { CommandFailed, UsageWrong } from './failure.ts';
import { withStore } from './open.ts';
import { printLine } from './print.ts';

export async function exportKind(
  kind: string,
  options: { readonly to: string; readonly for?: string; readonly area?: string },
): Promise<void> {
  if (kind === 'answers') return (await import('./export-answers.ts')).exportAnswers(options.to);
  if (kind === 'prelist') return (await import('./export-prelist.ts')).exportPrelist(options);
  if (options.for !== undefined || options.area !== undefined)
    throw new UsageWrong('--for and --area belong to the prelist only.');
  const specs = features.flatMap((feature) => feature.exports ?? []);
  const spec = specs.find((one) => one.kind === kind);
  if (spec === undefined)
    throw new UsageWrong(
      `There is no kind "${kind}". Known: ${[...specs.map((one) => one.kind), 'prelist', 'answers'].join(', ')}.`,
    );
  checkEnding(options.to);
  await withStore(async ({ clock, config, store }) => {
    const result = await exportFile(store, spec, {
      file: options.to,
      zone: config.timeZone,
      now: clock.now(),
      actor: 'system:shell',
    });
    return sayExported(options.to, result);
  });
}

export function checkEnding(file: string): void {
  if (!/\.(csv|xlsx)$/iu.test(file))
    throw new UsageWrong(`${file} ends in neither .csv nor .xlsx; the ending decides the format.`);
}

export async function sayExported(file: string, result: ExportResult): Promise<void> {
  switch (result.kind) {
    case 'written':
      return printLine(`${result.rows} rows written to ${file}`);
    case 'exists':
      throw new CommandFailed(`${file} exists already; nothing was written. Choose another name.`);
    case 'no-folder':
      throw new CommandFailed(`There is no folder ${result.folder}; nothing was written.`);
    case 'too-many-rows':
      throw new CommandFailed(
        `More than ${result.most} rows do not fit into one sheet. Write a .csv file instead.`,
      );
    case 'unknown-ending':
      throw new UsageWrong(`${file} ends in neither .csv nor .xlsx.`);
    default:
      return result satisfies never;
  }
}
