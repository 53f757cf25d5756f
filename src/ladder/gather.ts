/** Gathers from the log what speaks for a household's next stage. */
import { findSessionsWith } from '../mentoring/index.ts';
import type { Reader } from '../store/index.ts';
import { findBsimuOf } from './bsimu-store.ts';
import { findPartnersOf } from './partner-store.ts';
import type { Evidence } from './stage.ts';
import type { KpmRow } from './store.ts';

/** Everything since the household came to its present stage. */
export async function gatherEvidence(read: Reader, kpm: KpmRow): Promise<Evidence> {
  const since = kpm.stageSince ?? '';
  const sessions = (await findSessionsWith(read, kpm.person))
    .filter((one) => one.date >= since)
    .sort((a, b) => (a.date === b.date ? a.number - b.number : a.date < b.date ? -1 : 1));
  const kinds = new Map<string, { sessions: number; minutes: number }>();
  for (const { kind, minutes } of sessions) {
    const sum = kinds.get(kind) ?? { sessions: 0, minutes: 0 };
    kinds.set(kind, { sessions: sum.sessions + 1, minutes: sum.minutes + minutes });
  }
  const receipts = (await findBsimuOf(read, kpm.person)).filter((one) => one.date >= since);
  const partners = await findPartnersOf(read, kpm.person);
  return {
    graduation: kpm.graduation,
    hasBusiness: kpm.businessKind !== null || kpm.business !== '' || kpm.brand !== '',
    sessions: [...kinds].map(([kind, sum]) => ({ kind, ...sum })),
    turnovers: sessions.flatMap((one) => (one.turnover === null ? [] : [one.turnover])),
    receipts: receipts.length,
    received: receipts.reduce((sum, one) => sum + one.amount, 0),
    partners: partners.map(({ kind, name }) => ({ kind, name })),
  };
}
