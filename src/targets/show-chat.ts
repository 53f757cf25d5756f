/** Looking at targets: mine, those of an area with who is behind, and one broken down, drilled into in place. */
import type { Handled, HomeContext, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName, areaPath } from '../language/areas.ts';
import { type Actor, hasRole, mayOversee, maySeeTotals, overseeingRoles } from '../people/index.ts';
import type { Indicators } from './indicator.ts';
import { findTarget } from './store.ts';
import { isPersonScope, personScope } from './target.ts';
import { type Moment, readBehind, readBreakdown, readStandings, type Standing } from './view.ts';
import { count, describePart, describeTarget, indicatorName, periodName, rate } from './words-chat.ts';

const pageSize = 8;
const behindShown = 5;

export const momentOf = (turn: HomeContext, indicators: Indicators): Moment => ({
  today: turn.today,
  calendar: turn.calendar,
  indicators,
  lang: turn.texts.lang,
});

/** The area an actor leads, the largest first; undefined for who leads none. */
export function ledArea(actor: Actor): string | undefined {
  const led = actor.roles.filter((role) => (overseeingRoles as readonly string[]).includes(role.role));
  const [largest] = led
    .map((role) => role.area)
    .sort((a, b) => Number(b === 'ID') - Number(a === 'ID') || a.length - b.length);
  return largest;
}

const historyButton = (turn: Turn): Button => ({
  label: turn.texts.t('targets-button-history'),
  press: 'targets.history',
  subject: '2021',
});
const chartButton = (turn: Turn, subject: string): Button => ({
  label: turn.texts.t('targets-button-chart'),
  press: 'targets.chart',
  subject,
});

/** Whose figures of one target an actor may see: an area's totals, a person's only to that person and who leads there. */
export const maySee = (
  actor: Actor,
  row: { readonly scope: string; readonly parent: string | null },
): boolean =>
  isPersonScope(row.scope)
    ? row.scope === personScope(actor.person?.id ?? '') || mayOversee(actor, row.parent ?? 'ID')
    : maySeeTotals(actor, row.scope);

export const notAllowed = (turn: Turn): Reply => say(turn, 'targets-not-allowed');

const logButton = (turn: Turn): Button => ({
  label: turn.texts.t('targets-button-log'),
  press: 'mentoring.begin',
  subject: '',
  style: 'main',
});

/** A facilitator's own targets. */
async function showMine(turn: Turn, indicators: Indicators, inPlace = false): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined) return notAllowed(turn);
  const mine = await readStandings(turn.read, personScope(self.id), momentOf(turn, indicators));
  if (mine.length === 0) return say(turn, 'targets-mine-none', {}, [logButton(turn), historyButton(turn)]);
  return {
    blocks: [
      { kind: 'text', text: turn.texts.rich('targets-mine-title') },
      ...mine.map((one): Block => ({ kind: 'text', text: describeTarget(turn.texts, one) })),
      { kind: 'buttons', buttons: [logButton(turn), chartButton(turn, 'me'), historyButton(turn)] },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

function behindBlock(turn: Turn, count: number, first: readonly Standing[]): readonly Block[] {
  if (count === 0) return [];
  const lines = first.map(({ name, indicator, pace }) =>
    turn.texts.t('targets-behind-line', {
      name,
      indicator: indicatorName(turn.texts, indicator),
      perDay: pace.kind === 'running' ? rate(turn.texts, pace.perDay) : '',
    }),
  );
  return [
    { kind: 'text', text: turn.texts.rich('targets-behind-title', { n: count }) },
    { kind: 'text', text: [lines.join('\n')] },
  ];
}

/** The targets of an area, each with a way into its parts, and who is behind. */
export async function showArea(
  turn: Turn,
  indicators: Indicators,
  area: string,
  inPlace = false,
): Promise<Handled> {
  if (!maySeeTotals(turn.actor, area)) return notAllowed(turn);
  const { texts } = turn;
  const moment = momentOf(turn, indicators);
  const targets = await readStandings(turn.read, area, moment);
  if (targets.length === 0) {
    const example = `${turn.command('target')} set sessions ${area} ${turn.today.slice(0, 4)} 900`;
    const leads = mayOversee(turn.actor, area);
    return say(
      turn,
      leads ? 'targets-area-none-set' : 'targets-area-none',
      { area: areaPath(area, texts.lang), example },
      [...(leads ? [setButton(turn, area)] : []), historyButton(turn)],
    );
  }
  const leads = mayOversee(turn.actor, area);
  const behind = leads ? await readBehind(turn.read, area, moment, behindShown) : { count: 0, first: [] };
  const shown = targets.slice(0, pageSize);
  const buttons: Button[] = [
    ...(leads
      ? shown.map((one) => ({
          label: texts.t('targets-button-parts', {
            what: `${indicatorName(texts, one.indicator)} ${periodName(texts, one.row.period)}`,
          }),
          press: 'targets.parts',
          subject: `${one.row.id}~0`,
        }))
      : []),
    chartButton(turn, area),
    ...(leads ? [setButton(turn, area)] : []),
    historyButton(turn),
  ];
  return {
    blocks: [
      { kind: 'text', text: texts.rich('targets-area-title', { area: areaPath(area, texts.lang) }) },
      ...shown.map((one): Block => ({ kind: 'text', text: describeTarget(texts, one) })),
      ...behindBlock(turn, behind.count, behind.first),
      { kind: 'buttons', buttons },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

const setButton = (turn: Turn, area: string): Button => ({
  label: turn.texts.t('targets-button-set'),
  press: 'targets.begin',
  subject: area,
});

/** One target with its parts, in the place of the message it was asked from. */
export async function showParts(
  turn: Turn,
  indicators: Indicators,
  id: string,
  page: number,
): Promise<Handled> {
  const row = await findTarget(turn.read, id);
  if (row === undefined || isPersonScope(row.scope) || !mayOversee(turn.actor, row.scope))
    return notAllowed(turn);
  const found = await readBreakdown(turn.read, id, momentOf(turn, indicators));
  if (found === undefined) return notAllowed(turn);
  const { texts } = turn;
  const { whole, parts, rest, above } = found;
  const from = page * pageSize;
  const shown = parts.slice(from, from + pageSize);
  const into: Button[] = shown
    .filter((one) => !isPersonScope(one.row.scope))
    .map((one) => ({ label: one.name, press: 'targets.parts', subject: `${one.row.id}~0` }));
  const aboveRow = above === undefined ? undefined : await findTarget(turn.read, above);
  const up: Button[] =
    aboveRow !== undefined && mayOversee(turn.actor, aboveRow.scope)
      ? [
          {
            label: texts.t('targets-button-up', { area: areaName(aboveRow.scope, texts.lang) }),
            press: 'targets.parts',
            subject: `${aboveRow.id}~0`,
          },
        ]
      : [];
  const pages: Button[] = [
    ...(page > 0
      ? [{ label: texts.t('targets-page-before'), press: 'targets.parts', subject: `${id}~${page - 1}` }]
      : []),
    ...(parts.length > from + pageSize
      ? [{ label: texts.t('targets-page-after'), press: 'targets.parts', subject: `${id}~${page + 1}` }]
      : []),
  ];
  const title = texts.rich('targets-parts-title', { area: areaPath(row.scope, texts.lang) });
  return {
    blocks: [
      { kind: 'text', text: title },
      { kind: 'text', text: describeTarget(texts, whole) },
      {
        kind: 'text',
        text:
          parts.length === 0
            ? texts.rich('targets-parts-none')
            : [shown.map((one) => describePart(texts, one)).join('\n')],
      },
      { kind: 'text', text: texts.rich('targets-parts-rest', { rest, shown: count(texts, rest) }) },
      {
        kind: 'buttons',
        buttons: [...into, ...pages, ...up, chartButton(turn, `t:${id}`), setButton(turn, row.scope)],
      },
    ],
    replaces: 'pressed',
  };
}

/** The first screen by role: staff and coordinators see what they lead, facilitators their own. */
export function showByRole(turn: Turn, indicators: Indicators): Promise<Handled> {
  const led = ledArea(turn.actor);
  if (led !== undefined) return showArea(turn, indicators, led);
  if (hasRole(turn.actor, 'facilitator', 'front-office')) return showMine(turn, indicators);
  return Promise.resolve(notAllowed(turn));
}

/** My targets as bars, for a home page; nothing for who has none. */
export async function homeTargets(turn: HomeContext, indicators: Indicators): Promise<readonly Block[]> {
  const self = turn.actor.person;
  if (self === undefined) return [];
  const led = ledArea(turn.actor);
  const scope = led ?? personScope(self.id);
  const mine = await readStandings(turn.read, scope, momentOf(turn, indicators));
  if (mine.length === 0) return [];
  return [
    { kind: 'text', text: turn.texts.rich('targets-mine-title') },
    ...mine.slice(0, 4).map((one): Block => ({ kind: 'text', text: describeTarget(turn.texts, one) })),
    { kind: 'buttons', buttons: [{ label: turn.texts.t('targets-button-open'), press: 'targets.open' }] },
  ];
}
