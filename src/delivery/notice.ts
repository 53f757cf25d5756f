/** Messages to somebody else as rows of the outbox. They are worded when they are sent, by the notice they name. */
import type { NoticeRow } from '../chat/feature.ts';
import { newId, type Writer } from '../store/index.ts';
import type { NewOutgoing } from './outbox.ts';
import { insertOutgoing } from './store.ts';

/** Lanes of the outbox, the most urgent first. */
export const lane = { reply: 0, urgent: 0, notice: 1, digest: 2 } as const;

/** A notice as a row of the outbox. */
export const toOutgoing = (notice: NoticeRow): NewOutgoing => ({
  lane: notice.urgent === true ? lane.urgent : notice.bulk === true ? lane.digest : lane.notice,
  body: { kind: 'notice', notice: notice.notice, subject: notice.subject },
  ...(notice.place === undefined ? {} : { address: notice.place }),
  ...(notice.person === undefined ? {} : { person: notice.person }),
  ...(notice.card === undefined ? {} : { card: notice.card }),
  ...(notice.policy === undefined ? {} : { policy: notice.policy }),
});

/**
 * Leaves notices in the outbox for whichever process runs the bot, which takes them up within seconds. For commands of
 * the shell, which have no connection to a platform.
 */
export async function leaveNotices(tx: Writer, notices: readonly NoticeRow[], now: number): Promise<void> {
  await insertOutgoing(
    tx,
    notices.map((notice) => {
      const one = toOutgoing(notice);
      return {
        id: newId(now),
        inbox: null,
        lane: one.lane,
        address: one.address ?? null,
        person: one.person ?? null,
        body: one.body,
        card: one.card ?? null,
        answerWith: null,
        policy: one.policy ?? 'again',
        state: 'waiting',
        owner: null,
        leaseUntil: 0,
        begunAt: null,
        attempts: 0,
        createdAt: now,
        settledAt: null,
        refs: null,
        reason: null,
      };
    }),
  );
}
