/**
 * The key that encrypts identity numbers: given in the settings, or made once beside a SQLite store. The store carries
 * a mark of the key it was sealed with, so that a wrong key is refused at once and a change of key survives a crash.
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { resealCodeKey } from './code-key.ts';
import { findMark, setMark } from './marks.ts';
import { type Store, StoreRefused } from './store.ts';
import { resealVault } from './vault.ts';

const keyMark = 'data-key';

/** File that holds a key made by the bot, in the folder of the store. */
export const dataKeyFile = (storeFile: string): string => join(dirname(storeFile), 'data.key');

/** File that holds the new key while, and with a key in the settings after, it is changed. */
const nextKeyFile = (storeFile: string): string => `${dataKeyFile(storeFile)}.next`;

/** Names a key without giving it away. */
const markOf = (key: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', key, '', 'dayabot key mark', 12)).toString('base64url');

function readKey(file: string): Uint8Array {
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32)
    throw new StoreRefused(`${file} does not hold a key of 32 bytes in base64. Restore it from your backup.`);
  return key;
}

/** Writes a key for its owner only, on disk before this returns. */
function writeKey(file: string, key: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${Buffer.from(key).toString('base64')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export interface DataKey {
  readonly key: Uint8Array;
  /** True when it was made just now and needs a copy in another place. */
  readonly made: boolean;
}

/**
 * The key of this store: the given one, or the one kept beside it, which is made for a store that has none yet.
 * @throws StoreRefused when the store was sealed with another key, or its key is missing.
 */
export async function loadDataKey(
  store: Store,
  given: Uint8Array | undefined,
  storeFile: string,
): Promise<DataKey> {
  const file = dataKeyFile(storeFile);
  const next = nextKeyFile(storeFile);
  const mark = await findMark(store.read, keyMark);
  if (given === undefined && existsSync(next)) {
    // A change of key was cut off: the store says on which side of its commit.
    if (markOf(readKey(next)) === mark) renameSync(next, file);
    else rmSync(next);
  }
  const kept = given ?? (existsSync(file) ? readKey(file) : undefined);
  if (kept === undefined) {
    if (mark !== undefined)
      throw new StoreRefused(
        `${file} is missing: without it the identity numbers in ${storeFile} cannot be read. Put your copy of it there.`,
      );
    const key = randomBytes(32);
    writeKey(file, key);
    await store.write((tx) => setMark(tx, keyMark, markOf(key)));
    return { key, made: true };
  }
  if (mark === undefined) await store.write((tx) => setMark(tx, keyMark, markOf(kept)));
  else if (mark !== markOf(kept)) {
    const where = given === undefined ? file : 'DATA_KEY';
    throw new StoreRefused(
      existsSync(next) && markOf(readKey(next)) === mark
        ? `The key was changed. Put the content of ${next} into DATA_KEY, then delete that file.`
        : `The key in ${where} is not the one that ${storeFile} was sealed with. Put the right one there.`,
    );
  }
  return { key: kept, made: false };
}

export interface RotatedKey {
  /** How many identity numbers were sealed anew. */
  readonly numbers: number;
  /** Where the new key stands; from here it goes into the settings, when the old one was there. */
  readonly file: string;
  /** Where the old key is kept, for backups made before; undefined when the settings hold it. */
  readonly oldFile: string | undefined;
}

/**
 * Seals all identity numbers with a new key, in one write. The new key is on disk before the store changes, so that
 * a crash at any moment leaves a store and its key together. Nobody else may use the store meanwhile.
 */
export async function rotateDataKey(
  store: Store,
  given: Uint8Array | undefined,
  storeFile: string,
  now: number,
): Promise<RotatedKey> {
  const { key } = await loadDataKey(store, given, storeFile);
  const next = nextKeyFile(storeFile);
  const fresh = randomBytes(32);
  rmSync(next, { force: true });
  writeKey(next, fresh);
  const file = dataKeyFile(storeFile);
  const oldFile =
    given === undefined
      ? `${file}.before-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`
      : undefined;
  if (oldFile !== undefined) writeKey(oldFile, key);
  const numbers = await store.write(async (tx) => {
    const count = await resealVault(tx, key, fresh);
    await resealCodeKey(tx, key, fresh);
    await setMark(tx, keyMark, markOf(fresh));
    return count;
  });
  if (given === undefined) renameSync(next, file);
  return {
    numbers,
    file: given === undefined ? file : next,
    oldFile,
  };
}
