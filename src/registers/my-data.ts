/** What the registers hold about a person who is a pillar, as that person may see it and have it erased. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { areaPath } from '../language/areas.ts';
import { eraseNames, findEntriesOf, findFormerNames } from './erase-store.ts';

const batch = 500;

export const registerData: MyDataSpec = {
  async show(read, person, { texts }) {
    const rows = await findEntriesOf(read, person);
    if (rows.length === 0) return [];
    const lines = rows.map((row) => {
      const parts = [
        texts.t(`registers-kind-${row.kind}`),
        areaPath(row.area, texts.lang),
        ...(row.since === null ? [] : [texts.t('registers-data-since', { since: row.since })]),
        texts.t(row.active ? 'registers-active' : 'registers-inactive'),
        ...(row.note === '' ? [] : [row.note]),
      ];
      return `\n• ${parts.join(' · ')}`;
    });
    return [{ kind: 'text', text: [...texts.rich('registers-data-title'), ...lines] }];
  },
  async erase(tx, person) {
    const rows = await findEntriesOf(tx, person);
    await eraseNames(
      tx,
      rows.map((row) => row.id),
    );
    return rows.length === 0 ? [] : ['registers-data-kept'];
  },
};

export const registerRetention: readonly RetentionSpec[] = [
  {
    kind: 'former-pillars',
    async forget(tx, before) {
      const ids = await findFormerNames(tx, before, batch);
      await eraseNames(tx, ids);
      return ids.length;
    },
  },
];
