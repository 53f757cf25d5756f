/** People as one feature, and what others may use of it. */
import type { Feature } from '../feature.ts';
import { peopleCommands, peopleNotices, peoplePresses } from './chat.ts';
import { facilitatorExport, peopleExport } from './exports.ts';
import { facilitatorImport, peopleImport } from './imports.ts';
import { personData } from './my-data.ts';

export {
  type Actor,
  actorId,
  hasRole,
  isRoleName,
  type Person,
  type Role,
  type RoleName,
  roleNames,
} from './actor.ts';
export type { Address } from './address.ts';
export {
  addToCaseload,
  endCaseload,
  findCaseload,
  findCaseloads,
  findFacilitators,
  findInCaseload,
} from './caseload-store.ts';
export { ensureAdmin, invite, issueInvitation, redeemInvitation, revokeRoles } from './invitation.ts';
export { invitationImport, type MadeInvitation } from './invite-many.ts';
export {
  deskRoles,
  fieldRoles,
  holdsIn,
  mayDecideApplications,
  mayInvite,
  mayLogFieldWork,
  mayOversee,
  maySeeTotals,
  mayWorkAtDesk,
  overseeingRoles,
} from './may.ts';
export { ownPersonField } from './person-field-chat.ts';
export {
  findConsentState,
  findHolders,
  findHoldersWithin,
  findReachable,
  findRoles,
  findRolesOf,
  findWorkersWithin,
  hasReachableStaff,
  insertConsent,
  insertRole,
} from './role-store.ts';
export {
  findActor,
  findByName,
  findPerson,
  findPersonByKey,
  findPersons,
  findReach,
  hasPeople,
  insertPerson,
  linkAccount,
  noteAccount,
  setAccountLang,
  setBlocked,
} from './store.ts';

export const people: Feature = {
  name: 'people',
  commands: peopleCommands,
  presses: peoplePresses,
  notices: peopleNotices,
  imports: [peopleImport, facilitatorImport],
  exports: [peopleExport, facilitatorExport],
  myData: personData,
};
