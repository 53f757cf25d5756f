/** Targets as a picture, with every figure in the alternative text. */
import type { Handled, Turn } from '../chat/feature.ts';
import { say } from '../chat/say.ts';
import { areaPath } from '../language/areas.ts';
import { formatDay } from '../language/date.ts';
import { maySeeTotals } from '../people/index.ts';
import { drawProgress, mostRows, type ProgressInput } from '../reports/index.ts';
import type { Indicators } from './indicator.ts';
import { ledArea, maySee, momentOf, notAllowed } from './show-chat.ts';
import { findTarget } from './store.ts';
import { isBehind, personScope } from './target.ts';
import { readBreakdown, readStandings, type Standing } from './view.ts';
import { figure, indicatorName, moneyName, periodName } from './words-chat.ts';

interface Wanted {
  readonly title: string;
  readonly about: string;
  readonly standings: readonly Standing[];
  readonly label: (one: Standing) => string;
  /** Press that leads back to the words. */
  readonly back: { readonly press: string; readonly subject: string };
}

/** What the subject of the button or the words after the command mean: `me`, an area's code, or `t:` and a target. */
async function find(turn: Turn, indicators: Indicators, subject: string): Promise<Wanted | undefined> {
  const moment = momentOf(turn, indicators);
  const { texts } = turn;
  const withPeriod = (one: Standing) =>
    `${indicatorName(texts, one.indicator)} ${periodName(texts, one.row.period)}${moneyName(one.row.funding)}`;
  if (subject.startsWith('t:')) {
    const row = await findTarget(turn.read, subject.slice(2));
    if (row === undefined || !maySee(turn.actor, row)) return undefined;
    const found = await readBreakdown(turn.read, row.id, moment);
    if (found === undefined) return undefined;
    return {
      title: indicatorName(texts, found.whole.indicator),
      about: `${areaPath(row.scope, texts.lang)} · ${periodName(texts, row.period)}${moneyName(row.funding)}`,
      standings: found.parts.length === 0 ? [found.whole] : found.parts,
      label: (one) => one.name,
      back: { press: 'targets.parts', subject: `${row.id}~0` },
    };
  }
  const mine = subject === 'me' ? turn.actor.person?.id : undefined;
  if (mine === undefined && !maySeeTotals(turn.actor, subject)) return undefined;
  return {
    title: texts.t(mine === undefined ? 'targets-chart-title' : 'targets-chart-mine'),
    about: mine === undefined ? areaPath(subject, texts.lang) : (turn.actor.person?.name ?? ''),
    standings: await readStandings(turn.read, mine === undefined ? subject : personScope(mine), moment),
    label: withPeriod,
    back: { press: 'targets.open', subject: '' },
  };
}

/** A picture of what `subject` names; without a subject, of what the actor leads, or of the own targets. */
export async function showChart(turn: Turn, indicators: Indicators, subject: string): Promise<Handled> {
  const wanted = await find(turn, indicators, subject === '' ? (ledArea(turn.actor) ?? 'me') : subject);
  if (wanted === undefined) return notAllowed(turn);
  const { texts } = turn;
  if (wanted.standings.length === 0) return say(turn, 'targets-chart-none');
  const more = wanted.standings.length - mostRows;
  const day = texts.t('targets-chart-note', { about: wanted.about, date: formatDay(turn.today, texts.lang) });
  const input: ProgressInput = {
    title: wanted.title,
    note: more > 0 ? `${day} · ${texts.t('targets-chart-more', { n: more })}` : day,
    rows: wanted.standings.slice(0, mostRows).map((one) => ({
      label: wanted.label(one),
      done: one.done,
      number: one.row.number,
      figure: figure(texts, one.done, one.row.number),
      behind: isBehind(one.pace),
    })),
  };
  const { png, alt } = await drawProgress(input);
  return {
    blocks: [
      { kind: 'image', data: Buffer.from(png).toString('base64'), alt },
      { kind: 'buttons', buttons: [{ label: texts.t('targets-button-words'), ...wanted.back }] },
    ],
  };
}
