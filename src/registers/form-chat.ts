/** The sheets of the registers as forms, one window or one question after the other, for adding and for correcting. */
import type { FieldResult, FieldSpec, FormSpec } from '../chat/form.ts';
import { areaName } from '../language/areas.ts';
import { addDays } from '../language/calendar.ts';
import { formatDate, parseDate } from '../language/date.ts';
import { parseCount } from '../language/number.ts';
import { add, correct, gain } from './change-chat.ts';
import { officeNameOf } from './place.ts';
import type { FactName } from './register.ts';
import {
  isSheet,
  mostSize,
  readField,
  type SheetField,
  type SheetName,
  sheetNames,
  sheets,
  toFacts,
} from './sheet.ts';

/** What an open form knows beside its values: where areas are looked for, and which entry is corrected. */
interface FormSubject {
  readonly within: string;
  readonly id?: string;
}

const readSubject = (subject: string | undefined): FormSubject =>
  subject === undefined ? { within: 'ID' } : (JSON.parse(subject) as FormSubject);

export const formSubject = (within: string, id?: string): string =>
  JSON.stringify(id === undefined ? { within } : { within, id });

/** How a choice is shown; kinds of pillars and categories of communities have words of their own. */
const choiceLabel = (sheet: SheetName, field: FactName): string =>
  field === 'legalForm' ? 'registers-legal' : sheet === 'kat' ? 'registers-category' : 'registers-kind';

const questionOf = (sheet: SheetName, field: FactName): string =>
  field === 'name' || field === 'area' || field === 'since' || field === 'size'
    ? `registers-ask-${field}-${sheet}`
    : `registers-ask-${field}`;

const toField = (sheet: SheetName, { choices, id, required }: SheetField): FieldSpec => ({
  id,
  kind: choices === undefined ? (id === 'note' ? 'lines' : 'line') : 'choice',
  label: questionOf(sheet, id),
  ...(required ? {} : { optional: true }),
  ...(choices === undefined
    ? {}
    : {
        options: async ({ texts }) =>
          choices.map((value) => {
            const key = choiceLabel(sheet, id);
            return {
              value,
              label: key === 'registers-category' ? texts.t(key, { n: value }) : texts.t(`${key}-${value}`),
            };
          }),
      }),
  ...(id === 'area'
    ? {
        async options({ subject, texts }) {
          const { within } = readSubject(subject);
          return within === 'ID' || !sheets[sheet].levels.includes(levelName(within))
            ? []
            : [{ value: within, label: areaName(within, texts.lang) }];
        },
      }
    : {}),
  parse: (typed, { subject, texts, today }): FieldResult =>
    readField(sheet, id, typed, { today, lang: texts.lang, within: readSubject(subject).within }),
});

/** The level of a code by its dots. */
const levelName = (area: string): string =>
  ['province', 'regency', 'district', 'village'][area.split('.').length - 1] ?? '';

const sheetForm = (sheet: SheetName): FormSpec => ({
  name: `registers.${sheet}`,
  version: 1,
  title: `registers-form-${sheet}`,
  submitLabel: 'registers-form-save',
  fields: sheets[sheet].fields.map((field) => toField(sheet, field)),
  submit(turn, values, subject) {
    const { id } = readSubject(subject);
    const facts = toFacts(sheet, values, officeNameOf(values.area ?? ''));
    return id === undefined
      ? add(turn, { register: sheets[sheet].register, facts }, false)
      : correct(turn, id, facts);
  },
});

const dateField: FieldSpec = {
  id: 'date',
  kind: 'line',
  label: 'registers-ask-gain-date',
  hint: 'mentoring-ask-date-hint',
  options: async ({ texts, today }) => [
    { value: today, label: texts.t('mentoring-today') },
    { value: addDays(today, -1), label: formatDate(addDays(today, -1), texts.lang) },
  ],
  parse(typed, { today }) {
    const date = parseDate(typed, { today, prefer: 'past' });
    return date === undefined || date > today
      ? { kind: 'wrong', key: 'registers-wrong-gain-date' }
      : { kind: 'ok', value: date };
  },
};

/** Documents come as a number of papers, bimtek one by one with its name. */
const gainForm = (what: 'documents' | 'bimtek'): FormSpec => ({
  name: `registers.${what}`,
  version: 1,
  title: `registers-form-${what}`,
  submitLabel: 'registers-form-save',
  fields: [
    what === 'documents'
      ? {
          id: 'n',
          kind: 'line',
          label: 'registers-ask-documents',
          parse(typed) {
            const n = parseCount(typed);
            return n === undefined || n < 1 || n > mostSize
              ? { kind: 'wrong', key: 'registers-wrong-documents' }
              : { kind: 'ok', value: String(n) };
          },
        }
      : {
          id: 'note',
          kind: 'line',
          label: 'registers-ask-bimtek',
          parse: (typed) =>
            typed.trim().length < 3
              ? { kind: 'wrong', key: 'registers-wrong-bimtek' }
              : { kind: 'ok', value: typed.trim().slice(0, 120) },
        },
    dateField,
  ],
  submit: (turn, values, id) =>
    gain(turn, id ?? '', {
      n: values.n === undefined ? 1 : Number(values.n),
      date: values.date ?? turn.today,
      note: values.note ?? '',
    }),
});

/** Asks which sheet a pillar goes on; the other registers have one. */
export const registerForms: readonly FormSpec[] = [
  ...sheetNames.map(sheetForm),
  gainForm('documents'),
  gainForm('bimtek'),
];

export const openSheet = (sheet: string, values: Readonly<Record<string, string>>, subject: string) =>
  isSheet(sheet) ? [{ kind: 'form' as const, form: `registers.${sheet}`, values, subject }] : [];
