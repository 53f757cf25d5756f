/** What the person who asks meets: passing a question on, the bot's silence meanwhile, the answer, and the end. */
import { addressKey } from '../chat/address.ts';
import type { CommandSpec, FreeTextHook, Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { Message } from '../chat/incoming.ts';
import type { Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { Address } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import { type HandedOver, handOver, passOn } from './hand-over.ts';
import { type HandoverKind, isSilencing } from './handover.ts';
import type { DeskOptions, Noting } from './noting-chat.ts';
import { findHandover, findMessage, findOpenOf, updateHandover } from './store.ts';
import { cardNotices, isStaffed, tellAdded } from './words-chat.ts';
import { endByAsker } from './work.ts';

/** Opens a card for what was written and tells the staff at once, inside a write. Private places only. */
export async function handOverIn(
  tx: Writer,
  turn: Turn,
  input: {
    readonly text: string;
    readonly kind: HandoverKind;
    readonly desk: Address | undefined;
    /** The questions that ask the same. */
    readonly group?: string | undefined;
  },
): Promise<HandedOver> {
  const { incoming } = turn;
  const { desk, group } = input;
  const handed = await handOver(tx, turn.actor, {
    text: input.text,
    kind: input.kind,
    conversation: addressKey(incoming.address),
    address: incoming.address,
    lang: turn.texts.lang,
    now: turn.now,
    zone: turn.zone,
    calendar: turn.calendar,
  });
  if (group !== undefined) await updateHandover(tx, handed.handover, { group });
  const urgent = input.kind !== 'question';
  if (handed.added && !urgent)
    await tellAdded(
      tx,
      turn,
      { id: handed.message, handover: handed.handover, takenBy: handed.takenBy },
      desk,
    );
  else
    for (const notice of await cardNotices(tx, handed.handover, desk, urgent)) await turn.notify(tx, notice);
  return handed;
}

const endButton = (turn: Pick<Turn, 'texts'>, id: string): Button => ({
  label: turn.texts.t('desk-button-end'),
  press: 'desk.end',
  subject: id,
});

/** The button that passes a question on to a human; undefined where nobody could answer or the place is not private. */
export async function humanButton(
  turn: Turn,
  question: string,
  desk: Address | undefined,
): Promise<Button | undefined> {
  if (turn.incoming.address.kind !== 'private' || !(await isStaffed(turn.read, desk))) return undefined;
  return { label: turn.texts.t('desk-button-ask'), press: 'desk.ask', subject: question.slice(0, 1_000) };
}

/** A question to the staff; it is noted with those that ask the same, so that one answer can serve them all. */
const askStaff = (turn: Turn, text: string, { desk }: DeskOptions, noting: Noting): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const group = await noting(tx, turn, { text, outcome: 'handed-over' });
      return handOverIn(tx, turn, { text, kind: 'question', desk, group });
    },
    ({ handover }) => say(turn, 'desk-handed-over', {}, [endButton(turn, handover)]),
  );

/** `/petugas TEXT`: the deliberate way to a human. */
export const createAskerCommands = (options: DeskOptions, noting: Noting): readonly CommandSpec[] => [
  {
    name: 'petugas',
    aliases: ['human'],
    summary: 'desk-summary-ask',
    async handle(turn, rest) {
      const text = rest.trim();
      if (!(await isStaffed(turn.read, options.desk))) return say(turn, 'desk-nobody');
      if (text === '')
        return say(turn, 'desk-ask-how', {
          example: `${turn.command('petugas')} ${turn.texts.t('desk-ask-example')}`,
        });
      return askStaff(turn, text, options, noting);
    },
  },
];

export const createAskerPresses = (options: DeskOptions, noting: Noting): readonly PressSpec[] => [
  {
    name: 'desk.ask',
    async handle(turn, question): Promise<Handled> {
      if (!(await isStaffed(turn.read, options.desk))) return say(turn, 'desk-nobody');
      return askStaff(turn, question, options, noting);
    },
  },
  {
    name: 'desk.end',
    handle: (turn, id) =>
      turn.commit(
        async (tx) => {
          const outcome = await endByAsker(tx, turn.actor, id, addressKey(turn.incoming.address), turn.now);
          if (outcome.kind === 'closed')
            for (const notice of await cardNotices(tx, id, options.desk, false))
              await turn.notify(tx, notice);
          return outcome;
        },
        (outcome) => say(turn, outcome.kind === 'closed' ? 'desk-ended' : 'desk-ended-before'),
      ),
  },
];

/** While staff have a conversation, what the person writes goes to them and the bot says nothing. */
export const createSilence =
  (desk: Address | undefined): FreeTextHook['handle'] =>
  async (turn: Turn<Message>): Promise<Handled | undefined> => {
    const { address, edits, text } = turn.incoming;
    if (address.kind !== 'private' || edits === true || text.trim() === '') return undefined;
    const row = await findOpenOf(turn.read, addressKey(address));
    if (row === undefined || !isSilencing(row, turn.now)) return undefined;
    return turn.commit(
      async (tx) => {
        const added = await passOn(tx, row, text, turn.now);
        if (added !== undefined)
          await tellAdded(tx, turn, { id: added.message, handover: row.id, takenBy: row.takenBy }, desk);
      },
      () => ({ blocks: [] }),
    );
  };

export const askerNotices: readonly NoticeSpec[] = [
  {
    name: 'desk.answer',
    async word({ read, textsIn }, subject) {
      const message = await findMessage(read, subject);
      const row = message === undefined ? undefined : await findHandover(read, message.handover);
      if (message === undefined || row === undefined) return { suppressed: 'the question was erased' };
      const texts = textsIn(row.lang);
      return say({ texts }, 'desk-answer', { text: message.text }, [endButton({ texts }, row.id)]);
    },
  },
  {
    name: 'desk.closed',
    async word({ read, textsIn }, subject) {
      const row = await findHandover(read, subject);
      if (row === undefined) return { suppressed: 'the question was erased' };
      return say({ texts: textsIn(row.lang) }, 'desk-closed');
    },
  },
  {
    name: 'desk.late',
    async word({ read, textsIn }, subject) {
      const row = await findHandover(read, subject);
      if (row === undefined || row.state === 'answered' || row.state === 'closed')
        return { suppressed: 'answered meanwhile' };
      const texts = textsIn(row.lang);
      return say({ texts }, 'desk-late', {}, [endButton({ texts }, row.id)]);
    },
  },
];
