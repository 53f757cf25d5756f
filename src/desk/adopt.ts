/**
 * How an answer becomes part of the knowledge: one staff member proposes it, another one approves or refuses, and either
 * may take it out of use again. Rights and state are checked on every call; a change to what is in use is marked for all
 * processes in the same write.
 */
import { type Actor, actorId, mayWorkAtDesk } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { findGroup, findWordings, type GroupRow } from './group-store.ts';
import type { DeskKnowledge, Objection } from './knowledge.ts';
import { mayDecide, toDraft } from './proposal.ts';
import {
  findProposal,
  findProposalOf,
  insertProposal,
  noteAdopted,
  type ProposalRow,
  updateProposal,
} from './proposal-store.ts';

export type AdoptOutcome =
  | { readonly kind: 'proposed' | 'approved' | 'refused' | 'withdrawn'; readonly row: ProposalRow }
  /** The knowledge would be worse for it; nothing was stored. */
  | { readonly kind: 'objections'; readonly objections: readonly Objection[] }
  /** Whoever proposed it cannot decide on it. */
  | { readonly kind: 'own-proposal'; readonly row: ProposalRow }
  /** Proposed, decided or withdrawn before; the present state is in the row. */
  | { readonly kind: 'not-now'; readonly row: ProposalRow }
  /** No staff member, or no such thing: one outcome. */
  | { readonly kind: 'not-allowed' };

const wordingsRead = 200;
const likelyPercent = 30;

const audit = (tx: Writer, actor: Actor, action: string, row: ProposalRow, at: number, payload?: unknown) =>
  writeAudit(tx, {
    at,
    actor: actorId(actor),
    action,
    about: `proposal:${row.id}`,
    payload: { topic: row.draft.into ?? row.draft.id, ...(payload ?? {}) },
  });

/** Proposes the group's answer as a topic, its askers' wordings as example questions. */
export async function proposeTopic(
  tx: Writer,
  actor: Actor,
  input: { readonly group: string; readonly today: string; readonly now: number },
  knowledge: DeskKnowledge,
): Promise<AdoptOutcome> {
  const { now } = input;
  const person = actor.person?.id;
  if (person === undefined || !mayWorkAtDesk(actor)) return { kind: 'not-allowed' };
  await knowledge.refresh(tx);
  const group = await findGroup(tx, input.group);
  if (group?.answer === undefined || group.answer === null) return { kind: 'not-allowed' };
  const before = await findProposalOf(tx, group.id);
  if (before !== undefined && (before.state === 'waiting' || before.state === 'approved'))
    return { kind: 'not-now', row: before };
  const made = toDraft({
    answer: group.answer,
    wordings: await findWordings(tx, group.id, wordingsRead),
    lang: group.lang,
    longestLabel: knowledge.longestLabel,
    programme: knowledge.topic(nearTopic(group) ?? '')?.programme ?? 'general',
    today: input.today,
  });
  const draft = { ...made, id: freeId(made.id, knowledge) };
  const objections = knowledge.objections(draft);
  if (objections.length > 0) return { kind: 'objections', objections };
  const row: ProposalRow = {
    id: newId(now),
    group: group.id,
    draft,
    state: 'waiting',
    proposedBy: person,
    proposedAt: now,
    decidedBy: null,
    decidedAt: null,
    reason: null,
  };
  await insertProposal(tx, row);
  await audit(tx, actor, 'proposal.made', row, now);
  return { kind: 'proposed', row };
}

/** The topic whose programme the answer belongs to: the chosen one, or a likeliest one that is at all likely. */
const nearTopic = ({ answer, confidence, topic }: GroupRow): string | undefined =>
  answer?.topic ?? (confidence >= likelyPercent ? (topic ?? undefined) : undefined);

/** The id, or the first of it with a number behind that no topic has. */
function freeId(id: string, knowledge: DeskKnowledge): string {
  let free = id;
  for (let n = 2; knowledge.topic(free) !== undefined; n += 1) free = `${id}-${n}`;
  return free;
}

interface Decision {
  readonly id: string;
  readonly now: number;
}

async function decide(
  tx: Writer,
  actor: Actor,
  { id, now }: Decision,
  change: Partial<ProposalRow>,
): Promise<AdoptOutcome & { readonly row?: ProposalRow }> {
  const person = actor.person?.id;
  const row = person === undefined || !mayWorkAtDesk(actor) ? undefined : await findProposal(tx, id);
  if (row === undefined || person === undefined) return { kind: 'not-allowed' };
  if (row.state !== 'waiting') return { kind: 'not-now', row };
  if (!mayDecide(row, person)) return { kind: 'own-proposal', row };
  const decided = { ...row, ...change, decidedBy: person, decidedAt: now };
  await updateProposal(tx, id, decided);
  return { kind: decided.state === 'approved' ? 'approved' : 'refused', row: decided };
}

/** A second person's yes: from now on the bot answers with it. Checked again, for the knowledge may have grown. */
export async function approveTopic(
  tx: Writer,
  actor: Actor,
  decision: Decision,
  knowledge: DeskKnowledge,
): Promise<AdoptOutcome> {
  await knowledge.refresh(tx);
  const waiting = mayWorkAtDesk(actor) ? await findProposal(tx, decision.id) : undefined;
  const objections = waiting?.state === 'waiting' ? knowledge.objections(waiting.draft) : [];
  if (objections.length > 0) return { kind: 'objections', objections };
  const outcome = await decide(tx, actor, decision, { state: 'approved' });
  if (outcome.kind !== 'approved') return outcome;
  await noteAdopted(tx, decision.now);
  await audit(tx, actor, 'proposal.approved', outcome.row, decision.now);
  return outcome;
}

/** A second person's no, with the reason for the one who proposed it. */
export async function refuseTopic(
  tx: Writer,
  actor: Actor,
  decision: Decision & { readonly reason: string },
): Promise<AdoptOutcome> {
  const { reason } = decision;
  const outcome = await decide(tx, actor, decision, { state: 'refused', reason });
  if (outcome.kind === 'refused')
    await audit(tx, actor, 'proposal.refused', outcome.row, decision.now, { reason });
  return outcome;
}

/** Takes an adopted answer out of use, in every process. Any staff member may: a wrong answer must not wait. */
export async function withdrawTopic(
  tx: Writer,
  actor: Actor,
  { id, now, reason }: Decision & { readonly reason: string },
): Promise<AdoptOutcome> {
  const row = actor.person === undefined || !mayWorkAtDesk(actor) ? undefined : await findProposal(tx, id);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state !== 'approved') return { kind: 'not-now', row };
  const withdrawn = { ...row, state: 'withdrawn' as const, reason };
  await updateProposal(tx, id, { state: 'withdrawn', reason });
  await noteAdopted(tx, now);
  await audit(tx, actor, 'proposal.withdrawn', withdrawn, now, { reason });
  return { kind: 'withdrawn', row: withdrawn };
}
