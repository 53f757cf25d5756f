/**
 * Without a code: whoever accompanies the applicant says whether it is the applicant who asks. The one who asks hears
 * the same whether or not there is anything to ask about.
 */

import { toDate } from '../language/calendar.ts';
import type { Lang } from '../language/locale.ts';
import {
  type Actor,
  type Address,
  actorId,
  findFacilitators,
  findHolders,
  findRoles,
  linkAccount,
} from '../people/index.ts';
import { newId, type Reader, type Writer, writeAudit } from '../store/index.ts';
import { asksADay, confirmMs } from './application.ts';
import { type AskRow, answerAsk, findAsk, findOpenAsk, findTries, insertAsk, setTries } from './ask-store.ts';
import { standingOf } from './standing.ts';
import { type ApplicationRow, findApplication, findApplicationById } from './store.ts';

export interface AskInput {
  readonly number: string;
  readonly mark: string;
  readonly address: Address;
  readonly lang: Lang;
  readonly now: number;
}

/** Who is asked to confirm: those who accompany the person, else the coordinators of the area. */
async function findConfirmers(read: Reader, row: ApplicationRow): Promise<readonly string[]> {
  const companions = row.person === null ? [] : await findFacilitators(read, row.person);
  if (companions.length > 0) return companions;
  const holders = await findHolders(read, ['coordinator', 'manager'], row.area);
  return [...new Set(holders.map((one) => one.person))];
}

/**
 * Notes that somebody asks. Returns whom to tell; an empty list for a number that does not exist, that the account sees
 * already, or when the account asked too often today.
 */
export async function askToConfirm(
  tx: Writer,
  actor: Actor,
  input: AskInput,
): Promise<{ readonly ask: string; readonly tell: readonly string[] }> {
  const { now, number } = input;
  const key = { account: actor.account, kind: 'ask' as const, period: toDate(now, 'Asia/Jakarta') };
  const asked = await findTries(tx, key);
  await setTries(tx, key, asked + 1);
  const row = await findApplication(tx, number);
  const id = newId(now);
  const since = now - confirmMs;
  const open = await findOpenAsk(tx, { account: actor.account, application: row?.id ?? '', since });
  const linked = actor.persons.some((one) => one.id === row?.person);
  if (row === undefined || row.person === null || linked || asked >= asksADay || open !== undefined)
    return { ask: id, tell: [] };
  const tell = (await findConfirmers(tx, row)).filter((one) => one !== actor.person?.id);
  await insertAsk(tx, {
    id,
    application: row.id,
    account: actor.account,
    address: input.address,
    lang: input.lang,
    mark: input.mark,
    state: 'open',
    askedAt: now,
    answeredBy: null,
  });
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'application.asked',
    about: `application:${row.id}`,
  });
  return { ask: id, tell };
}

export type ConfirmOutcome =
  | { readonly kind: 'confirmed' | 'denied'; readonly ask: AskRow; readonly row: ApplicationRow }
  /** The applicant is an officer, who links with an invitation only. */
  | { readonly kind: 'officer' }
  | { readonly kind: 'answered-before' }
  | { readonly kind: 'not-there' };

/** The answer of whoever handles the application; nobody answers their own question. */
export async function answerConfirm(
  tx: Writer,
  actor: Actor,
  input: { readonly id: string; readonly yes: boolean; readonly now: number },
): Promise<ConfirmOutcome> {
  const { id, now, yes } = input;
  const ask = await findAsk(tx, id);
  const row = ask === undefined ? undefined : await findApplicationById(tx, ask.application);
  const standing = row === undefined ? undefined : await standingOf(tx, actor, row);
  if (
    ask === undefined ||
    row === undefined ||
    row.person === null ||
    standing?.handles !== true ||
    ask.account === actor.account
  ) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.refused',
      about: row === undefined ? 'application:unknown' : `application:${row.id}`,
    });
    return { kind: 'not-there' };
  }
  if (ask.state !== 'open' || now - ask.askedAt > confirmMs) return { kind: 'answered-before' };
  // An account that stands for an officer acts as one: those link with an invitation only.
  if (yes && (await findRoles(tx, row.person)).length > 0) return { kind: 'officer' };
  const state = yes ? 'confirmed' : 'denied';
  await answerAsk(tx, id, state, actorId(actor));
  if (state === 'confirmed') await linkAccount(tx, ask.account, row.person, now);
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: `application.ask-${state}`,
    about: `application:${row.id}`,
    person: row.person,
    payload: { account: ask.account },
  });
  return { kind: state, ask, row };
}
