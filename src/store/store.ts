/** The store as the rest of the program sees it: read anywhere, write one at a time. */
import type { Reader, Writer } from './connection.ts';

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** For reading outside a write. It sees what was committed. */
  readonly read: Reader;
  /**
   * Runs `work` in one transaction and resolves with its result after the commit; a throw undoes all of it. Writes
   * run one at a time, in the order they were asked for. Inside, read through `tx` only, wait for nothing but the
   * database, and never call `write` again: use cases take `tx`. On PostgreSQL `work` may run twice.
   */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** A consistent copy of the whole store in a new file. Fails when the file exists. */
  backup(file: string): Promise<void>;
  /** Waits for writes under way, then releases the connections. */
  close(): Promise<void>;
}

/** The store cannot be used as it is; `message` says why and what to do, and nothing was changed. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
