/** Puts checked files and places to a record, and takes them off again. Each runs inside the caller's write. */
import type { AttachableRecord } from '../feature.ts';
import { type Actor, actorId } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { attachMs, type FileType, mostOnRecord } from './attachment.ts';
import { findOnRecord, findTogether, insertAttachment, removeAttachments } from './store.ts';

/** A file that is on the disk already, or a place. */
export type Item =
  | { readonly kind: 'file'; readonly hash: string; readonly type: FileType; readonly bytes: number }
  | { readonly kind: 'place'; readonly latitude: number; readonly longitude: number };

export interface AttachInput {
  /** `session:ID`. */
  readonly key: string;
  readonly record: AttachableRecord;
  readonly items: readonly Item[];
  readonly together: string;
  readonly now: number;
}

export type AttachOutcome =
  /** `same` of the items were there already. */
  | { readonly kind: 'attached'; readonly added: number; readonly same: number }
  | { readonly kind: 'full'; readonly most: number };

const millionths = (degrees: number): number => Math.round(degrees * 1_000_000);

export async function attach(tx: Writer, actor: Actor, input: AttachInput): Promise<AttachOutcome> {
  const { items, key, now, record, together } = input;
  const before = await findOnRecord(tx, key);
  const known = new Set(before.map((row) => row.hash));
  const fresh = items.filter((one) => one.kind === 'place' || !known.has(one.hash));
  if (before.length + fresh.length > mostOnRecord) return { kind: 'full', most: mostOnRecord };
  for (const item of fresh) {
    const file = item.kind === 'file' ? item : undefined;
    const place = item.kind === 'place' ? item : undefined;
    await insertAttachment(tx, {
      id: newId(now),
      record: key,
      about: record.about,
      sentBy: actorId(actor),
      hash: file?.hash ?? null,
      type: file?.type ?? null,
      bytes: file?.bytes ?? null,
      latitude: place === undefined ? null : millionths(place.latitude),
      longitude: place === undefined ? null : millionths(place.longitude),
      together,
      at: now,
    });
  }
  if (fresh.length > 0)
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'attachment.added',
      about: key,
      payload: { n: fresh.length },
    });
  return { kind: 'attached', added: fresh.length, same: items.length - fresh.length };
}

export type DetachOutcome =
  | { readonly kind: 'removed'; readonly n: number }
  | { readonly kind: 'too-late' }
  /** Not there, or sent by somebody else: one outcome. */
  | { readonly kind: 'not-found' };

/** Takes off what was sent together, by the one who sent it, within fifteen minutes. */
export async function detach(
  tx: Writer,
  actor: Actor,
  together: string,
  now: number,
): Promise<DetachOutcome> {
  const rows = (await findTogether(tx, together)).filter((row) => row.sentBy === actorId(actor));
  const [first] = rows;
  if (first === undefined) return { kind: 'not-found' };
  if (now - first.at > attachMs) return { kind: 'too-late' };
  await removeAttachments(tx, rows, now);
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'attachment.removed',
    about: first.record,
    payload: { n: rows.length },
  });
  return { kind: 'removed', n: rows.length };
}
