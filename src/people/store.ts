/** Tables and queries of people: persons, accounts, roles, invitations, consent, and who accompanies whom. */

import type { Lang } from '../language/locale.ts';
import { normaliseName } from '../language/name.ts';
import {
  and,
  asc,
  eq,
  inArray,
  isNull,
  type Kit,
  newId,
  type Reader,
  sql,
  type Writer,
} from '../store/index.ts';
import type { Actor, Person, Role, RoleName } from './actor.ts';
import type { Address } from './address.ts';

export const definePeopleTables = (k: Kit) => ({
  person: k.table(
    'person',
    {
      id: k.text().primaryKey(),
      name: k.text().notNull(),
      /** The name as it is compared: lower case, without titles. */
      nameKey: k.text().notNull(),
      area: k.text().notNull(),
      lang: k.text().$type<Lang>(),
      phone: k.text(),
      /** Id in the vault; never the number itself. */
      nik: k.text(),
      addedBy: k.text(),
      createdAt: k.instant().notNull(),
    },
    (t) => [k.index('person_area_name').on(t.area, t.nameKey), k.index('person_name').on(t.nameKey)],
  ),
  account: k.table('account', {
    /** `platform|account`. */
    id: k.text().primaryKey(),
    platform: k.text().notNull(),
    shownName: k.text().notNull(),
    /** Chosen with the language command. */
    lang: k.text().$type<Lang>(),
    /** Where a message for this account goes. */
    address: k.json<Address>(),
    blockedAt: k.instant(),
    seenAt: k.instant().notNull(),
  }),
  accountPerson: k.table(
    'account_person',
    {
      account: k.text().notNull(),
      person: k.text().notNull(),
      linkedAt: k.instant().notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.account, t.person] }), k.index('account_person_person').on(t.person)],
  ),
  role: k.table(
    'role',
    {
      id: k.text().primaryKey(),
      person: k.text().notNull(),
      role: k.text().$type<RoleName>().notNull(),
      area: k.text().notNull(),
      grantedBy: k.text().notNull(),
      grantedAt: k.instant().notNull(),
      revokedAt: k.instant(),
    },
    (t) => [k.index('role_person').on(t.person), k.index('role_role_area').on(t.role, t.area)],
  ),
  invitation: k.table('invitation', {
    /** SHA-256 of the code; the code itself is never kept. */
    id: k.text().primaryKey(),
    role: k.text().$type<RoleName>().notNull(),
    area: k.text().notNull(),
    name: k.text().notNull(),
    person: k.text(),
    madeBy: k.text().notNull(),
    madeAt: k.instant().notNull(),
    expiresAt: k.instant().notNull(),
    usedAt: k.instant(),
    usedBy: k.text(),
  }),
  consent: k.table(
    'consent',
    {
      id: k.text().primaryKey(),
      person: k.text().notNull(),
      purpose: k.text().notNull(),
      /** Version of the text that was read out. */
      version: k.whole().notNull(),
      takenBy: k.text().notNull(),
      givenAt: k.instant().notNull(),
      withdrawnAt: k.instant(),
    },
    (t) => [k.index('consent_person').on(t.person)],
  ),
  /** Who accompanies whom: a facilitator's people. */
  caseload: k.table(
    'caseload',
    {
      facilitator: k.text().notNull(),
      person: k.text().notNull(),
      since: k.instant().notNull(),
      until: k.instant(),
    },
    (t) => [k.primaryKey({ columns: [t.facilitator, t.person] }), k.index('caseload_person').on(t.person)],
  ),
});

const p = (name: string) => sql.placeholder(name);

const selectAccount = (r: Reader) => {
  const { account, accountPerson, person, role } = r.tables(definePeopleTables);
  return r.db
    .select({
      shownName: account.shownName,
      accountLang: account.lang,
      address: account.address,
      blockedAt: account.blockedAt,
      seenAt: account.seenAt,
      linkedAt: accountPerson.linkedAt,
      id: person.id,
      name: person.name,
      area: person.area,
      lang: person.lang,
      role: role.role,
      roleArea: role.area,
    })
    .from(account)
    .leftJoin(accountPerson, eq(accountPerson.account, account.id))
    .leftJoin(person, eq(person.id, accountPerson.person))
    .leftJoin(role, and(eq(role.person, accountPerson.person), isNull(role.revokedAt)))
    .where(eq(account.id, p('account')))
    .prepare();
};

export interface KnownAccount {
  readonly actor: Actor;
  /** The language the account chose. */
  readonly lang: Lang | null;
  readonly address: Address | null;
  readonly blocked: boolean;
  readonly seenAt: number;
}

/** Who an account stands for at this moment. Undefined for an account never seen. */
export async function findActor(read: Reader, account: string): Promise<KnownAccount | undefined> {
  const rows = await read.prepared(selectAccount).execute({ account });
  const first = rows[0];
  if (first === undefined) return undefined;
  const known = new Map<string, Person & { readonly linkedAt: number; readonly roles: Role[] }>();
  for (const row of rows) {
    if (row.id === null || row.name === null || row.area === null) continue;
    const person = known.get(row.id) ?? {
      id: row.id,
      name: row.name,
      area: row.area,
      linkedAt: row.linkedAt ?? 0,
      ...(row.lang === null ? {} : { lang: row.lang }),
      roles: [],
    };
    if (row.role !== null && row.roleArea !== null) person.roles.push({ role: row.role, area: row.roleArea });
    known.set(row.id, person);
  }
  const persons: readonly Person[] = [...known.values()].sort((a, b) => a.linkedAt - b.linkedAt);
  // A shared phone: whoever holds a role acts; without one, nobody in particular when there are several.
  const officers = persons.filter((one) => one.roles.length > 0);
  const [only, ...others] = officers.length > 0 ? officers : persons;
  const person = others.length === 0 ? only : undefined;
  const actor: Actor = {
    account,
    shownName: first.shownName,
    persons,
    ...(person === undefined ? {} : { person }),
    roles: person?.roles ?? [],
  };
  return {
    actor,
    lang: first.accountLang,
    address: first.address,
    blocked: first.blockedAt !== null,
    seenAt: first.seenAt,
  };
}

export interface SeenAccount {
  readonly id: string;
  readonly platform: string;
  readonly shownName: string;
  /** Given when the account was met in a private place. */
  readonly address?: Address;
  readonly now: number;
}

/** Records that an account was met. Clears an earlier block, since the account writes again. */
export async function noteAccount(tx: Writer, seen: SeenAccount): Promise<void> {
  const { account } = tx.tables(definePeopleTables);
  const fresh = {
    shownName: seen.shownName,
    seenAt: seen.now,
    blockedAt: null,
    ...(seen.address === undefined ? {} : { address: seen.address }),
  };
  await tx.db
    .insert(account)
    .values({ id: seen.id, platform: seen.platform, ...fresh })
    .onConflictDoUpdate({ target: account.id, set: fresh });
}

export async function setAccountLang(tx: Writer, id: string, lang: Lang): Promise<void> {
  const { account } = tx.tables(definePeopleTables);
  await tx.db.update(account).set({ lang }).where(eq(account.id, id));
}

export async function setBlocked(tx: Writer, id: string, at: number): Promise<void> {
  const { account } = tx.tables(definePeopleTables);
  await tx.db.update(account).set({ blockedAt: at }).where(eq(account.id, id));
}

/** Where a person can be reached now: the account used last that is not blocked. */
export async function findReach(
  read: Reader,
  person: string,
): Promise<{ account: string; address: Address; lang: Lang | null; area: string } | undefined> {
  const { account, accountPerson, person: people } = read.tables(definePeopleTables);
  const rows = await read.db
    .select({
      id: account.id,
      address: account.address,
      accountLang: account.lang,
      lang: people.lang,
      area: people.area,
      seenAt: account.seenAt,
    })
    .from(accountPerson)
    .innerJoin(account, eq(account.id, accountPerson.account))
    .innerJoin(people, eq(people.id, accountPerson.person))
    .where(and(eq(accountPerson.person, person), isNull(account.blockedAt)));
  const best = rows.filter((row) => row.address !== null).sort((a, b) => b.seenAt - a.seenAt)[0];
  if (best?.address == null) return undefined;
  return { account: best.id, address: best.address, lang: best.accountLang ?? best.lang, area: best.area };
}

export interface NewPerson {
  readonly name: string;
  readonly area: string;
  readonly lang?: Lang;
  readonly phone?: string;
  readonly nik?: string;
  readonly addedBy?: string;
  readonly now: number;
  /** Given only by sample data and imports that bring their own ids. */
  readonly id?: string;
}

export async function insertPerson(tx: Writer, input: NewPerson): Promise<string> {
  const { person } = tx.tables(definePeopleTables);
  const id = input.id ?? newId(input.now);
  await tx.db.insert(person).values({
    id,
    name: input.name,
    nameKey: normaliseName(input.name),
    area: input.area,
    lang: input.lang ?? null,
    phone: input.phone ?? null,
    nik: input.nik ?? null,
    addedBy: input.addedBy ?? null,
    createdAt: input.now,
  });
  return id;
}

export async function findPerson(read: Reader, id: string) {
  const { person } = read.tables(definePeopleTables);
  const [row] = await read.db.select().from(person).where(eq(person.id, id));
  return row;
}

/** Whether anybody at all is in the store. */
export async function hasPeople(read: Reader): Promise<boolean> {
  const { person } = read.tables(definePeopleTables);
  return (await read.db.select({ id: person.id }).from(person).limit(1)).length > 0;
}

/** The one person of this compared name, in exactly this area when one is given; undefined when none or several. */
export async function findPersonByKey(
  read: Reader,
  nameKey: string,
  area?: string,
): Promise<string | undefined> {
  const { person } = read.tables(definePeopleTables);
  const same =
    area === undefined
      ? eq(person.nameKey, nameKey)
      : and(eq(person.nameKey, nameKey), eq(person.area, area));
  const rows = await read.db.select({ id: person.id }).from(person).where(same).limit(2);
  return rows.length === 1 ? rows[0]?.id : undefined;
}

/** At most fifty people of one compared name, wherever they live. */
export async function findByName(read: Reader, nameKey: string) {
  const { person } = read.tables(definePeopleTables);
  return read.db
    .select()
    .from(person)
    .where(eq(person.nameKey, nameKey))
    .orderBy(asc(person.area), asc(person.id))
    .limit(50);
}

/** People of the same compared name in an area (a prefix of its code), for spotting duplicates. */
export async function findNamesakes(read: Reader, nameKey: string, area: string) {
  const rows = await findByName(read, nameKey);
  return rows.filter(
    (row) => row.area === area || row.area.startsWith(`${area}.`) || area.startsWith(`${row.area}.`),
  );
}

export async function linkAccount(tx: Writer, account: string, person: string, now: number): Promise<void> {
  const { accountPerson } = tx.tables(definePeopleTables);
  await tx.db.insert(accountPerson).values({ account, person, linkedAt: now }).onConflictDoNothing();
}

/** An account stands no longer for a person; without one, for nobody. */
export async function unlinkAccount(tx: Writer, account: string, person?: string): Promise<void> {
  const { accountPerson } = tx.tables(definePeopleTables);
  const one = person === undefined ? [] : [eq(accountPerson.person, person)];
  await tx.db.delete(accountPerson).where(and(eq(accountPerson.account, account), ...one));
}

/** Persons by id, in no particular order. */
export async function findPersons(read: Reader, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { person } = read.tables(definePeopleTables);
  return read.db
    .select()
    .from(person)
    .where(inArray(person.id, [...ids]));
}
