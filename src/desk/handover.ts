/**
 * A question that a person passed on to the staff: its states, who may do what, and how long the bot keeps silent for
 * it. Times are epoch milliseconds.
 */

export type HandoverState = 'waiting' | 'taken' | 'answered' | 'closed';

/** Why it was handed over. `danger` and `levy` were noticed by the bot and are urgent. */
export type HandoverKind = 'question' | 'danger' | 'levy';

export const openStates = ['waiting', 'taken', 'answered'] as const satisfies readonly HandoverState[];

/** The longest text kept of one message. */
export const longestText = 1_500;

/** Office hours the bot leaves the conversation to the staff: one working day. */
export const silentHours = 8;

const isOpen = (state: HandoverState): boolean => state !== 'closed';

/** Whether free text of the person goes to the staff instead of to the bot. */
export const isSilencing = (
  row: { readonly state: HandoverState; readonly silentUntil: number },
  now: number,
): boolean => isOpen(row.state) && now < row.silentUntil;

/** What staff may do with a hand-over in a state. */
export const movesOf = (state: HandoverState): readonly ('take' | 'reply' | 'close')[] => {
  switch (state) {
    case 'waiting':
      return ['take', 'reply', 'close'];
    case 'taken':
      return ['reply', 'close'];
    case 'answered':
      return ['reply', 'close'];
    case 'closed':
      return [];
    default:
      return state satisfies never;
  }
};

/** What a staff member writes in a card's thread reaches the person only when it begins with `>>`. */
export function readThreadReply(text: string): string | undefined {
  const match = /^\s*(?:>>|&gt;&gt;|»)\s*([\s\S]+)$/u.exec(text);
  const said = match?.[1]?.trim();
  return said === undefined || said === '' ? undefined : said;
}
