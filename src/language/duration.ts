/** How long something took, in whole minutes, as people type and read it. Whether a length is sensible is not judged here. */
import type { Lang } from './locale.ts';
import { END, type Match, matchAt, NUMBER, readWhole } from './match.ts';
import { formatNumber, NUMBER_WORD, parseCount, parseQuantity } from './number.ts';

const HOUR = `(?:jam|jm|j|hours?|hrs?|hr|h)(?:an)?`;
const MINUTE = `(?:minutes?|menit|meniy|menti|mneit|minit|mnit|mnet|menut|mnt|mins?|mn|m)(?:an)?`;
/** "2 jam lalu" is a moment, not a length. */
const NOT_AGO = String.raw`(?! (?:yang |yg )?lalu\b| ago\b| lagi\b)`;
const AMOUNT = `${NUMBER}|½|¼`;

const sticky = (source: string): RegExp => new RegExp(`(?:${source})${END}${NOT_AGO}`, 'yu');

/** Each form with the way its groups make minutes; the first that fits wins, so longer forms come first. */
const FORMS: readonly { readonly form: RegExp; readonly minutes: (groups: readonly string[]) => number }[] = [
  {
    form: sticky(String.raw`(${NUMBER}) ?${HOUR}(?: dan| and)? ?(\d{1,2}) ?${MINUTE}`),
    minutes: ([h, m]) => 60 * num(h) + num(m),
  },
  { form: sticky(String.raw`(\d{1,2})[jh] ?(\d{2})`), minutes: ([h, m]) => 60 * num(h) + num(m) },
  {
    form: sticky(String.raw`(\d{1,2}) ?jam (\d{2})(?= ?(?:$|[,;.!?)]))`),
    minutes: ([h, m]) => 60 * num(h) + num(m),
  },
  { form: sticky(`(${NUMBER}|${NUMBER_WORD}) ?${HOUR} setengah`), minutes: ([h]) => 60 * num(h) + 30 },
  { form: sticky('sejam setengah'), minutes: () => 90 },
  {
    form: sticky(`(${NUMBER}|${NUMBER_WORD}) (?:setengah|1/2|½) ?${HOUR}`),
    minutes: ([h]) => 60 * num(h) + 30,
  },
  { form: sticky(String.raw`(\d{1,2})½ ?${HOUR}`), minutes: ([h]) => 60 * num(h) + 30 },
  { form: sticky(`1/2 ?${HOUR}`), minutes: () => 30 },
  { form: sticky(`(?:1/4|¼|seperempat) ?${HOUR}`), minutes: () => 15 },
  { form: sticky(`(?:3/4|¾|tiga perempat) ?${HOUR}`), minutes: () => 45 },
  { form: sticky('(?:an|one) hour and a half|one and a half hours'), minutes: () => 90 },
  { form: sticky('half an hour'), minutes: () => 30 },
  { form: sticky('(?:a )?quarter of an hour'), minutes: () => 15 },
  { form: sticky('sejam|an hour'), minutes: () => 60 },
  { form: sticky(`(${AMOUNT}) ?${HOUR}`), minutes: ([h]) => Math.round(60 * num(h)) },
  { form: sticky(`(${NUMBER_WORD}) ${HOUR}`), minutes: ([h]) => 60 * num(h) },
  { form: sticky(`(${NUMBER}) ?${MINUTE}`), minutes: ([m]) => parseCount(m ?? '') ?? num(m) },
  { form: sticky(`(${NUMBER_WORD}) ${MINUTE}`), minutes: ([m]) => num(m) },
];

function num(text: string | undefined): number {
  if (text === '½') return 0.5;
  if (text === '¼') return 0.25;
  return parseQuantity(text ?? '') ?? Number.NaN;
}

/** Reads a duration at one place of a line that is already in lower case. `90m` is ninety minutes. */
export function matchDuration(lower: string, at: number): Match<number> | undefined {
  for (const { form, minutes } of FORMS) {
    const found = matchAt(form, lower, at);
    if (found === undefined) continue;
    const value = minutes(found.slice(1));
    if (Number.isSafeInteger(value)) return { end: at + found[0].length, value };
  }
  return undefined;
}

/** Reads an answer that should be a duration: whole minutes, hours rounded to the minute. */
export function parseDuration(text: string): number | undefined {
  return readWhole(text, (lower) => matchDuration(lower, 0));
}

const UNITS = {
  id: { hour: ['jam', 'jam'], minute: ['menit', 'menit'] },
  en: { hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
} as const;

/** `45 menit`, `1 jam 30 menit`, `2 hours`; with `as: 'minutes'` always minutes (`90 menit`). */
export function formatDuration(
  minutes: number,
  lang: Lang,
  { as = 'hours' }: { as?: 'hours' | 'minutes' } = {},
): string {
  const say = (count: number, unit: 'hour' | 'minute') =>
    `${formatNumber(count, lang)} ${UNITS[lang][unit][count === 1 ? 0 : 1]}`;
  const hours = as === 'minutes' ? 0 : Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return say(rest, 'minute');
  return rest === 0 ? say(hours, 'hour') : `${say(hours, 'hour')} ${say(rest, 'minute')}`;
}
