/** How sectors, kinds and urgency are typed, slips and English included. */
import type { CaseKind, Sector } from './case.ts';

/** Words that name a sector, and words that only hint at one. */
const sectorWords: Readonly<Record<Sector, { readonly names: string; readonly hints: string }>> = {
  health: {
    names: 'kesehatan kes health',
    hints:
      'sakit berobat obat bpjs kis pbi puskesmas rumahsakit rs dokter operasi stunting hamil medicine hospital sick',
  },
  education: {
    names: 'pendidikan education',
    hints: 'sekolah kip pip spp seragam putus kuliah siswa guru school tuition',
  },
  'social-economy': {
    names: 'sosial-ekonomi sosek ekonomi economy',
    hints: 'usaha modal kerja kube pena prokus pkh bansos dtks dtsen desil hutang business capital job',
  },
  food: {
    names: 'pangan food',
    hints: 'beras sembako bpnt makan lapar gizi susu rice hungry groceries',
  },
  energy: { names: 'energi energy', hints: 'listrik gas elpiji pln token lpg electricity' },
  farming: { names: 'pertanian tani farming', hints: 'pupuk bibit sawah panen gabah fertiliser seed' },
  fishery: { names: 'perikanan nelayan fishery', hints: 'ikan perahu jaring tambak kapal boat nets' },
  housing: {
    names: 'perumahan hunian housing',
    hints: 'rumah rtlh bocor roboh atap jamban mck kontrakan roof house toilet',
  },
  population: {
    names: 'adminduk kependudukan documents',
    hints: 'ktp kk akta nik dukcapil kelahiran kematian pindah certificate',
  },
};

const kindWords: Readonly<Record<CaseKind, string>> = {
  need: 'kebutuhan need',
  complaint: 'pengaduan aduan keluhan komplain complaint',
  question: 'pertanyaan question',
  suggestion: 'saran usulan suggestion',
};

const urgentWords = 'darurat mendesak urgent emergency gawat';

const toMap = <T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.keys(words) as T[]).flatMap((key) =>
      words[key].split(' ').map((word): [string, T] => [word, key]),
    ),
  );
const pick = (part: 'names' | 'hints') =>
  toMap(
    Object.fromEntries(Object.entries(sectorWords).map(([sector, words]) => [sector, words[part]])) as Record<
      Sector,
      string
    >,
  );

const sectorNames = pick('names');
const sectorHints = pick('hints');
const kinds = toMap(kindWords);
const urgent: ReadonlySet<string> = new Set(urgentWords.split(' '));

export const toSector = (word: string): Sector | undefined => sectorNames.get(word.toLowerCase());
export const toKind = (word: string): CaseKind | undefined => kinds.get(word.toLowerCase());
export const isUrgentWord = (word: string): boolean => urgent.has(word.toLowerCase());

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [];

/** The sector that a story speaks of: the one named, else the one with most hints; undefined when none stands out. */
export function guessSector(story: string): Sector | undefined {
  const hits = new Map<Sector, number>();
  for (const word of wordsOf(story)) {
    const named = toSector(word);
    if (named !== undefined) return named;
    const hinted = sectorHints.get(word.replace(/nya$/u, ''));
    if (hinted !== undefined) hits.set(hinted, (hits.get(hinted) ?? 0) + 1);
  }
  const [best, second] = [...hits].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] !== second?.[1] ? best[0] : undefined;
}

export const soundsUrgent = (story: string): boolean => wordsOf(story).some(isUrgentWord);
