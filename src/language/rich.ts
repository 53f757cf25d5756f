/**
 * Text with a little emphasis, as a value: features and adapters pass it on without ever seeing markup. Marks are read
 * from our own texts only; what a person typed goes in as plain spans.
 */

export type Span =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string };

export type Rich = readonly Span[];

/** The words without the emphasis. */
export function plain(rich: Rich): string {
  return rich.map(spanText).join('');
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  return 'italic' in span ? span.italic : span.code;
}

/** The same emphasis over changed words. */
export function mapRich(rich: Rich, change: (text: string) => string): Rich {
  return rich.map((span) => {
    if (typeof span === 'string') return change(span);
    if ('bold' in span) return { bold: change(span.bold) };
    return 'italic' in span ? { italic: change(span.italic) } : { code: change(span.code) };
  });
}

const MARK = /\*\*(.+?)\*\*|`([^`\n]+)`/gsu;

/** Reads `**bold**` and backtick code. A mark without its partner stays as it is written. */
export function parseMarks(text: string): Rich {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    if (match.index > from) spans.push(text.slice(from, match.index));
    if (match[1] !== undefined) spans.push({ bold: match[1] });
    else if (match[2] !== undefined) spans.push({ code: match[2] });
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push(text.slice(from));
  return spans;
}
