/** A store in a temporary file with the real migrations. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqlite, type Store } from '../../src/store/index.ts';
import { temporaryFolder } from './folder.ts';

export function temporaryStore(file = join(temporaryFolder(), 'test.db')): Store {
  const store = openSqlite(file);
  onTestFinished(() => store.close());
  return store;
}
