/** `/status` for everyone: what a linked person's applications say, and the way there with a number and a code. */
import type { CommandSpec, FreeTextHook, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay, formatInstant } from '../language/date.ts';
import { findFacilitators, type Person } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { isOpen } from './application.ts';
import { isCodeLike, readNumber, readStatusLine } from './application-number.ts';
import { linkByCode } from './look-up.ts';
import { readProgrammes } from './programme-source.ts';
import { type ApplicationRow, findApplication, findApplicationsOf } from './store.ts';
import { dayWords, namesOf, programmeOf, stageName } from './words-chat.ts';

const listed = 8;

const formButton = (turn: Pick<Turn, 'texts'>, number = ''): Button => ({
  label: turn.texts.t('applications-button-form'),
  press: 'applications.form',
  subject: number,
  style: 'main',
});

/** One reply for everything that does not match, and one for a number without a code: neither tells what exists. */
const unmatched = (turn: Turn, key: string, number: string): Reply =>
  say(turn, key, {}, [
    formButton(turn, number),
    { label: turn.texts.t('applications-button-ask'), press: 'applications.ask', subject: number },
  ]);

type OwnerContext = Pick<Turn, 'texts' | 'zone' | 'calendar' | 'now' | 'today' | 'actor'> & {
  readonly read: Reader;
};

async function helperWords({ read, texts }: OwnerContext, row: ApplicationRow): Promise<string> {
  const [first] = row.person === null ? [] : await findFacilitators(read, row.person);
  const name = first === undefined ? undefined : (await namesOf(read, [first])).get(first);
  return name === undefined
    ? texts.t('applications-helper-office')
    : texts.t('applications-helper-facilitator', { name });
}

/** By when the next step usually comes; a typical time, never a promise. */
function timeWords({ calendar, texts, today, zone }: OwnerContext, row: ApplicationRow): readonly Block[] {
  const days = readProgrammes().typicalDays(row.stage);
  if (days === undefined) return [];
  const date = calendar.addWorkingDays(toDate(row.stageAt, zone), days);
  const key = date < today ? 'applications-time-late' : 'applications-time-typical';
  return [{ kind: 'text', text: texts.rich(key, { days, date: formatDay(date, texts.lang) }) }];
}

/** An application as its owner sees it. The name is shown only where an account stands for several people. */
async function ownerBlocks(
  context: OwnerContext,
  row: ApplicationRow,
  objection: boolean,
): Promise<readonly Block[]> {
  const { actor, texts, zone } = context;
  const shared = actor.persons.length > 1;
  const name = actor.persons.find((one) => one.id === row.person)?.name ?? '';
  const more = row.person === null ? [] : await findApplicationsOf(context.read, row.person);
  const buttons: Button[] = [
    { label: texts.t('applications-button-refresh'), press: 'applications.mine', subject: row.number },
    ...(objection
      ? [
          {
            label: texts.t('applications-button-object'),
            press: 'cases.begin',
            subject: `complaint|${row.number}`,
          },
        ]
      : []),
    ...(more.length > 1 || shared
      ? [{ label: texts.t('applications-button-others'), press: 'applications.status', subject: '' }]
      : []),
  ];
  const reason = row.stage === 'refused' || row.stage === 'approved' ? row.reason : null;
  return [
    {
      kind: 'text',
      text: texts.rich(shared ? 'applications-mine-named' : 'applications-mine', {
        number: row.number,
        programme: programmeOf(texts, row),
        name,
      }),
    },
    {
      kind: 'text',
      text: texts.rich(`applications-now-${row.stage}`, { date: dayWords(texts, row.stageAt, zone) }),
    },
    ...(reason === null
      ? []
      : [{ kind: 'text' as const, text: texts.rich('applications-reason', { reason }) }]),
    ...(row.hasMissing && isOpen(row.stage)
      ? [
          {
            kind: 'text' as const,
            text: texts.rich('applications-missing', { missing: row.missing.join(', ') }),
          },
        ]
      : []),
    { kind: 'text', text: texts.rich(`applications-next-${row.stage}`) },
    ...timeWords(context, row),
    { kind: 'text', text: [await helperWords(context, row)] },
    {
      kind: 'text',
      text: texts.rich('applications-as-of', { time: formatInstant(context.now, zone, texts.lang) }),
    },
    { kind: 'buttons', buttons },
  ];
}

/** The applications of one linked person; the only one is shown at once. */
async function ofPerson(turn: Turn, person: Person, objection: boolean): Promise<Reply> {
  const { texts } = turn;
  const rows = await findApplicationsOf(turn.read, person.id);
  const [only, ...others] = rows;
  if (only === undefined)
    return say(turn, 'applications-person-none', { name: person.name }, [formButton(turn)]);
  if (others.length === 0) return { blocks: await ownerBlocks(turn, only, objection) };
  const shown = rows.slice(0, listed);
  const lines = shown.map(
    (row, at) =>
      `${at + 1}. ${programmeOf(texts, row)} · ${stageName(texts, row.stage)} (${dayWords(texts, row.stageAt, turn.zone)})`,
  );
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich('applications-person-several', { name: person.name, n: rows.length }),
      },
      { kind: 'text', text: [lines.join('\n')] },
      {
        kind: 'buttons',
        buttons: [
          ...shown.map((row, at) => ({
            label: texts.t('applications-button-open', { n: at + 1 }),
            press: 'applications.mine',
            subject: row.number,
          })),
          formButton(turn),
        ],
      },
    ],
  };
}

/** Whose, where an account stands for several people: asked at every look-up. */
async function mine(turn: Turn, objection: boolean): Promise<Handled> {
  const { persons } = turn.actor;
  const [only, ...others] = persons;
  if (only === undefined) return say(turn, 'applications-status-how', {}, [formButton(turn)]);
  if (others.length === 0) return ofPerson(turn, only, objection);
  return say(turn, 'applications-whose', {}, [
    ...persons.map((one) => ({ label: one.name, press: 'applications.of', subject: one.id })),
    { ...formButton(turn), style: 'normal' as const },
  ]);
}

const isMine = (turn: Turn, row: ApplicationRow | undefined): row is ApplicationRow =>
  row !== undefined && row.person !== null && turn.actor.persons.some((one) => one.id === row.person);

async function withCode(turn: Turn, number: string, code: string, objection: boolean): Promise<Handled> {
  const row = await findApplication(turn.read, number);
  // Who is linked already is never counted and never locked out.
  if (isMine(turn, row)) return { blocks: await ownerBlocks(turn, row, objection) };
  const codeHash = turn.hashCode(code);
  return turn.commit(
    async (tx) => {
      const found = await linkByCode(tx, turn.actor, { number, codeHash, now: turn.now });
      if (found.kind === 'no-match') return undefined;
      const name = (await namesOf(tx, [found.person])).get(found.person) ?? '';
      const persons = [...turn.actor.persons, { id: found.person, name, area: found.row.area, roles: [] }];
      const context = { ...turn, read: tx, actor: { ...turn.actor, persons } };
      return ownerBlocks(context, found.row, objection);
    },
    (blocks) =>
      blocks === undefined
        ? unmatched(turn, 'applications-no-match', number)
        : { blocks: [{ kind: 'text', text: turn.texts.rich('applications-now-linked') }, ...blocks] },
  );
}

async function lookUp(turn: Turn, typed: string, objection: boolean): Promise<Handled> {
  const { prefixes } = readProgrammes();
  const line = readStatusLine(typed, prefixes);
  if (line === undefined) return mine(turn, objection);
  if (line.number.kind === 'misread')
    return say(
      turn,
      `applications-misread-${line.number.why}`,
      { typed: typed.trim(), prefixes: prefixes.join(', ') },
      [formButton(turn)],
    );
  const { number } = line.number;
  if (line.code === undefined) {
    const row = await findApplication(turn.read, number);
    return isMine(turn, row)
      ? { blocks: await ownerBlocks(turn, row, objection) }
      : unmatched(turn, 'applications-need-code', number);
  }
  if (!line.codeFits) return say(turn, 'applications-misread-code', {}, [formButton(turn, number)]);
  return withCode(turn, number, line.code, objection);
}

export const statusForm = (objection: () => boolean): FormSpec => ({
  name: 'applications.status',
  version: 1,
  title: 'applications-form-status',
  fields: [
    {
      id: 'number',
      kind: 'line',
      label: 'applications-ask-number',
      hint: 'applications-ask-number-hint',
      parse(typed) {
        const { prefixes } = readProgrammes();
        const read = readNumber(typed, prefixes);
        return read.kind === 'number'
          ? { kind: 'ok', value: read.number }
          : {
              kind: 'wrong',
              key: `applications-misread-${read.why}`,
              args: { prefixes: prefixes.join(', ') },
            };
      },
    },
    {
      id: 'code',
      kind: 'line',
      optional: true,
      label: 'applications-ask-code',
      hint: 'applications-ask-code-hint',
      parse: (typed) =>
        isCodeLike(typed)
          ? { kind: 'ok', value: typed.trim() }
          : { kind: 'wrong', key: 'applications-misread-code' },
    },
  ],
  submit: (turn, values) => lookUp(turn, `${values.number ?? ''} ${values.code ?? ''}`, objection()),
});

export const statusCommand = (objection: () => boolean): CommandSpec => ({
  name: 'status',
  summary: 'applications-summary-status',
  handle: (turn, rest) => lookUp(turn, rest, objection()),
});

export const statusPresses = (objection: () => boolean): readonly PressSpec[] => [
  { name: 'applications.status', handle: (turn) => mine(turn, objection()) },
  {
    name: 'applications.form',
    handle: async (_turn, number) => ({
      blocks: [{ kind: 'form', form: 'applications.status', values: number === '' ? {} : { number } }],
    }),
  },
  {
    name: 'applications.of',
    async handle(turn, id) {
      const person = turn.actor.persons.find((one) => one.id === id);
      return person === undefined ? mine(turn, objection()) : ofPerson(turn, person, objection());
    },
  },
  {
    name: 'applications.mine',
    async handle(turn, number) {
      const row = await findApplication(turn.read, number);
      return isMine(turn, row)
        ? { blocks: await ownerBlocks(turn, row, objection()), replaces: 'pressed' }
        : unmatched(turn, 'applications-need-code', number);
    },
  },
];

/** A message that is nothing but a number, with or without its code. */
export const statusFreeText = (objection: () => boolean): FreeTextHook => ({
  async handle(turn) {
    const { text } = turn.incoming;
    if (
      turn.incoming.address.kind !== 'private' ||
      !/^\s*[a-z]{3}[-\s]?[0-9a-z]{4}[-\s]?[0-9a-z]{4}\b/iu.test(text)
    )
      return undefined;
    const line = readStatusLine(text, readProgrammes().prefixes);
    if (line?.number.kind !== 'number' || (line.code !== undefined && !line.codeFits)) return undefined;
    return lookUp(turn, text, objection());
  },
});
