/** What proposals hold about a person: shown masked, ended when consent is withdrawn, erased with the numbers. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { areaPath } from '../language/areas.ts';
import { forgetNumbers, type Writer } from '../store/index.ts';
import { findNamedBefore, findProposalsOf, type PrelistRow, updateProposal } from './prelist-store.ts';
import { endProposal } from './propose.ts';

const batch = 500;

/** Takes the numbers, the name and the reason out of a proposal; that there was one stays, for the counts. */
async function forget(tx: Writer, row: PrelistRow): Promise<void> {
  await forgetNumbers(
    tx,
    [row.nik, row.kk].filter((ref) => ref !== null),
  );
  await updateProposal(tx, row.id, {
    person: null,
    name: '',
    reason: '',
    answer: '',
    nik: null,
    nikMasked: '',
    kk: null,
    kkMasked: '',
  });
}

const endOpen = async (tx: Writer, person: string, now: number): Promise<void> => {
  for (const row of await findProposalsOf(tx, person))
    if (row.state === 'proposed') await endProposal(tx, row, person, '', now);
};

export const prelistData: Required<Pick<MyDataSpec, 'show' | 'stop' | 'erase'>> = {
  async show(read, person, { texts }) {
    const rows = await findProposalsOf(read, person);
    if (rows.length === 0) return [];
    const lines = rows.map((row) => {
      const parts = [
        texts.t(`registers-prelist-${row.state}`),
        areaPath(row.area, texts.lang),
        row.reason,
        row.nikMasked,
        ...(row.exportedFor === null
          ? []
          : [texts.t('registers-prelist-handed-to', { name: row.exportedFor })]),
      ];
      return `\n• ${parts.filter((part) => part !== '').join(' · ')}`;
    });
    return [{ kind: 'text', text: [...texts.rich('registers-data-prelist'), ...lines] }];
  },
  stop: endOpen,
  async erase(tx, person, now) {
    await endOpen(tx, person, now);
    const rows = await findProposalsOf(tx, person);
    for (const row of rows) await forget(tx, row);
    return rows.some((row) => row.exportedFor !== null) ? ['registers-data-prelist-kept'] : [];
  },
};

export const prelistRetention: RetentionSpec = {
  kind: 'prelist',
  async forget(tx, before) {
    const rows = await findNamedBefore(tx, before, batch);
    for (const row of rows) {
      // What nobody handed on in all that time goes no further.
      const ended =
        row.state === 'proposed' ? await endProposal(tx, row, 'system:retention', '', before) : row;
      await forget(tx, ended);
    }
    return rows.length;
  },
};
