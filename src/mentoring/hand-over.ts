/** People go from one facilitator to another, one or all at once; what was planned with them goes along. */
import {
  type Actor,
  actorId,
  addToCaseload,
  endCaseload,
  fieldRoles,
  findCaseload,
  findFacilitators,
  findPerson,
  findRolesOf,
  mayOversee,
} from '../people/index.ts';
import { type Reader, type Writer, writeAudit } from '../store/index.ts';
import { handVisits } from './visit-store.ts';

export interface HandOverInput {
  /** Who receives the people. */
  readonly to: string;
  /** All people of this facilitator, or one person from whoever accompanies them. */
  readonly what: { readonly allOf: string } | { readonly person: string };
  readonly now: number;
}

export type HandOverOutcome =
  | {
      readonly kind: 'handed';
      /** Person ids. */
      readonly persons: readonly string[];
      /** Who had them before; empty for somebody nobody accompanied. */
      readonly from: readonly string[];
      readonly to: string;
      /** People who live outside the actor's area and so stay where they are. */
      readonly outside: number;
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'same' }
  /** The receiver does not log field work in the actor's area, or the person lives outside it: one outcome. */
  | { readonly kind: 'not-your-area' };

async function mayReceive(read: Reader, actor: Actor, to: string): Promise<boolean> {
  const roles = await findRolesOf(read, [to], fieldRoles);
  return roles.some((role) => mayOversee(actor, role.area));
}

/** Hands people over, inside the actor's own area only. */
export async function handOver(tx: Writer, actor: Actor, input: HandOverInput): Promise<HandOverOutcome> {
  const { now, to, what } = input;
  if (!(await mayReceive(tx, actor, to))) return { kind: 'not-your-area' };
  if ('allOf' in what && what.allOf === to) return { kind: 'same' };
  const all =
    'allOf' in what
      ? await findCaseload(tx, what.allOf)
      : [await findPerson(tx, what.person)].filter((one) => one !== undefined);
  if (all.length === 0) return { kind: 'nobody' };
  const inside = all.filter((one) => mayOversee(actor, one.area));
  if (inside.length === 0) return { kind: 'not-your-area' };
  const from = new Set<string>();
  const persons: string[] = [];
  for (const { id } of inside) {
    const before = 'allOf' in what ? [what.allOf] : await findFacilitators(tx, id);
    if (before.length === 1 && before[0] === to) continue;
    for (const facilitator of before) {
      if (facilitator === to) continue;
      await endCaseload(tx, facilitator, id, now);
      await handVisits(tx, id, facilitator, to);
      from.add(facilitator);
    }
    await addToCaseload(tx, to, id, now);
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'caseload.handed',
      about: `person:${id}`,
      person: id,
      payload: { from: before, to },
    });
    persons.push(id);
  }
  if (persons.length === 0) return { kind: 'same' };
  return { kind: 'handed', persons, from: [...from], to, outside: all.length - inside.length };
}
