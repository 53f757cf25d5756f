/** How targets are put into words: names of periods and money, one target in a few short lines, bars of text. */
import type { Texts } from '../chat/feature.ts';
import type { Rich } from '../chat/reply.ts';
import { formatDay, formatMonth } from '../language/date.ts';
import { formatNumber } from '../language/number.ts';
import type { Indicator } from './indicator.ts';
import { type Funding, isBehind, type Pace, percentOf, textBar } from './target.ts';
import type { Standing } from './view.ts';

export const count = (texts: Texts, n: number): string => formatNumber(n, texts.lang);

export function periodName(texts: Texts, period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return year;
  return part.startsWith('Q')
    ? texts.t('targets-quarter', { n: Number(part.slice(1)), year })
    : formatMonth(period, texts.lang);
}

/** Funding after a dot; nothing where there is none. */
export const moneyName = (funding: Funding): string => (funding === 'none' ? '' : ` · ${funding}`);

export const indicatorName = (texts: Texts, { label }: Indicator): string => texts.t(label);

/** `412 dari 900 (46 %)`, or the bare number where no target is set. */
export function figure(texts: Texts, done: number, number: number): string {
  const percent = percentOf({ number, done });
  return percent === undefined
    ? texts.t('targets-figure-bare', { done: count(texts, done) })
    : texts.t('targets-figure', {
        done: count(texts, done),
        number: count(texts, number),
        percent: done > 0 && done < number / 100 ? '<1' : count(texts, percent),
      });
}

/** A rate as people speak of it: whole from ten on, else with one decimal, rounded up so that it suffices. */
export const rate = (texts: Texts, perDay: number): string =>
  count(texts, perDay >= 10 ? Math.round(perDay) : Math.ceil(perDay * 10) / 10);

function paceWords(texts: Texts, pace: Pace): Rich {
  switch (pace.kind) {
    case 'nothing-set':
      return texts.rich('targets-pace-nothing');
    case 'reached':
      return texts.rich('targets-pace-reached', { over: pace.over, shown: count(texts, pace.over) });
    case 'not-begun':
      return texts.rich('targets-pace-not-begun', { date: formatDay(pace.from, texts.lang) });
    case 'over':
      return texts.rich('targets-pace-over', { missing: count(texts, pace.missing) });
    case 'no-days-left':
      return texts.rich('targets-pace-no-days', { missing: count(texts, pace.missing) });
    case 'running': {
      const words = texts.rich('targets-pace-running', {
        days: count(texts, pace.daysLeft),
        perDay: rate(texts, pace.perDay),
      });
      if (!isBehind(pace)) return words;
      const projected = count(texts, pace.projected ?? 0);
      return [...words, '\n', ...texts.rich('targets-pace-behind', { projected })];
    }
    default:
      return pace satisfies never;
  }
}

/** Name, bar with figures, pace. */
export function describeTarget(texts: Texts, { row, indicator, done, pace }: Standing): Rich {
  const title = `${indicatorName(texts, indicator)}`;
  return [
    { bold: title },
    ` · ${periodName(texts, row.period)}${moneyName(row.funding)}\n`,
    `${textBar({ number: row.number, done })} ${figure(texts, done, row.number)}\n`,
    ...paceWords(texts, pace),
    '\n',
    texts.t('targets-source', { source: row.source }),
  ];
}

/** One line of a breakdown: name, bar, figures, and a mark where it is behind. */
export const describePart = (texts: Texts, { name, row, done, pace }: Standing): string =>
  `${isBehind(pace) ? '⚠️ ' : ''}${name}\n${textBar({ number: row.number, done })} ${figure(texts, done, row.number)}`;
