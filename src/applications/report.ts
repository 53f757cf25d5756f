/** Applications in the monthly report: those registered in the month and where they stand now. */
import type { ReportScope, ReportSection } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { addDays, firstDayOf, startOfDate, toDate } from '../language/calendar.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import { readProgrammes } from './programme-source.ts';
import { type ApplicationRange, findRegisteredBetween } from './report-store.ts';

const batch = 500;

const rangeOf = ({ area, month, persons, until, zone }: ReportScope): ApplicationRange => ({
  from: startOfDate(firstDayOf(month), zone),
  before: startOfDate(addDays(until, 1), zone),
  whose: area === null ? { persons } : { area },
});

export const applicationReport: ReportSection = {
  name: 'applications.registered',
  title: 'applications-report-title',
  in: 'every',
  printed: 'every',
  columns: [
    { label: 'applications-report-number', type: 'text', printed: 18 },
    { label: 'applications-report-registered', type: 'date', printed: 13 },
    { label: 'applications-report-name', type: 'text', printed: 22 },
    { label: 'applications-report-area', type: 'text' },
    { label: 'applications-report-programme', type: 'text', printed: 20 },
    { label: 'applications-report-stage', type: 'text', printed: 16 },
    { label: 'applications-report-since', type: 'date', printed: 13 },
  ],
  async *rows(read, scope) {
    const { texts, zone } = scope;
    const range = rangeOf(scope);
    const programmes = readProgrammes();
    for await (const rows of inBatches((after) => findRegisteredBetween(read, range, after, batch))) {
      const ids = [...new Set(rows.flatMap((row) => (row.person === null ? [] : [row.person])))];
      const names = new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
      for (const row of rows)
        yield [
          row.number,
          toDate(row.registeredAt, zone),
          names.get(row.person ?? '') ?? '',
          areaName(row.area, texts.lang),
          programmes.find(row.programme)?.name[texts.lang] ?? row.programme,
          texts.t(`applications-stage-${row.stage}`),
          toDate(row.stageAt, zone),
        ];
    }
  },
};
