/** Moves a case along, hands it to somebody, adds to it. Rights and state are checked on every call; each change is kept. */
import type { Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { type Actor, actorId, findHoldersWithin, findReach } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import {
  type CaseState,
  isClosed,
  isRequester,
  type Move,
  mayAssign,
  mayMove,
  maySee,
  mayTake,
  moveRules,
  shorten,
  startsFrom,
} from './case.ts';
import { countCase } from './count-case.ts';
import { dueAt, type Sla } from './sla.ts';
import { type CaseRow, type EventKind, findCase, insertEvent, updateCase } from './store.ts';

/** Working days in which a solved or refused case can be opened again. */
const reopenDays = 30;

export interface MoveMoment {
  readonly now: number;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly sla: Sla;
}

export interface MoveInput {
  readonly id: string;
  readonly move: Move;
  /** The state the person saw; another one means somebody was faster. Absent: whatever it is. */
  readonly from?: CaseState;
  /** A reason, a destination or what was done; empty where the move needs none. */
  readonly note: string;
}

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly row: CaseRow; readonly event: string }
  /** Somebody was faster, or the button is old: the case as it is now. */
  | { readonly kind: 'changed-meanwhile'; readonly row: CaseRow }
  | { readonly kind: 'needs-words'; readonly row: CaseRow; readonly needs: 'reason' | 'destination' | 'done' }
  /** The person was asked whether it helped and has not answered yet; until when an answer is awaited. */
  | { readonly kind: 'ask-first'; readonly row: CaseRow; readonly until: number }
  | { readonly kind: 'too-late'; readonly row: CaseRow }
  /** No such case, or not for this actor: one outcome. */
  | { readonly kind: 'not-allowed' };

async function refuse(tx: Writer, actor: Actor, id: string, what: string, now: number): Promise<void> {
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'case.denied',
    about: `case:${id}`,
    payload: { what },
  });
}

/** Records a change of a case in its own history and in the audit. */
async function note(
  tx: Writer,
  row: CaseRow,
  change: { readonly actor: string; readonly kind: EventKind; readonly note: string; readonly now: number },
): Promise<string> {
  const id = newId(change.now);
  await insertEvent(tx, {
    id,
    case: row.id,
    at: change.now,
    actor: change.actor,
    kind: change.kind,
    state: row.state,
    note: shorten(change.note),
  });
  await writeAudit(tx, {
    at: change.now,
    actor: change.actor,
    action: `case.${change.kind}`,
    about: `case:${row.id}`,
  });
  return id;
}

/** Puts a case into a state, with its new due time. */
async function enter(
  tx: Writer,
  row: CaseRow,
  state: CaseState,
  moment: MoveMoment,
  change: Partial<CaseRow> = {},
): Promise<CaseRow> {
  const due = isClosed(state) ? null : dueAt(moment.sla, { state, urgent: row.urgent }, moment);
  const changed = {
    ...change,
    state,
    stateAt: moment.now,
    dueAt: due,
    stepUpAt: due,
    level: 0,
    closedAt: isClosed(state) ? moment.now : null,
  };
  await updateCase(tx, row.id, changed);
  return { ...row, ...changed };
}

/** Makes one move. A move to the state the case is in already, by the same person, changes nothing. */
export async function moveCase(
  tx: Writer,
  actor: Actor,
  input: MoveInput,
  moment: MoveMoment,
): Promise<MoveOutcome> {
  const { move } = input;
  const { now } = moment;
  const row = await findCase(tx, input.id);
  if (row === undefined || !maySee(actor, row) || !mayMove(actor, row, move)) {
    await refuse(tx, actor, input.id, move, now);
    return { kind: 'not-allowed' };
  }
  if ((input.from !== undefined && input.from !== row.state) || !startsFrom(move, row.kind, row.state))
    return { kind: 'changed-meanwhile', row };
  const own = isRequester(actor, row);
  const rule = moveRules[move];
  const words = input.note.trim();
  if (rule.needs !== undefined && words === '' && !(own && rule.needs === 'reason'))
    return { kind: 'needs-words', row, needs: rule.needs };
  if (move === 'reopen' && isClosed(row.state)) {
    const last = moment.calendar.addWorkingHours(row.closedAt ?? now, reopenDays * 8, moment.zone);
    if (now > last) return { kind: 'too-late', row };
  }
  if (move === 'solve' && !own) {
    if ((await isReachable(tx, row)) && row.dueAt !== null && now < row.dueAt)
      return { kind: 'ask-first', row, until: row.dueAt };
  }
  const self = actor.person?.id;
  const takes = !own && self !== undefined && row.takenBy === null;
  if (move === 'reopen' && row.state === 'solved')
    await countCase(tx, row, 'cases-solved', row.closedAt ?? now, -1);
  const after = await enter(tx, row, rule.to, moment, {
    ...(takes ? { takenBy: self } : {}),
    ...(move === 'refer' ? { destination: words } : {}),
  });
  if (move === 'solve') await countCase(tx, after, 'cases-solved', now);
  const event = await note(tx, after, { actor: actorId(actor), kind: move, note: words, now });
  return { kind: 'moved', row: after, event };
}

/** Whether a message reaches whose case it is. */
export const isReachable = async (tx: Writer, row: CaseRow): Promise<boolean> =>
  row.address !== null || (row.person !== null && (await findReach(tx, row.person)) !== undefined);

export type TakeOutcome =
  | { readonly kind: 'taken'; readonly row: CaseRow; readonly event: string; readonly before: string | null }
  | { readonly kind: 'changed-meanwhile'; readonly row: CaseRow }
  | { readonly kind: 'not-allowed' };

/** Takes a case over. Whoever had it before is named, so that they can be told. */
export async function takeCase(tx: Writer, actor: Actor, id: string, now: number): Promise<TakeOutcome> {
  const row = await findCase(tx, id);
  const self = actor.person?.id;
  if (row === undefined || self === undefined || !maySee(actor, row)) {
    await refuse(tx, actor, id, 'take', now);
    return { kind: 'not-allowed' };
  }
  if (row.takenBy === self || isClosed(row.state)) return { kind: 'changed-meanwhile', row };
  if (!mayTake(actor, row)) {
    await refuse(tx, actor, id, 'take', now);
    return { kind: 'not-allowed' };
  }
  await updateCase(tx, id, { takenBy: self });
  const after = { ...row, takenBy: self };
  const event = await note(tx, after, { actor: self, kind: 'take', note: '', now });
  return { kind: 'taken', row: after, event, before: row.takenBy };
}

export type AssignOutcome =
  | { readonly kind: 'assigned'; readonly row: CaseRow; readonly event: string; readonly name: string }
  | { readonly kind: 'changed-meanwhile'; readonly row: CaseRow }
  | { readonly kind: 'not-allowed' };

/** Facilitators and front offices that a case may be handed to, by name. */
export const findAssignees = (tx: Parameters<typeof findHoldersWithin>[0], row: Pick<CaseRow, 'regency'>) =>
  findHoldersWithin(tx, ['facilitator', 'front-office', 'back-office'], row.regency);

/** Hands a case to a facilitator or office of its kab/kota. */
export async function assignCase(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly to: string; readonly now: number },
): Promise<AssignOutcome> {
  const row = await findCase(tx, input.id);
  if (row === undefined || !maySee(actor, row)) {
    await refuse(tx, actor, input.id, 'assign', input.now);
    return { kind: 'not-allowed' };
  }
  if (isClosed(row.state)) return { kind: 'changed-meanwhile', row };
  const to = (await findAssignees(tx, row)).find((one) => one.id === input.to);
  if (!mayAssign(actor, row) || to === undefined) {
    await refuse(tx, actor, input.id, 'assign', input.now);
    return { kind: 'not-allowed' };
  }
  await updateCase(tx, row.id, { takenBy: to.id });
  const after = { ...row, takenBy: to.id };
  const event = await note(tx, after, {
    actor: actorId(actor),
    kind: 'assign',
    note: to.name,
    now: input.now,
  });
  return { kind: 'assigned', row: after, event, name: to.name };
}

export type AddOutcome =
  | { readonly kind: 'added'; readonly row: CaseRow; readonly event: string }
  | { readonly kind: 'changed-meanwhile'; readonly row: CaseRow }
  | { readonly kind: 'not-allowed' };

/** Adds what the person, or an officer, has to say besides. */
export async function addToCase(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly text: string; readonly now: number },
): Promise<AddOutcome> {
  const row = await findCase(tx, input.id);
  if (row === undefined || !maySee(actor, row)) {
    await refuse(tx, actor, input.id, 'add', input.now);
    return { kind: 'not-allowed' };
  }
  if (isClosed(row.state)) return { kind: 'changed-meanwhile', row };
  const event = await note(tx, row, {
    actor: actorId(actor),
    kind: 'add',
    note: input.text,
    now: input.now,
  });
  return { kind: 'added', row, event };
}

/** Ends a served case whose person did not answer in time. */
export async function endUnanswered(
  tx: Writer,
  row: CaseRow,
  moment: MoveMoment,
): Promise<{ readonly row: CaseRow; readonly event: string }> {
  const after = await enter(tx, row, 'solved', moment);
  await countCase(tx, after, 'cases-solved', moment.now);
  const event = await note(tx, after, { actor: 'system:cases', kind: 'solve', note: '', now: moment.now });
  return { row: after, event };
}

/** Notes that an overdue case was passed one step further up, and when it will be again. */
export async function passUp(
  tx: Writer,
  row: CaseRow,
  to: { readonly level: number; readonly persons: readonly string[]; readonly desk: boolean },
  moment: MoveMoment,
): Promise<CaseRow> {
  const { sla, now, zone, calendar } = moment;
  const last = to.level >= 3;
  const changed = {
    level: to.level,
    stepUpAt: last ? null : calendar.addWorkingHours(now, sla.stepUpHours, zone),
    told: [...new Set([...row.told, ...to.persons])],
    atDesk: row.atDesk || to.desk,
  };
  await updateCase(tx, row.id, changed);
  const after = { ...row, ...changed };
  await note(tx, after, { actor: 'system:cases', kind: 'step-up', note: '', now });
  return after;
}
