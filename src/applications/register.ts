/** Registers applications, takes one back at once, and gives out one-time codes. Each runs inside the caller's write. */
import { randomInt } from 'node:crypto';
import { type Actor, actorId, findConsentState, findPerson } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { isOpen, type Stage, undoMs } from './application.ts';
import { drawNumber } from './application-number.ts';
import { mayHandle, standingOf } from './standing.ts';
import {
  type ApplicationRow,
  findApplication,
  findApplicationsOf,
  insertApplication,
  insertStep,
  updateApplication,
} from './store.ts';

export interface NewApplication {
  readonly person: string;
  readonly area: string;
  /** Prefix of the programme. */
  readonly programme: string;
  readonly stage: Stage;
  readonly missing: readonly string[];
  readonly registeredBy: string;
  readonly registeredAt: number;
  readonly approvedOn: string | null;
  /** A number that was given before; else one is drawn. */
  readonly number?: string;
  readonly codeHash: string | null;
  readonly what: 'register' | 'import';
  readonly reason?: string;
}

async function drawFree(tx: Writer, prefix: string): Promise<string> {
  for (;;) {
    const number = drawNumber(prefix, (n) => randomInt(n));
    if ((await findApplication(tx, number)) === undefined) return number;
  }
}

/** Stores an application with its first step; asks no rights. */
export async function storeApplication(
  tx: Writer,
  input: NewApplication,
  now: number,
): Promise<ApplicationRow> {
  const { area, missing, reason, stage, what } = input;
  const row: ApplicationRow = {
    id: newId(now),
    number: input.number ?? (await drawFree(tx, input.programme)),
    person: input.person,
    programme: input.programme,
    area,
    province: area.split('.')[0] ?? area,
    regency: area.split('.').slice(0, 2).join('.'),
    stage,
    stageAt: input.registeredAt,
    missing,
    hasMissing: missing.length > 0,
    reason: reason ?? null,
    registeredBy: input.registeredBy,
    registeredAt: input.registeredAt,
    approvedOn: input.approvedOn,
    codeHash: input.codeHash,
    codeMadeAt: input.codeHash === null ? null : now,
  };
  await insertApplication(tx, row);
  await insertStep(tx, {
    id: newId(now),
    application: row.id,
    at: input.registeredAt,
    actor: input.registeredBy,
    stage,
    what,
    reason: reason ?? null,
  });
  return row;
}

export interface RegisterInput {
  readonly person: string;
  readonly programme: string;
  /** Hash of the code that the receipt shows; null registers without one. */
  readonly codeHash: string | null;
  /** Register it although another one to this programme is open. */
  readonly sure?: boolean;
  readonly now: number;
}

export type RegisterOutcome =
  | { readonly kind: 'registered'; readonly row: ApplicationRow; readonly name: string }
  | { readonly kind: 'same'; readonly row: ApplicationRow; readonly name: string }
  /** The person withdrew consent; it is to be asked for again first. */
  | { readonly kind: 'no-consent'; readonly name: string }
  /** Nobody of that id, or not theirs: one outcome. */
  | { readonly kind: 'not-yours' };

/** Registers an application for one of the actor's own people, or for somebody in the area that the actor leads. */
export async function registerApplication(
  tx: Writer,
  actor: Actor,
  input: RegisterInput,
): Promise<RegisterOutcome> {
  const { now, programme } = input;
  const person = await findPerson(tx, input.person);
  if (person === undefined || !(await mayHandle(tx, actor, person.id, person.area))) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.refused',
      about: `person:${input.person}`,
    });
    return { kind: 'not-yours' };
  }
  if ((await findConsentState(tx, person.id)) === 'withdrawn')
    return { kind: 'no-consent', name: person.name };
  const same = (await findApplicationsOf(tx, person.id)).find(
    (row) => row.programme === programme && isOpen(row.stage),
  );
  if (same !== undefined && input.sure !== true) return { kind: 'same', row: same, name: person.name };
  const row = await storeApplication(
    tx,
    {
      person: person.id,
      area: person.area,
      programme,
      stage: 'received',
      missing: [],
      registeredBy: actorId(actor),
      registeredAt: now,
      approvedOn: null,
      codeHash: input.codeHash,
      what: 'register',
    },
    now,
  );
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'application.registered',
    about: `application:${row.id}`,
    person: person.id,
    payload: { programme },
  });
  return { kind: 'registered', row, name: person.name };
}

export type UndoOutcome =
  | { readonly kind: 'undone' | 'too-late' | 'stale'; readonly row: ApplicationRow }
  | { readonly kind: 'not-there' };

/** Takes a registration back, by the one who made it, within fifteen minutes and while nothing else happened. */
export async function undoRegistration(
  tx: Writer,
  actor: Actor,
  number: string,
  now: number,
): Promise<UndoOutcome> {
  const row = await findApplication(tx, number);
  if (row === undefined || actor.person === undefined || row.registeredBy !== actor.person.id)
    return { kind: 'not-there' };
  if (row.stage !== 'received') return { kind: 'stale', row };
  if (now - row.registeredAt > undoMs) return { kind: 'too-late', row };
  const change = { stage: 'withdrawn' as const, stageAt: now, codeHash: null };
  await updateApplication(tx, row.id, change);
  await insertStep(tx, {
    id: newId(now),
    application: row.id,
    at: now,
    actor: actor.person.id,
    stage: 'withdrawn',
    what: 'undo',
    reason: null,
  });
  await writeAudit(tx, {
    at: now,
    actor: actor.person.id,
    action: 'application.undone',
    about: `application:${row.id}`,
  });
  return { kind: 'undone', row: { ...row, ...change } };
}

export type CodeOutcome =
  | { readonly kind: 'made'; readonly row: ApplicationRow }
  | { readonly kind: 'not-there' };

/** Puts a new one-time code in the place of the old one. */
export async function renewCode(
  tx: Writer,
  actor: Actor,
  input: { readonly number: string; readonly codeHash: string; readonly now: number },
): Promise<CodeOutcome> {
  const { codeHash, now, number } = input;
  const row = await findApplication(tx, number);
  const standing = row === undefined ? undefined : await standingOf(tx, actor, row);
  if (row === undefined || standing?.handles !== true || row.person === null) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.refused',
      about: row === undefined ? 'application:unknown' : `application:${row.id}`,
    });
    return { kind: 'not-there' };
  }
  await updateApplication(tx, row.id, { codeHash, codeMadeAt: now });
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'application.code-made',
    about: `application:${row.id}`,
  });
  return { kind: 'made', row };
}
