/** Sample data of the ladder: one household at its first stage with what it received, and a partner in the province. */
import { addDays } from '../language/calendar.ts';
import { normaliseName } from '../language/name.ts';
import { newId, type Writer } from '../store/index.ts';
import { insertBsimu } from './bsimu-store.ts';
import { countBsimu } from './count-ladder.ts';
import { insertPartner } from './partner-store.ts';
import { ensureKpm } from './record-kpm.ts';
import { updateKpm } from './store.ts';

const recorder = 'system:demo';

/** @param input.today `YYYY-MM-DD`. */
export async function fillLadder(
  tx: Writer,
  input: { readonly person: string; readonly area: string; readonly today: string; readonly now: number },
): Promise<void> {
  const { area, now, person, today } = input;
  await ensureKpm(tx, { id: person, area }, recorder, now);
  await updateKpm(tx, person, {
    ...{ graduation: 'natural', businessKind: 'food', business: 'keripik pisang', brand: 'Renyah' },
    ...{ stage: 'wp', stageSince: addDays(today, -120) },
  });
  const received = { date: addDays(today, -60), amount: 500_000, funding: 'hdn', note: '' } as const;
  const made = { id: newId(now), recordedBy: recorder, source: '', backDated: true, createdAt: now };
  await countBsimu(tx, await insertBsimu(tx, { person, area, ...received, ...made }), 1);
  const name = 'Universitas Contoh';
  await insertPartner(tx, {
    ...{ id: newId(now), name, nameKey: normaliseName(name), kind: 'university', area: '33' },
    ...{ createdBy: recorder, createdAt: now, endedAt: null },
  });
}
