/** Telegram's HTML, read as strictly as Telegram reads it: known tags only, closed in order, known entities. */
import { badRequest } from './refused.ts';

const tags = new Set(
  'b strong i em u ins s strike del span tg-spoiler a code pre blockquote tg-emoji tg-time'.split(' '),
);
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

export interface ParsedText {
  /** What a person reads. */
  readonly text: string;
  readonly tags: readonly string[];
}

const readEntity = (name: string): string | undefined => {
  const number = /^#(x)?([0-9a-f]+)$/i.exec(name);
  if (number === null) return entities[name];
  return String.fromCodePoint(Number.parseInt(number[2] ?? '', number[1] === undefined ? 10 : 16));
};

export function parseHtml(source: string): ParsedText {
  const open: string[] = [];
  const seen: string[] = [];
  let text = '';
  const wrong = (what: string) => badRequest(`can't parse entities: ${what}`);
  for (const [piece] of source.matchAll(/<[^>]*>?|&[#\w]*;?|[^<&]+/g)) {
    if (piece.startsWith('&')) {
      text += piece.endsWith(';') ? (readEntity(piece.slice(1, -1)) ?? piece) : piece;
      continue;
    }
    if (!piece.startsWith('<')) {
      text += piece;
      continue;
    }
    const tag = /^<(\/)?([a-z][a-z-]*)(?:\s[^<>]*)?>$/i.exec(piece);
    const name = tag?.[2]?.toLowerCase() ?? '';
    if (tag === null || !tags.has(name)) throw wrong(`Unsupported start tag "${name}" in ${piece}`);
    if (tag[1] === undefined) {
      open.push(name);
      seen.push(name);
      continue;
    }
    const last = open.pop();
    if (last !== name) throw wrong(`Unmatched end tag, expected "</${last ?? ''}>", found "</${name}>"`);
  }
  const [left] = open;
  if (left !== undefined) throw wrong(`Can't find end tag corresponding to start tag "${left}"`);
  return { text, tags: seen };
}
