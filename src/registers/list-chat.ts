/** The registers as lists: the head with today's count beside the figures of 2021, pages, search, provinces, one card. */
import type { Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName, areaPath, findAreas } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import { matchNames, normaliseName } from '../language/name.ts';
import { formatNumber } from '../language/number.ts';
import { type Actor, fieldRoles, findPersons, overseeingRoles } from '../people/index.ts';
import { baselinesOf } from './baseline.ts';
import {
  countByProvince,
  countEntries,
  type Filter,
  findEntries,
  findEntriesById,
  findNames,
  type KindCount,
} from './list-store.ts';
import { isRegister, mayKeep, pillarKinds, type RegisterName } from './register.ts';
import { type EntryRow, findByNumber, findEntry, findSteps, type StepRow } from './store.ts';
import {
  cardBlocks,
  cardButtons,
  factWords,
  kindWords,
  lineWords,
  notAllowed,
  placeWords,
} from './words-chat.ts';

const pageSize = 6;
/** Above this a search does not forgive slips: it would read too many names. */
const mostCompared = 2_000;

/** The largest area in which somebody keeps registers; undefined for everybody else. */
export function workArea(actor: Actor): string | undefined {
  const roles: readonly string[] = [...fieldRoles, ...overseeingRoles];
  const areas = actor.roles.filter((role) => roles.includes(role.role)).map((role) => role.area);
  return areas.sort((a, b) => Number(b === 'ID') - Number(a === 'ID') || a.length - b.length)[0];
}

export const sorry = (turn: Turn, register: RegisterName): Handled =>
  register === 'kat'
    ? say(turn, 'registers-kat-citizen', {}, [
        {
          label: turn.texts.t('registers-button-report'),
          press: 'cases.begin',
          subject: 'need|KAT',
          style: 'main',
        },
        { label: turn.texts.t('registers-button-what-kat'), press: 'answers.show', subject: 'kat.propose' },
      ])
    : say(turn, `registers-${register}-citizen`, {}, [
        {
          label: turn.texts.t('registers-button-about'),
          press: 'answers.show',
          subject: register === 'pillar' ? 'pillar.what' : 'puskesos.what',
        },
        { label: turn.texts.t('chat-help-button'), press: 'chat.help' },
      ]);

const sum = (counts: readonly KindCount[], of: 'entries' | 'size' | 'gained'): number =>
  counts.reduce((all, one) => all + one[of], 0);

/** What of today's counts a figure of 2021 is about; its id begins with a pillar's kind or holds a level. */
function todayOf(id: string, register: RegisterName, counts: readonly KindCount[]): number {
  if (register === 'kat') {
    const done = counts.filter((one) => one.stage === 'termination');
    return sum(id.startsWith('kat-result') ? done : counts, 'size');
  }
  return sum(
    counts.filter((one) => one.active && id.includes(one.kind)),
    'entries',
  );
}

async function headBlocks(turn: Turn, filter: Filter): Promise<readonly Block[]> {
  const { texts } = turn;
  const { area, register } = filter;
  const counts = await countEntries(turn.read, { ...filter, kind: '', query: '' });
  const lines = baselinesOf(register, texts.lang).map((base) =>
    texts.t('registers-baseline', {
      label: base.label,
      year: String(base.year),
      number: formatNumber(base.number, texts.lang),
      unit: base.unit,
      source: base.source,
      today: formatNumber(todayOf(base.id, register, counts), texts.lang),
    }),
  );
  return [
    {
      kind: 'text',
      text: texts.rich(`registers-title-${register}`, {
        n: sum(counts, 'entries'),
        area: areaPath(area, texts.lang),
        size: formatNumber(sum(counts, 'size'), texts.lang),
        gained: formatNumber(sum(counts, 'gained'), texts.lang),
        active: sum(
          counts.filter((one) => one.active),
          'entries',
        ),
      }),
    },
    ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: [lines.join('\n')] }]),
  ];
}

/** Entries that a search means: their names hold the words, or else are near them. */
async function search(turn: Turn, filter: Filter, page: number): Promise<readonly EntryRow[]> {
  const found = await findEntries(turn.read, filter, { limit: pageSize + 1, offset: page * pageSize });
  if (found.length > 0 || filter.query === '' || page > 0) return found;
  const names = await findNames(turn.read, { ...filter, query: '' }, mostCompared);
  const match = matchNames(filter.query, names, { limit: pageSize });
  const ids =
    match.kind === 'several'
      ? match.candidates.map((one) => one.candidate.id)
      : match.kind === 'none'
        ? []
        : [match.candidate.id];
  return findEntriesById(turn.read, ids);
}

const subjectOf = (filter: Filter, page: number): string =>
  [filter.register, filter.area, filter.kind, page, filter.query].join('~');

async function showList(turn: Turn, filter: Filter, page: number, inPlace: boolean): Promise<Handled> {
  if (!mayKeep(turn.actor, filter.area)) return notAllowed(turn);
  const { texts } = turn;
  const rows = await search(turn, filter, page);
  const shown = rows.slice(0, pageSize);
  const { query, register } = filter;
  const list = (label: string, other: Filter, to = 0): Button => ({
    label,
    press: 'registers.list',
    subject: subjectOf(other, to),
  });
  const kinds = register === 'pillar' ? pillarKinds.filter((kind) => kind !== filter.kind) : [];
  const lines = shown.map(
    (row) => `${row.number}. ${row.name} (${placeWords(texts, row)})\n   ${lineWords(texts, row)}`,
  );
  const command = turn.command(texts.t(`registers-command-${register}`));
  const empty = texts.rich(query === '' ? 'registers-list-empty' : 'registers-list-not-found', {
    query,
    example: `${command} ${texts.t(`registers-example-${register}`)}`,
  });
  const buttons: Button[] = [
    ...shown.map((row) => ({
      label: texts.t('registers-button-open-no', { number: String(row.number) }),
      press: 'registers.open',
      subject: row.id,
    })),
    ...(page > 0 ? [list(texts.t('mentoring-page-before'), filter, page - 1)] : []),
    ...(rows.length > pageSize ? [list(texts.t('mentoring-page-after'), filter, page + 1)] : []),
    { label: texts.t('registers-button-add'), press: 'registers.add', subject: register, style: 'main' },
    ...kinds.map((kind) => list(texts.t(`registers-kind-${kind}`), { ...filter, kind, query: '' })),
    ...(filter.kind === '' || register !== 'pillar'
      ? []
      : [list(texts.t('registers-button-all'), { ...filter, kind: '' })]),
    ...(filter.area === 'ID' && register !== 'kat'
      ? [{ label: texts.t('registers-button-provinces'), press: 'registers.provinces', subject: register }]
      : []),
  ];
  return {
    blocks: [
      ...(await headBlocks(turn, filter)),
      ...(filter.kind === '' || register === 'puskesos'
        ? []
        : [{ kind: 'text' as const, text: [kindWords(texts, { register, kind: filter.kind })] }]),
      { kind: 'text', text: lines.length === 0 ? empty : [lines.join('\n')] },
      { kind: 'buttons', buttons },
    ],
    audience: 'only-sender',
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** Active entries by province: the rows of a table, the columns its kinds. */
async function showProvinces(turn: Turn, register: RegisterName): Promise<Handled> {
  if (!mayKeep(turn.actor, 'ID')) return notAllowed(turn);
  const { texts } = turn;
  const counts = await countByProvince(turn.read, register);
  const kinds: readonly string[] =
    register === 'pillar' ? pillarKinds : [...new Set(counts.map((one) => one.kind))];
  const provinces = [...new Set(counts.map((one) => one.province))];
  const cell = (province: string, kind: string): string =>
    formatNumber(
      counts.find((one) => one.province === province && one.kind === kind)?.entries ?? 0,
      texts.lang,
    );
  if (provinces.length === 0) return say(turn, 'registers-provinces-none');
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich('registers-provinces-title', { register: texts.t(`registers-name-${register}`) }),
      },
      {
        kind: 'table',
        head: [texts.t('registers-province'), ...kinds.map((kind) => texts.t(`registers-short-${kind}`))],
        rows: provinces.map((province) => [
          areaName(province, texts.lang),
          ...kinds.map((kind) => cell(province, kind)),
        ]),
      },
      {
        kind: 'text',
        text: [
          baselinesOf(register, texts.lang)
            .map((base) =>
              texts.t('registers-baseline-short', {
                label: base.label,
                year: String(base.year),
                number: formatNumber(base.number, texts.lang),
                source: base.source,
              }),
            )
            .join('\n'),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: texts.t('registers-button-list'),
            press: 'registers.list',
            subject: `${register}~~~0~`,
          },
        ],
      },
    ],
    audience: 'only-sender',
  };
}

/** Names of people by id; what the shell entered is called so. */
async function namesOf(turn: Turn, ids: readonly string[]): Promise<(id: string) => string> {
  const people = new Map((await findPersons(turn.read, [...new Set(ids)])).map((one) => [one.id, one.name]));
  return (id) =>
    people.get(id) ?? turn.texts.t(id.startsWith('system:') ? 'registers-by-file' : 'registers-by-unknown');
}

async function showEntry(turn: Turn, row: EntryRow | undefined): Promise<Handled> {
  if (row === undefined || !mayKeep(turn.actor, row.area)) return notAllowed(turn);
  const name = await namesOf(turn, [row.addedBy]);
  const undone =
    row.undoneAt === null ? [] : [{ kind: 'text' as const, text: turn.texts.rich('registers-was-undone') }];
  const buttons =
    row.undoneAt === null
      ? cardButtons(turn, row)
      : [
          {
            label: turn.texts.t('registers-button-list'),
            press: 'registers.list',
            subject: `${row.register}~~~0~`,
          },
        ];
  return {
    blocks: [...cardBlocks(turn.texts, row, name(row.addedBy)), ...undone, { kind: 'buttons', buttons }],
    audience: 'only-sender',
  };
}

function stepWords(turn: Turn, row: EntryRow, step: StepRow): string {
  const { texts } = turn;
  switch (step.what) {
    case 'correct':
      return Object.entries(step.changes ?? {})
        .map(([name, [before, after]]) => {
          const fact = name as keyof typeof step.changes & Parameters<typeof factWords>[2];
          const label = texts.t(`registers-fact-${fact === 'size' ? `size-${row.register}` : fact}`);
          return `${label}: ${factWords(texts, row.register, fact, before)} → ${factWords(texts, row.register, fact, after)}`;
        })
        .join('; ');
    case 'stage':
      return step.stage === null ? '' : texts.t(`registers-stage-${step.stage}`);
    case 'active':
      return texts.t(step.n === 1 ? 'registers-active' : 'registers-inactive');
    case 'gain':
      return [
        texts.t(row.register === 'kat' ? 'registers-step-documents' : 'registers-step-bimtek', {
          n: step.n ?? 0,
        }),
        ...(step.note === '' ? [] : [step.note]),
        ...(step.undoneAt === null ? [] : [texts.t('registers-step-taken-back')]),
      ].join(' · ');
    default:
      return texts.t(`registers-step-${step.what}`);
  }
}

async function showHistory(turn: Turn, id: string): Promise<Handled> {
  const row = await findEntry(turn.read, id);
  if (row === undefined || !mayKeep(turn.actor, row.area)) return notAllowed(turn);
  const steps = await findSteps(turn.read, id);
  const name = await namesOf(
    turn,
    steps.map((step) => step.actor),
  );
  const lines = steps.slice(0, 20).map((step) => {
    const when = formatInstant(step.at, turn.zone, turn.texts.lang);
    return `• ${when}, ${name(step.actor)}\n   ${stepWords(turn, row, step)}`;
  });
  return {
    blocks: [
      { kind: 'text', text: turn.texts.rich('registers-history-title', { name: row.name }) },
      { kind: 'text', text: [lines.join('\n')] },
      {
        kind: 'buttons',
        buttons: [{ label: turn.texts.t('registers-button-open'), press: 'registers.open', subject: id }],
      },
    ],
    audience: 'only-sender',
  };
}

/** `/kat`, `/kat 12`, `/kat kec. gayamsari`, `/kat suku laut`: the list, one entry, an area, a search. */
export async function lookUp(turn: Turn, register: RegisterName, typed: string): Promise<Handled> {
  const own = workArea(turn.actor);
  if (own === undefined) return sorry(turn, register);
  const text = typed.trim();
  const all: Filter = { register, area: own, kind: '', query: '' };
  if (text === '') return showList(turn, all, 0, false);
  const number = /^(?:no\.?|#)?\s*(\d{1,7})$/iu.exec(text)?.[1];
  if (number !== undefined) return showEntry(turn, await findByNumber(turn.read, register, Number(number)));
  const kind = pillarKinds.find((one) => one === text.toLowerCase().replaceAll(' ', '-'));
  if (register === 'pillar' && kind !== undefined) return showList(turn, { ...all, kind }, 0, false);
  const [area] = findAreas(text, { within: own, limit: 1 });
  if (area?.score === 1 || (area !== undefined && /^(?:kec|kel|desa|kab|kota|prov)/iu.test(text)))
    return showList(turn, { ...all, area: area.code }, 0, false);
  return showList(turn, { ...all, query: normaliseName(text) }, 0, false);
}

export const listPresses: readonly PressSpec[] = [
  {
    name: 'registers.list',
    handle(turn, subject) {
      const [register = '', area = '', kind = '', page = '0', ...query] = subject.split('~');
      const own = workArea(turn.actor);
      if (!isRegister(register) || own === undefined) return Promise.resolve(notAllowed(turn));
      const filter = { register, area: area === '' ? own : area, kind, query: query.join('~') };
      return showList(turn, filter, Number(page) || 0, area !== '');
    },
  },
  {
    name: 'registers.provinces',
    handle: async (turn, register) =>
      isRegister(register) ? showProvinces(turn, register) : notAllowed(turn),
  },
  { name: 'registers.open', handle: async (turn, id) => showEntry(turn, await findEntry(turn.read, id)) },
  { name: 'registers.history', handle: showHistory },
];
