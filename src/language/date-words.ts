/** The words of the calendar in both languages, with the short and misspelt forms that people type. */

/** January first. */
const MONTHS: readonly string[] = [
  'januari january janury jan',
  'februari pebruari february febuari feb peb',
  'maret march mrt mar',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agst agt agus ags aug agu',
  'september sept sep',
  'oktober october okt oct',
  'november nopember novmber nov nop',
  'desember december des dec',
];

/** Sunday first. */
const WEEKDAYS: readonly string[] = [
  'minggu mingu ahad sunday sun',
  'senin senen snin monday mon',
  'selasa selsa tuesday tues tue',
  'rabu rebo wednesday wed',
  'kamis kemis thursday thurs thu',
  "jumat jumaat jum’at jum'at friday fri",
  'sabtu saptu saturday sat',
];

const toIndex = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, index) => row.split(' ').map((word): [string, number] => [word, index])));

const alternatives = (index: ReadonlyMap<string, number>): string =>
  [...index.keys()].sort((a, b) => b.length - a.length).join('|');

const monthIndex = toIndex(MONTHS);
const weekdayIndex = toIndex(WEEKDAYS);

/** Alternatives of a regular expression, longest first. */
export const MONTH = alternatives(monthIndex);
export const WEEKDAY = alternatives(weekdayIndex);
/** Without the three-letter English ones, which on their own are other words (`sat`, `tue`). */
export const WEEKDAY_WORD = alternatives(new Map([...weekdayIndex].filter(([word]) => word.length > 3)));

/** 1 to 12; NaN for another word. */
export const monthNumber = (word: string): number => (monthIndex.get(word) ?? Number.NaN) + 1;
/** 0 Sunday to 6 Saturday; NaN for another word. */
export const weekdayNumber = (word: string): number => weekdayIndex.get(word) ?? Number.NaN;

export const SHOWN_MONTHS = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const;

export const SHOWN_MONTHS_IN_FULL = {
  id: [
    ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
    ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
} as const;

export const SHOWN_WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
