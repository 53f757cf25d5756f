/** The monthly report in conversation: the own one at once, for those who lead an area a choice of whose. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { ReportSection } from '../feature.ts';
import { areaName, findAreas } from '../language/areas.ts';
import { monthOf } from '../language/calendar.ts';
import { formatMonth } from '../language/date.ts';
import { parseMonth } from '../language/month.ts';
import { matchNames } from '../language/name.ts';
import { formatNumber } from '../language/number.ts';
import { type Actor, fieldRoles, mayLogFieldWork, mayOversee, overseeingRoles } from '../people/index.ts';
import { makeReport, readSubject, toSubject } from './make-chat.ts';
import { findWorkers } from './plan-report.ts';

type Sections = () => readonly ReportSection[];

const pageSize = 8;
const longestMonth = 2;

/** The area that the actor leads, the widest first. */
const ledArea = (actor: Actor): string | undefined =>
  actor.roles
    .map((role) => role.area)
    .filter((area) => mayOversee(actor, area))
    .sort((a, b) => (a === 'ID' ? 0 : a.length) - (b === 'ID' ? 0 : b.length))[0];

/** Reads `[MONTH] [WHO OR WHERE]` in either order; undefined where no month can be read. */
function readRest(rest: string, today: string): { month: string; who: string } {
  const words = rest
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  for (let n = Math.min(longestMonth, words.length); n > 0; n--) {
    const first = parseMonth(words.slice(0, n).join(' '), today);
    if (first !== undefined) return { month: first, who: words.slice(n).join(' ') };
    const last = parseMonth(words.slice(-n).join(' '), today);
    if (last !== undefined) return { month: last, who: words.slice(0, -n).join(' ') };
  }
  return { month: monthOf(today), who: words.join(' ') };
}

async function showChoice(
  turn: Turn,
  area: string,
  month: string,
  page: number,
  inPlace: boolean,
): Promise<Handled> {
  if (!mayOversee(turn.actor, area)) return say(turn, 'reports-not-allowed');
  const { texts, zone } = turn;
  const workers = await findWorkers(turn.read, area, { month, zone });
  const from = page * pageSize;
  const turnPage = (to: number, key: string): Button => ({
    label: texts.t(key),
    press: 'reports.pick',
    subject: `${area}~${month}~${to}`,
  });
  const buttons: Button[] = [
    {
      label: texts.t('reports-button-area', { area: areaName(area, texts.lang) }),
      press: 'reports.make',
      subject: toSubject({ of: 'area', area }, month),
      style: 'main',
    },
    ...workers.slice(from, from + pageSize).map((one) => ({
      label: one.name,
      press: 'reports.make',
      subject: toSubject({ of: 'person', id: one.id }, month),
    })),
    ...(page > 0 ? [turnPage(page - 1, 'reports-page-before')] : []),
    ...(workers.length > from + pageSize ? [turnPage(page + 1, 'reports-page-after')] : []),
  ];
  return {
    ...say(
      turn,
      'reports-choose',
      {
        month: formatMonth(month, texts.lang),
        n: formatNumber(workers.length, texts.lang),
        area: areaName(area, texts.lang),
        example: `${turn.command('laporan')} ${formatMonth(month, texts.lang).split(' ')[0]?.toLowerCase() ?? ''} rina`,
      },
      buttons,
    ),
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** Finds the person or the area that was typed, within what the actor leads. */
async function findTyped(
  turn: Turn,
  sections: Sections,
  led: string,
  typed: { month: string; who: string },
): Promise<Handled> {
  const { month, who } = typed;
  const { zone } = turn;
  const workers = await findWorkers(turn.read, led, { month, zone });
  const match = matchNames(who, workers, { limit: 6 });
  if (match.kind === 'exact')
    return makeReport(turn, sections(), { of: 'person', id: match.candidate.id }, month);
  const [area] = findAreas(who, { within: led, limit: 1 });
  if (area !== undefined && match.kind === 'none')
    return makeReport(turn, sections(), { of: 'area', area: area.code }, month);
  const people =
    match.kind === 'several'
      ? match.candidates.map((one) => one.candidate)
      : match.kind === 'close'
        ? [match.candidate]
        : [];
  const buttons: Button[] = [
    ...people.map((one) => ({
      label: one.name,
      press: 'reports.make',
      subject: toSubject({ of: 'person', id: one.id }, month),
    })),
    ...(area === undefined
      ? []
      : [
          {
            label: areaName(area.code, turn.texts.lang),
            press: 'reports.make',
            subject: toSubject({ of: 'area', area: area.code }, month),
          },
        ]),
  ];
  if (buttons.length === 0)
    return say(turn, 'reports-unknown', { typed: who, example: `${turn.command('laporan')} oktober` }, [
      { label: turn.texts.t('reports-button-other'), press: 'reports.pick', subject: `${led}~${month}~0` },
    ]);
  return say(turn, 'reports-which', { typed: who }, buttons);
}

async function reportCommand(turn: Turn, sections: Sections, rest: string): Promise<Handled> {
  const led = ledArea(turn.actor);
  const { month, who } = readRest(rest, turn.today);
  if (led === undefined) {
    if (!mayLogFieldWork(turn.actor)) return say(turn, 'reports-not-allowed');
    if (who !== '')
      return say(turn, 'reports-unknown', { typed: who, example: `${turn.command('laporan')} oktober` }, [
        {
          label: turn.texts.t('reports-button-mine'),
          press: 'reports.make',
          subject: toSubject({ of: 'self' }, month),
        },
      ]);
    return makeReport(turn, sections(), { of: 'self' }, month);
  }
  return who === '' ? showChoice(turn, led, month, 0, false) : findTyped(turn, sections, led, { month, who });
}

export const reportCommands = (sections: Sections): readonly CommandSpec[] => [
  {
    name: 'laporan',
    everyday: true,
    aliases: ['monthly'],
    summary: 'reports-summary-command',
    roles: [...new Set([...fieldRoles, ...overseeingRoles])],
    handle: (turn, rest) => reportCommand(turn, sections, rest),
  },
];

export const reportPresses = (sections: Sections): readonly PressSpec[] => [
  {
    name: 'reports.make',
    handle(turn, subject) {
      const { month, wanted } = readSubject(subject);
      return makeReport(turn, sections(), wanted, month === '' ? monthOf(turn.today) : month);
    },
  },
  {
    name: 'reports.pick',
    async handle(turn, subject) {
      const [area = '', month = '', page] = subject.split('~');
      const led = area === '' ? ledArea(turn.actor) : area;
      if (led === undefined) return say(turn, 'reports-not-allowed');
      return showChoice(turn, led, month === '' ? monthOf(turn.today) : month, Number(page) || 0, true);
    },
  },
];
