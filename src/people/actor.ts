/**
 * Who is acting: an account of some platform, the persons it stands for, and the roles they hold. Pure data and the
 * rules over it; how it is stored is not known here.
 */
import type { Lang } from '../language/locale.ts';

export const roleNames = [
  'citizen',
  'facilitator',
  'coordinator',
  'front-office',
  'back-office',
  'manager',
  'destination',
  'staff',
  'admin',
] as const;
export type RoleName = (typeof roleNames)[number];

export const isRoleName = (text: string): text is RoleName => (roleNames as readonly string[]).includes(text);

/** A role in an area: a Kemendagri code such as `33.74`, or `ID` for the whole country. */
export interface Role {
  readonly role: RoleName;
  readonly area: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly area: string;
  readonly lang?: Lang;
  readonly roles: readonly Role[];
}

export interface Actor {
  /** `platform|account`. */
  readonly account: string;
  /** Name as the platform shows it; not a proof. */
  readonly shownName: string;
  /** Everyone this account stands for. Empty for somebody unknown, who is a citizen. */
  readonly persons: readonly Person[];
  /** The person who acts: the only one, or on a shared phone the only one with a role. */
  readonly person?: Person;
  readonly roles: readonly Role[];
}

/** What audit rows name as the doer. */
export const actorId = (actor: Actor): string => actor.person?.id ?? `account:${actor.account}`;

export const hasRole = (actor: Actor, ...names: readonly RoleName[]): boolean =>
  actor.roles.some((role) => names.includes(role.role));
