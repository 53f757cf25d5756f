/** `dayabot rotate-key`: all identity numbers sealed with a new key, while nobody else uses the store. */
import { systemClock } from '../delivery/clock.ts';
import { openSqlite, rotateDataKey } from '../store/index.ts';
import { holdStore } from './hold.ts';
import { readConfig } from './open.ts';
import { printLine, remark } from './print.ts';

export async function rotateKey(): Promise<void> {
  const config = readConfig();
  const { file } = config.database;
  const release = holdStore(file);
  try {
    const store = openSqlite(file);
    try {
      const made = await rotateDataKey(store, config.dataKey, file, systemClock.now());
      await printLine(`${made.numbers} identity numbers sealed with a new key`);
      if (made.oldFile !== undefined) {
        remark(`The new key stands in ${made.file}. Keep a copy of it in another place.`);
        remark(
          `Backups made before need the old key, kept as ${made.oldFile}. Delete it when you need them no more.`,
        );
      } else {
        remark(`Now put the content of ${made.file} into DATA_KEY, then delete that file.`);
        remark('Backups made before need the old key: keep it as long as you keep them.');
      }
    } finally {
      await store.close();
    }
  } finally {
    release();
  }
}
