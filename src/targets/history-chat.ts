/** Figures of past years beside today's count, each with its source, as they stand. */
import type { Handled, Turn } from '../chat/feature.ts';
import type { Block, Button, Rich } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { History, HistoryEntry } from './history.ts';
import type { Indicators } from './indicator.ts';
import { monthsOf } from './period.ts';
import { findCounts } from './tally-store.ts';
import { fundings } from './target.ts';
import { count, moneyName } from './words-chat.ts';

const yearsOf = (history: History): readonly string[] =>
  [...new Set(history.entries.map((entry) => String(entry.year)))].sort();

function describe(
  turn: Turn,
  history: History,
  entry: HistoryEntry,
  today: ReadonlyMap<string, number>,
  marks: ReadonlyMap<string, number>,
): Rich {
  const { texts } = turn;
  const number = `${count(texts, entry.number)} ${entry.unit[texts.lang]}${moneyName(entry.funding)}`;
  const others = history.entries.filter((other) => entry.differs.includes(other.id));
  const now = entry.indicator === undefined ? undefined : (today.get(entry.indicator) ?? 0);
  return [
    { bold: `${entry.label[texts.lang]}: ${number}` },
    `\n${texts.t(`targets-history-${entry.kind}`, { year: String(entry.year) })} [${marks.get(entry.source) ?? ''}]`,
    ...(entry.note === undefined ? [] : [`\n${entry.note[texts.lang]}`]),
    ...others.map(
      (other) =>
        `\n${texts.t('targets-history-differs', {
          number: count(texts, other.number),
          kind: texts.t(`targets-history-${other.kind}`, { year: String(other.year) }),
          mark: String(marks.get(other.source) ?? ''),
        })}`,
    ),
    ...(now === undefined
      ? []
      : [
          `\n${texts.t('targets-history-today', { year: turn.today.slice(0, 4), number: count(texts, now) })}`,
        ]),
  ];
}

/** Everything that was said about a year. Open to whoever uses targets. */
export async function showHistory(
  turn: Turn,
  indicators: Indicators,
  history: History,
  year: string,
  inPlace = false,
): Promise<Handled> {
  const { texts } = turn;
  const years = yearsOf(history);
  const entries = history.entries.filter((entry) => String(entry.year) === year);
  const other = years.filter((one) => one !== year);
  const buttons: Button[] = [
    ...other.map((one) => ({ label: one, press: 'targets.history', subject: one })),
    { label: texts.t('targets-button-open'), press: 'targets.open' },
  ];
  if (entries.length === 0)
    return say(turn, 'targets-history-none', { year, years: years.join(', ') }, buttons);
  const counts = await findCounts(turn.read, 'ID', monthsOf(turn.today.slice(0, 4)));
  const today = new Map<string, number>();
  for (const { id } of indicators.all) {
    const names = [id, ...fundings.map((funding) => `${id}/${funding}`)];
    const n = counts.filter((one) => names.includes(one.indicator)).reduce((sum, one) => sum + one.n, 0);
    today.set(id, n);
  }
  const named = history.entries.filter(
    (entry) => entries.includes(entry) || entries.some((one) => one.differs.includes(entry.id)),
  );
  const sources = [...new Set(named.map((entry) => entry.source))];
  const marks = new Map(sources.map((source, at) => [source, at + 1]));
  const lines = sources.map((id) => {
    const source = history.sources[id];
    if (source === undefined) return '';
    const grade = texts.t(`targets-grade-${source.grade}`);
    const place = source.url === undefined ? '' : `\n${source.url}`;
    return `[${marks.get(id) ?? ''}] ${source.title}. ${source.publisher}, ${source.date}. ${grade}${place}`;
  });
  return {
    blocks: [
      { kind: 'text', text: texts.rich('targets-history-title', { year }) },
      ...entries.map(
        (entry): Block => ({ kind: 'text', text: describe(turn, history, entry, today, marks) }),
      ),
      { kind: 'text', text: texts.rich('targets-history-sources') },
      { kind: 'text', text: [lines.join('\n')] },
      { kind: 'buttons', buttons },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}
