/** Reminds facilitators of people they have not visited for a month; the button opens a log with the name filled in. */
import type { ReminderItem, ReminderSource } from '../feature.ts';
import { addDays, startOfDate } from '../language/calendar.ts';
import { findCaseloads } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findVisitedSince } from './store.ts';
import { findNotedSince } from './visited-store.ts';

const unvisitedDays = 30;
/** More than this is a list, not a reminder. */
const mostNamed = 20;

/** People of these facilitators without a session for a month, nor taken on within it. */
async function findUnvisited(read: Reader, facilitators: readonly string[], date: string) {
  const since = addDays(date, -unvisitedDays);
  const caseloads = await findCaseloads(read, facilitators);
  const visited = new Set([
    ...(await findVisitedSince(read, facilitators, since)),
    ...(await findNotedSince(read, facilitators, since)),
  ]);
  // One comparison of numbers each: a whole pillar has hundreds of thousands of people.
  const takenOnBefore = startOfDate(addDays(since, 1), 'Asia/Jakarta');
  return caseloads.filter(
    (one) => one.since < takenOnBefore && !visited.has(`${one.facilitator} ${one.person}`),
  );
}

export const unvisitedReminder: ReminderSource = {
  kind: 'mentoring.unvisited',
  heading: 'mentoring-unvisited-heading',
  async due(read, { date, persons }) {
    const due = new Map<string, ReminderItem[]>();
    for (const { facilitator, name, person } of await findUnvisited(read, persons, date)) {
      const items = due.get(facilitator) ?? [];
      if (items.length < mostNamed)
        items.push({ subject: person, urgency: mostNamed - items.length, facts: { name } });
      due.set(facilitator, items);
    }
    return due;
  },
  async stillDue(read, { date, person, subjects }) {
    const unvisited = await findUnvisited(read, [person], date);
    const still = new Set(unvisited.map((one) => one.person));
    return new Set(subjects.filter((subject) => still.has(subject)));
  },
  word: ({ texts }, { facts, subject }) => ({
    line: [String(facts.name)],
    button: {
      label: texts.t('mentoring-log-for', { name: String(facts.name) }),
      press: 'mentoring.begin',
      subject,
    },
  }),
};
