/** The form field that asks for one of the own people: picked, or typed as a name or list number. */
import type { FieldSpec } from '../chat/form.ts';
import { findCaseload } from './caseload-store.ts';

/** What a window can list; whoever accompanies more types the name. */
const mostListed = 100;

/** @param label text key of the question. The value is a person id, or what was typed, to be found among the people. */
export const ownPersonField = (label: string): FieldSpec => ({
  id: 'person',
  kind: 'choice',
  label,
  hint: 'people-field-hint',
  async options({ person, read }) {
    const people = await findCaseload(read, person ?? '');
    return people.slice(0, mostListed).map((one) => ({ value: one.id, label: one.name }));
  },
  parse: (typed) =>
    typed.trim() === '' ? { kind: 'wrong', key: 'people-field-wrong' } : { kind: 'ok', value: typed.trim() },
});
