/** Who may do what, one sentence a rule. Every use case and every press asks here; nothing else decides. */
import { isWithin } from '../language/areas.ts';
import { type Actor, hasRole, type RoleName } from './actor.ts';

/** Whether somebody holds one of the roles for an area or for one that contains it. */
export const holdsIn = (actor: Actor, area: string, ...names: readonly RoleName[]): boolean =>
  actor.roles.some((role) => names.includes(role.role) && isWithin(area, role.area));

export const fieldRoles = [
  'facilitator',
  'front-office',
  'coordinator',
] as const satisfies readonly RoleName[];
export const deskRoles = ['staff', 'admin'] as const satisfies readonly RoleName[];

/** Facilitators, front offices and coordinators log field work. */
export const mayLogFieldWork = (actor: Actor): boolean => hasRole(actor, ...fieldRoles);

/** A person is entered by field workers, inside their own area only. */
export const mayEnterPerson = (actor: Actor, area: string): boolean =>
  holdsIn(actor, area, 'facilitator', 'front-office', 'coordinator');

/** Ministry staff and administrators answer at the desk. */
export const mayWorkAtDesk = (actor: Actor): boolean => hasRole(actor, ...deskRoles);

/** Ranks of roles: nobody hands out a role above or beside their own. */
const invitable: Readonly<Partial<Record<RoleName, readonly RoleName[]>>> = {
  coordinator: ['facilitator', 'front-office', 'back-office', 'destination'],
  manager: ['facilitator', 'front-office', 'back-office', 'coordinator', 'destination'],
  staff: ['facilitator', 'front-office', 'back-office', 'coordinator', 'manager', 'destination'],
  admin: [
    'facilitator',
    'front-office',
    'back-office',
    'coordinator',
    'manager',
    'destination',
    'staff',
    'admin',
  ],
};

/** Coordinators, managers, staff and administrators invite, each to lower roles and inside their own area. */
export const mayInvite = (actor: Actor, role: RoleName, area: string): boolean =>
  actor.roles.some((own) => invitable[own.role]?.includes(role) === true && isWithin(area, own.area));

/** Whoever may invite to a role in an area may take it away there. */
export const mayRevoke = (actor: Actor, role: RoleName, area: string): boolean =>
  mayInvite(actor, role, area);

/** The roles this actor may invite to, anywhere. */
export const invitableRoles = (actor: Actor): readonly RoleName[] => [
  ...new Set(actor.roles.flatMap((own) => invitable[own.role] ?? [])),
];

export const overseeingRoles = [
  'coordinator',
  'manager',
  'staff',
  'admin',
] as const satisfies readonly RoleName[];

/** Whoever leads the work in an area sets its targets and sees how everybody there is doing. */
export const mayOversee = (actor: Actor, area: string): boolean => holdsIn(actor, area, ...overseeingRoles);

/** Everybody who works in an area sees its totals, without the figures of others. */
export const maySeeTotals = (actor: Actor, area: string): boolean =>
  mayOversee(actor, area) || holdsIn(actor, area, ...fieldRoles);

/** Coordinators, managers and ministry staff decide on applications, inside their own area. */
export const mayDecideApplications = (actor: Actor, area: string): boolean =>
  holdsIn(actor, area, 'coordinator', 'manager', 'staff');
