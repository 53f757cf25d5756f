import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findBrokenSeal,
  findMark,
  idBefore,
  newId,
  openSqlite,
  readCode,
  sealAudit,
  setMark,
  writeAudit,
} from '../../src/store/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/sources.ts';
import { temporaryStore } from '../support/store.ts';

const bytesOf = (file: string) => readFileSync(file).toString('base64');

describe('a SQLite store', () => {
  it('refuses a write inside a write', async () => {
    const store = temporaryStore();
    await expect(
      store.write(async (tx) => {
        await setMark(tx, 'a', '1');
        await store.write((inner) => setMark(inner, 'b', '1'));
      }),
    ).rejects.toThrow('a write inside a write');
    expect(await findMark(store.read, 'a')).toBeUndefined();
  });

  it('refuses a write that waits for anything but the database', async () => {
    const store = temporaryStore();
    await expect(
      store.write(async (tx) => {
        await setMark(tx, 'a', '1');
        await new Promise((resolve) => setTimeout(resolve, 1));
      }),
    ).rejects.toThrow('waited for something other than the database');
    expect(await findMark(store.read, 'a')).toBeUndefined();
  });

  it('shows readers only what was committed', async () => {
    const store = temporaryStore();
    let seen: string | undefined = 'nothing read';
    await store.write(async (tx) => {
      await setMark(tx, 'a', '1');
      seen = await findMark(store.read, 'a');
      expect(await findMark(tx, 'a')).toBe('1');
    });
    expect(seen).toBeUndefined();
    expect(await findMark(store.read, 'a')).toBe('1');
  });

  it('keeps the order in which writes were asked for', async () => {
    const store = temporaryStore();
    const names = Array.from({ length: 40 }, (_, at) => String(at));
    await Promise.all(names.map((name) => store.write((tx) => setMark(tx, 'last', name))));
    expect(await findMark(store.read, 'last')).toBe('39');
  });

  it('names an audit entry that was changed behind its back', async () => {
    const file = join(temporaryFolder(), 'a.db');
    const store = temporaryStore(file);
    for (const action of ['a', 'b', 'c'])
      await store.write((tx) => writeAudit(tx, { at: 1, actor: 'x', action, about: 'y:1' }));
    await store.write((tx) => sealAudit(tx));
    const raw = new Database(file);
    const { id } = raw.prepare("SELECT id FROM audit WHERE action = 'b'").get() as { id: string };
    raw.prepare('UPDATE audit SET actor = ? WHERE id = ?').run('somebody else', id);
    raw.close();
    expect(await findBrokenSeal(store.read)).toBe(id);
  });

  it('copies itself while it is open, and never over a file', async () => {
    const folder = temporaryFolder();
    const store = temporaryStore(join(folder, 'a.db'));
    await store.write((tx) => setMark(tx, 'a', '1'));
    const copy = join(folder, 'copy.db');
    await store.backup(copy);
    await expect(store.backup(copy)).rejects.toThrow('exists already');
    const second = temporaryStore(copy);
    expect(await findMark(second.read, 'a')).toBe('1');
  });
});

describe('a file that is no store of ours', () => {
  it('is refused and stays as it is when it is no database', () => {
    const file = join(temporaryFolder(), 'a.db');
    writeFileSync(file, 'these are my notes, not a database at all\n'.repeat(40));
    const before = bytesOf(file);
    expect(() => openSqlite(file)).toThrow(/cannot be read as a database/);
    expect(bytesOf(file)).toBe(before);
  });

  it('is refused and stays as it is when another program made it', () => {
    const file = join(temporaryFolder(), 'a.db');
    const raw = new Database(file);
    raw.exec('CREATE TABLE recipes (id INTEGER)');
    raw.close();
    const before = bytesOf(file);
    expect(() => openSqlite(file)).toThrow(/database of another program/);
    expect(bytesOf(file)).toBe(before);
  });

  it('is refused and stays as it is when a newer version made it', async () => {
    const file = join(temporaryFolder(), 'a.db');
    await openSqlite(file).close();
    const raw = new Database(file);
    raw
      .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
      .run('later', Date.now() + 1e12);
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
    const before = bytesOf(file);
    expect(() => openSqlite(file)).toThrow(/newer version of Dayabot/);
    expect(bytesOf(file)).toBe(before);
  });

  it.runIf(process.getuid?.() !== 0)(
    'is refused when it may not be written (as root everything may)',
    async () => {
      const file = join(temporaryFolder(), 'a.db');
      await openSqlite(file).close();
      chmodSync(file, 0o444);
      expect(() => openSqlite(file)).toThrow(/cannot be written/);
    },
  );

  it('is refused when it stands where nothing can be made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => openSqlite(join(folder, 'file', 'a.db'))).toThrow();
    mkdirSync(join(folder, 'a.db'));
    expect(() => openSqlite(join(folder, 'a.db'))).toThrow(/cannot be read/);
  });
});

describe('migrations', () => {
  it('take a filled store of every earlier version along with all its rows, and keep a copy of it', async () => {
    const journal = JSON.parse(readFileSync(join(root, 'migrations/sqlite/meta/_journal.json'), 'utf8')) as {
      entries: { tag: string; when: number }[];
    };
    for (let upTo = 1; upTo <= journal.entries.length; upTo++) {
      const folder = temporaryFolder();
      const file = join(folder, 'old.db');
      const raw = new Database(file);
      raw.pragma('application_id = 1145133377');
      raw.exec(
        'CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)',
      );
      for (const entry of journal.entries.slice(0, upTo)) {
        const sql = readFileSync(join(root, `migrations/sqlite/${entry.tag}.sql`), 'utf8');
        for (const statement of sql.split('--> statement-breakpoint')) raw.exec(statement);
        raw
          .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
          .run(entry.tag, entry.when);
      }
      const insert = raw.prepare('INSERT INTO mark (name, value) VALUES (?, ?)');
      for (let at = 0; at < 50; at++) insert.run(`m${at}`, 'x');
      raw.close();
      const store = temporaryStore(file);
      expect(await findMark(store.read, 'm49')).toBe('x');
      const copies = readdirSync(folder).filter((name) => name.includes('.before-'));
      expect(copies.length).toBe(upTo === journal.entries.length ? 0 : 1);
    }
  });
});

describe('ids and codes', () => {
  it('sort by time, never repeat, and lie behind the id before their moment', () => {
    const ids = Array.from({ length: 5_000 }, () => newId(Date.UTC(2026, 10, 23)));
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
    const later = Date.UTC(2027, 0, 1);
    expect(newId(later) > idBefore(later)).toBe(true);
    expect((ids.at(-1) ?? '') < idBefore(later)).toBe(true);
  });

  it('reads a code however it was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/), (plain) => {
        const kept = `${plain.slice(0, 4)}-${plain.slice(4)}`;
        expect(readCode(kept)).toBe(kept);
        expect(readCode(plain.toLowerCase())).toBe(kept);
        expect(readCode(` ${plain.slice(0, 4)} ${plain.slice(4)} `)).toBe(kept);
      }),
    );
    expect(readCode('oil0-1234')).toBe('0110-1234');
  });
});
