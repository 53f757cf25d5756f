/** Proposes somebody for the national data, hands proposals on, and notes what became of them. */
import { toDate } from '../language/calendar.ts';
import { zoneOfArea } from '../language/locale.ts';
import { type Actor, actorId, findInCaseload, insertConsent, mayOversee } from '../people/index.ts';
import {
  claimNumber,
  findSameNumbers,
  forgetNumbers,
  newId,
  type Writer,
  writeAudit,
} from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { mayPropose, maySeeProposal, type PrelistResult, prelistConsent } from './prelist.ts';
import {
  findOpenAbout,
  findProposal,
  insertProposal,
  type PrelistRow,
  updateProposal,
} from './prelist-store.ts';
import { provinceOf, undoMs } from './register.ts';

export interface ProposalDraft {
  /** One of the own people, or null for somebody new. */
  readonly person: string | null;
  readonly name: string;
  readonly area: string;
  readonly reason: string;
  /** Ids in the vault. */
  readonly nik: string;
  readonly kk: string | null;
}

export type ProposeOutcome =
  | { readonly kind: 'proposed'; readonly row: PrelistRow }
  /** The same person, or the same number, is proposed already. */
  | { readonly kind: 'same'; readonly row: PrelistRow }
  /** The number was typed too long ago and is gone; it has to be typed again. */
  | { readonly kind: 'number-gone' }
  | { readonly kind: 'not-your-person' }
  | { readonly kind: 'not-allowed'; readonly area: string };

const audit = (tx: Writer, actor: string, action: string, id: string, at: number) =>
  writeAudit(tx, { at, actor, action: `prelist.${action}`, about: `prelist:${id}` });

/** Somebody entered at the shell counts for nobody. */
export const countedPerson = (addedBy: string): string | null => (addedBy.includes(':') ? null : addedBy);
export const dayOfProposal = (row: Pick<PrelistRow, 'createdAt' | 'area'>): string =>
  toDate(row.createdAt, zoneOfArea(row.area));

const countProposal = (tx: Writer, row: PrelistRow, sign: 1 | -1) =>
  countTowards(tx, {
    area: row.area,
    person: countedPerson(row.addedBy),
    date: dayOfProposal(row),
    counts: [{ indicator: 'prelist-proposed', by: sign }],
  });

export async function propose(
  tx: Writer,
  actor: Actor,
  draft: ProposalDraft,
  now: number,
): Promise<ProposeOutcome> {
  const self = actor.person;
  const numbers = [draft.nik, ...(draft.kk === null ? [] : [draft.kk])];
  const known =
    self === undefined || draft.person === null ? undefined : await findInCaseload(tx, self.id, draft.person);
  const area = known?.area ?? draft.area;
  if (self === undefined || !mayPropose(actor, area)) {
    await forgetNumbers(tx, numbers);
    await audit(tx, actorId(actor), 'refused', 'new', now);
    return { kind: 'not-allowed', area };
  }
  if (draft.person !== null && known === undefined) {
    await forgetNumbers(tx, numbers);
    await audit(tx, self.id, 'refused', 'new', now);
    return { kind: 'not-your-person' };
  }
  const open = await findOpenAbout(tx, {
    person: draft.person,
    numbers: await findSameNumbers(tx, draft.nik),
  });
  // Somebody else's proposal is not told of: its maker alone knows that the person was proposed.
  const same = open.find((row) => maySeeProposal(actor, row));
  if (same !== undefined) {
    await forgetNumbers(tx, numbers);
    return { kind: 'same', row: same };
  }
  const nikMasked = await claimNumber(tx, draft.nik);
  const kkMasked = draft.kk === null ? '' : await claimNumber(tx, draft.kk);
  if (nikMasked === undefined || kkMasked === undefined) {
    await forgetNumbers(
      tx,
      numbers.filter((_, at) => (at === 0 ? nikMasked : kkMasked) !== undefined),
    );
    return { kind: 'number-gone' };
  }
  const row = {
    id: newId(now),
    person: draft.person,
    name: known?.name ?? draft.name,
    area,
    province: provinceOf(area),
    reason: draft.reason,
    nik: draft.nik,
    nikMasked,
    kk: draft.kk,
    kkMasked,
    consentAt: now,
    state: 'proposed' as const,
    stateAt: now,
    answer: '',
    exportedFor: null,
    addedBy: self.id,
    createdAt: now,
  };
  const number = await insertProposal(tx, row);
  if (draft.person !== null)
    await insertConsent(tx, {
      person: draft.person,
      purpose: 'prelist',
      version: prelistConsent,
      takenBy: self.id,
      now,
    });
  await countProposal(tx, { ...row, number }, 1);
  await audit(tx, self.id, 'proposed', row.id, now);
  return { kind: 'proposed', row: { ...row, number } };
}

/** Numbers that no proposal needs any more are erased at once. */
const dropNumbers = async (tx: Writer, row: PrelistRow): Promise<void> => {
  await forgetNumbers(
    tx,
    [row.nik, row.kk].filter((ref) => ref !== null),
  );
};

export type ProposalChange =
  | { readonly kind: 'done' | 'done-before' | 'too-late'; readonly row: PrelistRow }
  | { readonly kind: 'not-allowed' };

async function findMine(tx: Writer, actor: Actor, id: string, now: number): Promise<PrelistRow | undefined> {
  const row = await findProposal(tx, id);
  if (row !== undefined && maySeeProposal(actor, row)) return row;
  await audit(tx, actorId(actor), 'refused', row?.id ?? 'unknown', now);
  return undefined;
}

/** Ends a proposal that goes no further. What was handed on already cannot be called back from here. */
export async function endProposal(
  tx: Writer,
  row: PrelistRow,
  by: string,
  answer: string,
  now: number,
): Promise<PrelistRow> {
  const change = { state: 'withdrawn' as const, stateAt: now, answer, nik: null, kk: null };
  await dropNumbers(tx, row);
  await countProposal(tx, row, -1);
  await updateProposal(tx, row.id, change);
  await audit(tx, by, 'withdrawn', row.id, now);
  return { ...row, ...change };
}

/** Takes a proposal back before it is handed on: its maker within fifteen minutes, whoever oversees the area later. */
export async function withdrawProposal(
  tx: Writer,
  actor: Actor,
  id: string,
  now: number,
): Promise<ProposalChange> {
  const row = await findMine(tx, actor, id, now);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state === 'withdrawn') return { kind: 'done-before', row };
  const late = !mayOversee(actor, row.area) && now - row.createdAt > undoMs;
  if (row.state !== 'proposed' || late) return { kind: 'too-late', row };
  return { kind: 'done', row: await endProposal(tx, row, actorId(actor), '', now) };
}

/**
 * Says anew why somebody is proposed, until it is handed on. What stood there before is kept in the erasable part of the
 * audit. Numbers are not corrected: a proposal with a wrong one is taken back and made again.
 */
export async function correctReason(
  tx: Writer,
  actor: Actor,
  id: string,
  reason: string,
  now: number,
): Promise<ProposalChange> {
  const row = await findMine(tx, actor, id, now);
  if (row === undefined) return { kind: 'not-allowed' };
  if (row.state !== 'proposed') return { kind: 'too-late', row };
  if (row.reason === reason) return { kind: 'done-before', row };
  await updateProposal(tx, id, { reason });
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'prelist.corrected',
    about: `prelist:${id}`,
    ...(row.person === null ? {} : { person: row.person }),
    payload: { before: row.reason },
  });
  return { kind: 'done', row: { ...row, reason } };
}

/** What the operator's side answered, noted by whoever oversees the area. The numbers are erased with it. */
export async function noteResult(
  tx: Writer,
  actor: Actor,
  id: string,
  result: { readonly state: PrelistResult; readonly answer: string },
  now: number,
): Promise<ProposalChange> {
  const row = await findMine(tx, actor, id, now);
  if (row === undefined) return { kind: 'not-allowed' };
  if (!mayOversee(actor, row.area)) {
    await audit(tx, actorId(actor), 'refused', row.id, now);
    return { kind: 'not-allowed' };
  }
  if (row.state !== 'exported') return { kind: 'done-before', row };
  return { kind: 'done', row: await settleProposal(tx, row, result, { by: actorId(actor), now }) };
}

/** Stores an answer that was checked; the numbers are erased with it. */
export async function settleProposal(
  tx: Writer,
  row: PrelistRow,
  result: { readonly state: PrelistResult; readonly answer: string },
  from: { readonly by: string; readonly now: number },
): Promise<PrelistRow> {
  const change = { ...result, stateAt: from.now, nik: null, kk: null };
  await dropNumbers(tx, row);
  await updateProposal(tx, row.id, change);
  await audit(tx, from.by, result.state, row.id, from.now);
  return { ...row, ...change };
}

/** Marks proposals as handed on to one operator, each in the audit by itself. Throws when one waits no longer. */
export async function handOn(
  tx: Writer,
  ids: readonly string[],
  to: { readonly operator: string; readonly actor: string; readonly now: number },
): Promise<void> {
  for (const id of ids) {
    if ((await findProposal(tx, id))?.state !== 'proposed')
      throw new Error('a proposal changed while the file was made; export again');
    await updateProposal(tx, id, { state: 'exported', stateAt: to.now, exportedFor: to.operator });
    await writeAudit(tx, {
      at: to.now,
      actor: to.actor,
      action: 'prelist.exported',
      about: `prelist:${id}`,
      payload: { for: to.operator },
    });
  }
}
