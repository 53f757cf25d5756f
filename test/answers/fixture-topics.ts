/** A few small topics for tests that must not depend on what editors write. */
import { join } from 'node:path';
import { type Lexicon, parseLexicon } from '../../src/answers/lexicon.ts';
import type { Topic } from '../../src/answers/topic.ts';

export const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');

export function createTopic(id: string, more: Partial<Topic> = {}): Topic {
  return {
    id,
    aliases: [],
    terms: [],
    programme: 'general',
    status: 'current',
    stakes: 'normal',
    label: { id: `Tentang ${id}`, en: `About ${id}` },
    questions: { id: [], en: [] },
    keywords: [],
    sources: [{ key: 'W1', title: 'Sumber', url: 'https://kemensos.go.id', grade: 'A', year: 2024 }],
    body: { id: 'Jawaban. Tanya pendamping.', en: 'Answer. Ask your facilitator.' },
    ...more,
  };
}

const sets: [string, string[], string[]][] = [
  [
    'kube.size',
    [
      'berapa orang satu kelompok usaha',
      'jumlah anggota kelompok usaha',
      'kelompok usaha minimal berapa anggota',
      'anggota kelompok boleh lima orang',
    ],
    [
      'how many people in a business group',
      'size of a business group',
      'minimum members of the group',
      'can five people form a group',
    ],
  ],
  [
    'pena.age',
    [
      'umur berapa boleh ikut pena',
      'batas usia peserta pena',
      'umur lima puluh masih bisa pena',
      'usia maksimal untuk pena',
    ],
    [
      'what age can join pena',
      'age limit for pena',
      'am I too old for pena',
      'maximum age to take part in pena',
    ],
  ],
  [
    'pkh.amount',
    [
      'berapa uang pkh untuk anak sd',
      'jumlah bantuan pkh anak sekolah',
      'pkh ibu hamil dapat berapa',
      'besaran uang pkh lansia',
    ],
    [
      'how much money for a school child',
      'pkh payment for pregnant women',
      'amount of pkh for the elderly',
      'how much does pkh pay',
    ],
  ],
  [
    'kks.lost',
    [
      'kartu hilang harus ke mana',
      'kartu tertelan mesin atm',
      'kartu rusak minta ganti',
      'cara ganti kartu yang hilang',
    ],
    [
      'my card is lost',
      'the machine swallowed my card',
      'replace a broken card',
      'where do I get a new card',
    ],
  ],
];

export const FIXTURE_TOPICS: readonly Topic[] = sets.map(([id, indonesian, english]) =>
  createTopic(id, {
    programme: id.startsWith('kks')
      ? 'pkh'
      : id.startsWith('pkh')
        ? 'pkh'
        : id.startsWith('pena')
          ? 'pena'
          : 'kube',
    questions: { id: indonesian, en: english },
  }),
);

export const SMALL_LEXICON: Lexicon = parseLexicon(
  'brp: berapa\nyg: yang\ngmn: bagaimana\nudh: sudah\n',
  'protected: [kk, kks, pkh, pena]\nfillers: [kak, dong, min]\nfollowUps: [kalau, yang]\nunstemmed: [pemula]\n' +
    'expansions:\n  - [pkh, program keluarga harapan]\n' +
    'collisions:\n  - { word: psm, with: [bola], becomes: psm-makassar }\n',
).lexicon;
