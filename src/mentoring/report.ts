/** Sessions in the monthly report: each one, and for an area what every facilitator did. */
import type { ReportScope, ReportSection } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { firstDayOf } from '../language/calendar.ts';
import { findPersons } from '../people/index.ts';
import { findSessionsOf, sumWork } from './report-store.ts';

/** So many facilitators are read at once: some thousand sessions at most. */
const batch = 40;

async function* batches(scope: ReportScope) {
  const { month, persons, until } = scope;
  for (let at = 0; at < persons.length; at += batch)
    yield { facilitators: persons.slice(at, at + batch), from: firstDayOf(month), to: until };
}

const sessionSection: ReportSection = {
  name: 'mentoring.sessions',
  title: 'mentoring-report-sessions',
  in: 'every',
  printed: 'own',
  columns: [
    { label: 'mentoring-report-date', type: 'date', printed: 13 },
    { label: 'mentoring-report-number', type: 'whole', printed: 7 },
    { label: 'mentoring-report-facilitator', type: 'text' },
    { label: 'mentoring-report-person', type: 'text', printed: 24 },
    { label: 'mentoring-report-area', type: 'text' },
    { label: 'mentoring-report-kind', type: 'text', printed: 12 },
    { label: 'mentoring-report-minutes', type: 'whole', total: true, printed: 9 },
    { label: 'mentoring-report-turnover', type: 'money', total: true, printed: 15 },
    { label: 'mentoring-report-workers', type: 'whole' },
    { label: 'mentoring-report-topic', type: 'text' },
    { label: 'mentoring-report-note', type: 'text', printed: 28 },
    { label: 'mentoring-report-back-dated', type: 'flag' },
  ],
  async *rows(read, scope) {
    const { texts } = scope;
    for await (const range of batches(scope)) {
      const found = await findSessionsOf(read, range);
      const ids = [...new Set(found.flatMap((row) => [row.person, row.facilitator]))];
      const names = new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
      for (const row of found)
        yield [
          row.date,
          row.number,
          names.get(row.facilitator) ?? '',
          names.get(row.person) ?? '',
          areaName(row.area, texts.lang),
          texts.t(`mentoring-kind-${row.kind}`),
          row.minutes,
          row.turnover,
          row.workers,
          row.topic,
          row.note,
          row.backDated,
        ];
    }
  },
};

const workSection: ReportSection = {
  name: 'mentoring.facilitators',
  title: 'mentoring-report-facilitators',
  in: 'area',
  printed: 'every',
  columns: [
    { label: 'mentoring-report-facilitator', type: 'text', printed: 30 },
    { label: 'mentoring-report-area', type: 'text', printed: 26 },
    { label: 'mentoring-report-count', type: 'whole', total: true, printed: 10 },
    { label: 'mentoring-report-people', type: 'whole', total: true, printed: 10 },
    { label: 'mentoring-report-minutes', type: 'whole', total: true, printed: 10 },
    { label: 'mentoring-report-last', type: 'date', printed: 14 },
  ],
  async *rows(read, scope) {
    for await (const range of batches(scope)) {
      const work = await sumWork(read, range);
      const persons = new Map((await findPersons(read, range.facilitators)).map((one) => [one.id, one]));
      for (const id of range.facilitators) {
        const done = work.get(id);
        const person = persons.get(id);
        yield [
          person?.name ?? '',
          areaName(person?.area ?? 'ID', scope.texts.lang),
          done?.sessions ?? 0,
          done?.people ?? 0,
          done?.minutes ?? 0,
          done?.last ?? null,
        ];
      }
    }
  },
};

export const sessionReport: readonly ReportSection[] = [workSection, sessionSection];
