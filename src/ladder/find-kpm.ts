/** Who may work with a household, and whom short lines may mean. */
import {
  type Actor,
  findCaseload,
  findInCaseload,
  findPerson,
  findPersons,
  holdsIn,
  mayOversee,
} from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findKpmsWithin } from './store.ts';

/** More than these are not looked through by name; the own people always are. */
const mostLed = 1_000;

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly area: string;
}

/** The actor's own people first, in the order of their list, then the households of the areas that the actor leads. */
export async function findSubjects(read: Reader, actor: Actor): Promise<readonly Subject[]> {
  const own = await findCaseload(read, actor.person?.id ?? '');
  const known = new Set(own.map((one) => one.id));
  const led: string[] = [];
  for (const area of new Set(
    actor.roles.filter((role) => mayOversee(actor, role.area)).map((one) => one.area),
  ))
    for (const row of await findKpmsWithin(read, area, mostLed))
      if (!known.has(row.person)) led.push(row.person);
  return [...own, ...(await findPersons(read, [...new Set(led)]))];
}

/** A person this actor may record for: one of the own people, or one in an area that the actor leads. */
export async function findHandled(read: Reader, actor: Actor, person: string): Promise<Subject | undefined> {
  const own = await findInCaseload(read, actor.person?.id ?? '', person);
  if (own !== undefined) return own;
  const found = await findPerson(read, person);
  return found !== undefined && mayOversee(actor, found.area) ? found : undefined;
}

/** Coordinators and managers decide who moves up, and ministry staff, each in their own area. */
export const mayDecideMoves = (actor: Actor, area: string): boolean =>
  holdsIn(actor, area, 'coordinator', 'manager', 'staff');
