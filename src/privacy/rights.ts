/**
 * The rights of people over their data: asking for a correction, withdrawing consent, erasing. Each runs inside the
 * caller's write, for a person that the account stands for. What is kept about whom is asked of the features.
 */
import type { Feature } from '../feature.ts';
import type { Lang } from '../language/locale.ts';
import {
  type Actor,
  type Address,
  actorId,
  deskRoles,
  findFacilitators,
  findHolders,
  findRoles,
  mayWorkAtDesk,
} from '../people/index.ts';
import { eraseAuditPayloads, newId, type Writer, writeAudit } from '../store/index.ts';
import { dueAt, longestText, type RequestKind, requestsADay } from './data-request.ts';
import {
  closeRequestRow,
  countRequestsOf,
  type DataRequest,
  eraseRequestWords,
  findRequest,
  insertRequest,
  nowhere,
} from './store.ts';

/** What the rights need of the features: all that keep something about people. */
export type Keepers = () => readonly Pick<Feature, 'name' | 'myData'>[];

export interface Asker {
  /** Null for somebody who is no person here. */
  readonly person: string | null;
  readonly address: Address;
  readonly lang: Lang;
  readonly now: number;
}

const dayMs = 24 * 3_600_000;

const isTheirs = (actor: Actor, person: string): boolean => actor.persons.some((one) => one.id === person);

const requestRow = (actor: Actor, asker: Asker, kind: RequestKind, text: string): DataRequest => ({
  id: newId(asker.now),
  kind,
  person: asker.person,
  account: actor.account,
  address: asker.address,
  lang: asker.lang,
  text,
  state: 'open',
  openedAt: asker.now,
  dueAt: dueAt(asker.now),
  closedAt: null,
  closedBy: null,
  answer: null,
});

/** Proof that a right was used and answered at once. */
async function noteDone(tx: Writer, actor: Actor, asker: Asker, kind: RequestKind): Promise<void> {
  const closed = { state: 'done' as const, closedAt: asker.now, closedBy: 'system:rights' };
  await insertRequest(tx, { ...requestRow(actor, asker, kind, ''), ...closed });
}

export type Corrected =
  | { readonly kind: 'asked'; readonly row: DataRequest; readonly tell: readonly string[] }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'not-yours' };

/** Asks the staff for a correction; they have the law's time. */
export async function askCorrection(
  tx: Writer,
  actor: Actor,
  asker: Asker,
  text: string,
): Promise<Corrected> {
  if (asker.person !== null && !isTheirs(actor, asker.person)) return { kind: 'not-yours' };
  if ((await countRequestsOf(tx, actor.account, asker.now - dayMs)) >= requestsADay)
    return { kind: 'too-many' };
  const row = requestRow(actor, asker, 'correct', text.trim().slice(0, longestText));
  await insertRequest(tx, row);
  await writeAudit(tx, {
    at: asker.now,
    actor: actorId(actor),
    action: 'data.correction-asked',
    about: `data-request:${row.id}`,
  });
  const holders = await findHolders(tx, deskRoles, 'ID');
  return { kind: 'asked', row, tell: [...new Set(holders.map((one) => one.person))].slice(0, 20) };
}

export type Withdrawn =
  | { readonly kind: 'withdrawn'; readonly tell: readonly string[] }
  | { readonly kind: 'not-yours' };

/** Ends at once what goes on with the person's consent. Who accompanied the person is to be told. */
export async function withdrawConsent(
  tx: Writer,
  actor: Actor,
  keepers: Keepers,
  asker: Asker,
): Promise<Withdrawn> {
  const { now, person } = asker;
  if (person === null || !isTheirs(actor, person)) return { kind: 'not-yours' };
  const tell = await findFacilitators(tx, person);
  for (const { myData } of keepers()) await myData?.stop?.(tx, person, now);
  await noteDone(tx, actor, asker, 'withdraw');
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'data.consent-withdrawn',
    about: `person:${person}`,
  });
  return { kind: 'withdrawn', tell };
}

export type Erased =
  /** Text keys of what is kept and why. */
  | { readonly kind: 'erased'; readonly kept: readonly string[] }
  /** An officer's records belong to the office; the role is taken away first. */
  | { readonly kind: 'officer' }
  | { readonly kind: 'not-yours' };

/**
 * Erases all that may be erased about a person, and what is kept of the account, unless the account stands for others
 * as well: on a family's phone nobody erases what the others said.
 */
export async function eraseData(tx: Writer, actor: Actor, keepers: Keepers, asker: Asker): Promise<Erased> {
  const { now, person } = asker;
  if (person !== null && !isTheirs(actor, person)) return { kind: 'not-yours' };
  if (person !== null && (await findRoles(tx, person)).length > 0) return { kind: 'officer' };
  const shared = actor.persons.some((one) => one.id !== person);
  const kept: string[] = [];
  for (const { myData } of keepers()) {
    if (person !== null) kept.push(...((await myData?.erase(tx, person, now)) ?? []));
    if (!shared) await myData?.account?.erase(tx, actor.account, now);
  }
  if (person !== null) await eraseAuditPayloads(tx, person);
  await eraseRequestWords(tx, { account: actor.account, person }, now);
  await noteDone(tx, { ...actor, account: '' }, { ...asker, address: nowhere }, 'erase');
  await writeAudit(tx, {
    at: now,
    actor: person ?? 'system:rights',
    action: 'data.erased',
    about: person === null ? 'account' : `person:${person}`,
  });
  return { kind: 'erased', kept };
}

export type Closed =
  | { readonly kind: 'closed'; readonly row: DataRequest }
  | { readonly kind: 'closed-before' }
  | { readonly kind: 'not-allowed' };

/** The staff's answer to a request. */
export async function answerRequest(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly done: boolean; readonly answer: string; readonly now: number },
): Promise<Closed> {
  const { done, id, now } = input;
  const row = await findRequest(tx, id);
  if (row === undefined || !mayWorkAtDesk(actor)) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'data.refused',
      about: `data-request:${id}`,
    });
    return { kind: 'not-allowed' };
  }
  if (row.state !== 'open') return { kind: 'closed-before' };
  const end = {
    state: done ? ('done' as const) : ('refused' as const),
    closedAt: now,
    closedBy: actorId(actor),
    answer: input.answer.trim().slice(0, longestText),
  };
  await closeRequestRow(tx, id, end);
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: done ? 'data.request-done' : 'data.request-refused',
    about: `data-request:${id}`,
  });
  return { kind: 'closed', row: { ...row, ...end } };
}
