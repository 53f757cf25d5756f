/** What is kept about a person in this room: shown, ended with the consent, erased; and how an account lets go of one. */
import type { MyDataSpec } from '../feature.ts';
import { areaPath } from '../language/areas.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { type Writer, writeAudit } from '../store/index.ts';
import { type Actor, actorId } from './actor.ts';
import { findFacilitators } from './caseload-store.ts';
import {
  anonymisePerson,
  endCaseloads,
  eraseShownName,
  findAccounts,
  findConsents,
  withdrawConsents,
} from './erase-store.ts';
import { findPerson, findPersons, unlinkAccount } from './store.ts';

/** Unlinks an account from a person it stands for, or from all of them. */
export async function leaveAccount(
  tx: Writer,
  actor: Actor,
  person: string | undefined,
  now: number,
): Promise<void> {
  await unlinkAccount(tx, actor.account, person);
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'account.left',
    about: person === undefined ? `account:${actor.account}` : `person:${person}`,
  });
}

async function stop(tx: Writer, person: string, now: number): Promise<void> {
  await withdrawConsents(tx, person, now);
  await endCaseloads(tx, person, now);
}

export const personData: MyDataSpec = {
  async show(read, id, { texts, zone }) {
    const person = await findPerson(read, id);
    if (person === undefined) return [];
    const day = (ms: number) => formatDay(toDate(ms, zone), texts.lang);
    const label = (key: string) => texts.t(`people-data-${key}`);
    const facilitators = await findPersons(read, await findFacilitators(read, id));
    const consents = (await findConsents(read, id)).map((one) =>
      one.withdrawnAt === null
        ? texts.t('people-data-consent-given', { date: day(one.givenAt), version: one.version })
        : texts.t('people-data-consent-withdrawn', {
            date: day(one.givenAt),
            version: one.version,
            withdrawn: day(one.withdrawnAt),
          }),
    );
    const accounts = (await findAccounts(read, id)).map((one) => one.platform);
    const rows: readonly (readonly [string, string])[] = [
      ['area', areaPath(person.area, texts.lang)],
      ['phone', person.phone ?? ''],
      ['number', person.nik === null ? '' : '••••'],
      ['since', day(person.createdAt)],
      ['facilitators', facilitators.map((one) => one.name).join(', ')],
      ['consent', consents.join('; ')],
      ['accounts', accounts.join(', ')],
    ];
    return [
      { kind: 'text', text: texts.rich('people-data-title', { name: person.name }) },
      {
        kind: 'facts',
        rows: rows
          .filter(([, value]) => value !== '')
          .map(([key, value]) => ({ label: label(key), value: [value] })),
      },
    ];
  },
  stop,
  async erase(tx, person, now) {
    await stop(tx, person, now);
    await anonymisePerson(tx, person);
    return ['people-data-kept'];
  },
  account: { show: async () => [], erase: eraseShownName },
};
