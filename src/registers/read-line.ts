/** Reads `Suku Laut Air Mas, desa Sukamaju, kategori 2, 45 kk`: parts in any order, by commas, the first words a name. */
import { findAreas } from '../language/areas.ts';
import type { FactName } from './register.ts';
import {
  type ReadContext,
  readCategory,
  readField,
  readPillarKind,
  readSince,
  type SheetName,
  sheets,
} from './sheet.ts';

export type LineValues = Partial<Record<FactName, string>>;

const sizeWords =
  /^(?:jumlah\s+)?([\d.,]+)\s*(?:kk|keluarga|households?|families|petugas|orang|staff|staf)$/iu;
const expiryWords = /^(?:berlaku(?:\s+(?:sampai|hingga|s\.?d\.?))?|sampai|expires?|until|valid until)\s+/iu;
const registrationWords = /^(?:no\.?|nomor|reg(?:istrasi)?\.?|sk|registration)\s*:?\s+(?=\S)/iu;
const placeWords =
  /^(?:desa|ds\.?|kel\.?|kelurahan|kec\.?|kecamatan|kab\.?|kabupaten|kota|di|in|village|district)\s/iu;

/** A kind at the beginning of a part, such as `psm Budi Santoso`. */
function splitKind(part: string): { readonly kind: string; readonly rest: string } | undefined {
  const words = part.split(/\s+/u);
  for (const used of [2, 1]) {
    const kind = words.length >= used ? readPillarKind(words.slice(0, used).join(' ')) : undefined;
    if (kind !== undefined) return { kind, rest: words.slice(used).join(' ') };
  }
  return undefined;
}

/** A pillar's line says by its kind which sheet it fills. */
export function sheetOfLine(line: string): 'pillar' | 'lks' {
  return line.split(',').some((part) => splitKind(part.trim())?.kind === 'lks') ? 'lks' : 'pillar';
}

/** What a line says; parts that fit nowhere become the note. Places are left as typed where they are ambiguous. */
export function readLine(sheet: SheetName, line: string, context: ReadContext): LineValues {
  const values: LineValues = {};
  const notes: string[] = [];
  const has = (id: FactName): boolean => sheets[sheet].fields.some((field) => field.id === id);
  const free = (id: FactName): boolean => has(id) && values[id] === undefined;
  const take = (id: FactName, typed: string): boolean => {
    const read = readField(sheet, id, typed, context);
    if (read.kind === 'ok' || id === 'area') values[id] = read.kind === 'ok' ? read.value : typed;
    return values[id] !== undefined;
  };
  const place = (part: string): boolean => {
    const typed = part.replace(/^(?:di|in)\s+/iu, '');
    return placeWords.test(part) || findAreas(typed, { within: context.within, limit: 1 })[0]?.score === 1
      ? take('area', typed)
      : false;
  };
  for (const raw of line.split(/[,;\n]/u)) {
    let part = raw.trim();
    if (part === '') continue;
    const kind = sheet === 'pillar' || sheet === 'lks' ? splitKind(part) : undefined;
    if (kind !== undefined && (sheet === 'lks' || free('kind'))) {
      if (sheet === 'pillar') take('kind', kind.kind);
      part = kind.rest.trim();
      if (part === '') continue;
    }
    if (sheet === 'kat' && free('kind') && readCategory(part) !== undefined && take('kind', part)) continue;
    if (free('size') && sizeWords.test(part) && take('size', part.replace(/^jumlah\s+/iu, ''))) continue;
    if (free('expires') && expiryWords.test(part) && take('expires', part.replace(expiryWords, ''))) continue;
    if (
      free('registration') &&
      registrationWords.test(part) &&
      take('registration', part.replace(registrationWords, ''))
    )
      continue;
    if (free('legalForm') && take('legalForm', part)) {
      // A foundation says so in its own name, too.
      if (/^(?:yayasan|perkumpulan|foundation|association)$|^(?:belum|tidak|tanpa)/iu.test(part)) continue;
    }
    if (free('since') && readSince(part, context.today) !== undefined && take('since', part)) continue;
    if (sheet === 'puskesos' && free('area') && take('area', part)) continue;
    if (free('area') && place(part)) continue;
    if (free('name') && take('name', part)) continue;
    notes.push(part);
  }
  if (free('area') && notes.length > 0) {
    const [first = '', ...others] = notes;
    take('area', first);
    notes.splice(0, notes.length, ...others);
  }
  if (notes.length > 0 && has('note')) values.note = notes.join(', ');
  return values;
}
