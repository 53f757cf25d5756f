/** Reminds coordinators of applications that wait for their decision, and facilitators of papers still missing. */
import type { ReminderItem, ReminderSource } from '../feature.ts';
import { isWithin } from '../language/areas.ts';
import { daysBetween, toDate } from '../language/calendar.ts';
import { findCaseloads, findRolesOf } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { countProposed, findWaitingForPapers } from './store.ts';

/** More than this is a list, not a reminder. */
const mostNamed = 10;
const deciding = 'proposed';

/** What waits for each of these people: one item for all decisions, one for each application without its papers. */
async function findDue(read: Reader, persons: readonly string[], date: string) {
  const due = new Map<string, ReminderItem[]>();
  const add = (person: string, item: ReminderItem) => due.set(person, [...(due.get(person) ?? []), item]);
  const proposed = await countProposed(read);
  const roles = proposed.length === 0 ? [] : await findRolesOf(read, persons, ['coordinator', 'manager']);
  for (const person of new Set(roles.map((role) => role.person))) {
    const areas = roles.filter((role) => role.person === person).map((role) => role.area);
    const mine = proposed.filter((one) => areas.some((area) => isWithin(one.area, area)));
    const n = mine.reduce((sum, one) => sum + one.n, 0);
    if (n === 0) continue;
    const since = toDate(Math.min(...mine.map((one) => one.since)), 'Asia/Jakarta');
    const days = Math.max(0, daysBetween(since, date));
    add(person, { subject: deciding, urgency: 60 + Math.min(30, days), facts: { n, days } });
  }
  const papers = await findWaitingForPapers(read);
  const caseloads = papers.length === 0 ? [] : await findCaseloads(read, persons);
  const waiting = new Map<string, string[]>();
  for (const { number, person } of papers)
    if (person !== null) waiting.set(person, [...(waiting.get(person) ?? []), number]);
  for (const { facilitator, name, person } of caseloads) {
    for (const number of waiting.get(person) ?? []) {
      const named = (due.get(facilitator) ?? []).length;
      if (named < mostNamed) add(facilitator, { subject: number, urgency: 40 - named, facts: { name } });
    }
  }
  return due;
}

export const waitingReminder: ReminderSource = {
  kind: 'applications.waiting',
  heading: 'applications-waiting-heading',
  due: (read, { date, persons }) => findDue(read, persons, date),
  async stillDue(read, { date, person, subjects }) {
    const due = (await findDue(read, [person], date)).get(person) ?? [];
    const still = new Set(due.map((item) => item.subject));
    return new Set(subjects.filter((subject) => still.has(subject)));
  },
  word({ texts }, { facts, subject }) {
    if (subject === deciding)
      return {
        line: texts.rich('applications-waiting-decision', { n: Number(facts.n), days: Number(facts.days) }),
        button: {
          label: texts.t('applications-button-list'),
          press: 'applications.list',
          subject: 'proposed~0',
        },
      };
    return {
      line: texts.rich('applications-waiting-papers', { name: String(facts.name), number: subject }),
      button: { label: subject, press: 'applications.open', subject },
    };
  },
};
