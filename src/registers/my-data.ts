/** What the registers hold about a person, as a pillar or visited at home, as that person may see it and have it erased. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { areaPath } from '../language/areas.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { eraseActivityWords, findIdsAbout, findSayingBefore, findVisitsTo } from './activity-store.ts';
import { eraseNames, findEntriesOf, findFormerNames } from './erase-store.ts';
import { prelistData, prelistRetention } from './prelist-data.ts';

const batch = 500;
const shown = 20;

export const registerData: MyDataSpec = {
  async show(read, person, words) {
    const { texts } = words;
    const rows = await findEntriesOf(read, person);
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
    const visits = await findVisitsTo(read, person);
    const visited = visits.slice(0, shown).map((row) => {
      const parts = [formatDay(row.date, texts.lang), ...(row.note === '' ? [] : [row.note])];
      return `\n• ${parts.join(' · ')}`;
    });
    return [
      ...(lines.length === 0
        ? []
        : [{ kind: 'text' as const, text: [...texts.rich('registers-data-title'), ...lines] }]),
      ...(visits.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: [...texts.rich('registers-data-visits', { n: visits.length }), ...visited],
            },
          ]),
      ...(await prelistData.show(read, person, words)),
    ];
  },
  stop: prelistData.stop,
  async erase(tx, person, now) {
    const rows = await findEntriesOf(tx, person);
    await eraseNames(
      tx,
      rows.map((row) => row.id),
    );
    const visits = await findIdsAbout(tx, person);
    for (let at = 0; at < visits.length; at += batch)
      await eraseActivityWords(tx, visits.slice(at, at + batch));
    return [
      ...(rows.length === 0 ? [] : ['registers-data-kept']),
      ...(visits.length === 0 ? [] : ['registers-data-visits-kept']),
      ...(await prelistData.erase(tx, person, now)),
    ];
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
  {
    kind: 'activity-notes',
    async forget(tx, before) {
      const ids = await findSayingBefore(tx, toDate(before, 'Asia/Jakarta'), batch);
      await eraseActivityWords(tx, ids);
      return ids.length;
    },
  },
  prelistRetention,
];
