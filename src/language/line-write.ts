/** Writes what a record says as the short line that would be read as it. */
import { formatDuration } from './duration.ts';
import type { LineGrammar, LineParts } from './line-grammar.ts';
import { formatMoney } from './money.ts';

const firstOf = (spellings: string | undefined, otherwise: string): string =>
  spellings?.split(',')[0]?.trim() || otherwise;

/** `siti aminah mentoring 90m 3/11/2026 2 pekerja omzet Rp1.200.000 topik "kas" "catatan"` */
export function writeLine(grammar: LineGrammar, parts: Partial<LineParts> & { person?: string }): string {
  const { person, minutes, date, rupiah, note } = parts;
  const counts: Readonly<Record<string, number | undefined>> = parts.counts ?? {};
  const labels: Readonly<Record<string, string | undefined>> = parts.labels ?? {};
  const choices: Readonly<Record<string, string | undefined>> = parts.choices ?? {};
  const written = [
    person,
    ...Object.values(choices),
    minutes === undefined ? undefined : writeMinutes(minutes),
    date === undefined ? undefined : writeDate(date),
    ...Object.entries(counts).map(([name, count]) =>
      count === undefined
        ? undefined
        : `${count} ${name === 'people' ? 'orang' : firstOf(grammar.counts?.[name], name)}`,
    ),
    rupiah === undefined ? undefined : `${grammar.money?.[0] ?? ''} ${formatMoney(rupiah)}`.trim(),
    ...Object.entries(labels).map(([name, text]) =>
      text === undefined ? undefined : `${firstOf(grammar.labels?.[name], name)} ${quote(text)}`,
    ),
    note === undefined || note === '' ? undefined : quote(note),
  ];
  return written.filter((one) => one !== undefined && one !== '').join(' ');
}

/** `90m`; hours only where minutes would not be read as such. */
const writeMinutes = (minutes: number): string =>
  minutes < 1000 ? `${minutes}m` : formatDuration(minutes, 'id');

const writeDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}/${month}/${year}`;
};

/** Quotation marks inside would end the quoted text. */
const quote = (text: string): string => `"${text.replaceAll(/["“”„«»]/gu, "'")}"`;
