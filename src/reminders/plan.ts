/** Plans the digests of a day: who gets one, at which moment, or why not. */
import type { Feature, ReminderSource } from '../feature.ts';
import { type Zone, zoneOfArea } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { findReachable } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { defaultMinute, spreadMoment } from './digest.ts';
import { findSettings, type PlannedDigest, type ReminderSetting } from './store.ts';

/** What all features remind of, in the order of the features. */
export const collectSources = (features: readonly Feature[]): readonly ReminderSource[] =>
  features.flatMap((feature) => feature.reminders ?? []);

/** Why a person gets no digest on a date; null when one may go out. */
export const whySuppressed = (setting: ReminderSetting | undefined, date: string): string | null => {
  if (setting?.stopped === true) return 'stopped';
  if (setting?.pausedUntil != null && date < setting.pausedUntil)
    return `paused until ${setting.pausedUntil}`;
  return null;
};

/**
 * The digests of one zone's day, by their moment. Everybody with a role and a reachable account is planned for, so that
 * each day ends in a visible state for each of them; on days that are not worked on nobody is.
 */
export async function planDay(
  read: Reader,
  input: { readonly zone: Zone; readonly date: string; readonly calendar: WorkCalendar },
): Promise<readonly PlannedDigest[]> {
  const { calendar, date, zone } = input;
  if (!calendar.isWorkingDay(date)) return [];
  const settings = await findSettings(read);
  const waves = new Map<number, { readonly person: string; readonly suppressed: string | null }[]>();
  for (const { area, person } of await findReachable(read)) {
    if (zoneOfArea(area) !== zone) continue;
    const setting = settings.get(person);
    const minute = setting?.minute ?? defaultMinute;
    const wave = waves.get(minute) ?? [];
    wave.push({ person, suppressed: whySuppressed(setting, date) });
    waves.set(minute, wave);
  }
  return [...waves]
    .flatMap(([minute, wave]) =>
      wave.map(({ person, suppressed }, place) => ({
        person,
        date,
        zone,
        suppressed,
        dueAt: spreadMoment(date, minute, place, zone),
      })),
    )
    .sort((a, b) => a.dueAt - b.dueAt);
}
