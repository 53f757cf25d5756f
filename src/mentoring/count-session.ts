/** What sessions count towards: how many, of which kind, how long. */
import type { IndicatorSpec } from '../feature.ts';
import type { Writer } from '../store/index.ts';
import { countTowards } from '../targets/index.ts';
import { type SessionKind, sessionKinds } from './session.ts';
import { recountSessions, type SessionRow } from './store.ts';

/** Adds a stored session to the tally (`1`) or takes it away again (`-1`). The facilitator is who did it. */
export async function countSession(
  tx: Writer,
  row: Pick<SessionRow, 'area' | 'facilitator' | 'date' | 'kind' | 'minutes'>,
  sign: 1 | -1,
): Promise<void> {
  const counts = [
    { indicator: 'sessions', by: sign },
    { indicator: `sessions-${row.kind}`, by: sign },
    { indicator: 'session-minutes', by: sign * row.minutes },
  ];
  await countTowards(tx, { area: row.area, date: row.date, person: row.facilitator, counts });
}

const counting = (
  id: string,
  unit: 'sessions' | 'minutes',
  kinds: readonly SessionKind[] = sessionKinds,
): IndicatorSpec => ({
  id,
  label: `mentoring-indicator-${id}`,
  unit: `mentoring-unit-${unit}`,
  async *recount(read) {
    for (const row of await recountSessions(read, kinds)) {
      const { area, month, person } = row;
      yield { area, month, person, n: row[unit] };
    }
  },
});

export const sessionIndicators: readonly IndicatorSpec[] = [
  counting('sessions', 'sessions'),
  ...sessionKinds.map((kind) => counting(`sessions-${kind}`, 'sessions', [kind])),
  counting('session-minutes', 'minutes'),
];
