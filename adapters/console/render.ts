/** Turns a part into lines of a terminal. */
import { type FittedBlock, type FittedButton, type Part, plain } from '../../src/chat/reply.ts';
import { tableText } from '../../src/chat/table-text.ts';

export interface Shown {
  readonly text: string;
  readonly buttons: readonly FittedButton[];
  /** Alternative text of a picture. */
  readonly image: string | null;
  /** Name of a file. */
  readonly file: string | null;
}

function textOf(block: FittedBlock): string | undefined {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${plain(row.value)}`).join('\n');
    case 'table':
      return tableText(block.head, block.rows);
    case 'link':
      return block.url === 'private:' ? block.label : `${block.label}: ${block.url}`;
    default:
      return undefined;
  }
}

export function renderPart(part: Part): Shown {
  const texts = part.blocks.map(textOf).filter((text): text is string => text !== undefined);
  const buttons = part.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const image = part.blocks.find((block) => block.kind === 'image');
  const file = part.blocks.find((block) => block.kind === 'file');
  return { text: texts.join('\n\n'), buttons, image: image?.alt ?? null, file: file?.name ?? null };
}
