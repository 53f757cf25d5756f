/** Adds entries to a register, corrects them and takes them back. Each runs inside the caller's write. */
import { normaliseName } from '../language/name.ts';
import { type Actor, actorId, findPersonByKey, mayOversee } from '../people/index.ts';
import { newId, type Reader, type Writer, writeAudit } from '../store/index.ts';
import { countEntry, countGain } from './count-entry.ts';
import {
  changesOf,
  type EntryFacts,
  isPersonKind,
  mayKeep,
  provinceOf,
  type RegisterName,
  undoMs,
} from './register.ts';
import {
  type EntryRow,
  findEntry,
  findGains,
  findSameEntry,
  insertEntry,
  insertStep,
  updateEntry,
} from './store.ts';

export interface Moment {
  readonly now: number;
  /** `YYYY-MM-DD` in the actor's zone. */
  readonly today: string;
}

/** The actor may not do this there; it is in the audit. */
async function refuse(tx: Writer, actor: Actor, about: string, now: number): Promise<void> {
  await writeAudit(tx, { at: now, actor: actorId(actor), action: 'register.refused', about });
}

/** What may be seen and kept of an entry that exists; undefined, and audited, when it is none of the actor's business. */
export async function findKept(
  tx: Writer,
  actor: Actor,
  id: string,
  now: number,
  allowed: (actor: Actor, area: string) => boolean = mayKeep,
): Promise<EntryRow | undefined> {
  const row = await findEntry(tx, id);
  if (row !== undefined && allowed(actor, row.area)) return row;
  await refuse(tx, actor, row === undefined ? 'register:unknown' : `register:${row.id}`, now);
  return undefined;
}

/** The registered person an entry is about, where exactly one of that name lives there. */
const personOf = async (read: Reader, register: RegisterName, facts: EntryFacts): Promise<string | null> =>
  isPersonKind(register, facts.kind)
    ? ((await findPersonByKey(read, normaliseName(facts.name), facts.area)) ?? null)
    : null;

/** Whether an entry that stands says the same. In one place there is one Puskesos, whatever it is called. */
export const findAlike = (read: Reader, register: RegisterName, facts: EntryFacts) =>
  findSameEntry(read, {
    register,
    nameKey: normaliseName(facts.name),
    area: facts.area,
    ...(register === 'pillar' ? { kind: facts.kind } : {}),
  });

export interface NewEntry {
  readonly register: RegisterName;
  readonly facts: EntryFacts;
  readonly active?: boolean;
  readonly stage?: EntryRow['stage'];
  readonly stageOn?: string;
}

/** Stores an entry without asking who does it: for use cases and imports that have asked. */
export async function storeEntry(tx: Writer, by: string, entry: NewEntry, moment: Moment): Promise<EntryRow> {
  const { facts, register } = entry;
  const row = {
    id: newId(moment.now),
    register,
    ...facts,
    nameKey: normaliseName(facts.name),
    province: provinceOf(facts.area),
    active: entry.active ?? true,
    stage: register === 'kat' ? (entry.stage ?? 'preparation') : null,
    stageOn: register === 'kat' ? (entry.stageOn ?? moment.today) : null,
    gained: 0,
    gainedOn: null,
    person: await personOf(tx, register, facts),
    addedBy: by,
    recordedOn: moment.today,
    createdAt: moment.now,
    changedAt: moment.now,
    undoneAt: null,
  };
  const number = await insertEntry(tx, row);
  const step = { id: newId(moment.now), entry: row.id, at: moment.now, actor: by, what: 'add' as const };
  await insertStep(tx, { ...step, stage: row.stage });
  await countEntry(tx, { ...row, number }, 1);
  await writeAudit(tx, { at: moment.now, actor: by, action: 'register.added', about: `register:${row.id}` });
  return { ...row, number };
}

export type AddOutcome =
  | { readonly kind: 'saved'; readonly row: EntryRow }
  /** It stands already; it is stored again only when the actor says so. */
  | { readonly kind: 'same'; readonly row: EntryRow; readonly draft: NewEntry }
  | { readonly kind: 'not-allowed'; readonly area: string };

export async function addEntry(
  tx: Writer,
  actor: Actor,
  draft: NewEntry,
  moment: Moment & { readonly sure?: boolean },
): Promise<AddOutcome> {
  const { area } = draft.facts;
  if (actor.person === undefined || !mayKeep(actor, area)) {
    await refuse(tx, actor, `register:${draft.register}`, moment.now);
    return { kind: 'not-allowed', area };
  }
  const same = await findAlike(tx, draft.register, draft.facts);
  if (same !== undefined && (moment.sure !== true || draft.register === 'puskesos'))
    return { kind: 'same', row: same, draft };
  return { kind: 'saved', row: await storeEntry(tx, actor.person.id, draft, moment) };
}

export type CorrectOutcome =
  | { readonly kind: 'corrected' | 'unchanged' | 'undone-before'; readonly row: EntryRow }
  | { readonly kind: 'not-allowed' };

/** Puts new facts in the place of old ones; what they were stays in the entry's history. */
export async function correctEntry(
  tx: Writer,
  actor: Actor,
  id: string,
  facts: EntryFacts,
  now: number,
): Promise<CorrectOutcome> {
  const row = await findKept(tx, actor, id, now);
  if (row === undefined) return { kind: 'not-allowed' };
  if (!mayKeep(actor, facts.area)) {
    await refuse(tx, actor, `register:${id}`, now);
    return { kind: 'not-allowed' };
  }
  if (row.undoneAt !== null) return { kind: 'undone-before', row };
  const changes = changesOf(row, facts);
  if (Object.keys(changes).length === 0) return { kind: 'unchanged', row };
  const after: EntryRow = {
    ...row,
    ...facts,
    nameKey: normaliseName(facts.name),
    province: provinceOf(facts.area),
    person: await personOf(tx, row.register, facts),
  };
  await countEntry(tx, row, -1);
  await countEntry(tx, after, 1);
  if (row.area !== after.area) {
    for (const gain of await findGains(tx, id)) {
      await countGain(tx, row, gain, -1);
      await countGain(tx, after, gain, 1);
    }
  }
  const { nameKey, person, province } = after;
  await updateEntry(tx, id, { ...facts, nameKey, person, province, changedAt: now });
  const by = actorId(actor);
  await insertStep(tx, { id: newId(now), entry: id, at: now, actor: by, what: 'correct', changes });
  await writeAudit(tx, { at: now, actor: by, action: 'register.corrected', about: `register:${id}` });
  return { kind: 'corrected', row: after };
}

export type UndoOutcome =
  | { readonly kind: 'undone' | 'undone-before' | 'too-late'; readonly row: EntryRow }
  | { readonly kind: 'not-allowed' };

/** Takes an entry back: its maker within fifteen minutes, whoever oversees the area at any time. */
export async function undoEntry(tx: Writer, actor: Actor, id: string, now: number): Promise<UndoOutcome> {
  const row = await findKept(tx, actor, id, now);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.undoneAt !== null) return { kind: 'undone-before', row };
  const overseen = mayOversee(actor, row.area);
  const own = row.addedBy === actor.person?.id;
  if (!overseen && !own) {
    await refuse(tx, actor, `register:${id}`, now);
    return { kind: 'not-allowed' };
  }
  if (!overseen && now - row.createdAt > undoMs) return { kind: 'too-late', row };
  await countEntry(tx, row, -1);
  for (const gain of await findGains(tx, id)) await countGain(tx, row, gain, -1);
  await updateEntry(tx, id, { undoneAt: now, changedAt: now });
  const by = actorId(actor);
  await insertStep(tx, { id: newId(now), entry: id, at: now, actor: by, what: 'undo' });
  await writeAudit(tx, { at: now, actor: by, action: 'register.undone', about: `register:${id}` });
  return { kind: 'undone', row };
}
