/** Planning and handing out the digests of a whole pillar, and how soon after its minute a reminder leaves. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { rowsOf } from '../src/language/area-data.ts';
import { startOfDate } from '../src/language/calendar.ts';
import { digestsPerSecond } from '../src/reminders/digest.ts';
import { openSqlite } from '../src/store/index.ts';
import type { PlanFigures } from './plan-digests.ts';
import { here, once, startBot, startStandIn, stop, token } from './processes.ts';
import { printTable, quantile } from './table.ts';

/** All PSM of the country, as counted in 2021. */
const pillar = 60_258;
const accompanied = 5;
const sessions = 500_000;
/** A Tuesday that is worked on. */
export const day = '2026-11-24';
const dayMs = 24 * 3_600_000;

/** Facilitators with accounts, people, sessions and targets, straight into the file. */
async function fill(file: string, count: number, sessionCount: number): Promise<void> {
  await openSqlite(file).close();
  const db = new Database(file);
  const districts = rowsOf('district').map((row) => row.code);
  const since = startOfDate(day, 'Asia/Jakarta') - 60 * dayMs;
  const statement = (table: string, columns: readonly string[]) =>
    db.prepare(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
  const person = statement('person', ['id', 'name', 'nameKey', 'area', 'createdAt']);
  const role = statement('role', ['id', 'person', 'role', 'area', 'grantedBy', 'grantedAt']);
  const account = statement('account', ['id', 'platform', 'shownName', 'address', 'seenAt']);
  const link = statement('account_person', ['account', 'person', 'linkedAt']);
  const caseload = statement('caseload', ['facilitator', 'person', 'since']);
  const session = statement('session', [
    'id',
    'facilitator',
    'number',
    'person',
    'kind',
    'date',
    'minutes',
    'note',
    'area',
    'source',
    'line',
    'backDated',
    'createdAt',
  ]);
  const target = statement('target', [
    'id',
    'indicator',
    'programme',
    'period',
    'funding',
    'scope',
    'parent',
    'number',
    'source',
    'ministry',
    'setBy',
    'setAt',
  ]);
  db.transaction(() => {
    for (let at = 0; at < count; at++) {
      const area = districts[at % districts.length] ?? '33.74.01';
      const id = `f${at}`;
      person.run(id, `Pendamping ${at}`, `pendamping ${at}`, area, since);
      role.run(`r${at}`, id, 'facilitator', area, 'bench', since);
      const address = JSON.stringify({ platform: 'telegram', place: String(1_000 + at), kind: 'private' });
      account.run(`telegram|${1_000 + at}`, 'telegram', id, address, since);
      link.run(`telegram|${1_000 + at}`, id, since);
      for (let one = 0; one < accompanied; one++) {
        person.run(`p${at}-${one}`, `Warga ${at} ${one}`, `warga ${at} ${one}`, area, since);
        caseload.run(id, `p${at}-${one}`, since);
      }
      target.run(
        `t${at}`,
        'sessions',
        '',
        day.slice(0, 4),
        'none',
        `person:${id}`,
        area.slice(0, 5),
        400,
        'bench',
        1,
        'bench',
        since,
      );
    }
    for (let at = 0; at < sessionCount; at++) {
      const who = at % count;
      const turn = Math.floor(at / count);
      const date = `2026-${String(1 + (turn % 11)).padStart(2, '0')}-${String(1 + (turn % 23)).padStart(2, '0')}`;
      session.run(
        `s${at}`,
        `f${who}`,
        turn + 1,
        `p${who}-${turn % accompanied}`,
        'mentoring',
        date,
        60,
        '',
        '33.74.01',
        'bench',
        0,
        0,
        since,
      );
    }
  })();
  db.exec('ANALYZE');
  db.close();
}

async function measureWave(folder: string, standIn: Awaited<ReturnType<typeof startStandIn>>, size: number) {
  const file = join(folder, `wave-${size}.db`);
  await fill(file, size, size);
  // All in one zone, so that they share one minute.
  const db = new Database(file);
  db.exec("UPDATE person SET area = '33.74.01'");
  db.close();
  const eight = startOfDate(day, 'Asia/Jakarta') + 8 * 3_600_000;
  const early = 8_000;
  const sent = standIn.run({ watch: size });
  // The day is planned first, as it is after midnight.
  await runPlan(file, 'plan');
  const bot = await startBot('./dayabot-bot.ts', [standIn.root, token, file, String(eight - early)]);
  const begunAt = bot.begun ?? Date.now();
  const { sentAt } = await sent;
  await stop(bot.child);
  // Each against its own moment: the second of the wave that it was planned into.
  return [...sentAt]
    .sort((a, b) => a - b)
    .map((at, place) => at - (begunAt + early + Math.floor(place / digestsPerSecond) * 1_000));
}

const runPlan = (file: string, what: 'plan' | 'hand'): Promise<PlanFigures> => {
  const child = fork(here('./plan-digests.ts'), [file, what]);
  return once<PlanFigures>(child);
};

export async function benchReminders(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  const standIn = await startStandIn();
  try {
    await fill(file, pillar, sessions);
    const planned = await runPlan(file, 'plan');
    const handed = await runPlan(file, 'hand');
    const seconds = (ms: number) => `${(ms / 1_000).toFixed(2)} s`;
    const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
    printTable(
      `Digests of ${pillar} facilitators with ${accompanied} people each and ${sessions} sessions`,
      ['figure', 'value', 'peak memory of the process'],
      [
        [
          'planning the day: who, at which moment, one row each',
          seconds(planned.ms),
          megabytes(planned.peakBytes),
        ],
        [
          `all ${handed.handed} handed over in one go: what is due for each`,
          seconds(handed.ms),
          megabytes(handed.peakBytes),
        ],
      ],
    );
    const rows: string[][] = [];
    for (const size of [100, 150, 1_000]) {
      const delays = await measureWave(folder, standIn, size);
      rows.push([
        String(size),
        `${(quantile(delays, 0.5) / 1_000).toFixed(1)} s`,
        `${(quantile(delays, 0.99) / 1_000).toFixed(1)} s`,
      ]);
    }
    printTable(
      'From the planned moment to the message at the platform, over HTTP, clock set to 07.59',
      ['people in one minute', 'p50', 'p99'],
      rows,
    );
  } finally {
    standIn.end();
    rmSync(folder, { recursive: true, force: true });
  }
}
