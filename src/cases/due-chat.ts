/** Reminds officers of the cases they take care of that are due today or overdue. */
import type { ReminderItem, ReminderSource } from '../feature.ts';
import { addDays, startOfDate } from '../language/calendar.ts';
import { formatClock, formatDay } from '../language/date.ts';
import { zoneOfArea } from '../language/locale.ts';
import { type CaseRow, findCase, findDueOf } from './store.ts';

/** More than this is a list, not a reminder. */
const mostNamed = 10;

const endOf = (date: string, row: Pick<CaseRow, 'area'>): number =>
  startOfDate(addDays(date, 1), zoneOfArea(row.area));

export const dueReminder: ReminderSource = {
  kind: 'cases.due',
  heading: 'cases-due-heading',
  async due(read, { date, now, persons }) {
    const due = new Map<string, ReminderItem[]>();
    // The westernmost end of the day takes in every zone; each case is then held against its own.
    const latest = startOfDate(addDays(date, 1), 'Asia/Jakarta');
    for (const row of await findDueOf(read, persons, latest)) {
      if (row.takenBy === null || row.dueAt === null || row.dueAt >= endOf(date, row)) continue;
      const items = due.get(row.takenBy) ?? [];
      if (items.length < mostNamed)
        items.push({
          subject: `${row.id}|${row.state}`,
          urgency: (row.urgent ? 100 : 0) + (row.dueAt < now ? 50 : 0) + mostNamed - items.length,
          facts: { number: row.number, state: row.state, dueAt: row.dueAt, late: row.dueAt < now ? 1 : 0 },
        });
      due.set(row.takenBy, items);
    }
    return due;
  },
  /** Any step forward, or another officer, is the work done. */
  async stillDue(read, { person, subjects }) {
    const still = new Set<string>();
    for (const subject of subjects) {
      const [id = '', state] = subject.split('|');
      const row = await findCase(read, id);
      if (row !== undefined && row.takenBy === person && row.state === state && row.closedAt === null)
        still.add(subject);
    }
    return still;
  },
  word({ texts, today, zone }, { facts, subject }) {
    const at = Number(facts.dueAt);
    const day =
      startOfDate(today, zone) <= at ? '' : formatDay(new Date(at).toISOString().slice(0, 10), texts.lang);
    return {
      line: texts.rich(facts.late === 1 ? 'cases-due-late' : 'cases-due-line', {
        number: String(facts.number),
        state: texts.t(`cases-state-${String(facts.state)}`),
        at: day === '' ? formatClock(at, zone, texts.lang) : day,
      }),
      button: {
        label: texts.t('cases-button-open-no', { number: String(facts.number) }),
        press: 'cases.open',
        subject: subject.split('|')[0] ?? '',
      },
    };
  },
};
