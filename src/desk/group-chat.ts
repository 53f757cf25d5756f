/** Questions that ask the same, as staff meet them: the list, the card, its buttons; and what those who asked are told. */
import type { Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { mayWorkAtDesk } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import { answerGroup, dismissGroup, type GroupOutcome, tellLater } from './answer-group.ts';
import type { GroupAnswer } from './group.ts';
import { createGroupForm } from './group-form-chat.ts';
import { countOpenGroups, findAsked, findAsker, findGroup, findOpenGroups } from './group-store.ts';
import {
  groupBlocks,
  groupNotices,
  sayGroupOutcome,
  sayTold,
  short,
  toldNotices,
  toPresser,
} from './group-words-chat.ts';
import type { DeskOptions } from './noting-chat.ts';
import { findHandover, findMessages } from './store.ts';
import { cardNotices, isOfficeOpen } from './words-chat.ts';

const pageSize = 5;

export function createGroupChat({ desk, knowledge, zone }: DeskOptions) {
  /** Runs a use case and does what follows: those who asked are told, the card changes. */
  const settle = (turn: Turn, id: string, work: (tx: Writer) => Promise<GroupOutcome>): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        const outcome = await work(tx);
        if (outcome.kind === 'answered' || outcome.kind === 'told') {
          for (const notice of toldNotices(outcome.told)) await turn.notify(tx, notice);
          for (const handover of outcome.handovers)
            for (const notice of await cardNotices(tx, handover, desk, false)) await turn.notify(tx, notice);
        }
        if (outcome.kind === 'answered' || outcome.kind === 'told' || outcome.kind === 'dismissed')
          for (const notice of await groupNotices(tx, id, {
            desk,
            now: turn.now,
            officeOpen: isOfficeOpen({ ...turn, zone }),
          }))
            await turn.notify(tx, notice);
        return outcome;
      },
      (outcome) => sayGroupOutcome(turn, outcome),
    );

  const answer = (turn: Turn, id: string, given: GroupAnswer): Promise<Handled> =>
    settle(turn, id, (tx) => answerGroup(tx, turn.actor, { id, answer: given, now: turn.now }, knowledge));

  const form: FormSpec = createGroupForm(knowledge, answer);

  async function list(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
    if (!mayWorkAtDesk(turn.actor)) return say(turn, 'desk-not-allowed');
    const { texts } = turn;
    const { askers, groups } = await countOpenGroups(turn.read);
    if (groups === 0) return say(turn, 'desk-groups-none');
    const rows = await findOpenGroups(turn.read, { limit: pageSize, offset: page * pageSize });
    const blocks: Block[] = [{ kind: 'text', text: texts.rich('desk-groups-title', { groups, askers }) }];
    const buttons: Button[] = [];
    for (const [at, row] of rows.entries()) {
      const n = page * pageSize + at + 1;
      blocks.push({
        kind: 'text',
        text: texts.rich('desk-groups-line', { n, text: short(row.title), askers: row.askers }),
      });
      buttons.push({ label: texts.t('desk-button-open', { n }), press: 'desk.group', subject: row.id });
    }
    if (page > 0)
      buttons.push({ label: texts.t('desk-page-before'), press: 'desk.groups', subject: String(page - 1) });
    if (groups > (page + 1) * pageSize)
      buttons.push({ label: texts.t('desk-page-after'), press: 'desk.groups', subject: String(page + 1) });
    return {
      blocks: [...blocks, { kind: 'buttons', buttons }],
      ...(inPlace ? { replaces: 'pressed' as const } : {}),
    };
  }

  const staffGroup = (turn: Turn, id: string) =>
    mayWorkAtDesk(turn.actor) ? findGroup(turn.read, id) : Promise.resolve(undefined);

  const presses: readonly PressSpec[] = [
    {
      name: 'desk.groups',
      handle: (turn, page) => list(turn, Number(page) || 0, turn.incoming.ref !== undefined),
    },
    {
      name: 'desk.group',
      async handle(turn, id) {
        const row = await staffGroup(turn, id);
        return row === undefined
          ? say(turn, 'desk-not-allowed')
          : { blocks: await groupBlocks(turn, row, knowledge) };
      },
    },
    {
      name: 'desk.g-answer',
      where: 'anywhere',
      async handle(turn, id) {
        const row = await staffGroup(turn, id);
        if (row === undefined) return toPresser(say(turn, 'desk-not-allowed'));
        if (row.state === 'answered' || row.state === 'expired')
          return sayGroupOutcome(turn, { kind: 'settled-before', row });
        return { blocks: [{ kind: 'form', form: form.name, subject: id }] };
      },
    },
    {
      // The answer to one person, made one for everybody who asked the same.
      name: 'desk.g-adopt',
      where: 'anywhere',
      async handle(turn, id) {
        const handover = mayWorkAtDesk(turn.actor) ? await findHandover(turn.read, id) : undefined;
        const group = handover?.group ?? undefined;
        if (group === undefined) return toPresser(say(turn, 'desk-not-allowed'));
        const said = (await findMessages(turn.read, id)).findLast((message) => message.staff !== null);
        return {
          blocks: [
            {
              kind: 'form',
              form: form.name,
              subject: group,
              ...(said === undefined ? {} : { values: { id: said.text } }),
            },
          ],
        };
      },
    },
    {
      name: 'desk.g-tell',
      where: 'anywhere',
      handle: (turn, id) => settle(turn, id, (tx) => tellLater(tx, turn.actor, id, turn.now)),
    },
    {
      name: 'desk.g-dismiss',
      where: 'anywhere',
      handle: (turn, id) => settle(turn, id, (tx) => dismissGroup(tx, turn.actor, id, turn.now)),
    },
  ];

  const notices: readonly NoticeSpec[] = [
    {
      name: 'desk.group',
      async word(context, subject) {
        const row = await findGroup(context.read, subject);
        return row === undefined || row.state === 'expired'
          ? { suppressed: 'the questions were forgotten' }
          : { blocks: await groupBlocks(context, row, knowledge) };
      },
    },
    {
      name: 'desk.told',
      async word({ read, textsIn }, subject) {
        const asker = await findAsker(read, subject);
        const row = asker === undefined ? undefined : await findGroup(read, asker.group);
        if (asker === undefined || row === undefined || row.answer === null)
          return { suppressed: 'the question was forgotten' };
        const asked = await findAsked(read, asker.asked);
        return sayTold(textsIn(asker.lang), row, asked?.text ?? row.title);
      },
    },
  ];

  return { form, notices, presses };
}
