/** Whom a typed name means: one of the actor's own people, or a full name in the area that the actor leads. */
import { areaName } from '../language/areas.ts';
import { matchNames, normaliseName } from '../language/name.ts';
import { type Actor, findByName, findCaseload, findPerson, mayOversee } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { mayHandle } from './standing.ts';

export type FoundPerson =
  | { readonly kind: 'found'; readonly id: string; readonly name: string }
  | {
      readonly kind: 'several';
      readonly typed: string;
      readonly candidates: readonly { readonly id: string; readonly label: string }[];
    }
  | { readonly kind: 'unknown'; readonly typed: string }
  | { readonly kind: 'missing' };

/** `typed` is a name, a list number of the own people, or a person's id. */
export async function findTypedPerson(read: Reader, actor: Actor, typed: string): Promise<FoundPerson> {
  const text = typed.trim();
  if (text === '') return { kind: 'missing' };
  const byId = await findPerson(read, text);
  if (byId !== undefined && (await mayHandle(read, actor, byId.id, byId.area)))
    return { kind: 'found', id: byId.id, name: byId.name };
  const people = await findCaseload(read, actor.person?.id ?? '');
  const listed = /^\d{1,3}[.)]?$/u.test(text) ? people[Number.parseInt(text, 10) - 1] : undefined;
  if (listed !== undefined) return { kind: 'found', id: listed.id, name: listed.name };
  const match = matchNames(text, people, { limit: 6 });
  const led = (await findByName(read, normaliseName(text))).filter((one) => mayOversee(actor, one.area));
  const others = led.filter((one) => people.every((own) => own.id !== one.id));
  if (match.kind === 'exact' && others.length === 0)
    return { kind: 'found', id: match.candidate.id, name: match.candidate.name };
  const [only, ...more] = others;
  if (match.kind === 'none' && only !== undefined && more.length === 0)
    return { kind: 'found', id: only.id, name: only.name };
  const near =
    match.kind === 'none'
      ? []
      : match.kind === 'several'
        ? match.candidates.map(({ candidate }) => candidate)
        : [match.candidate];
  const candidates = [...near, ...others].map((one) => ({
    id: one.id,
    label: `${one.name} (${areaName(one.area)})`,
  }));
  return candidates.length === 0
    ? { kind: 'unknown', typed: text }
    : { kind: 'several', typed: text, candidates };
}
