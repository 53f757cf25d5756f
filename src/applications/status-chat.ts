/** `/status` for everyone: what a linked person's applications say, and the way there with a number and a code. */
import type { CommandSpec, FreeTextHook, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { Person } from '../people/index.ts';
import { isCodeLike, readNumber, readStatusLine } from './application-number.ts';
import { askedAbout, looksLikeNumber } from './asked-status.ts';
import { linkByCode } from './look-up.ts';
import { ownerBlocks } from './owner-chat.ts';
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

async function hasApplications(turn: Turn): Promise<boolean> {
  for (const person of turn.actor.persons)
    if ((await findApplicationsOf(turn.read, person.id)).length > 0) return true;
  return false;
}

/** A message that is nothing but a number, with or without its code; or that asks for the own status. */
export const statusFreeText = (objection: () => boolean): FreeTextHook => ({
  async handle(turn) {
    const { address, text } = turn.incoming;
    if (address.kind !== 'private') return undefined;
    const asked = askedAbout(text);
    if (asked === 'status' || (asked === 'news' && (await hasApplications(turn))))
      return mine(turn, objection());
    if (!looksLikeNumber(text)) return undefined;
    const line = readStatusLine(text, readProgrammes().prefixes);
    if (line?.number.kind !== 'number' || (line.code !== undefined && !line.codeFits)) return undefined;
    return lookUp(turn, text, objection());
  },
});
