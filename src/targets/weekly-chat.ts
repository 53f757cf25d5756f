/** The targets' part of the staff's weekly digest: the country's standings as a picture and in words, and who is behind. */
import type { Block } from '../chat/reply.ts';
import type { WeeklyContext } from '../feature.ts';
import { formatDay } from '../language/date.ts';
import { drawProgress, mostRows } from '../reports/index.ts';
import type { Indicators } from './indicator.ts';
import { isBehind } from './target.ts';
import { readBreakdown, readStandings } from './view.ts';
import { describePart, describeTarget, figure, indicatorName, moneyName, periodName } from './words-chat.ts';

const behindShown = 5;

export async function weeklyTargets(
  { calendar, read, texts, today }: WeeklyContext,
  indicators: Indicators,
): Promise<readonly Block[]> {
  const moment = { today, calendar, indicators, lang: texts.lang };
  const standings = await readStandings(read, 'ID', moment);
  if (standings.length === 0) return [{ kind: 'text', text: texts.rich('targets-weekly-none') }];
  const { alt, png } = await drawProgress({
    title: texts.t('targets-chart-title'),
    note: texts.t('targets-chart-note', { about: 'Indonesia', date: formatDay(today, texts.lang) }),
    rows: standings.slice(0, mostRows).map((one) => ({
      label: `${indicatorName(texts, one.indicator)} ${periodName(texts, one.row.period)}${moneyName(one.row.funding)}`,
      done: one.done,
      number: one.row.number,
      figure: figure(texts, one.done, one.row.number),
      behind: isBehind(one.pace),
    })),
  });
  const blocks: Block[] = standings.map((one) => ({ kind: 'text', text: describeTarget(texts, one) }));
  for (const one of standings) {
    const parts = (await readBreakdown(read, one.row.id, moment))?.parts ?? [];
    const behind = parts.filter((part) => isBehind(part.pace)).slice(0, behindShown);
    if (behind.length === 0) continue;
    const lines = behind.map((part) => `\n• ${describePart(texts, part)}`);
    blocks.push({
      kind: 'text',
      text: [
        ...texts.rich('targets-weekly-behind', { indicator: indicatorName(texts, one.indicator) }),
        ...lines,
      ],
    });
  }
  return [{ kind: 'image', data: Buffer.from(png).toString('base64'), alt }, ...blocks];
}
