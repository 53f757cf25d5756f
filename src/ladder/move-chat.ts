/** `/naik` proposes the next stage with the evidence of the log; `/usulan` is where it is decided. */
import type { CommandSpec, Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import { askWho } from '../chat/line.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { isWithin } from '../language/areas.ts';
import { actorId, findHolders, findPersons, overseeingRoles } from '../people/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import { findSubjects, mayDecideMoves } from './find-kpm.ts';
import { readLadder } from './ladder-source.ts';
import {
  type DecideOutcome,
  decideMove,
  type ProposeOutcome,
  proposeMove,
  takeBackDecision,
  withdrawMove,
} from './move-up.ts';
import { longestReason } from './stage.ts';
import { findMove, findProposed, type MoveRow } from './store.ts';
import { personLine } from './typed-words.ts';
import {
  card,
  criteriaLines,
  criterionWords,
  evidenceRows,
  ladderRoles,
  notAllowed,
  notYourPerson,
  sayNobody,
  stageName,
  worksOnLadder,
} from './words-chat.ts';

const mostListed = 200;
const pageSize = 5;

const stagesOf = (turn: Pick<Turn, 'texts'>, move: Pick<MoveRow, 'from' | 'to'>) => ({
  from: stageName(turn.texts, move.from),
  to: stageName(turn.texts, move.to),
});

/** What the log holds and what is looked at, with the word that the latter is a suggestion while it is one. */
const evidenceBlocks = (turn: Pick<Turn, 'texts'>, move: MoveRow): readonly Block[] => [
  { kind: 'facts', rows: evidenceRows(turn.texts, move.evidence) },
  {
    kind: 'text',
    text: [
      criteriaLines(turn.texts, move.to, move.evidence),
      ...(readLadder().isDecided ? [] : [`\n${turn.texts.t('ladder-criteria-ours')}`]),
      ...(move.note === '' ? [] : [`\n“${move.note}”`]),
    ],
  },
];

function sayProposed(turn: Turn, outcome: ProposeOutcome): Reply {
  switch (outcome.kind) {
    case 'not-your-person':
      return notYourPerson(turn);
    case 'at-top':
      return say(turn, 'ladder-at-top', { name: outcome.name });
    case 'unmet':
      return say(
        turn,
        'ladder-unmet',
        {
          name: outcome.name,
          to: stageName(turn.texts, outcome.to),
          unmet: outcome.unmet.map((one) => criterionWords(turn.texts, one)).join('; '),
        },
        [
          {
            label: turn.texts.t('ladder-propose-anyway'),
            press: 'ladder.propose-sure',
            subject: JSON.stringify({ person: outcome.person, note: outcome.note }),
          },
          { label: turn.texts.t('mentoring-same-no'), press: 'ladder.drop' },
        ],
      );
    case 'waiting':
    case 'proposed': {
      const { move, name } = outcome;
      return card(
        { kind: 'text', text: turn.texts.rich(`ladder-${outcome.kind}`, { name, ...stagesOf(turn, move) }) },
        evidenceBlocks(turn, move),
        [
          ...(move.proposedBy === actorId(turn.actor)
            ? [{ label: turn.texts.t('ladder-withdraw'), press: 'ladder.withdraw', subject: move.id }]
            : []),
          { label: turn.texts.t('ladder-to-history'), press: 'ladder.open', subject: move.person ?? '' },
        ],
      );
    }
    default:
      return outcome satisfies never;
  }
}

/** Tells those who decide in the area. */
async function tellDeciders(tx: Writer, turn: Turn, move: MoveRow): Promise<void> {
  const holders = await findHolders(tx, ['coordinator', 'manager'], move.area);
  for (const person of new Set(holders.map((one) => one.person)))
    if (person !== turn.actor.person?.id)
      await turn.notify(tx, { notice: 'ladder.proposed', subject: move.id, person, card: `move:${move.id}` });
}

const propose = (turn: Turn, input: { person: string; note: string }, sure: boolean): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const { criteria } = readLadder();
      const outcome = await proposeMove(tx, turn.actor, { ...input, criteria, now: turn.now, sure });
      if (outcome.kind === 'proposed') await tellDeciders(tx, turn, outcome.move);
      return outcome;
    },
    (outcome) => sayProposed(turn, outcome),
  );

async function proposeCommand(turn: Turn, rest: string): Promise<Handled> {
  if (!worksOnLadder(turn)) return notAllowed(turn);
  const people = await findSubjects(turn.read, turn.actor);
  const { note, person } = personLine.read(rest, { people, today: turn.today });
  if (person.kind === 'several')
    return askWho(turn, person, 'ladder.propose-who', (one) => JSON.stringify({ person: one.id, note }));
  return person.kind === 'found'
    ? propose(turn, { person: person.id, note }, false)
    : sayNobody(turn, person, `${turn.command('naik')} siti`);
}

/** Proposals that this actor may decide, the oldest first. */
async function findMine(read: Reader, actor: Turn['actor']): Promise<readonly MoveRow[]> {
  const areas = actor.roles.filter((one) => mayDecideMoves(actor, one.area)).map((one) => one.area);
  if (areas.length === 0) return [];
  const rows = await findProposed(read, mostListed);
  return rows.filter((row) => areas.some((area) => isWithin(row.area, area)));
}

async function listMoves(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  if (!turn.actor.roles.some((one) => mayDecideMoves(turn.actor, one.area)))
    return say(turn, 'ladder-not-decider');
  const rows = await findMine(turn.read, turn.actor);
  if (rows.length === 0) return say(turn, 'ladder-moves-none');
  const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
  const people = await findPersons(
    turn.read,
    shown.flatMap((row) => (row.person === null ? [] : [row.person])),
  );
  const nameOf = (row: MoveRow) => people.find((one) => one.id === row.person)?.name ?? '';
  const lines = shown.map((row) => {
    const { from, to } = stagesOf(turn, row);
    return `• ${nameOf(row)}: ${from} → ${to}`;
  });
  const buttons: Button[] = [
    ...shown.map((row) => ({ label: nameOf(row), press: 'ladder.move', subject: row.id })),
    ...(rows.length > (page + 1) * pageSize
      ? [{ label: turn.texts.t('mentoring-page-after'), press: 'ladder.moves', subject: String(page + 1) }]
      : []),
  ];
  return card(
    { kind: 'text', text: turn.texts.rich('ladder-moves-title', { n: rows.length }) },
    [{ kind: 'text', text: [lines.join('\n')] }],
    buttons,
    inPlace,
  );
}

const decideButtons = (texts: Turn['texts'], move: MoveRow): readonly Button[] => [
  { label: texts.t('ladder-accept'), press: 'ladder.accept', subject: move.id, style: 'main' },
  { label: texts.t('ladder-decline'), press: 'ladder.decline', subject: move.id, style: 'danger' },
  { label: texts.t('ladder-to-history'), press: 'ladder.open', subject: move.person ?? '' },
];

async function openMove(turn: Turn, id: string): Promise<Handled> {
  const move = await findMove(turn.read, id);
  if (move === undefined || move.person === null || !mayDecideMoves(turn.actor, move.area))
    return say(turn, 'ladder-move-not-found');
  const [person] = await findPersons(turn.read, [move.person]);
  const args = { name: person?.name ?? '', ...stagesOf(turn, move) };
  return card(
    { kind: 'text', text: turn.texts.rich(`ladder-card-${move.state}`, args) },
    evidenceBlocks(turn, move),
    move.state === 'proposed'
      ? decideButtons(turn.texts, move)
      : [{ label: turn.texts.t('ladder-to-history'), press: 'ladder.open', subject: move.person }],
  );
}

function sayDecided(turn: Turn, outcome: DecideOutcome): Reply {
  if (outcome.kind === 'own') return say(turn, 'ladder-own-proposal');
  if (outcome.kind === 'no-reason') return say(turn, 'ladder-wrong-reason');
  if (outcome.kind === 'not-found') return say(turn, 'ladder-move-not-found');
  const { move, name } = outcome;
  const args = { name, ...stagesOf(turn, move), reason: move.reason ?? '' };
  if (outcome.kind === 'decided-before') return say(turn, `ladder-decided-${move.state}`, args);
  return say(turn, `ladder-${outcome.kind}`, args, [
    { label: turn.texts.t('ladder-take-back'), press: 'ladder.back', subject: move.id },
    { label: turn.texts.t('ladder-moves-more'), press: 'ladder.moves', subject: '' },
  ]);
}

const decisionForm = (
  decision: 'accepted' | 'declined',
  name: string,
  picks: readonly string[],
): FormSpec => ({
  name: `ladder.${name}`,
  version: 1,
  title: `ladder-form-${name}`,
  submitLabel: `ladder-${name}`,
  fields: [
    {
      id: 'reason',
      kind: 'lines',
      label: `ladder-ask-${name}`,
      options: async ({ texts }) => picks.map((key) => ({ value: texts.t(key), label: texts.t(key) })),
      parse: (typed) =>
        typed.trim() === ''
          ? { kind: 'wrong', key: 'ladder-wrong-reason' }
          : { kind: 'ok', value: typed.trim().slice(0, longestReason) },
    },
  ],
  submit: (turn, values, id) =>
    turn.commit(
      async (tx) => {
        const { now, today } = turn;
        const input = { id: id ?? '', decision, reason: values.reason ?? '', now, today };
        const outcome = await decideMove(tx, turn.actor, input);
        const isNew = outcome.kind === 'accepted' || outcome.kind === 'declined';
        if (isNew && !outcome.move.proposedBy.includes(':'))
          await turn.notify(tx, {
            notice: 'ladder.decided',
            subject: outcome.move.id,
            person: outcome.move.proposedBy,
          });
        return outcome;
      },
      (outcome) => sayDecided(turn, outcome),
    ),
});

const acceptForm = decisionForm('accepted', 'accept', ['ladder-pick-evidence', 'ladder-pick-visited']);
const declineForm = decisionForm('declined', 'decline', ['ladder-pick-sessions', 'ladder-pick-turnover']);

/** The form opens only for whoever may hand it in, and only while the proposal waits. */
async function openDecision(turn: Turn, form: FormSpec, id: string): Promise<Handled> {
  const move = await findMove(turn.read, id);
  if (move === undefined || move.person === null || !mayDecideMoves(turn.actor, move.area))
    return say(turn, 'ladder-move-not-found');
  if (move.state !== 'proposed') return openMove(turn, id);
  if (move.proposedBy === actorId(turn.actor)) return say(turn, 'ladder-own-proposal');
  return { blocks: [{ kind: 'form', form: form.name, subject: id }] };
}

export const moveCommands: readonly CommandSpec[] = [
  { name: 'naik', summary: 'ladder-summary-propose', roles: ladderRoles, handle: proposeCommand },
  {
    name: 'usulan',
    summary: 'ladder-summary-moves',
    roles: overseeingRoles,
    handle: (turn) => listMoves(turn, 0, false),
  },
];
export const moveForms: readonly FormSpec[] = [acceptForm, declineForm];

export const movePresses: readonly PressSpec[] = [
  { name: 'ladder.propose', handle: (turn, person) => propose(turn, { person, note: '' }, false) },
  {
    name: 'ladder.propose-who',
    handle: (turn, subject) => propose(turn, JSON.parse(subject) as { person: string; note: string }, false),
  },
  {
    name: 'ladder.propose-sure',
    handle: (turn, subject) => propose(turn, JSON.parse(subject) as { person: string; note: string }, true),
  },
  {
    name: 'ladder.withdraw',
    handle: (turn, id) =>
      turn.commit(
        (tx) => withdrawMove(tx, turn.actor, id, turn.now),
        (outcome) => {
          if (outcome.kind === 'not-found') return say(turn, 'ladder-move-not-found');
          if (outcome.kind === 'decided-before') return say(turn, 'ladder-withdraw-late');
          const args = { to: stageName(turn.texts, outcome.to) };
          return { ...say(turn, 'ladder-withdrawn', args), replaces: 'pressed' as const };
        },
      ),
  },
  { name: 'ladder.moves', handle: (turn, page) => listMoves(turn, Number(page) || 0, page !== '') },
  { name: 'ladder.move', handle: openMove },
  { name: 'ladder.accept', handle: (turn, id) => openDecision(turn, acceptForm, id) },
  { name: 'ladder.decline', handle: (turn, id) => openDecision(turn, declineForm, id) },
  {
    name: 'ladder.back',
    handle: (turn, id) =>
      turn.commit(
        (tx) => takeBackDecision(tx, turn.actor, id, turn.now),
        (outcome) =>
          outcome.kind === 'not-found'
            ? say(turn, 'ladder-move-not-found')
            : say(turn, `ladder-back-${outcome.kind}`, {}, [
                { label: turn.texts.t('ladder-moves-more'), press: 'ladder.moves', subject: '' },
              ]),
      ),
  },
];

export const moveNotices: readonly NoticeSpec[] = [
  {
    name: 'ladder.proposed',
    async word(context, id) {
      const move = await findMove(context.read, id);
      if (move === undefined || move.person === null || move.state !== 'proposed')
        return { suppressed: 'the proposal waits no longer' };
      const [person] = await findPersons(context.read, [move.person]);
      const args = { name: person?.name ?? '', ...stagesOf(context, move) };
      return card(
        { kind: 'text', text: context.texts.rich('ladder-notice-proposed', args) },
        evidenceBlocks(context, move),
        decideButtons(context.texts, move),
      );
    },
  },
  {
    name: 'ladder.decided',
    async word(context, id) {
      const move = await findMove(context.read, id);
      if (
        move === undefined ||
        move.person === null ||
        (move.state !== 'accepted' && move.state !== 'declined')
      )
        return { suppressed: 'the decision was taken back' };
      const [person] = await findPersons(context.read, [move.person]);
      const args = { name: person?.name ?? '', ...stagesOf(context, move), reason: move.reason ?? '' };
      return say(context, `ladder-notice-${move.state}`, args, [
        { label: context.texts.t('ladder-to-history'), press: 'ladder.open', subject: move.person },
      ]);
    },
  },
];
