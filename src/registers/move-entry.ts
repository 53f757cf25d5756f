/** What changes in the life of an entry: a community's stage, documents and bimtek gained, active or not any more. */
import { type Actor, actorId, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { countEntry, countGain } from './count-entry.ts';
import { findKept, type Moment } from './keep-entry.ts';
import { gains, type Stage, undoMs } from './register.ts';
import {
  type EntryRow,
  findGains,
  findStep,
  insertStep,
  markStepUndone,
  type StepRow,
  updateEntry,
} from './store.ts';

export type MoveOutcome =
  | { readonly kind: 'moved' | 'moved-before' | 'undone-before'; readonly row: EntryRow }
  | { readonly kind: 'not-allowed' };

async function change(
  tx: Writer,
  actor: Actor,
  row: EntryRow,
  to: Partial<Pick<EntryRow, 'stage' | 'stageOn' | 'active'>>,
  now: number,
): Promise<MoveOutcome> {
  const after = { ...row, ...to };
  await countEntry(tx, row, -1);
  await countEntry(tx, after, 1);
  await updateEntry(tx, row.id, { ...to, changedAt: now });
  const what = to.stage === undefined ? ('active' as const) : ('stage' as const);
  await insertStep(tx, {
    id: newId(now),
    entry: row.id,
    at: now,
    actor: actorId(actor),
    what,
    stage: to.stage ?? null,
    n: to.active === undefined ? null : Number(to.active),
  });
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: `register.${what}`,
    about: `register:${row.id}`,
  });
  return { kind: 'moved', row: after };
}

/** Moves a community to another stage: whoever oversees its area. A stage pressed twice is moved to once. */
export async function moveStage(
  tx: Writer,
  actor: Actor,
  id: string,
  stage: Stage,
  { now, today }: Moment,
): Promise<MoveOutcome> {
  const row = await findKept(tx, actor, id, now, mayOversee);
  if (row === undefined || row.register !== 'kat') return { kind: 'not-allowed' };
  if (row.undoneAt !== null) return { kind: 'undone-before', row };
  if (row.stage === stage) return { kind: 'moved-before', row };
  return change(tx, actor, row, { stage, stageOn: today }, now);
}

/** Whether a pillar or a Puskesos still works: said by whoever oversees its area. */
export async function setActive(
  tx: Writer,
  actor: Actor,
  id: string,
  active: boolean,
  now: number,
): Promise<MoveOutcome> {
  const row = await findKept(tx, actor, id, now, mayOversee);
  if (row === undefined || row.register === 'kat') return { kind: 'not-allowed' };
  if (row.undoneAt !== null) return { kind: 'undone-before', row };
  if (row.active === active) return { kind: 'moved-before', row };
  return change(tx, actor, row, { active }, now);
}

export interface Gain {
  readonly n: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly note: string;
}

export type GainOutcome =
  | { readonly kind: 'gained'; readonly row: EntryRow; readonly step: string }
  | { readonly kind: 'undone-before'; readonly row: EntryRow }
  | { readonly kind: 'not-allowed' };

/** The sums of an entry's gains, kept beside it so that lists need not count. */
async function refreshGains(tx: Writer, row: EntryRow): Promise<EntryRow> {
  const standing = await findGains(tx, row.id);
  const gained = standing.reduce((sum, one) => sum + (one.n ?? 0), 0);
  const gainedOn =
    standing
      .flatMap((one) => (one.date === null ? [] : [one.date]))
      .sort()
      .at(-1) ?? null;
  await updateEntry(tx, row.id, { gained, gainedOn });
  return { ...row, gained, gainedOn };
}

/** Stores a gain without asking who does it: for use cases and imports that have asked. */
export async function storeGain(
  tx: Writer,
  by: string,
  row: EntryRow,
  gain: Gain,
  now: number,
): Promise<{ readonly row: EntryRow; readonly step: string }> {
  const step = { id: newId(now), entry: row.id, at: now, actor: by, what: 'gain' as const, ...gain };
  await insertStep(tx, step);
  await countGain(tx, row, step, 1);
  await writeAudit(tx, { at: now, actor: by, action: 'register.gained', about: `register:${row.id}` });
  return { row: await refreshGains(tx, row), step: step.id };
}

export async function addGain(
  tx: Writer,
  actor: Actor,
  id: string,
  gain: Gain,
  now: number,
): Promise<GainOutcome> {
  const row = await findKept(tx, actor, id, now);
  if (row === undefined || gains[row.register] === undefined) return { kind: 'not-allowed' };
  if (row.undoneAt !== null) return { kind: 'undone-before', row };
  return { kind: 'gained', ...(await storeGain(tx, actorId(actor), row, gain, now)) };
}

const mayTakeBack = (actor: Actor, row: EntryRow, step: StepRow, now: number): boolean =>
  mayOversee(actor, row.area) || (step.actor === actor.person?.id && now - step.at <= undoMs);

/** Takes a gain back: its maker within fifteen minutes, whoever oversees the area at any time. */
export async function undoGain(tx: Writer, actor: Actor, stepId: string, now: number): Promise<MoveOutcome> {
  const step = await findStep(tx, stepId);
  const row = await findKept(tx, actor, step?.entry ?? '', now);
  if (step === undefined || row === undefined || step.what !== 'gain') return { kind: 'not-allowed' };
  if (step.undoneAt !== null || row.undoneAt !== null) return { kind: 'undone-before', row };
  if (!mayTakeBack(actor, row, step, now)) return { kind: 'not-allowed' };
  await markStepUndone(tx, stepId, now);
  await countGain(tx, row, step, -1);
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'register.gain-undone',
    about: `register:${row.id}`,
  });
  return { kind: 'moved', row: await refreshGains(tx, row) };
}
