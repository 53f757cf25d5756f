/**
 * Where reads outside a write run. Between two writes the writing connection answers them, because its page cache is
 * warm; while a transaction is open a second connection does, which sees only what was committed. There, reads close
 * together share one read transaction: a statement of its own would drop the cache after every commit.
 */
import type Database from 'better-sqlite3';

export interface Snapshots {
  /** Ends the shared transaction, so that the next read sees what was just committed. */
  refresh(): void;
}

type Call = (...values: unknown[]) => unknown;

/** Changes `prepare` of the read-only connection `reading` in that way. Refuses statements that would write. */
export function shareReads(reading: Database.Database, writing: Database.Database): Snapshots {
  const begin = reading.prepare('BEGIN');
  const end = reading.prepare('COMMIT');
  let open = false;
  let ending: NodeJS.Immediate | undefined;

  const refresh = () => {
    if (ending !== undefined) clearImmediate(ending);
    ending = undefined;
    if (!open) return;
    open = false;
    if (reading.open) end.run();
  };
  const ensure = () => {
    if (open) return;
    begin.run();
    open = true;
    ending = setImmediate(refresh);
  };

  const prepare = reading.prepare.bind(reading);
  const shared = (source: string) => {
    const statement = prepare(source);
    if (!statement.readonly) throw new Error('a write outside of store.write');
    const warm = writing.prepare(source);
    for (const name of ['all', 'get'] as const) {
      const cold: Call = statement[name].bind(statement);
      const quick: Call = warm[name].bind(warm);
      Reflect.set(statement, name, (...values: unknown[]) => {
        if (!writing.inTransaction) return quick(...values);
        ensure();
        return cold(...values);
      });
    }
    const raw = statement.raw.bind(statement);
    Reflect.set(statement, 'raw', (toggle?: boolean) => {
      warm.raw(toggle ?? true);
      return raw(toggle ?? true);
    });
    return statement;
  };
  Reflect.set(reading, 'prepare', shared);
  return { refresh };
}
