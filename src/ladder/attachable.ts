/** Receipts of BSiMU as records that a photo of the handing over can be attached to: by whoever recorded them. */
import type { AttachableRecord, AttachableSpec } from '../feature.ts';
import { findPerson } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findBsimu, findBsimuBySource, findLastBsimu } from './bsimu-store.ts';
import type { BsimuRow } from './store.ts';

async function toRecord(read: Reader, row: BsimuRow | undefined): Promise<AttachableRecord | undefined> {
  if (row === undefined || row.undoneAt !== null) return undefined;
  const person = row.person === null ? undefined : await findPerson(read, row.person);
  return {
    id: row.id,
    about: row.person,
    at: row.createdAt,
    name: `BSiMU no. ${row.number} · ${person?.name ?? ''}`,
  };
}

export const bsimuAttachable: AttachableSpec = {
  kind: 'bsimu',
  label: 'ladder-report-receipts',
  async findLast(read, { person }) {
    return person === undefined ? undefined : toRecord(read, await findLastBsimu(read, person.id));
  },
  async find(read, { person }, id) {
    const row = await findBsimu(read, id);
    return row === undefined || row.recordedBy !== person?.id ? undefined : toRecord(read, row);
  },
  async findBySource(read, source) {
    const record = await toRecord(read, await findBsimuBySource(read, source));
    return record === undefined ? [] : [record];
  },
};
