/** What is asked of an entry, one sheet a kind: the same fields serve the form, the typed line and the CSV file. */
import { levelOf } from '../language/areas.ts';
import { parseDate } from '../language/date.ts';
import type { Lang } from '../language/locale.ts';
import { normaliseName } from '../language/name.ts';
import { parseCount } from '../language/number.ts';
import { readPlace } from './place.ts';
import {
  categories,
  type EntryFacts,
  type FactName,
  legalForms,
  pillarKinds,
  type RegisterName,
} from './register.ts';

export const sheetNames = ['kat', 'pillar', 'lks', 'puskesos'] as const;
export type SheetName = (typeof sheetNames)[number];
export const isSheet = (text: string): text is SheetName => (sheetNames as readonly string[]).includes(text);

export interface SheetField {
  readonly id: FactName;
  readonly required: boolean;
  /** What may be picked, as stored. */
  readonly choices?: readonly string[];
}

interface Sheet {
  readonly register: RegisterName;
  readonly fields: readonly SheetField[];
  /** Where such a thing is at home. */
  readonly levels: readonly string[];
}

const must = (id: FactName, choices?: readonly string[]): SheetField =>
  choices === undefined ? { id, required: true } : { id, required: true, choices };
const may = (id: FactName, choices?: readonly string[]): SheetField =>
  choices === undefined ? { id, required: false } : { id, required: false, choices };

export const sheets: Readonly<Record<SheetName, Sheet>> = {
  kat: {
    register: 'kat',
    fields: [must('name'), must('area'), may('kind', categories), must('size'), may('note')],
    levels: ['village', 'district'],
  },
  pillar: {
    register: 'pillar',
    fields: [
      must(
        'kind',
        pillarKinds.filter((kind) => kind !== 'lks'),
      ),
      must('name'),
      must('area'),
      may('since'),
      may('note'),
    ],
    levels: ['village', 'district', 'regency'],
  },
  lks: {
    register: 'pillar',
    fields: [
      must('name'),
      must('area'),
      may('legalForm', legalForms),
      may('registration'),
      may('expires'),
      may('since'),
      may('note'),
    ],
    levels: ['village', 'district', 'regency', 'province'],
  },
  puskesos: {
    register: 'puskesos',
    fields: [must('area'), may('since'), may('size'), may('note')],
    levels: ['village', 'regency'],
  },
};

export const sheetOf = (register: RegisterName, kind: string): SheetName =>
  register === 'pillar' ? (kind === 'lks' ? 'lks' : 'pillar') : register;

export interface ReadContext {
  readonly today: string;
  /** Where areas are looked for first. */
  readonly within: string;
  readonly lang: Lang;
}

export type FieldRead = ReturnType<typeof readPlace>;

const ok = (value: string): FieldRead => ({ kind: 'ok', value });
const wrong = (key: string, args?: Readonly<Record<string, string>>): FieldRead =>
  args === undefined ? { kind: 'wrong', key } : { kind: 'wrong', key, args };

const kindWords: Readonly<Record<string, string>> = {
  psm: 'psm',
  'pekerja sosial masyarakat': 'psm',
  'pendamping sosial masyarakat': 'psm',
  tksk: 'tksk',
  'karang taruna': 'karang-taruna',
  'karang-taruna': 'karang-taruna',
  karangtaruna: 'karang-taruna',
  kartar: 'karang-taruna',
  kt: 'karang-taruna',
  'youth group': 'karang-taruna',
  lks: 'lks',
};

/** A pillar's kind as people write it. */
export const readPillarKind = (typed: string): string | undefined =>
  kindWords[typed.trim().toLowerCase().replaceAll(/\s+/gu, ' ')];

export function readCategory(typed: string): string | undefined {
  const found = /^(?:kategori|kat\.?|category|cat\.?)?\s*(iii|ii|i|[123])$/iu.exec(typed.trim());
  const value = found?.[1]?.toLowerCase();
  return value === undefined ? undefined : ({ i: '1', ii: '2', iii: '3' }[value] ?? value);
}

function readLegalForm(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  if (/yayasan|foundation/u.test(text)) return 'yayasan';
  if (/perkumpulan|association/u.test(text)) return 'perkumpulan';
  return /^(?:none|belum|tidak|tanpa|no\b)/u.test(text) ? 'none' : undefined;
}

/** A day, or a bare year where nobody knows the day. Nothing that lies ahead. */
export function readSince(typed: string, today: string): string | undefined {
  const text = typed.trim().replace(/^(?:sejak|mulai|dibentuk|berdiri|tahun|since|formed|in)\s+/iu, '');
  if (/^(?:19|20)\d{2}$/u.test(text)) return text <= today.slice(0, 4) ? text : undefined;
  const date = parseDate(text, { today, prefer: 'past' });
  return date === undefined || date > today ? undefined : date;
}

export const mostSize = 100_000;

/** Reads what was typed for one field into the value that is kept. Accepts its own output. */
export function readField(sheet: SheetName, field: FactName, typed: string, context: ReadContext): FieldRead {
  const text = typed.trim();
  switch (field) {
    case 'kind': {
      const kind = sheet === 'kat' ? readCategory(text) : readPillarKind(text);
      if (sheet === 'kat') return kind === undefined ? wrong('registers-wrong-category') : ok(kind);
      return kind === undefined || kind === 'lks' ? wrong('registers-wrong-pillar') : ok(kind);
    }
    case 'name':
      return normaliseName(text).length < 3 || text.length > 120 ? wrong('registers-wrong-name') : ok(text);
    case 'area': {
      const { levels } = sheets[sheet];
      return readPlace(text, { ...context, levels, tooWide: `registers-wrong-level-${sheet}` });
    }
    case 'since': {
      const since = readSince(text, context.today);
      return since === undefined ? wrong('registers-wrong-since') : ok(since);
    }
    case 'size': {
      const size = parseCount(
        text.replace(/\s*(?:kk|keluarga|households?|families|petugas|orang|staff)$/iu, ''),
      );
      return size === undefined || size > mostSize || (size === 0 && sheet === 'kat')
        ? wrong(`registers-wrong-size-${sheet === 'kat' ? 'kat' : 'puskesos'}`)
        : ok(String(size));
    }
    case 'legalForm': {
      const form = readLegalForm(text);
      return form === undefined ? wrong('registers-wrong-legal') : ok(form);
    }
    case 'registration':
      return text.length < 2 || text.length > 80 ? wrong('registers-wrong-registration') : ok(text);
    case 'expires': {
      const date = parseDate(text, { today: context.today, prefer: 'future' });
      return date === undefined ? wrong('registers-wrong-expires') : ok(date);
    }
    case 'note':
      return ok(text.slice(0, 500));
    default:
      return field satisfies never;
  }
}

const kindOf = (sheet: SheetName, typed: string, area: string): string => {
  if (sheet === 'puskesos') return levelOf(area) === 'regency' ? 'regency' : 'village';
  return sheet === 'lks' ? 'lks' : typed;
};

/** The facts that a sheet's values make. `puskesos` has no name of its own: it is called after its place. */
export function toFacts(
  sheet: SheetName,
  values: Readonly<Partial<Record<FactName, string>>>,
  officeName: string,
): EntryFacts {
  const text = (name: FactName): string => values[name] ?? '';
  const orNull = (name: FactName): string | null => (text(name) === '' ? null : text(name));
  return {
    kind: kindOf(sheet, text('kind'), text('area')),
    name: sheet === 'puskesos' ? officeName : text('name'),
    area: text('area'),
    since: orNull('since'),
    size: text('size') === '' ? null : Number(text('size')),
    legalForm: text('legalForm'),
    registration: text('registration'),
    expires: orNull('expires'),
    note: text('note'),
  };
}
