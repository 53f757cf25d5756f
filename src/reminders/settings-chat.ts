/** `/pengingat`: what is due today, on demand, and what each person chooses about their reminders. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { ReminderSource } from '../feature.ts';
import { formatClock, formatDate } from '../language/date.ts';
import type { Writer } from '../store/index.ts';
import { defaultMinute, hoursToChoose, momentOf } from './digest.ts';
import { listButton, settingInput, wordsOf } from './digest-chat.ts';
import { collectDue } from './hand-out.ts';
import { whySuppressed } from './plan.ts';
import { chooseHour, pause, restart, type SettingInput, stop, turnKind } from './settings.ts';
import { findSetting, type ReminderSetting } from './store.ts';
import { settingsButton, wordItems } from './words-chat.ts';

const clockOf = (turn: Turn, minute: number): string =>
  formatClock(momentOf(turn.today, minute, turn.zone), turn.zone, turn.texts.lang);

/** Those who work here; citizens hear from the bot when something of theirs changes. */
const isReminded = (turn: Turn): boolean => turn.actor.person !== undefined && turn.actor.roles.length > 0;

async function list(turn: Turn, sources: readonly ReminderSource[]): Promise<Handled> {
  const person = turn.actor.person?.id;
  if (person === undefined || !isReminded(turn)) return say(turn, 'reminders-not-for-you');
  const setting = await findSetting(turn.read, person);
  const due = await collectDue(turn.read, sources, { persons: [person], date: turn.today, now: turn.now });
  const items = (due.get(person) ?? []).filter((item) => !setting.off.includes(item.kind));
  const worded = wordItems(wordsOf(turn), sources, items);
  const blocks: readonly Block[] =
    items.length === 0
      ? [{ kind: 'text', text: turn.texts.rich('reminders-today-none') }]
      : [{ kind: 'text', text: turn.texts.rich('reminders-today', { n: items.length }) }, ...worded.blocks];
  return {
    blocks: [
      ...blocks,
      ...(worded.more > 0
        ? [{ kind: 'text' as const, text: turn.texts.rich('reminders-more', { n: worded.more }) }]
        : []),
      { kind: 'text', text: turn.texts.rich(...whenWords(turn, setting)) },
      { kind: 'buttons', buttons: [...worded.buttons, settingsButton(turn.texts)] },
    ],
  };
}

function whenWords(turn: Turn, setting: ReminderSetting): [string, Record<string, string>] {
  if (setting.stopped) return ['reminders-when-stopped', {}];
  if (whySuppressed(setting, turn.today) !== null)
    return ['reminders-when-paused', { date: dateWords(turn, setting.pausedUntil ?? '') }];
  return ['reminders-when', { time: clockOf(turn, setting.minute ?? defaultMinute) }];
}

const dateWords = (turn: Turn, date: string): string => formatDate(date, turn.texts.lang);

function settingsReply(turn: Turn, sources: readonly ReminderSource[], setting: ReminderSetting): Reply {
  const { texts } = turn;
  const kinds: Button[] = sources.map((source) => {
    const off = setting.off.includes(source.kind);
    return {
      label: `${off ? '⬜' : '✅'} ${texts.t(source.heading)}`,
      press: 'reminders.turn',
      subject: `${source.kind}|${off ? 'on' : 'off'}`,
    };
  });
  const running = whySuppressed(setting, turn.today) === null;
  return {
    blocks: [
      { kind: 'text', text: texts.rich('reminders-settings-title') },
      { kind: 'text', text: texts.rich(...whenWords(turn, setting)) },
      {
        kind: 'buttons',
        buttons: [
          ...kinds,
          { label: texts.t('reminders-button-hour'), press: 'reminders.hours' },
          ...(running
            ? [
                { label: texts.t('reminders-button-week'), press: 'reminders.pause' },
                { label: texts.t('reminders-button-stop'), press: 'reminders.stop' },
              ]
            : [
                {
                  label: texts.t('reminders-button-start'),
                  press: 'reminders.restart',
                  style: 'main' as const,
                },
              ]),
          listButton(turn),
        ],
      },
    ],
    replaces: 'pressed',
  };
}

export const reminderCommands = (sources: () => readonly ReminderSource[]): readonly CommandSpec[] => [
  {
    name: 'pengingat',
    aliases: ['ingat', 'reminders'],
    summary: 'reminders-summary',
    roles: [
      'facilitator',
      'front-office',
      'back-office',
      'coordinator',
      'manager',
      'destination',
      'staff',
      'admin',
    ],
    handle: (turn) => list(turn, sources()),
  },
];

export function settingsPresses(sources: () => readonly ReminderSource[]): readonly PressSpec[] {
  const change = async (
    turn: Turn,
    work: (tx: Writer, input: SettingInput) => Promise<ReminderSetting>,
  ): Promise<Handled> => {
    const person = turn.actor.person?.id;
    if (person === undefined || !isReminded(turn)) return say(turn, 'reminders-not-for-you');
    return turn.commit(
      (tx) => work(tx, settingInput(turn, person)),
      (setting) => settingsReply(turn, sources(), setting),
    );
  };
  return [
    { name: 'reminders.list', handle: (turn) => list(turn, sources()) },
    {
      name: 'reminders.settings',
      async handle(turn) {
        const person = turn.actor.person?.id;
        if (person === undefined || !isReminded(turn)) return say(turn, 'reminders-not-for-you');
        const { replaces: _, ...reply } = settingsReply(
          turn,
          sources(),
          await findSetting(turn.read, person),
        );
        return reply;
      },
    },
    {
      name: 'reminders.turn',
      handle(turn, subject) {
        const [kind = '', to] = subject.split('|');
        const known = sources().some((source) => source.kind === kind);
        return known
          ? change(turn, (tx, input) => turnKind(tx, input, kind, to === 'on'))
          : Promise.resolve(say(turn, 'reminders-over', {}, [listButton(turn)]));
      },
    },
    {
      name: 'reminders.hours',
      handle: async (turn) =>
        say(
          turn,
          'reminders-hour-ask',
          {},
          hoursToChoose.map((hour) => ({
            label: clockOf(turn, hour * 60),
            press: 'reminders.hour',
            subject: String(hour),
          })),
        ),
    },
    {
      name: 'reminders.hour',
      handle(turn, subject) {
        const hour = hoursToChoose.find((one) => String(one) === subject) ?? defaultMinute / 60;
        return change(turn, (tx, input) => chooseHour(tx, input, hour));
      },
    },
    { name: 'reminders.pause', handle: (turn) => change(turn, pause) },
    { name: 'reminders.stop', handle: (turn) => change(turn, stop) },
    { name: 'reminders.restart', handle: (turn) => change(turn, restart) },
  ];
}
