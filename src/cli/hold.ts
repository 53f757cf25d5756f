/** Marks a store as in use by this process, so that `restore` never replaces it under a running bot. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CommandFailed } from './failure.ts';

const holdFile = (store: string): string => `${store}.pid`;

/** The process that uses the store now, if it still lives. */
export function findHolder(store: string): number | undefined {
  const file = holdFile(store);
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? pid : undefined;
  }
}

/** Takes the store for this process; the result gives it back. Two bots on one SQLite file would answer twice. */
export function holdStore(store: string): () => void {
  const holder = findHolder(store);
  if (holder !== undefined)
    throw new CommandFailed(`${store} is in use by process ${holder}. Stop that one first.`);
  writeFileSync(holdFile(store), String(process.pid));
  return () => rmSync(holdFile(store), { force: true });
}
