/** Activities and visits in the monthly report, and as records that photos and places can be attached to. */
import type { AttachableRecord, AttachableSpec, ReportSection } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { firstDayOf } from '../language/calendar.ts';
import { findPersons } from '../people/index.ts';
import {
  type ActivityRow,
  findActivitiesBySource,
  findActivitiesOf,
  findActivity,
  findLastActivity,
} from './activity-store.ts';

/** So many people's activities are read at once. */
const batch = 40;

export const activityReport: ReportSection = {
  name: 'registers.activities',
  title: 'registers-report-activities',
  in: 'every',
  printed: 'own',
  columns: [
    { label: 'mentoring-report-date', type: 'date', printed: 13 },
    { label: 'mentoring-report-number', type: 'whole', printed: 7 },
    { label: 'registers-report-doer', type: 'text' },
    { label: 'mentoring-report-kind', type: 'text', printed: 22 },
    { label: 'registers-report-visited', type: 'text', printed: 20 },
    { label: 'registers-report-people', type: 'whole', total: true, printed: 9 },
    { label: 'mentoring-report-area', type: 'text' },
    { label: 'registers-report-place', type: 'text', printed: 18 },
    { label: 'mentoring-report-note', type: 'text', printed: 24 },
  ],
  async *rows(read, { month, persons, texts, until }) {
    for (let at = 0; at < persons.length; at += batch) {
      const doers = persons.slice(at, at + batch);
      const found = await findActivitiesOf(read, { doers, from: firstDayOf(month), to: until });
      const ids = found.flatMap((row) => [row.doer, ...(row.person === null ? [] : [row.person])]);
      const names = new Map((await findPersons(read, [...new Set(ids)])).map((one) => [one.id, one.name]));
      for (const row of found)
        yield [
          row.date,
          row.number,
          names.get(row.doer) ?? '',
          texts.t(`registers-activity-${row.kind}`),
          names.get(row.person ?? '') ?? '',
          row.people,
          areaName(row.area, texts.lang),
          row.place,
          row.note,
        ];
    }
  },
};

const toRecord = (row: ActivityRow | undefined): AttachableRecord | undefined =>
  row === undefined || row.undoneAt !== null
    ? undefined
    : { id: row.id, about: row.person, at: row.createdAt, name: `no. ${row.number}` };

export const activityAttachable: AttachableSpec = {
  kind: 'activity',
  label: 'registers-report-activities',
  findLast: async (read, { person }) =>
    person === undefined ? undefined : toRecord(await findLastActivity(read, person.id)),
  async find(read, { person }, id) {
    const row = await findActivity(read, id);
    return row?.doer === person?.id ? toRecord(row) : undefined;
  },
  async findBySource(read, source) {
    return (await findActivitiesBySource(read, source)).flatMap((row) => toRecord(row) ?? []);
  },
};
