/**
 * Files in the data folder, each under the hash of its content: the same file is kept once, a name from outside never
 * touches the disk, and nothing but the bot's user can read it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Files {
  /** Makes the content lasting and gives back its hash. It is held until `release`, so that nobody removes it meanwhile. */
  put(bytes: Uint8Array): Promise<string>;
  /** Ends the hold of one `put`, once its row is stored or will not be. */
  release(hash: string): void;
  /** Takes a file off the disk unless it is held, or `isFree` says that it is still named; without one nothing happens. */
  remove(hash: string, isFree: () => Promise<boolean>): Promise<void>;
  /** Hashes of files that were put before a moment (epoch milliseconds). */
  list(before: number): Promise<readonly string[]>;
}

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/u.test(name);

export function openFiles(folder: string): Files {
  const held = new Map<string, number>();
  // One after the other: whoever puts a file while it is being removed writes it again afterwards.
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = before.then(work);
    before = done.catch(() => undefined);
    return done;
  };

  const pathOf = (hash: string): string => {
    if (!isHash(hash)) throw new Error('that is no hash');
    return join(folder, hash.slice(0, 2), hash);
  };

  async function write(path: string, bytes: Uint8Array): Promise<void> {
    if ((await stat(path).catch(() => undefined)) !== undefined) return;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  const release = (hash: string): void => {
    const left = (held.get(hash) ?? 0) - 1;
    if (left > 0) held.set(hash, left);
    else held.delete(hash);
  };

  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      held.set(hash, (held.get(hash) ?? 0) + 1);
      try {
        await inTurn(() => write(pathOf(hash), bytes));
      } catch (error) {
        release(hash);
        throw error;
      }
      return hash;
    },
    release,
    remove: (hash, isFree) =>
      inTurn(async () => {
        if (held.has(hash) || !(await isFree())) return;
        await rm(pathOf(hash), { force: true });
      }),
    async list(until) {
      const found: string[] = [];
      for (const part of await readdir(folder).catch(() => []))
        for (const name of await readdir(join(folder, part)).catch(() => [])) {
          const path = join(folder, part, name);
          const { mtimeMs } = await stat(path);
          if (mtimeMs >= until) continue;
          if (isHash(name)) found.push(name);
          // What a dying process left half written.
          else await rm(path, { force: true });
        }
      return found;
    },
  };
}
