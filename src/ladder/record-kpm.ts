/** Records what is known about a household of the programme, and takes the last change back. */
import { type Actor, actorId, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { findHandled } from './find-kpm.ts';
import { undoMs } from './stage.ts';
import {
  endChange,
  findKpm,
  findLastChange,
  insertChange,
  insertKpm,
  type KpmFacts,
  type KpmRow,
  updateKpm,
} from './store.ts';

const noFacts: KpmFacts = { graduation: null, businessKind: null, business: '', brand: '' };

export type RecordOutcome =
  | { readonly kind: 'saved'; readonly kpm: KpmRow; readonly name: string; readonly change: string }
  | { readonly kind: 'unchanged'; readonly kpm: KpmRow; readonly name: string }
  | { readonly kind: 'not-your-person' };

/** The row of a person, made when there is none yet. */
export async function ensureKpm(
  tx: Writer,
  subject: { readonly id: string; readonly area: string },
  actor: string,
  now: number,
): Promise<KpmRow> {
  const found = await findKpm(tx, subject.id);
  if (found !== undefined) return found;
  const row: KpmRow = {
    person: subject.id,
    ...noFacts,
    stage: 'none',
    stageSince: null,
    area: subject.area,
    createdBy: actor,
    createdAt: now,
    updatedAt: now,
  };
  await insertKpm(tx, row);
  return row;
}

/** Adds what was said to what is known; what was not said stays. */
export async function recordKpm(
  tx: Writer,
  actor: Actor,
  input: { readonly person: string; readonly facts: Partial<KpmFacts>; readonly now: number },
): Promise<RecordOutcome> {
  const subject = await findHandled(tx, actor, input.person);
  if (subject === undefined) return { kind: 'not-your-person' };
  const self = actorId(actor);
  const kpm = await ensureKpm(tx, subject, self, input.now);
  const { brand, business, businessKind, graduation } = kpm;
  const before: KpmFacts = { graduation, businessKind, business, brand };
  const after: KpmFacts = { ...before, ...input.facts };
  const name = subject.name;
  if (JSON.stringify(after) === JSON.stringify(before)) return { kind: 'unchanged', kpm, name };
  const change = newId(input.now);
  await insertChange(tx, { id: change, person: subject.id, at: input.now, actor: self, before });
  await updateKpm(tx, subject.id, { ...after, updatedAt: input.now });
  await writeAudit(tx, { at: input.now, actor: self, action: 'kpm.recorded', about: `person:${subject.id}` });
  return { kind: 'saved', kpm: { ...kpm, ...after }, name, change };
}

export type UndoKpmOutcome =
  | { readonly kind: 'undone' }
  | { readonly kind: 'undone-before' }
  | { readonly kind: 'changed-since' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'not-found' };

/** Puts back what was known before: by whoever changed it within fifteen minutes, later by whoever leads the area. */
export async function undoKpm(
  tx: Writer,
  actor: Actor,
  change: string,
  now: number,
): Promise<UndoKpmOutcome> {
  const found = await findLastChange(tx, change);
  const kpm = found === undefined ? undefined : await findKpm(tx, found.row.person);
  if (found === undefined || kpm === undefined) return { kind: 'not-found' };
  const self = actorId(actor);
  const leads = mayOversee(actor, kpm.area);
  if (found.row.actor !== self && !leads) return { kind: 'not-found' };
  if (found.row.undoneAt !== null) return { kind: 'undone-before' };
  if (!found.isLast) return { kind: 'changed-since' };
  if (now - found.row.at > undoMs && !leads) return { kind: 'too-late' };
  await endChange(tx, change, now);
  await updateKpm(tx, kpm.person, { ...found.row.before, updatedAt: now });
  await writeAudit(tx, { at: now, actor: self, action: 'kpm.undone', about: `person:${kpm.person}` });
  return { kind: 'undone' };
}
