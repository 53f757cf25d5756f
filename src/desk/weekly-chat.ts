/** The desk's part of the staff's weekly digest: what waits, and what most people asked in vain. */
import type { Block } from '../chat/reply.ts';
import type { WeeklyContext } from '../feature.ts';
import { countAskedSince, countOpenGroups, findOpenGroups } from './group-store.ts';
import { short } from './group-words-chat.ts';
import { findProposals } from './proposal-store.ts';
import { countClosedSince, countOpen } from './store.ts';

const groupsShown = 5;

export async function weeklyDesk({ read, since, texts }: WeeklyContext): Promise<readonly Block[]> {
  const [open, closed] = [await countOpen(read), await countClosedSince(read, since)];
  const { suggested, unanswered, 'not-helped': notHelped } = await countAskedSince(read, since);
  const { askers, groups } = await countOpenGroups(read);
  const rows = await findOpenGroups(read, { limit: groupsShown, offset: 0 });
  const proposals = (await findProposals(read, 'waiting')).length;
  const lines = rows.map(
    (row) => `\n• ${texts.t('desk-weekly-line', { text: short(row.title), askers: row.askers })}`,
  );
  return [
    { kind: 'text', text: texts.rich('desk-weekly', { ...open, closed }) },
    { kind: 'text', text: texts.rich('desk-weekly-asked', { suggested, unanswered, notHelped }) },
    ...(groups === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: [...texts.rich('desk-weekly-groups', { groups, askers }), ...lines],
          },
        ]),
    ...(proposals === 0
      ? []
      : [{ kind: 'text' as const, text: texts.rich('desk-weekly-proposals', { n: proposals }) }]),
  ];
}
