/**
 * Hands planned digests that are due to the outbox, a batch a write: what is due is asked of the sources at that moment,
 * so that nobody is reminded of what was done since midnight.
 */
import type { JobWrite } from '../delivery/scheduler.ts';
import type { NoticeRow, ReminderItem, ReminderSource } from '../feature.ts';
import type { Reader } from '../store/index.ts';
import { judgeDue } from './digest.ts';
import { type DigestItem, type DigestRow, findDue, findSettings, saveDigest } from './store.ts';

const batchSize = 500;

export const digestNotice = 'reminders.digest';

/** The message of a digest; later versions replace it where it stands. */
export const toNotice = (digest: Pick<DigestRow, 'id' | 'person'>): NoticeRow => ({
  notice: digestNotice,
  subject: digest.id,
  person: digest.person,
  card: `digest-${digest.id}`,
  policy: 'never',
});

export interface DueInput {
  readonly persons: readonly string[];
  readonly date: string;
  readonly now: number;
}

/** What is due for each person, the most urgent first within a source, sources in their order. */
export async function collectDue(
  read: Reader,
  sources: readonly ReminderSource[],
  input: DueInput,
): Promise<ReadonlyMap<string, readonly DigestItem[]>> {
  const found = new Map<string, DigestItem[]>();
  for (const source of sources) {
    const due = await source.due(read, input);
    for (const [person, items] of due) {
      const sorted = [...items].sort((a: ReminderItem, b: ReminderItem) => b.urgency - a.urgency);
      const rows = found.get(person) ?? [];
      for (const { facts, subject } of sorted) rows.push({ kind: source.kind, subject, facts, done: false });
      found.set(person, rows);
    }
  }
  return found;
}

/** Hands over everything due by now; the number of digests on their way. Safe to be cut off between batches. */
export async function handOut(
  write: JobWrite,
  sources: readonly ReminderSource[],
  now: () => number,
): Promise<number> {
  let handed = 0;
  for (;;) {
    const taken = await write(async (tx, tell) => {
      const at = now();
      const rows = await findDue(tx, at, batchSize);
      const ready: DigestRow[] = [];
      let expired = 0;
      // Zones and dates are few, digests many.
      const judgements = new Map<string, ReturnType<typeof judgeDue>>();
      for (const row of rows) {
        const key = `${row.zone} ${row.date}`;
        const judged = judgements.get(key) ?? judgeDue(row, at);
        judgements.set(key, judged);
        if (judged === 'send') ready.push(row);
        else if (judged !== 'wait') {
          expired++;
          await saveDigest(tx, { ...row, state: 'expired', reason: judged.expired, settledAt: at });
        }
      }
      const settings = await findSettings(tx);
      const notices: NoticeRow[] = [];
      for (const date of new Set(ready.map((row) => row.date))) {
        const ofDay = ready.filter((row) => row.date === date);
        const persons = ofDay.map((row) => row.person);
        const due = await collectDue(tx, sources, { persons, date, now: at });
        for (const row of ofDay) {
          const off = settings.get(row.person)?.off ?? [];
          const items = (due.get(row.person) ?? []).filter((item) => !off.includes(item.kind));
          if (items.length === 0) {
            const again = row.state === 'snoozed';
            await saveDigest(tx, {
              ...row,
              state: again ? 'cleared' : 'suppressed',
              reason: again ? null : 'nothing is due',
              settledAt: at,
            });
            continue;
          }
          await saveDigest(tx, { ...row, state: 'handed', reason: null, items, handedAt: at });
          notices.push({ ...toNotice(row), bulk: true });
        }
      }
      await tell(notices);
      handed += notices.length;
      return rows.length === batchSize && ready.length + expired > 0;
    });
    if (!taken) return handed;
  }
}
