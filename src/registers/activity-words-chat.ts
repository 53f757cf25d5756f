/** How activities and visits are put into words, and a correct line made of a typed one. */
import type { Texts, Turn } from '../chat/feature.ts';
import { sayUnread } from '../chat/line.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { formatDate } from '../language/date.ts';
import { type ActivityFacts, mostPeople } from './activity.ts';
import type { ActivityCorrected, ActivityUndone, LogOutcome } from './log-activity.ts';
import { activityLine, type ParsedActivity, visitLine } from './parse-activity.ts';

/** `kesetiakawanan sosial · 40 orang · Selasa, 3 Nov 2026 · balai desa · hksn` */
export function describeActivity(texts: Texts, facts: ActivityFacts): string {
  return [
    texts.t(`registers-activity-${facts.kind}`),
    ...(facts.kind === 'visit' ? [] : [texts.t('registers-activity-people', { n: facts.people })]),
    formatDate(facts.date, texts.lang),
    facts.place === '' ? areaName(facts.area, texts.lang) : facts.place,
    ...(facts.note === '' ? [] : [facts.note]),
  ].join(' · ');
}

export type LogCommand = 'kegiatan' | 'kunjungan';

export function exampleLine(turn: Turn, command: LogCommand, parsed: ParsedActivity | undefined): string {
  if (command === 'kunjungan') {
    const person = parsed?.person;
    const name = person?.kind === 'found' ? person.name.toLowerCase() : 'siti';
    return `${turn.command(command)} ${visitLine.write({ person: name })} ${turn.texts.t('registers-example-visit')}`;
  }
  const people = parsed?.people !== undefined && parsed.people <= mostPeople ? parsed.people : 40;
  const kind = parsed?.kind ?? 'solidarity';
  const written = activityLine.write({
    ...(kind === 'visit' || kind === 'solidarity' ? {} : { choices: { kind } }),
    counts: { people },
  });
  return `${turn.command(command)} ${kind === 'solidarity' ? 'hksn ' : ''}${written} ${turn.texts.t('registers-example-day')}`;
}

/** Which part of a line cannot be right, and what to type instead; undefined when every part can be read. */
export function problemWords(turn: Turn, command: LogCommand, parsed: ParsedActivity): Reply | undefined {
  const example = exampleLine(turn, command, parsed);
  const unread = sayUnread(turn, parsed.unread, example);
  if (unread !== undefined) return unread;
  return parsed.people !== undefined && (parsed.people < 1 || parsed.people > mostPeople)
    ? say(turn, 'registers-activity-too-many', { n: parsed.people, example })
    : undefined;
}

const lineBlock = (turn: Turn, row: ActivityFacts, name: string) => ({
  kind: 'text' as const,
  text: [`${name === '' ? '' : `${name} · `}${describeActivity(turn.texts, row)}`],
});

export function sayLogged(turn: Turn, outcome: LogOutcome): Reply {
  switch (outcome.kind) {
    case 'saved':
      return {
        blocks: [
          {
            kind: 'text',
            text: turn.texts.rich('registers-activity-saved', { number: String(outcome.row.number) }),
          },
          lineBlock(turn, outcome.row, outcome.name),
          {
            kind: 'buttons',
            buttons: [
              {
                label: turn.texts.t('registers-button-undo'),
                press: 'registers.unlog',
                subject: outcome.row.id,
              },
              { label: turn.texts.t('registers-button-log'), press: 'registers.log', subject: '' },
            ],
          },
        ],
      };
    case 'same':
      return {
        blocks: [
          {
            kind: 'text',
            text: turn.texts.rich('registers-activity-same', { number: String(outcome.row.number) }),
          },
          lineBlock(turn, outcome.row, outcome.name),
          {
            kind: 'buttons',
            buttons: [
              { label: turn.texts.t('mentoring-same-no'), press: 'mentoring.drop', style: 'main' },
              {
                label: turn.texts.t('mentoring-same-yes'),
                press: 'registers.resave',
                subject: JSON.stringify(outcome.draft),
              },
            ],
          },
        ],
      };
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    case 'not-allowed':
      return say(turn, 'registers-not-allowed');
    default:
      return outcome satisfies never;
  }
}

export function sayCorrected(turn: Turn, outcome: ActivityCorrected): Reply {
  switch (outcome.kind) {
    case 'corrected':
    case 'unchanged': {
      const { name, row } = outcome;
      const said = say(turn, `registers-activity-${outcome.kind}`, { number: String(row.number) }, [
        { label: turn.texts.t('registers-button-undo'), press: 'registers.unlog', subject: row.id },
        { label: turn.texts.t('registers-button-log'), press: 'registers.log', subject: '' },
      ]);
      const [first, ...rest] = said.blocks;
      return first === undefined ? said : { blocks: [first, lineBlock(turn, row, name), ...rest] };
    }
    case 'undone-before':
      return say(turn, 'mentoring-edit-undone', { number: String(outcome.number) });
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    case 'not-allowed':
      return say(turn, 'registers-not-allowed');
    default:
      return outcome satisfies never;
  }
}

export function sayUnlogged(turn: Turn, outcome: ActivityUndone): Reply {
  const buttons = [{ label: turn.texts.t('registers-button-log'), press: 'registers.log', subject: '' }];
  if (outcome.kind === 'not-found') return say(turn, 'registers-not-allowed', {}, buttons);
  const said = say(turn, `registers-activity-${outcome.kind}`, { number: String(outcome.number) }, buttons);
  return outcome.kind === 'undone' ? { ...said, replaces: 'pressed' } : said;
}
