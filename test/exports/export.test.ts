import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openCase } from '../../src/cases/open-case.ts';
import { loadSla } from '../../src/cases/sla-source.ts';
import { fillDemo } from '../../src/demo.ts';
import { exportFile } from '../../src/exports/export.ts';
import type { ExportSpec } from '../../src/feature.ts';
import { features } from '../../src/features.ts';
import { importFile, importTemplate } from '../../src/imports/import.ts';
import { createWorkCalendar } from '../../src/language/work-calendar.ts';
import { findActor } from '../../src/people/index.ts';
import { logActivity } from '../../src/registers/log-activity.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const zone = 'Asia/Jakarta';
const exports = features.flatMap((feature) => feature.exports ?? []);
const imports = features.flatMap((feature) => feature.imports ?? []);
const options = (file: string) => ({ file, zone, now, actor: 'test' }) as const;

async function demoStore(): Promise<Store> {
  const store = temporaryStore();
  await fillDemo(store, { now, zone, platform: 'console', people: 60 });
  const rina = await findActor(store.read, 'console|rina');
  if (rina === undefined) throw new Error('the sample data has no Rina');
  const moment = {
    now,
    zone,
    calendar: createWorkCalendar([]),
    sla: loadSla(),
    lang: 'id',
    address: null,
  } as const;
  const draft = { kind: 'need', protected: false, sector: 'food', urgent: false, area: '' } as const;
  await store.write((tx) =>
    openCase(
      tx,
      rina.actor,
      { ...draft, story: 'beras habis', about: null, person: 'siti' },
      { ...moment, sure: true },
    ),
  );
  return store;
}
/** What the sample data leaves empty: each register's own template, and an activity. */
async function fillRegisters(store: Store): Promise<void> {
  for (const kind of ['communities', 'pillars', 'puskesos']) {
    const spec = find(imports, kind);
    const bytes = Buffer.from(
      importTemplate(spec)
        .map((row) => row.join(';'))
        .join('\n'),
    );
    await importFile(store, spec, bytes, { now, actor: 'test', dryRun: false });
  }
  const rina = await findActor(store.read, 'console|rina');
  if (rina === undefined) throw new Error('nobody is called rina');
  const draft = {
    kind: 'solidarity' as const,
    person: null,
    date: '2026-11-03',
    people: 40,
    place: '',
    note: 'hksn',
  };
  const where = { area: '33.74.01', source: 'test', line: 0 };
  await store.write((tx) => logActivity(tx, rina.actor, { ...draft, ...where }, { now }));
}
const find = <T extends { readonly kind: string }>(list: readonly T[], kind: string): T => {
  const found = list.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no kind ${kind}`);
  return found;
};
const write = async (store: Store, kind: string, file: string) =>
  exportFile(store, find(exports, kind), options(file));
const bring = async (store: Store, kind: string, file: string) =>
  importFile(store, find(imports, kind), readFileSync(file), { now, actor: 'test', dryRun: false });

/** One file out of an archive, found by the list at its end. */
function unpack(zip: Buffer, wanted: string): string {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name, extra, note] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    if (zip.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(from, from + size);
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + name + extra + note;
  }
  throw new Error(`${wanted} is not in the archive`);
}

const odd: ExportSpec = {
  kind: 'odd',
  columns: [
    { name: 'text', type: 'text' },
    { name: 'money', type: 'money' },
    { name: 'date', type: 'date' },
    { name: 'at', type: 'instant' },
    { name: 'flag', type: 'flag' },
  ],
  async *rows() {
    yield ['=HYPERLINK("x")', 1_250_000, '2026-11-23', now, true];
    yield ['a, "b"\nc', null, null, null, false];
  },
};

describe('an export', () => {
  it('opens rightly in a spreadsheet: mark at the front, no cell that runs, moments on the clock of the office', async () => {
    const file = join(temporaryFolder(), 'odd.csv');
    expect(await exportFile(temporaryStore(), odd, options(file))).toEqual({ kind: 'written', rows: 2 });
    expect(readFileSync(file, 'utf8')).toBe(
      `\uFEFFtext,money,date,at,flag\n"'=HYPERLINK(""x"")",1250000,2026-11-23,2026-11-23 09:00 WIB,ya\n"a, ""b""\nc",,,,tidak\n`,
    );
  });

  it('writes a sheet with numbers as numbers, dates as dates and a header that stays', async () => {
    const file = join(temporaryFolder(), 'odd.xlsx');
    expect(await exportFile(temporaryStore(), odd, options(file))).toEqual({ kind: 'written', rows: 2 });
    const sheet = unpack(readFileSync(file), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<v>1250000</v>');
    expect(sheet).toContain('state="frozen"');
    // 23 November 2026 as a spreadsheet counts days, and 09.00 of that day.
    expect(sheet).toContain('<v>46349</v>');
    expect(sheet).toContain('<v>46349.375</v>');
  });

  it('never replaces a file, leaves none half written, and says when there is no such folder or ending', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'there.csv');
    writeFileSync(file, 'kept');
    const store = temporaryStore();
    expect(await exportFile(store, odd, options(file))).toEqual({ kind: 'exists' });
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect(await exportFile(store, odd, options(join(folder, 'no', 'x.csv')))).toMatchObject({
      kind: 'no-folder',
    });
    expect(await exportFile(store, odd, options(join(folder, 'x.pdf')))).toEqual({ kind: 'unknown-ending' });
    const failing: ExportSpec = {
      ...odd,
      async *rows() {
        yield ['a', 1, null, null, null];
        throw new Error('the store is gone');
      },
    };
    await expect(exportFile(store, failing, options(join(folder, 'f.csv')))).rejects.toThrow(
      'the store is gone',
    );
    expect(existsSync(join(folder, 'f.csv'))).toBe(false);
    expect(existsSync(join(folder, 'f.csv.part'))).toBe(false);
  });

  it('leaves a trace of who took what', async () => {
    const store = await demoStore();
    await write(store, 'people', join(temporaryFolder(), 'p.csv'));
    const { audit } = store.read.tables(defineAuditTables);
    const rows = await store.read.db.select().from(audit);
    expect(rows.filter((row) => row.action === 'export.people')).toMatchObject([{ actor: 'test' }]);
  });

  it.each(exports.map((one) => one.kind))('of %s has as many cells in each row as columns', async (kind) => {
    const store = await demoStore();
    await fillRegisters(store);
    const spec = find(exports, kind);
    let rows = 0;
    for await (const row of spec.rows(store.read)) {
      expect(row).toHaveLength(spec.columns.length);
      rows++;
    }
    expect(rows).toBeGreaterThan(0);
  });

  it('comes back into an empty store as it was: facilitators, people, targets', async () => {
    const folder = temporaryFolder();
    const [from, into] = [await demoStore(), temporaryStore()];
    for (const kind of ['facilitators', 'people', 'targets']) {
      const [first, again] = [join(folder, `${kind}.csv`), join(folder, `${kind}-again.csv`)];
      expect(await write(from, kind, first)).toMatchObject({ kind: 'written' });
      const brought = await bring(into, kind, first);
      expect(brought, JSON.stringify(brought)).toMatchObject({ kind: 'stored' });
      await write(into, kind, again);
      expect(readFileSync(again, 'utf8')).toBe(readFileSync(first, 'utf8'));
    }
  });
});
