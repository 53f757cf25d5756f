/** Households, receipts and partners as rows of files, in the columns that their imports take. */
import type { ExportSpec } from '../feature.ts';
import { findPersons } from '../people/index.ts';
import { inBatches, type Reader } from '../store/index.ts';
import { findBsimuAfter } from './bsimu-store.ts';
import { findPartnersAfter } from './partner-store.ts';
import { findKpmsAfter } from './store.ts';

const text = (name: string) => ({ name, type: 'text' as const });
const batch = 1_000;

async function namesOf(read: Reader, persons: readonly (string | null)[]) {
  const ids = [...new Set(persons.filter((one) => one !== null))];
  return new Map((await findPersons(read, ids)).map((one) => [one.id, one.name]));
}

const kpmExport: ExportSpec = {
  kind: 'kpm',
  columns: [
    text('name'),
    text('area'),
    text('graduation'),
    text('business-kind'),
    text('business'),
    text('brand'),
    text('stage'),
    { name: 'since', type: 'date' },
  ],
  async *rows(read) {
    for (let after = ''; ; ) {
      const found = await findKpmsAfter(read, after, batch);
      const names = await namesOf(
        read,
        found.map((row) => row.person),
      );
      for (const row of found) {
        const { area, brand, business, businessKind, graduation, stage, stageSince } = row;
        const name = names.get(row.person) ?? '';
        yield [name, area, graduation ?? '', businessKind ?? '', business, brand, stage, stageSince];
      }
      const last = found.at(-1);
      if (last === undefined) return;
      after = last.person;
    }
  },
};

const bsimuExport: ExportSpec = {
  kind: 'bsimu',
  columns: [
    text('name'),
    text('area'),
    { name: 'date', type: 'date' },
    { name: 'amount', type: 'money' },
    text('funding'),
    text('note'),
  ],
  async *rows(read) {
    for await (const found of inBatches((after) => findBsimuAfter(read, after, batch))) {
      const names = await namesOf(
        read,
        found.map((row) => row.person),
      );
      for (const { amount, area, date, funding, note, person } of found)
        yield [names.get(person ?? '') ?? '', area, date, amount, funding, note];
    }
  },
};

const partnerExport: ExportSpec = {
  kind: 'partners',
  columns: [text('name'), text('kind'), text('area')],
  async *rows(read) {
    for await (const found of inBatches((after) => findPartnersAfter(read, after, batch))) {
      for (const { area, kind, name } of found) yield [name, kind, area];
    }
  },
};

export const ladderExports: readonly ExportSpec[] = [kpmExport, bsimuExport, partnerExport];
