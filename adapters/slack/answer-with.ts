/** The short-lived rights that come with an event, packed into the core's opaque handle. */
import { z } from 'zod';
import type { AnswerWith } from '../../src/chat/incoming.ts';

const rights = z.object({
  user: z.string(),
  trigger: z.string().optional(),
  responseUrl: z.string().optional(),
});

export type Rights = z.infer<typeof rights>;

/** A trigger may be used for three seconds; the rest of the time is for the way there. */
const triggerMs = 2_500;

export function toAnswerWith(given: Rights, now: number): AnswerWith {
  return { handle: JSON.stringify(given), expiresAt: given.trigger === undefined ? 0 : now + triggerMs };
}

export const fromAnswerWith = (answerWith: AnswerWith | undefined): Rights | undefined =>
  answerWith === undefined ? undefined : rights.parse(JSON.parse(answerWith.handle));
