/** Ticks off what work has done, in the write that did it: the message in the chat becomes a list with ticks. */
import type { NoticeRow, ReminderSource } from '../feature.ts';
import type { Reader, Writer } from '../store/index.ts';
import { toNotice } from './hand-out.ts';
import { type DigestItem, type DigestRow, findOpenDigest, saveDigest } from './store.ts';

interface Moment {
  readonly person: string;
  /** `YYYY-MM-DD` in the person's zone. */
  readonly today: string;
  readonly now: number;
}

/** The items with those done that their sources no longer remind of; the same list when nothing changed. */
export async function checkItems(
  read: Reader,
  sources: readonly ReminderSource[],
  items: readonly DigestItem[],
  { now, person, today }: Moment,
): Promise<readonly DigestItem[]> {
  const done = new Set<DigestItem>();
  for (const source of sources) {
    const open = items.filter((item) => item.kind === source.kind && !item.done);
    if (open.length === 0) continue;
    const still = await source.stillDue(read, {
      person,
      subjects: open.map((item) => item.subject),
      date: today,
      now,
    });
    for (const item of open) if (!still.has(item.subject)) done.add(item);
  }
  return done.size === 0 ? items : items.map((item) => (done.has(item) ? { ...item, done: true } : item));
}

/** Looks at today's digest of a person after work was done; gives the message that shows it, when one does. */
export async function tickOff(
  tx: Writer,
  sources: readonly ReminderSource[],
  moment: Moment,
): Promise<NoticeRow | undefined> {
  const digest = await findOpenDigest(tx, moment.person, moment.today);
  if (digest === undefined) return undefined;
  const items = await checkItems(tx, sources, digest.items, moment);
  if (items === digest.items) return undefined;
  const cleared = items.every((item) => item.done);
  const changed: DigestRow = {
    ...digest,
    items,
    // What is still on its way is settled when it is worded.
    ...(cleared && digest.state !== 'handed' ? { state: 'cleared', settledAt: moment.now } : {}),
  };
  await saveDigest(tx, changed);
  return digest.state === 'sent' ? toNotice(digest) : undefined;
}
