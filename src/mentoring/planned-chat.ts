/** Reminds facilitators of the visits planned for the day, and of those that were not made; a session ticks them off. */
import type { ReminderItem, ReminderSource } from '../feature.ts';
import { formatDay } from '../language/date.ts';
import { findPersons } from '../people/index.ts';
import { formatTime } from './visit.ts';
import { findPlannedUntil, findVisit } from './visit-store.ts';

/** More than this is a list, not a reminder. */
const mostNamed = 15;

export const plannedReminder: ReminderSource = {
  kind: 'mentoring.planned',
  heading: 'mentoring-planned-heading',
  async due(read, { date, persons }) {
    const due = new Map<string, ReminderItem[]>();
    const visits = await findPlannedUntil(read, persons, date);
    const ids = [...new Set(visits.map((one) => one.person))];
    const names = new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
    for (const visit of visits) {
      const items = due.get(visit.facilitator) ?? [];
      if (items.length < mostNamed)
        items.push({
          subject: visit.id,
          urgency: 1_000 - items.length,
          facts: {
            name: names.get(visit.person) ?? '',
            person: visit.person,
            date: visit.date,
            minute: visit.minute ?? -1,
          },
        });
      due.set(visit.facilitator, items);
    }
    return due;
  },
  async stillDue(read, { date, person, subjects }) {
    const still = new Set<string>();
    for (const subject of subjects) {
      const visit = await findVisit(read, subject);
      if (visit?.state === 'planned' && visit.facilitator === person && visit.date <= date)
        still.add(subject);
    }
    return still;
  },
  word({ texts, today }, { facts }) {
    const minute = Number(facts.minute);
    const when = [
      ...(facts.date === today ? [] : [formatDay(String(facts.date), texts.lang)]),
      ...(minute < 0 ? [] : [formatTime(minute, texts.lang)]),
    ].join(' ');
    return {
      line: [when === '' ? String(facts.name) : `${when} · ${String(facts.name)}`],
      button: {
        label: texts.t('mentoring-log-for', { name: String(facts.name) }),
        press: 'mentoring.begin',
        subject: String(facts.person),
      },
    };
  },
};
