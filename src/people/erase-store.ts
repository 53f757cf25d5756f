/** Queries of what is kept about one person, and its erasing. */
import { and, asc, eq, forgetNumbers, isNull, type Reader, type Writer } from '../store/index.ts';
import { definePeopleTables, findPerson } from './store.ts';

export async function findConsents(read: Reader, person: string) {
  const { consent } = read.tables(definePeopleTables);
  return read.db.select().from(consent).where(eq(consent.person, person)).orderBy(asc(consent.givenAt));
}

/** The platforms of the accounts that stand for a person. */
export async function findAccounts(
  read: Reader,
  person: string,
): Promise<readonly { readonly account: string; readonly platform: string }[]> {
  const { account, accountPerson } = read.tables(definePeopleTables);
  return read.db
    .select({ account: account.id, platform: account.platform })
    .from(accountPerson)
    .innerJoin(account, eq(account.id, accountPerson.account))
    .where(eq(accountPerson.person, person))
    .orderBy(asc(account.id));
}

export async function withdrawConsents(tx: Writer, person: string, now: number): Promise<void> {
  const { consent } = tx.tables(definePeopleTables);
  await tx.db
    .update(consent)
    .set({ withdrawnAt: now })
    .where(and(eq(consent.person, person), isNull(consent.withdrawnAt)));
}

/** Nobody accompanies the person any longer. */
export async function endCaseloads(tx: Writer, person: string, now: number): Promise<void> {
  const { caseload } = tx.tables(definePeopleTables);
  await tx.db
    .update(caseload)
    .set({ until: now })
    .where(and(eq(caseload.person, person), isNull(caseload.until)));
}

/** Leaves of a person an id and the kab/kota, which records are counted by. */
export async function anonymisePerson(tx: Writer, person: string): Promise<void> {
  const { accountPerson, invitation, person: people } = tx.tables(definePeopleTables);
  const row = await findPerson(tx, person);
  if (row === undefined) return;
  if (row.nik !== null) await forgetNumbers(tx, [row.nik]);
  const area = row.area.split('.').slice(0, 2).join('.');
  await tx.db
    .update(people)
    .set({ name: '—', nameKey: '', area, phone: null, nik: null, lang: null })
    .where(eq(people.id, person));
  await tx.db.update(invitation).set({ name: '' }).where(eq(invitation.person, person));
  await tx.db.delete(accountPerson).where(eq(accountPerson.person, person));
}

/** The shown name comes back from the platform when the account writes again. */
export async function eraseShownName(tx: Writer, id: string): Promise<void> {
  const { account } = tx.tables(definePeopleTables);
  await tx.db.update(account).set({ shownName: '' }).where(eq(account.id, id));
}
