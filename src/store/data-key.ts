/** The key that encrypts identity numbers: given in the settings, or made once beside a SQLite store. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreRefused } from './store.ts';

/** File that holds a key made by the bot, in the folder of the store. */
export const dataKeyFile = (storeFile: string): string => join(dirname(storeFile), 'data.key');

/** The given key, or the one kept beside the store, which is made at the first start. `made` asks for a warning. */
export function loadDataKey(
  given: Uint8Array | undefined,
  storeFile: string,
): { key: Uint8Array; made: boolean } {
  if (given !== undefined) return { key: given, made: false };
  const file = dataKeyFile(storeFile);
  if (existsSync(file)) {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
    if (key.length !== 32)
      throw new StoreRefused(
        `${file} does not hold a key of 32 bytes in base64. Restore it from your backup.`,
      );
    return { key, made: false };
  }
  const key = randomBytes(32);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  return { key, made: true };
}
