/** Invitations: one-time codes that give a role in an area. Only a hash of the code is kept. */
import { createHash } from 'node:crypto';
import { newCode, newId, readCode, type Writer, writeAudit } from '../store/index.ts';
import { type Actor, actorId, type RoleName } from './actor.ts';
import { mayInvite, mayRevoke } from './may.ts';
import {
  endRoles,
  findOpenInvitation,
  findRoles,
  insertInvitation,
  insertRole,
  useInvitation,
} from './role-store.ts';
import { findActor, findPerson, insertPerson, linkAccount, noteAccount } from './store.ts';

/** Invitations end after a week. */
const invitationMs = 7 * 24 * 3_600_000;

const hashOf = (code: string): string =>
  createHash('sha256')
    .update(`invitation ${readCode(code)}`)
    .digest('base64url');

export interface InviteInput {
  readonly role: RoleName;
  readonly area: string;
  readonly name: string;
  /** An existing person who receives the role. */
  readonly person?: string;
  readonly now: number;
}

export type Invited =
  | { readonly kind: 'invited'; readonly code: string; readonly expiresAt: number }
  | { readonly kind: 'not-allowed' };

/** Makes an invitation in the name of `actor`, who must be allowed to invite to this role in this area. */
export async function invite(tx: Writer, actor: Actor, input: InviteInput): Promise<Invited> {
  if (!mayInvite(actor, input.role, input.area)) return { kind: 'not-allowed' };
  return issueInvitation(tx, actorId(actor), input);
}

/** Makes an invitation for an administrator at the shell, who is not asked for rights. */
export async function issueInvitation(
  tx: Writer,
  madeBy: string,
  input: InviteInput,
): Promise<{ readonly kind: 'invited'; readonly code: string; readonly expiresAt: number }> {
  const code = newCode(2);
  const expiresAt = input.now + invitationMs;
  await insertInvitation(tx, {
    id: hashOf(code),
    role: input.role,
    area: input.area,
    name: input.name,
    person: input.person ?? null,
    madeBy,
    madeAt: input.now,
    expiresAt,
  });
  await writeAudit(tx, {
    at: input.now,
    actor: madeBy,
    action: 'invitation.made',
    about: `role:${input.role}:${input.area}`,
    payload: { name: input.name },
  });
  return { kind: 'invited', code, expiresAt };
}

export type Redeemed =
  | {
      readonly kind: 'redeemed';
      readonly person: string;
      readonly name: string;
      readonly role: RoleName;
      readonly area: string;
    }
  /** Unknown, used or over: one outcome, so that codes cannot be probed. */
  | { readonly kind: 'not-valid' };

/** Uses a code for an account: makes the person if new, links the account, gives the role. */
export async function redeemInvitation(
  tx: Writer,
  actor: Actor,
  typed: string,
  now: number,
): Promise<Redeemed> {
  const id = hashOf(typed);
  const found = await findOpenInvitation(tx, id, now);
  if (found === undefined) return { kind: 'not-valid' };
  const own = actor.person !== undefined && found.person === null ? actor.person : undefined;
  const existing = found.person === null ? own?.id : found.person;
  const person =
    existing ?? (await insertPerson(tx, { name: found.name, area: found.area, addedBy: found.madeBy, now }));
  await linkAccount(tx, actor.account, person, now);
  await insertRole(tx, { person, role: found.role, area: found.area, grantedBy: found.madeBy, now });
  await useInvitation(tx, id, actor.account, now);
  await writeAudit(tx, {
    at: now,
    actor: person,
    action: 'invitation.used',
    about: `person:${person}`,
    person,
    payload: { role: found.role, area: found.area },
  });
  return { kind: 'redeemed', person, name: found.name, role: found.role, area: found.area };
}

export type Revoked =
  | { readonly kind: 'revoked'; readonly name: string; readonly roles: readonly RoleName[] }
  | { readonly kind: 'no-roles'; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-allowed' };

/**
 * Takes all roles of a person away at once.
 * @param actor who revokes; `undefined` is an administrator at the shell.
 */
export async function revokeRoles(
  tx: Writer,
  actor: Actor | undefined,
  person: string,
  now: number,
): Promise<Revoked> {
  const row = await findPerson(tx, person);
  if (row === undefined) return { kind: 'unknown' };
  const roles = await findRoles(tx, person);
  if (actor !== undefined && !roles.every((role) => mayRevoke(actor, role.role, role.area)))
    return { kind: 'not-allowed' };
  if (roles.length === 0) return { kind: 'no-roles', name: row.name };
  await endRoles(tx, person, now);
  await writeAudit(tx, {
    at: now,
    actor: actor === undefined ? 'system:shell' : actorId(actor),
    action: 'roles.revoked',
    about: `person:${person}`,
    person,
    payload: { roles },
  });
  return { kind: 'revoked', name: row.name, roles: roles.map((role) => role.role) };
}

/** Gives the administrator role to accounts named in the settings, once. */
export async function ensureAdmin(
  tx: Writer,
  input: { platform: string; account: string; name: string; now: number },
): Promise<void> {
  const { account, name, now, platform } = input;
  const known = await findActor(tx, account);
  if (known?.actor.persons.some((person) => person.roles.some((role) => role.role === 'admin'))) return;
  const id = newId(now);
  if (known === undefined) await noteAccount(tx, { id: account, platform, shownName: name, now: 0 });
  await insertPerson(tx, { id, name, area: 'ID', now });
  await linkAccount(tx, account, id, now);
  await insertRole(tx, { person: id, role: 'admin', area: 'ID', grantedBy: 'system:settings', now });
  await writeAudit(tx, { at: now, actor: 'system:settings', action: 'admin.named', about: `person:${id}` });
}
