/** What the reader of free sentences takes, and what it leaves to the questions. */
import { expect, test } from 'vitest';
import type { Facts } from '../../src/eligibility/condition.ts';
import { readRules } from '../../src/eligibility/rule-source.ts';
import { createSaidReader, findProgrammes } from '../../src/eligibility/said.ts';

const { programmes } = readRules();
const readers = new Map(programmes.map((one) => [one.id, createSaidReader(one)]));

type Row = readonly [programme: string, said: string, facts: Facts];

const rows: readonly Row[] = [
  ['pena', 'umur 43, masih pkh, punya warung', { age: 43, activeAidRecipient: true, hasBusiness: true }],
  ['pena', 'umur 43 masih pkh punya warung', { age: 43, activeAidRecipient: true, hasBusiness: true }],
  [
    'pena',
    'saya 30 thn, msh nerima pkh, blm punya usaha',
    { age: 30, activeAidRecipient: true, hasBusiness: false },
  ],
  ['pena', 'usia 25, ga dapet bansos', { age: 25, activeAidRecipient: false }],
  ['pena', 'eks pkh, usia 39', { activeAidRecipient: false, age: 39 }],
  ['pena', 'penerima bpnt, siap lepas bansos', { activeAidRecipient: true, willingToLeaveAid: true }],
  ['pena', 'tidak mau lepas pkh', { willingToLeaveAid: false }],
  ['pena', 'nggak mau keluar dari bansos', { willingToLeaveAid: false }],
  ['pena', 'mau graduasi, jualan gorengan', { willingToLeaveAid: true, hasBusiness: true }],
  ['pena', 'sudah graduasi mandiri', { activeAidRecipient: false }],
  ['pena', 'umurnya 46 dan masih kpm', { age: 46, activeAidRecipient: true }],
  ['pena', 'saya 43 tahun punya usaha', { age: 43, hasBusiness: true }],
  ['pena', 'umur 43 tapi belum ada usaha', { age: 43, hasBusiness: false }],
  ['pena', 'ada lansia di rumah', { elderlyOrSevereDisabilityInHousehold: true }],
  ['pena', 'gak ada lansia', { elderlyOrSevereDisabilityInHousehold: false }],
  ['pena', 'buka warung kecil kecilan, umur 21', { hasBusiness: true, age: 21 }],
  [
    'pena',
    "I am 33 years old, still receiving pkh, I don't have a business",
    { age: 33, activeAidRecipient: true, hasBusiness: false },
  ],
  [
    'pena',
    "I'm 28, still get pkh and have a small shop",
    { age: 28, activeAidRecipient: true, hasBusiness: true },
  ],
  ['pena', 'not willing to leave aid', { willingToLeaveAid: false }],
  ['pena', 'apakah harus punya usaha?', {}],
  ['pena', 'kalau tidak punya usaha gimana', {}],
  ['pena', 'mungkin punya usaha', {}],
  ['pena', 'tetangga saya punya warung', {}],
  ['pena', 'anak saya umur 5', {}],
  ['pena', 'suami 40 tahun', {}],
  ['pena', 'usaha sudah 2 tahun', {}],
  ['pena', 'saya 3 tahun jualan', { hasBusiness: true }],
  ['pena', 'umur 20-45', {}],
  ['pena', 'umur sekitar 40', {}],
  ['pena', 'umur 40, eh umur 41', {}],
  ['pena', 'umur 430', {}],
  ['pena', 'punya usaha, tidak punya usaha', {}],
  ['pena', 'mau buka warung', {}],
  ['pena', 'belum punya usaha tapi mau buka warung', { hasBusiness: false }],
  ['pena', 'dulu punya warung', {}],
  ['pena', 'punya warung tapi tutup', { hasBusiness: true }],
  ['pena', 'warung saya yang di pasar sudah bangkrut, punya toko sudah tutup', {}],
  ['pena', 'sudah berhenti terima pkh', {}],
  ['pena', 'sudah tidak terima pkh', { activeAidRecipient: false }],
  ['pena', 'no longer receive pkh', { activeAidRecipient: false }],
  ['pena', 'I used to receive pkh', { activeAidRecipient: false }],
  ['pena', 'dulu pernah dapat pkh', { activeAidRecipient: false }],
  ['pena', 'belum lepas pkh', {}],
  ['pkh', 'nenek sudah meninggal', {}],
  ['pkh', 'tidak ada pns atau tni di keluarga', {}],
  ['pkh', 'guru honorer bukan pns', { civilServantSoldierPoliceOrPensionerInHousehold: false }],
  ['psm', 'tidak pernah dipidana', {}],
  ['pena', '', {}],
  ['pena', 'halo min', {}],
  [
    'prokus',
    'eks pkh, sudah graduasi mandiri, punya warung',
    { everReceivedPkh: true, activePkh: false, graduated: 'welfare', hasBusiness: true },
  ],
  ['prokus', 'masih pkh', { everReceivedPkh: true, activePkh: true }],
  ['prokus', 'belum pernah terima pkh', { everReceivedPkh: false }],
  ['prokus', 'graduasi alamiah, belum punya usaha', { graduated: 'natural', hasBusiness: false }],
  ['prokus', 'belum graduasi', { graduated: 'none' }],
  [
    'prokus',
    'mantan kpm pkh, komponen sudah habis',
    { everReceivedPkh: true, activePkh: false, graduated: 'natural' },
  ],
  ['pkh', 'anak sd sama ibu hamil, desil 3', { components: ['pregnant', 'sd'], decile: 3 }],
  ['pkh', 'saya hamil, mau daftar pkh', { components: ['pregnant'], asksToRegister: true }],
  ['pkh', 'suami pns', { civilServantSoldierPoliceOrPensionerInHousehold: true }],
  [
    'pkh',
    'bukan pns, bukan tksk',
    { civilServantSoldierPoliceOrPensionerInHousehold: false, socialWorkerInHousehold: false },
  ],
  ['pkh', 'desilnya 7, ada lansia', { decile: 7, components: ['elderly'] }],
  ['pkh', 'desil 1-4', {}],
  ['pkh', 'desil 14', {}],
  [
    'kube',
    'kelompok 10 orang, satu desa, punya rencana usaha',
    { groupSize: 10, sameArea: true, hasPlan: true },
  ],
  ['kube', 'kami 4 kk, belum masuk dtks', { groupSize: 4, inNationalData: false }],
  ['kube', 'lima orang, beda kecamatan', { groupSize: 5, sameArea: false }],
  ['kube', 'sendirian', { groupSize: 1 }],
  ['kube', '12 people from the same village, no plan', { groupSize: 12, sameArea: true, hasPlan: false }],
  ['kt-member', 'saya 17 tahun pengen gabung karang taruna', { age: 17 }],
  ['kt-member', '17 tahun', { age: 17 }],
  ['kt-member', 'umur 12, warga desa', { age: 12, resident: true }],
  ['kt-member', 'bukan warga sini', { resident: false }],
  ['kt-board', 'umur 16 aktif tinggal di sini', { age: 16, active: true, domiciled: true }],
  ['kt-board', 'tidak aktif', { active: false }],
  ['psm', 'umur 18, ktp sini, mau jadi relawan', { age: 18, localKtp: true, willing: true }],
  ['psm', 'ktp luar kota', { localKtp: false }],
  ['psm', 'saya wni, bisa baca tulis', { citizen: true, literate: true }],
  [
    'tksk',
    'lulusan sma, anggota karang taruna, bisa komputer',
    { education: 'sma', background: 'karang-taruna', computer: true },
  ],
  ['tksk', 'ijazah smp, ga bisa komputer', { education: 'smp', computer: false }],
  ['tksk', 'sarjana, belum ada lowongan', { education: 's1', vacancyOpen: false }],
  [
    'ugb',
    'giveaway gratis di instagram, pemenang diundi, hadiah 5jt',
    { freePrize: true, promotionToPublic: true, winnerByChance: true, prizeValueRp: 5_000_000 },
  ],
  ['ugb', 'harus beli kupon', {}],
  ['ugb', 'beli kupon, diundi', { freePrize: false, winnerByChance: true }],
  [
    'lks',
    'yayasan kami urus anak yatim, belum punya akta',
    { organisation: true, providesSocialServices: true, legalEntity: false },
  ],
  ['pbi', 'kis mati 3 bulan lalu, mau berobat', { removed: true, monthsSinceRemoval: 3, careNeeded: true }],
  ['data', 'belum masuk dtsen, keluarga kurang mampu', { concern: 'not-listed', poor: true }],
  ['data', 'nik tidak padan', { concern: 'nik-problem' }],
  ['graduation', 'anak sudah lulus semua, belum mampu', { noComponentLeft: true, welfareRisen: false }],
];

for (const [programme, said, facts] of rows)
  test(`${programme}: "${said}" says ${JSON.stringify(facts)}`, () => {
    expect(readers.get(programme)?.(said)).toEqual(facts);
  });

test.each([
  ['pena umur 43', ['pena'], 'umur 43'],
  ['PKH', ['pkh'], ''],
  ['saya 17 tahun pengen gabung karang taruna', ['kt-member'], undefined],
  ['mau jadi pengurus karang taruna', ['kt-board'], undefined],
  ['umur 43, masih pkh, punya warung', [], undefined],
  ['eks pkh mau ikut pena', ['pena'], undefined],
  ['kelompok usaha bersama 10 orang', ['kube'], '10 orang'],
  ['panas', [], undefined],
])('"%s" names %j', (text, ids, rest) => {
  const found = findProgrammes(text, programmes);
  expect(found.named.map((one) => one.id)).toEqual(ids);
  expect(found.rest).toBe(rest ?? text);
});
