/** What the ladder holds about a person: shown, ended with the consent, erased, and forgotten when its time is over. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import type { Writer } from '../store/index.ts';
import { findBsimuOf, forgetBsimuNotes } from './bsimu-store.ts';
import { findPartnersOf } from './partner-store.ts';
import { eraseKpm, findKpm, findMovesOf, forgetMoves, updateMove } from './store.ts';
import { describeBsimu, describeFacts, stageName } from './words-chat.ts';

const batch = 500;

/** A proposal does not go on without the consent. */
async function endProposals(tx: Writer, person: string, now: number): Promise<void> {
  for (const move of await findMovesOf(tx, person))
    if (move.state === 'proposed') await updateMove(tx, move.id, { state: 'withdrawn', decidedAt: now });
}

export const ladderData: MyDataSpec = {
  async show(read, person, { texts, zone }) {
    const kpm = await findKpm(read, person);
    if (kpm === undefined) return [];
    const receipts = await findBsimuOf(read, person);
    const moves = await findMovesOf(read, person);
    const partners = await findPartnersOf(read, person);
    const lines = [
      `${stageName(texts, kpm.stage)} · ${describeFacts(texts, kpm)}`,
      ...receipts.map((one) => `BSiMU ${describeBsimu(texts, one)}`),
      ...moves.map((one) =>
        [
          formatDay(toDate(one.decidedAt ?? one.proposedAt, zone), texts.lang),
          texts.t(`ladder-move-${one.state}`, { to: stageName(texts, one.to) }),
          ...(one.reason === null || one.reason === '' ? [] : [one.reason]),
        ].join(' · '),
      ),
      ...partners.map((one) => `${one.name} (${texts.t(`ladder-partner-${one.kind}`)})`),
    ];
    return [
      { kind: 'text', text: [...texts.rich('ladder-data-title'), ...lines.map((one) => `\n• ${one}`)] },
    ];
  },
  stop: endProposals,
  async erase(tx, person, now) {
    const kpm = await findKpm(tx, person);
    await endProposals(tx, person, now);
    await eraseKpm(tx, person);
    return kpm === undefined ? [] : ['ladder-data-kept'];
  },
};

export const ladderRetention: readonly RetentionSpec[] = [
  { kind: 'ladder-reasons', forget: (tx, before) => forgetMoves(tx, before, batch) },
  {
    kind: 'bsimu-notes',
    forget: (tx, before) => forgetBsimuNotes(tx, toDate(before, 'Asia/Jakarta'), batch),
  },
];
