/**
 * Who did what, when, to whom. The row itself never holds what a person said: that lies in a payload row of its own,
 * which may be erased, while the chain covers only its hash.
 */
import { createHash } from 'node:crypto';
import type { Reader, Writer } from './connection.ts';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, sql } from './drizzle.ts';
import { idBefore, newId } from './ids.ts';
import type { Kit } from './kit.ts';

export const defineAuditTables = (k: Kit) => ({
  audit: k.table(
    'audit',
    {
      id: k.text().primaryKey(),
      at: k.instant().notNull(),
      /** Person id, `account:` key, or `system:` and a name. */
      actor: k.text().notNull(),
      action: k.text().notNull(),
      /** The record it concerns, `kind:id`. */
      about: k.text().notNull(),
      payloadHash: k.text().notNull(),
      /** Hash over the row before and this one; empty until the sealing job has passed. */
      seal: k.text(),
    },
    (t) => [k.index('audit_about').on(t.about), k.index('audit_unsealed').on(t.id).where(sql`seal is null`)],
  ),
  auditPayload: k.table(
    'audit_payload',
    {
      audit: k.text().primaryKey(),
      /** Whose data the payload is; erased with that person's data. */
      person: k.text(),
      payload: k.json<unknown>().notNull(),
    },
    (t) => [k.index('audit_payload_person').on(t.person)],
  ),
});

export interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly about: string;
  /** The person whose data the payload holds. */
  readonly person?: string;
  readonly payload?: unknown;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const insertAudit = (r: Reader) => {
  const { audit } = r.tables(defineAuditTables);
  const p = (name: string) => sql.placeholder(name);
  return r.db
    .insert(audit)
    .values({
      id: p('id'),
      at: p('at'),
      actor: p('actor'),
      action: p('action'),
      about: p('about'),
      payloadHash: p('hash'),
    })
    .prepare();
};

/** Writes one entry in the transaction of the change it describes. */
export async function writeAudit(tx: Writer, entry: AuditEntry): Promise<void> {
  const { auditPayload } = tx.tables(defineAuditTables);
  const id = newId(entry.at);
  const text = entry.payload === undefined ? '' : JSON.stringify(entry.payload);
  await tx.prepared(insertAudit).execute({
    id,
    at: entry.at,
    actor: entry.actor,
    action: entry.action,
    about: entry.about,
    hash: text === '' ? '' : hash(text),
  });
  if (text !== '') {
    await tx.db
      .insert(auditPayload)
      .values({ audit: id, person: entry.person ?? null, payload: entry.payload });
  }
}

const sealOf = (
  before: string,
  row: { id: string; at: number; actor: string; action: string; about: string; payloadHash: string },
) => hash([before, row.id, row.at, row.actor, row.action, row.about, row.payloadHash].join('\n'));

/** Continues the chain over entries written since the last call; returns how many. One caller at a time. */
export async function sealAudit(tx: Writer, limit = 5000): Promise<number> {
  const { audit } = tx.tables(defineAuditTables);
  const newest = await tx.db
    .select()
    .from(audit)
    .where(isNotNull(audit.seal))
    .orderBy(desc(audit.id))
    .limit(1);
  const open = await tx.db.select().from(audit).where(isNull(audit.seal)).orderBy(asc(audit.id)).limit(limit);
  let before = newest[0]?.seal ?? '';
  for (const row of open) {
    before = sealOf(before, row);
    await tx.db.update(audit).set({ seal: before }).where(eq(audit.id, row.id));
  }
  return open.length;
}

/** The first entry whose seal does not fit, or undefined when the chain is whole. */
export async function findBrokenSeal(read: Reader): Promise<string | undefined> {
  const { audit } = read.tables(defineAuditTables);
  const rows = await read.db
    .select()
    .from(audit)
    .where(and(isNotNull(audit.seal)))
    .orderBy(asc(audit.id));
  let before = '';
  for (const row of rows) {
    const expected = sealOf(before, row);
    if (row.seal !== expected) return row.id;
    before = expected;
  }
  return undefined;
}

/** Erases what audit entries say about a person; that something was done, by whom and when, stays in the chain. */
export async function eraseAuditPayloads(tx: Writer, person: string): Promise<void> {
  const { auditPayload } = tx.tables(defineAuditTables);
  await tx.db.delete(auditPayload).where(eq(auditPayload.person, person));
}

/** Erases a batch of what entries before a moment say; how many. */
export async function forgetAuditPayloads(tx: Writer, before: number, limit: number): Promise<number> {
  const { auditPayload } = tx.tables(defineAuditTables);
  const rows = await tx.db
    .select({ audit: auditPayload.audit })
    .from(auditPayload)
    .where(lt(auditPayload.audit, idBefore(before)))
    .orderBy(asc(auditPayload.audit))
    .limit(limit);
  const ids = rows.map((row) => row.audit);
  if (ids.length > 0) await tx.db.delete(auditPayload).where(inArray(auditPayload.audit, ids));
  return ids.length;
}
