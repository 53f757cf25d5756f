/** `/kat`, `/pilar` and `/puskesos`: looking things up, adding by one line or step by step, and the buttons of an entry. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { fieldRoles, overseeingRoles } from '../people/index.ts';
import { add, move, switchActive, takeBack, takeBackGain } from './change-chat.ts';
import { formSubject, openSheet } from './form-chat.ts';
import type { NewEntry } from './keep-entry.ts';
import { lookUp, sorry, workArea } from './list-chat.ts';
import { officeNameOf } from './place.ts';
import { type LineValues, readLine, sheetOfLine } from './read-line.ts';
import { gains, isRegister, mayKeep, type RegisterName, stages } from './register.ts';
import { readField, type SheetName, sheetOf, sheets, toFacts } from './sheet.ts';
import { type EntryRow, findEntry } from './store.ts';
import { notAllowed } from './words-chat.ts';

const registerRoles = [...new Set([...fieldRoles, ...overseeingRoles])];

const addWords = /^(?:tambah|baru|daftar|add|new)(?:\s+|$)/iu;

/** One line as far as it goes: what it leaves open is asked for, what it says is not asked again. */
async function addByLine(turn: Turn, register: RegisterName, line: string): Promise<Handled> {
  const within = workArea(turn.actor);
  if (within === undefined) return sorry(turn, register);
  const sheet: SheetName = register === 'pillar' ? sheetOfLine(line) : register;
  if (line.trim() === '') return register === 'pillar' ? chooseSheet(turn) : openEmpty(sheet, within);
  const values = readLine(sheet, line, { today: turn.today, within, lang: turn.texts.lang });
  return addValues(turn, sheet, values, within);
}

const openEmpty = (sheet: SheetName, within: string): Reply => ({
  blocks: openSheet(sheet, {}, formSubject(within)),
});

async function addValues(turn: Turn, sheet: SheetName, values: LineValues, within: string): Promise<Handled> {
  const { fields, register } = sheets[sheet];
  const context = { today: turn.today, within, lang: turn.texts.lang };
  const place = values.area === undefined ? undefined : readField(sheet, 'area', values.area, context);
  if (place?.kind === 'wrong' && place.options !== undefined)
    return say(
      turn,
      place.key,
      place.args,
      place.options.map((one) => ({
        label: one.label,
        press: 'registers.placed',
        subject: JSON.stringify({ sheet, values: { ...values, area: one.value } }),
      })),
    );
  const isComplete = fields.every(({ id, required }) => {
    const value = values[id];
    return value === undefined ? !required : readField(sheet, id, value, context).kind === 'ok';
  });
  if (isComplete)
    return add(turn, { register, facts: toFacts(sheet, values, officeNameOf(values.area ?? '')) }, false);
  // Whoever types a line is asked for what is needed and no more.
  const optional = fields.filter((field) => !field.required && values[field.id] === undefined);
  const empty = Object.fromEntries(optional.map((field) => [field.id, '']));
  const problem = place?.kind === 'wrong' ? say(turn, place.key, place.args ?? {}).blocks.slice(0, 1) : [];
  return { blocks: [...problem, ...openSheet(sheet, { ...values, ...empty }, formSubject(within))] };
}

const chooseSheet = (turn: Turn): Handled =>
  say(
    turn,
    'registers-which-pillar',
    { example: `${turn.command('pilar')} ${turn.texts.t('registers-example-pillar')}` },
    (['pillar', 'lks'] as const).map((sheet) => ({
      label: turn.texts.t(`registers-button-sheet-${sheet}`),
      press: 'registers.add',
      subject: `sheet-${sheet}`,
    })),
  );

const command = (name: string, register: RegisterName, aliases: readonly string[]): CommandSpec => ({
  name,
  aliases,
  roles: registerRoles,
  summary: `registers-summary-${register}`,
  handle: (turn, rest) =>
    addWords.test(rest.trim())
      ? addByLine(turn, register, rest.trim().replace(addWords, ''))
      : lookUp(turn, register, rest),
});

export const registerCommands: readonly CommandSpec[] = [
  command('kat', 'kat', ['communities']),
  command('pilar', 'pillar', ['pillars']),
  command('puskesos', 'puskesos', []),
];

/** The values of an entry as its sheet's fields have them. */
function valuesOf(row: EntryRow): Readonly<Record<string, string>> {
  const { fields } = sheets[sheetOf(row.register, row.kind)];
  return Object.fromEntries(fields.map(({ id }) => [id, row[id] === null ? '' : String(row[id])]));
}

/** Which part of an entry is to be corrected; where forms are windows, any part opens all of them. */
async function askPart(turn: Turn, id: string): Promise<Handled> {
  const row = await findEntry(turn.read, id);
  if (row === undefined || row.undoneAt !== null || !mayKeep(turn.actor, row.area)) return notAllowed(turn);
  const buttons: Button[] = sheets[sheetOf(row.register, row.kind)].fields.map((field) => ({
    label: turn.texts.t(`registers-fact-${field.id === 'size' ? `size-${row.register}` : field.id}`),
    press: 'registers.part',
    subject: `${id}~${field.id}`,
  }));
  return say(turn, 'registers-which-part', { name: row.name }, [
    ...buttons,
    { label: turn.texts.t('registers-button-open'), press: 'registers.open', subject: id },
  ]);
}

async function openPart(turn: Turn, id: string, part: string): Promise<Handled> {
  const row = await findEntry(turn.read, id);
  if (row === undefined || row.undoneAt !== null || !mayKeep(turn.actor, row.area)) return notAllowed(turn);
  const values = Object.fromEntries(Object.entries(valuesOf(row)).filter(([name]) => name !== part));
  const subject = formSubject(workArea(turn.actor) ?? 'ID', id);
  return { blocks: openSheet(sheetOf(row.register, row.kind), values, subject) };
}

async function askStage(turn: Turn, id: string): Promise<Handled> {
  const row = await findEntry(turn.read, id);
  if (row === undefined || !mayKeep(turn.actor, row.area)) return notAllowed(turn);
  return say(
    turn,
    'registers-which-stage',
    { name: row.name, stage: turn.texts.t(`registers-stage-${row.stage ?? 'preparation'}`) },
    stages
      .filter((stage) => stage !== row.stage)
      .map((stage) => ({
        label: turn.texts.t(`registers-stage-${stage}`),
        press: 'registers.stage',
        subject: `${id}~${stage}`,
      })),
  );
}

async function openGain(turn: Turn, id: string): Promise<Handled> {
  const row = await findEntry(turn.read, id);
  const what = row === undefined ? undefined : gains[row.register];
  if (row === undefined || what === undefined || !mayKeep(turn.actor, row.area)) return notAllowed(turn);
  return { blocks: [{ kind: 'form', form: `registers.${what}`, subject: id }] };
}

const split = (subject: string): readonly [string, string] => {
  const at = subject.indexOf('~');
  return at < 0 ? [subject, ''] : [subject.slice(0, at), subject.slice(at + 1)];
};

export const registerPresses: readonly PressSpec[] = [
  {
    name: 'registers.add',
    async handle(turn, subject) {
      const within = workArea(turn.actor);
      if (within === undefined) return notAllowed(turn);
      // The list's button says only which register; the next one which sheet.
      if (subject.startsWith('sheet-'))
        return { blocks: openSheet(subject.slice('sheet-'.length), {}, formSubject(within)) };
      return isRegister(subject) ? addByLine(turn, subject, '') : notAllowed(turn);
    },
  },
  { name: 'registers.sure', handle: (turn, subject) => add(turn, JSON.parse(subject) as NewEntry, true) },
  {
    name: 'registers.placed',
    async handle(turn, subject) {
      const within = workArea(turn.actor);
      const { sheet, values } = JSON.parse(subject) as { sheet: SheetName; values: LineValues };
      return within === undefined ? notAllowed(turn) : addValues(turn, sheet, values, within);
    },
  },
  { name: 'registers.undo', handle: takeBack },
  { name: 'registers.correct', handle: askPart },
  { name: 'registers.part', handle: (turn, subject) => openPart(turn, ...split(subject)) },
  { name: 'registers.gain', handle: openGain },
  { name: 'registers.ungain', handle: takeBackGain },
  { name: 'registers.stages', handle: askStage },
  { name: 'registers.stage', handle: (turn, subject) => move(turn, ...split(subject)) },
  {
    name: 'registers.active',
    handle(turn, subject) {
      const [id, active] = split(subject);
      return switchActive(turn, id, active === 'yes');
    },
  },
];
