/** The activities of a month: one's own, or for whoever oversees an area all of it. */
import type { Handled, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { areaName } from '../language/areas.ts';
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../language/calendar.ts';
import { formatMonth } from '../language/date.ts';
import { findPersons, mayOversee } from '../people/index.ts';
import { type ActivityScope, countActivities, findActivities } from './activity-store.ts';
import { describeActivity } from './activity-words-chat.ts';
import { workArea } from './list-chat.ts';
import { notAllowed } from './words-chat.ts';

const pageSize = 8;

/** @param subject `MONTH~PAGE`, empty for this month. */
export async function showLog(turn: Turn, subject: string): Promise<Handled> {
  const self = turn.actor.person;
  const area = workArea(turn.actor);
  if (self === undefined || area === undefined) return notAllowed(turn);
  const { texts } = turn;
  const [typed = '', typedPage] = subject.split('~');
  const month = /^\d{4}-\d{2}$/u.test(typed) ? typed : monthOf(turn.today);
  const page = Number(typedPage ?? 0) || 0;
  const overseen = mayOversee(turn.actor, area);
  const scope: ActivityScope = overseen ? { area } : { doer: self.id };
  const dates = { from: firstDayOf(month), to: lastDayOf(month) };
  const counts = await countActivities(turn.read, scope, dates);
  const found = await findActivities(turn.read, scope, {
    ...dates,
    limit: pageSize + 1,
    offset: page * pageSize,
  });
  const rows = found.slice(0, pageSize);
  const ids = [...new Set(rows.flatMap((row) => [row.doer, ...(row.person === null ? [] : [row.person])]))];
  const names = new Map((await findPersons(turn.read, ids)).map((one) => [one.id, one.name]));
  const lines = rows.map((row) => {
    const who = [names.get(row.person ?? ''), ...(overseen ? [names.get(row.doer)] : [])].filter(
      (name) => name !== undefined,
    );
    const by = who.length === 0 ? '' : ` · ${who.join(' · ')}`;
    return `${row.number}. ${describeActivity(texts, row)}${by}`;
  });
  const before = monthOf(addMonths(firstDayOf(month), -1));
  const to = (label: string, other: string): Button => ({ label, press: 'registers.log', subject: other });
  const facts: readonly Block[] =
    counts.length === 0
      ? [
          {
            kind: 'text',
            text: texts.rich('registers-log-empty', { example: `${turn.command('kegiatan')} hksn 40 orang` }),
          },
        ]
      : [
          {
            kind: 'facts',
            rows: counts.map((one) => ({
              label: texts.t(`registers-activity-${one.kind}`),
              value: [
                one.kind === 'visit'
                  ? texts.t('registers-log-visits', { n: one.n })
                  : texts.t('registers-log-count', { n: one.n, people: one.people }),
              ],
            })),
          },
          { kind: 'text', text: [lines.join('\n')] },
        ];
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich(overseen ? 'registers-log-area' : 'registers-log-mine', {
          month: formatMonth(month, texts.lang),
          area: areaName(area, texts.lang),
        }),
      },
      ...facts,
      {
        kind: 'buttons',
        buttons: [
          { label: texts.t('registers-button-begin-log'), press: 'registers.begin-log', style: 'main' },
          ...(overseen
            ? rows.slice(0, 3).map((row) => ({
                label: texts.t('registers-button-unlog', {
                  number: String(row.number),
                  name: names.get(row.doer) ?? '',
                }),
                press: 'registers.unlog',
                subject: row.id,
              }))
            : []),
          ...(page > 0 ? [to(texts.t('mentoring-page-before'), `${month}~${page - 1}`)] : []),
          ...(found.length > pageSize ? [to(texts.t('mentoring-page-after'), `${month}~${page + 1}`)] : []),
          to(formatMonth(before, texts.lang), before),
        ],
      },
    ],
    audience: 'only-sender',
    ...(typedPage === undefined ? {} : { replaces: 'pressed' as const }),
  };
}
