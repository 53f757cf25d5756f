/** Approving everything that waits in an area: one proposes it, another confirms. Each runs inside the caller's write. */
import { type Actor, actorId, findHolders, mayDecideApplications } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { bulkMs, checkMove, longestReason } from './application.ts';
import { answerBulk, type BulkRow, findBulk, insertBulk } from './ask-store.ts';
import { storeMove } from './move.ts';
import { standingOf } from './standing.ts';
import { type ApplicationRow, findApplication, findListed } from './store.ts';

/** More than this is not looked through by anybody. */
const mostAtOnce = 200;

export type BulkProposed =
  | { readonly kind: 'proposed'; readonly bulk: BulkRow; readonly tell: readonly string[] }
  | { readonly kind: 'nothing-waits' }
  | { readonly kind: 'not-allowed' };

/** Proposes to approve what waits now in an area; later arrivals are not part of it. */
export async function proposeBulk(
  tx: Writer,
  actor: Actor,
  input: { readonly area: string; readonly reason: string; readonly now: number },
): Promise<BulkProposed> {
  const { area, now } = input;
  if (actor.person === undefined || !mayDecideApplications(actor, area)) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.refused',
      about: `area:${area}`,
    });
    return { kind: 'not-allowed' };
  }
  const waiting = await findListed(tx, { kind: 'area', area }, 'proposed', { limit: mostAtOnce, offset: 0 });
  const fit = waiting.filter((row) => !row.hasMissing && row.person !== actor.person?.id);
  if (fit.length === 0) return { kind: 'nothing-waits' };
  const bulk: BulkRow = {
    id: newId(now),
    area,
    numbers: fit.map((row) => row.number),
    reason: input.reason.trim().slice(0, longestReason),
    proposedBy: actor.person.id,
    proposedAt: now,
    state: 'open',
    answeredBy: null,
    approved: null,
  };
  await insertBulk(tx, bulk);
  await writeAudit(tx, {
    at: now,
    actor: actor.person.id,
    action: 'application.bulk-proposed',
    about: `bulk:${bulk.id}`,
    payload: { numbers: bulk.numbers, reason: bulk.reason },
  });
  const holders = await findHolders(tx, ['coordinator', 'manager', 'staff'], area);
  const tell = [...new Set(holders.map((one) => one.person))].filter((one) => one !== actor.person?.id);
  return { kind: 'proposed', bulk, tell };
}

export type BulkAnswered =
  | { readonly kind: 'confirmed'; readonly bulk: BulkRow; readonly approved: readonly ApplicationRow[] }
  | { readonly kind: 'refused'; readonly bulk: BulkRow }
  /** It takes another person than the one who proposed it. */
  | { readonly kind: 'own-proposal' }
  | { readonly kind: 'answered-before' }
  | { readonly kind: 'not-there' };

/** The second person's answer. What changed since is left out and stays undecided. */
export async function answerProposedBulk(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly yes: boolean; readonly now: number },
): Promise<BulkAnswered> {
  const { id, now, yes } = input;
  const bulk = await findBulk(tx, id);
  const self = actor.person;
  if (bulk === undefined || self === undefined || !mayDecideApplications(actor, bulk.area)) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.refused',
      about: `bulk:${id}`,
    });
    return { kind: 'not-there' };
  }
  if (bulk.state !== 'open' || now - bulk.proposedAt > bulkMs) return { kind: 'answered-before' };
  if (bulk.proposedBy === self.id) return { kind: 'own-proposal' };
  const approved: ApplicationRow[] = [];
  if (yes) {
    for (const number of bulk.numbers) {
      const row = await findApplication(tx, number);
      if (row === undefined) continue;
      const standing = await standingOf(tx, actor, row);
      if (checkMove('approve', row, standing, bulk.reason) !== 'may') continue;
      const made = { move: 'approve' as const, reason: bulk.reason, actor: self.id, now };
      approved.push(await storeMove(tx, row, made));
    }
  }
  const state = yes ? 'confirmed' : 'refused';
  await answerBulk(tx, id, { state, answeredBy: self.id, approved: approved.length });
  await writeAudit(tx, { at: now, actor: self.id, action: `application.bulk-${state}`, about: `bulk:${id}` });
  return yes ? { kind: 'confirmed', bulk, approved } : { kind: 'refused', bulk };
}
