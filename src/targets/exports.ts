/** Targets and progress as rows of a file; targets in the columns that their import takes. */
import type { ExportSpec } from '../feature.ts';
import { areaName } from '../language/areas.ts';
import { findPersons } from '../people/index.ts';
import { inBatches } from '../store/index.ts';
import type { Indicators } from './indicator.ts';
import { findTargetsAfter } from './store.ts';
import { findTallyAfter, type TallyRow } from './tally-store.ts';
import { isPersonScope } from './target.ts';

const text = (name: string) => ({ name, type: 'text' as const });
const number = { name: 'number', type: 'whole' as const };
const batch = 1_000;

export const targetExport: ExportSpec = {
  kind: 'targets',
  columns: [
    ...['indicator', 'programme', 'area', 'facilitator', 'period', 'funding'].map(text),
    number,
    text('source'),
  ],
  async *rows(read) {
    for await (const found of inBatches((after) => findTargetsAfter(read, after, batch))) {
      const ids = found
        .filter((row) => isPersonScope(row.scope))
        .map((row) => row.scope.slice('person:'.length));
      const names = new Map((await findPersons(read, ids)).map((one) => [`person:${one.id}`, one.name]));
      for (const row of found) {
        const person = isPersonScope(row.scope);
        const area = person ? (row.parent ?? '') : row.scope;
        const facilitator = person ? (names.get(row.scope) ?? '') : '';
        yield [
          row.indicator,
          row.programme,
          area,
          facilitator,
          row.period,
          row.funding,
          row.number,
          row.source,
        ];
      }
    }
  },
};

/** What was done, by month and area; the work of single persons stays out. */
export const progressExport = (indicators: () => Indicators): ExportSpec => ({
  kind: 'progress',
  columns: [...['indicator', 'origin', 'funding', 'area', 'area-name', 'month'].map(text), number],
  async *rows(read) {
    let after: Pick<TallyRow, 'indicator' | 'scope' | 'month'> = { indicator: '', scope: '', month: '' };
    for (;;) {
      const found = await findTallyAfter(read, after, batch);
      for (const { indicator, scope, month, n } of found) {
        if (isPersonScope(scope)) continue;
        const [id = '', funding = 'none'] = indicator.split('/');
        yield [id, indicators().find(id)?.origin ?? '', funding, scope, areaName(scope), month, n];
      }
      const last = found.at(-1);
      if (last === undefined) return;
      after = last;
    }
  },
});
