/** Brings what came with a message onto the disk: fetched through the adapter, checked by content, or refused. */
import { AttachmentTooLarge } from '../chat/adapter.ts';
import type { Turn } from '../chat/feature.ts';
import type { Attachment, Command, Message } from '../chat/incoming.ts';
import type { Reader } from '../store/index.ts';
import type { Item } from './attach.ts';
import { mostBytes, type Refusal, typeOf } from './attachment.ts';
import type { Files } from './files.ts';
import { findNamed } from './store.ts';

export interface Brought {
  readonly items: readonly Item[];
  readonly refused: readonly Refusal[];
  /** Files on the disk that wait for their rows. */
  readonly held: readonly string[];
}

const isFile = ({ kind }: Attachment): boolean => kind === 'photo' || kind === 'document';

/** Whether a message brings anything that can be attached. */
export const bringsAnything = (incoming: Message | Command): boolean =>
  incoming.attachments.some(isFile) || (incoming.kind === 'message' && incoming.location !== undefined);

export async function bring(turn: Turn, incoming: Message | Command, files: Files): Promise<Brought> {
  const items: Item[] = [];
  const refused: Refusal[] = [];
  const held: string[] = [];
  for (const one of incoming.attachments.filter(isFile)) {
    if (one.size !== undefined && one.size > mostBytes) {
      refused.push('too-large');
      continue;
    }
    let bytes: Uint8Array;
    try {
      bytes = await turn.fetch(one.ref, mostBytes);
    } catch (error) {
      refused.push(error instanceof AttachmentTooLarge ? 'too-large' : 'not-fetched');
      continue;
    }
    const type = typeOf(bytes);
    if (type === undefined) {
      refused.push('wrong-type');
      continue;
    }
    const hash = await files.put(bytes);
    held.push(hash);
    items.push({ kind: 'file', hash, type, bytes: bytes.length });
  }
  if (incoming.kind === 'message' && incoming.location !== undefined)
    items.push({ kind: 'place', ...incoming.location });
  return { items, refused, held };
}

/** The rows are stored, or will not be: what no row names is taken off the disk again. */
export async function letGo(read: Reader, files: Files, { held }: Brought): Promise<void> {
  for (const hash of held) {
    files.release(hash);
    await files.remove(hash, async () => (await findNamed(read, [hash])).size === 0);
  }
}
