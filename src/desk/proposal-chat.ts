/** Answers on their way into the knowledge, as staff meet them: the proposal, the second person's word, withdrawing. */
import type { Handled, NoticeRow, NoticeSpec, PressSpec, Texts, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { findPerson, mayWorkAtDesk } from '../people/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import { type AdoptOutcome, approveTopic, proposeTopic, refuseTopic, withdrawTopic } from './adopt.ts';
import { staffSuspends, toValues } from './group-form-chat.ts';
import { findGroup, updateGroup } from './group-store.ts';
import { groupButton, groupNotices, objectionLines, toPresser } from './group-words-chat.ts';
import type { DeskKnowledge } from './knowledge.ts';
import type { DeskOptions } from './noting-chat.ts';
import { mayDecide } from './proposal.ts';
import { findProposal, findProposals, type ProposalRow } from './proposal-store.ts';
import { isOfficeOpen, toStaff } from './words-chat.ts';

const examplesShown = 6;
const listed = 10;

const cardOf = (id: string): string => `desk-proposal:${id}`;

export const proposalsButton = (texts: Texts, n: number): Button => ({
  label: texts.t('desk-proposals-button', { n }),
  press: 'desk.proposals',
});

async function proposalBlocks(
  { read, texts }: { readonly read: Reader; readonly texts: Texts },
  row: ProposalRow,
  knowledge: DeskKnowledge,
  reader: string | undefined,
): Promise<readonly Block[]> {
  const { draft } = row;
  const by = await findPerson(read, row.proposedBy);
  const decider = row.decidedBy === null ? undefined : await findPerson(read, row.decidedBy);
  const into = draft.into === undefined ? undefined : knowledge.topic(draft.into);
  const examples = [...draft.questions.id, ...draft.questions.en];
  const text = (key: string, args: Readonly<Record<string, string | number>> = {}): Block => ({
    kind: 'text',
    text: texts.rich(key, args),
  });
  const button = (move: string, style?: 'main' | 'danger'): Button => ({
    label: texts.t(`desk-proposal-button-${move}`),
    press: `desk.p-${move}`,
    subject: row.id,
    ...(style === undefined ? {} : { style }),
  });
  const own = reader !== undefined && !mayDecide(row, reader);
  const buttons =
    row.state === 'waiting' && !own
      ? [button('approve', 'main'), button('refuse')]
      : row.state === 'approved'
        ? [button('withdraw', 'danger')]
        : [];
  return [
    text('desk-proposal-title', { name: by?.name ?? '' }),
    ...(draft.into === undefined
      ? [
          text('desk-proposal-answer', { label: draft.label.id, text: draft.body.id }),
          draft.body.en === ''
            ? text('desk-proposal-only-id')
            : text('desk-proposal-answer', { label: draft.label.en, text: draft.body.en }),
          text('desk-proposal-source', {
            title: draft.source.title,
            year: String(draft.source.year),
            url: draft.source.url,
          }),
        ]
      : [text('desk-proposal-into', { label: into?.label ?? draft.into })]),
    text('desk-proposal-examples', {
      n: examples.length,
      examples: examples
        .slice(0, examplesShown)
        .map((one) => `\n• ${one}`)
        .join(''),
    }),
    text(`desk-proposal-state-${row.state}`, { name: decider?.name ?? '', reason: row.reason ?? '' }),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
  ];
}

export function createProposalChat({ desk, knowledge, zone }: DeskOptions) {
  /** What the proposal is called: the topic it goes into, or its own title. */
  const nameOf = ({ draft }: ProposalRow, texts: Texts): string =>
    draft.into === undefined ? draft.label[texts.lang] : (knowledge.topic(draft.into)?.label ?? draft.into);

  /** The card to everybody at the desk but the one who proposed, who knows. */
  const cards = async (read: Reader, row: ProposalRow): Promise<readonly NoticeRow[]> => {
    const card = { notice: 'desk.proposal', subject: row.id, card: cardOf(row.id) };
    return (await toStaff(read, desk, card)).filter((notice) => notice.person !== row.proposedBy);
  };

  const sayAdopt = (turn: Turn, group: string | undefined, outcome: AdoptOutcome): Reply => {
    const { texts } = turn;
    const open = (row: ProposalRow): Button => ({
      label: texts.t('desk-proposal-button-open'),
      press: 'desk.proposal',
      subject: row.id,
    });
    switch (outcome.kind) {
      case 'not-allowed':
        return toPresser(say(turn, 'desk-not-allowed'));
      case 'objections': {
        const fields = outcome.objections.flatMap(({ field }) => field ?? []);
        return toPresser({
          blocks: [
            { kind: 'text', text: texts.rich('desk-proposal-objections') },
            { kind: 'text', text: objectionLines(texts, outcome.objections) },
            {
              kind: 'buttons',
              buttons:
                group === undefined
                  ? [groupButton(texts)]
                  : [
                      {
                        label: texts.t('desk-proposal-button-revise'),
                        press: 'desk.g-revise',
                        subject: `${group} ${fields.join(',')}`,
                      },
                    ],
            },
          ],
        });
      }
      case 'own-proposal':
        return toPresser(say(turn, 'desk-proposal-own', {}, [open(outcome.row)]));
      case 'not-now':
        return toPresser(say(turn, `desk-proposal-not-now-${outcome.row.state}`, {}, [open(outcome.row)]));
      case 'proposed':
        return toPresser(say(turn, 'desk-proposal-made', {}, [groupButton(texts)]));
      case 'approved':
      case 'refused':
      case 'withdrawn':
        return toPresser(say(turn, `desk-proposal-${outcome.kind}`, {}, [open(outcome.row)]));
      default:
        return outcome satisfies never;
    }
  };

  const settle = (
    turn: Turn,
    work: (tx: Writer) => Promise<AdoptOutcome>,
    group?: string,
  ): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        const outcome = await work(tx);
        switch (outcome.kind) {
          case 'proposed':
          case 'approved':
          case 'refused':
          case 'withdrawn': {
            for (const notice of await cards(tx, outcome.row)) await turn.notify(tx, notice);
            await updateGroup(tx, outcome.row.group, { stale: true });
            const moment = { desk, now: turn.now, officeOpen: isOfficeOpen({ ...turn, zone }) };
            for (const notice of await groupNotices(tx, outcome.row.group, moment))
              await turn.notify(tx, notice);
            const { proposedBy, id } = outcome.row;
            if (outcome.kind !== 'proposed' && proposedBy !== turn.actor.person?.id)
              await turn.notify(tx, { notice: 'desk.decided', subject: id, person: proposedBy });
            break;
          }
          default:
        }
        return outcome;
      },
      (outcome) => sayAdopt(turn, group, outcome),
    );

  const form: FormSpec = {
    name: 'desk.reason',
    version: 1,
    title: 'desk-reason-title',
    fields: [
      {
        id: 'reason',
        kind: 'lines',
        label: 'desk-reason-label',
        hint: 'desk-reason-hint',
        suspends: staffSuspends,
        parse: (typed) =>
          typed.trim() === ''
            ? { kind: 'wrong', key: 'desk-reason-empty' }
            : { kind: 'ok', value: [...typed.trim()].slice(0, 500).join('') },
      },
    ],
    submit(turn, values, subject) {
      const [move, id = ''] = (subject ?? '').split(' ');
      const decision = { id, reason: values.reason ?? '', now: turn.now };
      return settle(turn, (tx) =>
        move === 'withdraw' ? withdrawTopic(tx, turn.actor, decision) : refuseTopic(tx, turn.actor, decision),
      );
    },
  };

  /** Opens the form for the reason, unless the press comes too late or from the wrong person. */
  async function askReason(turn: Turn, move: 'refuse' | 'withdraw', id: string): Promise<Handled> {
    const person = turn.actor.person?.id;
    const row = mayWorkAtDesk(turn.actor) ? await findProposal(turn.read, id) : undefined;
    if (row === undefined || person === undefined) return sayAdopt(turn, undefined, { kind: 'not-allowed' });
    if (row.state !== (move === 'refuse' ? 'waiting' : 'approved'))
      return sayAdopt(turn, undefined, { kind: 'not-now', row });
    if (move === 'refuse' && !mayDecide(row, person))
      return sayAdopt(turn, undefined, { kind: 'own-proposal', row });
    return { blocks: [{ kind: 'form', form: form.name, subject: `${move} ${id}` }] };
  }

  async function list(turn: Turn): Promise<Handled> {
    if (!mayWorkAtDesk(turn.actor)) return say(turn, 'desk-not-allowed');
    const { texts } = turn;
    const waiting = await findProposals(turn.read, 'waiting');
    const approved = await findProposals(turn.read, 'approved');
    const rows = [...waiting, ...approved.toReversed()].slice(0, listed);
    if (rows.length === 0) return say(turn, 'desk-proposals-none');
    const blocks: Block[] = [
      {
        kind: 'text',
        text: texts.rich('desk-proposals-title', { waiting: waiting.length, approved: approved.length }),
      },
    ];
    for (const [at, row] of rows.entries())
      blocks.push({
        kind: 'text',
        text: texts.rich(`desk-proposals-line-${row.state}`, {
          n: at + 1,
          label: nameOf(row, texts),
        }),
      });
    const buttons = rows.map(
      (row, at): Button => ({
        label: texts.t('desk-button-open', { n: at + 1 }),
        press: 'desk.proposal',
        subject: row.id,
      }),
    );
    return { blocks: [...blocks, { kind: 'buttons', buttons }] };
  }

  const presses: readonly PressSpec[] = [
    { name: 'desk.proposals', handle: (turn) => list(turn) },
    {
      name: 'desk.proposal',
      async handle(turn, id) {
        const row = mayWorkAtDesk(turn.actor) ? await findProposal(turn.read, id) : undefined;
        return row === undefined
          ? say(turn, 'desk-not-allowed')
          : { blocks: await proposalBlocks(turn, row, knowledge, turn.actor.person?.id) };
      },
    },
    {
      name: 'desk.g-propose',
      where: 'anywhere',
      handle: (turn, group) =>
        settle(
          turn,
          (tx) => proposeTopic(tx, turn.actor, { group, today: turn.today, now: turn.now }, knowledge),
          group,
        ),
    },
    {
      // Opens the answer again, without the fields that were objected to.
      name: 'desk.g-revise',
      where: 'anywhere',
      async handle(turn, subject) {
        const [id = '', fields = ''] = subject.split(' ');
        const row = mayWorkAtDesk(turn.actor) ? await findGroup(turn.read, id) : undefined;
        if (row === undefined || row.answer === null) return toPresser(say(turn, 'desk-not-allowed'));
        const without = fields === '' ? ['id'] : fields.split(',');
        return {
          blocks: [{ kind: 'form', form: 'desk.group', subject: id, values: toValues(row.answer, without) }],
        };
      },
    },
    {
      name: 'desk.p-approve',
      where: 'anywhere',
      handle: (turn, id) =>
        settle(turn, (tx) => approveTopic(tx, turn.actor, { id, now: turn.now }, knowledge)),
    },
    { name: 'desk.p-refuse', where: 'anywhere', handle: (turn, id) => askReason(turn, 'refuse', id) },
    { name: 'desk.p-withdraw', where: 'anywhere', handle: (turn, id) => askReason(turn, 'withdraw', id) },
  ];

  const notices: readonly NoticeSpec[] = [
    {
      name: 'desk.proposal',
      async word(context, subject) {
        const row = await findProposal(context.read, subject);
        return row === undefined
          ? { suppressed: 'the proposal is gone' }
          : { blocks: await proposalBlocks(context, row, knowledge, context.person) };
      },
    },
    {
      name: 'desk.decided',
      async word({ read, texts }, subject) {
        const row = await findProposal(read, subject);
        if (row === undefined || row.state === 'waiting') return { suppressed: 'nothing was decided' };
        const by = row.decidedBy === null ? undefined : await findPerson(read, row.decidedBy);
        const said = { label: nameOf(row, texts), name: by?.name ?? '', reason: row.reason ?? '' };
        return say({ texts }, `desk-decided-${row.state}`, said, [
          ...(row.state === 'refused'
            ? [
                {
                  label: texts.t('desk-proposal-button-revise'),
                  press: 'desk.g-revise',
                  subject: `${row.group} id,label`,
                },
              ]
            : []),
          { label: texts.t('desk-proposal-button-open'), press: 'desk.proposal', subject: row.id },
        ]);
      },
    },
  ];

  return { form, notices, presses };
}
