/** Tables and queries of answers on their way into the knowledge, and of those that are part of it. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  findMark,
  type Kit,
  ne,
  newId,
  type Reader,
  setMark,
  type Writer,
} from '../store/index.ts';
import type { TopicDraft } from './knowledge.ts';
import type { ProposalState } from './proposal.ts';

export const defineProposalTables = (k: Kit) => ({
  proposal: k.table(
    'proposal',
    {
      id: k.text().primaryKey(),
      group: k.text().notNull(),
      draft: k.json<TopicDraft>().notNull(),
      state: k.text().$type<ProposalState>().notNull(),
      proposedBy: k.text().notNull(),
      proposedAt: k.instant().notNull(),
      decidedBy: k.text(),
      decidedAt: k.instant(),
      /** Why it was refused or withdrawn. */
      reason: k.text(),
    },
    (t) => [k.index('proposal_state').on(t.state, t.id), k.index('proposal_group').on(t.group)],
  ),
});

export type ProposalRow = ReturnType<typeof defineProposalTables>['proposal']['$inferSelect'];

const table = (r: Reader) => r.tables(defineProposalTables).proposal;

export async function insertProposal(tx: Writer, row: ProposalRow): Promise<void> {
  await tx.db.insert(table(tx)).values(row);
}

export async function updateProposal(tx: Writer, id: string, change: Partial<ProposalRow>): Promise<void> {
  const proposal = table(tx);
  await tx.db.update(proposal).set(change).where(eq(proposal.id, id));
}

export async function findProposal(read: Reader, id: string): Promise<ProposalRow | undefined> {
  const proposal = table(read);
  const [row] = await read.db.select().from(proposal).where(eq(proposal.id, id));
  return row;
}

/** The newest proposal made of a group's answer. */
export async function findProposalOf(read: Reader, group: string): Promise<ProposalRow | undefined> {
  const proposal = table(read);
  const [row] = await read.db
    .select()
    .from(proposal)
    .where(eq(proposal.group, group))
    .orderBy(desc(proposal.id))
    .limit(1);
  return row;
}

/** Proposals in a state, the oldest first. */
export async function findProposals(read: Reader, state: ProposalState): Promise<readonly ProposalRow[]> {
  const proposal = table(read);
  return read.db.select().from(proposal).where(eq(proposal.state, state)).orderBy(asc(proposal.id));
}

/** Proposals that wait for somebody else than `person`. */
export async function countForSecond(read: Reader, person: string): Promise<number> {
  const proposal = table(read);
  const [row] = await read.db
    .select({ n: count() })
    .from(proposal)
    .where(and(eq(proposal.state, 'waiting'), ne(proposal.proposedBy, person)));
  return Number(row?.n ?? 0);
}

/** The answers that two staff members made the bot's own, oldest first. */
export const findAdopted = async (read: Reader): Promise<readonly TopicDraft[]> =>
  (await findProposals(read, 'approved')).map((row) => row.draft);

const mark = 'desk.adopted';

/** Changes with every change to the adopted answers; undefined while there never was one. */
export const adoptedVersion = (read: Reader): Promise<string | undefined> => findMark(read, mark);

/** Says to every process that the adopted answers have changed. */
export const noteAdopted = (tx: Writer, now: number): Promise<void> => setMark(tx, mark, newId(now));
