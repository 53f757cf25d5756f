/** The register of partners (mentors, companies, universities, banks) and whom they accompany. */
import { normaliseName } from '../language/name.ts';
import { type Actor, actorId, mayOversee } from '../people/index.ts';
import { newId, type Writer, writeAudit } from '../store/index.ts';
import { findHandled } from './find-kpm.ts';
import {
  endAccompaniment,
  findPartner,
  findPartnerNamed,
  findPartnersOf,
  insertAccompaniment,
  insertPartner,
  setPartnerEnd,
} from './partner-store.ts';
import type { PartnerKind } from './stage.ts';
import type { PartnerRow } from './store.ts';

export type AddPartnerOutcome =
  | { readonly kind: 'added' | 'known'; readonly partner: PartnerRow }
  | { readonly kind: 'not-your-area' };

/** Adds a partner to an area that the actor leads. One that had ended stands again. */
export async function addPartner(
  tx: Writer,
  actor: Actor,
  input: { readonly name: string; readonly kind: PartnerKind; readonly area: string; readonly now: number },
): Promise<AddPartnerOutcome> {
  if (!mayOversee(actor, input.area)) return { kind: 'not-your-area' };
  const self = actorId(actor);
  const nameKey = normaliseName(input.name);
  const known = await findPartnerNamed(tx, nameKey, input.area);
  if (known !== undefined && known.endedAt === null) return { kind: 'known', partner: known };
  const partner: PartnerRow = known
    ? { ...known, endedAt: null }
    : {
        id: newId(input.now),
        name: input.name.trim(),
        nameKey,
        kind: input.kind,
        area: input.area,
        createdBy: self,
        createdAt: input.now,
        endedAt: null,
      };
  if (known === undefined) await insertPartner(tx, partner);
  else await setPartnerEnd(tx, known.id, null);
  await writeAudit(tx, {
    at: input.now,
    actor: self,
    action: 'partner.added',
    about: `partner:${partner.id}`,
  });
  return { kind: 'added', partner };
}

export type EndPartnerOutcome =
  | { readonly kind: 'ended'; readonly partner: PartnerRow }
  | { readonly kind: 'not-found' };

export async function endPartner(
  tx: Writer,
  actor: Actor,
  id: string,
  now: number,
): Promise<EndPartnerOutcome> {
  const partner = await findPartner(tx, id);
  if (partner === undefined || partner.endedAt !== null || !mayOversee(actor, partner.area))
    return { kind: 'not-found' };
  await setPartnerEnd(tx, id, now);
  await writeAudit(tx, { at: now, actor: actorId(actor), action: 'partner.ended', about: `partner:${id}` });
  return { kind: 'ended', partner };
}

export type AccompanyOutcome =
  | {
      readonly kind: 'accompanied' | 'accompanied-before' | 'ended';
      readonly partner: PartnerRow;
      readonly name: string;
      readonly person: string;
    }
  | { readonly kind: 'not-your-person' }
  | { readonly kind: 'not-found' };

/** Puts a partner beside a household, or (`end`) takes it away again. */
export async function accompany(
  tx: Writer,
  actor: Actor,
  input: { readonly person: string; readonly partner: string; readonly now: number; readonly end?: boolean },
): Promise<AccompanyOutcome> {
  const subject = await findHandled(tx, actor, input.person);
  if (subject === undefined) return { kind: 'not-your-person' };
  const partner = await findPartner(tx, input.partner);
  if (partner === undefined || partner.endedAt !== null) return { kind: 'not-found' };
  const said = { partner, name: subject.name, person: subject.id };
  const self = actorId(actor);
  const isBeside = (await findPartnersOf(tx, subject.id)).some((one) => one.id === partner.id);
  if (input.end === true) {
    if (!isBeside) return { kind: 'not-found' };
    await endAccompaniment(tx, subject.id, partner.id, input.now);
  } else {
    if (isBeside) return { kind: 'accompanied-before', ...said };
    const row = { person: subject.id, partner: partner.id, by: self, since: input.now };
    await insertAccompaniment(tx, { id: newId(input.now), ...row });
  }
  const action = input.end === true ? 'partner.left' : 'partner.beside';
  await writeAudit(tx, { at: input.now, actor: self, action, about: `person:${subject.id}` });
  return { kind: input.end === true ? 'ended' : 'accompanied', ...said };
}
