/** What changes a proposal, with the words of its outcome: proposing, taking back, noting the operator's answer. */
import type { Handled, NoticeSpec, Turn } from '../chat/feature.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaPath } from '../language/areas.ts';
import { forgetNumbers } from '../store/index.ts';
import { maySeeProposal, type PrelistResult, readNumber } from './prelist.ts';
import { findProposal, type PrelistRow } from './prelist-store.ts';
import {
  correctReason,
  noteResult,
  type ProposalChange,
  type ProposeOutcome,
  propose,
  withdrawProposal,
} from './propose.ts';
import { notAllowed } from './words-chat.ts';

const openButton = (turn: Pick<Turn, 'texts'>, row: PrelistRow): Button => ({
  label: turn.texts.t('registers-button-open'),
  press: 'registers.proposal',
  subject: row.id,
});
const listButton = (turn: Pick<Turn, 'texts'>): Button => ({
  label: turn.texts.t('registers-button-list'),
  press: 'registers.prelist',
  subject: '0',
});

/** The message that carried a number goes from the chat where the platform allows it. */
const erasing = ({ incoming }: Turn): Pick<Reply, 'erases' | 'audience'> => ({
  audience: 'only-sender',
  ...('ref' in incoming && incoming.kind !== 'press' && (incoming.sealed?.length ?? 0) > 0
    ? { erases: incoming.ref }
    : {}),
});

function sayProposed(turn: Turn, outcome: ProposeOutcome): Reply {
  switch (outcome.kind) {
    case 'proposed': {
      const { row } = outcome;
      return say(
        turn,
        'registers-prelist-saved',
        { number: String(row.number), name: row.name, nik: row.nikMasked },
        [
          {
            label: turn.texts.t('registers-button-undo'),
            press: 'registers.withdraw',
            subject: row.id,
          },
          openButton(turn, row),
        ],
      );
    }
    case 'same':
      return say(
        turn,
        'registers-prelist-same',
        {
          number: String(outcome.row.number),
          name: outcome.row.name,
          state: turn.texts.t(`registers-prelist-${outcome.row.state}`),
        },
        [openButton(turn, outcome.row), listButton(turn)],
      );
    case 'number-gone':
      return say(turn, 'registers-prelist-number-gone', {}, [listButton(turn)]);
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    case 'not-allowed':
      return say(turn, 'registers-not-your-area', { area: areaPath(outcome.area, turn.texts.lang) });
    default:
      return outcome satisfies never;
  }
}

/** A complete form: stored, or forgotten when the person did not agree. */
export function takeProposal(turn: Turn, values: Readonly<Record<string, string>>): Promise<Handled> {
  const nik = readNumber(values.nik ?? '');
  const kk = readNumber(values.kk ?? '');
  const typed = [nik, kk].flatMap((one) => (one === undefined ? [] : [one.ref]));
  if (values.consent !== 'yes' || nik === undefined)
    return turn.commit(
      (tx) => forgetNumbers(tx, typed),
      () => ({
        ...say(turn, nik === undefined ? 'registers-wrong-number' : 'registers-prelist-no-consent', {}, [
          listButton(turn),
        ]),
        ...erasing(turn),
      }),
    );
  return turn.commit(
    (tx) =>
      propose(
        tx,
        turn.actor,
        {
          person: values.person ?? null,
          name: values.name ?? '',
          area: values.area ?? '',
          reason: values.reason ?? '',
          nik: nik.ref,
          kk: kk?.ref ?? null,
        },
        turn.now,
      ),
    (outcome) => ({ ...sayProposed(turn, outcome), ...erasing(turn) }),
  );
}

function sayChanged(turn: Turn, outcome: ProposalChange, key: string): Reply {
  if (outcome.kind === 'not-allowed') return notAllowed(turn);
  const { row } = outcome;
  const said = outcome.kind === 'done' ? key : `registers-prelist-${outcome.kind}`;
  return say(turn, said, { number: String(row.number), name: row.name }, [
    openButton(turn, row),
    listButton(turn),
  ]);
}

export const withdraw = (turn: Turn, id: string): Promise<Handled> =>
  turn.commit(
    (tx) => withdrawProposal(tx, turn.actor, id, turn.now),
    (outcome) => sayChanged(turn, outcome, 'registers-prelist-taken-back'),
  );

export const correct = (turn: Turn, id: string, reason: string): Promise<Handled> =>
  turn.commit(
    (tx) => correctReason(tx, turn.actor, id, reason, turn.now),
    (outcome) => sayChanged(turn, outcome, 'registers-prelist-corrected'),
  );

/** Notes the answer and tells whoever proposed. */
export const noteAnswer = (turn: Turn, id: string, state: PrelistResult, answer: string): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await noteResult(tx, turn.actor, id, { state, answer }, turn.now);
      if (outcome.kind === 'done' && outcome.row.addedBy !== turn.actor.person?.id)
        await turn.notify(tx, {
          notice: 'registers.prelist-answer',
          subject: id,
          person: outcome.row.addedBy,
          card: `prelist:${id}`,
        });
      return outcome;
    },
    (outcome) => sayChanged(turn, outcome, 'registers-prelist-noted'),
  );

export const prelistNotices: readonly NoticeSpec[] = [
  {
    name: 'registers.prelist-answer',
    async word({ read, texts }, id) {
      const row = await findProposal(read, id);
      if (row === undefined || (row.state !== 'accepted' && row.state !== 'rejected'))
        return { suppressed: 'no answer stands any more' };
      return say(
        { texts },
        `registers-prelist-told-${row.state}`,
        {
          number: String(row.number),
          name: row.name,
          answer: row.answer,
        },
        [openButton({ texts }, row)],
      );
    },
  },
];

export const isTheirs = (turn: Pick<Turn, 'actor'>, row: PrelistRow | undefined): row is PrelistRow =>
  row !== undefined && maySeeProposal(turn.actor, row);
