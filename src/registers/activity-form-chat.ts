/** The forms of activities and visits: what a line leaves open. */
import type { FieldResult, FieldSpec, FormSpec } from '../chat/form.ts';
import { addDays } from '../language/calendar.ts';
import { formatDate, parseDate } from '../language/date.ts';
import { findPerson } from '../language/name-in-line.ts';
import { parseCount } from '../language/number.ts';
import { findCaseload, ownPersonField } from '../people/index.ts';
import { eventKinds, isActivityKind, mostPeople } from './activity.ts';
import { takeLine } from './activity-chat.ts';
import { parseActivity } from './parse-activity.ts';

const ok = (value: string): FieldResult => ({ kind: 'ok', value });
const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });

const date: FieldSpec = {
  id: 'date',
  kind: 'line',
  label: 'mentoring-ask-date',
  hint: 'mentoring-ask-date-hint',
  options: async ({ texts, today }) => [
    { value: today, label: texts.t('mentoring-today') },
    { value: addDays(today, -1), label: formatDate(addDays(today, -1), texts.lang) },
  ],
  parse(typed, { today }) {
    const day = parseDate(typed, { today, prefer: 'past' });
    return day === undefined ? wrong('mentoring-wrong-date') : ok(day);
  },
};

const text = (id: string, label: string, kind: 'line' | 'lines' = 'line'): FieldSpec => ({
  id,
  kind,
  optional: true,
  label,
  parse: (typed) => ok(typed.trim().slice(0, 500)),
});

const activityForm: FormSpec = {
  name: 'registers.activity',
  version: 1,
  title: 'registers-form-activity',
  submitLabel: 'registers-form-save',
  fields: [
    {
      id: 'kind',
      kind: 'choice',
      label: 'registers-ask-activity',
      options: async ({ texts }) =>
        eventKinds.map((kind) => ({ value: kind, label: texts.t(`registers-activity-${kind}`) })),
      parse(typed, { today }) {
        const kind = isActivityKind(typed) ? typed : parseActivity(typed, today).kind;
        return kind === undefined || kind === 'visit' ? wrong('registers-wrong-activity') : ok(kind);
      },
    },
    {
      id: 'people',
      kind: 'line',
      label: 'registers-ask-people',
      parse(typed) {
        const n = parseCount(typed.replace(/\s*(?:orang|org|peserta|people)$/iu, ''));
        return n === undefined || n < 1 || n > mostPeople ? wrong('registers-wrong-people') : ok(String(n));
      },
    },
    date,
    text('place', 'registers-ask-place'),
    text('note', 'mentoring-ask-note', 'lines'),
  ],
  submit(turn, values, source) {
    const kind = values.kind ?? '';
    return takeLine(
      turn,
      'kegiatan',
      {
        person: { kind: 'missing' },
        ...(isActivityKind(kind) ? { kind } : {}),
        people: Number(values.people),
        date: values.date ?? turn.today,
        place: values.place ?? '',
        note: values.note ?? '',
        unread: [],
      },
      source ?? `form|${turn.incoming.eventId}`,
    );
  },
};

const visitForm: FormSpec = {
  name: 'registers.visit',
  version: 1,
  title: 'registers-form-visit',
  submitLabel: 'registers-form-save',
  fields: [ownPersonField('registers-ask-visited'), date, text('note', 'mentoring-ask-note', 'lines')],
  async submit(turn, values, source) {
    const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
    const typed = values.person ?? '';
    const chosen = people.find((one) => one.id === typed);
    const person =
      chosen === undefined
        ? findPerson(typed.split(/\s+/u), people).person
        : ({ kind: 'found', id: chosen.id, name: chosen.name } as const);
    return takeLine(
      turn,
      'kunjungan',
      {
        person,
        kind: 'visit',
        people: 1,
        date: values.date ?? turn.today,
        place: '',
        note: values.note ?? '',
        unread: [],
      },
      source ?? `form|${turn.incoming.eventId}`,
    );
  },
};

export const activityForms: readonly FormSpec[] = [activityForm, visitForm];
