/** A facilitator enters a person of the own area, with consent, and accompanies that person from then on. */
import { normaliseName } from '../language/name.ts';
import { type Reader, type Writer, writeAudit } from '../store/index.ts';
import { type Actor, actorId } from './actor.ts';
import { addToCaseload } from './caseload-store.ts';
import { mayEnterPerson } from './may.ts';
import { findConsentState, findHolders, insertConsent } from './role-store.ts';
import { findNamesakes, findPerson, insertPerson } from './store.ts';

/** Version of the consent text `people-consent-text`; raised whenever its meaning changes. */
export const consentVersion = 1;

export interface Namesake {
  readonly id: string;
  readonly name: string;
  readonly area: string;
}

/** People of the same name in and around an area, shown before another one is entered. */
export async function findLikelyDuplicates(
  read: Reader,
  name: string,
  area: string,
): Promise<readonly Namesake[]> {
  const district = area.split('.').slice(0, 3).join('.');
  const rows = await findNamesakes(read, normaliseName(name), district);
  return rows.map(({ id, name: shown, area: where }) => ({ id, name: shown, area: where }));
}

export interface AddPersonInput {
  readonly name: string;
  readonly area: string;
  readonly now: number;
}

export type PersonAdded =
  | {
      readonly kind: 'added';
      readonly person: string;
      readonly name: string;
      readonly area: string;
      readonly coordinators: readonly string[];
      readonly duplicates: number;
    }
  | { readonly kind: 'not-your-area'; readonly area: string }
  | { readonly kind: 'no-person' };

/** Enters a person whose consent was taken. Coordinators of the area are named so that they can be told. */
export async function addPerson(tx: Writer, actor: Actor, input: AddPersonInput): Promise<PersonAdded> {
  const self = actor.person;
  if (self === undefined) return { kind: 'no-person' };
  if (!mayEnterPerson(actor, input.area)) return { kind: 'not-your-area', area: input.area };
  const duplicates = await findLikelyDuplicates(tx, input.name, input.area);
  const person = await insertPerson(tx, {
    name: input.name,
    area: input.area,
    addedBy: self.id,
    now: input.now,
  });
  await insertConsent(tx, {
    person,
    purpose: 'mentoring',
    version: consentVersion,
    takenBy: self.id,
    now: input.now,
  });
  await addToCaseload(tx, self.id, person, input.now);
  await writeAudit(tx, {
    at: input.now,
    actor: actorId(actor),
    action: 'person.entered',
    about: `person:${person}`,
    person,
    payload: { area: input.area, namesakes: duplicates.map((one) => one.id) },
  });
  const holders = await findHolders(tx, ['coordinator'], input.area);
  return {
    kind: 'added',
    person,
    name: input.name,
    area: input.area,
    coordinators: [...new Set(holders.map((holder) => holder.person))].filter((id) => id !== self.id),
    duplicates: duplicates.length,
  };
}

/** Makes an existing person one of the actor's people. */
export async function takeOnPerson(
  tx: Writer,
  actor: Actor,
  person: string,
  now: number,
): Promise<'taken' | 'not-your-area' | 'no-person'> {
  const self = actor.person;
  if (self === undefined) return 'no-person';
  const row = await findPerson(tx, person);
  if (row === undefined || !mayEnterPerson(actor, row.area)) return 'not-your-area';
  // The consent was read out with the question that led here; one that was withdrawn is taken anew.
  if ((await findConsentState(tx, person)) !== 'given')
    await insertConsent(tx, { person, purpose: 'mentoring', version: consentVersion, takenBy: self.id, now });
  await addToCaseload(tx, self.id, person, now);
  await writeAudit(tx, {
    at: now,
    actor: self.id,
    action: 'caseload.joined',
    about: `person:${person}`,
    person,
  });
  return 'taken';
}
