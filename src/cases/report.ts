/** Cases in the monthly report: those opened in the month, without what was said and without complaints about officers. */
import type { ReportScope, ReportSection } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { addDays, firstDayOf, startOfDate, toDate } from '../language/calendar.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import { type CaseRange, findCasesBetween } from './report-store.ts';

const batch = 500;

const rangeOf = ({ area, month, persons, until, zone }: ReportScope): CaseRange => ({
  from: startOfDate(firstDayOf(month), zone),
  before: startOfDate(addDays(until, 1), zone),
  whose: area === null ? { persons } : { area },
});

export const caseReport: ReportSection = {
  name: 'cases.opened',
  title: 'cases-report-title',
  in: 'every',
  printed: 'every',
  columns: [
    { label: 'cases-report-number', type: 'whole', printed: 9 },
    { label: 'cases-report-opened', type: 'date', printed: 14 },
    { label: 'cases-report-kind', type: 'text', printed: 26 },
    { label: 'cases-report-area', type: 'text', printed: 24 },
    { label: 'cases-report-state', type: 'text', printed: 18 },
    { label: 'cases-report-taken', type: 'text' },
    { label: 'cases-report-urgent', type: 'flag', printed: 9 },
    { label: 'cases-report-closed', type: 'date' },
  ],
  async *rows(read, scope) {
    const { texts, zone } = scope;
    const range = rangeOf(scope);
    for await (const rows of inBatches((after) => findCasesBetween(read, range, after, batch))) {
      const takers = [...new Set(rows.flatMap((row) => (row.takenBy === null ? [] : [row.takenBy])))];
      const names = new Map((await findPersons(read, takers)).map((one) => [one.id, one.name]));
      for (const row of rows) {
        const kind = texts.t(`cases-kind-${row.kind}`);
        yield [
          row.number,
          toDate(row.openedAt, zone),
          row.sector === null
            ? kind
            : texts.t('cases-kind-sector', { kind, sector: texts.t(`cases-sector-${row.sector}`) }),
          areaName(row.area, texts.lang),
          texts.t(`cases-state-${row.state}`),
          row.takenBy === null ? null : (names.get(row.takenBy) ?? ''),
          row.urgent,
          row.closedAt === null ? null : toDate(row.closedAt, zone),
        ];
      }
    }
  },
};
