/** How questions that ask the same look to the staff and to those who asked, and what is said to an outcome. */
import type { NoticeRow, Texts, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatInstant } from '../language/date.ts';
import type { Zone } from '../language/locale.ts';
import type { Rich } from '../language/rich.ts';
import type { Address } from '../people/index.ts';
import { findPerson } from '../people/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { GroupOutcome } from './answer-group.ts';
import { answerIn, isCardDue, movesOfGroup } from './group.ts';
import {
  type AskerRow,
  countUntold,
  findGroup,
  findWordings,
  type GroupRow,
  updateGroup,
} from './group-store.ts';
import type { DeskKnowledge, Objection } from './knowledge.ts';
import { findProposalOf } from './proposal-store.ts';
import { toStaff } from './words-chat.ts';

const examplesShown = 3;
const wordingsRead = 60;
const shortText = 70;

export const short = (text: string): string =>
  [...text].length <= shortText ? text : `${[...text].slice(0, shortText - 1).join('')}…`;

/** Everybody in a channel may read the card; what is said about a press is for the one who pressed. */
export const toPresser = (reply: Reply): Reply => ({ ...reply, audience: 'only-sender' });

export const groupButton = (texts: Texts): Button => ({
  label: texts.t('desk-groups-button'),
  press: 'desk.groups',
  subject: '0',
});

/** Reasons, one a line. */
export const objectionLines = (texts: Texts, objections: readonly Objection[]): Rich => [
  objections.map(({ args, key }) => `• ${texts.t(key, args)}`).join('\n'),
];

interface CardContext {
  readonly read: Reader;
  readonly texts: Texts;
  readonly zone: Zone;
}

/** The card of a group as it stands now. */
export async function groupBlocks(
  { read, texts, zone }: CardContext,
  row: GroupRow,
  knowledge: DeskKnowledge,
): Promise<readonly Block[]> {
  const seen = new Set<string>();
  const wordings = await findWordings(read, row.id, wordingsRead);
  const unhelped = wordings.filter(({ outcome }) => outcome === 'not-helped').length;
  const examples = wordings
    .filter(({ key }) => !seen.has(key) && seen.add(key) !== undefined)
    .slice(0, examplesShown);
  const untold = row.state === 'answered' ? await countUntold(read, row.id) : 0;
  const proposal = row.state === 'answered' ? await findProposalOf(read, row.id) : undefined;
  const isProposed = proposal?.state === 'waiting' || proposal?.state === 'approved';
  const topic = row.topic === null ? undefined : knowledge.topic(row.topic);
  const by = row.answeredBy === null ? undefined : await findPerson(read, row.answeredBy);
  const buttons = movesOfGroup(row.state, untold)
    .filter((move) => move !== 'propose' || !isProposed)
    .map(
      (move): Button => ({
        label: texts.t(`desk-group-button-${move}`),
        press: `desk.g-${move}`,
        subject: row.id,
        ...(move === 'answer' ? { style: 'main' as const } : {}),
      }),
    );
  const text = (key: string, args: Readonly<Record<string, string | number>> = {}): Block => ({
    kind: 'text',
    text: texts.rich(key, args),
  });
  return [
    text(row.state === 'open' ? 'desk-group-title' : 'desk-group-title-settled', { askers: row.askers }),
    ...examples.map((example) => text('desk-group-example', { text: short(example.text) })),
    ...(topic === undefined
      ? []
      : [
          unhelped > 0
            ? text('desk-group-unhelped', { label: topic.label, n: unhelped })
            : text('desk-group-candidate', { label: topic.label, percent: row.confidence }),
        ]),
    text(`desk-group-state-${row.state}`, {
      since: formatInstant(row.openedAt, zone, texts.lang),
      name: by?.name ?? '',
      untold,
    }),
    ...(row.answer === null ? [] : [text('desk-card-answered', { text: row.answer.id })]),
    ...(proposal === undefined ? [] : [text(`desk-group-proposal-${proposal.state}`)]),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
  ];
}

const groupCard = (id: string): string => `desk-group:${id}`;

/** The card to the staff, where it is due: not before office hours, and not with every single asker of many. */
export async function groupNotices(
  tx: Writer,
  id: string,
  moment: { readonly desk: Address | undefined; readonly now: number; readonly officeOpen: boolean },
): Promise<readonly NoticeRow[]> {
  const row = await findGroup(tx, id);
  if (row === undefined || !isCardDue(row, moment.now, moment.officeOpen)) return [];
  await updateGroup(tx, id, { shownAt: moment.now, stale: false });
  return toStaff(tx, moment.desk, { notice: 'desk.group', subject: id, card: groupCard(id) });
}

/** What everybody who waited is told, once each; their places are known to the outcome only. */
export const toldNotices = (told: readonly AskerRow[]): readonly NoticeRow[] =>
  told.flatMap((asker) =>
    asker.address === null
      ? []
      : [{ notice: 'desk.told', subject: asker.id, place: asker.address, bulk: true }],
  );

/** The answer as somebody who asked is told it. */
export function sayTold(texts: Texts, row: GroupRow, asked: string): Reply {
  if (row.answer === null) return say({ texts }, 'desk-ended');
  const { source } = row.answer;
  const answer = answerIn(row.answer, texts.lang);
  const said = say({ texts }, 'desk-told', {
    asked: short(asked),
    text: answer.text,
    title: source.title,
    year: String(source.year),
  });
  const [first, ...rest] = said.blocks;
  if (first === undefined) return said;
  return {
    blocks: [
      first,
      ...(answer.lang === texts.lang
        ? []
        : [{ kind: 'text' as const, text: texts.rich('desk-told-only-id') }]),
      { kind: 'link', label: texts.t('answers-open-source'), url: source.url },
      ...rest,
    ],
  };
}

const press = (turn: Turn, move: string, id: string): Button => ({
  label: turn.texts.t(`desk-group-button-${move}`),
  press: `desk.g-${move}`,
  subject: id,
});

/** What the staff member is told. */
export function sayGroupOutcome(turn: Turn, outcome: GroupOutcome): Reply {
  const { texts } = turn;
  switch (outcome.kind) {
    case 'not-allowed':
      return toPresser(say(turn, 'desk-not-allowed'));
    case 'settled-before':
      return toPresser(say(turn, 'desk-group-settled', {}, [groupButton(texts)]));
    case 'refused':
      return toPresser({
        blocks: [
          { kind: 'text', text: texts.rich('desk-group-refused') },
          { kind: 'text', text: objectionLines(texts, outcome.objections) },
          { kind: 'buttons', buttons: [groupButton(texts)] },
        ],
      });
    case 'answered':
    case 'told':
      return toPresser(
        say(turn, 'desk-group-told', { n: outcome.told.length }, [
          press(turn, 'propose', outcome.row.id),
          groupButton(texts),
        ]),
      );
    case 'dismissed':
      return toPresser(say(turn, 'desk-group-dismissed', {}, [groupButton(texts)]));
    default:
      return outcome satisfies never;
  }
}
