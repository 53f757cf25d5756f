/** Planned visits in conversation: plan one in a line, see them, move, end or take one back, all in place. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FieldResult, FormSpec } from '../chat/form.ts';
import { askWho } from '../chat/line.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { addDays, dayOfWeek } from '../language/calendar.ts';
import { formatDate, parseDate } from '../language/date.ts';
import {
  fieldRoles,
  findCaseload,
  findPerson,
  findPersons,
  mayLogFieldWork,
  ownPersonField,
} from '../people/index.ts';
import { endVisit, moveVisit, planVisit, type VisitDraft } from './plan-visit.ts';
import { formatTime, type ParsedVisit, parseTime, parseVisit } from './visit.ts';
import { findPlannedVisits, findVisit, type VisitRow } from './visit-store.ts';
import { sayVisit, visitButtons, visitExample, whenWords } from './visit-words-chat.ts';

const pageSize = 6;

async function plan(turn: Turn, draft: VisitDraft): Promise<Handled> {
  const name = (await findPerson(turn.read, draft.person))?.name ?? '';
  return turn.commit(
    (tx) => planVisit(tx, turn.actor, draft, turn),
    (outcome) => sayVisit(turn, outcome, name),
  );
}

async function takeVisit(turn: Turn, parsed: ParsedVisit): Promise<Handled> {
  const [unread] = parsed.unread;
  if (unread !== undefined)
    return say(turn, 'mentoring-visit-unread', { part: unread, example: visitExample(turn) });
  const { date, minute, note, person } = parsed;
  if (person.kind === 'several')
    return askWho(turn, person, 'mentoring.visit-who', (one) =>
      JSON.stringify({ ...parsed, person: { kind: 'found', id: one.id, name: one.label } }),
    );
  if (person.kind === 'found' && date !== undefined)
    return plan(turn, { person: person.id, date, minute, note });
  return openVisitForm(turn, parsed);
}

function openVisitForm(turn: Turn, parsed: ParsedVisit): Reply {
  const { date, minute, note, person } = parsed;
  const unknown =
    person.kind === 'unknown'
      ? say(turn, 'mentoring-unknown-person', { typed: person.typed }).blocks.slice(0, 1)
      : [];
  const values: Record<string, string> = {
    note,
    time: minute === null ? '' : formatTime(minute, 'id'),
    ...(person.kind === 'found' ? { person: person.id } : {}),
    ...(date === undefined ? {} : { date }),
  };
  return { blocks: [...unknown, { kind: 'form', form: 'mentoring.visit', values }] };
}

async function showVisits(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const { texts } = turn;
  const visits = await findPlannedVisits(turn.read, self.id);
  const begin: Button = { label: texts.t('mentoring-visit-new'), press: 'mentoring.visit-new', subject: '' };
  if (visits.length === 0)
    return say(turn, 'mentoring-visits-none', { example: visitExample(turn) }, [begin]);
  const shown = visits.slice(page * pageSize, (page + 1) * pageSize);
  const ids = [...new Set(shown.map((one) => one.person))];
  const names = new Map((await findPersons(turn.read, ids)).map((one) => [one.id, one.name]));
  const lines = shown.map((visit) => {
    const late = visit.date < turn.today ? ` · ${texts.t('mentoring-visit-late')}` : '';
    return `• ${names.get(visit.person) ?? ''}\n   ${whenWords(texts, visit)}${late}`;
  });
  const turnPage = (to: number, key: string): Button => ({
    label: texts.t(key),
    press: 'mentoring.visits',
    subject: String(to),
  });
  return {
    blocks: [
      { kind: 'text', text: texts.rich('mentoring-visits-title', { n: visits.length }) },
      { kind: 'text', text: [lines.join('\n')] },
      {
        kind: 'buttons',
        buttons: [
          ...shown.map((visit) => ({
            label: texts.t('mentoring-visit-open', { name: names.get(visit.person) ?? '' }),
            press: 'mentoring.visit',
            subject: visit.id,
          })),
          ...(page > 0 ? [turnPage(page - 1, 'mentoring-page-before')] : []),
          ...(visits.length > (page + 1) * pageSize ? [turnPage(page + 1, 'mentoring-page-after')] : []),
          begin,
        ],
      },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

async function ownVisit(turn: Turn, id: string): Promise<{ visit: VisitRow; name: string } | undefined> {
  const visit = await findVisit(turn.read, id);
  if (visit?.state !== 'planned' || visit.facilitator !== turn.actor.person?.id) return undefined;
  return { visit, name: (await findPerson(turn.read, visit.person))?.name ?? '' };
}

const notPlanned = (turn: Turn): Reply => sayVisit(turn, { kind: 'not-planned' }, '');

async function openVisit(turn: Turn, id: string): Promise<Handled> {
  const found = await ownVisit(turn, id);
  if (found === undefined) return notPlanned(turn);
  const { name, visit } = found;
  return {
    ...say(
      turn,
      'mentoring-visit-shown',
      { name, when: whenWords(turn.texts, visit) },
      visitButtons(turn, visit, name),
    ),
    replaces: 'pressed',
  };
}

async function askDay(turn: Turn, id: string): Promise<Handled> {
  const found = await ownVisit(turn, id);
  if (found === undefined) return notPlanned(turn);
  const { today } = turn;
  const toMonday = (8 - dayOfWeek(today)) % 7 || 7;
  const days = [addDays(today, 1), addDays(today, 2), addDays(today, toMonday), addDays(today, 7)];
  return {
    ...say(turn, 'mentoring-visit-which-day', { name: found.name }, [
      ...[...new Set(days)].sort().map((date) => ({
        label: formatDate(date, turn.texts.lang),
        press: 'mentoring.visit-to',
        subject: `${id}~${date}`,
      })),
      { label: turn.texts.t('mentoring-visit-other-day'), press: 'mentoring.visit-other', subject: id },
    ]),
    replaces: 'pressed',
  };
}

async function move(turn: Turn, to: { id: string; date: string; minute?: number | null }): Promise<Handled> {
  const found = await ownVisit(turn, to.id);
  return turn.commit(
    (tx) => moveVisit(tx, turn.actor, to, turn),
    (outcome) => sayVisit(turn, outcome, found?.name ?? ''),
  );
}

const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });

const dateField: FormSpec['fields'][number] = {
  id: 'date',
  kind: 'line',
  label: 'mentoring-visit-ask-date',
  hint: 'mentoring-visit-ask-date-hint',
  parse(typed, { today }) {
    const date = parseDate(typed, { today, prefer: 'future' });
    return date === undefined ? wrong('mentoring-visit-wrong-date') : { kind: 'ok', value: date };
  },
};
const timeField: FormSpec['fields'][number] = {
  id: 'time',
  kind: 'line',
  label: 'mentoring-visit-ask-time',
  hint: 'mentoring-visit-ask-time-hint',
  optional: true,
  parse(typed) {
    const minute = parseTime(typed);
    if (minute === undefined) return wrong('mentoring-visit-wrong-time');
    return { kind: 'ok', value: minute === null ? '' : formatTime(minute, 'id') };
  },
};

export const visitForms: readonly FormSpec[] = [
  {
    name: 'mentoring.visit',
    version: 1,
    title: 'mentoring-visit-form',
    submitLabel: 'mentoring-form-submit',
    fields: [
      ownPersonField('mentoring-visit-ask-person'),
      dateField,
      timeField,
      {
        id: 'note',
        kind: 'line',
        label: 'mentoring-ask-note',
        optional: true,
        parse: (typed) => ({ kind: 'ok', value: typed.trim() }),
      },
    ],
    async submit(turn, values) {
      const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
      const typed = values.person ?? '';
      const draft = {
        date: values.date ?? '',
        minute: parseTime(values.time ?? '') ?? null,
        note: values.note ?? '',
      };
      if (people.some((one) => one.id === typed)) return plan(turn, { ...draft, person: typed });
      const { person } = parseVisit(typed, { people, today: turn.today });
      return takeVisit(turn, { ...draft, person, unread: [] });
    },
  },
  {
    name: 'mentoring.visit-day',
    version: 1,
    title: 'mentoring-visit-day-form',
    submitLabel: 'mentoring-form-submit',
    fields: [dateField, timeField],
    submit: (turn, values, id = '') => {
      const minute = parseTime(values.time ?? '');
      return move(turn, {
        id,
        date: values.date ?? '',
        // Without a time the old one stays.
        ...(minute === null || minute === undefined ? {} : { minute }),
      });
    },
  },
];

export const visitCommands: readonly CommandSpec[] = [
  {
    name: 'jadwal',
    everyday: true,
    summary: 'mentoring-summary-visits',
    roles: fieldRoles,
    async handle(turn, rest) {
      const self = turn.actor.person;
      if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
      if (rest.trim() === '') return showVisits(turn, 0, false);
      const people = await findCaseload(turn.read, self.id);
      if (people.length === 0)
        return say(turn, 'mentoring-no-people', {
          command: `${turn.command('warga')} Siti Aminah, desa Sukamaju`,
        });
      return takeVisit(turn, parseVisit(rest, { people, today: turn.today }));
    },
  },
];

export const visitPresses: readonly PressSpec[] = [
  { name: 'mentoring.visits', handle: (turn, page) => showVisits(turn, Number(page) || 0, true) },
  { name: 'mentoring.visit', handle: openVisit },
  {
    name: 'mentoring.visit-new',
    handle: async (turn, person) =>
      openVisitForm(turn, {
        person: person === '' ? { kind: 'missing' } : { kind: 'found', id: person, name: '' },
        minute: null,
        note: '',
        unread: [],
      }),
  },
  {
    name: 'mentoring.visit-who',
    handle: (turn, subject) => takeVisit(turn, JSON.parse(subject) as ParsedVisit),
  },
  { name: 'mentoring.visit-move', handle: askDay },
  {
    name: 'mentoring.visit-to',
    handle(turn, subject) {
      const [id = '', date = ''] = subject.split('~');
      return move(turn, { id, date });
    },
  },
  {
    name: 'mentoring.visit-other',
    handle: async (_turn, id) => ({
      blocks: [{ kind: 'form', form: 'mentoring.visit-day', subject: id, values: { time: '' } }],
    }),
  },
  {
    name: 'mentoring.visit-end',
    async handle(turn, subject) {
      const [id = '', state] = subject.split('~');
      const found = await ownVisit(turn, id);
      const end = { id, state: state === 'done' ? ('done' as const) : ('cancelled' as const) };
      return turn.commit(
        (tx) => endVisit(tx, turn.actor, end, turn),
        (outcome) => sayVisit(turn, outcome, found?.name ?? ''),
      );
    },
  },
];
