/** Applications as rows of a file, in the columns that their import takes. Codes never leave. */
import type { ExportSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { zoneOfArea } from '../language/locale.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import { readProgrammes } from './programme-source.ts';
import { findApplicationsAfter } from './store.ts';

const text = (name: string) => ({ name, type: 'text' as const });

export const applicationExport: ExportSpec = {
  kind: 'applications',
  columns: [
    text('number'),
    text('name'),
    text('area'),
    text('programme'),
    text('stage'),
    { name: 'since', type: 'date' },
    text('missing'),
    text('reason'),
  ],
  async *rows(read) {
    for await (const found of inBatches((after) => findApplicationsAfter(read, after, 1_000))) {
      const ids = [...new Set(found.flatMap((row) => (row.person === null ? [] : [row.person])))];
      const names = new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
      for (const row of found) {
        const programme = readProgrammes().find(row.programme)?.name.id ?? row.programme;
        const since = toDate(row.stageAt, zoneOfArea(row.area));
        const name = names.get(row.person ?? '') ?? '';
        yield [
          row.number,
          name,
          row.area,
          programme,
          row.stage,
          since,
          row.missing.join(', '),
          row.reason ?? '',
        ];
      }
    }
  },
};
