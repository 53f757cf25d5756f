/** What stands in a chat, as text, words and labels. */
import type { ShownMessage } from './harness.ts';

export const textOf = (messages: readonly ShownMessage[]): string =>
  messages.map(({ text }) => text).join('\n');
export const wordsOf = (messages: readonly ShownMessage[]): string => textOf(messages).split(/\s+/).join(' ');
export const labelsOf = (messages: readonly ShownMessage[]) => messages.flatMap(({ buttons }) => buttons);
