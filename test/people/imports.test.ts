/** People and invitations from files, as offices send them: every mistake by line and column, all rows or none. */
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/imports/import.ts';
import {
  findCaseload,
  findHolders,
  insertPerson,
  insertRole,
  invitationImport,
  type MadeInvitation,
  noteAccount,
  people,
  redeemInvitation,
} from '../../src/people/index.ts';
import type { Store } from '../../src/store/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.parse('2026-11-23T08:00:00+07:00');
const options = { now, actor: 'system:shell', dryRun: false };

const specOf = (kind: string) => {
  const spec = people.imports?.find((one) => one.kind === kind);
  if (spec === undefined) throw new Error(`no import is called ${kind}`);
  return spec;
};

const importText = (store: Store, kind: string, text: string | Uint8Array) =>
  importFile(store, specOf(kind), typeof text === 'string' ? Buffer.from(text) : text, options);

async function addFacilitator(store: Store, name: string, area: string): Promise<string> {
  return store.write(async (tx) => {
    const person = await insertPerson(tx, { name, area, now });
    await insertRole(tx, { person, role: 'facilitator', area, grantedBy: 'system:shell', now });
    return person;
  });
}

const peopleFile = (...rows: readonly string[]) => ['name,area,facilitator,consent', ...rows].join('\n');

describe('people from a file', () => {
  it('go to the facilitator named in their row', async () => {
    const store = temporaryStore();
    const rina = await addFacilitator(store, 'Rina Wati', '33.74.01');
    const result = await importText(store, 'people', peopleFile('Siti Aminah,33.74.01.1001,rina wati,ya'));
    expect(result).toEqual({ kind: 'stored', rows: 1 });
    expect((await findCaseload(store.read, rina)).map((one) => one.name)).toEqual(['Siti Aminah']);
  });

  it('are refused when nobody is called as the facilitator of a row', async () => {
    const store = temporaryStore();
    await addFacilitator(store, 'Rina Wati', '33.74.01');
    const result = await importText(
      store,
      'people',
      peopleFile('Siti Aminah,33.74.01.1001,Rina Wati,ya', 'Budi,33.74.01.1002,Rini Wata,ya'),
    );
    expect(result).toEqual({
      kind: 'refused',
      problems: [
        {
          line: 3,
          column: 'facilitator',
          problem: 'Rini Wata is no facilitator here; import facilitators first, or leave it empty',
        },
      ],
    });
  });

  it('go to the facilitator of their area when two have one name, and are refused when both fit', async () => {
    const store = temporaryStore();
    const here = await addFacilitator(store, 'Rina Wati', '33.74.01');
    await addFacilitator(store, 'Rina Wati', '33.74.02');
    await importText(store, 'people', peopleFile('Siti Aminah,33.74.01.1001,Rina Wati,ya'));
    expect(await findCaseload(store.read, here)).toHaveLength(1);
    const result = await importText(store, 'people', peopleFile('Budi,33.74.03.1001,Rina Wati,ya'));
    expect(result).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 'facilitator', problem: '2 facilitators are called Rina Wati' }],
    });
  });

  it('come from spreadsheets with semicolons, a byte order mark or the letters of Windows', async () => {
    const store = temporaryStore();
    const text = 'name;area;consent\r\nSiti Aminah;33.74.01.1001;ya\r\n';
    expect(await importText(store, 'people', Buffer.from(`\uFEFF${text}`))).toEqual({
      kind: 'stored',
      rows: 1,
    });
    const windows = Buffer.from('name;area;consent\r\nJos\u00e9 Lim;33.74.01.1001;ya\r\n', 'latin1');
    expect(await importText(store, 'people', windows)).toEqual({ kind: 'stored', rows: 1 });
  });

  it.each([
    ['digits', '3374010101900001'],
    ['grouped digits', '3374 0101 0190 0001'],
    ['a number that a spreadsheet shortened', '3,37401E+15'],
  ])('are refused when a cell holds an identity number as %s', async (_how, cell) => {
    const result = await importText(
      temporaryStore(),
      'people',
      `name;area;phone;consent\nSiti Aminah;33.74.01.1001;${cell};ya\n`,
    );
    expect(result).toMatchObject({
      kind: 'refused',
      problems: [
        { line: 2, column: 'phone', problem: expect.stringContaining('looks like an identity number') },
      ],
    });
  });
});

describe('invitations from a file', () => {
  const invite = async (store: Store, text: string) => {
    let made: readonly MadeInvitation[] = [];
    const spec = invitationImport((all) => {
      made = all;
    });
    const result = await importFile(store, spec, Buffer.from(text), options);
    return { result, made };
  };

  it('each give a code that works once', async () => {
    const store = temporaryStore();
    const { made, result } = await invite(
      store,
      'name,role,area\nRina Wati,facilitator,33.74.01\nAgus Salim,coordinator,33.74\n',
    );
    expect(result).toEqual({ kind: 'stored', rows: 2 });
    const [first] = made;
    const account = 'telegram|7';
    const actor = { account, shownName: 'Rina', persons: [], roles: [] };
    const redeem = () =>
      store.write(async (tx) => {
        await noteAccount(tx, { id: account, platform: 'telegram', shownName: 'Rina', now });
        return redeemInvitation(tx, actor, first?.code ?? '', now);
      });
    expect(await redeem()).toMatchObject({ kind: 'redeemed', role: 'facilitator', area: '33.74.01' });
    expect(await redeem()).toEqual({ kind: 'not-valid' });
    expect(await findHolders(store.read, ['facilitator'], '33.74.01')).toHaveLength(1);
  });

  it('are all refused for one wrong row, each mistake by line and column', async () => {
    const { made, result } = await invite(
      temporaryStore(),
      'name,role,area,person\nRina,facilitator,33.74.01,\nAgus,boss,33.74,\nDewi,staff,99,\n',
    );
    expect(made).toEqual([]);
    expect(result).toMatchObject({
      kind: 'refused',
      problems: [
        { line: 3, column: 'role' },
        { line: 4, column: 'area' },
      ],
    });
  });

  it('for people who are not here are refused', async () => {
    const { result } = await invite(
      temporaryStore(),
      'name,role,area,person\nRina,facilitator,33.74.01,NOBODY\n',
    );
    expect(result).toEqual({
      kind: 'refused',
      problems: [{ line: 2, column: 'person', problem: 'there is no person NOBODY' }],
    });
  });
});
