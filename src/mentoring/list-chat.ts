/** What a facilitator sees of the own work: my people, and my month. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { firstDayOf, lastDayOf, monthOf } from '../language/calendar.ts';
import { formatDay, formatMonth, parseDate } from '../language/date.ts';
import { formatDuration } from '../language/duration.ts';
import { fieldRoles, findCaseload, findPersons, mayLogFieldWork } from '../people/index.ts';
import { countSessions, findLastVisits, findSessions } from './store.ts';
import { findLastNoted } from './visit-store.ts';
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

/** My people with their list numbers, the last visit, and who has waited longest. */
async function showPeople(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const { texts } = turn;
  const people = await findCaseload(turn.read, self.id);
  if (people.length === 0)
    return say(turn, 'mentoring-no-people', {
      command: `${turn.command('warga')} Siti Aminah, desa Sukamaju`,
    });
  const ids = people.map((one) => one.id);
  const visits = new Map(await findLastVisits(turn.read, self.id, ids));
  for (const { date, person } of await findLastNoted(turn.read, self.id, ids)) {
    const session = visits.get(person);
    if (session === undefined || session.date < date)
      visits.set(person, { date, sessions: session?.sessions ?? 0 });
  }
  const from = page * pageSize;
  const shown = people.slice(from, from + pageSize);
  const lines = shown.map((one, at) => {
    const visit = visits.get(one.id);
    const last =
      visit === undefined
        ? texts.t('mentoring-never')
        : texts.t('mentoring-last', { date: formatDay(visit.date, texts.lang), n: visit.sessions });
    return `${from + at + 1}. ${one.name} (${areaName(one.area, texts.lang)})\n   ${last}`;
  });
  const waiting = [...people]
    .sort((a, b) => (visits.get(a.id)?.date ?? '').localeCompare(visits.get(b.id)?.date ?? ''))
    .slice(0, 2);
  const buttons: Button[] = [
    ...waiting.map((one) => ({
      label: texts.t('mentoring-log-for', { name: one.name }),
      press: 'mentoring.begin',
      subject: one.id,
    })),
    ...pager(turn, 'mentoring.people', page, people.length > from + pageSize, String),
  ];
  return {
    blocks: [
      { kind: 'text', text: texts.rich('mentoring-people-title', { n: people.length }) },
      { kind: 'text', text: [lines.join('\n')] },
      { kind: 'buttons', buttons },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** Sessions of a month with counts by kind. `month` is `YYYY-MM`. */
async function showMonth(turn: Turn, month: string, page: number, inPlace: boolean): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const { texts } = turn;
  const range = { facilitator: self.id, from: firstDayOf(month), to: lastDayOf(month) };
  const counts = await countSessions(turn.read, range);
  const title = texts.rich('mentoring-month-title', { month: formatMonth(month, texts.lang) });
  if (counts.length === 0) {
    const empty = say(turn, 'mentoring-month-empty', {
      month: formatMonth(month, texts.lang),
      command: `${turn.command('sesi')} siti mentoring 90m`,
    });
    return empty;
  }
  const rows = await findSessions(turn.read, { ...range, limit: pageSize + 1, offset: page * pageSize });
  const names = new Map(
    (await findPersons(turn.read, [...new Set(rows.map((row) => row.person))])).map((one) => [
      one.id,
      one.name,
    ]),
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
  const lines = rows
    .slice(0, pageSize)
    .map((row) => `${row.number}. ${names.get(row.person) ?? ''}\n   ${describeSession(turn, row)}`);
  const reply: Reply = {
    blocks: [
      { kind: 'text', text: title },
      facts,
      { kind: 'text', text: [lines.join('\n')] },
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
  return reply;
}

/** The month that was typed: nothing, `oktober`, `10`, `10/2026`, `2026-10`. */
function readMonth(typed: string, today: string): string | undefined {
  const text = typed.trim();
  if (text === '') return monthOf(today);
  const numbers = /^(?:(\d{4})[-/])?(\d{1,2})(?:[-/](\d{4}))?$/.exec(text);
  const asDate =
    numbers === null
      ? `1 ${text}`
      : `1/${numbers[2] ?? ''}${(numbers[3] ?? numbers[1]) === undefined ? '' : `/${numbers[3] ?? numbers[1] ?? ''}`}`;
  const date = parseDate(asDate, { today, prefer: 'past' });
  return date === undefined ? undefined : monthOf(date);
}

export const listCommands: readonly CommandSpec[] = [
  {
    name: 'binaan',
    summary: 'mentoring-summary-people',
    roles: fieldRoles,
    handle: (turn) => showPeople(turn, 0, false),
  },
  {
    name: 'catatan',
    summary: 'mentoring-summary-month',
    roles: fieldRoles,
    async handle(turn, rest) {
      const month = readMonth(rest, turn.today);
      if (month === undefined)
        return say(turn, 'mentoring-wrong-month', {
          typed: rest,
          example: `${turn.command('catatan')} oktober`,
        });
      return showMonth(turn, month, 0, false);
    },
  },
];

export const listPresses: readonly PressSpec[] = [
  { name: 'mentoring.people', handle: (turn, page) => showPeople(turn, Number(page) || 0, true) },
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
