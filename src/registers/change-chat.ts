/** What changes an entry, with the words of its outcome: adding, correcting, gains, stages, taking back. */
import type { Handled, Turn } from '../chat/feature.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaPath } from '../language/areas.ts';
import { formatDate } from '../language/date.ts';
import {
  type AddOutcome,
  addEntry,
  correctEntry,
  type NewEntry,
  type UndoOutcome,
  undoEntry,
} from './keep-entry.ts';
import { addGain, type Gain, type MoveOutcome, moveStage, setActive, undoGain } from './move-entry.ts';
import { type EntryFacts, isStage } from './register.ts';
import type { EntryRow } from './store.ts';
import { lineWords, notAllowed, openButton, placeWords } from './words-chat.ts';

const undoButton = (turn: Turn, id: string): Button => ({
  label: turn.texts.t('registers-button-undo'),
  press: 'registers.undo',
  subject: id,
});

/** First the receipt, then the entry in one line, then what may be done with it. */
function receipt(turn: Turn, key: string, row: EntryRow, buttons: readonly Button[]): Reply {
  const { texts } = turn;
  const said = say(turn, key, { number: String(row.number), name: row.name }, buttons);
  const [first, ...rest] = said.blocks;
  const line = [placeWords(texts, row), lineWords(texts, row)].filter((part) => part !== '').join(' · ');
  return first === undefined
    ? said
    : { blocks: [first, { kind: 'text', text: [line] }, ...rest], audience: 'only-sender' };
}

function sayAdded(turn: Turn, outcome: AddOutcome): Reply {
  switch (outcome.kind) {
    case 'saved':
      return receipt(turn, 'registers-saved', outcome.row, [
        undoButton(turn, outcome.row.id),
        openButton(turn, outcome.row.id),
      ]);
    case 'same': {
      const { draft, row } = outcome;
      // A desa has one Puskesos: a second one is never stored.
      const again =
        row.register === 'puskesos'
          ? []
          : [
              {
                label: turn.texts.t('registers-button-sure'),
                press: 'registers.sure',
                subject: JSON.stringify(draft),
              },
            ];
      return receipt(turn, 'registers-same', row, [openButton(turn, row.id), ...again]);
    }
    case 'not-allowed':
      return say(turn, 'registers-not-your-area', { area: areaPath(outcome.area, turn.texts.lang) });
    default:
      return outcome satisfies never;
  }
}

export const add = (turn: Turn, draft: NewEntry, sure: boolean): Promise<Handled> =>
  turn.commit(
    (tx) => addEntry(tx, turn.actor, draft, { now: turn.now, today: turn.today, sure }),
    (outcome) => sayAdded(turn, outcome),
  );

export const correct = (turn: Turn, id: string, facts: EntryFacts): Promise<Handled> =>
  turn.commit(
    (tx) => correctEntry(tx, turn.actor, id, facts, turn.now),
    (outcome) =>
      outcome.kind === 'not-allowed'
        ? notAllowed(turn)
        : receipt(turn, `registers-${outcome.kind}`, outcome.row, [openButton(turn, id)]),
  );

export const gain = (turn: Turn, id: string, input: Gain): Promise<Handled> =>
  turn.commit(
    (tx) => addGain(tx, turn.actor, id, input, turn.now),
    (outcome) => {
      if (outcome.kind === 'not-allowed') return notAllowed(turn);
      const { row } = outcome;
      if (outcome.kind === 'undone-before')
        return receipt(turn, 'registers-undone-before', row, [openButton(turn, row.id)]);
      const key = row.register === 'kat' ? 'registers-gained-documents' : 'registers-gained-bimtek';
      return say(
        turn,
        key,
        {
          name: row.name,
          n: input.n,
          date: formatDate(input.date, turn.texts.lang),
          what: input.note,
          total: row.gained,
        },
        [
          {
            label: turn.texts.t('registers-button-undo'),
            press: 'registers.ungain',
            subject: outcome.step,
          },
          openButton(turn, row.id),
        ],
      );
    },
  );

const sayMoved = (turn: Turn, outcome: MoveOutcome, key: string): Reply =>
  outcome.kind === 'not-allowed'
    ? notAllowed(turn)
    : receipt(turn, outcome.kind === 'undone-before' ? 'registers-undone-before' : key, outcome.row, [
        openButton(turn, outcome.row.id),
      ]);

export const move = (turn: Turn, id: string, stage: string): Promise<Handled> =>
  isStage(stage)
    ? turn.commit(
        (tx) => moveStage(tx, turn.actor, id, stage, turn),
        (outcome) => sayMoved(turn, outcome, 'registers-moved'),
      )
    : Promise.resolve(notAllowed(turn));

export const switchActive = (turn: Turn, id: string, active: boolean): Promise<Handled> =>
  turn.commit(
    (tx) => setActive(tx, turn.actor, id, active, turn.now),
    (outcome) => sayMoved(turn, outcome, 'registers-moved'),
  );

export const takeBackGain = (turn: Turn, step: string): Promise<Handled> =>
  turn.commit(
    (tx) => undoGain(tx, turn.actor, step, turn.now),
    (outcome) => sayMoved(turn, outcome, 'registers-gain-undone'),
  );

function sayUndone(turn: Turn, outcome: UndoOutcome): Reply {
  if (outcome.kind === 'not-allowed') return notAllowed(turn);
  const { row } = outcome;
  const said = say(turn, `registers-${outcome.kind}`, { number: String(row.number), name: row.name }, [
    {
      label: turn.texts.t('registers-button-list'),
      press: 'registers.list',
      subject: `${row.register}~~~0~`,
    },
  ]);
  return outcome.kind === 'undone' ? { ...said, replaces: 'pressed' } : said;
}

export const takeBack = (turn: Turn, id: string): Promise<Handled> =>
  turn.commit(
    (tx) => undoEntry(tx, turn.actor, id, turn.now),
    (outcome) => sayUndone(turn, outcome),
  );
