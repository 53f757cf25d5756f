/** Sessions as records that photos, places and files can be attached to: by the one who logged them. */
import type { AttachableRecord, AttachableSpec } from '../feature.ts';
import { findPerson } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findBySource, findLastOf, findSession, type SessionRow } from './store.ts';

async function toRecord(read: Reader, row: SessionRow | undefined): Promise<AttachableRecord | undefined> {
  if (row === undefined || row.undoneAt !== null) return undefined;
  const person = await findPerson(read, row.person);
  return {
    id: row.id,
    about: row.person,
    at: row.createdAt,
    name: `no. ${row.number} · ${person?.name ?? ''}`,
  };
}

export const sessionAttachable: AttachableSpec = {
  kind: 'session',
  label: 'mentoring-report-sessions',
  async findLast(read, { person }) {
    return person === undefined ? undefined : toRecord(read, await findLastOf(read, person.id));
  },
  async find(read, { person }, id) {
    const row = await findSession(read, id);
    return row === undefined || row.facilitator !== person?.id ? undefined : toRecord(read, row);
  },
  async findBySource(read, source) {
    const records = [];
    for (const row of await findBySource(read, source)) {
      const record = await toRecord(read, row);
      if (record !== undefined) records.push(record);
    }
    return records;
  },
};
