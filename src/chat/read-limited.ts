/** Reads a stream of bytes up to a limit, for adapters that fetch what people sent. */
import { AttachmentTooLarge } from './adapter.ts';

/** All bytes; throws AttachmentTooLarge as soon as there are more than `mostBytes`, without reading on. */
export async function readLimited(source: AsyncIterable<Uint8Array>, mostBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > mostBytes) throw new AttachmentTooLarge(`more than ${mostBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
