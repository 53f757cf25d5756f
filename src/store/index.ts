/** What the rest of the program may use of the store. */
export {
  eraseAuditPayloads,
  findBrokenSeal,
  forgetAuditPayloads,
  sealAudit,
  writeAudit,
} from './audit.ts';
export { inBatches } from './batches.ts';
export { type HashCode, openCodeHash } from './code-key.ts';
export type { Reader, Writer } from './connection.ts';
export { dataKeyFile, loadDataKey, rotateDataKey } from './data-key.ts';
export {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  ne,
  or,
  sql,
} from './drizzle.ts';
export { idBefore, newCode, newId, readCode } from './ids.ts';
export type { Kit } from './kit.ts';
export { findMark, setMark } from './marks.ts';
export { openSqlite } from './sqlite.ts';
export type { Store } from './store.ts';
export { claimNumber, createVault, findSameNumbers, forgetNumbers, type Vault } from './vault.ts';
