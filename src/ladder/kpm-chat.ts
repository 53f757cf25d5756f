/** `/kpm`: the households on the ladder, and what is known about one. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import { askWho, sayUnread } from '../chat/line.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { findSubjects } from './find-kpm.ts';
import { openHistory } from './history-chat.ts';
import { type RecordOutcome, recordKpm, undoKpm } from './record-kpm.ts';
import { businessKinds, graduations, isBusinessKind, isGraduation, type Standing, stages } from './stage.ts';
import { findKpms, type KpmFacts } from './store.ts';
import { kpmLine, toBusinessKind } from './typed-words.ts';
import {
  card,
  describeFacts,
  ladderRoles,
  notAllowed,
  notYourPerson,
  sayNobody,
  stageName,
  worksOnLadder,
} from './words-chat.ts';

const pageSize = 8;

/** The actor's people with their stage; the counts by stage stand above. */
async function list(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  if (!worksOnLadder(turn)) return notAllowed(turn);
  const { actor, read, texts } = turn;
  const people = await findSubjects(read, actor);
  if (people.length === 0)
    return say(turn, 'mentoring-no-people', {
      command: `${turn.command('warga')} Siti Aminah, desa Sukamaju`,
    });
  const rows = new Map(
    (
      await findKpms(
        read,
        people.map((one) => one.id),
      )
    ).map((row) => [row.person, row]),
  );
  const countOf = (stage: Standing) =>
    people.filter((one) => (rows.get(one.id)?.stage ?? 'none') === stage).length;
  const shown = people.slice(page * pageSize, (page + 1) * pageSize);
  const lines = shown.map(
    (one, at) =>
      `${page * pageSize + at + 1}. ${one.name} · ${stageName(texts, rows.get(one.id)?.stage ?? 'none')}`,
  );
  const buttons: Button[] = [
    ...shown.slice(0, 4).map((one) => ({ label: one.name, press: 'ladder.open', subject: one.id })),
    ...(page > 0
      ? [{ label: texts.t('mentoring-page-before'), press: 'ladder.list', subject: String(page - 1) }]
      : []),
    ...(people.length > (page + 1) * pageSize
      ? [{ label: texts.t('mentoring-page-after'), press: 'ladder.list', subject: String(page + 1) }]
      : []),
  ];
  const counts = Object.fromEntries(stages.map((stage) => [stage, countOf(stage)]));
  return card(
    {
      kind: 'text',
      text: texts.rich('ladder-list-title', { n: people.length, ...counts, none: countOf('none') }),
    },
    [{ kind: 'text', text: [lines.join('\n')] }],
    buttons,
    inPlace,
  );
}

function sayRecorded(turn: Turn, outcome: RecordOutcome): Reply {
  if (outcome.kind === 'not-your-person') return notYourPerson(turn);
  const { kpm, name } = outcome;
  const buttons: Button[] = [
    ...(outcome.kind === 'saved'
      ? [{ label: turn.texts.t('mentoring-undo'), press: 'ladder.kpm-undo', subject: outcome.change }]
      : []),
    { label: turn.texts.t('ladder-to-history'), press: 'ladder.open', subject: kpm.person },
    ...(kpm.graduation === null
      ? graduations.map((one) => ({
          label: turn.texts.t(`ladder-graduation-${one}`),
          press: 'ladder.graduation',
          subject: `${one}~${kpm.person}`,
        }))
      : []),
  ];
  return card(
    { kind: 'text', text: turn.texts.rich(`ladder-kpm-${outcome.kind}`, { name }) },
    [
      {
        kind: 'text',
        text: [
          describeFacts(turn.texts, kpm),
          ...(kpm.graduation === null ? [`\n${turn.texts.t('ladder-ask-graduation')}`] : []),
        ],
      },
    ],
    buttons,
  );
}

const record = (turn: Turn, person: string, facts: Partial<KpmFacts>): Promise<Handled> =>
  turn.commit(
    (tx) => recordKpm(tx, turn.actor, { person, facts, now: turn.now }),
    (outcome) => sayRecorded(turn, outcome),
  );

async function kpmCommand(turn: Turn, rest: string): Promise<Handled> {
  if (!worksOnLadder(turn)) return notAllowed(turn);
  if (rest.trim() === '') return list(turn, 0, false);
  const people = await findSubjects(turn.read, turn.actor);
  const read = kpmLine.read(rest, { people, today: turn.today });
  const example = `${turn.command('kpm')} siti alami usaha warung kelontong`;
  const problem = sayUnread(turn, read.unread, example);
  if (problem !== undefined) return problem;
  const { brand } = read.labels;
  const business = read.labels.business ?? (read.note === '' ? undefined : read.note);
  const facts: Partial<KpmFacts> = {
    ...(read.choices.graduation === undefined ? {} : { graduation: read.choices.graduation }),
    ...(business === undefined ? {} : { business, businessKind: toBusinessKind(business, turn.today) }),
    ...(brand === undefined ? {} : { brand }),
  };
  const { person } = read;
  if (person.kind === 'several')
    return askWho(turn, person, 'ladder.kpm-who', (one) => JSON.stringify({ person: one.id, facts }));
  if (person.kind !== 'found') return sayNobody(turn, person, example);
  return Object.keys(facts).length === 0
    ? openHistory(turn, person.id, false)
    : record(turn, person.id, facts);
}

/** What a household is and does, one window or one question after the other. */
const kpmForm: FormSpec = {
  name: 'ladder.kpm',
  version: 1,
  title: 'ladder-form-kpm',
  submitLabel: 'mentoring-form-submit',
  fields: [
    {
      id: 'graduation',
      kind: 'choice',
      label: 'ladder-ask-graduation',
      options: async ({ texts }) =>
        graduations.map((value) => ({ value, label: texts.t(`ladder-graduation-${value}`) })),
      parse(typed, { today }) {
        const value = isGraduation(typed) ? typed : kpmLine.read(typed, { today }).choices.graduation;
        return value === undefined
          ? { kind: 'wrong', key: 'ladder-wrong-graduation' }
          : { kind: 'ok', value };
      },
    },
    {
      id: 'business',
      kind: 'line',
      label: 'ladder-ask-business',
      hint: 'ladder-ask-business-hint',
      parse: (typed) =>
        typed.trim() === ''
          ? { kind: 'wrong', key: 'ladder-wrong-business' }
          : { kind: 'ok', value: typed.trim().slice(0, 120) },
    },
    {
      id: 'businessKind',
      kind: 'choice',
      optional: true,
      label: 'ladder-ask-business-kind',
      options: async ({ texts }) =>
        businessKinds.map((value) => ({ value, label: texts.t(`ladder-business-${value}`) })),
      parse: (typed, { today }) => ({
        kind: 'ok',
        value: isBusinessKind(typed) ? typed : toBusinessKind(typed, today),
      }),
    },
    {
      id: 'brand',
      kind: 'line',
      optional: true,
      label: 'ladder-ask-brand',
      parse: (typed) => ({ kind: 'ok', value: typed.trim().slice(0, 80) }),
    },
  ],
  submit(turn, values, person) {
    const { brand = '', business = '', businessKind = '', graduation = '' } = values;
    return record(turn, person ?? '', {
      ...(isGraduation(graduation) ? { graduation } : {}),
      business,
      businessKind: isBusinessKind(businessKind) ? businessKind : toBusinessKind(business, turn.today),
      ...(brand === '' ? {} : { brand }),
    });
  },
};

export const kpmCommands: readonly CommandSpec[] = [
  { name: 'kpm', summary: 'ladder-summary-kpm', roles: ladderRoles, handle: kpmCommand },
];
export const kpmForms: readonly FormSpec[] = [kpmForm];

export const kpmPresses: readonly PressSpec[] = [
  { name: 'ladder.list', handle: (turn, page) => list(turn, Number(page) || 0, page !== '') },
  {
    name: 'ladder.kpm-who',
    handle(turn, subject) {
      const { facts, person } = JSON.parse(subject) as { person: string; facts: Partial<KpmFacts> };
      return Object.keys(facts).length === 0 ? openHistory(turn, person, true) : record(turn, person, facts);
    },
  },
  {
    name: 'ladder.graduation',
    async handle(turn, subject) {
      const [graduation = '', person = ''] = subject.split('~');
      return isGraduation(graduation) ? record(turn, person, { graduation }) : notYourPerson(turn);
    },
  },
  {
    name: 'ladder.edit',
    async handle(turn, person) {
      const [kpm] = await findKpms(turn.read, [person]);
      const values = {
        ...(kpm?.graduation == null ? {} : { graduation: kpm.graduation }),
        ...(kpm === undefined || kpm.business === '' ? {} : { business: kpm.business }),
        ...(kpm?.businessKind == null ? {} : { businessKind: kpm.businessKind }),
        ...(kpm === undefined || kpm.brand === '' ? {} : { brand: kpm.brand }),
      };
      const people = await findSubjects(turn.read, turn.actor);
      if (people.every((one) => one.id !== person)) return notYourPerson(turn);
      // Where questions come one by one, those with an answer would be left out: then all are asked anew.
      const isComplete = Object.keys(values).length === 4;
      return {
        blocks: [{ kind: 'form', form: 'ladder.kpm', values: isComplete ? {} : values, subject: person }],
      };
    },
  },
  {
    name: 'ladder.kpm-undo',
    handle: (turn, change) =>
      turn.commit(
        (tx) => undoKpm(tx, turn.actor, change, turn.now),
        (outcome) => ({
          ...say(turn, `ladder-kpm-${outcome.kind}`),
          ...(outcome.kind === 'undone' ? { replaces: 'pressed' as const } : {}),
        }),
      ),
  },
];
