/** Queries that walk through all people, batch by batch. */
import { and, asc, eq, gt, inArray, isNull, type Reader } from '../store/index.ts';
import type { RoleName } from './actor.ts';
import { definePeopleTables } from './store.ts';

export interface ExportedPerson {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly phone: string | null;
  /** Name of the facilitator. */
  readonly facilitator: string | null;
}

/** People with a standing consent to be accompanied, by id, `limit` after the id `after`. */
export async function findExportedPeople(
  read: Reader,
  after: string,
  limit: number,
): Promise<readonly ExportedPerson[]> {
  const { caseload, consent, person } = read.tables(definePeopleTables);
  const people = await read.db
    .selectDistinct({ id: person.id, name: person.name, area: person.area, phone: person.phone })
    .from(person)
    .innerJoin(consent, eq(consent.person, person.id))
    .where(and(eq(consent.purpose, 'mentoring'), isNull(consent.withdrawnAt), gt(person.id, after)))
    .orderBy(asc(person.id))
    .limit(limit);
  if (people.length === 0) return [];
  const accompanied = await read.db
    .select({ person: caseload.person, name: person.name })
    .from(caseload)
    .innerJoin(person, eq(person.id, caseload.facilitator))
    .where(
      and(
        inArray(
          caseload.person,
          people.map((one) => one.id),
        ),
        isNull(caseload.until),
      ),
    )
    .orderBy(asc(caseload.since), asc(caseload.facilitator));
  const first = new Map<string, string>();
  for (const one of accompanied) if (!first.has(one.person)) first.set(one.person, one.name);
  return people.map((one) => ({ ...one, facilitator: first.get(one.id) ?? null }));
}

/** Who holds a role, by the id of the role. */
export async function findHolderPage(read: Reader, name: RoleName, after: string, limit: number) {
  const { person, role } = read.tables(definePeopleTables);
  return read.db
    .select({ id: role.id, name: person.name, area: role.area, phone: person.phone })
    .from(role)
    .innerJoin(person, eq(person.id, role.person))
    .where(and(eq(role.role, name), isNull(role.revokedAt), gt(role.id, after)))
    .orderBy(asc(role.id))
    .limit(limit);
}
