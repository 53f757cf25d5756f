/** Words a report, has its files made and sends them. */
import type { Handled, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { ReportScope, ReportSection } from '../feature.ts';
import { addMonths, firstDayOf, monthOf } from '../language/calendar.ts';
import { formatInstant, formatMonth } from '../language/date.ts';
import { normaliseName } from '../language/name.ts';
import { formatNumber } from '../language/number.ts';
import { actorId } from '../people/index.ts';
import { writeAudit } from '../store/index.ts';
import { drawProgress, mostRows } from './draw.ts';
import { mostPersons, planReport, type ReportPlan, type Wanted } from './plan-report.ts';
import type { ReportHead } from './report.ts';
import { type ReportFiles, writeReport } from './write-report.ts';

type Ready = Extract<ReportPlan, { kind: 'ready' }>;

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `self`, a person's id or an area's code, and the month. */
export const toSubject = (wanted: Wanted, month: string): string =>
  `${wanted.of}~${wanted.of === 'self' ? '' : wanted.of === 'person' ? wanted.id : wanted.area}~${month}`;

export function readSubject(subject: string): { readonly wanted: Wanted; readonly month: string } {
  const [of, which = '', month = ''] = subject.split('~');
  const wanted: Wanted =
    of === 'person' ? { of, id: which } : of === 'area' ? { of, area: which } : { of: 'self' };
  return { wanted, month };
}

async function drawChart(turn: Turn, sections: readonly ReportSection[], scope: ReportScope) {
  const bars = [];
  for (const section of sections) bars.push(...((await section.bars?.(turn.read, scope)) ?? []));
  if (bars.length === 0) return null;
  const { texts } = turn;
  const rows = bars.slice(0, Math.min(mostRows, 6));
  const note = formatMonth(scope.month, texts.lang);
  return drawProgress({ title: texts.t('reports-chart'), note, rows });
}

function headOf(
  turn: Turn,
  plan: Ready,
  sections: readonly ReportSection[],
  month: string,
): Omit<ReportHead, 'chart'> {
  const { texts, zone } = turn;
  const t = (key: string, args?: Readonly<Record<string, string | number>>) =>
    texts.t(`reports-${key}`, args);
  const facts = [
    ...(plan.area === null ? [{ label: t('fact-person'), value: plan.name }] : []),
    { label: t('fact-area'), value: plan.place },
    ...(plan.area === null
      ? []
      : [{ label: t('fact-persons'), value: formatNumber(plan.persons.length, texts.lang) }]),
    { label: t('fact-month'), value: formatMonth(month, texts.lang) },
    { label: t('fact-made'), value: formatInstant(turn.now, zone, texts.lang) },
  ];
  return {
    title: t('title', { month: formatMonth(month, texts.lang) }),
    facts,
    lang: texts.lang,
    zone,
    madeAt: turn.now,
    sheets: sections.map((section) => ({
      title: texts.t(section.title),
      printed: section.printed === 'every' || plan.area === null,
      columns: section.columns.map((column) => ({ ...column, label: texts.t(column.label) })),
    })),
    words: {
      summary: t('summary'),
      part: t('part'),
      rows: t('rows'),
      total: t('total'),
      none: t('none'),
      more: t('more', { n: '{n}' }),
      page: t('page', { page: '{page}', pages: '{pages}' }),
      yes: t('yes'),
      no: t('no'),
    },
    signs: [
      t('sign-coordinator'),
      plan.area === null
        ? t('sign-person', { name: plan.name })
        : t('sign-maker', { name: turn.actor.person?.name ?? '' }),
    ],
  };
}

function sayFiles(
  turn: Turn,
  plan: Ready,
  made: { readonly head: Omit<ReportHead, 'chart'>; readonly files: ReportFiles },
  again: { readonly wanted: Wanted; readonly month: string },
): Reply {
  const { texts } = turn;
  const { files, head } = made;
  const about = normaliseName(plan.name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 40);
  const name = `${texts.t('reports-file')}-${about}-${again.month}`;
  const before = monthOf(addMonths(firstDayOf(again.month), -1));
  const buttons: Button[] = [
    {
      label: texts.t('reports-button-month', { month: formatMonth(before, texts.lang) }),
      press: 'reports.make',
      subject: toSubject(again.wanted, before),
    },
    ...(again.wanted.of === 'self'
      ? []
      : [
          {
            label: texts.t('reports-button-other'),
            press: 'reports.pick',
            subject: `${plan.area ?? ''}~${again.month}~0`,
          },
        ]),
  ];
  const file = (ending: string, mime: string, bytes: Uint8Array): Block => ({
    kind: 'file',
    name: `${name}.${ending}`,
    mime,
    data: Buffer.from(bytes).toString('base64'),
  });
  return {
    blocks: [
      { kind: 'text', text: texts.rich('reports-made', { name: plan.name, title: head.title }) },
      {
        kind: 'facts',
        rows: head.sheets.map(({ title }, at) => ({
          label: title,
          value: [texts.t('reports-count', { n: files.counts[at] ?? 0 })],
        })),
      },
      file('pdf', 'application/pdf', files.pdf),
      file('xlsx', xlsxType, files.xlsx),
      { kind: 'text', text: texts.rich('reports-next') },
      { kind: 'buttons', buttons },
    ],
  };
}

/** Makes and sends what is wanted, or says why not. Who took which report is kept in the audit. */
export async function makeReport(
  turn: Turn,
  all: readonly ReportSection[],
  wanted: Wanted,
  month: string,
): Promise<Handled> {
  const { today, zone } = turn;
  const plan = await planReport(turn.read, turn.actor, wanted, {
    month,
    today,
    zone,
    lang: turn.texts.lang,
  });
  switch (plan.kind) {
    case 'not-allowed':
    case 'nobody':
      return say(turn, `reports-${plan.kind}`);
    case 'future':
      return say(turn, 'reports-future', { month: formatMonth(month, turn.texts.lang) });
    case 'too-many':
      return say(turn, 'reports-too-many', {
        n: formatNumber(plan.n, turn.texts.lang),
        most: formatNumber(mostPersons, turn.texts.lang),
        example: `${turn.command('laporan')} kota semarang`,
      });
    case 'ready': {
      const sections = all
        .filter((one) => one.in === 'every' || one.in === (plan.area === null ? 'own' : 'area'))
        // What is drawn comes first: the chart stands below it.
        .toSorted((a, b) => Number(b.bars !== undefined) - Number(a.bars !== undefined));
      const { area, persons, until } = plan;
      const scope: ReportScope = { persons, area, month, until, zone, texts: turn.texts };
      const head = headOf(turn, plan, sections, month);
      const chart = await drawChart(turn, sections, scope);
      const files = await writeReport(turn.read, sections, scope, { ...head, chart });
      return turn.commit(
        (tx) =>
          writeAudit(tx, {
            at: turn.now,
            actor: actorId(turn.actor),
            action: 'report.made',
            about: area === null ? `person:${persons[0] ?? ''}` : `area:${area}`,
            payload: { month },
          }),
        () => sayFiles(turn, plan, { head, files }, { wanted, month }),
      );
    }
    default:
      return plan satisfies never;
  }
}
