/** `/status` and `/pengajuan` with a full country in the store: from the message to the answer, beside the disk alone. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type ConsoleMessage, createConsole } from '../adapters/console/create.ts';
import { stages } from '../src/applications/application.ts';
import { drawNumber } from '../src/applications/application-number.ts';
import { createAssistant } from '../src/cli/assistant.ts';
import { openStore } from '../src/cli/open.ts';
import { parseConfig } from '../src/config.ts';
import { systemClock } from '../src/delivery/clock.ts';
import { rowsOf } from '../src/language/area-data.ts';
import { insertPerson, insertRole, linkAccount, noteAccount, type RoleName } from '../src/people/index.ts';
import type { Store } from '../src/store/index.ts';
import { printTable, quantile } from './table.ts';

const people = 60_000;
const applications = 100_000;
const sessions = 500_000;
const rounds = 300;
const now = Date.now();
/** What `/status` may take beyond the disk, at the 99th percentile. */
const limitMs = 25;

const officers: readonly { id: string; role: RoleName; area: string }[] = [
  { id: 'f0', role: 'facilitator', area: '33.74.01' },
  { id: 'coordinator', role: 'coordinator', area: '33.74' },
  { id: 'staff', role: 'staff', area: 'ID' },
];
/** A facilitator's people, the citizen among them. */
const accompanied = 40;

async function fillPeople(store: Store, areas: readonly string[]): Promise<void> {
  for (let from = 0; from < people; from += 2_000) {
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(people, from + 2_000); at++)
        await insertPerson(tx, {
          id: `p${at}`,
          name: `Orang ${at}`,
          area: areas[at % areas.length] ?? '33',
          now,
        });
    });
  }
  await store.write(async (tx) => {
    const meet = async (id: string, person: string) => {
      const address = { platform: 'console', place: id, kind: 'private' as const };
      await noteAccount(tx, { id: `console|${id}`, platform: 'console', shownName: id, address, now });
      await linkAccount(tx, `console|${id}`, person, now);
    };
    for (const { area, id, role } of officers) {
      await insertPerson(tx, { id, name: id, area, now });
      await insertRole(tx, { person: id, role, area, grantedBy: 'bench', now });
      await meet(id, id);
    }
    await meet('citizen', 'p0');
  });
}

/** Applications and sessions straight into the file. Returns the numbers made. */
function fillRecords(file: string, areas: readonly string[]): readonly string[] {
  const db = new Database(file);
  const application = db.prepare(
    `INSERT INTO application (id, number, person, programme, area, province, regency, stage, stageAt, missing, hasMissing, registeredBy, registeredAt)
     VALUES (?, ?, ?, 'PNA', ?, ?, ?, ?, ?, '[]', 0, 'f0', ?)`,
  );
  const step = db.prepare(
    `INSERT INTO application_step (id, application, at, actor, stage, what) VALUES (?, ?, ?, 'f0', 'received', 'register')`,
  );
  const session = db.prepare(
    `INSERT INTO session (id, facilitator, number, person, kind, date, minutes, note, area, source, line, backDated, createdAt)
     VALUES (?, 'f0', ?, ?, 'mentoring', '2026-01-02', 60, '', '33.74', 'bench', 0, 0, ?)`,
  );
  const caseload = db.prepare('INSERT INTO caseload (facilitator, person, since) VALUES (?, ?, ?)');
  const numbers: string[] = [];
  db.transaction(() => {
    for (let at = 0; at < applications; at++) {
      let body = at;
      const number = drawNumber('PNA', (n) => {
        const digit = body % n;
        body = Math.floor(body / n);
        return digit;
      });
      numbers.push(number);
      const area = areas[(at % people) % areas.length] ?? '33.74.01';
      const [province, regency] = [area.slice(0, 2), area.slice(0, 5)];
      const person = `p${at % people}`;
      const at0 = now - at * 1_000;
      application.run(`a${at}`, number, person, area, province, regency, stages[at % 7], at0, at0);
      for (let n = 0; n < 3; n++) step.run(`s${at}.${n}`, `a${at}`, at0);
    }
    for (let at = 0; at < sessions; at++) session.run(`s${at}`, at + 1, `p${at % people}`, now);
    for (let at = 0; at < accompanied; at++) caseload.run('f0', `p${at}`, now);
  })();
  db.exec('ANALYZE');
  db.close();
  return numbers;
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

export async function benchApplications(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dayabot-bench-'));
  const file = join(folder, 'bench.db');
  const parsed = parseConfig({ DATABASE_URL: `file:${file}` });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('\n'));
  const opened = await openStore(parsed.config, systemClock);
  try {
    // The first people live in one city, so that its coordinator has a long list.
    const districts = rowsOf('district').map((row) => row.code);
    const areas = [...districts.filter((code) => code.startsWith('33.74.')), ...districts];
    await fillPeople(opened.store, areas);
    const numbers = fillRecords(file, areas);
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
    const measure = async (who: (at: number) => string, text: (at: number) => string): Promise<number[]> => {
      for (let at = 0; at < 20; at++) await ask(who(at), text(at));
      const times: number[] = [];
      for (let at = 0; at < rounds; at++) times.push(await ask(who(at), text(at)));
      return times;
    };
    const asked: [string, number[]][] = [
      [
        '/status of a linked person',
        await measure(
          () => 'citizen',
          () => '/status',
        ),
      ],
      [
        '/status NUMBER of a linked person',
        await measure(
          () => 'citizen',
          () => `/status ${numbers[0]}`,
        ),
      ],
      [
        '/status NUMBER with a wrong code',
        await measure(
          (at) => `stranger${Math.floor(at / 4)}`,
          (at) => `/status ${numbers[at + 10]} AAAA-AAAA`,
        ),
      ],
    ];
    for (const { area, id, role } of officers)
      asked.push([
        `/pengajuan, ${role} of ${area}`,
        await measure(
          () => id,
          () => '/pengajuan',
        ),
      ]);
    const disk = measureDisk(folder);
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    const diskMs = quantile(disk, 0.99);
    printTable(
      `Applications with ${people} people, ${applications} applications, ${sessions} sessions; from the message to the answer`,
      ['figure', 'p50', 'p99', 'p99 beyond the disk'],
      [
        ...asked.map(([name, times]) => [
          name,
          ms(quantile(times, 0.5)),
          ms(quantile(times, 0.99)),
          `${ms(quantile(times, 0.99) - diskMs)}${name.startsWith('/status') ? ` (limit ${limitMs} ms)` : ''}`,
        ]),
        ['the disk alone: 4 KB and fsync', ms(quantile(disk, 0.5)), ms(diskMs), ''],
        ['resident memory afterwards', `${Math.round(process.memoryUsage().rss / 1_000_000)} MB`, '', ''],
      ],
    );
    await app.stop();
    await opened.store.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
