/** `/target` for a facilitator, a coordinator and staff, and what counting costs a log, with a full country in the store. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type ConsoleMessage, createConsole } from '../adapters/console/create.ts';
import { createAssistant } from '../src/cli/assistant.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { features } from '../src/features.ts';
import { rowsOf } from '../src/language/area-data.ts';
import { monthOf, toDate } from '../src/language/calendar.ts';
import { insertPerson, insertRole, linkAccount, noteAccount, type RoleName } from '../src/people/index.ts';
import type { Store } from '../src/store/index.ts';
import { collectIndicators, countTowards, rebuildTally } from '../src/targets/index.ts';
import { printTable, quantile } from './table.ts';

const people = 60_000;
const sessions = 500_000;
const rounds = 300;
const now = Date.now();
const today = toDate(now, 'Asia/Jakarta');
const year = today.slice(0, 4);

const speakers: readonly { id: string; role: RoleName; area: string }[] = [
  { id: 'f0', role: 'facilitator', area: '33.74.01' },
  { id: 'coordinator', role: 'coordinator', area: '33.74' },
  { id: 'staff', role: 'staff', area: 'ID' },
];

async function fillPeople(store: Store): Promise<void> {
  const districts = rowsOf('district').map((row) => row.code);
  const city = districts.filter((code) => code.startsWith('33.74.'));
  // One facilitator for each kecamatan of the country, and two hundred more in one city.
  const homes = [
    '33.74.01',
    ...districts,
    ...Array.from({ length: 200 }, (_, at) => city[at % city.length] ?? '33.74.01'),
  ];
  for (let from = 0; from < people; from += 2_000) {
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(people, from + 2_000); at++) {
        const home = homes[at];
        const id = `f${at}`;
        await insertPerson(tx, {
          id,
          name: `Orang ${at}`,
          area: home ?? districts[at % districts.length] ?? '33',
          now,
        });
        if (home === undefined) continue;
        await insertRole(tx, { person: id, role: 'facilitator', area: home, grantedBy: 'bench', now });
      }
    });
  }
  await store.write(async (tx) => {
    for (const { id, role, area } of speakers) {
      if (role !== 'facilitator') {
        await insertPerson(tx, { id, name: id, area, now });
        await insertRole(tx, { person: id, role, area, grantedBy: 'bench', now });
      }
      const address = { platform: 'console', place: id, kind: 'private' as const };
      await noteAccount(tx, { id: `console|${id}`, platform: 'console', shownName: id, address, now });
      await linkAccount(tx, `console|${id}`, id, now);
    }
  });
}

/** Sessions and targets straight into the file: logging half a million one by one would take longer than the rest. */
function fillRecords(file: string): { targets: number; facilitators: number } {
  const db = new Database(file);
  const holders = db.prepare("SELECT person, area FROM role WHERE role = 'facilitator'").all() as {
    person: string;
    area: string;
  }[];
  const session = db.prepare(
    `INSERT INTO session (id, facilitator, number, person, kind, date, minutes, note, area, source, line, backDated, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, 60, '', ?, 'bench', 0, 0, ?)`,
  );
  const target = db.prepare(
    `INSERT INTO target (id, indicator, programme, period, funding, scope, parent, number, source, ministry, setBy, setAt)
     VALUES (?, ?, '', ?, 'none', ?, ?, ?, 'bench', 1, 'bench', ?)`,
  );
  const kinds = ['bimtek', 'mentoring', 'inkubasi'];
  let targets = 0;
  db.transaction(() => {
    for (let at = 0; at < sessions; at++) {
      const one = holders[at % holders.length] ?? { person: 'f0', area: '33.74.01' };
      const turn = Math.floor(at / holders.length);
      const day = `${year}-${String(1 + (turn % 11)).padStart(2, '0')}-${String(1 + (turn % 28)).padStart(2, '0')}`;
      session.run(`s${at}`, one.person, turn + 1, `f${at % people}`, kinds[at % 3], day, one.area, now);
    }
    const set = (indicator: string, scope: string, parent: string | null, number: number) =>
      target.run(`t${targets++}`, indicator, year, scope, parent, number, now);
    for (const indicator of ['sessions', 'sessions-bimtek', 'session-minutes']) {
      set(indicator, 'ID', null, 10_000_000);
      for (const { code } of rowsOf('province')) set(indicator, code, 'ID', 200_000);
      for (const { code } of rowsOf('regency')) set(indicator, code, code.slice(0, 2), 10_000);
      for (const { area, person } of holders) set(indicator, `person:${person}`, area.slice(0, 5), 100);
    }
  })();
  db.exec('ANALYZE');
  db.close();
  return { targets, facilitators: holders.length };
}

/** The plans of the queries that a screen is made of. */
function printPlans(file: string): void {
  const db = new Database(file, { readonly: true });
  const queries: Readonly<Record<string, string>> = {
    'targets of a scope': `SELECT * FROM target WHERE scope = '33.74' AND period IN ('${year}', 'x', 'y')`,
    'counts of a scope': `SELECT indicator, month, n FROM tally WHERE scope = '33.74' AND month >= '${year}-01' AND month <= '${year}-12'`,
    'parts of an area': `SELECT * FROM target WHERE parent IN ('33.74') AND period IN ('${year}', 'x', 'y')`,
    'counts of many scopes': `SELECT scope, sum(n) FROM tally WHERE indicator = 'sessions' AND scope IN ('33', '32') AND month >= '${year}-01' AND month <= '${year}-12' GROUP BY scope`,
  };
  const rows = Object.entries(queries).map(([name, sql]) => {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    return [name, plan.map((line) => line.detail).join('; ')];
  });
  db.close();
  printTable('Query plans', ['query', 'plan'], rows);
}

/** What the disk alone takes to make 4 KB durable. */
function measureDisk(folder: string): number[] {
  const file = openSync(join(folder, 'disk'), 'w');
  const times: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const begun = performance.now();
    writeSync(file, Buffer.alloc(4_096));
    fsyncSync(file);
    times.push(performance.now() - begun);
  }
  closeSync(file);
  return times;
}

export async function benchTargets(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  const parsed = parseConfig({ DATABASE_URL: `file:${file}` });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  const opened = await openStore(parsed.config, systemClock);
  const { store } = opened;
  try {
    await fillPeople(store);
    const { facilitators, targets } = fillRecords(file);
    const indicators = collectIndicators(features.flatMap((feature) => feature.indicators ?? []));
    const begun = performance.now();
    await store.write((tx) => rebuildTally(tx, indicators));
    const rebuildMs = performance.now() - begun;
    const heard: ConsoleMessage[] = [];
    const terminal = createConsole({
      now: () => Date.now(),
      onMessage: (message) => heard.push(message),
      session: 'bench',
    });
    const app = await createAssistant(opened, { log: () => undefined });
    await app.start([terminal]);
    const ask = async (who: string, text: string): Promise<number> => {
      const start = performance.now();
      await terminal.speak({ kind: 'text', text }, who, who);
      await app.idle();
      if (heard.splice(0).length === 0) throw new Error(`${text} of ${who} was not answered`);
      return performance.now() - start;
    };
    const rows: string[][] = [];
    const bare: number[] = [];
    for (let at = 0; at < rounds; at++) bare.push(await ask('f0', '/bantuan'));
    rows.push([
      '/bantuan, a turn that reads nothing',
      `${quantile(bare, 0.5).toFixed(1)} ms`,
      `${quantile(bare, 0.99).toFixed(1)} ms`,
    ]);
    for (const { id, role, area } of speakers) {
      for (let at = 0; at < 20; at++) await ask(id, '/target');
      const times: number[] = [];
      for (let at = 0; at < rounds; at++) times.push(await ask(id, '/target'));
      rows.push([
        `/target, ${role} of ${area}`,
        `${quantile(times, 0.5).toFixed(1)} ms`,
        `${quantile(times, 0.99).toFixed(1)} ms`,
      ]);
    }
    const disk = measureDisk(folder);
    rows.push([
      'the disk alone: 4 KB and fsync',
      `${quantile(disk, 0.5).toFixed(1)} ms`,
      `${quantile(disk, 0.99).toFixed(1)} ms`,
    ]);
    const counting: number[] = [];
    const work = { area: '33.74.01.1001', person: 'f0', date: `${monthOf(today)}-01` };
    await store.write(async (tx) => {
      for (let at = 0; at < 2_000; at++) {
        const start = performance.now();
        await countTowards(tx, {
          ...work,
          counts: [
            { indicator: 'sessions', by: 1 },
            { indicator: 'sessions-mentoring', by: 1 },
            { indicator: 'session-minutes', by: 90 },
          ],
        });
        counting.push(performance.now() - start);
      }
    });
    rows.push([
      'counting one session (three indicators, six scopes)',
      `${quantile(counting, 0.5).toFixed(2)} ms`,
      `${quantile(counting, 0.99).toFixed(2)} ms`,
    ]);
    rows.push(['counting everything anew', `${(rebuildMs / 1_000).toFixed(1)} s`, '']);
    rows.push(['resident memory afterwards', `${Math.round(process.memoryUsage().rss / 1_000_000)} MB`, '']);
    await app.stop();
    printTable(
      `Targets with ${people} people, ${facilitators} facilitators, ${sessions} sessions, ${targets} targets; from the message to the answer`,
      ['figure', 'p50', 'p99'],
      rows,
    );
    await store.close();
    printPlans(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
