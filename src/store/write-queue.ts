/**
 * Runs writers one at a time on a SQLite connection. Writers that wait at the same moment share one commit, each in
 * its own savepoint, so that one disk flush serves many and a failing writer undoes only itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** The few statements the queue needs of a connection. */
export interface Transactions {
  run(statement: string): void;
  inTransaction(): boolean;
}

interface Waiting {
  readonly work: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Writers in one commit at most, so that the first does not wait for a long queue. */
const sharedCommitLimit = 256;

export interface WriteQueue {
  write<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

export function createWriteQueue(connection: Transactions): WriteQueue {
  const waiting: Waiting[] = [];
  const inside = new AsyncLocalStorage<true>();
  let running: Promise<void> | undefined;

  async function runOne(writer: Waiting, settled: (() => void)[]): Promise<void> {
    connection.run('SAVEPOINT writer');
    let waited = false;
    const turn = setImmediate(() => {
      waited = true;
    });
    try {
      const value = await inside.run(true, writer.work);
      if (waited) throw new Error('a write waited for something other than the database');
      connection.run('RELEASE writer');
      settled.push(() => writer.resolve(value));
    } catch (error) {
      connection.run('ROLLBACK TO writer');
      connection.run('RELEASE writer');
      settled.push(() => writer.reject(error));
    } finally {
      clearImmediate(turn);
    }
  }

  async function runShared(): Promise<void> {
    const settled: (() => void)[] = [];
    const taken: Waiting[] = [];
    try {
      connection.run('BEGIN IMMEDIATE');
      try {
        for (let writer = waiting.shift(); writer !== undefined; writer = waiting.shift()) {
          taken.push(writer);
          await runOne(writer, settled);
          if (taken.length >= sharedCommitLimit) break;
        }
        connection.run('COMMIT');
      } catch (error) {
        if (connection.inTransaction()) connection.run('ROLLBACK');
        throw error;
      }
    } catch (error) {
      const next = taken.length === 0 ? waiting.shift() : undefined;
      for (const writer of next === undefined ? taken : [next]) writer.reject(error);
      return;
    }
    for (const settle of settled) settle();
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      await runShared();
      if (waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    running = undefined;
  }

  return {
    write<T>(work: () => Promise<T>): Promise<T> {
      if (inside.getStore() === true) {
        return Promise.reject(new Error('a write inside a write: pass the transaction on instead'));
      }
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: (value) => resolve(value as T), reject });
        running ??= new Promise<void>((done) => setImmediate(done)).then(drain);
      });
    },
    async idle() {
      while (running !== undefined) await running;
    },
  };
}
