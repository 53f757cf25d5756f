/** A full country for measuring: people, officers in every kecamatan, a year of sessions, targets, cases. */
import Database from 'better-sqlite3';
import { stages } from '../src/applications/application.ts';
import { drawNumber } from '../src/applications/application-number.ts';
import { rowsOf } from '../src/language/area-data.ts';
import { insertPerson, insertRole, linkAccount, noteAccount, type RoleName } from '../src/people/index.ts';
import type { Store } from '../src/store/index.ts';

export const people = 60_000;
export const sessions = 500_000;
export const cases = 100_000;
export const applications = 100_000;
const now = Date.now();
const year = new Date(now).toISOString().slice(0, 4);

export const speakers: readonly { id: string; role: RoleName; area: string }[] = [
  { id: 'f0', role: 'facilitator', area: '33.74.01' },
  { id: 'coordinator', role: 'coordinator', area: '33.74' },
  { id: 'staff', role: 'staff', area: 'ID' },
  { id: 'f50000', role: 'citizen', area: '33.74' },
];

export async function fillPeople(store: Store): Promise<void> {
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
      if (role === 'coordinator' || role === 'staff') {
        await insertPerson(tx, { id, name: id, area, now });
        await insertRole(tx, { person: id, role, area, grantedBy: 'bench', now });
      }
      const address = { platform: 'console', place: id, kind: 'private' as const };
      await noteAccount(tx, { id: `console|${id}`, platform: 'console', shownName: id, address, now });
      await linkAccount(tx, `console|${id}`, id, now);
    }
  });
}

/**
 * Sessions, targets, cases and applications straight into the file: logging half a million one by one would take longer than all the
 * rest. Two of five cases are open, one of a hundred is a complaint about an officer.
 */
export function fillRecords(file: string): {
  readonly targets: number;
  readonly facilitators: number;
  /** Numbers of applications, the citizen's among them first. */
  readonly numbers: readonly string[];
} {
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
  fillCases(db, holders);
  const numbers = fillApplications(db, holders);
  db.exec('ANALYZE');
  db.close();
  return { targets, facilitators: holders.length, numbers };
}

function fillCases(db: Database.Database, holders: readonly { person: string; area: string }[]): void {
  const insert = db.prepare(
    `INSERT INTO case_file (id, number, kind, protected, sector, urgent, area, province, regency, district, state, story,
       person, openedBy, address, lang, takenBy, openedAt, stateAt, dueAt, stepUpAt, level, closedAt, atDesk, told)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 'bantuan belum cair', ?, ?, ?, 'id', ?, ?, ?, ?, ?, 0, ?, 0, '[]')`,
  );
  const event = db.prepare(
    "INSERT INTO case_event (id, \"case\", at, actor, kind, state, note) VALUES (?, ?, ?, ?, 'open', 'received', '')",
  );
  const hour = 3_600_000;
  db.transaction(() => {
    for (let at = 0; at < cases; at++) {
      const one = holders[at % holders.length] ?? { person: 'f0', area: '33.74.01' };
      const closed = at % 5 > 1;
      const person = `f${(at * 7) % people}`;
      const openedAt = now - (at % 8_000) * hour;
      const due = closed ? null : openedAt + 40 * hour;
      insert.run(
        `c${at}`,
        at + 1,
        ['need', 'complaint', 'question', 'suggestion'][at % 4],
        at % 100 === 0 ? 1 : 0,
        at % 4 === 0 ? 'food' : null,
        one.area,
        one.area.slice(0, 2),
        one.area.slice(0, 5),
        one.area.slice(0, 8),
        closed ? 'solved' : 'received',
        person,
        person,
        JSON.stringify({ platform: 'console', place: person, kind: 'private' }),
        at % 2 === 0 ? one.person : null,
        openedAt,
        openedAt,
        due,
        due,
        closed ? openedAt + 30 * hour : null,
      );
      event.run(`e${at}`, `c${at}`, openedAt, person);
    }
  })();
}

/** Two applications for each of fifty thousand people, in every stage, with three steps each. */
function fillApplications(
  db: Database.Database,
  holders: readonly { person: string; area: string }[],
): readonly string[] {
  const application = db.prepare(
    `INSERT INTO application (id, number, person, programme, area, province, regency, stage, stageAt, missing, hasMissing, registeredBy, registeredAt)
     VALUES (?, ?, ?, 'PNA', ?, ?, ?, ?, ?, '[]', 0, 'f0', ?)`,
  );
  const step = db.prepare(
    `INSERT INTO application_step (id, application, at, actor, stage, what) VALUES (?, ?, ?, 'f0', 'received', 'register')`,
  );
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
      const area = holders[at % holders.length]?.area ?? '33.74.01';
      const person = `f${(at + 50_000) % people}`;
      const begun = now - at * 1_000;
      const [province, regency] = [area.slice(0, 2), area.slice(0, 5)];
      application.run(`a${at}`, number, person, area, province, regency, stages[at % 7], begun, begun);
      for (let n = 0; n < 3; n++) step.run(`s${at}.${n}`, `a${at}`, begun);
    }
  })();
  return numbers;
}
