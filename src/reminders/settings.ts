/** What people change about their own reminders. Each applies to today as far as today's digest has not gone out. */
import type { Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { type Writer, writeAudit } from '../store/index.ts';
import { momentOf, nextWeek, snoozeUntil } from './digest.ts';
import {
  findDigest,
  findSetting,
  moveDigest,
  type ReminderSetting,
  saveSetting,
  snoozeDigest,
  suppressDigests,
} from './store.ts';

export interface SettingInput {
  readonly person: string;
  readonly now: number;
  readonly today: string;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
}

async function change(
  tx: Writer,
  { now, person }: SettingInput,
  changed: Partial<Omit<ReminderSetting, 'person'>>,
): Promise<ReminderSetting> {
  const setting = { ...(await findSetting(tx, person)), ...changed };
  await saveSetting(tx, setting);
  await writeAudit(tx, {
    at: now,
    actor: person,
    action: 'reminders.changed',
    about: `person:${person}`,
    person,
    payload: changed,
  });
  return setting;
}

/** @param hour full hour of the day. */
export async function chooseHour(tx: Writer, input: SettingInput, hour: number): Promise<ReminderSetting> {
  const minute = hour * 60;
  await moveDigest(tx, input.person, input.today, momentOf(input.today, minute, input.zone));
  return change(tx, input, { minute });
}

export async function turnKind(
  tx: Writer,
  input: SettingInput,
  kind: string,
  on: boolean,
): Promise<ReminderSetting> {
  const { off } = await findSetting(tx, input.person);
  const others = off.filter((one) => one !== kind);
  return change(tx, input, { off: on ? others : [...others, kind] });
}

/** Nothing until the first working day of next week. */
export async function pause(tx: Writer, input: SettingInput): Promise<ReminderSetting> {
  const pausedUntil = nextWeek(input.today, input.calendar);
  await suppressDigests(tx, input.person, `paused until ${pausedUntil}`, input.now);
  return change(tx, input, { pausedUntil });
}

export async function stop(tx: Writer, input: SettingInput): Promise<ReminderSetting> {
  await suppressDigests(tx, input.person, 'stopped', input.now);
  return change(tx, input, { stopped: true });
}

export const restart = (tx: Writer, input: SettingInput): Promise<ReminderSetting> =>
  change(tx, input, { stopped: false, pausedUntil: null });

export type Snoozed =
  | { readonly kind: 'snoozed'; readonly until: number }
  /** It would be evening: the next one comes on the next working day anyway. */
  | { readonly kind: 'too-late' }
  /** Not this person's digest, of another day, or nothing is left in it: one outcome. */
  | { readonly kind: 'over' };

/** Brings today's digest back after so many minutes, with what is still due then. */
export async function snooze(
  tx: Writer,
  input: SettingInput,
  digest: string,
  minutes: number,
): Promise<Snoozed> {
  const row = await findDigest(tx, digest);
  const open = row?.state === 'sent' || row?.state === 'snoozed';
  if (row === undefined || row.person !== input.person || row.date !== input.today || !open)
    return { kind: 'over' };
  const until = snoozeUntil(input.now, minutes, input.zone);
  if (until === undefined) return { kind: 'too-late' };
  await snoozeDigest(tx, digest, until);
  return { kind: 'snoozed', until };
}
