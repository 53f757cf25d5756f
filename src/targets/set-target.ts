/** Sets a target on an area or on a facilitator there, as a number or as a share of the number above it. */
import { isWithin } from '../language/areas.ts';
import { type Actor, actorId, findPerson, findRoles, hasRole, mayOversee } from '../people/index.ts';
import { type Reader, type Writer, writeAudit } from '../store/index.ts';
import { findTargetAt, putTarget, sumParts, type TargetRow } from './store.ts';
import { areaAbove, fitNumber, personScope, type TargetKey } from './target.ts';

export interface TargetInput extends TargetKey {
  /** Whose area; for a facilitator's target the area that it is a part of. */
  readonly area: string;
  /** Person id of the facilitator; null for the area itself. */
  readonly person: string | null;
  readonly amount: { readonly number: number } | { readonly percent: number };
  readonly source: string;
  readonly now: number;
}

/** Where the actor stands and what is in the way, with the figures. Nothing is stored but with `set`. */
export type SetOutcome =
  | {
      readonly kind: 'set';
      readonly id: string;
      readonly number: number;
      /** Name of the facilitator; null for an area. */
      readonly name: string | null;
      readonly before: number | null;
      /** What the number above has left to give; null where nothing is set above. */
      readonly rest: number | null;
    }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'set-by-ministry'; readonly number: number }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'gap'; readonly missing: string; readonly above: string; readonly number: number }
  | { readonly kind: 'no-whole' }
  | {
      readonly kind: 'above-parent';
      readonly parent: number;
      readonly others: number;
      readonly free: number;
      readonly number: number;
    }
  | { readonly kind: 'below-children'; readonly children: number; readonly number: number };

/** The nearest area above `parent` that has a number, where `parent` itself has none. */
async function findGap(read: Reader, key: TargetKey, parent: string): Promise<TargetRow | undefined> {
  for (let area = areaAbove(parent); area !== undefined; area = areaAbove(area)) {
    const row = await findTargetAt(read, key, area);
    if (row !== undefined) return row;
  }
  return undefined;
}

const isTheirs = async (read: Reader, person: string, area: string): Promise<boolean> =>
  (await findRoles(read, person)).some((role) => role.role === 'facilitator' && isWithin(role.area, area));

/** Runs in the caller's write. Refusals for want of a right are audited. */
export async function setTarget(tx: Writer, actor: Actor, input: TargetInput): Promise<SetOutcome> {
  const { area, person, amount, now, indicator, programme, period, funding, source } = input;
  const key: TargetKey = { indicator, programme, period, funding };
  const scope = person === null ? area : personScope(person);
  const about = `target:${indicator}:${scope}:${period}`;
  const who = actorId(actor);
  if (!mayOversee(actor, area)) {
    await writeAudit(tx, { at: now, actor: who, action: 'target.refused', about });
    return { kind: 'not-allowed' };
  }
  const ministry = hasRole(actor, 'staff', 'admin');
  const before = await findTargetAt(tx, key, scope);
  if (before?.ministry === true && !ministry) return { kind: 'set-by-ministry', number: before.number };
  if (person !== null && !(await isTheirs(tx, person, area))) return { kind: 'not-there' };
  const parent = person === null ? areaAbove(area) : area;
  const whole = parent === undefined ? undefined : await findTargetAt(tx, key, parent);
  if (parent !== undefined && whole === undefined) {
    const above = await findGap(tx, key, parent);
    if (above !== undefined)
      return { kind: 'gap', missing: parent, above: above.scope, number: above.number };
  }
  if ('percent' in amount && whole === undefined) return { kind: 'no-whole' };
  const number =
    'number' in amount ? amount.number : Math.floor(((whole?.number ?? 0) * amount.percent) / 100);
  const fits = fitNumber(number, {
    parent: whole?.number ?? null,
    others: parent === undefined ? 0 : await sumParts(tx, key, parent, scope),
    children: person === null ? await sumParts(tx, key, area, '') : 0,
  });
  if (fits.kind !== 'fits') return { ...fits, number };
  const id = await putTarget(tx, {
    ...key,
    scope,
    parent: parent ?? null,
    number,
    source,
    ministry,
    setBy: who,
    setAt: now,
  });
  await writeAudit(tx, {
    at: now,
    actor: who,
    action: 'target.set',
    about,
    payload: { programme, funding, number, before: before?.number ?? null, source },
  });
  const name = person === null ? null : ((await findPerson(tx, person))?.name ?? '');
  return { kind: 'set', id, number, name, before: before?.number ?? null, rest: fits.rest };
}
