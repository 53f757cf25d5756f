/** How households, receipts, moves and their evidence are put into words. */
import type { Texts, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatDay } from '../language/date.ts';
import { formatDuration } from '../language/duration.ts';
import { formatMoney } from '../language/money.ts';
import type { PersonPart } from '../language/name-in-line.ts';
import { fieldRoles, hasRole, overseeingRoles } from '../people/index.ts';
import { readLadder } from './ladder-source.ts';
import { type Criterion, type Evidence, isMet, type Stage, type Standing, turnoverTrend } from './stage.ts';
import type { BsimuRow, KpmFacts } from './store.ts';

export const ladderRoles = [...new Set([...fieldRoles, ...overseeingRoles])];

export const worksOnLadder = (turn: Pick<Turn, 'actor'>): boolean => hasRole(turn.actor, ...ladderRoles);

export const notAllowed = (turn: Turn): Reply => say(turn, 'ladder-not-allowed');

export const stageName = (texts: Texts, stage: Standing): string => texts.t(`ladder-stage-${stage}`);

/** `Rp3.500.000 · APBN · 12 Mar 2026 · catatan` */
export const describeBsimu = (
  texts: Texts,
  row: Pick<BsimuRow, 'amount' | 'funding' | 'date' | 'note' | 'backDated'>,
): string =>
  [
    formatMoney(row.amount, texts.lang),
    row.funding.toUpperCase(),
    formatDay(row.date, texts.lang),
    ...(row.note === '' ? [] : [row.note]),
    ...(row.backDated ? [texts.t('mentoring-back-dated')] : []),
  ].join(' · ');

/** `graduasi alami · warung kelontong (kelontong) · merek "Warung Bu Siti"` */
export function describeFacts(texts: Texts, facts: KpmFacts): string {
  const kind = facts.businessKind === null ? undefined : texts.t(`ladder-business-${facts.businessKind}`);
  const business =
    facts.business === '' ? kind : kind === undefined ? facts.business : `${facts.business} (${kind})`;
  return [
    texts.t(
      facts.graduation === null ? 'ladder-graduation-unknown' : `ladder-graduation-${facts.graduation}`,
    ),
    business ?? texts.t('ladder-business-unknown'),
    ...(facts.brand === '' ? [] : [`"${facts.brand}"`]),
  ].join(' · ');
}

/** One line a criterion, ticked where the log shows it. */
export const criteriaLines = (texts: Texts, to: Stage, evidence: Evidence): string =>
  readLadder()
    .criteria[to].map((one) => `${isMet(one, evidence) ? '✓' : '○'} ${criterionWords(texts, one)}`)
    .join('\n');

export const criterionWords = (texts: Texts, one: Criterion): string =>
  texts.t(`ladder-criterion-${one.kind}`, {
    n: one.count ?? 1,
    session: one.session === undefined ? '' : texts.t(`mentoring-kind-${one.session}`),
    partners: (one.partners ?? []).map((kind) => texts.t(`ladder-partner-${kind}`)).join(', '),
  });

/** What the log holds, as facts. */
export function evidenceRows(texts: Texts, evidence: Evidence): Extract<Block, { kind: 'facts' }>['rows'] {
  const trend = turnoverTrend(evidence.turnovers);
  const sessions = evidence.sessions.map((one) =>
    texts.t('ladder-evidence-session', {
      kind: texts.t(`mentoring-kind-${one.kind}`),
      n: one.sessions,
      time: formatDuration(one.minutes, texts.lang),
    }),
  );
  const money = (amount: number) => formatMoney(amount, texts.lang);
  const [only] = evidence.turnovers;
  const turnover =
    trend === undefined
      ? only === undefined
        ? texts.t('ladder-evidence-none')
        : money(only)
      : texts.t('ladder-evidence-trend', { from: money(trend.from), to: money(trend.to) });
  const none = texts.t('ladder-evidence-none');
  const partners = evidence.partners.map((one) => `${one.name} (${texts.t(`ladder-partner-${one.kind}`)})`);
  return [
    {
      label: texts.t('ladder-evidence-sessions'),
      value: [sessions.length === 0 ? none : sessions.join(', ')],
    },
    { label: texts.t('ladder-evidence-turnover'), value: [turnover] },
    {
      label: 'BSiMU',
      value: [
        evidence.receipts === 0
          ? none
          : texts.t('ladder-evidence-receipts', { n: evidence.receipts, money: money(evidence.received) }),
      ],
    },
    {
      label: texts.t('ladder-evidence-partners'),
      value: [partners.length === 0 ? none : partners.join(', ')],
    },
  ];
}

/** What to say when a line names nobody that can be taken; the way to the list is the next step. */
export function sayNobody(turn: Turn, person: PersonPart, example: string): Reply {
  const buttons: Button[] = [{ label: turn.texts.t('ladder-to-people'), press: 'ladder.list', subject: '' }];
  return person.kind === 'unknown'
    ? say(turn, 'ladder-unknown-person', { typed: person.typed, example }, buttons)
    : say(turn, 'ladder-who', { example }, buttons);
}

export const notYourPerson = (turn: Turn): Reply =>
  say(turn, 'ladder-not-your-person', { command: turn.command('binaan') });

/** A text with facts below it and buttons at the end. */
export const card = (
  title: Block,
  middle: readonly Block[],
  buttons: readonly Button[],
  inPlace = false,
): Reply => ({
  blocks: [title, ...middle, { kind: 'buttons', buttons }],
  ...(inPlace ? { replaces: 'pressed' as const } : {}),
});
