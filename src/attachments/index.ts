/** Attachments as one feature, and how other features count theirs. */
import type { Block } from '../chat/reply.ts';
import type { Feature, MyDataSpec, ReminderWords, RetentionSpec } from '../feature.ts';
import { createAttachmentChat } from './chat.ts';
import { openFiles } from './files.ts';
import { attachmentJobs } from './jobs.ts';
import { findAbout, findAttachmentsBefore, findSentBy, removeAttachments } from './store.ts';

export { countOnRecords } from './store.ts';

const batch = 500;

const tell = ({ texts }: ReminderWords, rows: readonly unknown[]): readonly Block[] =>
  rows.length === 0 ? [] : [{ kind: 'text', text: texts.rich('attachments-data', { n: rows.length }) }];

const attachmentData: MyDataSpec = {
  show: async (read, person, words) => tell(words, await findAbout(read, person)),
  async erase(tx, person, now) {
    await removeAttachments(tx, await findAbout(tx, person), now);
    return [];
  },
  account: {
    show: async (read, account, words) => tell(words, await findSentBy(read, `account:${account}`)),
    erase: async (tx, account, now) => removeAttachments(tx, await findSentBy(tx, `account:${account}`), now),
  },
};

const attachmentRetention: RetentionSpec = {
  kind: 'attachments',
  async forget(tx, before) {
    const rows = await findAttachmentsBefore(tx, before, batch);
    await removeAttachments(tx, rows, before);
    return rows.length;
  },
};

/**
 * @param folder where files are kept; without one nothing can be attached, but what is there is still forgotten.
 * @param features all features, whose records take attachments; asked at first use.
 */
export function createAttachments(folder: string | undefined, features: () => readonly Feature[]): Feature {
  const kept = { name: 'attachments', myData: attachmentData, retention: [attachmentRetention] };
  if (folder === undefined) return kept;
  const files = openFiles(folder);
  const chat = createAttachmentChat(() => features().flatMap((one) => one.attachables ?? []), files);
  return { ...kept, ...chat, jobs: attachmentJobs(files) };
}
