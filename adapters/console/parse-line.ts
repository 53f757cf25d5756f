/** Reads one line typed at the console: who speaks, and whether it is a text, a press, an edit or a file. */

export type ConsoleLine =
  | { readonly kind: 'text'; readonly as?: string; readonly text: string }
  /** `label` is a number of the buttons shown last, counted from 1, or a label. */
  | { readonly kind: 'press'; readonly as?: string; readonly label: string }
  | { readonly kind: 'edit'; readonly as?: string; readonly text: string }
  | { readonly kind: 'file'; readonly as?: string; readonly path: string };

const speaker = /^([a-z][a-z0-9_-]*)>\s?([\s\S]*)$/;

/** `\n` becomes a line break, `\\` one backslash. */
const readEscapes = (text: string): string =>
  text.replace(/\\(n|\\)/g, (_, mark: string) => (mark === 'n' ? '\n' : '\\'));

/**
 * @param isPersona whether a name before `>` belongs to somebody who may speak here; otherwise the text stays whole.
 */
export function parseLine(line: string, isPersona: (name: string) => boolean): ConsoleLine {
  const spoken = speaker.exec(line);
  const name = spoken?.[1];
  const as = name !== undefined && isPersona(name) ? { as: name } : {};
  const rest = name !== undefined && isPersona(name) ? (spoken?.[2] ?? '') : line;
  if (rest.startsWith('::')) return { kind: 'text', ...as, text: readEscapes(rest.slice(1)) };
  if (rest.startsWith('@@')) return { kind: 'text', ...as, text: readEscapes(rest.slice(1)) };
  if (rest.startsWith(':edit ')) return { kind: 'edit', ...as, text: readEscapes(rest.slice(6)) };
  if (rest.startsWith(':') && rest.length > 1) return { kind: 'press', ...as, label: rest.slice(1).trim() };
  if (rest.startsWith('@') && rest.length > 1) return { kind: 'file', ...as, path: rest.slice(1).trim() };
  return { kind: 'text', ...as, text: readEscapes(rest) };
}
