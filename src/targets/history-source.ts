/** Reads the figures of past years that editors keep in `knowledge/targets/history.yaml`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type History, parseHistory } from './history.ts';
import { reportedIndicators } from './indicator.ts';

const shipped = fileURLToPath(new URL('../../knowledge/targets/history.yaml', import.meta.url));

/** The history and what is wrong with its file; never throws. */
export function readHistory(file: string = shipped): {
  readonly history: History;
  readonly problems: readonly string[];
} {
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return {
      history: { sources: {}, entries: [] },
      problems: [error instanceof Error ? error.message : String(error)],
    };
  }
  return parseHistory(
    value,
    reportedIndicators.map((one) => one.id),
  );
}
