/** Cases as rows of a file, the oldest first. What was said stays out, and complaints about officers altogether. */
import type { ExportSpec } from '../feature.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import { findCasesAfter } from './store.ts';

export const caseExport: ExportSpec = {
  kind: 'cases',
  columns: [
    { name: 'number', type: 'whole' },
    { name: 'kind', type: 'text' },
    { name: 'sector', type: 'text' },
    { name: 'urgent', type: 'flag' },
    { name: 'area', type: 'text' },
    { name: 'state', type: 'text' },
    { name: 'taken-by', type: 'text' },
    { name: 'destination', type: 'text' },
    { name: 'opened', type: 'instant' },
    { name: 'due', type: 'instant' },
    { name: 'closed', type: 'instant' },
  ],
  async *rows(read) {
    for await (const rows of inBatches((after) => findCasesAfter(read, after, 1_000))) {
      const takers = [...new Set(rows.flatMap((row) => (row.takenBy === null ? [] : [row.takenBy])))];
      const names = new Map((await findPersons(read, takers)).map((one) => [one.id, one.name]));
      for (const row of rows)
        yield [
          row.number,
          row.kind,
          row.sector,
          row.urgent,
          row.area,
          row.state,
          row.takenBy === null ? null : (names.get(row.takenBy) ?? ''),
          row.destination,
          row.openedAt,
          row.dueAt,
          row.closedAt,
        ];
    }
  },
};
