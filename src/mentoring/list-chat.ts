/** My month: counts with their targets, the sessions of the month, and the sessions with one person by name. */
import { countOnRecords } from '../attachments/index.ts';
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { firstDayOf, lastDayOf, monthOf } from '../language/calendar.ts';
import { formatMonth } from '../language/date.ts';
import { formatDuration } from '../language/duration.ts';
import { parseMonth } from '../language/month.ts';
import { matchNames } from '../language/name.ts';
import { fieldRoles, findCaseload, findInCaseload, findPersons, mayLogFieldWork } from '../people/index.ts';
import { describeStandings } from '../targets/index.ts';
import { sessionIndicators } from './count-session.ts';
import { countSessions, findSessions, type SessionRow } from './store.ts';
import { findSessionsOfPair } from './visit-store.ts';
import { describeSession } from './words-chat.ts';

const pageSize = 8;

const pager = (
  turn: Turn,
  press: string,
  page: number,
  more: boolean,
  subject: (page: number) => string,
): readonly Button[] => [
  ...(page > 0 ? [{ label: turn.texts.t('mentoring-page-before'), press, subject: subject(page - 1) }] : []),
  ...(more ? [{ label: turn.texts.t('mentoring-page-after'), press, subject: subject(page + 1) }] : []),
];

/** The lines of sessions, with how much is attached to each. */
async function sessionLines(
  turn: Pick<Turn, 'read' | 'texts'>,
  rows: readonly SessionRow[],
  names: ReadonlyMap<string, string>,
): Promise<string> {
  const attached = await countOnRecords(
    turn.read,
    rows.map((row) => `session:${row.id}`),
  );
  return rows
    .map((row) => {
      const n = attached.get(`session:${row.id}`);
      const clip = n === undefined ? '' : ` · ${turn.texts.t('attachments-count', { n })}`;
      return `${row.number}. ${names.get(row.person) ?? ''}\n   ${describeSession(turn, row)}${clip}`;
    })
    .join('\n');
}

const namesOf = async (read: Turn['read'], ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await findPersons(read, [...new Set(ids)])).map((one) => [one.id, one.name]));

/** Sessions of a month with counts by kind. `month` is `YYYY-MM`. */
async function showMonth(turn: Turn, month: string, page: number, inPlace: boolean): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const { texts } = turn;
  const range = { facilitator: self.id, from: firstDayOf(month), to: lastDayOf(month) };
  const counts = await countSessions(turn.read, range);
  if (counts.length === 0)
    return say(turn, 'mentoring-month-empty', {
      month: formatMonth(month, texts.lang),
      command: `${turn.command('sesi')} siti mentoring 90m`,
    });
  const rows = await findSessions(turn.read, { ...range, limit: pageSize + 1, offset: page * pageSize });
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(
    turn.read,
    shown.map((row) => row.person),
  );
  const facts: Block = {
    kind: 'facts',
    rows: counts.map((one) => ({
      label: texts.t(`mentoring-kind-${one.kind}`),
      value: [
        texts.t('mentoring-count', {
          sessions: one.sessions,
          people: one.people,
          time: formatDuration(one.minutes, texts.lang),
        }),
      ],
    })),
  };
  const targets =
    month === monthOf(turn.today) ? await describeStandings(turn, self.id, sessionIndicators) : [];
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich('mentoring-month-title', { month: formatMonth(month, texts.lang) }),
      },
      facts,
      ...(targets.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: texts.rich('mentoring-month-targets', { lines: targets.join('\n') }),
            },
          ]),
      { kind: 'text', text: [await sessionLines(turn, shown, names)] },
      {
        kind: 'buttons',
        buttons: [
          { label: texts.t('mentoring-log-more'), press: 'mentoring.begin', subject: '' },
          ...pager(turn, 'mentoring.log', page, rows.length > pageSize, (other) => `${month}~${other}`),
        ],
      },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** All sessions with one of my people, the newest first. */
async function showPair(turn: Turn, id: string, page: number, inPlace: boolean): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const person = await findInCaseload(turn.read, self.id, id);
  if (person === undefined) return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
  const key = { facilitator: self.id, person: id, limit: pageSize + 1, offset: page * pageSize };
  const rows = await findSessionsOfPair(turn.read, key);
  const begin: Button = {
    label: turn.texts.t('mentoring-log-for', { name: person.name }),
    press: 'mentoring.begin',
    subject: id,
  };
  if (rows.length === 0) return say(turn, 'mentoring-pair-empty', { name: person.name }, [begin]);
  const names = new Map([[id, person.name]]);
  return {
    blocks: [
      { kind: 'text', text: turn.texts.rich('mentoring-pair-title', { name: person.name }) },
      { kind: 'text', text: [await sessionLines(turn, rows.slice(0, pageSize), names)] },
      {
        kind: 'buttons',
        buttons: [
          begin,
          ...pager(turn, 'mentoring.pair', page, rows.length > pageSize, (other) => `${id}~${other}`),
        ],
      },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** `/catatan`, a month, or the name of one of my people. */
async function logCommand(turn: Turn, rest: string): Promise<Handled> {
  const month = parseMonth(rest, turn.today);
  if (month !== undefined) return showMonth(turn, month, 0, false);
  const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
  const match = matchNames(rest, people, { limit: 6 });
  switch (match.kind) {
    case 'exact':
    case 'close':
      return showPair(turn, match.candidate.id, 0, false);
    case 'several':
      return say(
        turn,
        'chat-line-which-person',
        { typed: rest },
        match.candidates.map(({ candidate }) => ({
          label: candidate.name,
          press: 'mentoring.pair',
          subject: candidate.id,
        })),
      );
    case 'none':
      return say(turn, 'mentoring-wrong-month', {
        typed: rest,
        example: `${turn.command('catatan')} oktober`,
      });
    default:
      return match satisfies never;
  }
}

export const listCommands: readonly CommandSpec[] = [
  {
    name: 'catatan',
    everyday: true,
    summary: 'mentoring-summary-month',
    roles: fieldRoles,
    handle: logCommand,
  },
];

export const listPresses: readonly PressSpec[] = [
  {
    name: 'mentoring.pair',
    handle(turn, subject) {
      const [id = '', page] = subject.split('~');
      return showPair(turn, id, Number(page ?? 0) || 0, page !== undefined);
    },
  },
  {
    name: 'mentoring.log',
    handle(turn, subject) {
      const [month, page] = subject.split('~');
      return showMonth(
        turn,
        month === undefined || month === '' ? monthOf(turn.today) : month,
        Number(page ?? 0) || 0,
        page !== undefined,
      );
    },
  },
];
