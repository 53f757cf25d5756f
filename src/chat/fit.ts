/**
 * Makes a reply fit what an adapter can carry: splits, never cuts, and reports what it changed. Everything after this
 * only renders.
 */
import type { Capabilities } from './capabilities.ts';
import { type StoredPress, toToken } from './press.ts';
import {
  type Block,
  type Button,
  type FittedBlock,
  type FittedButton,
  type FittedForm,
  type Part,
  plain,
  type Reply,
  type Rich,
  type Span,
} from './reply.ts';

export interface FitInput {
  readonly blocks: readonly (Exclude<Block, { kind: 'form' }> | FittedForm)[];
  readonly audience?: Reply['audience'];
  /** Reference of the message to replace. */
  readonly replaces?: string;
  /** A page that is replaced as a whole: one part, whose last blocks are left out when it holds too many. */
  readonly asPage?: boolean;
}

export interface Fitted {
  readonly parts: readonly Part[];
  /** Rows that must be stored together with the parts. */
  readonly presses: readonly StoredPress[];
  /** What was done to make it fit, for the log. */
  readonly changes: readonly string[];
}

const spanText = (span: Span): string => (typeof span === 'string' ? span : plain([span]));

function withText(span: Span, text: string): Span {
  if (typeof span === 'string') return text;
  if ('bold' in span) return { bold: text };
  if ('italic' in span) return { italic: text };
  return { code: text };
}

/** Where to break `text` so that the first piece has at most `limit` units: a paragraph, a line, a space, else anywhere but inside a surrogate pair. */
function breakAt(text: string, limit: number): number {
  for (const mark of ['\n\n', '\n', ' ']) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at > limit / 2) return at + mark.length;
  }
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

/** Splits rich text into pieces of at most `limit` UTF-16 units. */
function splitRich(text: Rich, limit: number): readonly Rich[] {
  const pieces: Rich[] = [];
  let piece: Span[] = [];
  let used = 0;
  for (const span of text) {
    let rest = spanText(span);
    while (used + rest.length > limit) {
      const room = limit - used;
      const at = room < limit / 4 && piece.length > 0 ? 0 : breakAt(rest, room);
      if (at > 0) piece.push(withText(span, rest.slice(0, at)));
      rest = rest.slice(at);
      pieces.push(piece);
      piece = [];
      used = 0;
    }
    if (rest !== '') {
      piece.push(withText(span, rest));
      used += rest.length;
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

function tableWidth(head: readonly string[], rows: readonly (readonly string[])[]): number {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return widths.reduce((sum, width) => sum + width, 0) + 2 * (widths.length - 1);
}

/** A table as a list, for narrow screens: the first column as a heading, the others below it. */
function toList(head: readonly string[], rows: readonly (readonly string[])[]): Rich {
  return rows.flatMap((row, at): Span[] => {
    const [first, ...others] = row;
    const lines = others.map((cell, column) => `${head[column + 1] ?? ''}: ${cell}`);
    return [
      ...(at > 0 ? ['\n'] : []),
      { bold: first ?? '' },
      `\n${lines.join('\n')}${at < rows.length - 1 ? '\n' : ''}`,
    ];
  });
}

/** Visible characters of a block, with the blank line that follows it. */
function sizeOf(block: FittedBlock): number {
  switch (block.kind) {
    case 'text':
      return plain(block.text).length + 2;
    case 'facts':
      return block.rows.reduce((sum, row) => sum + row.label.length + plain(row.value).length + 3, 2);
    case 'table':
      return (tableWidth(block.head, block.rows) + 1) * (block.rows.length + 1) + 2;
    case 'link':
      return block.label.length + 2;
    case 'image':
      return block.alt.length + 2;
    default:
      return 0;
  }
}

const standsAlone = (block: FittedBlock): boolean =>
  block.kind === 'image' || block.kind === 'file' || block.kind === 'form';

export function fit(input: FitInput, capabilities: Capabilities, now: number): Fitted {
  const changes: string[] = [];
  const presses: StoredPress[] = [];

  const fitButton = (button: Button): FittedButton => {
    const { token, stored } = toToken(button.press, button.subject ?? '', capabilities.tokenBytes, now);
    if (stored !== undefined) presses.push(stored);
    let label = button.label;
    if (label.length > capabilities.buttonLabelLimit) {
      label = `${label.slice(0, capabilities.buttonLabelLimit - 1).trimEnd()}…`;
      changes.push(`button label shortened: ${button.press}`);
    }
    return { label, token, style: button.style ?? 'normal' };
  };

  const fitBlock = (block: FitInput['blocks'][number]): readonly FittedBlock[] => {
    switch (block.kind) {
      case 'buttons': {
        const buttons = block.buttons.map(fitButton);
        const groups: FittedBlock[] = [];
        for (let at = 0; at < buttons.length; at += capabilities.buttonsPerPart) {
          groups.push({ kind: 'buttons', buttons: buttons.slice(at, at + capabilities.buttonsPerPart) });
        }
        if (groups.length > 1) changes.push('buttons spread over several messages');
        return groups;
      }
      case 'text': {
        const pieces = splitRich(block.text, capabilities.textLimit - 2);
        if (pieces.length > 1) changes.push('text split');
        return pieces.map((text) => ({ kind: 'text', text }));
      }
      case 'facts': {
        if (sizeOf(block) <= capabilities.textLimit) return [block];
        changes.push('facts written as text');
        const text = block.rows.flatMap((row): Span[] => [{ bold: row.label }, ': ', ...row.value, '\n']);
        return splitRich(text, capabilities.textLimit - 2).map((piece) => ({ kind: 'text', text: piece }));
      }
      case 'table': {
        const wide = tableWidth(block.head, block.rows) > capabilities.lineWidth;
        if (!wide && sizeOf(block) <= capabilities.textLimit) return [block];
        changes.push('table written as a list');
        return splitRich(toList(block.head, block.rows), capabilities.textLimit - 2).map((text) => ({
          kind: 'text',
          text,
        }));
      }
      case 'image':
        if (capabilities.images) return [block];
        changes.push('image replaced by its description');
        return [{ kind: 'text', text: [block.alt] }];
      case 'file':
        if (capabilities.files) return [block];
        changes.push('file named only');
        return [{ kind: 'text', text: [block.name] }];
      default:
        return [block];
    }
  };

  const parts: Part[] = [];
  let blocks: FittedBlock[] = [];
  let used = 0;
  const close = () => {
    if (blocks.length === 0) return;
    parts.push({
      blocks,
      audience: capabilities.onlySender ? (input.audience ?? 'everyone') : 'everyone',
      ...(parts.length === 0 && input.replaces !== undefined && capabilities.edits
        ? { replaces: input.replaces }
        : {}),
    });
    blocks = [];
    used = 0;
  };
  const all = input.blocks.flatMap(fitBlock);
  if (input.asPage === true) {
    blocks = all.slice(0, capabilities.blocksPerPage);
    if (all.length > blocks.length) changes.push('page shortened');
    close();
    return { parts, presses, changes };
  }
  for (const block of all) {
    const size = sizeOf(block);
    const limit = blocks.some(standsAlone) ? capabilities.captionLimit : capabilities.textLimit;
    const secondButtons = block.kind === 'buttons' && blocks.some((other) => other.kind === 'buttons');
    if (
      standsAlone(block) ||
      secondButtons ||
      used + size > limit ||
      blocks.length >= capabilities.blocksPerPart
    ) {
      close();
    }
    if (block.kind === 'buttons' && blocks.length === 0) blocks.push({ kind: 'text', text: ['…'] });
    blocks.push(block);
    used += size;
    if (block.kind === 'form') close();
  }
  close();
  return { parts, presses, changes };
}
