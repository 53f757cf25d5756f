/**
 * The only place where identity numbers (NIK, KK) exist: encrypted with AES-256-GCM, found again through a keyed
 * hash, shown masked. Everything else in the store refers to a vault row by id.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Reader, Writer } from './connection.ts';
import { and, asc, eq, gt, inArray, isNotNull, lt } from './drizzle.ts';
import { newId } from './ids.ts';
import type { Kit } from './kit.ts';

export const defineVaultTables = (k: Kit) => ({
  vault: k.table(
    'vault',
    {
      id: k.text().primaryKey(),
      /** iv, tag and cipher text, base64. */
      sealed: k.text().notNull(),
      /** Keyed hash of the digits, for look-up. */
      finger: k.text().notNull(),
      masked: k.text().notNull(),
      createdAt: k.instant().notNull(),
      /** When the row goes away unless a record has taken it; null once a record refers to it. */
      keepUntil: k.instant(),
    },
    (t) => [k.index('vault_finger').on(t.finger), k.index('vault_keep').on(t.keepUntil)],
  ),
});

export interface Vault {
  /** Stores digits for `keepMs`, until a record keeps them. */
  seal(tx: Writer, digits: string, masked: string, now: number, keepMs: number): Promise<string>;
  /** The digits of a row; undefined when it is gone. Throws when the key is another one. */
  open(read: Reader, id: string): Promise<string | undefined>;
  /** Ids of rows with the same digits. */
  find(read: Reader, digits: string): Promise<readonly string[]>;
  keep(tx: Writer, id: string): Promise<void>;
  forget(tx: Writer, ids: readonly string[]): Promise<void>;
  /** Removes rows whose time is over. */
  purge(tx: Writer, now: number): Promise<void>;
}

/** Encryption and look-up use two keys derived from `key`. A row's id is part of what is sealed: rows cannot be swapped. */
export function createSealing(key: Uint8Array) {
  if (key.length !== 32) throw new Error('the data key must have 32 bytes');
  const cipherKey = Buffer.from(hkdfSync('sha256', key, '', 'dayabot vault cipher', 32));
  const fingerKey = Buffer.from(hkdfSync('sha256', key, '', 'dayabot vault finger', 32));
  return {
    fingerOf: (digits: string) => createHmac('sha256', fingerKey).update(digits).digest('base64url'),
    seal(id: string, digits: string): string {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv);
      cipher.setAAD(Buffer.from(id));
      const body = Buffer.concat([cipher.update(digits, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(id: string, sealed: string): string {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

const resealBatch = 500;

/** Seals every row with another key; the number of rows. Throws, and so undoes the write, when one cannot be opened. */
export async function resealVault(tx: Writer, from: Uint8Array, to: Uint8Array): Promise<number> {
  const { vault } = tx.tables(defineVaultTables);
  const before = createSealing(from);
  const after = createSealing(to);
  let count = 0;
  for (let last = ''; ; ) {
    const rows = await tx.db
      .select({ id: vault.id, sealed: vault.sealed })
      .from(vault)
      .where(gt(vault.id, last))
      .orderBy(asc(vault.id))
      .limit(resealBatch);
    for (const { id, sealed } of rows) {
      const digits = before.open(id, sealed);
      await tx.db
        .update(vault)
        .set({ sealed: after.seal(id, digits), finger: after.fingerOf(digits) })
        .where(eq(vault.id, id));
    }
    count += rows.length;
    const end = rows.at(-1);
    if (end === undefined || rows.length < resealBatch) return count;
    last = end.id;
  }
}

/** Erases rows; that takes no key. */
export async function forgetNumbers(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { vault } = tx.tables(defineVaultTables);
  await tx.db.delete(vault).where(inArray(vault.id, [...ids]));
}

/** Keeps a number that no record has taken yet; how it is shown. Undefined when it is gone or taken. Takes no key. */
export async function claimNumber(tx: Writer, id: string): Promise<string | undefined> {
  const { vault } = tx.tables(defineVaultTables);
  const free = and(eq(vault.id, id), isNotNull(vault.keepUntil));
  const [row] = await tx.db.select({ masked: vault.masked }).from(vault).where(free);
  if (row === undefined) return undefined;
  await tx.db.update(vault).set({ keepUntil: null }).where(eq(vault.id, id));
  return row.masked;
}

/** Ids of other rows with the same digits as this one. Takes no key. */
export async function findSameNumbers(read: Reader, id: string): Promise<readonly string[]> {
  const { vault } = read.tables(defineVaultTables);
  const [own] = await read.db.select({ finger: vault.finger }).from(vault).where(eq(vault.id, id));
  if (own === undefined) return [];
  const rows = await read.db.select({ id: vault.id }).from(vault).where(eq(vault.finger, own.finger));
  return rows.map((row) => row.id).filter((one) => one !== id);
}

/** @param key 32 bytes (`DATA_KEY`). */
export function createVault(key: Uint8Array): Vault {
  const sealing = createSealing(key);
  const { fingerOf } = sealing;
  return {
    async seal(tx, digits, masked, now, keepMs) {
      const { vault } = tx.tables(defineVaultTables);
      const id = newId(now);
      await tx.db.insert(vault).values({
        id,
        sealed: sealing.seal(id, digits),
        finger: fingerOf(digits),
        masked,
        createdAt: now,
        keepUntil: now + keepMs,
      });
      return id;
    },
    async open(read, id) {
      const { vault } = read.tables(defineVaultTables);
      const [row] = await read.db.select().from(vault).where(eq(vault.id, id));
      return row === undefined ? undefined : sealing.open(id, row.sealed);
    },
    async find(read, digits) {
      const { vault } = read.tables(defineVaultTables);
      const rows = await read.db
        .select({ id: vault.id })
        .from(vault)
        .where(eq(vault.finger, fingerOf(digits)));
      return rows.map((row) => row.id);
    },
    async keep(tx, id) {
      const { vault } = tx.tables(defineVaultTables);
      await tx.db.update(vault).set({ keepUntil: null }).where(eq(vault.id, id));
    },
    forget: forgetNumbers,
    async purge(tx, now) {
      const { vault } = tx.tables(defineVaultTables);
      await tx.db.delete(vault).where(and(isNotNull(vault.keepUntil), lt(vault.keepUntil, now)));
    },
  };
}
