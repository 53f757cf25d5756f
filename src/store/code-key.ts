/**
 * A hash for one-time codes that are given to people on paper. Its key is made once and lies in the store sealed with
 * the data key, so that codes stay good when the data key is changed and a copy of the store alone cannot test guesses.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Writer } from './connection.ts';
import { readCode } from './ids.ts';
import { findMark, setMark } from './marks.ts';
import type { Store } from './store.ts';
import { createSealing } from './vault.ts';

const markName = 'code-key';

/** Hashes a code as a person typed it; 43 characters. */
export type HashCode = (code: string) => string;

const hashWith =
  (key: string): HashCode =>
  (code) =>
    createHmac('sha256', Buffer.from(key, 'base64')).update(readCode(code)).digest('base64url');

/** The hash of this store; its key is made at the first use. `dataKey` has 32 bytes. */
export async function openCodeHash(store: Store, dataKey: Uint8Array): Promise<HashCode> {
  const sealing = createSealing(dataKey);
  const open = (sealed: string): HashCode => hashWith(sealing.open(markName, sealed));
  const sealed = await findMark(store.read, markName);
  if (sealed !== undefined) return open(sealed);
  return store.write(async (tx) => {
    const meanwhile = await findMark(tx, markName);
    if (meanwhile !== undefined) return open(meanwhile);
    const key = randomBytes(32).toString('base64');
    await setMark(tx, markName, sealing.seal(markName, key));
    return hashWith(key);
  });
}

/** Seals the key of the code hash with another data key. */
export async function resealCodeKey(tx: Writer, from: Uint8Array, to: Uint8Array): Promise<void> {
  const sealed = await findMark(tx, markName);
  if (sealed === undefined) return;
  await setMark(tx, markName, createSealing(to).seal(markName, createSealing(from).open(markName, sealed)));
}
