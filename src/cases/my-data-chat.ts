/** What cases hold about a person or an account: shown in words, ended, erased, and forgotten when its time is over. */
import type { Block } from '../chat/reply.ts';
import type { MyDataSpec, ReminderWords, RetentionSpec } from '../feature.ts';
import type { Reader } from '../store/index.ts';
import { endReferrals, eraseStories, forgetStories } from './erase-store.ts';
import { findOwnCases } from './store.ts';
import { kindName } from './words-chat.ts';

const mostShown = 50;
const batch = 200;

async function show(
  read: Reader,
  whose: { readonly openedBy: readonly string[]; readonly persons: readonly string[] },
  { texts }: ReminderWords,
): Promise<readonly Block[]> {
  const rows = await findOwnCases(read, whose, { limit: mostShown, offset: 0 });
  const own = rows.filter((row) => row.address !== null || whose.persons.includes(row.person ?? ''));
  if (own.length === 0) return [];
  const lines = own.map(
    (row) =>
      `\n${texts.t('cases-data-line', {
        number: String(row.number),
        kind: kindName(texts, row),
        state: texts.t(`cases-own-short-${row.state}`),
        story: row.story,
      })}`,
  );
  return [{ kind: 'text', text: [...texts.rich('cases-own-title'), ...lines] }];
}

const accountKey = (account: string): string => `account:${account}`;

export const caseMyData: MyDataSpec = {
  show: (read, person, words) => show(read, { openedBy: [person], persons: [person] }, words),
  stop: endReferrals,
  async erase(tx, person) {
    const { open } = await eraseStories(tx, person);
    return open > 0 ? ['cases-kept-open'] : [];
  },
  account: {
    show: (read, account, words) => show(read, { openedBy: [accountKey(account)], persons: [] }, words),
    async erase(tx, account) {
      await eraseStories(tx, accountKey(account));
    },
  },
};

export const caseRetention: readonly RetentionSpec[] = [
  { kind: 'case-stories', forget: (tx, before) => forgetStories(tx, before, batch) },
];
