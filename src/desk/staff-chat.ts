/** What staff meet: `/meja`, the cards' buttons, the reply form, and `>>` in a card's thread. */
import { addressKey } from '../chat/address.ts';
import type {
  CommandSpec,
  FreeTextHook,
  Handled,
  HomeContext,
  NoticeSpec,
  PressSpec,
  Turn,
} from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Message } from '../chat/incoming.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { findCardByRef } from '../delivery/store.ts';
import { deskRoles, mayWorkAtDesk } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import { staffSuspends } from './group-form-chat.ts';
import { countOpenGroups } from './group-store.ts';
import { groupButton, short, toPresser } from './group-words-chat.ts';
import { readThreadReply } from './handover.ts';
import type { DeskOptions } from './noting-chat.ts';
import { proposalsButton } from './proposal-chat.ts';
import { countForSecond } from './proposal-store.ts';
import { countOpen, findHandover, findMessage, findMessages, findOpen } from './store.ts';
import { cardBlocks, cardNotices, cardOf } from './words-chat.ts';
import { closeHandover, type DeskOutcome, replyHandover, takeHandover } from './work.ts';

const pageSize = 5;

function sayOutcome(turn: Turn, outcome: DeskOutcome): Reply {
  switch (outcome.kind) {
    case 'not-allowed':
      return toPresser(say(turn, 'desk-not-allowed'));
    case 'closed-before':
      return toPresser(say(turn, 'desk-closed-before', {}, [listButton(turn)]));
    case 'taken-before':
      return toPresser(say(turn, 'desk-taken-before', {}, [replyButton(turn, outcome.row.id)]));
    case 'taken':
      return toPresser(say(turn, 'desk-taken', {}, [replyButton(turn, outcome.row.id)]));
    case 'replied':
      return toPresser(say(turn, 'desk-replied', {}, [closeButton(turn, outcome.row.id), listButton(turn)]));
    case 'closed':
      return toPresser(say(turn, 'desk-closed-now', {}, [listButton(turn)]));
    default:
      return outcome satisfies never;
  }
}

const listButton = (turn: Pick<Turn, 'texts'>): Button => ({
  label: turn.texts.t('desk-button-list'),
  press: 'desk.list',
  subject: '0',
});
const replyButton = (turn: Turn, id: string): Button => ({
  label: turn.texts.t('desk-button-reply'),
  press: 'desk.reply',
  subject: id,
  style: 'main',
});
const closeButton = (turn: Turn, id: string): Button => ({
  label: turn.texts.t('desk-button-close'),
  press: 'desk.close',
  subject: id,
});

export function createStaffChat({ desk }: Pick<DeskOptions, 'desk'>) {
  const refresh = async (tx: Writer, turn: Turn, id: string) => {
    for (const notice of await cardNotices(tx, id, desk, false)) await turn.notify(tx, notice);
  };

  const answer = (turn: Turn, id: string, text: string): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        const outcome = await replyHandover(tx, turn.actor, {
          id,
          text,
          now: turn.now,
          zone: turn.zone,
          calendar: turn.calendar,
        });
        if (outcome.kind === 'replied') {
          await turn.notify(tx, {
            notice: 'desk.answer',
            subject: outcome.message,
            place: outcome.row.address,
          });
          await refresh(tx, turn, id);
        }
        return outcome;
      },
      (outcome) => sayOutcome(turn, outcome),
    );

  const form: FormSpec = {
    name: 'desk.answer',
    version: 1,
    title: 'desk-form-title',
    intro: 'desk-form-intro',
    fields: [
      {
        id: 'text',
        kind: 'lines',
        label: 'desk-form-text',
        suspends: staffSuspends,
        parse: (typed) =>
          typed.trim() === ''
            ? { kind: 'wrong', key: 'desk-form-empty' }
            : { kind: 'ok', value: typed.trim() },
      },
    ],
    submit: (turn, values, id) => answer(turn, id ?? '', values.text ?? ''),
  };

  /** What else waits at the desk: questions that ask the same, and proposals for a second person. */
  async function moreButtons(turn: Pick<Turn, 'read' | 'texts' | 'actor'>): Promise<readonly Button[]> {
    const { groups } = await countOpenGroups(turn.read);
    const second = await countForSecond(turn.read, turn.actor.person?.id ?? '');
    return [
      ...(groups === 0 ? [] : [groupButton(turn.texts)]),
      ...(second === 0 ? [] : [proposalsButton(turn.texts, second)]),
    ];
  }

  async function list(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
    if (!mayWorkAtDesk(turn.actor)) return say(turn, 'desk-not-allowed');
    const { texts } = turn;
    const { open } = await countOpen(turn.read);
    const more = await moreButtons(turn);
    if (open === 0) return say(turn, 'desk-empty', {}, more);
    const rows = await findOpen(turn.read, { limit: pageSize, offset: page * pageSize });
    const blocks: Block[] = [{ kind: 'text', text: texts.rich('desk-title', { n: open }) }];
    const buttons: Button[] = [];
    for (const [at, row] of rows.entries()) {
      const [first] = await findMessages(turn.read, row.id);
      const n = page * pageSize + at + 1;
      blocks.push({
        kind: 'text',
        text: texts.rich(`desk-line-${row.state}`, {
          n,
          text: short(first?.text ?? ''),
          hours: Math.floor(turn.calendar.workingHoursBetween(row.openedAt, turn.now, turn.zone)),
        }),
      });
      buttons.push({ label: texts.t('desk-button-open', { n }), press: 'desk.open', subject: row.id });
    }
    if (page > 0)
      buttons.push({ label: texts.t('desk-page-before'), press: 'desk.list', subject: String(page - 1) });
    if (open > (page + 1) * pageSize)
      buttons.push({ label: texts.t('desk-page-after'), press: 'desk.list', subject: String(page + 1) });
    return {
      blocks: [...blocks, { kind: 'buttons', buttons: [...buttons, ...more] }],
      ...(inPlace ? { replaces: 'pressed' as const } : {}),
    };
  }

  const commands: readonly CommandSpec[] = [
    {
      name: 'meja',
      everyday: true,
      aliases: ['desk'],
      roles: deskRoles,
      summary: 'desk-summary',
      handle: (turn) => list(turn, 0, false),
    },
  ];

  const presses: readonly PressSpec[] = [
    { name: 'desk.list', handle: (turn, page) => list(turn, Number(page) || 0, true) },
    {
      name: 'desk.open',
      async handle(turn, id) {
        const row = mayWorkAtDesk(turn.actor) ? await findHandover(turn.read, id) : undefined;
        return row === undefined ? say(turn, 'desk-not-allowed') : { blocks: await cardBlocks(turn, row) };
      },
    },
    {
      name: 'desk.take',
      where: 'anywhere',
      handle: (turn, id) =>
        turn.commit(
          async (tx) => {
            const outcome = await takeHandover(tx, turn.actor, id, turn.now);
            if (outcome.kind === 'taken') await refresh(tx, turn, id);
            return outcome;
          },
          (outcome) => sayOutcome(turn, outcome),
        ),
    },
    {
      name: 'desk.reply',
      where: 'anywhere',
      async handle(turn, id) {
        const row = mayWorkAtDesk(turn.actor) ? await findHandover(turn.read, id) : undefined;
        if (row === undefined) return toPresser(say(turn, 'desk-not-allowed'));
        if (row.state === 'closed') return sayOutcome(turn, { kind: 'closed-before', row });
        return { blocks: [{ kind: 'form', form: form.name, subject: id }] };
      },
    },
    {
      name: 'desk.close',
      where: 'anywhere',
      handle: (turn, id) =>
        turn.commit(
          async (tx) => {
            const outcome = await closeHandover(tx, turn.actor, id, turn.now);
            if (outcome.kind === 'closed') {
              await turn.notify(tx, { notice: 'desk.closed', subject: id, place: outcome.row.address });
              await refresh(tx, turn, id);
            }
            return outcome;
          },
          (outcome) => sayOutcome(turn, outcome),
        ),
    },
  ];

  /** `>>` below a card, or as a reply to it, goes to the person; every other word there stays among the staff. */
  const threadReply: FreeTextHook['handle'] = async (turn: Turn<Message>) => {
    const { address, repliesTo, text } = turn.incoming;
    if (repliesTo === undefined) return undefined;
    const said = readThreadReply(text);
    if (said === undefined) return undefined;
    const { thread: _, ...place } = address;
    const card = await findCardByRef(turn.read, addressKey(place), repliesTo);
    if (card === undefined || !card.startsWith(cardOf(''))) return undefined;
    return answer(turn, card.slice(cardOf('').length), said);
  };

  const notices: readonly NoticeSpec[] = [
    {
      name: 'desk.card',
      async word(context, subject) {
        const row = await findHandover(context.read, subject);
        return row === undefined
          ? { suppressed: 'the question was erased' }
          : { blocks: await cardBlocks(context, row) };
      },
    },
    {
      name: 'desk.added',
      async word({ read, texts }, subject) {
        const message = await findMessage(read, subject);
        if (message === undefined) return { suppressed: 'the question was erased' };
        return {
          blocks: [
            { kind: 'text', text: texts.rich('desk-card-asked', { text: message.text }) },
            {
              kind: 'buttons',
              buttons: [
                { label: texts.t('desk-button-reply'), press: 'desk.reply', subject: message.handover },
              ],
            },
          ],
        };
      },
    },
  ];

  /** The home page's section for staff: how much waits, and for whom. */
  const home = async (turn: HomeContext): Promise<readonly Block[]> => {
    if (!mayWorkAtDesk(turn.actor)) return [];
    const { texts } = turn;
    const { open, waiting } = await countOpen(turn.read);
    const { askers, groups } = await countOpenGroups(turn.read);
    const second = await countForSecond(turn.read, turn.actor.person?.id ?? '');
    const buttons = [...(open === 0 ? [] : [listButton(turn)]), ...(await moreButtons(turn))];
    return [
      { kind: 'text', text: texts.rich('desk-home', { open, waiting }) },
      ...(groups === 0
        ? []
        : [{ kind: 'text' as const, text: texts.rich('desk-home-groups', { groups, askers }) }]),
      ...(second === 0
        ? []
        : [{ kind: 'text' as const, text: texts.rich('desk-home-proposals', { n: second }) }]),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ];
  };

  return { commands, presses, notices, form, threadReply, home };
}
