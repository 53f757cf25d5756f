/** A message without what a platform may refuse, for when it did: links and pictures as words. */
import type { FittedBlock, Part } from './reply.ts';

function toWords(block: FittedBlock): FittedBlock {
  if (block.kind === 'link' && block.url !== 'private:')
    return { kind: 'text', text: [`${block.label}: ${block.url}`] };
  if (block.kind === 'image') return { kind: 'text', text: [block.alt] };
  if (block.kind === 'file') return { kind: 'text', text: [block.name] };
  return block;
}

/** Undefined when there is nothing to say in words instead. */
export function toPlainPart(part: Part): Part | undefined {
  const blocks = part.blocks.map(toWords);
  return blocks.some((block, at) => block !== part.blocks[at]) ? { ...part, blocks } : undefined;
}
