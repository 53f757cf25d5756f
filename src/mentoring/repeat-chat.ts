/** What saves typing: the last entry again with changes, and lines to fill in where there is no signal. */
import type { CommandSpec, Handled, Turn } from '../chat/feature.ts';
import { say } from '../chat/say.ts';
import { addDays, toDate } from '../language/calendar.ts';
import { fieldRoles, findCaseload, findPersons, mayLogFieldWork } from '../people/index.ts';
import { sourceOf, takeParsed } from './log-chat.ts';
import { type ParsedSession, parseSession, sessionLine } from './parse-session.ts';
import { findBySource, findLastSession, findLastVisits } from './store.ts';

/**
 * `/ulang 60m`, `/ulang sri`: kind, length, topic and note as last time unless said otherwise. Turnover and workers are
 * facts of one day and one household and are never carried over; the day is, when the last entry was made today.
 */
async function repeat(turn: Turn, rest: string): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const last = await findLastSession(turn.read, self.id);
  if (last === undefined)
    return say(turn, 'mentoring-nothing-to-repeat', {
      example: `${turn.command('sesi')} siti mentoring 90m`,
    });
  const people = await findCaseload(turn.read, self.id);
  const typed = parseSession(rest, { people, today: turn.today });
  const [before] = await findPersons(turn.read, [last.person]);
  const isToday = toDate(last.createdAt, turn.zone) === turn.today;
  const saidPerson =
    typed.person.kind === 'missing'
      ? ({ kind: 'found', id: last.person, name: before?.name ?? '' } as const)
      : typed.person;
  const topic = typed.topic ?? last.topic;
  const parsed: ParsedSession = {
    ...typed,
    person: saidPerson,
    kind: typed.kind ?? last.kind,
    // A bare number is a new length whose unit is asked for, so the old one must not stand in its place.
    ...(typed.minutes === undefined && typed.bareMinutes === undefined ? { minutes: last.minutes } : {}),
    date: typed.date ?? (isToday ? last.date : turn.today),
    ...(topic === '' ? {} : { topic }),
    note: typed.note === '' ? last.note : typed.note,
  };
  return takeParsed(turn, parsed, sourceOf(turn));
}

const mostLines = 5;

/** Lines for those who have waited longest, one a day back from today. The blank is no length, so nothing unfilled is stored. */
async function template(turn: Turn): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const people = await findCaseload(turn.read, self.id);
  if (people.length === 0)
    return say(turn, 'mentoring-no-people', {
      command: `${turn.command('warga')} Siti Aminah, desa Sukamaju`,
    });
  const visits = await findLastVisits(
    turn.read,
    self.id,
    people.map((one) => one.id),
  );
  const lines = [...people]
    .sort((a, b) => (visits.get(a.id)?.date ?? '').localeCompare(visits.get(b.id)?.date ?? ''))
    .slice(0, mostLines)
    .map((one, at) => {
      const isOnly = people.every((other) => other.id === one.id || other.name !== one.name);
      const person = isOnly ? one.name : String(people.findIndex((other) => other.id === one.id) + 1);
      const date = addDays(turn.today, -at);
      return `${sessionLine.write({ person, choices: { kind: 'mentoring' }, date })} __`;
    });
  return {
    blocks: [
      { kind: 'text', text: turn.texts.rich('mentoring-template-how') },
      { kind: 'text', text: [[turn.command('sesi'), ...lines].join('\n')] },
      { kind: 'text', text: turn.texts.rich('mentoring-template-blank') },
      {
        kind: 'buttons',
        buttons: [{ label: turn.texts.t('mentoring-first-step'), press: 'mentoring.begin', subject: '' }],
      },
    ],
  };
}

export const repeatCommands: readonly CommandSpec[] = [
  {
    name: 'ulang',
    summary: 'mentoring-summary-repeat',
    roles: fieldRoles,
    handle: repeat,
    // What was the last entry then is not the last one now, so an edit must not log once more.
    async edited(turn, rest) {
      const [row] = await findBySource(turn.read, sourceOf(turn));
      if (row === undefined) return repeat(turn, rest);
      return say(turn, 'mentoring-repeat-edited', { number: String(row.number) }, [
        { label: turn.texts.t('mentoring-undo'), press: 'mentoring.undo', subject: row.id },
        { label: turn.texts.t('mentoring-to-log'), press: 'mentoring.log', subject: '' },
      ]);
    },
  },
  { name: 'template', summary: 'mentoring-summary-template', roles: fieldRoles, handle: template },
];
