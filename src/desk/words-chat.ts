/** How a card looks to the staff, and whom it is shown to. */
import { addressKey } from '../chat/address.ts';
import type { NoticeRow, Texts, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { findCard } from '../delivery/store.ts';
import { formatInstant } from '../language/date.ts';
import type { Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { Address } from '../people/index.ts';
import { deskRoles, findHolders, findPerson, hasReachableStaff } from '../people/index.ts';
import type { Reader, Writer } from '../store/index.ts';
import { movesOf } from './handover.ts';
import { findMessages, type HandoverRow } from './store.ts';

/** Cards are updated in place under this name. */
export const cardOf = (id: string): string => `desk:${id}`;

/** The newest messages shown on a card; older ones are counted. */
const messagesShown = 6;
const minuteMs = 60_000;
/** Staff told one by one where there is no channel for the desk. */
const staffTold = 20;

export interface CardContext {
  readonly read: Reader;
  readonly texts: Texts;
  readonly zone: Zone;
  readonly now: number;
  readonly calendar: WorkCalendar;
}

const hours = (context: CardContext, row: HandoverRow): number =>
  Math.floor(context.calendar.workingHoursBetween(row.openedAt, row.answeredAt ?? context.now, context.zone));

/** The card of a hand-over as it stands now. */
export async function cardBlocks(context: CardContext, row: HandoverRow): Promise<readonly Block[]> {
  const { read, texts, zone } = context;
  const messages = await findMessages(read, row.id);
  const shown = messages.slice(-messagesShown);
  const taker = row.takenBy === null ? undefined : await findPerson(read, row.takenBy);
  const earlier = messages.length - shown.length;
  const buttons = movesOf(row.state).map(
    (move): Button => ({
      label: texts.t(`desk-button-${move}`),
      press: `desk.${move}`,
      subject: row.id,
      ...(move === 'reply' ? { style: 'main' as const } : {}),
    }),
  );
  if (row.state === 'answered' && row.group !== null)
    buttons.push({ label: texts.t('desk-button-for-all'), press: 'desk.g-adopt', subject: row.id });
  return [
    { kind: 'text', text: texts.rich(`desk-card-${row.kind}`) },
    ...(earlier > 0
      ? [{ kind: 'text' as const, text: texts.rich('desk-card-earlier', { n: earlier }) }]
      : []),
    ...shown.map(
      (message): Block => ({
        kind: 'text',
        text: texts.rich(message.staff === null ? 'desk-card-asked' : 'desk-card-answered', {
          text: message.text,
        }),
      }),
    ),
    {
      kind: 'text',
      text: texts.rich(`desk-card-state-${row.state}`, {
        since: formatInstant(row.openedAt, zone, texts.lang),
        hours: hours(context, row),
        name: taker?.name ?? '',
      }),
    },
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
  ];
}

/** A card to the desk's channel, or to each staff member where there is none; it replaces what they have of it. */
export async function toStaff(
  read: Reader,
  desk: Address | undefined,
  card: Omit<NoticeRow, 'person' | 'place'>,
): Promise<readonly NoticeRow[]> {
  if (desk !== undefined) return [{ ...card, place: desk }];
  const holders = await findHolders(read, deskRoles, 'ID');
  return [...new Set(holders.map((holder) => holder.person))]
    .slice(0, staffTold)
    .map((person) => ({ ...card, person }));
}

/** The present card of a hand-over. */
export const cardNotices = (
  read: Reader,
  id: string,
  desk: Address | undefined,
  urgent: boolean,
): Promise<readonly NoticeRow[]> =>
  toStaff(read, desk, { notice: 'desk.card', subject: id, card: cardOf(id), urgent });

/** Tells the staff that a person wrote more: in the card's thread where there is one, else on the cards themselves. */
export async function tellAdded(
  tx: Writer,
  turn: Pick<Turn, 'notify'>,
  message: { readonly id: string; readonly handover: string; readonly takenBy: string | null },
  desk: Address | undefined,
): Promise<void> {
  if (desk !== undefined) {
    const thread = await findCard(tx, cardOf(message.handover), addressKey(desk));
    if (thread !== undefined)
      await turn.notify(tx, { notice: 'desk.added', subject: message.id, place: { ...desk, thread } });
    return;
  }
  if (message.takenBy !== null)
    await turn.notify(tx, { notice: 'desk.added', subject: message.id, person: message.takenBy });
  else
    for (const notice of await cardNotices(tx, message.handover, desk, false)) await turn.notify(tx, notice);
}

/** Whether staff are at work now: cards that can wait do wait until then. */
export const isOfficeOpen = (moment: {
  readonly calendar: WorkCalendar;
  readonly now: number;
  readonly zone: Zone;
}): boolean => moment.calendar.workingHoursBetween(moment.now, moment.now + minuteMs, moment.zone) > 0;

/** Whether anybody could answer: a channel for the desk, or a staff member who can be reached. */
export const isStaffed = async (read: Reader, desk: Address | undefined): Promise<boolean> =>
  desk !== undefined || (await hasReachableStaff(read));
