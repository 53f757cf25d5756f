/** The form for a target: one window where there are windows, else one question after the other. */
import type { FieldResult, FormSpec } from '../chat/form.ts';
import { findAreas } from '../language/areas.ts';
import { parseCount } from '../language/number.ts';
import type { Indicators } from './indicator.ts';
import { findIndicator } from './parse-target.ts';
import { parsePeriod, periodsAt } from './period.ts';
import { submitTarget } from './set-chat.ts';
import { fundings, isFunding, largestNumber } from './target.ts';
import { periodName } from './words-chat.ts';

const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });
const ok = (value: string): FieldResult => ({ kind: 'ok', value });

export const targetForm = (indicators: () => Indicators): FormSpec => ({
  name: 'targets.set',
  version: 1,
  title: 'targets-form-title',
  submitLabel: 'targets-form-submit',
  fields: [
    {
      id: 'indicator',
      kind: 'choice',
      label: 'targets-ask-indicator',
      options: async ({ texts }) =>
        indicators().all.map((one) => ({ value: one.id, label: texts.t(one.label) })),
      parse(typed, { texts }) {
        const known = indicators().all.map((one) => ({ id: one.id, names: [texts.t(one.label)] }));
        const found = findIndicator(typed, known);
        return found === undefined ? wrong('targets-wrong-indicator') : ok(found);
      },
    },
    {
      id: 'area',
      kind: 'line',
      label: 'targets-ask-area',
      hint: 'targets-ask-area-hint',
      parse(typed) {
        const [best] = /^(nasional|indonesia)$/iu.test(typed.trim())
          ? [{ code: 'ID', score: 1 }]
          : findAreas(typed, { limit: 1 });
        return best === undefined || best.score < 0.8 ? wrong('targets-wrong-area') : ok(best.code);
      },
    },
    {
      id: 'period',
      kind: 'line',
      label: 'targets-ask-period',
      hint: 'targets-ask-period-hint',
      options: async ({ texts, today }) =>
        periodsAt(today).map((value) => ({ value, label: periodName(texts, value) })),
      parse(typed, { today }) {
        const period = parsePeriod(typed, today);
        return period === undefined ? wrong('targets-wrong-period') : ok(period);
      },
    },
    {
      id: 'number',
      kind: 'line',
      label: 'targets-ask-number',
      hint: 'targets-ask-number-hint',
      parse(typed) {
        const percent = /^(\d{1,3}(?:[.,]\d+)?) ?%$/u.exec(typed.trim())?.[1]?.replace(',', '.');
        if (percent !== undefined && Number(percent) <= 100) return ok(`${Number(percent)}%`);
        const number = parseCount(typed);
        return number === undefined || number > largestNumber
          ? wrong('targets-wrong-number')
          : ok(String(number));
      },
    },
    {
      id: 'funding',
      kind: 'choice',
      optional: true,
      label: 'targets-ask-funding',
      options: async ({ texts }) =>
        fundings.map((value) => ({
          value,
          label: value === 'none' ? texts.t('targets-funding-none') : value,
        })),
      parse(typed) {
        const value = /^(none|tidak ada|-)$/iu.test(typed.trim()) ? 'none' : typed.trim().toUpperCase();
        return isFunding(value) ? ok(value) : wrong('targets-wrong-funding');
      },
    },
    {
      id: 'source',
      kind: 'line',
      optional: true,
      label: 'targets-ask-source',
      hint: 'targets-ask-source-hint',
      parse: (typed) => ok(typed.trim()),
    },
  ],
  submit: (turn, values, subject) => submitTarget(turn, indicators(), values, subject),
});
