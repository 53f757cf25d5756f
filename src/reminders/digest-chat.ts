/** The digest in the chat: worded when it is sent, worded anew when work ticked something off, put off by a press. */
import type { Handled, NoticeContext, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { ReminderSource, ReminderWords } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatClock } from '../language/date.ts';
import type { Reader, Writer } from '../store/index.ts';
import { digestNotice } from './hand-out.ts';
import { snooze } from './settings.ts';
import { type DigestRow, findDigest, saveDigest } from './store.ts';
import { checkItems } from './tick-off.ts';
import { settingsButton, wordItems } from './words-chat.ts';

export const settingInput = (turn: Turn, person: string) => ({
  person,
  now: turn.now,
  today: turn.today,
  zone: turn.zone,
  calendar: turn.calendar,
});

/** The sources' words for the moment a notice or a turn stands in. */
export const wordsOf = (
  context: Pick<NoticeContext, 'texts' | 'zone' | 'now' | 'command'>,
): ReminderWords => ({
  texts: context.texts,
  zone: context.zone,
  today: toDate(context.now, context.zone),
  command: context.command,
});

/** @param all whether every line is shown. */
export function digestBlocks(
  context: Pick<NoticeContext, 'texts' | 'zone' | 'now' | 'command'>,
  sources: readonly ReminderSource[],
  digest: Pick<DigestRow, 'id' | 'items'>,
  all = false,
): readonly Block[] {
  const { texts } = context;
  const open = digest.items.filter((item) => !item.done).length;
  const done = digest.items.length - open;
  if (open === 0)
    return [
      { kind: 'text', text: texts.rich('reminders-cleared', { n: done }) },
      { kind: 'buttons', buttons: [{ label: texts.t('chat-help-button'), press: 'chat.help' }] },
    ];
  const worded = wordItems(wordsOf(context), sources, digest.items, all ? digest.items.length : undefined);
  const more: readonly Button[] =
    worded.more > 0
      ? [
          {
            label: texts.t('reminders-button-all', { n: digest.items.length }),
            press: 'reminders.all',
            subject: digest.id,
          },
        ]
      : [];
  return [
    { kind: 'text', text: texts.rich('reminders-digest-title', { open, done }) },
    ...worded.blocks,
    ...(worded.more > 0
      ? [{ kind: 'text' as const, text: texts.rich('reminders-more', { n: worded.more }) }]
      : []),
    {
      kind: 'buttons',
      buttons: [
        ...worded.buttons,
        ...more,
        { label: texts.t('reminders-button-snooze'), press: 'reminders.snooze', subject: digest.id },
        settingsButton(texts),
      ],
    },
  ];
}

export const digestNoticeSpec = (sources: () => readonly ReminderSource[]): NoticeSpec => ({
  name: digestNotice,
  async word(context, subject) {
    const digest = await findDigest(context.read, subject);
    if (digest === undefined) return { suppressed: 'the digest was forgotten' };
    const first = digest.state === 'handed';
    if (!first && digest.state !== 'sent' && digest.state !== 'cleared')
      return { suppressed: `the digest is ${digest.state}` };
    if (first && digest.date !== toDate(context.now, context.zone)) return { suppressed: 'its day is over' };
    // What was done on another platform, or by somebody else, since it was handed over.
    const items = first
      ? await checkItems(context.read, sources(), digest.items, {
          person: digest.person,
          today: digest.date,
          now: context.now,
        })
      : digest.items;
    if (first && items.every((item) => item.done)) return { suppressed: 'all was done before it was sent' };
    const shown = first ? { ...digest, items: items.filter((item) => !item.done) } : digest;
    return { blocks: digestBlocks(context, sources(), shown) };
  },
  async settled(tx, subject, { now, reason, state }) {
    const digest = await findDigest(tx, subject);
    if (digest?.state !== 'handed' || state === 'waiting') return;
    await saveDigest(tx, { ...digest, ...endOf(state, reason), settledAt: now });
  },
});

function endOf(
  state: 'sent' | 'failed' | 'suppressed' | 'expired' | 'uncertain' | 'cleared',
  reason: string | null,
): Pick<DigestRow, 'state' | 'reason'> {
  switch (state) {
    case 'sent':
      return { state: 'sent', reason: null };
    case 'suppressed':
      return reason === 'all was done before it was sent' ? { state: 'cleared', reason } : { state, reason };
    case 'uncertain':
      return { state: 'failed', reason: reason ?? 'uncertain' };
    default:
      return { state, reason };
  }
}

/** A person's own digest, with the person; undefined for everybody else's. */
async function findOwn(read: Reader | Writer, turn: Turn, id: string): Promise<DigestRow | undefined> {
  const digest = await findDigest(read, id);
  return digest !== undefined && digest.person === turn.actor.person?.id ? digest : undefined;
}

const snoozes = [60, 180] as const;

export const digestPresses = (sources: () => readonly ReminderSource[]): readonly PressSpec[] => [
  {
    name: 'reminders.all',
    async handle(turn, id): Promise<Handled> {
      const digest = await findOwn(turn.read, turn, id);
      if (digest === undefined || digest.date !== turn.today)
        return say(turn, 'reminders-over', {}, [listButton(turn)]);
      return { blocks: digestBlocks(turn, sources(), digest, true) };
    },
  },
  {
    name: 'reminders.snooze',
    async handle(turn, id): Promise<Handled> {
      const digest = await findOwn(turn.read, turn, id);
      if (digest === undefined || digest.date !== turn.today)
        return say(turn, 'reminders-over', {}, [listButton(turn)]);
      return say(turn, 'reminders-snooze-ask', {}, [
        ...snoozes.map((minutes) => ({
          label: turn.texts.t('reminders-button-hours', { n: minutes / 60 }),
          press: 'reminders.later',
          subject: `${id}|${minutes}`,
        })),
        { label: turn.texts.t('reminders-button-week'), press: 'reminders.pause' },
      ]);
    },
  },
  {
    name: 'reminders.later',
    handle(turn, subject): Promise<Handled> {
      const [id = '', typed] = subject.split('|');
      const minutes = snoozes.find((one) => String(one) === typed) ?? snoozes[0];
      const person = turn.actor.person?.id ?? '';
      return turn.commit(
        (tx) => snooze(tx, settingInput(turn, person), id, minutes),
        (outcome) => {
          switch (outcome.kind) {
            case 'snoozed':
              return {
                ...say(
                  turn,
                  'reminders-snoozed',
                  { time: formatClock(outcome.until, turn.zone, turn.texts.lang) },
                  [listButton(turn)],
                ),
                replaces: 'pressed',
              };
            case 'too-late':
              return say(turn, 'reminders-snooze-too-late', {}, [listButton(turn)]);
            case 'over':
              return say(turn, 'reminders-over', {}, [listButton(turn)]);
            default:
              return outcome satisfies never;
          }
        },
      );
    },
  },
];

export const listButton = (turn: Pick<Turn, 'texts'>): Button => ({
  label: turn.texts.t('reminders-button-list'),
  press: 'reminders.list',
});
