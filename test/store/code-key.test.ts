import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMark, loadDataKey, openCodeHash, openSqlite, rotateDataKey } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/folder.ts';

const now = Date.UTC(2026, 10, 23);

describe('the hash of one-time codes', () => {
  it('reads a code as people type it, differs from store to store, and never shows its key', async () => {
    const open = async () => {
      const file = join(temporaryFolder(), 'test.db');
      const store = openSqlite(file);
      const { key } = await loadDataKey(store, undefined, file);
      const hash = await openCodeHash(store, key);
      const sealed = await findMark(store.read, 'code-key');
      await store.close();
      return { hash, key, sealed };
    };
    const [one, two] = [await open(), await open()];
    expect(one.hash('AB1O-cdef')).toBe(one.hash('ab10 CDEF'));
    expect(one.hash('AB10-CDEF')).not.toBe(two.hash('AB10-CDEF'));
    expect(one.hash('AB10-CDEF')).toHaveLength(43);
    expect(one.sealed).not.toContain(Buffer.from(one.key).toString('base64'));
  });

  it('stays the same when the data key is changed', async () => {
    const file = join(temporaryFolder(), 'test.db');
    const store = openSqlite(file);
    const before = (await openCodeHash(store, (await loadDataKey(store, undefined, file)).key))('ABCD-EFGH');
    await rotateDataKey(store, undefined, file, now);
    const { key } = await loadDataKey(store, undefined, file);
    expect((await openCodeHash(store, key))('ABCD-EFGH')).toBe(before);
    await store.close();
  });
});
