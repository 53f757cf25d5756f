/**
 * A case: what somebody asked, suggested, complained about or needs, from the first word to the solved end. States,
 * the moves between them and who may see what, as rules over plain values; time and ids are arguments.
 */
import { type Actor, holdsIn, type RoleName } from '../people/index.ts';

export const caseKinds = ['need', 'complaint', 'question', 'suggestion'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The nine sectors that SLRT informs and refers about. */
export const sectors = [
  'health',
  'education',
  'social-economy',
  'food',
  'energy',
  'farming',
  'fishery',
  'housing',
  'population',
] as const;
export type Sector = (typeof sectors)[number];

export const isCaseKind = (text: string): text is CaseKind => (caseKinds as readonly string[]).includes(text);
export const isSector = (text: string): text is Sector => (sectors as readonly string[]).includes(text);

export const caseStates = [
  'received',
  'verified',
  'handled',
  'proposed',
  'referred',
  'accepted',
  'declined',
  'served',
  'reopened',
  'solved',
  'refused',
  'cancelled',
] as const;
export type CaseState = (typeof caseStates)[number];

const closedStates: readonly CaseState[] = ['solved', 'refused', 'cancelled'];
export const isClosed = (state: CaseState): boolean => closedStates.includes(state);

/** What changes the state of a case. Taking and handing on change only who takes care of it. */
export const moves = [
  'verify',
  'handle',
  'propose',
  'refer',
  'accept',
  'decline',
  'serve',
  'solve',
  'refuse',
  'reopen',
  'cancel',
] as const;
export type Move = (typeof moves)[number];
export const isMove = (text: string): text is Move => (moves as readonly string[]).includes(text);

interface MoveRule {
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly roles: readonly RoleName[];
  /** What has to be written with it: a reason, where it goes, or what was done. */
  readonly needs?: 'reason' | 'destination' | 'done';
}

const fieldwork: readonly RoleName[] = [
  'facilitator',
  'front-office',
  'back-office',
  'coordinator',
  'manager',
  'staff',
  'admin',
];
const deciding: readonly RoleName[] = ['back-office', 'coordinator', 'manager', 'staff', 'admin'];
const receiving: readonly RoleName[] = ['destination', 'coordinator', 'manager', 'staff', 'admin'];
const leading: readonly RoleName[] = ['coordinator', 'manager', 'staff', 'admin'];

/**
 * The flow of SLRT: what can be solved in the desa is solved there, the rest is referred by the back office or above,
 * and the receiver accepts or declines. Where a step says no, it says why.
 */
export const moveRules: Readonly<Record<Move, MoveRule>> = {
  verify: { from: ['received', 'reopened'], to: 'verified', roles: fieldwork },
  handle: { from: ['verified', 'declined'], to: 'handled', roles: fieldwork },
  propose: { from: ['verified'], to: 'proposed', roles: fieldwork },
  refer: {
    from: ['verified', 'handled', 'proposed', 'declined'],
    to: 'referred',
    roles: deciding,
    needs: 'destination',
  },
  accept: { from: ['referred'], to: 'accepted', roles: receiving },
  decline: { from: ['referred'], to: 'declined', roles: receiving, needs: 'reason' },
  serve: {
    from: ['verified', 'handled', 'proposed', 'accepted'],
    to: 'served',
    roles: [...fieldwork, 'destination'],
    needs: 'done',
  },
  solve: { from: ['served'], to: 'solved', roles: [...fieldwork, 'destination'] },
  refuse: {
    from: ['received', 'verified', 'handled', 'proposed', 'declined', 'reopened'],
    to: 'refused',
    roles: leading,
    needs: 'reason',
  },
  reopen: { from: ['served', 'solved', 'refused'], to: 'reopened', roles: leading, needs: 'reason' },
  cancel: {
    from: ['received', 'verified', 'handled', 'proposed', 'referred', 'accepted', 'declined', 'reopened'],
    to: 'cancelled',
    roles: [],
  },
};

/** Moves of the person whose case it is; the answer to "sudah terlayani?" among them. */
const requesterMoves: readonly Move[] = ['solve', 'reopen', 'cancel'];

/** What the rules of sight and movement ask of a case. */
export interface CaseInQuestion {
  readonly state: CaseState;
  readonly area: string;
  /** A complaint about an officer. */
  readonly protected: boolean;
  /** Person id of whose case it is, where known. */
  readonly person: string | null;
  /** `actorId` of who opened it. */
  readonly openedBy: string;
  /** Where the citizen who opened it wrote from; null when an officer opened it for somebody. */
  readonly address: object | null;
  /** Person id of who takes care of it. */
  readonly takenBy: string | null;
}

/** Roles that work on cases in their area. */
export const caseRoles: readonly RoleName[] = [...fieldwork, 'destination'];

/** From here on a receiver sees a case. */
export const seenByReceivers: readonly CaseState[] = ['referred', 'accepted', 'declined', 'served', 'solved'];

const opened = (actor: Actor, one: Pick<CaseInQuestion, 'openedBy'>): boolean =>
  one.openedBy === actor.person?.id || one.openedBy === `account:${actor.account}`;

/**
 * Whose case it is: who opened it for themselves, or one of the persons an account stands for. A complaint about an
 * officer belongs to who made it, not to everybody on the same phone.
 */
export const isRequester = (
  actor: Actor,
  one: Pick<CaseInQuestion, 'address' | 'openedBy' | 'person' | 'protected'>,
): boolean =>
  (one.address !== null && opened(actor, one)) ||
  (one.person !== null && !one.protected && actor.persons.some((person) => person.id === one.person));

/**
 * Officers see the cases of their area and those handed to them; receivers only what was referred; a complaint about an
 * officer is seen by ministry staff alone, and by whoever made it.
 */
export function maySee(actor: Actor, one: CaseInQuestion): boolean {
  if (isRequester(actor, one)) return true;
  if (one.protected) return holdsIn(actor, 'ID', 'staff', 'admin');
  if (actor.person !== undefined && holdsAny(actor) && [one.takenBy, one.openedBy].includes(actor.person.id))
    return true;
  if (holdsIn(actor, one.area, ...fieldwork)) return true;
  return holdsIn(actor, one.area, 'destination') && seenByReceivers.includes(one.state);
}

const holdsAny = (actor: Actor): boolean => actor.roles.some((role) => caseRoles.includes(role.role));

/** Whether somebody works on a case as an officer: by role in its area, or because it was handed to them. */
function mayWorkOn(actor: Actor, one: CaseInQuestion, roles: readonly RoleName[]): boolean {
  const ministry = roles.filter((role) => role === 'staff' || role === 'admin');
  if (one.protected) return holdsIn(actor, 'ID', ...ministry);
  if (holdsIn(actor, one.area, ...roles)) return true;
  const taken = actor.person !== undefined && one.takenBy === actor.person.id;
  return taken && actor.roles.some((role) => roles.includes(role.role));
}

/** Whether this actor may make this move, apart from the state. */
export const mayMove = (actor: Actor, one: CaseInQuestion, move: Move): boolean =>
  (isRequester(actor, one) && requesterMoves.includes(move)) ||
  // Opened by mistake: an officer takes back what nobody else has touched.
  (move === 'cancel' && one.address === null && one.state === 'received' && opened(actor, one)) ||
  mayWorkOn(actor, one, moveRules[move].roles);

/** A question or a suggestion is answered without a way through verification. */
export const startsFrom = (move: Move, kind: CaseKind, state: CaseState): boolean => {
  if (moveRules[move].from.includes(state)) return true;
  const isWord = kind === 'question' || kind === 'suggestion';
  return move === 'serve' && isWord && (state === 'received' || state === 'reopened');
};

/** The moves that this actor can make now, in the order of the flow. */
export const openMoves = (actor: Actor, one: CaseInQuestion & { readonly kind: CaseKind }): readonly Move[] =>
  moves.filter((move) => startsFrom(move, one.kind, one.state) && mayMove(actor, one, move));

export const mayTake = (actor: Actor, one: CaseInQuestion): boolean =>
  !isClosed(one.state) && one.takenBy !== actor.person?.id && mayWorkOn(actor, one, fieldwork);

export const mayAssign = (actor: Actor, one: CaseInQuestion): boolean =>
  !isClosed(one.state) && !one.protected && mayWorkOn(actor, one, leading);

/** The longest text of a person or officer that is kept of one step. */
const longestText = 1_500;
export const shorten = (text: string): string =>
  [...text].length <= longestText ? text : `${[...text].slice(0, longestText - 1).join('')}…`;
