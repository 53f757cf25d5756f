/** The commands and buttons of targets. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import { say } from '../chat/say.ts';
import { findAreas } from '../language/areas.ts';
import { fieldRoles, overseeingRoles } from '../people/index.ts';
import { showChart } from './chart-chat.ts';
import type { History } from './history.ts';
import { showHistory } from './history-chat.ts';
import type { Indicators } from './indicator.ts';
import { beginTarget, reportCommand, setCommand } from './set-chat.ts';
import { ledArea, notAllowed, showArea, showByRole, showParts } from './show-chat.ts';

const worksHere = (turn: Turn): boolean =>
  turn.actor.roles.some((role) =>
    ([...fieldRoles, ...overseeingRoles] as readonly string[]).includes(role.role),
  );

/** The area named by words or a code, looked for inside what the actor leads first. */
const readArea = (turn: Turn, typed: string): string | undefined => {
  if (/^(nasional|indonesia|id)$/iu.test(typed)) return 'ID';
  const [best] = findAreas(typed, { within: ledArea(turn.actor) ?? 'ID', limit: 1 });
  const [anywhere] = best === undefined ? findAreas(typed, { limit: 1 }) : [best];
  return anywhere !== undefined && anywhere.score >= 0.8 ? anywhere.code : undefined;
};

async function targetCommand(
  turn: Turn,
  indicators: Indicators,
  history: () => History,
  rest: string,
): Promise<Handled> {
  if (!worksHere(turn)) return notAllowed(turn);
  const typed = rest.trim();
  if (typed === '') return showByRole(turn, indicators);
  const [first = '', ...others] = typed.split(/\s+/u);
  const after = others.join(' ');
  if (/^(set|atur|tetapkan)$/iu.test(first)) return setCommand(turn, indicators, after);
  if (/^(grafik|gambar|chart)$/iu.test(first)) {
    const area = after === '' ? '' : readArea(turn, after);
    return area === undefined ? unread(turn, after) : showChart(turn, indicators, area);
  }
  if (/^(riwayat|history)$/iu.test(first))
    return showHistory(turn, indicators, history(), after === '' ? '2021' : after);
  if (/^(19|20)\d\d$/u.test(typed) && typed !== turn.today.slice(0, 4))
    return showHistory(turn, indicators, history(), typed);
  if (typed === turn.today.slice(0, 4)) return showByRole(turn, indicators);
  const area = readArea(turn, typed);
  return area === undefined ? unread(turn, typed) : showArea(turn, indicators, area);
}

const unread = (turn: Turn, typed: string): Handled =>
  say(turn, 'targets-command-unread', {
    typed,
    example: turn.command('target'),
    area: ledArea(turn.actor) ?? '33.74',
  });

export const targetCommands = (
  indicators: () => Indicators,
  history: () => History,
): readonly CommandSpec[] => [
  {
    name: 'target',
    everyday: true,
    aliases: ['targets'],
    summary: 'targets-summary',
    roles: [...new Set([...fieldRoles, ...overseeingRoles])],
    handle: (turn, rest) => targetCommand(turn, indicators(), history, rest),
  },
  {
    name: 'capaian',
    aliases: ['capai'],
    summary: 'targets-summary-report',
    roles: overseeingRoles,
    handle: (turn, rest) => reportCommand(turn, indicators(), rest),
  },
];

export const targetPresses = (indicators: () => Indicators, history: () => History): readonly PressSpec[] => [
  {
    name: 'targets.open',
    handle: (turn) => showByRole(turn, indicators()),
  },
  {
    name: 'targets.parts',
    handle(turn, subject) {
      const [id = '', page] = subject.split('~');
      return showParts(turn, indicators(), id, Number(page) || 0);
    },
  },
  { name: 'targets.chart', handle: (turn, subject) => showChart(turn, indicators(), subject) },
  { name: 'targets.begin', handle: async (turn, area) => beginTarget(turn, area) },
  {
    name: 'targets.history',
    handle: async (turn, year) =>
      worksHere(turn) ? showHistory(turn, indicators(), history(), year, true) : notAllowed(turn),
  },
];
