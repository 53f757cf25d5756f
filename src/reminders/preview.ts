/** What is due at a moment and has not gone out, for `dayabot remind`. Reads only. */
import type { ReminderSource } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { type Zone, zoneOfArea } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import { findPersons, findReachable } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { defaultMinute, isQuiet, momentOf } from './digest.ts';
import { collectDue } from './hand-out.ts';
import { whySuppressed } from './plan.ts';
import { type DigestItem, findPlanned, findSettings } from './store.ts';

const batchSize = 500;

export interface DuePerson {
  readonly person: string;
  readonly name: string;
  readonly zone: Zone;
  readonly items: readonly DigestItem[];
  /** Why nothing would go out; null when it would. */
  readonly suppressed: string | null;
}

/** Everybody with something due whose minute of that day has come and whose digest of the day has not gone out. */
export async function* previewDigests(
  read: Reader,
  input: {
    readonly at: number;
    readonly sources: readonly ReminderSource[];
    readonly calendar: WorkCalendar;
  },
): AsyncIterable<DuePerson> {
  const { at, calendar, sources } = input;
  const settings = await findSettings(read);
  const waiting = new Map<string, { readonly person: string; readonly zone: Zone }[]>();
  for (const { area, person } of await findReachable(read)) {
    const zone = zoneOfArea(area);
    const date = toDate(at, zone);
    if (momentOf(date, settings.get(person)?.minute ?? defaultMinute, zone) > at) continue;
    waiting.set(date, [...(waiting.get(date) ?? []), { person, zone }]);
  }
  for (const [date, people] of waiting) {
    for (let from = 0; from < people.length; from += batchSize) {
      const batch = people.slice(from, from + batchSize);
      const ids = batch.map((one) => one.person);
      const planned = await findPlanned(read, ids, date);
      const open = ids.filter((id) => ['planned', 'snoozed', undefined].includes(planned.get(id)));
      const due = await collectDue(read, sources, { persons: open, date, now: at });
      const names = new Map((await findPersons(read, [...due.keys()])).map((one) => [one.id, one.name]));
      for (const { person, zone } of batch) {
        const setting = settings.get(person);
        const items = (due.get(person) ?? []).filter((item) => setting?.off.includes(item.kind) !== true);
        if (items.length === 0) continue;
        const suppressed = !calendar.isWorkingDay(date)
          ? (calendar.holidayName(date) ?? 'weekend')
          : isQuiet(at, zone)
            ? 'quiet hours'
            : whySuppressed(setting, date);
        yield { person, name: names.get(person) ?? '', zone, items, suppressed };
      }
    }
  }
}
