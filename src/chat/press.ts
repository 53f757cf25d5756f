/**
 * Buttons as tokens: `name~subject` when that fits into the platform's bytes, else the number of a stored row. A token
 * is no permission; whoever handles the press checks that again.
 */
import { newId } from '../store/index.ts';

export interface StoredPress {
  readonly id: string;
  readonly press: string;
  readonly subject: string;
}

export type Token =
  | { readonly kind: 'inline'; readonly press: string; readonly subject: string }
  | { readonly kind: 'stored'; readonly id: string };

const bytes = (text: string): number => Buffer.byteLength(text);

/** A token for a press, and the row to store when the subject is too long to travel along. */
export function toToken(
  press: string,
  subject: string,
  limitBytes: number,
  now: number,
): { readonly token: string; readonly stored?: StoredPress } {
  const inline = `${press}~${subject}`;
  if (bytes(inline) <= limitBytes) return { token: inline };
  const id = newId(now);
  return { token: `~${id}`, stored: { id, press, subject } };
}

/** Reads a token; undefined when it is none of ours. */
export function parseToken(token: string): Token | undefined {
  const at = token.indexOf('~');
  if (at < 0) return undefined;
  if (at === 0) return { kind: 'stored', id: token.slice(1) };
  return { kind: 'inline', press: token.slice(0, at), subject: token.slice(at + 1) };
}
