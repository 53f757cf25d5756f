/** What is said about a short line that cannot be taken as it is: which part is wrong, or who is meant. */
import type { UnreadPart } from '../language/line.ts';
import type { PersonPart } from '../language/name-in-line.ts';
import type { Turn } from './feature.ts';
import type { Button, Reply } from './reply.ts';
import { say } from './say.ts';

/** Buttons beyond these are a list, which typing more of the name makes shorter. */
const mostCandidates = 6;

/**
 * Names the first part that cannot be right; undefined when all can.
 * @param example a correct line made of what was typed, with the command (`Line.write`).
 */
export function sayUnread(turn: Turn, unread: readonly UnreadPart[], example: string): Reply | undefined {
  const [first] = unread;
  if (first === undefined) return undefined;
  const args = { part: first.text, what: turn.texts.t(`chat-line-part-${first.part}`), example };
  if (first.part === 'choice') return say(turn, 'chat-line-two-choices', args);
  if (first.why === 'second') return say(turn, 'chat-line-twice', args);
  if (first.why === 'negative') return say(turn, 'chat-line-negative', args);
  return say(turn, 'chat-line-unread', args);
}

/** Asks which of several people is meant. `press` receives what `toSubject` makes of the person. */
export function askWho(
  turn: Turn,
  person: Extract<PersonPart, { kind: 'several' }>,
  press: string,
  toSubject: (person: { readonly id: string; readonly label: string }) => string,
): Reply {
  const buttons: Button[] = person.candidates
    .slice(0, mostCandidates)
    .map((one) => ({ label: one.label, press, subject: toSubject(one) }));
  const [only] = person.candidates;
  if (person.candidates.length === 1 && only !== undefined)
    return say(turn, 'chat-line-one-person', { typed: person.typed, name: only.label }, buttons);
  return say(turn, 'chat-line-which-person', { typed: person.typed }, buttons);
}
