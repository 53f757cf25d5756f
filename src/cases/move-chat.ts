/** Moving cases in conversation: the buttons of a case, the words a move needs, and who hears of it. */
import type { Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatInstant } from '../language/date.ts';
import { invite, mayInvite } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import { type CaseState, caseStates, isMove, isRequester, type Move, mayAssign, maySee } from './case.ts';
import {
  addToCase,
  assignCase,
  findAssignees,
  isReachable,
  type MoveOutcome,
  moveCase,
  takeCase,
} from './move-case.ts';
import { type CasesSetup, toOfficers, toRequester, toWorkers } from './notices-chat.ts';
import { type CaseRow, findCase } from './store.ts';
import { caseBlocks, moveSubject } from './words-chat.ts';

const toState = (text: string): CaseState | undefined => caseStates.find((state) => state === text);

const notAllowed = (turn: Turn): Reply => ({ ...say(turn, 'cases-not-allowed'), audience: 'only-sender' });

const openButton = (turn: Turn, row: CaseRow): Button => ({
  label: turn.texts.t('cases-button-open'),
  press: 'cases.open',
  subject: row.id,
});

/** Everybody concerned but the one who did it. */
async function tellAll(
  tx: Writer,
  turn: Turn,
  setup: CasesSetup,
  { event, row }: { readonly row: CaseRow; readonly event: string },
  tellsRequester = true,
) {
  const notices = [
    ...(tellsRequester && !isRequester(turn.actor, row) ? toRequester(row, event) : []),
    ...toWorkers(row, event, turn.actor.person?.id),
    ...(await toOfficers(tx, row, setup.desk)),
  ];
  for (const notice of notices) await turn.notify(tx, notice);
}

function sayMoved(
  turn: Turn,
  outcome: MoveOutcome,
  move: Move,
  { blocks, told }: { readonly blocks: Reply['blocks']; readonly told: boolean },
): Reply {
  const { texts } = turn;
  switch (outcome.kind) {
    case 'moved': {
      const own = isRequester(turn.actor, outcome.row);
      const key = own ? `cases-done-own-${move}` : told ? 'cases-done' : 'cases-done-untold';
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich(key, {
              number: String(outcome.row.number),
              state: texts.t(`cases-state-${outcome.row.state}`),
            }),
          },
          {
            kind: 'buttons',
            buttons: [
              openButton(turn, outcome.row),
              ...(move === 'refer' && mayInvite(turn.actor, 'destination', outcome.row.regency)
                ? [
                    {
                      label: texts.t('cases-button-receiver'),
                      press: 'cases.receiver',
                      subject: outcome.row.id,
                    },
                  ]
                : []),
            ],
          },
        ],
        audience: 'only-sender',
      };
    }
    case 'changed-meanwhile':
      return {
        blocks: [{ kind: 'text', text: texts.rich('cases-changed-meanwhile') }, ...blocks],
        audience: 'only-sender',
      };
    case 'needs-words':
      return {
        blocks: [
          {
            kind: 'form',
            form: `cases.${outcome.needs}`,
            subject: moveSubject(outcome.row, move),
          },
        ],
      };
    case 'ask-first':
      return {
        ...say(
          turn,
          'cases-ask-first',
          {
            number: String(outcome.row.number),
            until: formatInstant(outcome.until, turn.zone, texts.lang),
          },
          [openButton(turn, outcome.row)],
        ),
        audience: 'only-sender',
      };
    case 'too-late':
      return say(turn, 'cases-too-late', {}, [
        { label: texts.t('cases-button-new'), press: 'cases.begin', subject: '' },
      ]);
    case 'not-allowed':
      return notAllowed(turn);
    default:
      return outcome satisfies never;
  }
}

/** Makes a move with its words and tells everybody concerned, in one write. */
export async function moveWith(
  turn: Turn,
  setup: CasesSetup,
  input: { readonly id: string; readonly from: string; readonly move: Move; readonly note: string },
): Promise<Handled> {
  const from = toState(input.from);
  return turn.commit(
    async (tx) => {
      const outcome = await moveCase(
        tx,
        turn.actor,
        {
          id: input.id,
          move: input.move,
          note: input.note,
          ...(from === undefined ? {} : { from }),
        },
        { now: turn.now, zone: turn.zone, calendar: turn.calendar, sla: setup.sla() },
      );
      if (outcome.kind === 'moved') await tellAll(tx, turn, setup, outcome);
      const blocks =
        outcome.kind === 'changed-meanwhile' ? await caseBlocks({ ...turn, read: tx }, outcome.row) : [];
      const told = outcome.kind === 'moved' && (await isReachable(tx, outcome.row));
      return { outcome, shown: { blocks, told } };
    },
    ({ outcome, shown }) => sayMoved(turn, outcome, input.move, shown),
  );
}

export const addWords = (turn: Turn, setup: CasesSetup, id: string, text: string): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await addToCase(tx, turn.actor, { id, text, now: turn.now });
      if (outcome.kind === 'added') await tellAll(tx, turn, setup, outcome);
      return outcome;
    },
    (outcome) => {
      if (outcome.kind === 'not-allowed') return notAllowed(turn);
      const key = outcome.kind === 'added' ? 'cases-added' : 'cases-closed-already';
      return say(turn, key, { number: String(outcome.row.number) }, [openButton(turn, outcome.row)]);
    },
  );

async function askAssignee(turn: Turn, id: string): Promise<Handled> {
  const row = await findCase(turn.read, id);
  if (row === undefined || !maySee(turn.actor, row) || !mayAssign(turn.actor, row)) return notAllowed(turn);
  const people = await findAssignees(turn.read, row);
  if (people.length === 0) return say(turn, 'cases-assign-nobody', {}, [openButton(turn, row)]);
  return {
    ...say(
      turn,
      'cases-assign-ask',
      { number: String(row.number) },
      people.slice(0, 12).map((one) => ({
        label: one.name,
        press: 'cases.assign-to',
        subject: `${row.id}|${one.id}`,
      })),
    ),
    audience: 'only-sender',
  };
}

/** A code for a receiver who has no account yet, so that the referred case can be accepted or declined. */
const inviteReceiver = (turn: Turn, id: string): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const row = await findCase(tx, id);
      if (row === undefined || row.destination === null || !maySee(turn.actor, row)) return undefined;
      const invited = await invite(tx, turn.actor, {
        role: 'destination',
        area: row.regency,
        name: row.destination.slice(0, 80),
        now: turn.now,
      });
      return invited.kind === 'invited' ? { ...invited, row } : undefined;
    },
    (made) =>
      made === undefined
        ? notAllowed(turn)
        : {
            ...say(
              turn,
              'cases-receiver-code',
              {
                start: `${turn.command('start')} ${made.code}`,
                until: formatInstant(made.expiresAt, turn.zone, turn.texts.lang),
                destination: made.row.destination ?? '',
              },
              [openButton(turn, made.row)],
            ),
            audience: 'only-sender',
          },
  );

export const movePresses = (setup: CasesSetup): readonly PressSpec[] => [
  {
    name: 'cases.move',
    where: 'anywhere',
    async handle(turn, subject) {
      const [id = '', from = '', move = ''] = subject.split('|');
      if (!isMove(move)) return notAllowed(turn);
      const row = await findCase(turn.read, id);
      // What the person says after "belum" or before taking back is asked for, not demanded.
      if (row !== undefined && isRequester(turn.actor, row) && move === 'reopen' && row.state === from)
        return { blocks: [{ kind: 'form', form: 'cases.unhelped', subject: moveSubject(row, move) }] };
      return moveWith(turn, setup, { id, from, move, note: '' });
    },
  },
  {
    name: 'cases.take',
    where: 'anywhere',
    handle: (turn, id) =>
      turn.commit(
        async (tx) => {
          const outcome = await takeCase(tx, turn.actor, id, turn.now);
          if (outcome.kind === 'taken') {
            if (outcome.before !== null)
              await turn.notify(tx, {
                notice: 'cases.moved',
                subject: outcome.event,
                person: outcome.before,
              });
            for (const notice of await toOfficers(tx, outcome.row, setup.desk)) await turn.notify(tx, notice);
          }
          return outcome;
        },
        (outcome) => {
          if (outcome.kind === 'not-allowed') return notAllowed(turn);
          const key = outcome.kind === 'taken' ? 'cases-taken' : 'cases-changed-meanwhile';
          return {
            ...say(turn, key, { number: String(outcome.row.number) }, [openButton(turn, outcome.row)]),
            audience: 'only-sender' as const,
          };
        },
      ),
  },
  { name: 'cases.assign', where: 'anywhere', handle: askAssignee },
  {
    name: 'cases.assign-to',
    where: 'anywhere',
    handle(turn, subject) {
      const [id = '', to = ''] = subject.split('|');
      return turn.commit(
        async (tx) => {
          const outcome = await assignCase(tx, turn.actor, { id, to, now: turn.now });
          if (outcome.kind === 'assigned') await tellAll(tx, turn, setup, outcome, false);
          return outcome;
        },
        (outcome) => {
          if (outcome.kind === 'not-allowed') return notAllowed(turn);
          const key = outcome.kind === 'assigned' ? 'cases-assigned' : 'cases-closed-already';
          return {
            ...say(
              turn,
              key,
              {
                number: String(outcome.row.number),
                name: outcome.kind === 'assigned' ? outcome.name : '',
              },
              [openButton(turn, outcome.row)],
            ),
            replaces: 'pressed' as const,
            audience: 'only-sender' as const,
          };
        },
      );
    },
  },
  {
    name: 'cases.add',
    async handle(turn, id) {
      const row = await findCase(turn.read, id);
      return row === undefined || !maySee(turn.actor, row)
        ? notAllowed(turn)
        : { blocks: [{ kind: 'form', form: 'cases.more', subject: id }] };
    },
  },
  { name: 'cases.receiver', where: 'anywhere', handle: inviteReceiver },
  {
    name: 'cases.join',
    handle(turn, subject) {
      const { id, text } = JSON.parse(subject) as { id: string; text: string };
      return addWords(turn, setup, id, text);
    },
  },
];
