/** Cases as records that photos, places and files can be attached to: by the one who opened them, while they are open. */
import type { AttachableRecord, AttachableSpec } from '../feature.ts';
import { actorId } from '../people/index.ts';
import { findLastOpened } from './own-store.ts';
import { type CaseRow, findCase } from './store.ts';

const toRecord = (row: CaseRow | undefined): AttachableRecord | undefined =>
  row === undefined || row.closedAt !== null
    ? undefined
    : { id: row.id, about: row.person, at: row.openedAt, name: `no. ${row.number}` };

export const caseAttachable: AttachableSpec = {
  kind: 'case',
  label: 'cases-report-title',
  findLast: async (read, actor) => toRecord(await findLastOpened(read, actorId(actor))),
  async find(read, actor, id) {
    const row = await findCase(read, id);
    return row?.openedBy === actorId(actor) ? toRecord(row) : undefined;
  },
};
