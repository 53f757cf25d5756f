/** CSV files that people hand to a command: reading them, and saying what is wrong in them. */
import { readFile } from 'node:fs/promises';
import type { ImportProblem } from '../imports/import.ts';
import { CommandFailed } from './failure.ts';

const problemsShown = 50;

export const readCsvFile = (file: string): Promise<Uint8Array> =>
  readFile(file).catch(() => {
    throw new CommandFailed(`${file} cannot be read.`);
  });

/** Every mistake by line and column, as the failure of a command that stored nothing. */
export function refused(file: string, problems: readonly ImportProblem[]): CommandFailed {
  const shown = problems.slice(0, problemsShown);
  const lines = shown.map(
    ({ line, column, problem }) => `${file}:${line}${column === '' ? '' : `, column ${column}`}: ${problem}`,
  );
  const rest = problems.length - shown.length;
  return new CommandFailed(
    [...lines, ...(rest > 0 ? [`and ${rest} more`] : []), 'Nothing was stored.'].join('\n'),
  );
}
