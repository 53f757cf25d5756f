/** Records that a household received BSiMU, and takes such a receipt back. Amounts are as told: no stage has its own. */
import { type Actor, actorId, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { findBsimu, findBsimuOf, insertBsimu, rewriteBsimu, undoBsimuRow } from './bsimu-store.ts';
import { countBsimu } from './count-ladder.ts';
import { findHandled } from './find-kpm.ts';
import { ensureKpm } from './record-kpm.ts';
import { type Funding, undoMs } from './stage.ts';
import type { BsimuRow } from './store.ts';

export interface BsimuDraft {
  readonly person: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Whole rupiah. */
  readonly amount: number;
  readonly funding: Funding;
  readonly note: string;
  /** The message it is made from: conversation key and reference; absent where nothing can be edited. */
  readonly source?: string;
}

export type BsimuOutcome =
  | { readonly kind: 'saved'; readonly row: BsimuRow; readonly name: string }
  /** The same amount on the same day stands already. */
  | { readonly kind: 'same'; readonly row: BsimuRow; readonly name: string; readonly draft: BsimuDraft }
  | { readonly kind: 'not-your-person' };

export async function receiveBsimu(
  tx: Writer,
  actor: Actor,
  draft: BsimuDraft,
  moment: { readonly now: number; readonly today: string; readonly sure?: boolean },
): Promise<BsimuOutcome> {
  const subject = await findHandled(tx, actor, draft.person);
  if (subject === undefined) return { kind: 'not-your-person' };
  const self = actorId(actor);
  const { name } = subject;
  if (moment.sure !== true) {
    const same = (await findBsimuOf(tx, subject.id)).find(
      (row) => row.date === draft.date && row.amount === draft.amount,
    );
    if (same !== undefined) return { kind: 'same', row: same, name, draft };
  }
  await ensureKpm(tx, subject, self, moment.now);
  const row = await insertBsimu(tx, {
    ...draft,
    source: draft.source ?? '',
    id: newId(moment.now),
    area: subject.area,
    recordedBy: self,
    backDated: draft.date < moment.today,
    createdAt: moment.now,
  });
  await countBsimu(tx, row, 1);
  await writeAudit(tx, { at: moment.now, actor: self, action: 'bsimu.recorded', about: `bsimu:${row.id}` });
  return { kind: 'saved', row, name };
}

export type CorrectBsimuOutcome =
  | { readonly kind: 'corrected' | 'unchanged'; readonly row: BsimuRow; readonly name: string }
  | { readonly kind: 'edit-undone'; readonly number: number }
  | { readonly kind: 'not-your-person' };

/** Puts what an edited message says in the place of its receipt, whose number stays; what it said before is in the audit. */
export async function correctBsimu(
  tx: Writer,
  actor: Actor,
  row: BsimuRow,
  draft: BsimuDraft,
  now: number,
): Promise<CorrectBsimuOutcome> {
  const subject = await findHandled(tx, actor, draft.person);
  if (subject === undefined || row.recordedBy !== actorId(actor)) return { kind: 'not-your-person' };
  if (row.undoneAt !== null) return { kind: 'edit-undone', number: row.number };
  const { amount, date, funding, note } = draft;
  const set = { person: subject.id, area: subject.area, date, amount, funding, note };
  const keys = ['person', 'date', 'amount', 'funding', 'note'] as const;
  const after: BsimuRow = { ...row, ...set };
  if (keys.every((key) => after[key] === row[key])) return { kind: 'unchanged', row, name: subject.name };
  await countBsimu(tx, row, -1);
  await ensureKpm(tx, subject, row.recordedBy, now);
  await rewriteBsimu(tx, row.id, set);
  await countBsimu(tx, after, 1);
  await writeAudit(tx, {
    at: now,
    actor: row.recordedBy,
    action: 'bsimu.corrected',
    about: `bsimu:${row.id}`,
    ...(row.person === null ? {} : { person: row.person }),
    payload: { date: row.date, amount: row.amount, funding: row.funding, note: row.note },
  });
  return { kind: 'corrected', row: after, name: subject.name };
}

export type UndoBsimuOutcome =
  | { readonly kind: 'undone' | 'undone-before' | 'too-late'; readonly number: number }
  | { readonly kind: 'not-found' };

/** By whoever recorded it within fifteen minutes, later by whoever leads the area. */
export const mayUndoBsimu = (actor: Actor, row: BsimuRow, now: number): boolean =>
  mayOversee(actor, row.area) || (row.recordedBy === actorId(actor) && now - row.createdAt <= undoMs);

/** Takes a receipt back where `mayUndoBsimu`. */
export async function undoBsimu(
  tx: Writer,
  actor: Actor,
  id: string,
  now: number,
): Promise<UndoBsimuOutcome> {
  const row = await findBsimu(tx, id);
  if (row === undefined) return { kind: 'not-found' };
  const self = actorId(actor);
  const leads = mayOversee(actor, row.area);
  if (row.recordedBy !== self && !leads) return { kind: 'not-found' };
  const { number } = row;
  if (row.undoneAt !== null) return { kind: 'undone-before', number };
  if (!mayUndoBsimu(actor, row, now)) return { kind: 'too-late', number };
  await undoBsimuRow(tx, id, now);
  await countBsimu(tx, row, -1);
  await writeAudit(tx, { at: now, actor: self, action: 'bsimu.undone', about: `bsimu:${row.id}` });
  return { kind: 'undone', number };
}
