/** What people open all day, `/target`, `/kasus`, `/status` and `/pengajuan`, and what counting costs a log, with a full country in the store. */
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
import { monthOf, toDate } from '../src/language/calendar.ts';
import { collectIndicators, countTowards, rebuildTally } from '../src/targets/index.ts';
import { applications, cases, fillPeople, fillRecords, people, sessions, speakers } from './country.ts';
import { printTable, quantile } from './table.ts';

const rounds = 300;
const now = Date.now();
const today = toDate(now, 'Asia/Jakarta');
const year = today.slice(0, 4);

/** The plans of the queries that a screen is made of. */
function printPlans(file: string): void {
  const db = new Database(file, { readonly: true });
  const queries: Readonly<Record<string, string>> = {
    'targets of a scope': `SELECT * FROM target WHERE scope = '33.74' AND period IN ('${year}', 'x', 'y')`,
    'counts of a scope': `SELECT indicator, month, n FROM tally WHERE scope = '33.74' AND month >= '${year}-01' AND month <= '${year}-12'`,
    'parts of an area': `SELECT * FROM target WHERE parent IN ('33.74') AND period IN ('${year}', 'x', 'y')`,
    'open cases of a kab/kota': `SELECT * FROM case_file WHERE "closedAt" IS NULL AND regency = '33.74' AND protected = 0 ORDER BY dueAt, id LIMIT 6`,
    'open cases of the country': `SELECT * FROM case_file WHERE "closedAt" IS NULL AND protected = 0 ORDER BY dueAt, id LIMIT 6`,
    'cases somebody takes care of': `SELECT * FROM case_file WHERE "closedAt" IS NULL AND takenBy = 'f0' ORDER BY dueAt, id LIMIT 6`,
    "a citizen's own cases": `SELECT * FROM case_file WHERE openedBy IN ('account:x', 'f7') OR (person IN ('f7') AND protected = 0) ORDER BY openedAt DESC, id DESC LIMIT 7`,
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

export async function benchScreens(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  const parsed = parseConfig({ DATABASE_URL: `file:${file}` });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  const opened = await openStore(parsed.config, systemClock);
  const { store } = opened;
  try {
    await fillPeople(store);
    const { facilitators, numbers, targets } = fillRecords(file);
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
    const screens = speakers.flatMap((one) =>
      (one.role === 'citizen'
        ? ['/kasus', '/status', `/status ${numbers[0] ?? ''}`]
        : ['/target', '/kasus', '/kasus 7', '/pengajuan']
      ).map((text) => ({ ...one, text: () => text, name: text.replace(/[A-Z]{3}-.*/, 'NUMBER') })),
    );
    // Strangers who try codes, four tries each, so that none is turned away for the day.
    const stranger = { role: 'citizen', area: 'nowhere', name: '/status NUMBER with a wrong code' };
    const all = [
      ...screens.map((one) => ({ ...one, who: () => one.id })),
      {
        ...stranger,
        who: (at: number) => `stranger${Math.floor(at / 4)}`,
        text: (at = 0) => `/status ${numbers[at + 10] ?? ''} AAAA-AAAA`,
      },
    ];
    for (const { area, name, role, text, who } of all) {
      for (let at = 0; at < 20; at++) await ask(who(at), text(at));
      const times: number[] = [];
      for (let at = 20; at < 20 + rounds; at++) times.push(await ask(who(at), text(at)));
      rows.push([
        `${name}, ${role} of ${area}`,
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
      `With ${people} people, ${facilitators} facilitators, ${sessions} sessions, ${cases} cases, ${applications} applications, ${targets} targets; from the message to the answer`,
      ['figure', 'p50', 'p99'],
      rows,
    );
    await store.close();
    printPlans(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
