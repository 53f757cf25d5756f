/** A store for measuring: facilitators with accounts and people of their own, and a crowd around them. */
import { addToCaseload, insertPerson, insertRole, linkAccount, noteAccount } from '../src/people/index.ts';
import { openSqlite } from '../src/store/index.ts';

export const facilitators = 200;
const accompanied = [
  'Budi Santoso',
  'Sri Wahyuni',
  'Yanto Prasetyo',
  'Nur Hidayah',
  'Maryam Ulfa',
  'Ahmad Fauzi',
  'Lina Marlina',
  'Dwi Rahayu',
];

/** Chat ids of the facilitators begin here. */
export const firstChat = 700_000;

export async function fillStore(file: string, people: number): Promise<void> {
  const store = openSqlite(file);
  const now = Date.now();
  await store.write(async (tx) => {
    for (let at = 0; at < facilitators; at++) {
      const id = `f${at}`;
      const account = `telegram|${firstChat + at}`;
      const address = { platform: 'telegram', place: String(firstChat + at), kind: 'private' as const };
      await insertPerson(tx, { id, name: `Pendamping ${at}`, area: '33.74.01', now });
      await noteAccount(tx, {
        id: account,
        platform: 'telegram',
        shownName: `Pendamping ${at}`,
        address,
        now,
      });
      await linkAccount(tx, account, id, now);
      await insertRole(tx, { person: id, role: 'facilitator', area: '33.74.01', grantedBy: 'bench', now });
      for (const name of accompanied) {
        const person = await insertPerson(tx, { name, area: '33.74.01.1001', now });
        await addToCaseload(tx, id, person, now);
      }
    }
  });
  const batch = 5_000;
  for (let from = 0; from < people; from += batch) {
    await store.write(async (tx) => {
      for (let at = from; at < Math.min(people, from + batch); at++) {
        await insertPerson(tx, {
          name: `Warga ${at}`,
          area: `33.74.${String(1 + (at % 16)).padStart(2, '0')}.1001`,
          now,
        });
      }
    });
  }
  await store.close();
}

const questions = [
  'kok bantuan sy blm cair ya min',
  'apa itu prokus',
  'ikut pena lgsg dicoret dr pkh? takut',
  'dtks sm dtsen bedanya apaan',
  'pkh anak sd brp skrg, smp brp',
  'graduasi alami sm mandiri bedanya dmn',
  'kube hrs brp orang',
  'akun cek bansos ditolak mulu knp y',
  'desil sy brp ya, ceknya dmn',
  'brp dana klo udh wirausaha maju',
];
const kinds = ['bimtek', 'mentoring', 'inkubasi'];

/** The text of the n-th update: half logs, half questions. Logs differ, so that none is asked about as a repetition. */
export function textOf(n: number): string {
  if (n % 2 === 0) return questions[(n / 2) % questions.length] ?? 'apa itu prokus';
  const turn = Math.floor(n / (2 * facilitators));
  const name = accompanied[turn % accompanied.length]?.split(' ')[0]?.toLowerCase() ?? 'budi';
  const minutes = 10 + (Math.floor(turn / (accompanied.length * kinds.length)) % 700);
  return `/sesi ${name} ${kinds[turn % kinds.length] ?? 'mentoring'} ${minutes}m kas rapi, omzet 1,2jt`;
}
