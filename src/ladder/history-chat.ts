/** `/riwayat`: one household over time: stage, business, partners, and everything that happened, the newest first. */
import type { CommandSpec, Handled, PressSpec, Texts, Turn } from '../chat/feature.ts';
import { askWho } from '../chat/line.ts';
import type { Button } from '../chat/reply.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { formatDuration } from '../language/duration.ts';
import { formatMoney } from '../language/money.ts';
import { findSessionsWith } from '../mentoring/index.ts';
import { actorId } from '../people/index.ts';
import { writeAudit } from '../store/index.ts';
import { findBsimuOf } from './bsimu-store.ts';
import { findHandled, findSubjects } from './find-kpm.ts';
import { findPartnersOf } from './partner-store.ts';
import { mayUndoBsimu } from './receive-bsimu.ts';
import { nextStage } from './stage.ts';
import { findKpm, findMovesOf, type MoveRow } from './store.ts';
import { personLine } from './typed-words.ts';
import {
  card,
  describeFacts,
  ladderRoles,
  notAllowed,
  notYourPerson,
  sayNobody,
  stageName,
  worksOnLadder,
} from './words-chat.ts';

const pageSize = 10;

const moveLine = (texts: Texts, move: MoveRow): string =>
  [
    texts.t(`ladder-move-${move.state}`, { to: stageName(texts, move.to) }),
    ...(move.reason === null || move.reason === '' ? [] : [move.reason]),
  ].join(' · ');

/** Everything that is known of a household, with its days; equal days in the order they were recorded. */
async function findEvents(turn: Turn, person: string): Promise<readonly { date: string; line: string }[]> {
  const { read, texts, zone } = turn;
  const sessions = (await findSessionsWith(read, person)).map((one) => ({
    date: one.date,
    at: one.createdAt,
    line: [
      texts.t(`mentoring-kind-${one.kind}`),
      formatDuration(one.minutes, texts.lang),
      ...(one.turnover === null
        ? []
        : [texts.t('mentoring-turnover', { money: formatMoney(one.turnover, texts.lang) })]),
      ...(one.note === '' ? [] : [one.note]),
    ].join(' · '),
  }));
  const receipts = (await findBsimuOf(read, person)).map((one) => ({
    date: one.date,
    at: one.createdAt,
    line: [
      `BSiMU ${formatMoney(one.amount, texts.lang)}`,
      one.funding.toUpperCase(),
      ...(one.note === '' ? [] : [one.note]),
    ].join(' · '),
  }));
  const moves = (await findMovesOf(read, person))
    .filter((one) => one.state !== 'withdrawn')
    .map((one) => {
      const at = one.decidedAt ?? one.proposedAt;
      return { date: one.decidedOn ?? toDate(at, zone), at, line: moveLine(texts, one) };
    });
  return [...sessions, ...receipts, ...moves].sort((a, b) =>
    a.date === b.date ? b.at - a.at : a.date < b.date ? 1 : -1,
  );
}

/** The card of one household, for whoever may work with it. */
export async function openHistory(turn: Turn, person: string, inPlace: boolean, page = 0): Promise<Handled> {
  const { actor, read, texts } = turn;
  const subject = await findHandled(read, actor, person);
  if (subject === undefined) return notYourPerson(turn);
  const kpm = await findKpm(read, person);
  const events = await findEvents(turn, person);
  const undoable = (await findBsimuOf(read, person)).filter((one) => mayUndoBsimu(actor, one, turn.now));
  const partners = (await findPartnersOf(read, person)).map((one) => one.name);
  const stage = kpm?.stage ?? 'none';
  const to = nextStage(stage);
  const since = kpm?.stageSince ?? undefined;
  const shown = events.slice(page * pageSize, (page + 1) * pageSize);
  const lines = shown.map((one) => `${formatDay(one.date, texts.lang)} · ${one.line}`);
  const facts = kpm ?? { graduation: null, businessKind: null, business: '', brand: '' };
  const buttons: Button[] = [
    ...(to === undefined
      ? []
      : [
          {
            label: texts.t('ladder-button-propose', { to: to.toUpperCase() }),
            press: 'ladder.propose',
            subject: person,
            style: 'main' as const,
          },
        ]),
    {
      label: texts.t('mentoring-log-for', { name: subject.name }),
      press: 'mentoring.begin',
      subject: person,
    },
    { label: texts.t('ladder-button-bsimu'), press: 'ladder.bsimu', subject: person },
    { label: texts.t('ladder-button-edit'), press: 'ladder.edit', subject: person },
    ...undoable.slice(-2).map((one) => ({
      label: texts.t('ladder-button-undo-bsimu', { number: one.number }),
      press: 'ladder.bsimu-undo',
      subject: one.id,
    })),
    ...(events.length > (page + 1) * pageSize
      ? [{ label: texts.t('ladder-older'), press: 'ladder.older', subject: `${page + 1}~${person}` }]
      : []),
  ];
  const text =
    lines.length === 0 ? texts.t('ladder-history-empty') : lines.map((one) => `• ${one}`).join('\n');
  return turn.commit(
    // Who looked at whose history can be asked later.
    (tx) =>
      writeAudit(tx, { at: turn.now, actor: actorId(actor), action: 'kpm.read', about: `person:${person}` }),
    () =>
      card(
        {
          kind: 'text',
          text: texts.rich(since === undefined ? 'ladder-card' : 'ladder-card-since', {
            name: subject.name,
            stage: stageName(texts, stage),
            date: since === undefined ? '' : formatDay(since, texts.lang),
          }),
        },
        [
          {
            kind: 'text',
            text: [
              [
                describeFacts(texts, facts),
                ...(partners.length === 0
                  ? []
                  : [texts.t('ladder-card-partners', { names: partners.join(', ') })]),
              ].join('\n'),
            ],
          },
          { kind: 'text', text: [text] },
        ],
        buttons,
        inPlace,
      ),
  );
}

async function historyCommand(turn: Turn, rest: string): Promise<Handled> {
  if (!worksOnLadder(turn)) return notAllowed(turn);
  const people = await findSubjects(turn.read, turn.actor);
  const { person } = personLine.read(rest, { people, today: turn.today });
  if (person.kind === 'several') return askWho(turn, person, 'ladder.open', (one) => one.id);
  return person.kind === 'found'
    ? openHistory(turn, person.id, false)
    : sayNobody(turn, person, `${turn.command('riwayat')} siti`);
}

export const historyCommands: readonly CommandSpec[] = [
  { name: 'riwayat', summary: 'ladder-summary-history', roles: ladderRoles, handle: historyCommand },
];

export const historyPresses: readonly PressSpec[] = [
  { name: 'ladder.open', handle: (turn, person) => openHistory(turn, person, false) },
  {
    name: 'ladder.older',
    handle(turn, subject) {
      const [page = '', person = ''] = subject.split('~');
      return openHistory(turn, person, true, Number(page) || 0);
    },
  },
];
