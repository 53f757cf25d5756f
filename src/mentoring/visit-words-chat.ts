/** How planned visits are put into words. */
import type { Turn } from '../chat/feature.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatDate } from '../language/date.ts';
import type { VisitOutcome } from './plan-visit.ts';
import { formatTime } from './visit.ts';
import type { VisitRow } from './visit-store.ts';

/** `Jumat, 27 Nov 2026 09.00 · bawa buku kas` */
export const whenWords = (
  texts: Turn['texts'],
  visit: Pick<VisitRow, 'date' | 'minute' | 'note'>,
): string => {
  const time = visit.minute === null ? '' : ` ${formatTime(visit.minute, texts.lang)}`;
  return `${formatDate(visit.date, texts.lang)}${time}${visit.note === '' ? '' : ` · ${visit.note}`}`;
};

export const visitExample = (turn: Turn): string => `${turn.command('jadwal')} siti jumat 09.00`;

const visitListButton = (turn: Pick<Turn, 'texts'>): Button => ({
  label: turn.texts.t('mentoring-visit-list'),
  press: 'mentoring.visits',
  subject: '0',
});

export function visitButtons(turn: Turn, visit: VisitRow, name: string): readonly Button[] {
  const t = (key: string, args?: Record<string, string>) => turn.texts.t(key, args);
  return [
    {
      label: t('mentoring-log-for', { name }),
      press: 'mentoring.begin',
      subject: visit.person,
      style: 'main',
    },
    { label: t('mentoring-visit-move'), press: 'mentoring.visit-move', subject: visit.id },
    { label: t('mentoring-visit-done'), press: 'mentoring.visit-end', subject: `${visit.id}~done` },
    { label: t('mentoring-visit-cancel'), press: 'mentoring.visit-end', subject: `${visit.id}~cancelled` },
    visitListButton(turn),
  ];
}

/** Words an outcome; the name is read before the write, since the one who is visited does not change in it. */
export function sayVisit(turn: Turn, outcome: VisitOutcome, name: string): Reply {
  switch (outcome.kind) {
    case 'planned':
    case 'moved':
    case 'same': {
      const { visit } = outcome;
      const said = say(
        turn,
        `mentoring-visit-${outcome.kind}`,
        { name, when: whenWords(turn.texts, visit) },
        visitButtons(turn, visit, name),
      );
      return outcome.kind === 'moved' ? { ...said, replaces: 'pressed' } : said;
    }
    case 'done':
    case 'cancelled':
      return {
        ...say(turn, `mentoring-visit-${outcome.kind}-said`, { name }, [
          ...(outcome.kind === 'done'
            ? [
                {
                  label: turn.texts.t('mentoring-log-for', { name }),
                  press: 'mentoring.begin',
                  subject: outcome.visit.person,
                },
              ]
            : []),
          visitListButton(turn),
        ]),
        replaces: 'pressed',
      };
    case 'not-that-day':
      return say(
        turn,
        'mentoring-visit-not-that-day',
        { date: formatDate(outcome.date, turn.texts.lang), example: visitExample(turn) },
        [visitListButton(turn)],
      );
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    case 'not-allowed':
      return say(turn, 'mentoring-not-allowed');
    case 'not-planned':
      return say(turn, 'mentoring-visit-not-planned', {}, [visitListButton(turn)]);
    default:
      return outcome satisfies never;
  }
}
