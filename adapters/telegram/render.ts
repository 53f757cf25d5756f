/** Turns a part into Telegram's HTML and inline keyboard. Never cuts: `fit` has seen to the size. */
import type { InlineKeyboardButton } from 'grammy/types';
import type { FittedBlock, FittedButton, Part, Rich, Span } from '../../src/chat/reply.ts';
import { tableText } from '../../src/chat/table-text.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const spanHtml = (span: Span): string => {
  if (typeof span === 'string') return escapeHtml(span);
  if ('bold' in span) return `<b>${escapeHtml(span.bold)}</b>`;
  if ('italic' in span) return `<i>${escapeHtml(span.italic)}</i>`;
  return `<code>${escapeHtml(span.code)}</code>`;
};

const richHtml = (text: Rich): string => text.map(spanHtml).join('');

function blockHtml(block: FittedBlock): string | undefined {
  switch (block.kind) {
    case 'text':
      return richHtml(block.text);
    case 'facts':
      return block.rows.map((row) => `<b>${escapeHtml(row.label)}</b>: ${richHtml(row.value)}`).join('\n');
    case 'image':
      // A photo has no description of its own here; the caption is what is read aloud.
      return escapeHtml(block.alt);
    case 'table':
      return `<pre>${escapeHtml(tableText(block.head, block.rows))}</pre>`;
    default:
      return undefined;
  }
}

/** Two short labels share a row; a long one has its own, so that a thumb reads it whole. */
const shortLabel = 16;

function toRows(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    const [neighbour] = last ?? [];
    const fits =
      last?.length === 1 &&
      neighbour !== undefined &&
      neighbour.text.length <= shortLabel &&
      button.text.length <= shortLabel;
    if (fits) last.push(button);
    else rows.push([button]);
  }
  return rows;
}

const toButton = (button: FittedButton): InlineKeyboardButton => ({
  text: button.label,
  callback_data: button.token,
});

export interface Rendered {
  readonly html: string;
  readonly keyboard: InlineKeyboardButton[][];
  readonly image?: { readonly data: Buffer };
  readonly file?: { readonly name: string; readonly data: Buffer };
}

/** @param privateChat address of the bot's own private chat. */
export function renderPart(part: Part, privateChat: string): Rendered {
  const html = part.blocks
    .map(blockHtml)
    .filter((text): text is string => text !== undefined && text !== '')
    .join('\n\n');
  const buttons = part.blocks.flatMap((block): InlineKeyboardButton[] => {
    if (block.kind === 'buttons') return block.buttons.map(toButton);
    if (block.kind === 'link')
      return [{ text: block.label, url: block.url === 'private:' ? privateChat : block.url }];
    return [];
  });
  const image = part.blocks.find((block) => block.kind === 'image');
  const file = part.blocks.find((block) => block.kind === 'file');
  return {
    html,
    keyboard: toRows(buttons),
    ...(image === undefined ? {} : { image: { data: Buffer.from(image.data, 'base64') } }),
    ...(file === undefined ? {} : { file: { name: file.name, data: Buffer.from(file.data, 'base64') } }),
  };
}
