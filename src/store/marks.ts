/** Facts about the store itself, such as that it holds sample data. */
import type { Reader, Writer } from './connection.ts';
import { eq } from './drizzle.ts';
import type { Kit } from './kit.ts';

export const defineMarkTables = (k: Kit) => ({
  mark: k.table('mark', { name: k.text().primaryKey(), value: k.text().notNull() }),
});

export async function findMark(read: Reader, name: string): Promise<string | undefined> {
  const { mark } = read.tables(defineMarkTables);
  const [row] = await read.db.select().from(mark).where(eq(mark.name, name));
  return row?.value;
}

export async function setMark(tx: Writer, name: string, value: string): Promise<void> {
  const { mark } = tx.tables(defineMarkTables);
  await tx.db.insert(mark).values({ name, value }).onConflictDoUpdate({ target: mark.name, set: { value } });
}
