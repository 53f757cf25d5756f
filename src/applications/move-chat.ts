/** The buttons of an application: moves, reasons, missing papers, a new code. What is shown after is what stands then. */
import type { Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FieldSpec, FormSpec } from '../chat/form.ts';
import type { Block, Reply } from '../chat/reply.ts';
import { newCode, type Writer } from '../store/index.ts';
import { announce } from './announce-chat.ts';
import { isMoveName, longestReason, type MoveName, moves, readPapers } from './application.ts';
import { openApplication } from './list-chat.ts';
import { moveApplication, notePapers } from './move.ts';
import { readProgrammes } from './programme-source.ts';
import { renewCode } from './register.ts';
import { sayCode } from './register-chat.ts';
import { standingOf } from './standing.ts';
import { type ApplicationRow, findApplication } from './store.ts';
import { takeBackMove } from './take-back.ts';
import { notThere, stageName, viewBlocks } from './words-chat.ts';

interface Done {
  readonly said: string;
  readonly row: ApplicationRow;
  readonly view: readonly Block[];
}

const shown = async (tx: Writer, turn: Turn, said: string, row: ApplicationRow): Promise<Done> => ({
  said,
  row,
  view: await viewBlocks({ ...turn, read: tx }, row),
});

/** What came of it, then the application as it stands now with its buttons. */
function sayDone(turn: Turn, done: Done | undefined): Reply {
  if (done === undefined) return notThere(turn);
  const { row, said, view } = done;
  const args = {
    number: row.number,
    stage: stageName(turn.texts, row.stage),
    missing: row.missing.join(', '),
  };
  return {
    blocks: [{ kind: 'text', text: turn.texts.rich(said, args) }, ...view],
    ...(turn.incoming.kind === 'press' ? { replaces: 'pressed' as const } : {}),
  };
}

const makeMove = (turn: Turn, move: MoveName, number: string, reason?: string): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const input = { number, move, now: turn.now, ...(reason === undefined ? {} : { reason }) };
      const outcome = await moveApplication(tx, turn.actor, input);
      if (outcome.kind === 'not-there') return undefined;
      if (outcome.kind === 'moved') await announce(tx, turn, outcome.row);
      return shown(tx, turn, `applications-move-${outcome.kind}`, outcome.row);
    },
    (done) => sayDone(turn, done),
  );

const setPapers = (turn: Turn, number: string, missing: readonly string[]): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await notePapers(tx, turn.actor, { number, missing, now: turn.now });
      if (outcome.kind === 'not-there') return undefined;
      if (outcome.kind === 'noted') await announce(tx, turn, outcome.row);
      const key =
        outcome.kind !== 'noted'
          ? `applications-move-${outcome.kind}`
          : missing.length > 0
            ? 'applications-papers-noted'
            : 'applications-papers-complete';
      return shown(tx, turn, key, outcome.row);
    },
    (done) => sayDone(turn, done),
  );

/** Officers write about papers and complaints here; identity numbers stay guarded. */
const officerGuards = ['danger', 'scam', 'levy', 'erase', 'other-person', 'secret', 'photo'];

export const reasonField = (label: string, picks: readonly string[]): FieldSpec => ({
  id: 'reason',
  kind: 'lines',
  label,
  suspends: officerGuards,
  options: async ({ texts }) => picks.map((key) => ({ value: texts.t(key), label: texts.t(key) })),
  parse: (typed) =>
    typed.trim() === ''
      ? { kind: 'wrong', key: 'applications-wrong-reason' }
      : { kind: 'ok', value: typed.trim().slice(0, longestReason) },
});

const reasonForm = (move: MoveName, picks: readonly string[]): FormSpec => ({
  name: `applications.${move}`,
  version: 1,
  title: `applications-form-${move}`,
  submitLabel: `applications-button-${move}`,
  fields: [reasonField(`applications-ask-${move}`, picks)],
  submit: (turn, values, number) => makeMove(turn, move, number ?? '', values.reason),
});

const papersForm: FormSpec = {
  name: 'applications.papers',
  version: 1,
  title: 'applications-form-papers',
  fields: [
    {
      id: 'missing',
      kind: 'lines',
      label: 'applications-ask-papers',
      hint: 'applications-ask-papers-hint',
      suspends: officerGuards,
      options: async ({ texts }) =>
        readProgrammes().papers.map((one) => ({ value: one[texts.lang], label: one[texts.lang] })),
      parse: (typed) =>
        readPapers(typed).length === 0
          ? { kind: 'wrong', key: 'applications-wrong-papers' }
          : { kind: 'ok', value: readPapers(typed).join('\n') },
    },
  ],
  submit: (turn, values, number) => setPapers(turn, number ?? '', readPapers(values.missing ?? '')),
};

export const moveForms: readonly FormSpec[] = [
  reasonForm('approve', ['applications-pick-complete', 'applications-pick-criteria']),
  reasonForm('refuse', []),
  reasonForm('withdraw', ['applications-pick-wish', 'applications-pick-moved']),
  papersForm,
];

/** A form is opened only for whoever may hand it in. */
async function openForm(turn: Turn, form: string, number: string): Promise<Handled> {
  const row = await findApplication(turn.read, number);
  const standing = row === undefined ? undefined : await standingOf(turn.read, turn.actor, row);
  if (standing?.handles !== true && standing?.decides !== true) return openApplication(turn, number);
  return { blocks: [{ kind: 'form', form, subject: number }] };
}

export const movePresses: readonly PressSpec[] = [
  {
    name: 'applications.move',
    async handle(turn, subject) {
      const [move = '', number = ''] = subject.split('~');
      if (!isMoveName(move)) return notThere(turn);
      return moves[move].needsReason
        ? openForm(turn, `applications.${move}`, number)
        : makeMove(turn, move, number);
    },
  },
  { name: 'applications.papers', handle: (turn, number) => openForm(turn, papersForm.name, number) },
  {
    name: 'applications.back',
    handle: (turn, number) =>
      turn.commit(
        async (tx) => {
          const outcome = await takeBackMove(tx, turn.actor, number, turn.now);
          if (outcome.kind === 'not-there') return undefined;
          if (outcome.kind === 'taken-back') await announce(tx, turn, outcome.row);
          return shown(tx, turn, `applications-move-${outcome.kind}`, outcome.row);
        },
        (done) => sayDone(turn, done),
      ),
  },
  { name: 'applications.complete', handle: (turn, number) => setPapers(turn, number, []) },
  {
    name: 'applications.code',
    handle(turn, number) {
      const code = newCode(2);
      const codeHash = turn.hashCode(code);
      return turn.commit(
        (tx) => renewCode(tx, turn.actor, { number, codeHash, now: turn.now }),
        (outcome) =>
          outcome.kind === 'not-there'
            ? notThere(turn)
            : {
                blocks: [
                  ...sayCode(turn, 'applications-code-new', {}, number, code),
                  {
                    kind: 'buttons',
                    buttons: [
                      {
                        label: turn.texts.t('applications-button-view'),
                        press: 'applications.open',
                        subject: number,
                      },
                    ],
                  },
                ],
              },
      );
    },
  },
];
