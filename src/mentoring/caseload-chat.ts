/** My people: those who need a visit most come first, found by name, each with what was last and what is next. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { Feature } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { daysBetween } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { matchNames } from '../language/name.ts';
import { fieldRoles, findCaseload, findInCaseload, mayLogFieldWork } from '../people/index.ts';
import { findLastDays, findPlannedVisits, findSessionsOfPair, type VisitRow } from './visit-store.ts';
import { whenWords } from './visit-words-chat.ts';
import { findLastNoted } from './visited-store.ts';
import { describeSession } from './words-chat.ts';

const pageSize = 8;
const historySize = 6;

/** All features, for the line that one of them has about a person, such as the stage. */
type Features = () => readonly Pick<Feature, 'aboutPeople'>[];

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  /** Place in the list by name, which can be typed instead of the name. */
  readonly number: number;
  readonly last: string | undefined;
  readonly next: VisitRow | undefined;
}

/** Who waits longest comes first; who has a visit planned comes after those who have none. */
function byNeed(a: Listed, b: Listed, today: string): number {
  const rank = ({ next }: Listed) => (next === undefined ? 1 : next.date <= today ? 0 : 2);
  return rank(a) - rank(b) || (a.last ?? '').localeCompare(b.last ?? '') || a.number - b.number;
}

async function readPeople(turn: Turn, facilitator: string): Promise<readonly Listed[]> {
  const people = await findCaseload(turn.read, facilitator);
  const ids = people.map((one) => one.id);
  const last = new Map(await findLastDays(turn.read, facilitator, ids));
  for (const { date, person } of await findLastNoted(turn.read, facilitator, ids))
    if (date > (last.get(person) ?? '')) last.set(person, date);
  const next = new Map<string, VisitRow>();
  for (const visit of await findPlannedVisits(turn.read, facilitator))
    if (!next.has(visit.person)) next.set(visit.person, visit);
  return people
    .map((one, at): Listed => ({ ...one, number: at + 1, last: last.get(one.id), next: next.get(one.id) }))
    .sort((a, b) => byNeed(a, b, turn.today));
}

async function aboutPeople(
  turn: Turn,
  features: Features,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const lines = new Map<string, string>();
  for (const feature of features())
    for (const [person, line] of (await feature.aboutPeople?.(turn.read, ids, turn.texts)) ?? [])
      lines.set(person, lines.has(person) ? `${lines.get(person)} · ${line}` : line);
  return lines;
}

function describe(turn: Turn, one: Listed, about: string | undefined): string {
  const { texts, today } = turn;
  const last =
    one.last === undefined
      ? texts.t('mentoring-never')
      : texts.t('mentoring-last-visit', {
          date: formatDay(one.last, texts.lang),
          days: daysBetween(one.last, today),
        });
  const next =
    one.next === undefined
      ? ''
      : ` · ${texts.t('mentoring-next-visit', { when: whenWords(texts, { ...one.next, note: '' }) })}`;
  const stage = about === undefined ? '' : `\n   ${about}`;
  return `${one.number}. ${one.name} (${areaName(one.area, texts.lang)})${stage}\n   ${last}${next}`;
}

const noPeople = (turn: Turn): Handled =>
  say(turn, 'mentoring-no-people', { command: `${turn.command('warga')} Siti Aminah, desa Sukamaju` });

async function showList(
  turn: Turn,
  features: Features,
  wanted: { readonly page: number; readonly typed: string; readonly inPlace: boolean },
): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const { texts } = turn;
  const { inPlace, page, typed } = wanted;
  const all = await readPeople(turn, self.id);
  if (all.length === 0) return noPeople(turn);
  let people = all;
  if (typed !== '') {
    const match = matchNames(typed, all, { limit: 40 });
    if (match.kind === 'none')
      return say(turn, 'mentoring-unknown-person', { typed }, [
        { label: texts.t('mentoring-people-all'), press: 'mentoring.people', subject: '0' },
      ]);
    if (match.kind !== 'several') return showPerson(turn, features, match.candidate.id, inPlace);
    people = match.candidates.map((one) => one.candidate);
  }
  const from = page * pageSize;
  const shown = people.slice(from, from + pageSize);
  const about = await aboutPeople(
    turn,
    features,
    shown.map((one) => one.id),
  );
  const turnPage = (to: number, key: string): Button => ({
    label: texts.t(key),
    press: 'mentoring.people',
    subject: `${to}~${typed}`,
  });
  return {
    blocks: [
      { kind: 'text', text: texts.rich('mentoring-people-title', { n: people.length }) },
      { kind: 'text', text: [shown.map((one) => describe(turn, one, about.get(one.id))).join('\n')] },
      {
        kind: 'buttons',
        buttons: [
          ...shown.slice(0, 2).map((one) => ({
            label: texts.t('mentoring-log-for', { name: one.name }),
            press: 'mentoring.begin',
            subject: one.id,
          })),
          ...shown.slice(0, 2).map((one) => ({
            label: texts.t('mentoring-visit-for', { name: one.name }),
            press: 'mentoring.visit-new',
            subject: one.id,
          })),
          ...(page > 0 ? [turnPage(page - 1, 'mentoring-page-before')] : []),
          ...(people.length > from + pageSize ? [turnPage(page + 1, 'mentoring-page-after')] : []),
        ],
      },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

/** One of my people: what was last, what is next, the newest sessions. */
async function showPerson(turn: Turn, features: Features, id: string, inPlace: boolean): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const person = await findInCaseload(turn.read, self.id, id);
  if (person === undefined) return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
  const { texts } = turn;
  const listed = (await readPeople(turn, self.id)).find((one) => one.id === id);
  const about = await aboutPeople(turn, features, [id]);
  const key = { facilitator: self.id, person: id, limit: historySize, offset: 0 };
  const sessions = await findSessionsOfPair(turn.read, key);
  const lines = sessions.map((row) => `• ${describeSession(turn, row)}`);
  return {
    blocks: [
      ...(listed === undefined
        ? []
        : [{ kind: 'text' as const, text: [describe(turn, listed, about.get(id))] }]),
      ...(lines.length === 0 ? [] : [{ kind: 'text' as const, text: [lines.join('\n')] }]),
      {
        kind: 'buttons',
        buttons: [
          {
            label: texts.t('mentoring-log-for', { name: person.name }),
            press: 'mentoring.begin',
            subject: id,
            style: 'main',
          },
          {
            label: texts.t('mentoring-visit-for', { name: person.name }),
            press: 'mentoring.visit-new',
            subject: id,
          },
          { label: texts.t('mentoring-people-all'), press: 'mentoring.people', subject: '0' },
        ],
      },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

export const caseloadCommands = (features: Features): readonly CommandSpec[] => [
  {
    name: 'binaan',
    everyday: true,
    summary: 'mentoring-summary-people',
    roles: fieldRoles,
    handle: (turn, rest) => showList(turn, features, { page: 0, typed: rest.trim(), inPlace: false }),
  },
];

export const caseloadPresses = (features: Features): readonly PressSpec[] => [
  {
    name: 'mentoring.people',
    handle(turn, subject) {
      const [page, typed = ''] = subject.split('~');
      return showList(turn, features, { page: Number(page) || 0, typed, inPlace: true });
    },
  },
];
