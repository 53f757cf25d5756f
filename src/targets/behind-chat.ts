/** Reminds facilitators of targets that will not be met at the pace so far, with what each day needs. */
import type { ReminderItem, ReminderSource } from '../feature.ts';
import type { Lang } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { Reader } from '../store/index.ts';
import type { Indicators } from './indicator.ts';
import { periodsAt } from './period.ts';
import { findTargetsOfMany } from './store.ts';
import { isBehind, personScope } from './target.ts';
import { type Standing, standingsOf } from './view.ts';
import { rate } from './words-chat.ts';

export interface BehindDeps {
  readonly indicators: () => Indicators;
  readonly calendar: () => WorkCalendar;
}

/** Indicators that a logged session adds to: the button opens its form. */
const bySession = (indicator: string): boolean => /^sessions?(-|$)/u.test(indicator);

/** `ID|GOAL`: the target, and the count at which the day's part is done and the reminder is ticked off. */
const toSubject = ({ row, done, pace }: Standing): string =>
  `${row.id}|${done + (pace.kind === 'running' ? Math.max(1, Math.round(pace.perDay)) : 1)}`;

export function behindReminder({ indicators, calendar }: BehindDeps): ReminderSource {
  const find = async (
    read: Reader,
    persons: readonly string[],
    date: string,
  ): Promise<readonly Standing[]> => {
    const rows = await findTargetsOfMany(read, persons.map(personScope), periodsAt(date));
    const lang: Lang = 'id';
    return standingsOf(read, rows, { today: date, calendar: calendar(), indicators: indicators(), lang });
  };
  return {
    kind: 'targets.behind',
    heading: 'targets-behind-heading',
    async due(read, { persons, date }) {
      const due = new Map<string, ReminderItem[]>();
      for (const one of await find(read, persons, date)) {
        if (!isBehind(one.pace) || one.pace.kind !== 'running') continue;
        const person = one.row.scope.slice('person:'.length);
        const { missing, daysLeft, perDay } = one.pace;
        due.set(person, [
          ...(due.get(person) ?? []),
          {
            subject: toSubject(one),
            urgency: Math.min(100, Math.round((missing / one.row.number) * 100)),
            facts: {
              indicator: one.row.indicator,
              label: one.indicator.label,
              done: one.done,
              number: one.row.number,
              days: daysLeft,
              perDay,
            },
          },
        ]);
      }
      return due;
    },
    async stillDue(read, { person, subjects, date }) {
      const standings = await find(read, [person], date);
      const still = subjects.filter((subject) => {
        const [id, goal] = subject.split('|');
        const one = standings.find((standing) => standing.row.id === id);
        return one !== undefined && isBehind(one.pace) && one.done < Number(goal);
      });
      return new Set(still);
    },
    word({ texts }, { facts }) {
      const line = texts.rich('targets-behind-reminder', {
        indicator: texts.t(String(facts.label)),
        done: texts.t('targets-number', { n: Number(facts.done) }),
        number: texts.t('targets-number', { n: Number(facts.number) }),
        days: Number(facts.days),
        perDay: rate(texts, Number(facts.perDay)),
      });
      const button = bySession(String(facts.indicator))
        ? { label: texts.t('targets-button-log'), press: 'mentoring.begin', subject: '' }
        : { label: texts.t('targets-button-open'), press: 'targets.open' };
      return { line, button };
    },
  };
}
