/** Records activities and visits, corrects them and takes them back. Each runs inside the caller's write. */
import { forgetVisit, noteVisit } from '../mentoring/index.ts';
import { type Actor, actorId, findInCaseload, mayLogFieldWork, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { type ActivityFacts, sameActivityMs, sameFacts } from './activity.ts';
import {
  type ActivityRow,
  findActivity,
  findSameDay,
  insertActivity,
  markActivityUndone,
  rewriteActivity,
} from './activity-store.ts';
import { countActivity } from './count-activity.ts';
import { mayKeep, undoMs } from './register.ts';

/** An activity ready to be stored. */
export interface ActivityDraft extends ActivityFacts {
  /** Message it was made from: conversation key and reference. */
  readonly source: string;
  /** Line of that message, from 0. */
  readonly line: number;
}

export type LogOutcome =
  | { readonly kind: 'saved'; readonly row: ActivityRow; readonly name: string }
  /** The same stands already; it is stored again only when the doer says so. */
  | { readonly kind: 'same'; readonly row: ActivityRow; readonly name: string; readonly draft: ActivityDraft }
  | { readonly kind: 'not-your-person' | 'not-allowed' };

async function refuse(tx: Writer, actor: Actor, about: string, now: number): Promise<void> {
  await writeAudit(tx, { at: now, actor: actorId(actor), action: 'activity.refused', about });
}

/** Where it counts and who was visited; undefined when that person is none of the doer's. */
async function placeOf(tx: Writer, doer: string, draft: ActivityFacts) {
  if (draft.kind !== 'visit') return { area: draft.area, name: '' };
  const person = draft.person === null ? undefined : await findInCaseload(tx, doer, draft.person);
  return person === undefined ? undefined : { area: person.area, name: person.name };
}

/** Whom one accompanies one visits, wherever they live; an event lies in the own area. */
const mayLog = (actor: Actor, { kind }: ActivityFacts, area: string): boolean =>
  kind === 'visit' ? mayLogFieldWork(actor) : mayKeep(actor, area);

/** What mentoring is told of a visit, so that the person is not called unvisited. */
async function tellMentoring(
  tx: Writer,
  row: Pick<ActivityRow, 'id' | 'kind' | 'person' | 'doer' | 'date'>,
  now: number,
) {
  if (row.kind === 'visit' && row.person !== null)
    await noteVisit(tx, { record: row.id, facilitator: row.doer, person: row.person, date: row.date }, now);
  else await forgetVisit(tx, row.id);
}

const factsOf = (draft: ActivityFacts, area: string): ActivityFacts => ({
  kind: draft.kind,
  person: draft.kind === 'visit' ? draft.person : null,
  date: draft.date,
  people: draft.people,
  place: draft.place,
  area,
  note: draft.note,
});

/** Stores an activity that was checked, counts it, and ends what a visit was planned for. `doer` is who did it. */
export async function storeActivity(
  tx: Writer,
  doer: string,
  facts: ActivityFacts,
  from: { readonly source: string; readonly line: number; readonly now: number; readonly by?: string },
): Promise<ActivityRow> {
  const { by = doer, line, now, source } = from;
  const row = { id: newId(now), doer, ...facts, source, line, createdAt: now };
  const number = await insertActivity(tx, row);
  await countActivity(tx, row, 1);
  await tellMentoring(tx, row, now);
  await writeAudit(tx, { at: now, actor: by, action: 'activity.logged', about: `activity:${row.id}` });
  return { ...row, number, undoneAt: null };
}

export async function logActivity(
  tx: Writer,
  actor: Actor,
  draft: ActivityDraft,
  { now, sure }: { readonly now: number; readonly sure?: boolean },
): Promise<LogOutcome> {
  const self = actor.person;
  const placed = self === undefined ? undefined : await placeOf(tx, self.id, draft);
  if (self === undefined || (placed !== undefined && !mayLog(actor, draft, placed.area))) {
    await refuse(tx, actor, `activity:${draft.kind}`, now);
    return { kind: 'not-allowed' };
  }
  if (placed === undefined) {
    await refuse(tx, actor, `activity:${draft.kind}`, now);
    return { kind: 'not-your-person' };
  }
  const facts = factsOf(draft, placed.area);
  if (sure !== true) {
    const day = await findSameDay(tx, { doer: self.id, kind: draft.kind, date: draft.date });
    const same = day.find(
      (row) =>
        row.area === facts.area &&
        row.person === facts.person &&
        row.people === facts.people &&
        now - row.createdAt < sameActivityMs,
    );
    if (same !== undefined) return { kind: 'same', row: same, name: placed.name, draft };
  }
  const row = await storeActivity(tx, self.id, facts, { source: draft.source, line: draft.line, now });
  return { kind: 'saved', row, name: placed.name };
}

export type ActivityUndone =
  | { readonly kind: 'undone' | 'undone-before' | 'too-late'; readonly number: number }
  /** Not there, or none of the actor's: one outcome. */
  | { readonly kind: 'not-found' };

/** Takes an activity back: its doer within fifteen minutes, whoever oversees the area at any time. */
export async function undoActivity(
  tx: Writer,
  actor: Actor,
  id: string,
  { now, sure }: { readonly now: number; readonly sure?: boolean },
): Promise<ActivityUndone> {
  const row = await findActivity(tx, id);
  const overseen = row !== undefined && mayOversee(actor, row.area);
  const own = row !== undefined && row.doer === actor.person?.id;
  if (row === undefined || (!overseen && !own)) {
    await refuse(tx, actor, row === undefined ? 'activity:unknown' : `activity:${row.id}`, now);
    return { kind: 'not-found' };
  }
  const { number } = row;
  if (row.undoneAt !== null) return { kind: 'undone-before', number };
  if (!overseen && sure !== true && now - row.createdAt > undoMs) return { kind: 'too-late', number };
  await markActivityUndone(tx, row.id, now);
  await countActivity(tx, row, -1);
  await forgetVisit(tx, row.id);
  const by = actorId(actor);
  await writeAudit(tx, { at: now, actor: by, action: 'activity.undone', about: `activity:${row.id}` });
  return { kind: 'undone', number };
}

export type ActivityCorrected =
  | { readonly kind: 'corrected' | 'unchanged'; readonly row: ActivityRow; readonly name: string }
  | { readonly kind: 'undone-before'; readonly number: number }
  | { readonly kind: 'not-your-person' | 'not-allowed' };

/** Puts what an edited line says in the place of what its record said; the record keeps its number and its history. */
export async function correctActivity(
  tx: Writer,
  actor: Actor,
  row: ActivityRow,
  draft: ActivityFacts,
  now: number,
): Promise<ActivityCorrected> {
  const self = actor.person;
  if (self === undefined || row.doer !== self.id) {
    await refuse(tx, actor, `activity:${row.id}`, now);
    return { kind: 'not-allowed' };
  }
  if (row.undoneAt !== null) return { kind: 'undone-before', number: row.number };
  const placed = await placeOf(tx, self.id, draft);
  if (placed === undefined) return { kind: 'not-your-person' };
  if (!mayLog(actor, draft, placed.area)) {
    await refuse(tx, actor, `activity:${row.id}`, now);
    return { kind: 'not-allowed' };
  }
  const facts = factsOf(draft, placed.area);
  const { name } = placed;
  if (sameFacts(row, facts)) return { kind: 'unchanged', row, name };
  await countActivity(tx, row, -1);
  await countActivity(tx, { ...row, ...facts }, 1);
  await rewriteActivity(tx, { row, facts, actor: self.id, versionId: newId(now), at: now });
  await tellMentoring(tx, { ...row, ...facts }, now);
  await writeAudit(tx, {
    at: now,
    actor: self.id,
    action: 'activity.corrected',
    about: `activity:${row.id}`,
  });
  return { kind: 'corrected', row: { ...row, ...facts }, name };
}
