/** Turns a part into lines of a terminal. */
import { type FittedBlock, type FittedButton, type Part, plain } from '../../src/chat/reply.ts';

export interface Shown {
  readonly text: string;
  readonly buttons: readonly FittedButton[];
  /** Alternative text of a picture. */
  readonly image: string | null;
  /** Name of a file. */
  readonly file: string | null;
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), ...rows.map(line)].join('\n');
}

function textOf(block: FittedBlock): string | undefined {
  switch (block.kind) {
    case 'text':
      return plain(block.text);
    case 'facts':
      return block.rows.map((row) => `${row.label}: ${plain(row.value)}`).join('\n');
    case 'table':
      return tableLines(block.head, block.rows);
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
