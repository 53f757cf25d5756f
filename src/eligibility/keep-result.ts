/** What may be done with a result, on the person's own wish: keep it, take it back, show it to the facilitator. */
import { type Actor, actorId, findFacilitators, insertConsent } from '../people/index.ts';
import { type Reader, type Writer, writeAudit } from '../store/index.ts';
import { type Check, isMinor, toText } from './check.ts';
import type { Outcome } from './rule.ts';
import { deleteResult, saveResultRow } from './store.ts';

/** Raised whenever the words that people agree to change. */
const consentVersion = 1;

/** Officers check for others, and on a family's phone nobody is known for sure: neither keeps results. */
export const mayKeep = (actor: Actor, check: Check): boolean =>
  actor.roles.length === 0 && (actor.person !== undefined || actor.persons.length === 0) && !isMinor(check);

export type Kept = { readonly kind: 'kept' } | { readonly kind: 'not-allowed' };

/** Keeps a result with the consent just given. Saying so twice keeps one. */
export async function keepResult(
  tx: Writer,
  actor: Actor,
  input: { readonly check: Check; readonly outcome: Outcome; readonly now: number },
): Promise<Kept> {
  const { check, now, outcome } = input;
  if (!mayKeep(actor, check)) return { kind: 'not-allowed' };
  const owner = actorId(actor);
  await saveResultRow(tx, {
    owner,
    programme: check.programme.id,
    year: check.year,
    outcome,
    checkText: toText(check),
    consent: consentVersion,
    savedAt: now,
  });
  if (actor.person !== undefined) await noteConsent(tx, actor.person.id, 'eligibility.keep', now);
  await writeAudit(tx, { at: now, actor: owner, action: 'eligibility.kept', about: aboutOf(actor) });
  return { kind: 'kept' };
}

/** What the audit names as the record: the person, or the account of somebody not registered. */
const aboutOf = (actor: Actor): string =>
  actor.person === undefined ? actorId(actor) : `person:${actor.person.id}`;

const noteConsent = (tx: Writer, person: string, purpose: string, now: number): Promise<void> =>
  insertConsent(tx, { person, purpose, version: consentVersion, takenBy: person, now });

/** Takes back one result of one's own; false when it is gone already or another's. */
export async function forgetResult(tx: Writer, actor: Actor, id: string, now: number): Promise<boolean> {
  const owner = actorId(actor);
  const gone = await deleteResult(tx, owner, id);
  if (gone)
    await writeAudit(tx, { at: now, actor: owner, action: 'eligibility.forgotten', about: aboutOf(actor) });
  return gone;
}

/** The facilitator to whom this person may send a result; undefined where nobody accompanies them. */
export async function findReceiver(read: Reader, actor: Actor): Promise<string | undefined> {
  if (actor.person === undefined) return undefined;
  const [facilitator] = await findFacilitators(read, actor.person.id);
  return facilitator;
}

export type Sent =
  | { readonly kind: 'sent'; readonly facilitator: string; readonly person: string }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'nobody' };

/** Notes the consent to send a result; the caller tells the facilitator in the same write. */
export async function sendResult(
  tx: Writer,
  actor: Actor,
  input: { readonly check: Check; readonly now: number },
): Promise<Sent> {
  if (!mayKeep(actor, input.check) || actor.person === undefined) return { kind: 'not-allowed' };
  const facilitator = await findReceiver(tx, actor);
  if (facilitator === undefined) return { kind: 'nobody' };
  const person = actor.person.id;
  await noteConsent(tx, person, 'eligibility.send', input.now);
  await writeAudit(tx, {
    at: input.now,
    actor: person,
    action: 'eligibility.sent',
    about: `person:${person}`,
    person,
    payload: { to: facilitator, programme: input.check.programme.id },
  });
  return { kind: 'sent', facilitator, person };
}
