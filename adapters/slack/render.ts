/**
 * Turns a part into Block Kit. Text becomes rich_text, whose elements are literal, so that nothing a person typed can
 * turn into markup. Never cuts: `fit` has seen to the size.
 */
import type { types } from '@slack/bolt';
import {
  type FittedBlock,
  type FittedButton,
  type Part,
  plain,
  type Rich,
  type Span,
} from '../../src/chat/reply.ts';
import { tableText } from '../../src/chat/table-text.ts';

type KnownBlock = types.KnownBlock;
type RichTextBlock = types.RichTextBlock;
type RichTextElement = types.RichTextElement;
type Button = types.Button;

function toElement(span: Span): RichTextElement {
  if (typeof span === 'string') return { type: 'text', text: span };
  if ('bold' in span) return { type: 'text', text: span.bold, style: { bold: true } };
  if ('italic' in span) return { type: 'text', text: span.italic, style: { italic: true } };
  return { type: 'text', text: span.code, style: { code: true } };
}

const isEmpty = (span: Span): boolean => plain([span]) === '';

/** One paragraph of rich text. An empty element is refused by Slack, so empty spans are left out. */
export const richText = (text: Rich): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: text.filter((span) => !isEmpty(span)).map(toElement) }],
});

const styles: Readonly<Record<FittedButton['style'], Pick<Button, 'style'>>> = {
  normal: {},
  main: { style: 'primary' },
  danger: { style: 'danger' },
};

const buttonsPerRow = 5;

function actionRows(buttons: readonly Button[]): KnownBlock[] {
  const rows: KnownBlock[] = [];
  for (let at = 0; at < buttons.length; at += buttonsPerRow) {
    rows.push({ type: 'actions', elements: buttons.slice(at, at + buttonsPerRow) });
  }
  return rows;
}

/** @param privateChat address of the app's own direct messages. */
function toBlocks(block: FittedBlock, at: number, privateChat: string): KnownBlock[] {
  switch (block.kind) {
    case 'text':
      return plain(block.text) === '' ? [] : [richText(block.text)];
    case 'facts':
      return [
        richText(
          block.rows.flatMap((row, index): Span[] => [
            index === 0 ? '' : '\n',
            { bold: row.label },
            ': ',
            ...row.value,
          ]),
        ),
      ];
    case 'table':
      return [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_preformatted',
              elements: [{ type: 'text', text: tableText(block.head, block.rows) }],
            },
          ],
        },
      ];
    case 'buttons':
      return actionRows(
        block.buttons.map((button, index) => ({
          type: 'button',
          action_id: `press-${at}-${index}`,
          text: { type: 'plain_text', text: button.label, emoji: true },
          value: button.token,
          ...styles[button.style],
        })),
      );
    case 'link':
      return actionRows([
        {
          type: 'button',
          action_id: `link-${at}`,
          text: { type: 'plain_text', text: block.label, emoji: true },
          url: block.url === 'private:' ? privateChat : block.url,
        },
      ]);
    default:
      return [];
  }
}

export interface Rendered {
  readonly blocks: KnownBlock[];
  /** For notifications and screen readers. */
  readonly text: string;
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function renderPart(part: Part, privateChat: string): Rendered {
  const texts = part.blocks.flatMap((block) => {
    if (block.kind === 'text') return [plain(block.text)];
    if (block.kind === 'facts')
      return [block.rows.map((row) => `${row.label}: ${plain(row.value)}`).join('\n')];
    if (block.kind === 'table') return [tableText(block.head, block.rows)];
    return [];
  });
  return {
    blocks: part.blocks.flatMap((block, at) => toBlocks(block, at, privateChat)),
    text: escapeText(texts.join('\n')),
  };
}
