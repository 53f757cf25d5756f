/** Passing a question to the staff, and the person's later words to the same card. Each runs inside the caller's write. */
import type { Lang, Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { Address } from '../people/index.ts';
import { type Actor, actorId } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { type HandoverKind, isSilencing, longestText, silentHours } from './handover.ts';
import { findOpenOf, type HandoverRow, insertHandover, insertMessage, updateHandover } from './store.ts';

export interface HandOverInput {
  /** What the person wrote, identity numbers already masked. */
  readonly text: string;
  readonly kind: HandoverKind;
  /** Key of the conversation, and where its answers go. */
  readonly conversation: string;
  readonly address: Address;
  readonly lang: Lang;
  readonly now: number;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

export interface HandedOver {
  readonly handover: string;
  /** The words were added to a card that stood open already. */
  readonly added: boolean;
  readonly message: string;
  readonly takenBy: string | null;
}

const cut = (text: string): string =>
  text.length <= longestText ? text : `${[...text].slice(0, longestText - 1).join('')}…`;

/** Opens a card for the staff, or adds to the open one of the same conversation. */
export async function handOver(tx: Writer, actor: Actor, input: HandOverInput): Promise<HandedOver> {
  const { now } = input;
  const silentUntil = input.calendar.addWorkingHours(now, silentHours, input.zone);
  const open = await findOpenOf(tx, input.conversation);
  const id = open?.id ?? newId(now);
  if (open === undefined) {
    await insertHandover(tx, {
      id,
      conversation: input.conversation,
      address: input.address,
      account: actor.account,
      person: actor.person?.id ?? null,
      lang: input.lang,
      kind: input.kind,
      state: 'waiting',
      takenBy: null,
      openedAt: now,
      answeredAt: null,
      closedAt: null,
      silentUntil,
      apologisedAt: null,
      group: null,
    });
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'handover.opened',
      about: `handover:${id}`,
    });
  } else await updateHandover(tx, id, { silentUntil });
  const message = newId(now);
  await insertMessage(tx, { id: message, handover: id, at: now, staff: null, text: cut(input.text) });
  return { handover: id, added: open !== undefined, message, takenBy: open?.takenBy ?? null };
}

/** Adds what the person wrote to the card that silences the bot; undefined when none does. */
export async function passOn(
  tx: Writer,
  row: HandoverRow,
  text: string,
  now: number,
): Promise<HandedOver | undefined> {
  if (!isSilencing(row, now)) return undefined;
  const message = newId(now);
  await insertMessage(tx, { id: message, handover: row.id, at: now, staff: null, text: cut(text) });
  return { handover: row.id, added: true, message, takenBy: row.takenBy };
}
