/** The targets of one person on what a feature counts, a line each, for that feature's own screens. */
import type { Turn } from '../chat/feature.ts';
import type { IndicatorSpec } from '../feature.ts';
import { collectIndicators } from './indicator.ts';
import { personScope } from './target.ts';
import { readStandings } from './view.ts';
import { figure, indicatorName, periodName } from './words-chat.ts';

/** `Sesi pendampingan 2026: 4 dari 24 (17%)`; empty where no target is set. */
export async function describeStandings(
  turn: Pick<Turn, 'read' | 'texts' | 'today' | 'calendar'>,
  person: string,
  specs: readonly IndicatorSpec[],
): Promise<readonly string[]> {
  const { calendar, read, texts, today } = turn;
  const indicators = collectIndicators(specs);
  const moment = { today, calendar, indicators, lang: texts.lang };
  const own = new Set(specs.map((one) => one.id));
  return (await readStandings(read, personScope(person), moment))
    .filter((one) => own.has(one.indicator.id))
    .map(
      ({ done, indicator, row }) =>
        `${indicatorName(texts, indicator)} ${periodName(texts, row.period)}: ${figure(texts, done, row.number)}`,
    );
}
