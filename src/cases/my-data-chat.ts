/** What cases hold about a person: shown in words, and erased. */
import type { MyDataSpec } from '../feature.ts';
import { eraseStories } from './erase-store.ts';
import { findOwnCases } from './store.ts';
import { kindName } from './words-chat.ts';

const mostShown = 50;

export const caseMyData: MyDataSpec = {
  async show(read, person, { texts }) {
    const rows = await findOwnCases(
      read,
      { openedBy: [person], persons: [person] },
      { limit: mostShown, offset: 0 },
    );
    const own = rows.filter((row) => row.person === person || row.address !== null);
    if (own.length === 0) return [];
    return [
      { kind: 'text', text: texts.rich('cases-own-title') },
      ...own.map((row) => ({
        kind: 'text' as const,
        text: texts.rich('cases-data-line', {
          number: String(row.number),
          kind: kindName(texts, row),
          state: texts.t(`cases-own-short-${row.state}`),
          story: row.story,
        }),
      })),
    ];
  },
  /** What was said goes; that there was a case, its dates and its end stay for the counts, without a name. */
  async erase(tx, person) {
    const { open } = await eraseStories(tx, person);
    return open > 0 ? ['cases-kept-open'] : [];
  },
};
