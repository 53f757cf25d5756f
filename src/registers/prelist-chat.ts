/** `/prelist`: proposing somebody for the national data, and where each proposal stands. Never says it will be accepted. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import { askWho } from '../chat/line.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName, areaPath } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import { findPerson } from '../language/name-in-line.ts';
import { fieldRoles, findCaseload, mayLogFieldWork, mayOversee, overseeingRoles } from '../people/index.ts';
import { findSameNumbers } from '../store/index.ts';
import { workArea } from './list-chat.ts';
import { isTheirs, noteAnswer, withdraw } from './prelist-change-chat.ts';
import {
  countProposals,
  findOpenAbout,
  findProposal,
  findProposalByNumber,
  findProposals,
  type PrelistRow,
  type PrelistScope,
} from './prelist-store.ts';
import { undoMs } from './register.ts';
import { notAllowed } from './words-chat.ts';

const pageSize = 6;

const scopeOf = (turn: Turn): PrelistScope | undefined => {
  const area = workArea(turn.actor);
  if (area === undefined || turn.actor.person === undefined) return undefined;
  return mayOversee(turn.actor, area) ? { area } : { addedBy: turn.actor.person.id };
};

async function showProposals(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  const scope = scopeOf(turn);
  if (scope === undefined) return notAllowed(turn);
  const { texts } = turn;
  const counts = await countProposals(turn.read, scope);
  const found = await findProposals(turn.read, scope, { limit: pageSize + 1, offset: page * pageSize });
  const rows = found.slice(0, pageSize);
  const lines = rows.map(
    (row) =>
      `${row.number}. ${row.name} (${areaName(row.area, texts.lang)})\n   ${texts.t(`registers-prelist-${row.state}`)}`,
  );
  const to = (label: string, other: number): Button => ({
    label,
    press: 'registers.prelist',
    subject: `${other}~`,
  });
  const buttons: Button[] = [
    ...rows.map((row) => ({
      label: texts.t('registers-button-open-no', { number: String(row.number) }),
      press: 'registers.proposal',
      subject: row.id,
    })),
    ...(page > 0 ? [to(texts.t('mentoring-page-before'), page - 1)] : []),
    ...(found.length > pageSize ? [to(texts.t('mentoring-page-after'), page + 1)] : []),
    ...(mayLogFieldWork(turn.actor)
      ? [
          { label: texts.t('registers-button-propose'), press: 'registers.propose', subject: 'own' },
          { label: texts.t('registers-button-propose-new'), press: 'registers.propose', subject: 'new' },
        ]
      : []),
  ];
  const n = (state: PrelistRow['state']): number => counts.get(state) ?? 0;
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich('registers-prelist-title', {
          proposed: n('proposed'),
          exported: n('exported'),
          accepted: n('accepted'),
          rejected: n('rejected'),
        }),
      },
      {
        kind: 'text',
        text:
          lines.length === 0
            ? texts.rich('registers-prelist-none', { example: `${turn.command('prelist')} siti` })
            : [lines.join('\n')],
      },
      { kind: 'buttons', buttons },
    ],
    audience: 'only-sender',
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** Other proposals with the same number, for whoever oversees their areas: two colleagues do not see each other's. */
async function findTwins(turn: Turn, row: PrelistRow): Promise<readonly PrelistRow[]> {
  if (row.nik === null || !mayOversee(turn.actor, row.area)) return [];
  const numbers = await findSameNumbers(turn.read, row.nik);
  const open = await findOpenAbout(turn.read, { person: row.person, numbers });
  return open.filter((other) => other.id !== row.id && isTheirs(turn, other));
}

async function showProposal(turn: Turn, row: PrelistRow | undefined): Promise<Reply> {
  if (!isTheirs(turn, row)) return notAllowed(turn);
  const { texts } = turn;
  const overseen = mayOversee(turn.actor, row.area);
  const twins = await findTwins(turn, row);
  const answered = row.state === 'accepted' || row.state === 'rejected';
  const rows = [
    ['area', areaPath(row.area, texts.lang)],
    ['reason', row.reason],
    ['nik', row.nikMasked],
    ...(row.kkMasked === '' ? [] : [['kk', row.kkMasked] as const]),
    [
      'state',
      `${texts.t(`registers-prelist-${row.state}`)}, ${formatInstant(row.stateAt, turn.zone, texts.lang)}`,
    ],
    ...(row.answer === '' ? [] : [['answer', row.answer] as const]),
  ] as const;
  const mayWithdraw = row.state === 'proposed' && (overseen || turn.now - row.createdAt <= undoMs);
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich('registers-prelist-card', { number: String(row.number), name: row.name }),
      },
      {
        kind: 'facts',
        rows: rows.map(([name, value]) => ({
          label: texts.t(`registers-prelist-fact-${name}`),
          value: [value],
        })),
      },
      ...(twins.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: texts.rich('registers-prelist-twins', {
                others: twins.map((other) => `no. ${other.number} (${other.name})`).join(', '),
              }),
            },
          ]),
      {
        kind: 'text',
        text: texts.rich(answered ? 'registers-prelist-not-aid' : 'registers-prelist-next'),
      },
      {
        kind: 'buttons',
        buttons: [
          ...(overseen && row.state === 'exported'
            ? [
                {
                  label: texts.t('registers-button-accepted'),
                  press: 'registers.answered',
                  subject: `${row.id}~accepted`,
                },
                {
                  label: texts.t('registers-button-rejected'),
                  press: 'registers.answered',
                  subject: `${row.id}~rejected`,
                },
              ]
            : []),
          ...(row.state === 'proposed'
            ? [
                {
                  label: texts.t('registers-button-reason'),
                  press: 'registers.reason',
                  subject: row.id,
                },
              ]
            : []),
          ...(mayWithdraw
            ? [{ label: texts.t('registers-button-undo'), press: 'registers.withdraw', subject: row.id }]
            : []),
          { label: texts.t('registers-button-list'), press: 'registers.prelist', subject: '0' },
        ],
      },
    ],
    audience: 'only-sender',
  };
}

const openForm = (form: string, values: Readonly<Record<string, string>>, subject?: string): Reply => ({
  blocks: [{ kind: 'form', form, values, ...(subject === undefined ? {} : { subject }) }],
});

async function begin(turn: Turn, typed: string): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return notAllowed(turn);
  const [name = '', ...reason] = typed.split(',');
  const people = await findCaseload(turn.read, self.id);
  const { person } = findPerson(name.trim().split(/\s+/u), people);
  const known = reason.join(',').trim();
  const values = known === '' ? {} : { reason: known };
  if (person.kind === 'several')
    return askWho(turn, person, 'registers.propose-who', (one) =>
      JSON.stringify({ ...values, person: one.id }),
    );
  if (person.kind === 'found') return openForm('registers.prelist', { ...values, person: person.id });
  return say(turn, 'registers-prelist-who', { typed: name.trim() }, [
    {
      label: turn.texts.t('registers-button-propose-new'),
      press: 'registers.propose-new',
      subject: JSON.stringify({ ...values, name: name.trim() }),
      style: 'main',
    },
    { label: turn.texts.t('registers-button-propose'), press: 'registers.propose', subject: 'own' },
  ]);
}

async function prelistCommand(turn: Turn, rest: string): Promise<Handled> {
  if (workArea(turn.actor) === undefined)
    return say(turn, 'registers-prelist-citizen', {}, [
      {
        label: turn.texts.t('registers-button-how-propose'),
        press: 'answers.show',
        subject: 'data.propose',
        style: 'main',
      },
    ]);
  const text = rest.trim();
  if (text === '') return showProposals(turn, 0, false);
  const number = /^(?:no\.?|#)?\s*(\d{1,7})$/iu.exec(text)?.[1];
  if (number !== undefined) return showProposal(turn, await findProposalByNumber(turn.read, Number(number)));
  return begin(turn, text);
}

export const prelistCommands: readonly CommandSpec[] = [
  {
    name: 'prelist',
    roles: [...new Set([...fieldRoles, ...overseeingRoles])],
    summary: 'registers-summary-prelist',
    handle: prelistCommand,
  },
];

const mayBegin = (turn: Turn): boolean => turn.actor.person !== undefined && mayLogFieldWork(turn.actor);
const valuesOf = (subject: string): Readonly<Record<string, string>> =>
  JSON.parse(subject) as Record<string, string>;

export const prelistPresses: readonly PressSpec[] = [
  {
    name: 'registers.prelist',
    handle: (turn, page) => showProposals(turn, Number.parseInt(page, 10) || 0, page.includes('~')),
  },
  {
    name: 'registers.proposal',
    handle: async (turn, id) => showProposal(turn, await findProposal(turn.read, id)),
  },
  {
    name: 'registers.propose',
    handle: async (turn, which) => {
      if (!mayBegin(turn)) return notAllowed(turn);
      return which === 'new'
        ? openForm('registers.prelist-new', {}, workArea(turn.actor) ?? 'ID')
        : openForm('registers.prelist', {});
    },
  },
  {
    name: 'registers.propose-who',
    handle: async (turn, subject) =>
      mayBegin(turn) ? openForm('registers.prelist', valuesOf(subject)) : notAllowed(turn),
  },
  {
    name: 'registers.propose-new',
    handle: async (turn, subject) =>
      mayBegin(turn)
        ? openForm('registers.prelist-new', valuesOf(subject), workArea(turn.actor) ?? 'ID')
        : notAllowed(turn),
  },
  { name: 'registers.withdraw', handle: withdraw },
  {
    name: 'registers.reason',
    async handle(turn, id) {
      const row = await findProposal(turn.read, id);
      return isTheirs(turn, row) ? openForm('registers.prelist-reason', {}, id) : notAllowed(turn);
    },
  },
  {
    name: 'registers.answered',
    async handle(turn, subject) {
      const [id = '', state] = subject.split('~');
      if (state === 'accepted') return noteAnswer(turn, id, 'accepted', '');
      const row = await findProposal(turn.read, id);
      if (!isTheirs(turn, row) || !mayOversee(turn.actor, row.area)) return notAllowed(turn);
      return openForm('registers.prelist-no', {}, id);
    },
  },
];
