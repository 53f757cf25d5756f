/** Notes in conversation what could not be answered well, and shows the staff when several ask the same. */
import { addressKey } from '../chat/address.ts';
import type { Turn } from '../chat/feature.ts';
import type { Zone } from '../language/locale.ts';
import type { Address } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import type { AskedOutcome } from './group.ts';
import { groupNotices } from './group-words-chat.ts';
import type { DeskKnowledge } from './knowledge.ts';
import { createNoteAsked } from './note-asked.ts';
import { isOfficeOpen } from './words-chat.ts';

export interface DeskOptions {
  /** The staff's channel, where there is one; else each staff member gets the cards. */
  readonly desk: Address | undefined;
  /** Where the staff work. */
  readonly zone: Zone;
  readonly knowledge: DeskKnowledge;
}

export interface Noted {
  /** Identity numbers already masked. */
  readonly text: string;
  readonly outcome: AskedOutcome;
  /** The topic that did not help. */
  readonly topic?: string;
}

/** Runs inside a write; gives the group that the question belongs to. */
export type Noting = (
  tx: Writer,
  turn: Pick<Turn, 'actor' | 'incoming' | 'texts' | 'now' | 'calendar' | 'notify'>,
  noted: Noted,
) => Promise<string | undefined>;

export function createNoting({ desk, knowledge, zone }: DeskOptions): Noting {
  const note = createNoteAsked(knowledge);
  return async (tx, turn, noted) => {
    const { address } = turn.incoming;
    const group = await note(tx, {
      ...noted,
      lang: turn.texts.lang,
      conversation: addressKey(address),
      account: turn.actor.account,
      address: address.kind === 'private' ? address : undefined,
      now: turn.now,
    });
    if (group === undefined) return undefined;
    const officeOpen = isOfficeOpen({ ...turn, zone });
    for (const notice of await groupNotices(tx, group, { desk, now: turn.now, officeOpen }))
      await turn.notify(tx, notice);
    return group;
  };
}
