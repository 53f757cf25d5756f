/** Sessions as rows of a file, the oldest first. */
import type { ExportSpec } from '../feature.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import { findSessionsAfter } from './store.ts';

export const sessionExport: ExportSpec = {
  kind: 'sessions',
  columns: [
    { name: 'number', type: 'whole' },
    { name: 'date', type: 'date' },
    { name: 'facilitator', type: 'text' },
    { name: 'person', type: 'text' },
    { name: 'area', type: 'text' },
    { name: 'kind', type: 'text' },
    { name: 'minutes', type: 'whole' },
    { name: 'turnover', type: 'money' },
    { name: 'workers', type: 'whole' },
    { name: 'topic', type: 'text' },
    { name: 'note', type: 'text' },
    { name: 'back-dated', type: 'flag' },
    { name: 'recorded', type: 'instant' },
  ],
  async *rows(read) {
    for await (const found of inBatches((after) => findSessionsAfter(read, after, 1_000))) {
      const ids = [...new Set(found.flatMap((row) => [row.person, row.facilitator]))];
      const names = new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
      for (const row of found) {
        const { number, date, area, kind, minutes, turnover, note, backDated, createdAt, topic, workers } =
          row;
        const [facilitator, person] = [names.get(row.facilitator) ?? '', names.get(row.person) ?? ''];
        yield [
          number,
          date,
          facilitator,
          person,
          area,
          kind,
          minutes,
          turnover,
          workers,
          topic,
          note,
          backDated,
          createdAt,
        ];
      }
    }
  },
};
