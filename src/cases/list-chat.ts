/** `/kasus`: one case by its number, what waits for me or in my area, and a citizen's own reports. */
import type { CommandSpec, Handled, HomeContext, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import { type Actor, findPersons, hasRole, holdsIn, type Role } from '../people/index.ts';
import { caseRoles, isRequester, maySee } from './case.ts';
import { readCaseNumber } from './number.ts';
import {
  type CaseRow,
  countCases,
  findCase,
  findCaseByNumber,
  findEvents,
  findOpenCases,
  findOwnCases,
  type Scope,
} from './store.ts';
import { caseBlocks, dueWords, kindName } from './words-chat.ts';

const pageSize = 6;

/** The lists of an officer by the name their buttons carry. */
type ListName = 'taken' | 'area' | 'protected' | 'referred';
const listNames: readonly ListName[] = ['taken', 'area', 'protected', 'referred'];
const toListName = (text: string | undefined): ListName | undefined =>
  listNames.find((name) => name === text);

const largest = (roles: readonly Role[]): string | undefined =>
  [...roles]
    .map((role) => role.area)
    .sort((a, b) => Number(b === 'ID') - Number(a === 'ID') || a.length - b.length)[0];

/** The lists that an actor has, the first one first. */
function scopesOf(actor: Actor): readonly (readonly [ListName, Scope])[] {
  const self = actor.person;
  if (self === undefined) return [];
  const working = actor.roles.filter((role) => caseRoles.includes(role.role) && role.role !== 'destination');
  const area = largest(working);
  const receiving = largest(actor.roles.filter((role) => role.role === 'destination'));
  const leads = hasRole(actor, 'coordinator', 'manager', 'staff', 'admin', 'back-office');
  const taken: readonly [ListName, Scope] = ['taken', { kind: 'taken', person: self.id }];
  const inArea: readonly (readonly [ListName, Scope])[] =
    area === undefined ? [] : [['area', { kind: 'area', area }]];
  return [
    ...(leads ? inArea : []),
    ...(working.length > 0 ? [taken] : []),
    ...(leads ? [] : inArea),
    ...(holdsIn(actor, 'ID', 'staff', 'admin') ? [['protected', { kind: 'protected' }] as const] : []),
    ...(receiving === undefined ? [] : [['referred', { kind: 'referred', area: receiving }] as const]),
  ];
}

async function namesOf(turn: Pick<Turn, 'read'>, rows: readonly CaseRow[]) {
  const ids = [...new Set(rows.flatMap((row) => (row.person === null ? [] : [row.person])))];
  return new Map((await findPersons(turn.read, ids)).map((one) => [one.id, one.name]));
}

const openButtons = (turn: Pick<Turn, 'texts'>, rows: readonly CaseRow[]): Button[] =>
  rows.map((row) => ({
    label: turn.texts.t('cases-button-open-no', { number: String(row.number) }),
    press: 'cases.open',
    subject: row.id,
  }));

/** Open cases of one list, those due first at the top. */
async function showList(
  turn: Turn,
  name: ListName | undefined,
  page: number,
  inPlace: boolean,
): Promise<Handled> {
  const scopes = scopesOf(turn.actor);
  const [chosen, scope] = scopes.find(([one]) => one === name) ?? scopes[0] ?? [];
  if (chosen === undefined || scope === undefined) return showOwn(turn, page, inPlace);
  const { texts } = turn;
  const { open, overdue } = await countCases(turn.read, scope, turn.now);
  const rows = await findOpenCases(turn.read, scope, { limit: pageSize, offset: page * pageSize });
  const names = await namesOf(turn, rows);
  const area = 'area' in scope ? areaName(scope.area, texts.lang) : '';
  const blocks: Block[] = [
    { kind: 'text', text: texts.rich(`cases-list-${chosen}`, { open, overdue, area }) },
    ...rows.map((row): Block => {
      const person = row.person === null ? '' : (names.get(row.person) ?? '');
      return {
        kind: 'text',
        text: texts.rich(row.urgent ? 'cases-line-urgent' : 'cases-line', {
          number: String(row.number),
          kind: kindName(texts, row),
          who: person === '' ? areaName(row.area, texts.lang) : person,
          state: texts.t(`cases-state-${row.state}`),
          due: dueWords(texts, row, turn.zone, turn.now),
        }),
      };
    }),
  ];
  const list = (other: ListName, to: number, label: string): Button => ({
    label,
    press: 'cases.list',
    subject: `${other}~${to}`,
  });
  const buttons: Button[] = [
    ...openButtons(turn, rows),
    ...(page > 0 ? [list(chosen, page - 1, texts.t('mentoring-page-before'))] : []),
    ...(open > (page + 1) * pageSize ? [list(chosen, page + 1, texts.t('mentoring-page-after'))] : []),
    ...scopes
      .filter(([one]) => one !== chosen)
      .map(([one]) => list(one, 0, texts.t(`cases-button-list-${one}`))),
    ...(hasRole(turn.actor, 'facilitator', 'front-office')
      ? [{ label: texts.t('cases-button-refer'), press: 'cases.refer-begin' }]
      : []),
  ];
  return {
    blocks: [...blocks, { kind: 'buttons', buttons }],
    audience: 'only-sender',
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** The reports of whoever asks, the newest first. */
async function showOwn(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  const { texts } = turn;
  const rows = await findOwnCases(
    turn.read,
    {
      openedBy: [
        `account:${turn.actor.account}`,
        ...(turn.actor.person === undefined ? [] : [turn.actor.person.id]),
      ],
      persons: turn.actor.persons.map((one) => one.id),
    },
    { limit: pageSize + 1, offset: page * pageSize },
  );
  const own = rows.filter((row) => isRequester(turn.actor, row));
  const report: Button = { label: texts.t('cases-button-new'), press: 'cases.begin', subject: '' };
  if (own.length === 0) return say(turn, 'cases-own-none', {}, [report]);
  const shown = own.slice(0, pageSize);
  return {
    blocks: [
      { kind: 'text', text: texts.rich('cases-own-title') },
      ...shown.map(
        (row): Block => ({
          kind: 'text',
          text: texts.rich('cases-own-line', {
            number: String(row.number),
            kind: kindName(texts, row),
            state: texts.t(`cases-own-short-${row.state}`),
          }),
        }),
      ),
      {
        kind: 'buttons',
        buttons: [
          ...openButtons(turn, shown),
          ...(page > 0
            ? [{ label: texts.t('mentoring-page-before'), press: 'cases.mine', subject: String(page - 1) }]
            : []),
          ...(rows.length > pageSize
            ? [{ label: texts.t('mentoring-page-after'), press: 'cases.mine', subject: String(page + 1) }]
            : []),
          report,
        ],
      },
    ],
    audience: 'only-sender',
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

async function show(turn: Turn, row: CaseRow | undefined): Promise<Handled> {
  // Whether there is such a case is nobody's business but of those who may see it.
  if (row === undefined || !maySee(turn.actor, row))
    return { ...say(turn, 'cases-not-allowed'), audience: 'only-sender' };
  return { blocks: await caseBlocks(turn, row), audience: 'only-sender' };
}

async function showHistory(turn: Turn, id: string): Promise<Handled> {
  const row = await findCase(turn.read, id);
  if (row === undefined || !maySee(turn.actor, row) || isRequester(turn.actor, row)) return show(turn, row);
  const { texts } = turn;
  const events = await findEvents(turn.read, id);
  const actors = new Map(
    (await findPersons(turn.read, [...new Set(events.map((event) => event.actor))])).map((one) => [
      one.id,
      one.name,
    ]),
  );
  return {
    blocks: [
      { kind: 'text', text: texts.rich('cases-history-title', { number: String(row.number) }) },
      ...events.map(
        (event): Block => ({
          kind: 'text',
          text: texts.rich(event.note === '' ? 'cases-history-line' : 'cases-history-line-note', {
            at: formatInstant(event.at, turn.zone, texts.lang),
            who:
              actors.get(event.actor) ??
              texts.t(event.actor.startsWith('system:') ? 'cases-actor-bot' : 'cases-actor-citizen'),
            what: texts.t(`cases-event-${event.kind}`),
            note: event.note,
          }),
        }),
      ),
      {
        kind: 'buttons',
        buttons: [{ label: texts.t('cases-button-open'), press: 'cases.open', subject: row.id }],
      },
    ],
    audience: 'only-sender',
  };
}

export const listCommands: readonly CommandSpec[] = [
  {
    name: 'kasus',
    everyday: true,
    aliases: ['cases'],
    summary: 'cases-summary-list',
    async handle(turn, rest) {
      const typed = rest.trim();
      if (typed === '') return showList(turn, undefined, 0, false);
      const number = readCaseNumber(typed);
      if (number === undefined)
        return say(turn, 'cases-wrong-number', { typed, example: `${turn.command('kasus')} 12` });
      return show(turn, await findCaseByNumber(turn.read, number));
    },
  },
];

export const listPresses: readonly PressSpec[] = [
  {
    name: 'cases.list',
    handle(turn, subject) {
      const [name, page] = subject.split('~');
      return showList(turn, toListName(name), Number(page ?? 0) || 0, page !== undefined);
    },
  },
  { name: 'cases.mine', handle: (turn, page) => showOwn(turn, Number(page) || 0, false) },
  {
    name: 'cases.open',
    where: 'anywhere',
    handle: async (turn, id) => show(turn, await findCase(turn.read, id)),
  },
  { name: 'cases.history', where: 'anywhere', handle: showHistory },
];

/** The home page's section of an officer: how much waits, and the first ones. */
export async function homeCases(context: HomeContext): Promise<readonly Block[]> {
  const { actor, now, read, texts, zone } = context;
  const [name, scope] = scopesOf(actor)[0] ?? [];
  if (name === undefined || scope === undefined) return [];
  const { open, overdue } = await countCases(read, scope, now);
  const rows = open === 0 ? [] : await findOpenCases(read, scope, { limit: 3, offset: 0 });
  return [
    { kind: 'text', text: texts.rich('cases-home', { open, overdue }) },
    ...rows.map(
      (row): Block => ({
        kind: 'text',
        text: texts.rich('cases-line', {
          number: String(row.number),
          kind: kindName(texts, row),
          who: areaName(row.area, texts.lang),
          state: texts.t(`cases-state-${row.state}`),
          due: dueWords(texts, row, zone, now),
        }),
      }),
    ),
    ...(open === 0
      ? []
      : [
          {
            kind: 'buttons' as const,
            buttons: [
              ...openButtons(context, rows),
              { label: texts.t('cases-button-list'), press: 'cases.list', subject: '' },
            ],
          },
        ]),
  ];
}
