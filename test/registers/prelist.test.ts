import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export.ts';
import { features } from '../../src/features.ts';
import { importFile } from '../../src/imports/import.ts';
import { maskIdentity } from '../../src/language/identity-number.ts';
import { type Actor, addToCaseload, insertPerson, type RoleName } from '../../src/people/index.ts';
import { type PrelistResult, readNumber, writeNumber } from '../../src/registers/prelist.ts';
import { prelistData, prelistRetention } from '../../src/registers/prelist-data.ts';
import { readPrelist } from '../../src/registers/prelist-file.ts';
import { prelistForms } from '../../src/registers/prelist-form-chat.ts';
import { prelistImport } from '../../src/registers/prelist-import.ts';
import { findProposal, type PrelistRow } from '../../src/registers/prelist-store.ts';
import { correctReason, noteResult, propose, withdrawProposal } from '../../src/registers/propose.ts';
import { undoMs } from '../../src/registers/register.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import { createVault, type Store } from '../../src/store/index.ts';
import { defineVaultTables } from '../../src/store/vault.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { temporaryFolder } from '../support/folder.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const dayMs = 86_400_000;
const vault = createVault(new Uint8Array(32).fill(7));
const nik = '3374010101900009';

const actor = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [{ role, area }] },
  roles: [{ role, area }],
});
const rina = actor('rina', 'facilitator', '33.74.01');
const sari = actor('sari', 'facilitator', '33.74.01');
const agus = actor('agus', 'coordinator', '33.74');
const faraway = actor('faraway', 'coordinator', '33.75');

async function office(): Promise<Store> {
  const store = temporaryStore();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'rina', name: 'Rina Wati', area: '33.74.01', now });
    await insertPerson(tx, { id: 'budi', name: 'Budi Santoso', area: '33.74.01.1001', now });
    await addToCaseload(tx, 'rina', 'budi', now);
  });
  return store;
}

const typed = (store: Store, digits = nik): Promise<string> =>
  store.write((tx) => vault.seal(tx, digits, maskIdentity(digits), now, dayMs));

const numbersLeft = async (store: Store): Promise<number> => {
  const { vault: rows } = store.read.tables(defineVaultTables);
  return (await store.read.db.select().from(rows)).length;
};

const tryTo = async (store: Store, by: Actor, change: { person?: string | null; digits?: string } = {}) => {
  const ref = await typed(store, change.digits);
  const person = change.person === undefined ? 'budi' : change.person;
  const draft = { person, name: 'Parto', area: '33.74.01.1002', reason: 'buruh harian', nik: ref, kk: null };
  return store.write((tx) => propose(tx, by, draft, now));
};

async function proposed(store: Store): Promise<PrelistRow> {
  const outcome = await tryTo(store, rina);
  if (outcome.kind !== 'proposed') throw new Error(outcome.kind);
  return outcome.row;
}

async function exported(store: Store, area = 'ID') {
  const prelist = await readPrelist(store.read, vault, area);
  if (prelist.spec === undefined) return undefined;
  const file = join(temporaryFolder(), 'prelist.csv');
  const result = await exportFile(store, prelist.spec, {
    file,
    zone: 'Asia/Jakarta',
    now,
    actor: 'system:shell',
    isPrivate: true,
    noted: (tx) => prelist.handOn(tx, { operator: 'Wahyu Operator', actor: 'system:shell', now }),
  });
  return { file, result };
}

const note = (store: Store, by: Actor, id: string, state: PrelistResult) =>
  store.write((tx) =>
    noteResult(tx, by, id, { state, answer: state === 'rejected' ? 'data ganda' : '' }, now),
  );

const differences = (store: Store) =>
  findTallyDifferences(
    store.read,
    collectIndicators(features.flatMap((feature) => feature.indicators ?? [])),
  );

const audited = async (store: Store): Promise<readonly string[]> => {
  const { audit } = store.read.tables(defineAuditTables);
  return (await store.read.db.select().from(audit)).map((row) => `${row.action} ${row.actor}`);
};

describe('a proposal for the national data', () => {
  it('keeps its number in the vault only, and shows it masked', async () => {
    const store = await office();
    const row = await proposed(store);
    expect(row).toMatchObject({ name: 'Budi Santoso', area: '33.74.01.1001', nikMasked: '••••••••••••0009' });
    expect(JSON.stringify(row)).not.toContain(nik);
    await store.write((tx) => vault.purge(tx, now + 2 * dayMs));
    expect(await vault.open(store.read, row.nik ?? '')).toBe(nik);
    expect(await differences(store)).toEqual([]);
  });

  it.each([
    ['a facilitator for somebody of another', sari, 'budi', 'not-your-person'],
    ['a coordinator of another city', faraway, null, 'not-allowed'],
    ['a citizen', actor('siti', 'citizen', '33.74.01.1002'), null, 'not-allowed'],
  ])('is not made by %s; the number is erased and the try audited', async (_who, by, person, kind) => {
    const store = await office();
    expect((await tryTo(store, by, { person })).kind).toBe(kind);
    expect(await numbersLeft(store)).toBe(0);
    expect(await audited(store)).toContain(`prelist.refused ${by.person?.id}`);
  });

  it('is not made twice with one number, and tells only those who may know of the first', async () => {
    const store = await office();
    await proposed(store);
    expect((await tryTo(store, rina, { person: null })).kind).toBe('same');
    expect((await tryTo(store, agus, { person: null })).kind).toBe('same');
    expect((await tryTo(store, sari, { person: null })).kind).toBe('proposed');
  });

  it('takes no number that is gone or belongs to another record', async () => {
    const store = await office();
    const row = await proposed(store);
    const draft = { person: null, name: 'Parto', area: '33.74.01.1002', reason: 'buruh', kk: null };
    const again = await store.write((tx) => propose(tx, sari, { ...draft, nik: row.nik ?? '' }, now));
    expect(again.kind).toBe('number-gone');
    expect(await vault.open(store.read, row.nik ?? '')).toBe(nik);
  });

  it('leaves in a file for one named operator, marked and audited before the file appears', async () => {
    const store = await office();
    const row = await proposed(store);
    const first = await exported(store);
    expect(first?.result).toMatchObject({ kind: 'written', rows: 1 });
    const file = first?.file ?? '';
    expect(readFileSync(file, 'utf8')).toContain(nik);
    expect(statSync(file).mode & 0o077).toBe(0);
    const after = await findProposal(store.read, row.id);
    expect(after).toMatchObject({ state: 'exported', exportedFor: 'Wahyu Operator' });
    expect(await audited(store)).toContain('prelist.exported system:shell');
    expect(await exported(store)).toBeUndefined();
  });

  it('does not leave when it was taken back while the file was made', async () => {
    const store = await office();
    const row = await proposed(store);
    const prelist = await readPrelist(store.read, vault, 'ID');
    if (prelist.spec === undefined) throw new Error('nothing waits');
    await store.write((tx) => withdrawProposal(tx, rina, row.id, now));
    const file = join(temporaryFolder(), 'prelist.csv');
    const options = {
      file,
      zone: 'Asia/Jakarta' as const,
      now,
      actor: 'system:shell',
      noted: (tx: Parameters<typeof prelist.handOn>[0]) =>
        prelist.handOn(tx, { operator: 'Wahyu', actor: 'system:shell', now }),
    };
    await expect(exportFile(store, prelist.spec, options)).rejects.toThrow('changed while the file was made');
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it('of another area stays when the file is for one area', async () => {
    const store = await office();
    await proposed(store);
    expect(await exported(store, '33.75')).toBeUndefined();
    expect((await exported(store, '33.74'))?.result.kind).toBe('written');
  });

  it('is answered by whoever oversees the area, and its number is erased with the answer', async () => {
    const store = await office();
    const { id } = await proposed(store);
    expect((await note(store, agus, id, 'accepted')).kind).toBe('done-before');
    await exported(store);
    expect((await note(store, rina, id, 'accepted')).kind).toBe('not-allowed');
    expect((await note(store, faraway, id, 'accepted')).kind).toBe('not-allowed');
    expect((await note(store, agus, id, 'rejected')).kind).toBe('done');
    expect(await findProposal(store.read, id)).toMatchObject({
      state: 'rejected',
      answer: 'data ganda',
      nik: null,
    });
    expect(await numbersLeft(store)).toBe(0);
  });

  it('says anew why, by who may see it and until it is handed on, with what stood there kept aside', async () => {
    const store = await office();
    const row = await proposed(store);
    const correct = (by: Actor, reason: string) =>
      store.write((tx) => correctReason(tx, by, row.id, reason, now));
    expect(await correct(sari, 'lain')).toEqual({ kind: 'not-allowed' });
    expect(await correct(faraway, 'lain')).toEqual({ kind: 'not-allowed' });
    expect(await correct(rina, 'buruh harian')).toMatchObject({ kind: 'done-before' });
    expect(await correct(rina, 'buruh harian, tiga anak')).toMatchObject({ kind: 'done' });
    expect(await correct(agus, 'buruh harian, empat anak')).toMatchObject({ kind: 'done' });
    expect((await findProposal(store.read, row.id))?.reason).toBe('buruh harian, empat anak');
    const { auditPayload } = store.read.tables(defineAuditTables);
    expect(await store.read.db.select().from(auditPayload)).toMatchObject([
      { person: 'budi', payload: { before: 'buruh harian' } },
      { person: 'budi', payload: { before: 'buruh harian, tiga anak' } },
    ]);
    await exported(store);
    expect(await correct(agus, 'lain')).toMatchObject({ kind: 'too-late' });
  });

  it('takes the operator’s answers from a file, once and only where it was handed on', async () => {
    const store = await office();
    const row = await proposed(store);
    const bring = (lines: readonly string[]) =>
      importFile(store, prelistImport, Buffer.from(['number;result;answer', ...lines].join('\n')), {
        now,
        actor: 'system:shell',
        dryRun: false,
      });
    expect(await bring([`${row.number};accepted;`])).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 'number' }],
    });
    await exported(store);
    for (const [line, column] of [
      ['99;accepted;', 'number'],
      [`${row.number};perhaps;`, 'result'],
      [`${row.number};rejected;`, 'answer'],
      [`${row.number};rejected;NIK 3374010101900009 ganda`, 'answer'],
    ] as const)
      expect(await bring([line])).toMatchObject({ kind: 'refused', problems: [{ line: 2, column }] });
    expect(await numbersLeft(store)).toBe(1);
    expect(await bring([`${row.number};rejected;data ganda`])).toEqual({ kind: 'stored', rows: 1 });
    expect(await findProposal(store.read, row.id)).toMatchObject({
      state: 'rejected',
      answer: 'data ganda',
      nik: null,
    });
    expect(await numbersLeft(store)).toBe(0);
    expect(await bring([`${row.number};accepted;`])).toMatchObject({ kind: 'refused' });
  });

  it('is taken back by its maker for fifteen minutes, and by the coordinator until it is handed on', async () => {
    const store = await office();
    const { id } = await proposed(store);
    const take = (by: Actor, at: number) => store.write((tx) => withdrawProposal(tx, by, id, at));
    expect((await take(sari, now)).kind).toBe('not-allowed');
    expect((await take(rina, now + undoMs + 1)).kind).toBe('too-late');
    expect((await take(agus, now + undoMs + 1)).kind).toBe('done');
    expect((await take(agus, now)).kind).toBe('done-before');
    expect(await numbersLeft(store)).toBe(0);
    expect(await differences(store)).toEqual([]);
  });

  it('goes no further, and keeps nothing, when the person wants it erased', async () => {
    const store = await office();
    const { id } = await proposed(store);
    await store.write((tx) => prelistData.erase(tx, 'budi', now));
    const after = await findProposal(store.read, id);
    expect(after).toMatchObject({ state: 'withdrawn', name: '', reason: '', nikMasked: '', person: null });
    expect(await numbersLeft(store)).toBe(0);
    expect(await differences(store)).toEqual([]);
  });

  it('is forgotten when its time is over', async () => {
    const store = await office();
    await proposed(store);
    const forget = (before: number) => store.write((tx) => prelistRetention.forget(tx, before));
    expect(await forget(now)).toBe(0);
    expect(await forget(now + 1)).toBe(1);
    expect(await forget(now + 1)).toBe(0);
    expect(await numbersLeft(store)).toBe(0);
    expect(await differences(store)).toEqual([]);
  });
});

describe('a field for an identity number', () => {
  const field = prelistForms[0]?.fields.find((one) => one.id === 'nik');
  const sealed = { ref: '2NGNS903AE57', masked: maskIdentity(nik) };
  const parse = (text: string, seen?: readonly (typeof sealed & { field?: string })[]) =>
    field?.parse(text, {
      read: undefined as never,
      texts: undefined as never,
      today: '2026-11-23',
      ...(seen === undefined ? {} : { sealed: seen }),
    });
  const value = writeNumber(sealed);

  it.each([
    ['its masked form with its place in the vault', `NIK ${sealed.masked}`, [sealed], value],
    [
      'the one that was typed into this field of a window',
      sealed.masked,
      [{ ...sealed, field: 'nik' }],
      value,
    ],
    ['its own output', value, undefined, value],
  ])('takes %s', (_what, text, seen, expected) => {
    expect(parse(text, seen)).toEqual({ kind: 'ok', value: expected });
  });

  it.each([
    ['no number', 'tidak tahu', undefined],
    ['a number of another length', '12345', undefined],
    ['the number of another field', sealed.masked, [{ ...sealed, field: 'kk' }]],
    ['two numbers', `${sealed.masked} ${sealed.masked}`, [sealed, { ...sealed, ref: '2NGNS903AE58' }]],
  ])('refuses %s', (_what, text, seen) => {
    expect(parse(text, seen)?.kind).toBe('wrong');
  });

  it('accepts the digits only while a window is checked before it is stored', () => {
    expect(parse(nik)).toEqual({ kind: 'ok', value: nik });
    expect(readNumber(nik)).toBeUndefined();
  });
});
