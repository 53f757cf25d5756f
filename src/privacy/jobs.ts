/** Every night what was kept for long enough is forgotten, kind by kind, in small writes. */
import type { Schedule } from '../delivery/scheduler.ts';
import type { JobTools, RetentionSpec } from '../feature.ts';
import { writeAudit } from '../store/index.ts';
import type { Retention } from './retention.ts';

const dayMs = 24 * 3_600_000;
/** The rest waits for the next night. */
const mostBatches = 500;

export const forgetJob = (
  { now, zone }: JobTools,
  specs: () => readonly RetentionSpec[],
  retention: () => Retention,
): Schedule => ({
  name: 'privacy.forget',
  pattern: '30 2 * * *',
  zone,
  missed: 'once',
  async run(_planned, write) {
    const forgotten: Record<string, number> = {};
    for (const { forget, kind } of specs()) {
      const days = retention().get(kind);
      if (days === undefined) continue;
      const before = now() - days * dayMs;
      for (let at = 0; at < mostBatches; at++) {
        const n = await write((tx) => forget(tx, before));
        if (n === 0) break;
        forgotten[kind] = (forgotten[kind] ?? 0) + n;
      }
    }
    if (Object.keys(forgotten).length === 0) return;
    await write((tx) =>
      writeAudit(tx, {
        at: now(),
        actor: 'system:retention',
        action: 'data.forgotten',
        about: 'retention',
        payload: forgotten,
      }),
    );
  },
});
