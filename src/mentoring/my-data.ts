/** Sessions with a person, as that person may see them; their words are erased, the counted facts stay. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { formatDuration } from '../language/duration.ts';
import { formatMoney } from '../language/money.ts';
import { eraseWords, findSessionIdsWith, findSessionsWith, findToldBefore } from './erase-store.ts';
import { findPlannedOf, forgetVisits, removeVisitsWith } from './visit-store.ts';
import { whenWords } from './visit-words-chat.ts';

const shown = 20;
const batch = 500;

export const sessionData: MyDataSpec = {
  async show(read, person, { texts }) {
    const rows = await findSessionsWith(read, person);
    const planned = await findPlannedOf(read, person);
    const visits =
      planned.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: texts.rich('mentoring-data-visits', {
                lines: planned.map((one) => whenWords(texts, one)).join('\n'),
              }),
            },
          ];
    if (rows.length === 0) return visits;
    const lines = rows.slice(0, shown).map((row) => {
      const parts = [
        formatDay(row.date, texts.lang),
        texts.t(`mentoring-kind-${row.kind}`),
        formatDuration(row.minutes, texts.lang),
        ...(row.turnover === null
          ? []
          : [texts.t('mentoring-turnover', { money: formatMoney(row.turnover, texts.lang) })]),
        ...(row.workers === null ? [] : [texts.t('mentoring-workers', { n: row.workers })]),
        ...(row.topic === '' ? [] : [row.topic]),
        ...(row.note === '' ? [] : [row.note]),
      ];
      return `\n• ${parts.join(' · ')}`;
    });
    const more = rows.length - shown;
    return [
      ...visits,
      { kind: 'text', text: [...texts.rich('mentoring-data-title', { n: rows.length }), ...lines] },
      ...(more > 0 ? [{ kind: 'text' as const, text: texts.rich('mentoring-data-more', { n: more }) }] : []),
    ];
  },
  async erase(tx, person) {
    const ids = await findSessionIdsWith(tx, person);
    for (let at = 0; at < ids.length; at += batch) await eraseWords(tx, ids.slice(at, at + batch));
    await removeVisitsWith(tx, person);
    return ids.length === 0 ? [] : ['mentoring-data-kept'];
  },
};

export const sessionRetention: readonly RetentionSpec[] = [
  { kind: 'visits', forget: (tx, before) => forgetVisits(tx, before, batch) },
  {
    kind: 'session-notes',
    async forget(tx, before) {
      const ids = await findToldBefore(tx, toDate(before, 'Asia/Jakarta'), batch);
      await eraseWords(tx, ids);
      return ids.length;
    },
  },
];
