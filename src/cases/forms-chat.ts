/** The forms of cases: a report, a referral, the words that a move needs, and something to add. */
import type { FieldResult, FieldSpec, FormSpec } from '../chat/form.ts';
import { say } from '../chat/say.ts';
import { areaName, areasAround } from '../language/areas.ts';
import { findPerson as findNamed } from '../language/name-in-line.ts';
import { findCaseload, findPerson, ownPersonField } from '../people/index.ts';
import { isCaseKind, isMove, isSector, sectors } from './case.ts';
import { addWords, moveWith } from './move-chat.ts';
import type { CasesSetup } from './notices-chat.ts';
import { askConsent, open } from './open-chat.ts';
import { readPlace } from './place.ts';
import { guessSector, soundsUrgent, toKind, toSector } from './typed-words.ts';

const ok = (value: string): FieldResult => ({ kind: 'ok', value });
const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });

/** People write about these things in a report; identity numbers and danger stay guarded. */
const suspends = ['scam', 'levy', 'erase', 'other-person', 'secret'];

const words = (id: string, label: string, hint?: string): FieldSpec => ({
  id,
  kind: 'lines',
  label,
  ...(hint === undefined ? {} : { hint }),
  suspends,
  parse: (typed) => (typed.trim().length < 3 ? wrong('cases-wrong-words') : ok(typed.trim())),
});

const reportKinds = ['need', 'complaint', 'protected', 'question', 'suggestion'] as const;

const area: FieldSpec = {
  id: 'area',
  kind: 'line',
  label: 'cases-ask-area',
  hint: 'cases-ask-area-hint',
  async options({ person, read, texts }) {
    const row = person === undefined ? undefined : await findPerson(read, person);
    const own = row === undefined ? undefined : areasAround(row.area).find((one) => /^\d\d\.\d\d$/.test(one));
    return own === undefined ? [] : [{ value: own, label: areaName(own, texts.lang) }];
  },
  parse(typed, { texts }) {
    const place = readPlace(typed, texts.lang);
    switch (place.kind) {
      case 'found':
        return ok(place.area);
      case 'several':
        return {
          kind: 'wrong',
          key: 'cases-area-several',
          args: { names: place.places.map((one) => one.name).join('; ') },
          options: place.places.map((one) => ({ value: one.area, label: one.name })),
        };
      case 'too-wide':
        return { kind: 'wrong', key: 'cases-area-too-wide', args: { name: place.name } };
      case 'unknown':
        return wrong('cases-area-unknown');
      default:
        return place satisfies never;
    }
  },
};

const reportForm = (setup: CasesSetup): FormSpec => ({
  name: 'cases.report',
  version: 1,
  title: 'cases-form-report',
  submitLabel: 'cases-form-send',
  intro: 'cases-form-report-intro',
  fields: [
    area,
    {
      id: 'kind',
      kind: 'choice',
      label: 'cases-ask-kind',
      options: async ({ texts }) =>
        reportKinds.map((kind) => ({ value: kind, label: texts.t(`cases-choice-${kind}`) })),
      parse(typed) {
        const text = typed.trim().toLowerCase();
        const kind = (reportKinds as readonly string[]).includes(text) ? text : toKind(text);
        return kind === undefined ? wrong('cases-wrong-kind') : ok(kind);
      },
    },
    words('story', 'cases-ask-story', 'cases-ask-story-hint'),
  ],
  submit(turn, values, subject) {
    const kind = values.kind ?? '';
    const story = values.story ?? '';
    return open(
      turn,
      setup,
      {
        kind: isCaseKind(kind) ? kind : 'complaint',
        protected: kind === 'protected',
        sector: kind === 'need' ? (guessSector(story) ?? null) : null,
        urgent: soundsUrgent(story),
        area: values.area ?? '',
        story,
        about: subject ?? null,
        person: null,
      },
      false,
    );
  },
});

const referralForm: FormSpec = {
  name: 'cases.referral',
  version: 1,
  title: 'cases-form-referral',
  submitLabel: 'cases-form-on',
  fields: [
    ownPersonField('cases-ask-person'),
    {
      id: 'sector',
      kind: 'choice',
      label: 'cases-ask-sector',
      options: async ({ texts }) =>
        sectors.map((sector) => ({ value: sector, label: texts.t(`cases-sector-${sector}`) })),
      parse(typed) {
        const text = typed.trim().toLowerCase();
        const sector = isSector(text) ? text : (toSector(text) ?? guessSector(text));
        return sector === undefined ? wrong('cases-wrong-sector') : ok(sector);
      },
    },
    words('story', 'cases-ask-need', 'cases-ask-need-hint'),
  ],
  async submit(turn, values, subject) {
    const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
    const typed = values.person ?? '';
    const chosen = people.find((one) => one.id === typed);
    const named = chosen === undefined ? findNamed(typed.split(/\s+/), people).person : undefined;
    const person =
      chosen ?? (named?.kind === 'found' ? people.find((one) => one.id === named.id) : undefined);
    if (person === undefined)
      return say(turn, 'mentoring-unknown-person', { typed }, [
        { label: turn.texts.t('cases-button-refer'), press: 'cases.refer-begin' },
      ]);
    const given = JSON.parse(subject ?? '{}') as { kind?: string; urgent?: boolean };
    const sector = values.sector ?? '';
    const story = values.story ?? '';
    return askConsent(turn, person, {
      kind: given.kind !== undefined && isCaseKind(given.kind) ? given.kind : 'need',
      ...(isSector(sector) ? { sector } : {}),
      urgent: given.urgent === true || soundsUrgent(story),
      story,
    });
  },
};

/** One form a kind of words, so that its question fits: those of officers, and what the person says after "belum". */
const wordsForm = (setup: CasesSetup, needs: 'reason' | 'destination' | 'done' | 'unhelped'): FormSpec => ({
  name: `cases.${needs}`,
  version: 1,
  title: `cases-form-${needs}`,
  submitLabel: needs === 'unhelped' ? 'cases-form-send' : 'cases-form-save',
  ...(needs === 'unhelped' ? {} : { intro: 'cases-form-words-intro' }),
  fields: [words('text', `cases-ask-${needs}`, `cases-ask-${needs}-hint`)],
  submit(turn, values, subject) {
    const [id = '', from = '', move = ''] = (subject ?? '').split('|');
    return isMove(move)
      ? moveWith(turn, setup, { id, from, move, note: values.text ?? '' })
      : Promise.resolve(say(turn, 'cases-not-allowed'));
  },
});

const addForm = (setup: CasesSetup): FormSpec => ({
  name: 'cases.more',
  version: 1,
  title: 'cases-form-add',
  submitLabel: 'cases-form-send',
  fields: [words('text', 'cases-ask-add')],
  submit: (turn, values, id) => addWords(turn, setup, id ?? '', values.text ?? ''),
});

export const caseForms = (setup: CasesSetup): readonly FormSpec[] => [
  reportForm(setup),
  referralForm,
  wordsForm(setup, 'reason'),
  wordsForm(setup, 'destination'),
  wordsForm(setup, 'done'),
  wordsForm(setup, 'unhelped'),
  addForm(setup),
];
