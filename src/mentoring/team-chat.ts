/** The team in conversation: who did what this month and who is silent, the log of one, and its corrections. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName, findAreas } from '../language/areas.ts';
import { firstDayOf, lastDayOf, monthOf, toDate } from '../language/calendar.ts';
import { formatDay, formatMonth } from '../language/date.ts';
import { matchNames } from '../language/name.ts';
import {
  fieldRoles,
  findHoldersWithin,
  findPerson,
  findPersons,
  findRolesOf,
  mayOversee,
  overseeingRoles,
} from '../people/index.ts';
import { sumWork, type Work } from './report-store.ts';
import { findLastOf, findSession, findSessions } from './store.ts';
import { ledAreas, silentDays } from './team.ts';
import { describeSession } from './words-chat.ts';

const pageSize = 6;
/** A larger area is looked at kecamatan by kecamatan. */
const largestTeam = 400;

interface Member {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly work: Work | undefined;
  /** Day of the last log, `YYYY-MM-DD`. */
  readonly last: string | undefined;
  /** Working days since then; undefined for somebody who never logged. */
  readonly silent: number | undefined;
}

const isSilent = ({ silent }: Member): boolean => silent === undefined || silent >= silentDays;

type Holder = Pick<Member, 'id' | 'name' | 'area'>;

async function readTeam(turn: Turn, holders: readonly Holder[]): Promise<readonly Member[]> {
  const { calendar, read, today, zone } = turn;
  const month = monthOf(today);
  const facilitators = holders.map((one) => one.id);
  const work =
    facilitators.length === 0
      ? new Map<string, Work>()
      : await sumWork(read, { facilitators, from: firstDayOf(month), to: lastDayOf(month) });
  const members: Member[] = [];
  for (const one of holders) {
    const log = await findLastOf(read, one.id);
    const last = log === undefined ? undefined : toDate(log.createdAt, zone);
    members.push({
      ...one,
      work: work.get(one.id),
      last,
      silent: last === undefined ? undefined : calendar.workingDaysBetween(last, today),
    });
  }
  return members.sort(
    (a, b) => Number(isSilent(b)) - Number(isSilent(a)) || (a.last ?? '').localeCompare(b.last ?? ''),
  );
}

function describeMember(turn: Turn, one: Member): string {
  const { texts } = turn;
  const done = texts.t('mentoring-team-work', {
    sessions: one.work?.sessions ?? 0,
    people: one.work?.people ?? 0,
  });
  const last =
    one.last === undefined
      ? texts.t('mentoring-team-never')
      : texts.t('mentoring-team-last', { date: formatDay(one.last, texts.lang) });
  return `${isSilent(one) ? '⚠️ ' : ''}${one.name} (${areaName(one.area, texts.lang)})\n   ${done} · ${last}`;
}

const findHolders = async (turn: Turn, area: string): Promise<readonly Holder[]> => {
  const holders = await findHoldersWithin(turn.read, fieldRoles, area);
  const others = holders.filter((one) => one.id !== turn.actor.person?.id);
  return [...new Map(others.map((one) => [one.id, one])).values()];
};

async function showTeam(turn: Turn, area: string, page: number, inPlace: boolean): Promise<Handled> {
  if (!mayOversee(turn.actor, area)) return say(turn, 'mentoring-team-not-allowed');
  const { texts } = turn;
  const holders = await findHolders(turn, area);
  const place = areaName(area, texts.lang);
  if (holders.length === 0) return say(turn, 'mentoring-team-nobody', { area: place });
  if (holders.length > largestTeam)
    return say(turn, 'mentoring-team-too-many', {
      n: holders.length,
      area: place,
      example: `${turn.command('tim')} kota semarang`,
    });
  const members = await readTeam(turn, holders);
  const shown = members.slice(page * pageSize, (page + 1) * pageSize);
  const turnPage = (to: number, key: string): Button => ({
    label: texts.t(key),
    press: 'mentoring.team',
    subject: `${area}~${to}`,
  });
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich('mentoring-team-title', {
          area: place,
          n: members.length,
          silent: members.filter(isSilent).length,
          days: silentDays,
        }),
      },
      { kind: 'text', text: [shown.map((one) => describeMember(turn, one)).join('\n')] },
      {
        kind: 'buttons',
        buttons: [
          ...shown.map((one) => ({
            label: texts.t('mentoring-visit-open', { name: one.name }),
            press: 'mentoring.team-log',
            subject: `${one.id}~${monthOf(turn.today)}~0`,
          })),
          ...(page > 0 ? [turnPage(page - 1, 'mentoring-page-before')] : []),
          ...(members.length > (page + 1) * pageSize ? [turnPage(page + 1, 'mentoring-page-after')] : []),
        ],
      },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** Whether somebody works in an area that the actor leads. */
async function isInTeam(turn: Turn, person: string): Promise<boolean> {
  const roles = await findRolesOf(turn.read, [person], fieldRoles);
  return roles.some((role) => mayOversee(turn.actor, role.area));
}

async function showLog(turn: Turn, subject: string): Promise<Handled> {
  const [id = '', month = monthOf(turn.today), typedPage] = subject.split('~');
  const page = Number(typedPage) || 0;
  const person = await findPerson(turn.read, id);
  if (person === undefined || !(await isInTeam(turn, id))) return say(turn, 'mentoring-team-not-allowed');
  const { texts } = turn;
  const range = { facilitator: id, from: firstDayOf(month), to: lastDayOf(month) };
  const rows = await findSessions(turn.read, { ...range, limit: pageSize + 1, offset: page * pageSize });
  // What is about somebody of another area is that area's to correct.
  const shown = rows.slice(0, pageSize).filter((row) => mayOversee(turn.actor, row.area));
  const names = new Map(
    (await findPersons(turn.read, [...new Set(shown.map((row) => row.person))])).map((one) => [
      one.id,
      one.name,
    ]),
  );
  const back: Button = {
    label: texts.t('mentoring-team-back'),
    press: 'mentoring.team',
    subject: `${ledAreas(turn.actor)[0] ?? ''}~0`,
  };
  const args = { name: person.name, month: formatMonth(month, texts.lang) };
  if (shown.length === 0)
    return { ...say(turn, 'mentoring-team-log-empty', args, [back]), replaces: 'pressed' };
  const turnPage = (to: number, key: string): Button => ({
    label: texts.t(key),
    press: 'mentoring.team-log',
    subject: `${id}~${month}~${to}`,
  });
  return {
    blocks: [
      { kind: 'text', text: texts.rich('mentoring-team-log', args) },
      {
        kind: 'text',
        text: [
          shown
            .map((row) => `${row.number}. ${names.get(row.person) ?? ''}\n   ${describeSession(turn, row)}`)
            .join('\n'),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          ...shown.map((row) => ({
            label: texts.t('mentoring-team-open', { number: String(row.number) }),
            press: 'mentoring.team-session',
            subject: row.id,
          })),
          ...(page > 0 ? [turnPage(page - 1, 'mentoring-page-before')] : []),
          ...(rows.length > pageSize ? [turnPage(page + 1, 'mentoring-page-after')] : []),
          back,
        ],
      },
    ],
    replaces: 'pressed',
  };
}

async function showSession(turn: Turn, id: string): Promise<Handled> {
  const row = await findSession(turn.read, id);
  if (row === undefined || !mayOversee(turn.actor, row.area)) return say(turn, 'mentoring-team-not-found');
  if (row.undoneAt !== null) return say(turn, 'mentoring-undone-before', { number: String(row.number) });
  const names = new Map(
    (await findPersons(turn.read, [row.person, row.facilitator])).map((one) => [one.id, one.name]),
  );
  const { texts } = turn;
  const fields = ['kind', 'minutes', 'date', 'turnover', 'note'] as const;
  return {
    ...say(
      turn,
      'mentoring-team-session',
      {
        number: String(row.number),
        facilitator: names.get(row.facilitator) ?? '',
        name: names.get(row.person) ?? '',
        what: describeSession(turn, row),
      },
      [
        ...fields.map((field) => ({
          label: texts.t(`mentoring-team-field-${field}`),
          press: 'mentoring.team-fix',
          subject: `${id}~${field}`,
        })),
        { label: texts.t('mentoring-team-undo'), press: 'mentoring.team-drop', subject: id, style: 'danger' },
        {
          label: texts.t('mentoring-team-back-log'),
          press: 'mentoring.team-log',
          subject: `${row.facilitator}~${monthOf(row.date)}~0`,
        },
      ],
    ),
    replaces: 'pressed',
  };
}

async function teamCommand(turn: Turn, rest: string): Promise<Handled> {
  const [led] = ledAreas(turn.actor);
  if (led === undefined) return say(turn, 'mentoring-team-not-allowed');
  const typed = rest.trim();
  if (typed === '') return showTeam(turn, led, 0, false);
  const match = matchNames(typed, await findHolders(turn, led), { limit: 6 });
  const month = monthOf(turn.today);
  if (match.kind === 'exact') return showLog(turn, `${match.candidate.id}~${month}~0`);
  const [area] = findAreas(typed, { within: led, limit: 1 });
  if (match.kind === 'none')
    return area === undefined
      ? say(turn, 'mentoring-hand-unknown', { typed, example: `${turn.command('tim')} rina` })
      : showTeam(turn, area.code, 0, false);
  const some: readonly Holder[] =
    match.kind === 'several' ? match.candidates.map((one) => one.candidate) : [match.candidate];
  return say(
    turn,
    'chat-line-which-person',
    { typed },
    some.map((one) => ({ label: one.name, press: 'mentoring.team-log', subject: `${one.id}~${month}~0` })),
  );
}

export const teamCommands: readonly CommandSpec[] = [
  {
    name: 'tim',
    everyday: true,
    aliases: ['team'],
    summary: 'mentoring-summary-team',
    roles: overseeingRoles,
    handle: teamCommand,
  },
];

export const teamPresses: readonly PressSpec[] = [
  {
    name: 'mentoring.team',
    handle(turn, subject) {
      const [area = '', page] = subject.split('~');
      return showTeam(turn, area === '' ? (ledAreas(turn.actor)[0] ?? '') : area, Number(page) || 0, true);
    },
  },
  { name: 'mentoring.team-log', handle: showLog },
  { name: 'mentoring.team-session', handle: showSession },
  {
    name: 'mentoring.team-fix',
    handle: async (_turn, subject) => ({ blocks: [{ kind: 'form', form: 'mentoring.fix', subject }] }),
  },
  {
    name: 'mentoring.team-drop',
    handle: async (_turn, subject) => ({ blocks: [{ kind: 'form', form: 'mentoring.drop-one', subject }] }),
  },
];
