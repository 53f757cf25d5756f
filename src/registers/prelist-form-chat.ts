/** The forms of a proposal. Identity numbers are typed here and nowhere else, and are sealed before a field sees them. */
import type { FieldResult, FieldSpec, FormContext, FormSpec } from '../chat/form.ts';
import { findIdentityNumbers } from '../language/identity-number.ts';
import { findPerson } from '../language/name-in-line.ts';
import { findCaseload, ownPersonField } from '../people/index.ts';
import { readNumber, writeNumber } from './prelist.ts';
import { correct, noteAnswer, takeProposal } from './prelist-change-chat.ts';
import { readField } from './sheet.ts';

const ok = (value: string): FieldResult => ({ kind: 'ok', value });
const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });

/** The one number typed into a field, as its place in the vault. */
function readSealed(field: string, typed: string, { sealed }: FormContext): FieldResult {
  const text = typed.trim();
  if (readNumber(text) !== undefined) return ok(text);
  const found = (sealed ?? []).filter((one) => (one.field ?? field) === field && text.includes(one.masked));
  const [only, ...others] = found;
  if (only !== undefined)
    return others.length > 0 ? wrong('registers-wrong-two-numbers') : ok(writeNumber(only));
  // A window is checked before its numbers are sealed.
  return sealed === undefined && findIdentityNumbers(text).length === 1
    ? ok(text)
    : wrong('registers-wrong-number');
}

const numberField = (id: 'nik' | 'kk'): FieldSpec => ({
  id,
  kind: 'line',
  label: `registers-prelist-ask-${id}`,
  hint: 'registers-prelist-ask-number-hint',
  ...(id === 'kk' ? { optional: true } : {}),
  suspends: ['identity'],
  parse: (typed, context) => readSealed(id, typed, context),
});

const reason: FieldSpec = {
  id: 'reason',
  kind: 'lines',
  label: 'registers-prelist-ask-reason',
  hint: 'registers-prelist-ask-reason-hint',
  parse: (typed) =>
    typed.trim().length < 5 ? wrong('registers-wrong-reason') : ok(typed.trim().slice(0, 500)),
};

const consent: FieldSpec = {
  id: 'consent',
  kind: 'choice',
  label: 'registers-prelist-ask-consent',
  options: async ({ texts }) =>
    ['yes', 'no'].map((value) => ({ value, label: texts.t(`registers-prelist-consent-${value}`) })),
  parse(typed) {
    const text = typed.trim().toLowerCase();
    if (/^(?:yes|ya|y|setuju|agree)$/u.test(text)) return ok('yes');
    return /^(?:no|tidak|belum|n)$/u.test(text) ? ok('no') : wrong('registers-wrong-consent');
  },
};

const shared = [reason, numberField('nik'), numberField('kk'), consent];

/** Somebody among the own people: where they live is known. */
const ownForm: FormSpec = {
  name: 'registers.prelist',
  version: 1,
  title: 'registers-form-prelist',
  submitLabel: 'registers-form-propose',
  intro: 'registers-prelist-intro',
  fields: [ownPersonField('registers-prelist-ask-person'), ...shared],
  async submit(turn, values) {
    const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
    const typed = values.person ?? '';
    const named = findPerson(typed.split(/\s+/u), people).person;
    const id = people.find((one) => one.id === typed)?.id ?? (named.kind === 'found' ? named.id : typed);
    return takeProposal(turn, { ...values, person: id });
  },
};

/** Somebody who is registered nowhere here. */
const newForm: FormSpec = {
  name: 'registers.prelist-new',
  version: 1,
  title: 'registers-form-prelist',
  submitLabel: 'registers-form-propose',
  intro: 'registers-prelist-intro',
  fields: [
    {
      id: 'name',
      kind: 'line',
      label: 'registers-prelist-ask-name',
      parse: (typed, { texts, today }) =>
        readField('pillar', 'name', typed, { today, within: 'ID', lang: texts.lang }),
    },
    {
      id: 'area',
      kind: 'line',
      label: 'registers-prelist-ask-area',
      parse: (typed, { subject, texts, today }) =>
        readField('kat', 'area', typed, { today, within: subject ?? 'ID', lang: texts.lang }),
    },
    ...shared,
  ],
  submit: (turn, values) => takeProposal(turn, values),
};

const rejectForm: FormSpec = {
  name: 'registers.prelist-no',
  version: 1,
  title: 'registers-form-prelist-no',
  submitLabel: 'registers-form-save',
  fields: [
    {
      id: 'answer',
      kind: 'lines',
      label: 'registers-prelist-ask-answer',
      parse: (typed) =>
        typed.trim().length < 3 ? wrong('registers-wrong-reason') : ok(typed.trim().slice(0, 500)),
    },
  ],
  submit: (turn, values, id) => noteAnswer(turn, id ?? '', 'rejected', values.answer ?? ''),
};

const reasonForm: FormSpec = {
  name: 'registers.prelist-reason',
  version: 1,
  title: 'registers-form-prelist-reason',
  submitLabel: 'registers-form-save',
  fields: [reason],
  submit: (turn, values, id) => correct(turn, id ?? '', values.reason ?? ''),
};

export const prelistForms: readonly FormSpec[] = [ownForm, newForm, reasonForm, rejectForm];
