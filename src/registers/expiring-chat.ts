/** Reminds coordinators of institutions whose registration is about to end; correcting the date ticks it off. */
import type { ReminderItem, ReminderSource } from '../feature.ts';
import { isWithin } from '../language/areas.ts';
import { addDays, daysBetween } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { findRolesOf } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findExpiring } from './list-store.ts';
import { expiryNoticeDays } from './register.ts';

/** More than this is a list, not a reminder. */
const mostNamed = 10;
/** What ended longer ago is no news any more; the register shows it still. */
const expiredDays = 30;

async function findDue(read: Reader, persons: readonly string[], date: string) {
  const due = new Map<string, ReminderItem[]>();
  const ending = await findExpiring(read, {
    from: addDays(date, -expiredDays),
    until: addDays(date, expiryNoticeDays),
  });
  const roles = ending.length === 0 ? [] : await findRolesOf(read, persons, ['coordinator', 'manager']);
  for (const { area, person } of roles) {
    const items = due.get(person) ?? [];
    for (const row of ending) {
      const known = items.some((item) => item.subject === row.id);
      if (known || items.length >= mostNamed || row.expires === null || !isWithin(row.area, area)) continue;
      const days = daysBetween(date, row.expires);
      items.push({
        subject: row.id,
        urgency: 30 + Math.max(0, 30 - Math.max(0, days)),
        facts: { name: row.name, date: row.expires, days },
      });
    }
    if (items.length > 0) due.set(person, items);
  }
  return due;
}

export const expiringReminder: ReminderSource = {
  kind: 'registers.expiring',
  heading: 'registers-expiring-heading',
  due: (read, { date, persons }) => findDue(read, persons, date),
  async stillDue(read, { date, person, subjects }) {
    const due = (await findDue(read, [person], date)).get(person) ?? [];
    const still = new Set(due.map((item) => item.subject));
    return new Set(subjects.filter((subject) => still.has(subject)));
  },
  word: ({ texts }, { facts, subject }) => ({
    line: texts.rich(Number(facts.days) < 0 ? 'registers-expired-line' : 'registers-expiring-line', {
      name: String(facts.name),
      date: formatDay(String(facts.date), texts.lang),
      days: Math.max(0, Number(facts.days)),
    }),
    button: { label: texts.t('registers-button-open'), press: 'registers.open', subject },
  }),
};
