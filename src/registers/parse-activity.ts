/** Reads `hksn 40 orang 3/11 di balai desa` and `siti kemarin kondisi baik`: parts in any order, forgiving. */
import { findAreas } from '../language/areas.ts';
import { createLine, type UnreadPart } from '../language/line.ts';
import type { KnownPerson, PersonPart } from '../language/name-in-line.ts';
import { NUMBER_WORD } from '../language/number.ts';
import type { ActivityKind } from './activity.ts';

const place = 'di, tempat, bertempat, lokasi, at, place';

/** How activities are typed, slips included. */
export const activityLine = createLine({
  choices: {
    kind: {
      solidarity:
        'hksn, kesetiakawanan, kesetiakawanan sosial, setia kawan, gotong royong, bakti sosial, baksos, kerja bakti, solidarity',
      heroism:
        'kepahlawanan, pahlawan, hari pahlawan, ziarah, ziarah makam, taman makam pahlawan, heroism, heroes',
      pioneering: 'keperintisan, perintis, perintis kemerdekaan, pioneering, pioneers',
      bimtek: 'bintek, bimbingan teknis, pelatihan, training',
      pillar:
        'pilar, psm, tksk, karang taruna, kartar, lks, posyandu, rapat pilar, penyuluhan, pillar, pillars, outreach',
    },
  },
  labels: { place },
  hasMoney: false,
  hasPerson: false,
  prefer: 'past',
});

export const visitLine = createLine({
  labels: { place },
  hasMoney: false,
  prefer: 'past',
});

export interface ParsedActivity {
  readonly person: PersonPart;
  readonly kind?: ActivityKind;
  readonly people?: number;
  /** `YYYY-MM-DD`; absent means today. */
  readonly date?: string;
  readonly place: string;
  readonly note: string;
  readonly unread: readonly UnreadPart[];
}

/** The word that named the kind stays in the note where it says more than the kind: `hksn`, `ziarah`. */
const saysMore =
  /\b(?:hksn|baksos|bakti sosial|gotong royong|kerja bakti|ziarah(?: makam)?|hari pahlawan|posyandu|karang taruna|kartar|psm|tksk|lks|penyuluhan)\b/iu;

/** The count is the record's own and no longer part of the note. */
const countWords = new RegExp(
  `(?:[\\d.,]+|${NUMBER_WORD}) ?(?:orang|orng|org|peserta|people|persons?|participants?|jiwa)\\b[,.]?\\s*`,
  'iu',
);

const withoutCount = (note: string): string =>
  note
    .replace(countWords, '')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '')
    .trim();

export function parseActivity(line: string, today: string): ParsedActivity {
  const { choices, counts, date, labels, note: rest, unread } = activityLine.read(line, { today });
  const note = counts.people === undefined ? rest : withoutCount(rest);
  const named = saysMore.exec(line)?.[0];
  const title = named === undefined || note.toLowerCase().includes(named.toLowerCase()) ? '' : named;
  return {
    person: { kind: 'missing' },
    ...(choices.kind === undefined ? {} : { kind: choices.kind }),
    ...(counts.people === undefined ? {} : { people: counts.people }),
    ...(date === undefined ? {} : { date }),
    place: labels.place ?? '',
    note: [title, note].filter((text) => text !== '').join(', '),
    unread,
  };
}

/** @param context.people the visitor's people in the order of their list. */
export function parseVisit(
  line: string,
  context: { people: readonly KnownPerson[]; today: string },
): ParsedActivity {
  const { date, labels, note, person, unread } = visitLine.read(line, context);
  return {
    person,
    kind: 'visit',
    people: 1,
    ...(date === undefined ? {} : { date }),
    place: labels.place ?? '',
    note,
    unread,
  };
}

/** The area that a typed place names, inside the one where the person works; that one when it names none. */
export function areaOfPlace(typed: string, within: string): string {
  // Behind the last such word: the hall of a village is called a village hall.
  const named = /.*\b((?:desa|kel\.?|kelurahan|kec\.?|kecamatan|kab\.?|kota)\s.+)$/iu.exec(typed)?.[1];
  for (const text of [typed, named ?? '']) {
    if (text.trim() === '') continue;
    const [area, ...others] = findAreas(text, { within, limit: 2 });
    if (area !== undefined && area.score >= 0.6 && others.length === 0) return area.code;
  }
  return within;
}
