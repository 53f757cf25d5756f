/** The key of the identity numbers: made once, refused when it is another, changed so that a crash leaves nothing unreadable. */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVault, loadDataKey, openSqlite, rotateDataKey, type Store } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.parse('2026-11-23T08:00:00+07:00');
const digits = '3374010101900001';
const keyFileOf = (file: string) => join(dirname(file), 'data.key');

async function sealOne(store: Store, key: Uint8Array): Promise<string> {
  const vault = createVault(key);
  return store.write(async (tx) => {
    const id = await vault.seal(tx, digits, '3374…0001', now, 1_000);
    await vault.keep(tx, id);
    return id;
  });
}

describe('the key of identity numbers', () => {
  it('is made once, for the owner only, and a broken one is refused', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    const first = await loadDataKey(store, undefined, file);
    const second = await loadDataKey(store, undefined, file);
    expect([first.made, second.made]).toEqual([true, false]);
    expect(Buffer.from(second.key)).toEqual(Buffer.from(first.key));
    expect(statSync(keyFileOf(file)).mode & 0o777).toBe(0o600);
    writeFileSync(keyFileOf(file), 'short');
    await expect(loadDataKey(store, undefined, file)).rejects.toThrow(/does not hold a key/);
  });

  it('is never made anew for a store whose key file is missing', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    await loadDataKey(store, undefined, file);
    rmSync(keyFileOf(file));
    await expect(loadDataKey(store, undefined, file)).rejects.toThrow(/is missing/);
    expect(existsSync(keyFileOf(file))).toBe(false);
  });

  it('is refused when it is another one, in the settings too', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    await loadDataKey(store, Buffer.alloc(32, 1), file);
    await expect(loadDataKey(store, Buffer.alloc(32, 2), file)).rejects.toThrow(
      /The key in DATA_KEY is not the one/,
    );
    expect((await loadDataKey(store, Buffer.alloc(32, 1), file)).made).toBe(false);
  });
});

describe('changing the key', () => {
  it('seals every number anew: the new key reads and finds them, the old one does neither', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    const { key: old } = await loadDataKey(store, undefined, file);
    const ids = [await sealOne(store, old), await sealOne(store, old)];
    const { numbers, oldFile } = await rotateDataKey(store, undefined, file, now);
    expect(numbers).toBe(2);
    const { key } = await loadDataKey(store, undefined, file);
    expect(Buffer.from(key)).not.toEqual(Buffer.from(old));
    for (const id of ids) expect(await createVault(key).open(store.read, id)).toBe(digits);
    expect(await createVault(key).find(store.read, digits)).toEqual(ids);
    expect(await createVault(old).find(store.read, digits)).toEqual([]);
    await expect(createVault(old).open(store.read, ids[0] ?? '')).rejects.toThrow();
    expect(readFileSync(oldFile ?? '', 'utf8').trim()).toBe(Buffer.from(old).toString('base64'));
  });

  it('reads more numbers than one batch holds', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    const { key } = await loadDataKey(store, undefined, file);
    const vault = createVault(key);
    await store.write(async (tx) => {
      for (let at = 0; at < 1_203; at++) await vault.seal(tx, digits, '3374…0001', now, 1_000);
    });
    expect((await rotateDataKey(store, undefined, file, now)).numbers).toBe(1_203);
  });

  it('cut off before the commit, leaves the old key in force', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    const { key } = await loadDataKey(store, undefined, file);
    const id = await sealOne(store, key);
    writeFileSync(`${keyFileOf(file)}.next`, `${Buffer.alloc(32, 9).toString('base64')}\n`);
    const kept = await loadDataKey(store, undefined, file);
    expect(await createVault(kept.key).open(store.read, id)).toBe(digits);
    expect(existsSync(`${keyFileOf(file)}.next`)).toBe(false);
  });

  it('cut off after the commit, takes the new key into force at the next start', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = openSqlite(file);
    const { key } = await loadDataKey(store, undefined, file);
    const id = await sealOne(store, key);
    copyFileSync(keyFileOf(file), `${keyFileOf(file)}.kept`);
    await rotateDataKey(store, undefined, file, now);
    // As if the process had died between the commit and the change of the file's name.
    copyFileSync(keyFileOf(file), `${keyFileOf(file)}.next`);
    copyFileSync(`${keyFileOf(file)}.kept`, keyFileOf(file));
    await store.close();
    const again = temporaryStore(file);
    const kept = await loadDataKey(again, undefined, file);
    expect(await createVault(kept.key).open(again.read, id)).toBe(digits);
  });

  it('with a key in the settings, leaves the new one in a file and says where it belongs', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    const given = Buffer.alloc(32, 1);
    await loadDataKey(store, given, file);
    const id = await sealOne(store, given);
    const made = await rotateDataKey(store, given, file, now);
    expect(made.oldFile).toBeUndefined();
    await expect(loadDataKey(store, given, file)).rejects.toThrow(
      `Put the content of ${made.file} into DATA_KEY`,
    );
    const fresh = Buffer.from(readFileSync(made.file, 'utf8').trim(), 'base64');
    expect(await createVault((await loadDataKey(store, fresh, file)).key).open(store.read, id)).toBe(digits);
    expect(readdirSync(dirname(file)).filter((name) => name.includes('before'))).toEqual([]);
  });
});
