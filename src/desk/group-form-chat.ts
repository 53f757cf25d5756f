/** The form in which staff answer a group: everything that the answer needs to become one of the bot's own. */

import type { Handled, Turn } from '../chat/feature.ts';
import type { FieldResult, FieldSpec, FormContext, FormSpec } from '../chat/form.ts';
import type { GroupAnswer } from './group.ts';
import { findGroup } from './group-store.ts';
import type { DeskKnowledge } from './knowledge.ts';

/** Staff write about these things; identity numbers stay guarded. */
export const staffSuspends = ['danger', 'scam', 'levy', 'erase', 'other-person', 'secret', 'photo'];

/** The choice that says that no topic fits. */
const noTopic = 'new';
const oldestYear = 1945;

type Values = Readonly<Record<string, string>>;

const ok = (value: string): FieldResult => ({ kind: 'ok', value });
const wrong = (key: string, args: Readonly<Record<string, string | number>> = {}): FieldResult => ({
  kind: 'wrong',
  key,
  args,
});

function parseText(knowledge: DeskKnowledge, typed: string, { texts }: FormContext): FieldResult {
  const text = typed.trim();
  const n = [...text].length;
  if (n === 0) return wrong('desk-form-empty');
  if (n > knowledge.longestAnswer) return wrong('desk-form-long', { n, most: knowledge.longestAnswer });
  const objection = knowledge.forbids(text);
  return objection === undefined
    ? ok(text)
    : wrong('desk-form-forbidden', { reason: texts.t(objection.key, objection.args) });
}

function parseLabel(knowledge: DeskKnowledge, typed: string): FieldResult {
  const label = typed.trim().replaceAll(/\s+/gu, ' ');
  const n = [...label].length;
  if (n === 0) return wrong('desk-form-empty');
  return n > knowledge.longestLabel
    ? wrong('desk-form-long', { n, most: knowledge.longestLabel })
    : ok(label);
}

function parseUrl(typed: string): FieldResult {
  const text = typed.trim();
  const spelt = /^[a-z]+:/iu.test(text) ? text : `https://${text}`;
  const url = URL.canParse(spelt) ? new URL(spelt) : undefined;
  return url !== undefined && /^https?:$/u.test(url.protocol) && url.hostname.includes('.')
    ? ok(spelt)
    : wrong('desk-form-url-wrong');
}

function parseYear(typed: string, { today }: FormContext): FieldResult {
  const year = Number(typed.trim());
  const newest = Number(today.slice(0, 4));
  return Number.isInteger(year) && year >= oldestYear && year <= newest
    ? ok(String(year))
    : wrong('desk-form-year-wrong', { newest: String(newest) });
}

/** Reads the checked values; `topic` only where one was chosen. */
const toAnswer = (values: Values): GroupAnswer => {
  const filled = (name: string) => ((values[name] ?? '') === '' ? undefined : values[name]);
  const [en, label, labelEn] = [filled('en'), filled('label'), filled('labelEn')];
  const topic = filled('topic');
  return {
    id: values.id ?? '',
    ...(en === undefined ? {} : { en }),
    ...(label === undefined ? {} : { label }),
    ...(labelEn === undefined ? {} : { labelEn }),
    source: { title: values.source ?? '', url: values.url ?? '', year: Number(values.year) },
    ...(topic === undefined || topic === noTopic ? {} : { topic }),
  };
};

/** The answer as values to begin from, without those named. */
export function toValues(answer: GroupAnswer, without: readonly string[]): Values {
  const { en, id, label, labelEn, source, topic } = answer;
  const all: Record<string, string> = {
    topic: topic ?? noTopic,
    label: label ?? '',
    id,
    labelEn: labelEn ?? '',
    en: en ?? '',
    source: source.title,
    url: source.url,
    year: String(source.year),
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
}

export function createGroupForm(
  knowledge: DeskKnowledge,
  submit: (turn: Turn, id: string, answer: GroupAnswer) => Promise<Handled>,
): FormSpec {
  const field = (
    id: string,
    kind: 'line' | 'lines',
    parse: FieldSpec['parse'],
    optional = false,
  ): FieldSpec => ({
    id,
    kind,
    label: `desk-group-form-${id}`,
    hint: `desk-group-form-${id}-hint`,
    ...(optional ? { optional } : {}),
    suspends: staffSuspends,
    parse,
  });
  const topic: FieldSpec = {
    id: 'topic',
    kind: 'choice',
    label: 'desk-group-form-topic',
    hint: 'desk-group-form-topic-hint',
    optional: true,
    suspends: staffSuspends,
    async options({ read, subject, texts }) {
      const row = await findGroup(read, subject ?? '');
      const likely = row === undefined ? [] : knowledge.likeliest(row.title, texts.lang);
      return [
        { value: noTopic, label: texts.t('desk-group-form-topic-new') },
        ...likely.map((one) => ({ value: one.topic, label: one.label })),
      ];
    },
    parse(typed, { texts }) {
      const text = typed.trim();
      if (text === noTopic || text.toLowerCase() === texts.t('desk-group-form-topic-new').toLowerCase())
        return ok(noTopic);
      const found = knowledge.topic(text.toLowerCase());
      return found === undefined ? wrong('desk-objection-no-topic', { topic: text }) : ok(found.id);
    },
  };
  return {
    name: 'desk.group',
    version: 1,
    title: 'desk-group-form-title',
    intro: 'desk-group-form-intro',
    // What must be filled in stands last where fields are asked one by one: the way there can be skipped.
    fields: [
      topic,
      field('label', 'line', (typed) => parseLabel(knowledge, typed), true),
      field('id', 'lines', (typed, context) => parseText(knowledge, typed, context)),
      field('labelEn', 'line', (typed) => parseLabel(knowledge, typed), true),
      field('en', 'lines', (typed, context) => parseText(knowledge, typed, context), true),
      field('source', 'line', (typed) => (typed.trim() === '' ? wrong('desk-form-empty') : ok(typed.trim()))),
      field('url', 'line', parseUrl),
      field('year', 'line', parseYear),
    ],
    submit: (turn, values, id) => submit(turn, id ?? '', toAnswer(values)),
  };
}
