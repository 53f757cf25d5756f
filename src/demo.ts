/**
 * Sample people for trying things out: a facilitator with her people, a coordinator, ministry staff, a citizen and an
 * administrator. Written into a new store only, which is marked so that no real bot ever starts on it.
 */
import { type DemoApplication, fillApplications, renewApplicationCodes } from './applications/index.ts';
import { fillLadder } from './ladder/index.ts';
import { toDate } from './language/calendar.ts';
import { logSession } from './mentoring/index.ts';
import {
  addToCaseload,
  findActor,
  findCaseload,
  hasPeople,
  insertConsent,
  insertPerson,
  insertRole,
  linkAccount,
  noteAccount,
  type RoleName,
} from './people/index.ts';
import { fillRegisters } from './registers/index.ts';
import { findMark, type HashCode, type Store, setMark, type Writer } from './store/index.ts';
import { fillTargets } from './targets/index.ts';

export interface Persona {
  /** Name to speak as at the console. */
  readonly id: string;
  readonly name: string;
  readonly role: RoleName;
  readonly area: string;
}

/** Kecamatan Semarang Tengah in Kota Semarang, Jawa Tengah. */
const district = '33.74.01';

export const personas: readonly Persona[] = [
  { id: 'rina', name: 'Rina Wati', role: 'facilitator', area: district },
  { id: 'agus', name: 'Agus Salim', role: 'coordinator', area: '33.74' },
  { id: 'dewi', name: 'Dewi Lestari', role: 'staff', area: 'ID' },
  { id: 'joko', name: 'Joko Susilo', role: 'admin', area: 'ID' },
  { id: 'siti', name: 'Siti Aminah', role: 'citizen', area: `${district}.1001` },
];

const accompanied = [
  'Siti Aminah',
  'Budi Santoso',
  'Sri Wahyuni',
  'Yanto Prasetyo',
  'Nur Hidayah',
  'Maryam Ulfa',
];

const firstNames = [
  'Siti',
  'Budi',
  'Sri',
  'Yanto',
  'Nur',
  'Ahmad',
  'Dwi',
  'Rahma',
  'Joko',
  'Lina',
  'Made',
  'Ketut',
  'Umi',
  'Bambang',
  'Wati',
  'Eko',
];
const lastNames = [
  'Aminah',
  'Santoso',
  'Wahyuni',
  'Prasetyo',
  'Hidayah',
  'Maryam',
  'Saputra',
  'Lestari',
  'Susanto',
  'Rahayu',
  'Wijaya',
  'Kusuma',
  'Hartono',
  'Setiawan',
  'Utami',
];

/** Long enough that some of the people are due for a visit. */
const accompaniedMs = 90 * 24 * 3_600_000;

const personaAccount = (platform: string, id: string): string => `${platform}|${id}`;

export const isDemo = async (store: Store): Promise<boolean> =>
  (await findMark(store.read, 'demo')) === 'yes';

export interface DemoOptions {
  readonly now: number;
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
  /** The platform on which the personas speak. */
  readonly platform: string;
  /** People altogether; the personas and the facilitator's people are among them. */
  readonly people: number;
}

async function fillPersonas(tx: Writer, options: DemoOptions): Promise<void> {
  const { now, platform } = options;
  for (const persona of personas) {
    await insertPerson(tx, { id: persona.id, name: persona.name, area: persona.area, now });
    const account = personaAccount(platform, persona.id);
    await noteAccount(tx, {
      id: account,
      platform,
      shownName: persona.name,
      address: { platform, place: persona.id, kind: 'private' },
      now,
    });
    await linkAccount(tx, account, persona.id, now);
    if (persona.role !== 'citizen') {
      await insertRole(tx, {
        person: persona.id,
        role: persona.role,
        area: persona.area,
        grantedBy: 'system:demo',
        now,
      });
    }
  }
  for (const [at, name] of accompanied.entries()) {
    const known = personas.find((persona) => persona.name === name);
    const person =
      known?.id ??
      (await insertPerson(tx, { name, area: `${district}.100${1 + (at % 5)}`, addedBy: 'rina', now }));
    await insertConsent(tx, { person, purpose: 'mentoring', version: 1, takenBy: 'rina', now });
    await addToCaseload(tx, 'rina', person, now - accompaniedMs);
  }
}

async function fillSessions(store: Store, options: DemoOptions): Promise<void> {
  const dayMs = 24 * 3_600_000;
  const found = await findActor(store.read, personaAccount(options.platform, 'rina'));
  if (found === undefined) return;
  const today = toDate(options.now, options.zone);
  for (const days of [2, 40]) {
    const date = toDate(options.now - days * dayMs, options.zone);
    await store.write((tx) =>
      logSession(
        tx,
        found.actor,
        {
          person: 'siti',
          kind: 'mentoring',
          date,
          minutes: 60,
          turnover: 900_000,
          note: 'catatan kas',
          source: `demo|${days}`,
          line: 0,
        },
        { now: options.now - dayMs, today },
      ),
    );
  }
}

async function fillCrowd(store: Store, options: DemoOptions, count: number): Promise<void> {
  const batch = 2_000;
  for (let from = 0; from < count; from += batch) {
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(count, from + batch); at++) {
        const first = firstNames[at % firstNames.length] ?? 'Siti';
        const last = lastNames[Math.floor(at / firstNames.length) % lastNames.length] ?? 'Aminah';
        const area = `33.74.${String(1 + (at % 16)).padStart(2, '0')}.100${1 + (at % 6)}`;
        const person = await insertPerson(tx, {
          name: `${first} ${last} ${at}`,
          area,
          addedBy: 'system:demo',
          now: options.now,
        });
        await insertConsent(tx, {
          person,
          purpose: 'mentoring',
          version: 1,
          takenBy: 'system:demo',
          now: options.now,
        });
      }
    });
  }
}

/** Rina's people in the order in which they were entered, Siti first. */
async function findAccompanied(store: Store): Promise<readonly string[]> {
  const people = await findCaseload(store.read, 'rina');
  return accompanied.flatMap((name) => people.filter((one) => one.name === name).map((one) => one.id));
}

/** New one-time codes for the sample applications: codes are shown only when they are made. */
export async function renewDemoCodes(
  store: Store,
  options: Pick<DemoOptions, 'platform' | 'now'> & { readonly hashCode: HashCode },
): Promise<readonly DemoApplication[]> {
  const found = await findActor(store.read, personaAccount(options.platform, 'rina'));
  if (found === undefined) return [];
  const persons = await findAccompanied(store);
  const { hashCode, now } = options;
  return store.write((tx) => renewApplicationCodes(tx, { facilitator: found.actor, persons, hashCode, now }));
}

async function fillSampleApplications(store: Store, options: DemoOptions): Promise<void> {
  const found = await findActor(store.read, personaAccount(options.platform, 'rina'));
  if (found === undefined) return;
  const persons = await findAccompanied(store);
  await store.write((tx) => fillApplications(tx, { facilitator: found.actor, persons, now: options.now }));
}

async function fillSampleLadder(store: Store, options: DemoOptions): Promise<void> {
  const people = await findCaseload(store.read, 'rina');
  const maryam = people.find((one) => one.name === 'Maryam Ulfa');
  if (maryam === undefined) return;
  const { id: person, area } = maryam;
  const today = toDate(options.now, options.zone);
  await store.write((tx) => fillLadder(tx, { person, area, today, now: options.now }));
}

/** Fills a new store. Returns false, and changes nothing, when the store holds something already. */
export async function fillDemo(store: Store, options: DemoOptions): Promise<boolean> {
  const fresh = await store.write(async (tx) => {
    if ((await findMark(tx, 'demo')) !== undefined || (await hasPeople(tx))) return false;
    await setMark(tx, 'demo', 'yes');
    await fillPersonas(tx, options);
    const today = toDate(options.now, options.zone);
    await fillTargets(tx, { facilitator: 'rina', today, now: options.now });
    await fillRegisters(tx, { today, now: options.now });
    return true;
  });
  if (!fresh) return false;
  await fillSessions(store, options);
  await fillSampleApplications(store, options);
  await fillSampleLadder(store, options);
  await fillCrowd(store, options, Math.max(0, options.people - personas.length - accompanied.length + 1));
  return true;
}
