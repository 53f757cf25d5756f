/** Queries of roles, invitations and consent. */
import {
  and,
  asc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  newId,
  or,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { Role, RoleName } from './actor.ts';
import { definePeopleTables } from './store.ts';

export async function insertRole(
  tx: Writer,
  input: { person: string; role: RoleName; area: string; grantedBy: string; now: number },
): Promise<void> {
  const { role } = tx.tables(definePeopleTables);
  const held = await tx.db
    .select({ id: role.id })
    .from(role)
    .where(
      and(
        eq(role.person, input.person),
        eq(role.role, input.role),
        eq(role.area, input.area),
        isNull(role.revokedAt),
      ),
    );
  if (held.length > 0) return;
  await tx.db.insert(role).values({
    id: newId(input.now),
    person: input.person,
    role: input.role,
    area: input.area,
    grantedBy: input.grantedBy,
    grantedAt: input.now,
  });
}

export async function findRoles(read: Reader, person: string): Promise<readonly Role[]> {
  const { role } = read.tables(definePeopleTables);
  return read.db
    .select({ role: role.role, area: role.area })
    .from(role)
    .where(and(eq(role.person, person), isNull(role.revokedAt)));
}

/** The standing roles of many people at once, of the kinds named. */
export async function findRolesOf(
  read: Reader,
  persons: readonly string[],
  roles: readonly RoleName[],
): Promise<readonly { readonly person: string; readonly role: RoleName; readonly area: string }[]> {
  const { role } = read.tables(definePeopleTables);
  return read.db
    .select({ person: role.person, role: role.role, area: role.area })
    .from(role)
    .where(and(inArray(role.person, [...persons]), inArray(role.role, [...roles]), isNull(role.revokedAt)));
}

export async function endRoles(tx: Writer, person: string, now: number): Promise<void> {
  const { role } = tx.tables(definePeopleTables);
  await tx.db
    .update(role)
    .set({ revokedAt: now })
    .where(and(eq(role.person, person), isNull(role.revokedAt)));
}

export async function insertInvitation(
  tx: Writer,
  row: {
    id: string;
    role: RoleName;
    area: string;
    name: string;
    person: string | null;
    madeBy: string;
    madeAt: number;
    expiresAt: number;
  },
): Promise<void> {
  const { invitation } = tx.tables(definePeopleTables);
  await tx.db.insert(invitation).values(row);
}

/** An invitation that can still be used. */
export async function findOpenInvitation(read: Reader, id: string, now: number) {
  const { invitation } = read.tables(definePeopleTables);
  const [row] = await read.db
    .select()
    .from(invitation)
    .where(and(eq(invitation.id, id), isNull(invitation.usedAt), gt(invitation.expiresAt, now)));
  return row;
}

export async function useInvitation(tx: Writer, id: string, account: string, now: number): Promise<void> {
  const { invitation } = tx.tables(definePeopleTables);
  await tx.db.update(invitation).set({ usedAt: now, usedBy: account }).where(eq(invitation.id, id));
}

export async function insertConsent(
  tx: Writer,
  row: { person: string; purpose: string; version: number; takenBy: string; now: number },
): Promise<void> {
  const { consent } = tx.tables(definePeopleTables);
  await tx.db.insert(consent).values({
    id: newId(row.now),
    person: row.person,
    purpose: row.purpose,
    version: row.version,
    takenBy: row.takenBy,
    givenAt: row.now,
  });
}

/** Whether a person's consent stands, was withdrawn, or was never taken. */
export async function findConsentState(
  read: Reader,
  person: string,
): Promise<'given' | 'withdrawn' | 'none'> {
  const { consent } = read.tables(definePeopleTables);
  const rows = await read.db
    .select({ withdrawnAt: consent.withdrawnAt })
    .from(consent)
    .where(eq(consent.person, person));
  if (rows.length === 0) return 'none';
  return rows.some((row) => row.withdrawnAt === null) ? 'given' : 'withdrawn';
}

/** People holding one of the roles in an area that contains `area`. */
export async function findHolders(
  read: Reader,
  roles: readonly RoleName[],
  area: string,
): Promise<readonly { person: string; role: RoleName; area: string }[]> {
  const { role } = read.tables(definePeopleTables);
  const parts = area === 'ID' ? [] : area.split('.').map((_, at, all) => all.slice(0, at + 1).join('.'));
  return read.db
    .select({ person: role.person, role: role.role, area: role.area })
    .from(role)
    .where(and(inArray(role.role, [...roles]), inArray(role.area, ['ID', ...parts]), isNull(role.revokedAt)));
}

/** People holding one of the roles in an area or inside it, by name. */
export async function findHoldersWithin(
  read: Reader,
  roles: readonly RoleName[],
  area: string,
): Promise<readonly { id: string; name: string; area: string }[]> {
  const { person, role } = read.tables(definePeopleTables);
  const inside = sql`substr(${role.area}, 1, ${area.length + 1})`;
  const within = area === 'ID' ? [] : [or(eq(role.area, area), eq(inside, `${area}.`))];
  return read.db
    .selectDistinct({ id: person.id, name: person.name, area: role.area })
    .from(role)
    .innerJoin(person, eq(person.id, role.person))
    .where(and(inArray(role.role, [...roles]), isNull(role.revokedAt), ...within))
    .orderBy(asc(person.name), asc(person.id));
}

/**
 * People who hold one of the roles in an area or inside it, or held it at or after a moment, by name: those whose work
 * of a past month belongs to that area.
 */
export async function findWorkersWithin(
  read: Reader,
  roles: readonly RoleName[],
  area: string,
  since: number,
): Promise<readonly { id: string; name: string; area: string }[]> {
  const { person, role } = read.tables(definePeopleTables);
  const inside = sql`substr(${role.area}, 1, ${area.length + 1})`;
  const within = area === 'ID' ? [] : [or(eq(role.area, area), eq(inside, `${area}.`))];
  const rows = await read.db
    .select({ id: person.id, name: person.name, area: role.area })
    .from(role)
    .innerJoin(person, eq(person.id, role.person))
    .where(
      and(inArray(role.role, [...roles]), or(isNull(role.revokedAt), gte(role.revokedAt, since)), ...within),
    )
    .orderBy(asc(person.name), asc(person.id));
  // Who holds two roles is one person.
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
}

const selectReachableStaff = (r: Reader) => {
  const { account, accountPerson, role } = r.tables(definePeopleTables);
  return r.db
    .select({ person: role.person })
    .from(role)
    .innerJoin(accountPerson, eq(accountPerson.person, role.person))
    .innerJoin(account, eq(account.id, accountPerson.account))
    .where(
      and(
        inArray(role.role, ['staff', 'admin']),
        eq(role.area, 'ID'),
        isNull(role.revokedAt),
        isNull(account.blockedAt),
        isNotNull(account.address),
      ),
    )
    .limit(1)
    .prepare();
};

/** Whether a message to ministry staff or an administrator would reach anybody. */
export async function hasReachableStaff(read: Reader): Promise<boolean> {
  return (await read.prepared(selectReachableStaff).execute()).length > 0;
}

/** Everybody who works here and can be written to, in a lasting order, with the area that gives their zone. */
export async function findReachable(
  read: Reader,
): Promise<readonly { readonly person: string; readonly area: string }[]> {
  const { account, accountPerson, person, role } = read.tables(definePeopleTables);
  return read.db
    .selectDistinct({ person: role.person, area: person.area })
    .from(role)
    .innerJoin(person, eq(person.id, role.person))
    .innerJoin(accountPerson, eq(accountPerson.person, role.person))
    .innerJoin(account, eq(account.id, accountPerson.account))
    .where(and(isNull(role.revokedAt), isNull(account.blockedAt), isNotNull(account.address)))
    .orderBy(asc(role.person));
}
