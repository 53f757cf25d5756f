/**
 * What facilitators open and write all day, with 60,000 people: once over 10,000 sessions and once over 1,000,000, in
 * turns, so that whatever else the machine does falls on both.
 */
import { closeSync, copyFileSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type ConsoleMessage, createConsole } from '../adapters/console/create.ts';
import type { App } from '../src/app.ts';
import { createAssistant } from '../src/cli/assistant.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { addDays, toDate } from '../src/language/calendar.ts';
import { fillPeople, people } from './country.ts';
import { printTable, quantile } from './table.ts';

const few = 10_000;
const many = 1_000_000;
const rounds = 200;
const warmUp = 20;
const ownPeople = 40;
const ownSessions = 120;
const today = toDate(Date.now(), 'Asia/Jakarta');

/** Commits of writing connections, counted as the database runs them. */
let commits = 0;
function countCommits(): void {
  const { prototype } = Database as unknown as { prototype: Database.Database };
  const prepare = prototype.prepare as (source: string) => Database.Statement;
  prototype.prepare = function counted(this: Database.Database, source: string) {
    const statement = prepare.call(this, source);
    if (source !== 'COMMIT' || this.readonly) return statement;
    const run = statement.run.bind(statement);
    Reflect.set(statement, 'run', (...values: unknown[]) => {
      commits++;
      return run(...values);
    });
    return statement;
  } as Database.Database['prepare'];
}

const open = async (file: string) => {
  const parsed = parseConfig({ DATABASE_URL: `file:${file}` });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  return openStore(parsed.config, systemClock);
};

/**
 * Every facilitator accompanies eight people, f0 forty. f0 has the same log in both stores, so that the screens hold the
 * same; the rest is spread over all pairs and the last eleven months.
 */
function fillWork(file: string, sessions: number): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  const holders = (
    db.prepare("SELECT person FROM role WHERE role = 'facilitator'").all() as { person: string }[]
  ).map((row) => row.person);
  const caseload = db.prepare('INSERT OR IGNORE INTO caseload (facilitator, person, since) VALUES (?, ?, ?)');
  const session = db.prepare(
    `INSERT INTO session (id, facilitator, number, person, kind, date, minutes, note, area, source, line, backDated, createdAt)
     VALUES (?, ?, ?, ?, 'mentoring', ?, 60, 'kas rapi', '33.74.01', 'bench', 0, 0, ?)`,
  );
  const visit = db.prepare(
    "INSERT INTO visit (id, facilitator, person, date, note, state, createdAt) VALUES (?, ?, ?, ?, '', 'planned', ?)",
  );
  const now = Date.now();
  const peopleOf = (at: number) => (at === 0 ? ownPeople : 8);
  const personOf = (at: number, nth: number) => `f${20_000 + ((at * 8 + nth * 7_919) % 40_000)}`;
  db.transaction(() => {
    for (const [at, holder] of holders.entries()) {
      for (let nth = 0; nth < peopleOf(at); nth++) caseload.run(holder, personOf(at, nth), 0);
      visit.run(`v${at}`, holder, personOf(at, 0), addDays(today, at % 20), now);
    }
    for (let at = 0; at < sessions; at++) {
      const own = at < ownSessions;
      const holder = own ? 0 : 1 + (at % (holders.length - 1));
      const turn = own ? at : ownSessions + Math.floor(at / (holders.length - 1));
      session.run(
        `s${at}`,
        holders[holder],
        turn + 1,
        personOf(holder, turn % peopleOf(holder)),
        addDays(today, -((turn * 37) % 330)),
        now - 90_000_000,
      );
    }
  })();
  db.exec('ANALYZE');
  db.close();
}

interface Side {
  readonly app: App;
  ask(text: string): Promise<number>;
  close(): Promise<void>;
}

async function openSide(file: string): Promise<Side> {
  const opened = await open(file);
  const heard: ConsoleMessage[] = [];
  const terminal = createConsole({
    now: () => Date.now(),
    onMessage: (message) => heard.push(message),
    session: `bench${Math.random().toString(36).slice(2)}`,
  });
  const app = await createAssistant(opened, { log: () => undefined });
  await app.start([terminal]);
  return {
    app,
    async ask(text) {
      const start = performance.now();
      await terminal.speak({ kind: 'text', text }, 'f0', 'f0');
      await app.idle();
      if (heard.splice(0).length === 0) throw new Error(`${text} was not answered`);
      return performance.now() - start;
    },
    async close() {
      await app.stop();
      await opened.store.close();
    },
  };
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

/** The plans of the queries that the screens are made of. */
function printPlans(file: string): void {
  const db = new Database(file, { readonly: true });
  const queries: Readonly<Record<string, string>> = {
    'my people':
      "SELECT person.id FROM caseload JOIN person ON person.id = caseload.person WHERE caseload.facilitator = 'f0' AND caseload.until IS NULL ORDER BY person.nameKey",
    'last visit of one':
      "SELECT date FROM session WHERE facilitator = 'f0' AND person = 'f1' AND undoneAt IS NULL ORDER BY date DESC LIMIT 1",
    'sessions with one':
      "SELECT * FROM session WHERE facilitator = 'f0' AND person = 'f1' AND undoneAt IS NULL ORDER BY date DESC, number DESC LIMIT 9",
    'my plans': "SELECT * FROM visit WHERE facilitator = 'f0' AND state = 'planned' ORDER BY date LIMIT 200",
    'plans with one': "SELECT * FROM visit WHERE person = 'f1' AND state = 'planned' AND facilitator = 'f0'",
    'my month': `SELECT kind, count(*) FROM session WHERE facilitator = 'f0' AND date >= '${today.slice(0, 7)}-01' AND date <= '${today}' AND undoneAt IS NULL GROUP BY kind`,
    'last log': "SELECT * FROM session WHERE facilitator = 'f0' ORDER BY number DESC LIMIT 1",
    'attachments of a page':
      "SELECT record, count(*) FROM attachment WHERE record IN ('session:a', 'session:b') GROUP BY record",
    'record of a receipt': "SELECT card FROM card WHERE place = 'x' AND ref = 'y'",
  };
  const rows = Object.entries(queries).map(([name, sql]) => {
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
    return [name, plan.map((line) => line.detail).join('; ')];
  });
  db.close();
  printTable('Query plans', ['query', 'plan'], rows);
}

export async function benchFieldWork(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const files = { few: join(folder, 'few', 'bench.db'), many: join(folder, 'many', 'bench.db') };
  countCommits();
  try {
    const { store } = await open(files.few);
    await fillPeople(store);
    await store.close();
    rmSync(join(folder, 'many'), { recursive: true, force: true });
    const second = await open(files.many);
    await second.store.close();
    copyFileSync(files.few, files.many);
    for (const suffix of ['-wal', '-shm']) rmSync(`${files.many}${suffix}`, { force: true });
    copyFileSync(join(folder, 'few', 'data.key'), join(folder, 'many', 'data.key'));
    fillWork(files.few, few);
    fillWork(files.many, many);
    const [small, large] = [await openSide(files.few), await openSide(files.many)];
    const rows: string[][] = [];
    const ms = (n: number) => `${n.toFixed(1)} ms`;
    for (const text of ['/binaan', '/binaan orang 2', '/catatan', '/catatan orang 27', '/jadwal']) {
      const [one, two]: [number[], number[]] = [[], []];
      for (let at = 0; at < rounds + warmUp; at++) {
        const [first, then] = at % 2 === 0 ? [small, large] : [large, small];
        const [a, b] = [await first.ask(text), await then.ask(text)];
        if (at < warmUp) continue;
        one.push(at % 2 === 0 ? a : b);
        two.push(at % 2 === 0 ? b : a);
      }
      const ratio = quantile(two, 0.5) / quantile(one, 0.5);
      rows.push([
        text,
        ms(quantile(one, 0.5)),
        ms(quantile(two, 0.5)),
        ms(quantile(two, 0.99)),
        ratio.toFixed(2),
      ]);
    }
    const logged: number[] = [];
    let logCommits = 0;
    for (let at = 0; at < rounds + warmUp; at++) {
      const before = commits;
      const took = await large.ask(
        `/sesi ${1 + (at % ownPeople)} mentoring ${1 + (at % 700)}m catatan ${at}`,
      );
      if (at < warmUp) continue;
      logged.push(took);
      logCommits = Math.max(logCommits, commits - before);
    }
    const disk = measureDisk(folder);
    rows.push([
      '/sesi, from the message to the reply',
      '',
      ms(quantile(logged, 0.5)),
      ms(quantile(logged, 0.99)),
      '',
    ]);
    rows.push(['the disk alone: 4 KB and fsync', '', ms(quantile(disk, 0.5)), ms(quantile(disk, 0.99)), '']);
    rows.push([
      'a log less one flush of the disk',
      '',
      '',
      ms(quantile(logged, 0.99) - quantile(disk, 0.99)),
      '',
    ]);
    rows.push(['commits a log at most', '', '', String(logCommits), '']);
    rows.push(['resident memory of both', '', '', `${Math.round(process.memoryUsage().rss / 1e6)} MB`, '']);
    await small.close();
    await large.close();
    printTable(
      `Field work with ${people} people: ${few} sessions and ${many} sessions, ${rounds} runs each in turns`,
      ['figure', `p50 of ${few}`, `p50 of ${many}`, `p99 of ${many}`, 'ratio of medians'],
      rows,
    );
    printPlans(files.many);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
