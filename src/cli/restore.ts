/** `dayabot restore FILE`: checks a backup, keeps the present store beside it, and puts the backup in its place. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { openSqlite } from '../store/index.ts';
import { CommandFailed } from './failure.ts';
import { findHolder } from './hold.ts';
import { readConfig } from './open.ts';
import { printLine } from './print.ts';

export async function restore(source: string): Promise<void> {
  const config = readConfig();
  const { file } = config.database;
  const holder = findHolder(file);
  if (holder !== undefined)
    throw new CommandFailed(`${file} is in use by process ${holder}. Stop the bot first.`);
  if (!existsSync(source)) throw new CommandFailed(`There is no file ${source}.`);
  const trial = `${file}.restoring`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${trial}${end}`, { force: true });
  copyFileSync(source, trial);
  try {
    // Opening checks that it is a store of ours and not from a newer version, and migrates the copy.
    await openSqlite(trial).close();
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${trial}${end}`, { force: true });
    throw error;
  }
  let kept = '';
  if (existsSync(file)) {
    const present = openSqlite(file);
    await present.close();
    kept = `${file}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    renameSync(file, kept);
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  }
  renameSync(trial, file);
  await printLine(`${source} is now ${file}${kept === '' ? '' : `; the store before is kept as ${kept}`}`);
}
