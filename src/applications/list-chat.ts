/** `/pengajuan`: the applications an officer handles, those waiting for a decision first. */
import type { CommandSpec, Handled, HomeContext, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { WeeklyContext } from '../feature.ts';
import {
  type Actor,
  actorId,
  findCaseload,
  hasRole,
  mayDecideApplications,
  overseeingRoles,
} from '../people/index.ts';
import { type Reader, writeAudit } from '../store/index.ts';
import { stages } from './application.ts';
import { readNumber } from './application-number.ts';
import { readProgrammes } from './programme-source.ts';
import { applicationRoles, handlesApplications } from './register-chat.ts';
import { standingOf } from './standing.ts';
import {
  countByStage,
  countListed,
  findApplication,
  findListed,
  type ListFilter,
  type ListScope,
} from './store.ts';
import { describeApplication, namesOf, notThere, stageName, viewBlocks } from './words-chat.ts';

const pageSize = 6;
const filters: readonly ListFilter[] = ['proposed', 'papers', 'open'];

/** What an actor's list is made of: the area they lead, else the people they accompany. */
async function scopeOf(read: Reader, actor: Actor): Promise<ListScope> {
  const led = actor.roles.find((role) => hasRole({ ...actor, roles: [role] }, ...overseeingRoles));
  if (led !== undefined) return { kind: 'area', area: led.area };
  const people = await findCaseload(read, actor.person?.id ?? '');
  return { kind: 'people', persons: people.map((one) => one.id) };
}

const decidesIn = (actor: Actor, scope: ListScope): string | undefined =>
  scope.kind === 'area' && mayDecideApplications(actor, scope.area) ? scope.area : undefined;

const isFilter = (text: string | undefined): text is ListFilter =>
  (filters as readonly string[]).includes(text ?? '');

async function list(turn: Turn, subject: string, inPlace: boolean): Promise<Handled> {
  if (!handlesApplications(turn.actor)) return say(turn, 'applications-not-allowed');
  const { actor, read, texts, zone } = turn;
  const [wanted, page] = [subject.split('~')[0], Number(subject.split('~')[1] ?? 0) || 0];
  const scope = await scopeOf(read, actor);
  const counts = await countListed(read, scope);
  const countOf = (one: ListFilter) => counts[one];
  const deciding = decidesIn(actor, scope);
  const filter = isFilter(wanted)
    ? wanted
    : deciding !== undefined && countOf('proposed') > 0
      ? 'proposed'
      : 'open';
  if (countOf('open') === 0)
    return say(turn, 'applications-none', { example: `${turn.command('ajukan')} Siti Aminah, PENA` });
  const offset = page * pageSize;
  const rows = await findListed(read, scope, filter, { limit: pageSize, offset });
  const names = await namesOf(
    read,
    rows.map((row) => row.person),
  );
  const lines = rows.map((row, at) => {
    const line = describeApplication(texts, row, names.get(row.person ?? '') ?? '', zone);
    return `${offset + at + 1}. ${row.number}\n   ${line}`;
  });
  const to = (label: string, target: string): Button => ({
    label,
    press: 'applications.list',
    subject: target,
  });
  const buttons: Button[] = [
    ...rows.map((row, at) => ({
      label: texts.t('applications-button-open', { n: offset + at + 1 }),
      press: 'applications.open',
      subject: row.number,
    })),
    ...(filter === 'proposed' && deciding !== undefined && countOf('proposed') > 1
      ? [{ label: texts.t('applications-button-bulk'), press: 'applications.bulk', subject: deciding }]
      : []),
    ...(page > 0 ? [to(texts.t('applications-page-before'), `${filter}~${page - 1}`)] : []),
    ...(countOf(filter) > offset + pageSize
      ? [to(texts.t('applications-page-after'), `${filter}~${page + 1}`)]
      : []),
    ...filters
      .filter((one) => one !== filter && countOf(one) > 0)
      .map((one) => to(texts.t(`applications-filter-${one}`, { n: countOf(one) }), `${one}~0`)),
  ];
  return {
    blocks: [
      { kind: 'text', text: texts.rich(`applications-title-${filter}`, { n: countOf(filter) }) },
      { kind: 'text', text: [rows.length === 0 ? texts.t('applications-page-empty') : lines.join('\n')] },
      { kind: 'buttons', buttons },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** Opens one; a refusal is audited and says the same whether or not the number exists. */
export async function openApplication(turn: Turn, number: string): Promise<Handled> {
  const row = await findApplication(turn.read, number);
  const standing = row === undefined ? undefined : await standingOf(turn.read, turn.actor, row);
  if (row !== undefined && (standing?.handles === true || standing?.decides === true))
    return { blocks: await viewBlocks(turn, row) };
  return turn.commit(
    (tx) =>
      writeAudit(tx, {
        at: turn.now,
        actor: actorId(turn.actor),
        action: 'application.refused',
        about: row === undefined ? 'application:unknown' : `application:${row.id}`,
      }),
    () => notThere(turn),
  );
}

export const listCommands: readonly CommandSpec[] = [
  {
    name: 'pengajuan',
    everyday: true,
    aliases: ['applications'],
    roles: applicationRoles,
    summary: 'applications-summary-list',
    async handle(turn, rest) {
      if (rest.trim() === '') return list(turn, '', false);
      if (!handlesApplications(turn.actor)) return say(turn, 'applications-not-allowed');
      const { prefixes } = readProgrammes();
      const read = readNumber(rest, prefixes);
      if (read.kind === 'number') return openApplication(turn, read.number);
      return say(
        turn,
        `applications-misread-${read.why}`,
        { typed: rest.trim(), prefixes: prefixes.join(', ') },
        [{ label: turn.texts.t('applications-button-list'), press: 'applications.list', subject: '' }],
      );
    },
  },
];

export const listPresses: readonly PressSpec[] = [
  { name: 'applications.list', handle: (turn, subject) => list(turn, subject, true) },
  { name: 'applications.open', handle: openApplication },
];

/** The home page's section: what waits for this officer's decision, or for papers. */
export async function homeApplications(context: HomeContext): Promise<readonly Block[]> {
  const { actor, read, texts, zone } = context;
  if (!handlesApplications(actor)) return [];
  const scope = await scopeOf(read, actor);
  const deciding = decidesIn(actor, scope) !== undefined;
  const filter: ListFilter = deciding ? 'proposed' : 'papers';
  const counts = await countListed(read, scope);
  const [open, waiting] = [counts.open, counts[filter]];
  if (open === 0) return [];
  const rows = await findListed(read, scope, filter, { limit: 3, offset: 0 });
  const names = await namesOf(
    read,
    rows.map((row) => row.person),
  );
  const lines = rows.map(
    (row) => `• ${row.number} · ${describeApplication(texts, row, names.get(row.person ?? '') ?? '', zone)}`,
  );
  return [
    { kind: 'text', text: texts.rich(`applications-home-${filter}`, { open, waiting }) },
    ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: [lines.join('\n')] }]),
    {
      kind: 'buttons',
      buttons: [
        ...rows.map((row) => ({ label: row.number, press: 'applications.open', subject: row.number })),
        { label: texts.t('applications-button-list'), press: 'applications.list', subject: '' },
      ],
    },
  ];
}

/** The weekly digest's section: how many stand in each stage, and how many got there this week. */
export async function weeklyApplications({ read, since, texts }: WeeklyContext): Promise<readonly Block[]> {
  const counts = await countByStage(read, since);
  if (counts.length === 0) return [];
  const lines = stages.flatMap((stage) => {
    const one = counts.find((row) => row.stage === stage);
    return one === undefined
      ? []
      : [
          `\n• ${texts.t('applications-weekly-line', { stage: stageName(texts, stage), n: one.n, moved: one.moved })}`,
        ];
  });
  return [{ kind: 'text', text: [...texts.rich('applications-weekly'), ...lines] }];
}
