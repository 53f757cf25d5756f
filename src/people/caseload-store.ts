/** Queries of who accompanies whom. */
import { and, asc, eq, inArray, isNull, type Reader, sql, type Writer } from '../store/index.ts';
import { definePeopleTables } from './store.ts';

const p = (name: string) => sql.placeholder(name);

export async function addToCaseload(
  tx: Writer,
  facilitator: string,
  person: string,
  now: number,
): Promise<void> {
  const { caseload } = tx.tables(definePeopleTables);
  await tx.db
    .insert(caseload)
    .values({ facilitator, person, since: now })
    .onConflictDoUpdate({ target: [caseload.facilitator, caseload.person], set: { until: null } });
}

/** One facilitator accompanies this person no longer. */
export async function endCaseload(
  tx: Writer,
  facilitator: string,
  person: string,
  now: number,
): Promise<void> {
  const { caseload } = tx.tables(definePeopleTables);
  await tx.db
    .update(caseload)
    .set({ until: now })
    .where(and(eq(caseload.facilitator, facilitator), eq(caseload.person, person), isNull(caseload.until)));
}

const selectCaseload = (r: Reader) => {
  const { caseload, person } = r.tables(definePeopleTables);
  return r.db
    .select({ id: person.id, name: person.name, area: person.area })
    .from(caseload)
    .innerJoin(person, eq(person.id, caseload.person))
    .where(and(eq(caseload.facilitator, p('facilitator')), isNull(caseload.until)))
    .orderBy(asc(person.nameKey), asc(person.id))
    .prepare();
};

/** A facilitator's people, by name. The list numbers that facilitators type are positions in this order. */
export async function findCaseload(
  read: Reader,
  facilitator: string,
): Promise<readonly { id: string; name: string; area: string }[]> {
  return read.prepared(selectCaseload).execute({ facilitator });
}

const selectInCaseload = (r: Reader) => {
  const { caseload, person } = r.tables(definePeopleTables);
  return r.db
    .select({ id: person.id, name: person.name, area: person.area })
    .from(caseload)
    .innerJoin(person, eq(person.id, caseload.person))
    .where(
      and(
        eq(caseload.facilitator, p('facilitator')),
        eq(caseload.person, p('person')),
        isNull(caseload.until),
      ),
    )
    .prepare();
};

/** One of a facilitator's people; undefined when that person is not among them. */
export async function findInCaseload(
  read: Reader,
  facilitator: string,
  person: string,
): Promise<{ id: string; name: string; area: string } | undefined> {
  const [row] = await read.prepared(selectInCaseload).execute({ facilitator, person });
  return row;
}

const selectFacilitators = (r: Reader) => {
  const { caseload } = r.tables(definePeopleTables);
  return r.db
    .select({ id: caseload.facilitator })
    .from(caseload)
    .where(and(eq(caseload.person, p('person')), isNull(caseload.until)))
    .orderBy(asc(caseload.since), asc(caseload.facilitator))
    .prepare();
};

/** Who accompanies a person now, the longest first. */
export async function findFacilitators(read: Reader, person: string): Promise<readonly string[]> {
  const rows = await read.prepared(selectFacilitators).execute({ person });
  return rows.map((row) => row.id);
}

/** Who accompanies whom now, of many facilitators at once, those accompanied longest first. */
export async function findCaseloads(
  read: Reader,
  facilitators: readonly string[],
): Promise<
  readonly {
    readonly facilitator: string;
    readonly person: string;
    readonly name: string;
    readonly since: number;
  }[]
> {
  const { caseload, person } = read.tables(definePeopleTables);
  return read.db
    .select({
      facilitator: caseload.facilitator,
      person: caseload.person,
      name: person.name,
      since: caseload.since,
    })
    .from(caseload)
    .innerJoin(person, eq(person.id, caseload.person))
    .where(and(inArray(caseload.facilitator, [...facilitators]), isNull(caseload.until)))
    .orderBy(asc(caseload.facilitator), asc(caseload.since), asc(caseload.person));
}
