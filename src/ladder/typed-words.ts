/** How the short lines of the ladder are typed. */
import { createLine } from '../language/line.ts';
import { type BusinessKind, isPartnerKind, type PartnerKind } from './stage.ts';

/** `siti 3,5jt apbn 12/3` */
export const bsimuLine = createLine({
  choices: { funding: { apbn: 'apbn., negara, pusat', hdn: 'ugb, undian, hibah dalam negeri' } },
  money: ['bsimu', 'bantuan', 'modal'],
  hasBareMoney: true,
  prefer: 'past',
});

/** `siti alami usaha warung kelontong merek "Warung Bu Siti"` */
export const kpmLine = createLine({
  choices: {
    graduation: {
      natural: 'alami, alamiah, graduasi alami, natural graduation',
      welfare: 'sejahtera, kesejahteraan, graduasi sejahtera, mandiri, sejahtera mandiri, welfare graduation',
    },
  },
  labels: {
    business: 'usaha, usahanya, bisnis, jualan, business',
    brand: 'merek, merk, toko, nama usaha, brand',
  },
  hasMoney: false,
  prefer: 'past',
});

/** A person and free words: `siti omzet naik terus`. */
export const personLine = createLine({ hasMoney: false, prefer: 'past' });

/** Kinds of business as the field names them; other spellings of one kind stand beside it. */
const businessWords: Readonly<Record<Exclude<BusinessKind, 'other'>, string>> = {
  grocery: 'warung, kelontong, sembako, toko',
  food: 'makanan, minuman, kuliner, katering, catering, kue, jajanan, gorengan, nasi, bakso, mie, keripik, roti, kopi',
  trade: 'dagang, pedagang, pakaian, baju, online, pulsa',
  tailoring: 'jahit, menjahit, penjahit, konveksi, bordir',
  farming: 'tani, bertani, petani, kebun, sayur, padi, jamur, hidroponik',
  livestock: 'ternak, beternak, ayam, kambing, sapi, bebek, lele, ikan, telur',
  crafts: 'kerajinan, anyaman, batik, rajut, mebel, ukiran',
  services: 'jasa, bengkel, salon, laundry, cuci, ojek, pijat, servis, cukur',
};

const businessLine = createLine({
  choices: { kind: businessWords },
  hasMoney: false,
  hasPerson: false,
  prefer: 'past',
});

/** The kind that the words for a business name; `other` when none or several are named. */
export const toBusinessKind = (business: string, today: string): BusinessKind => {
  const { choices, unread } = businessLine.read(business, { today });
  return unread.length > 0 ? 'other' : (choices.kind ?? 'other');
};

/** Words that say the kind and are no part of the name. */
const kindWords: Readonly<Record<string, PartnerKind>> = {
  mentor: 'mentor',
  pengusaha: 'mentor',
  perusahaan: 'company',
  company: 'company',
  kampus: 'university',
};
/** Words of a name that say the kind. */
const namedKinds: readonly (readonly [RegExp, PartnerKind])[] = [
  [/^(?:pt|cv|ud|koperasi)\b/i, 'company'],
  [/\b(?:universitas|university|politeknik|institut|stie|stia|akademi)\b/i, 'university'],
  [/\b(?:bank|bri|bni|btn|bpd|bpr|pnm)\b/i, 'bank'],
];

/** `perusahaan PT Maju Jaya`: the kind, where it can be told, and the name. */
export function readPartner(typed: string): { readonly kind?: PartnerKind; readonly name: string } {
  const text = typed.trim().replaceAll(/\s+/g, ' ');
  const [first = ''] = text.split(' ');
  const word = first.toLowerCase().replace(/:$/, '');
  const said = kindWords[word] ?? (isPartnerKind(word) && word !== 'bank' ? word : undefined);
  const rest = text.slice(first.length).trim();
  if (said !== undefined && rest !== '') return { kind: said, name: rest };
  const named = namedKinds.find(([pattern]) => pattern.test(text))?.[1];
  return named === undefined ? { name: text } : { kind: named, name: text };
}
