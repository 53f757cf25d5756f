/** Fills a store with an area's month, as a program of its own: `node fill-area-month.ts FILE`. */
import Database from 'better-sqlite3';
import { openKnowledge } from '../src/cli/knowledge.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { addDays, firstDayOf, lastDayOf } from '../src/language/calendar.ts';
import { insertPerson, insertRole, linkAccount, noteAccount } from '../src/people/index.ts';
import type { Store } from '../src/store/index.ts';
import { area, facilitators, month, sessionsEach } from './area-month.ts';

const now = Date.now();

async function fillTeam(store: Store): Promise<void> {
  await store.write(async (tx) => {
    for (let at = 0; at < facilitators; at++) {
      const home = `${area}.${String(1 + (at % 16)).padStart(2, '0')}`;
      await insertPerson(tx, { id: `f${at}`, name: `Pendamping ${at}`, area: home, now });
      await insertRole(tx, { person: `f${at}`, role: 'facilitator', area: home, grantedBy: 'bench', now });
      for (let nth = 0; nth < 8; nth++)
        await insertPerson(tx, {
          id: `p${at}-${nth}`,
          name: `Warga ${at} ${nth}`,
          area: `${home}.1001`,
          now,
        });
    }
    await insertPerson(tx, { id: 'agus', name: 'Agus', area, now });
    await insertRole(tx, { person: 'agus', role: 'coordinator', area, grantedBy: 'bench', now });
    const address = { platform: 'console', place: 'agus', kind: 'private' as const };
    await noteAccount(tx, { id: 'console|agus', platform: 'console', shownName: 'agus', address, now });
    await linkAccount(tx, 'console|agus', 'agus', now);
  });
}

function fillSessions(file: string): void {
  const db = new Database(file);
  const session = db.prepare(
    `INSERT INTO session (id, facilitator, number, person, kind, date, minutes, turnover, note, area, source, line, backDated, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, 60, ?, 'kas rapi, sudah menabung', ?, 'bench', 0, 0, ?)`,
  );
  const kinds = ['bimtek', 'mentoring', 'inkubasi'];
  const days = Number(lastDayOf(month).slice(8));
  db.transaction(() => {
    for (let at = 0; at < facilitators; at++)
      for (let nth = 0; nth < sessionsEach; nth++)
        session.run(
          `s${at}-${nth}`,
          `f${at}`,
          nth + 1,
          `p${at}-${nth % 8}`,
          kinds[nth % 3],
          addDays(firstDayOf(month), (at + nth) % days),
          nth % 2 === 0 ? 1_250_000 : null,
          `${area}.01.1001`,
          now,
        );
  })();
  db.exec('ANALYZE');
  db.close();
}

const file = process.argv[2] ?? '';
const parsed = parseConfig({ DATABASE_URL: `file:${file}` });
if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
const { store } = await openStore(parsed.config, systemClock);
await fillTeam(store);
await store.close();
fillSessions(file);
// The answers' index is there, as after the first start of a bot.
await openKnowledge(file);
