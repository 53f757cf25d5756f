/** Records sessions, corrects them and takes them back. Each runs inside the caller's write. */
import { type Actor, findInCaseload, mayLogFieldWork } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { countSession } from './count-session.ts';
import { reopenVisits, settleVisits } from './plan-visit.ts';
import { isBackDated, type SessionFacts, sameLogMs, undoMs } from './session.ts';
import {
  findSame,
  findSession,
  insertSession,
  markUndone,
  rewriteSession,
  type SessionRow,
} from './store.ts';

/** A session ready to be stored. */
export interface SessionDraft extends SessionFacts {
  /** Person id. */
  readonly person: string;
  /** Message it was made from: conversation key and reference. */
  readonly source: string;
  /** Line of that message, from 0. */
  readonly line: number;
}

export interface Logged extends SessionFacts {
  readonly id: string;
  readonly number: number;
  readonly person: string;
  readonly personName: string;
  readonly backDated: boolean;
}

export type LogOutcome =
  | { readonly kind: 'saved'; readonly session: Logged }
  /** The same log stands already; it is stored again only when the facilitator says so. */
  | { readonly kind: 'same'; readonly session: Logged; readonly draft: SessionDraft }
  | { readonly kind: 'not-your-person' }
  | { readonly kind: 'not-allowed' };

const toLogged = (row: SessionRow, personName: string): Logged => ({
  id: row.id,
  number: row.number,
  person: row.person,
  personName,
  kind: row.kind,
  date: row.date,
  minutes: row.minutes,
  turnover: row.turnover,
  workers: row.workers,
  topic: row.topic,
  note: row.note,
  backDated: row.backDated,
});

export interface LogMoment {
  readonly now: number;
  /** `YYYY-MM-DD` in the facilitator's zone. */
  readonly today: string;
  /** Store it although the same log stands already. */
  readonly sure?: boolean;
}

/** Stores one session of a facilitator with one of the own people. */
export async function logSession(
  tx: Writer,
  actor: Actor,
  draft: SessionDraft,
  moment: LogMoment,
): Promise<LogOutcome> {
  const self = actor.person;
  if (self === undefined || !mayLogFieldWork(actor)) return { kind: 'not-allowed' };
  const person = await findInCaseload(tx, self.id, draft.person);
  if (person === undefined) return { kind: 'not-your-person' };
  if (moment.sure !== true) {
    const key = { facilitator: self.id, person: person.id, date: draft.date, kind: draft.kind };
    const same = (await findSame(tx, key)).find(
      (row) => row.minutes === draft.minutes && moment.now - row.createdAt < sameLogMs,
    );
    if (same !== undefined) return { kind: 'same', session: toLogged(same, person.name), draft };
  }
  const { kind, date, minutes, turnover, note, source, line } = draft;
  const row = {
    id: newId(moment.now),
    facilitator: self.id,
    person: person.id,
    kind,
    date,
    minutes,
    turnover,
    workers: draft.workers ?? null,
    topic: draft.topic ?? '',
    note,
    area: person.area,
    source,
    line,
    backDated: isBackDated(date, moment.today),
    createdAt: moment.now,
  };
  const number = await insertSession(tx, row);
  await countSession(tx, row, 1);
  await settleVisits(tx, row, moment.now);
  await writeAudit(tx, {
    at: moment.now,
    actor: self.id,
    action: 'session.logged',
    about: `session:${row.id}`,
  });
  return { kind: 'saved', session: toLogged({ ...row, number, undoneAt: null }, person.name) };
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly number: number }
  | { readonly kind: 'undone-before'; readonly number: number }
  | { readonly kind: 'too-late'; readonly number: number }
  /** Not there, or somebody else's: one outcome. */
  | { readonly kind: 'not-found' };

/** Takes a session back, by the one who logged it, within fifteen minutes. */
export async function undoSession(tx: Writer, actor: Actor, id: string, now: number): Promise<UndoOutcome> {
  const row = await findSession(tx, id);
  if (row === undefined || actor.person === undefined || row.facilitator !== actor.person.id)
    return { kind: 'not-found' };
  if (row.undoneAt !== null) return { kind: 'undone-before', number: row.number };
  if (now - row.createdAt > undoMs) return { kind: 'too-late', number: row.number };
  return undo(tx, actor.person.id, row, now);
}

async function undo(tx: Writer, actor: string, row: SessionRow, now: number): Promise<UndoOutcome> {
  await markUndone(tx, row.id, now);
  await countSession(tx, row, -1);
  await reopenVisits(tx, row.id);
  await writeAudit(tx, { at: now, actor, action: 'session.undone', about: `session:${row.id}` });
  return { kind: 'undone', number: row.number };
}

/** Takes back a session whose line was removed from its message; the facilitator has confirmed it. */
export async function removeSession(tx: Writer, actor: Actor, id: string, now: number): Promise<UndoOutcome> {
  const row = await findSession(tx, id);
  if (row === undefined || actor.person === undefined || row.facilitator !== actor.person.id)
    return { kind: 'not-found' };
  if (row.undoneAt !== null) return { kind: 'undone-before', number: row.number };
  return undo(tx, actor.person.id, row, now);
}

export type CorrectOutcome =
  | { readonly kind: 'corrected'; readonly session: Logged }
  | { readonly kind: 'unchanged'; readonly session: Logged }
  | { readonly kind: 'undone-before'; readonly number: number }
  | { readonly kind: 'not-your-person' };

/** Puts what an edited line says in the place of what its record said; the record keeps its number and its history. */
export async function correctSession(
  tx: Writer,
  actor: Actor,
  row: SessionRow,
  draft: SessionDraft,
  now: number,
): Promise<CorrectOutcome> {
  const self = actor.person;
  if (self === undefined || row.facilitator !== self.id) return { kind: 'not-your-person' };
  if (row.undoneAt !== null) return { kind: 'undone-before', number: row.number };
  const person = await findInCaseload(tx, self.id, draft.person);
  if (person === undefined) return { kind: 'not-your-person' };
  const facts: SessionFacts = {
    kind: draft.kind,
    date: draft.date,
    minutes: draft.minutes,
    turnover: draft.turnover,
    workers: draft.workers ?? null,
    topic: draft.topic ?? '',
    note: draft.note,
  };
  const same =
    row.person === draft.person &&
    row.kind === facts.kind &&
    row.date === facts.date &&
    row.minutes === facts.minutes &&
    row.turnover === facts.turnover &&
    row.workers === facts.workers &&
    row.topic === facts.topic &&
    row.note === facts.note;
  const { topic = '', workers = null } = facts;
  const after = toLogged({ ...row, ...facts, workers, topic, person: person.id }, person.name);
  if (same) return { kind: 'unchanged', session: after };
  await countSession(tx, row, -1);
  await countSession(tx, { ...row, ...facts, area: person.area }, 1);
  await rewriteSession(tx, {
    row,
    facts,
    person: person.id,
    area: person.area,
    actor: self.id,
    versionId: newId(now),
    at: now,
  });
  await writeAudit(tx, { at: now, actor: self.id, action: 'session.corrected', about: `session:${row.id}` });
  return { kind: 'corrected', session: after };
}
