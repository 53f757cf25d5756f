/**
 * Proposals for the national data (DTKS, now DTSEN), handed on to the operator of SIKS-NG. Source: Puskesos-SLRT supplies
 * the prelist; desa meeting, verification and the decision lie elsewhere, and being listed is not yet receiving aid.
 */
import { type Actor, mayLogFieldWork, mayOversee } from '../people/index.ts';
import { mayKeep } from './register.ts';

export const prelistStates = ['proposed', 'exported', 'accepted', 'rejected', 'withdrawn'] as const;
export type PrelistState = (typeof prelistStates)[number];
export type PrelistResult = Extract<PrelistState, 'accepted' | 'rejected'>;

/** Version of the consent text `registers-prelist-ask-consent`; raised whenever its meaning changes. */
export const prelistConsent = 1;

export const mayPropose = (actor: Actor, area: string): boolean =>
  mayLogFieldWork(actor) && mayKeep(actor, area);

/** A proposal is seen by who made it, and by whoever oversees its area: nobody else learns who was proposed. */
export const maySeeProposal = (
  actor: Actor,
  row: { readonly area: string; readonly addedBy: string },
): boolean => mayOversee(actor, row.area) || (row.addedBy === actor.person?.id && mayKeep(actor, row.area));

/** An identity number in a form's value: its id in the vault, and how it is shown. */
export interface NumberValue {
  readonly ref: string;
  readonly masked: string;
}

const written = /^([0-9A-Z]{12}) (•+\d{4})$/u;

export const writeNumber = ({ masked, ref }: NumberValue): string => `${ref} ${masked}`;

export function readNumber(value: string): NumberValue | undefined {
  const [, ref, masked] = written.exec(value) ?? [];
  return ref === undefined || masked === undefined ? undefined : { ref, masked };
}
