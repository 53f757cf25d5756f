/**
 * Looking an application up with its number and one-time code. Whatever does not match gives one outcome after the same
 * work, so that neither words nor time tell whether a number exists.
 */
import { timingSafeEqual } from 'node:crypto';
import { toDate } from '../language/calendar.ts';
import { type Actor, actorId, findRoles, linkAccount } from '../people/index.ts';
import { type Writer, writeAudit } from '../store/index.ts';
import { triesADay, triesAnHour } from './application.ts';
import { findTries, setTries } from './ask-store.ts';
import { type ApplicationRow, findApplication, updateApplication } from './store.ts';

export interface LookUpInput {
  readonly number: string;
  /** Hash of the code as typed. */
  readonly codeHash: string;
  readonly now: number;
}

export type LookUp =
  | { readonly kind: 'linked'; readonly row: ApplicationRow; readonly person: string }
  /** Unknown number, wrong or used code, too many tries: one outcome. */
  | { readonly kind: 'no-match' };

/** Compared with where there is no hash to compare with. */
const none = Buffer.alloc(43, '.');

const isSame = (typed: string, kept: string | null): boolean => {
  const [a, b] = [Buffer.from(typed), kept === null ? none : Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b) && kept !== null;
};

/** Days and hours of tries change at the same moment for everybody. */
const dayOf = (now: number): string => toDate(now, 'Asia/Jakarta');
const hourOf = (now: number): string => new Date(now).toISOString().slice(0, 13);

/**
 * Links the account to the applicant when number and code fit; the code is used up by it. Tries are counted for the
 * account, and for all accounts together so that many of them cannot guess side by side. An officer's record is not
 * linked by a code on paper, since an account that stands for an officer acts as one.
 */
export async function linkByCode(tx: Writer, actor: Actor, input: LookUpInput): Promise<LookUp> {
  const { codeHash, now, number } = input;
  const mine = { account: actor.account, kind: 'code' as const, period: dayOf(now) };
  const all = { account: '*', kind: 'code' as const, period: hourOf(now) };
  const [triedByMe, triedByAll] = [await findTries(tx, mine), await findTries(tx, all)];
  const row = await findApplication(tx, number);
  const fits = isSame(codeHash, row?.codeHash ?? null);
  const roles = await findRoles(tx, row?.person ?? '');
  const locked = triedByMe >= triesADay || triedByAll >= triesAnHour;
  if (row !== undefined && row.person !== null && fits && !locked && roles.length === 0) {
    await linkAccount(tx, actor.account, row.person, now);
    await updateApplication(tx, row.id, { codeHash: null });
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.linked',
      about: `application:${row.id}`,
    });
    return { kind: 'linked', row, person: row.person };
  }
  // Whoever is locked already must not use up what is left for everybody, nor the other way round.
  await setTries(tx, mine, triedByMe + (triedByAll >= triesAnHour ? 0 : 1));
  await setTries(tx, all, triedByAll + (locked ? 0 : 1));
  if (!locked)
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.try-failed',
      about: `account:${actor.account}`,
    });
  return { kind: 'no-match' };
}
