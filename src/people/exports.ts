/** People and facilitators as rows of a file, in the columns that their imports take. Identity numbers never leave. */
import type { ExportSpec } from '../feature.ts';
import { inBatches } from '../store/index.ts';
import { findExportedPeople, findHolderPage } from './export-store.ts';

const text = (name: string) => ({ name, type: 'text' as const });
const batch = 1_000;

/** Everybody whose consent to be recorded stands. A person with several facilitators is shown with the first. */
export const peopleExport: ExportSpec = {
  kind: 'people',
  columns: [text('name'), text('area'), text('facilitator'), text('phone'), text('consent')],
  async *rows(read) {
    for await (const found of inBatches((after) => findExportedPeople(read, after, batch))) {
      for (const row of found) yield [row.name, row.area, row.facilitator ?? '', row.phone ?? '', 'ya'];
    }
  },
};

export const facilitatorExport: ExportSpec = {
  kind: 'facilitators',
  columns: [text('name'), text('area'), text('phone')],
  async *rows(read) {
    for await (const found of inBatches((after) => findHolderPage(read, 'facilitator', after, batch))) {
      for (const row of found) yield [row.name, row.area, row.phone ?? ''];
    }
  },
};
