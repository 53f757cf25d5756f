/** Activities and visits as rows of a file, the oldest first. */
import type { ExportSpec } from '../feature.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import { findActivitiesAfter } from './activity-store.ts';

export const activityExport: ExportSpec = {
  kind: 'activities',
  columns: [
    { name: 'number', type: 'whole' },
    { name: 'date', type: 'date' },
    { name: 'recorded-by', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'person', type: 'text' },
    { name: 'people', type: 'whole' },
    { name: 'area', type: 'text' },
    { name: 'place', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'recorded', type: 'instant' },
  ],
  async *rows(read) {
    for await (const found of inBatches((after) => findActivitiesAfter(read, after, 1_000))) {
      const ids = [
        ...new Set(found.flatMap((row) => [row.doer, ...(row.person === null ? [] : [row.person])])),
      ];
      const names = new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
      for (const row of found) {
        const { area, createdAt, date, kind, note, number, people, place } = row;
        const [doer, person] = [names.get(row.doer) ?? '', names.get(row.person ?? '') ?? ''];
        yield [number, date, doer, kind, person, people, area, place, note, createdAt];
      }
    }
  },
};
