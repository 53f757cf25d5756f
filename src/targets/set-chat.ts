/** Setting targets and reporting progress in conversation: one line in any order, or a form for what it leaves open. */
import type { Handled, Turn } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName, areaPath } from '../language/areas.ts';
import { monthOf } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { findHoldersWithin, mayOversee } from '../people/index.ts';
import type { Indicators } from './indicator.ts';
import { type ParseContext, type ParsedTarget, parseTarget } from './parse-target.ts';
import { isPeriod } from './period.ts';
import { type ReportOutcome, reportProgress } from './report-progress.ts';
import { type SetOutcome, setTarget, type TargetInput } from './set-target.ts';
import { ledArea, notAllowed } from './show-chat.ts';
import { largestNumber } from './target.ts';
import { count, indicatorName, moneyName, periodName } from './words-chat.ts';

const indicatorWords = (turn: Pick<Turn, 'texts'>, indicators: Indicators): ParseContext['indicators'] =>
  indicators.all.map((one) => ({ id: one.id, names: [turn.texts.t(one.label)] }));

const contextOf = async (turn: Turn, indicators: Indicators, within: string): Promise<ParseContext> => ({
  today: turn.today,
  indicators: indicatorWords(turn, indicators),
  people: within === 'ID' ? [] : await findHoldersWithin(turn.read, ['facilitator'], within),
  within,
});

/** A line that would be understood, made of what was understood of the typed one. */
const exampleLine = (turn: Turn, command: string, parsed: ParsedTarget): string =>
  [
    turn.command(command),
    parsed.indicator ?? (command === 'capaian' ? 'prokus-kpm' : 'sessions'),
    parsed.area ?? ledArea(turn.actor) ?? '33.74',
    parsed.period ?? (command === 'capaian' ? monthOf(turn.today) : turn.today.slice(0, 4)),
    String(parsed.number ?? 900),
  ].join(' ');

const defaultSource = (turn: Turn): string =>
  turn.texts.t('targets-source-default', {
    name: turn.actor.person?.name ?? '',
    date: formatDay(turn.today, turn.texts.lang),
  });

function saySet(turn: Turn, input: TargetInput, indicators: Indicators, outcome: SetOutcome): Reply {
  const { texts } = turn;
  const n = (value: number) => count(texts, value);
  const indicator = indicators.find(input.indicator);
  const what = {
    what: indicator === undefined ? input.indicator : indicatorName(texts, indicator),
    area: areaPath(input.area, texts.lang),
    period: `${periodName(texts, input.period)}${moneyName(input.funding)}`,
  };
  const again = [{ label: texts.t('targets-button-set-again'), press: 'targets.begin', subject: input.area }];
  switch (outcome.kind) {
    case 'set': {
      const rest = outcome.rest === null ? '' : ` ${texts.t('targets-set-rest', { shown: n(outcome.rest) })}`;
      const before =
        outcome.before === null ? '' : ` ${texts.t('targets-set-before', { shown: n(outcome.before) })}`;
      const whose = input.person === null ? 'targets-set' : 'targets-set-person';
      const said = say(turn, whose, { ...what, name: outcome.name ?? '', number: n(outcome.number) }, [
        ...(input.person === null
          ? [
              {
                label: texts.t('targets-button-see-parts'),
                press: 'targets.parts',
                subject: `${outcome.id}~0`,
              },
            ]
          : []),
        { label: texts.t('targets-button-open'), press: 'targets.open' },
      ]);
      const [first, ...others] = said.blocks;
      if (first?.kind !== 'text' || `${before}${rest}` === '') return said;
      return { blocks: [{ kind: 'text', text: [...first.text, `${before}${rest}`] }, ...others] };
    }
    case 'not-allowed':
    case 'not-there':
      return notAllowed(turn);
    case 'set-by-ministry':
      return say(turn, 'targets-set-ministry', { ...what, number: n(outcome.number) }, again);
    case 'gap':
      return say(
        turn,
        'targets-set-gap',
        {
          ...what,
          missing: areaName(outcome.missing, texts.lang),
          above: areaName(outcome.above, texts.lang),
          number: n(outcome.number),
        },
        [{ label: texts.t('targets-button-set-again'), press: 'targets.begin', subject: outcome.missing }],
      );
    case 'no-whole':
      return say(turn, 'targets-set-no-whole', what, again);
    case 'above-parent':
      return say(
        turn,
        'targets-set-above',
        {
          ...what,
          number: n(outcome.number),
          parent: n(outcome.parent),
          others: n(outcome.others),
          free: n(outcome.free),
        },
        again,
      );
    case 'below-children':
      return say(
        turn,
        'targets-set-below',
        { ...what, number: n(outcome.number), children: n(outcome.children) },
        again,
      );
    default:
      return outcome satisfies never;
  }
}

/** Stores a whole target and words what came of it. */
const storeTarget = (turn: Turn, indicators: Indicators, input: TargetInput): Promise<Handled> =>
  turn.commit(
    (tx) => setTarget(tx, turn.actor, input),
    (outcome) => saySet(turn, input, indicators, outcome),
  );

const wrongNumber = (parsed: ParsedTarget): string | undefined => {
  if (parsed.percent !== undefined && parsed.percent > 100) return `${parsed.percent}%`;
  if (parsed.number !== undefined && parsed.number > largestNumber) return String(parsed.number);
  return undefined;
};

const sayUnread = (turn: Turn, command: string, parsed: ParsedTarget, part: string): Reply =>
  say(turn, /^[-−]\d/u.test(part) ? 'targets-negative' : 'targets-unread', {
    part,
    example: exampleLine(turn, command, parsed),
  });

/** `/target set …`. */
export async function setCommand(turn: Turn, indicators: Indicators, rest: string): Promise<Handled> {
  const led = ledArea(turn.actor);
  if (led === undefined) return notAllowed(turn);
  const parsed = parseTarget(rest, await contextOf(turn, indicators, led));
  if (parsed.unread !== '') return sayUnread(turn, 'target set', parsed, parsed.unread);
  const wrong = wrongNumber(parsed);
  if (wrong !== undefined)
    return say(turn, 'targets-number-wrong', {
      typed: wrong,
      example: exampleLine(turn, 'target set', { ...parsed, number: 900 }),
    });
  const { indicator, area, period, number, percent, person } = parsed;
  if (
    indicator === undefined ||
    area === undefined ||
    period === undefined ||
    (number ?? percent) === undefined
  ) {
    const amount =
      number === undefined ? (percent === undefined ? undefined : `${percent}%`) : String(number);
    return {
      blocks: [
        {
          kind: 'form',
          form: 'targets.set',
          values: {
            ...(indicator === undefined ? {} : { indicator }),
            ...(area === undefined ? {} : { area }),
            ...(period === undefined ? {} : { period }),
            ...(amount === undefined ? {} : { number: amount }),
            ...(parsed.funding === undefined ? {} : { funding: parsed.funding }),
            ...(parsed.source === undefined ? {} : { source: parsed.source }),
          },
          ...(person === undefined ? {} : { subject: person }),
        },
      ],
    };
  }
  return storeTarget(turn, indicators, {
    indicator,
    area,
    period,
    programme: parsed.programme ?? '',
    funding: parsed.funding ?? 'none',
    person: person ?? null,
    amount: percent === undefined ? { number: number ?? 0 } : { percent },
    source: parsed.source ?? defaultSource(turn),
    now: turn.now,
  });
}

/** Submits what the form collected. */
export const submitTarget = (
  turn: Turn,
  indicators: Indicators,
  values: Readonly<Record<string, string>>,
  person: string | undefined,
): Promise<Handled> => {
  const amount = values.number ?? '0';
  const funding = values.funding ?? 'none';
  return storeTarget(turn, indicators, {
    indicator: values.indicator ?? '',
    area: values.area ?? '',
    period: values.period ?? '',
    programme: '',
    funding: funding === 'APBN' || funding === 'HDN' || funding === 'APBD' ? funding : 'none',
    person: person === undefined || person === '' ? null : person,
    amount: amount.endsWith('%') ? { percent: Number(amount.slice(0, -1)) } : { number: Number(amount) },
    source: values.source === undefined || values.source === '' ? defaultSource(turn) : values.source,
    now: turn.now,
  });
};

/** Opens the form for an area that the actor leads. */
export const beginTarget = (turn: Turn, area: string): Handled =>
  mayOversee(turn.actor, area)
    ? { blocks: [{ kind: 'form', form: 'targets.set', values: area === '' ? {} : { area } }] }
    : notAllowed(turn);

/** `/capaian INDIKATOR WILAYAH ANGKA`. */
export async function reportCommand(turn: Turn, indicators: Indicators, rest: string): Promise<Handled> {
  const led = ledArea(turn.actor);
  if (led === undefined) return notAllowed(turn);
  const context = await contextOf(turn, indicators, led);
  const parsed = parseTarget(rest, { ...context, people: [] });
  const example = exampleLine(turn, 'capaian', parsed);
  if (parsed.unread !== '') return sayUnread(turn, 'capaian', parsed, parsed.unread);
  const indicator = indicators.find(parsed.indicator ?? '');
  const { area, number } = parsed;
  const month = parsed.period ?? monthOf(turn.today);
  if (indicator === undefined || area === undefined || number === undefined || number > largestNumber) {
    const known = indicators.all.filter((one) => one.origin === 'reported');
    return say(turn, 'targets-report-incomplete', { example, known: known.map((one) => one.id).join(', ') });
  }
  if (!isPeriod(month) || month.length !== 7 || month.includes('Q') || month > monthOf(turn.today))
    return say(turn, 'targets-report-month', {
      typed: month,
      example: exampleLine(turn, 'capaian', { ...parsed, period: monthOf(turn.today) }),
    });
  const input = {
    indicator,
    area,
    month,
    number,
    funding: parsed.funding ?? ('none' as const),
    source: parsed.source ?? defaultSource(turn),
    now: turn.now,
  };
  const sayReported = (outcome: ReportOutcome): Reply => {
    const { texts } = turn;
    const what = indicatorName(texts, indicator);
    if (outcome.kind === 'not-allowed') return notAllowed(turn);
    if (outcome.kind === 'computed') return say(turn, 'targets-report-computed', { what });
    return say(
      turn,
      outcome.before === null ? 'targets-reported' : 'targets-reported-again',
      {
        what: `${what}${moneyName(input.funding)}`,
        area: areaPath(area, texts.lang),
        month: periodName(texts, month),
        number: count(texts, number),
        before: count(texts, outcome.before ?? 0),
        year: month.slice(0, 4),
        sum: count(texts, outcome.year),
      },
      [{ label: texts.t('targets-button-open'), press: 'targets.open' }],
    );
  };
  return turn.commit((tx) => reportProgress(tx, turn.actor, input), sayReported);
}
