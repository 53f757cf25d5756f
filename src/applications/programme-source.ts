/** Reads `knowledge/applications.yaml`, which editors keep. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Programmes, parseProgrammes } from './programme.ts';

const shipped = fileURLToPath(new URL('../../knowledge/applications.yaml', import.meta.url));

let read: Programmes | undefined;

/** The programmes of the shipped file; throws when it is wrong. Read once. */
export function readProgrammes(): Programmes {
  read ??= parseProgrammes(parse(readFileSync(shipped, 'utf8')));
  return read;
}

/** What is wrong with the file; empty when nothing is. */
export function checkProgrammes(file: string = shipped): readonly string[] {
  try {
    parseProgrammes(parse(readFileSync(file, 'utf8')));
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
