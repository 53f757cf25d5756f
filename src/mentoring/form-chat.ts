/** The session form: one window where there are windows, else one question after the other. */
import type { FieldResult, FormSpec } from '../chat/form.ts';
import { addDays } from '../language/calendar.ts';
import { formatDate, parseDate } from '../language/date.ts';
import { parseDuration } from '../language/duration.ts';
import { parseMoney } from '../language/money.ts';
import { parseCount } from '../language/number.ts';
import { findCaseload, ownPersonField } from '../people/index.ts';
import { takeParsed } from './log-chat.ts';
import { type ParsedSession, parseSession } from './parse-session.ts';
import { isSessionKind, longestMinutes, sessionKinds } from './session.ts';

const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });
const ok = (value: string): FieldResult => ({ kind: 'ok', value });

/** Minutes as typed in an answer: `90`, `90m`, `1,5 jam`. */
const toMinutes = (typed: string): number | undefined => parseDuration(typed) ?? parseCount(typed);

export const sessionForm: FormSpec = {
  name: 'mentoring.session',
  version: 2,
  title: 'mentoring-form-title',
  submitLabel: 'mentoring-form-submit',
  fields: [
    ownPersonField('mentoring-ask-person'),
    {
      id: 'kind',
      kind: 'choice',
      label: 'mentoring-ask-kind',
      options: async ({ texts }) =>
        sessionKinds.map((kind) => ({ value: kind, label: texts.t(`mentoring-kind-${kind}`) })),
      parse(typed, { today }) {
        const { kind } = parseSession(typed, { people: [], today });
        return kind === undefined ? wrong('mentoring-wrong-kind') : ok(kind);
      },
    },
    {
      id: 'minutes',
      kind: 'line',
      label: 'mentoring-ask-minutes',
      hint: 'mentoring-ask-minutes-hint',
      options: async ({ texts }) =>
        ['30', '60', '90'].map((value) => ({ value, label: texts.t('mentoring-minutes', { n: value }) })),
      parse(typed) {
        const minutes = toMinutes(typed);
        return minutes === undefined || minutes < 1 || minutes > longestMinutes
          ? wrong('mentoring-wrong-minutes')
          : ok(String(minutes));
      },
    },
    {
      id: 'date',
      kind: 'line',
      label: 'mentoring-ask-date',
      hint: 'mentoring-ask-date-hint',
      options: async ({ texts, today }) => [
        { value: today, label: texts.t('mentoring-today') },
        { value: addDays(today, -1), label: formatDate(addDays(today, -1), texts.lang) },
      ],
      parse(typed, { today }) {
        const date = parseDate(typed, { today, prefer: 'past' });
        return date === undefined ? wrong('mentoring-wrong-date') : ok(date);
      },
    },
    {
      id: 'turnover',
      kind: 'line',
      optional: true,
      label: 'mentoring-ask-turnover',
      hint: 'mentoring-ask-turnover-hint',
      parse(typed) {
        const rupiah = parseMoney(typed);
        return rupiah === undefined ? wrong('mentoring-wrong-money') : ok(String(rupiah));
      },
    },
    {
      id: 'workers',
      kind: 'line',
      optional: true,
      label: 'mentoring-ask-workers',
      parse(typed) {
        const workers = parseCount(typed.replace(/[^\d.,]+$/u, '').trim());
        return workers === undefined ? wrong('mentoring-wrong-workers') : ok(String(workers));
      },
    },
    {
      id: 'topic',
      kind: 'line',
      optional: true,
      label: 'mentoring-ask-topic',
      parse: (typed) => ok(typed.trim().slice(0, 120)),
    },
    {
      id: 'note',
      kind: 'lines',
      optional: true,
      label: 'mentoring-ask-note',
      parse: (typed) => ok(typed.trim()),
    },
  ],
  async submit(turn, values, subject) {
    const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
    const typed = values.person ?? '';
    const chosen = people.find((one) => one.id === typed);
    const person: ParsedSession['person'] =
      chosen === undefined
        ? parseSession(typed, { people, today: turn.today }).person
        : { kind: 'found', id: chosen.id, name: chosen.name };
    const kind = values.kind ?? '';
    const turnover = values.turnover ?? '';
    const parsed: ParsedSession = {
      person,
      ...(isSessionKind(kind) ? { kind } : {}),
      minutes: Number(values.minutes),
      date: values.date ?? turn.today,
      turnover: turnover === '' ? null : Number(turnover),
      ...((values.workers ?? '') === '' ? {} : { workers: Number(values.workers) }),
      ...((values.topic ?? '') === '' ? {} : { topic: values.topic ?? '' }),
      note: values.note ?? '',
      unread: [],
    };
    return takeParsed(turn, parsed, subject ?? `form|${turn.incoming.eventId}`);
  },
};
