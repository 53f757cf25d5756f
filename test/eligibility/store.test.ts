/** Kept results, and who accompanies whom, on both engines. */
import { expect, it } from 'vitest';
import { deleteResult, deleteResults, findResults, saveResultRow } from '../../src/eligibility/store.ts';
import { addToCaseload, findFacilitators } from '../../src/people/index.ts';
import { describeOnBothEngines } from '../support/engines.ts';

const now = Date.UTC(2026, 10, 23, 2);
const row = {
  owner: 'siti',
  programme: 'pena',
  year: 2026,
  outcome: 'needs-data' as const,
  checkText: 'pena.abc.2026.43,t,,,.',
  consent: 1,
  savedAt: now,
};

describeOnBothEngines('kept results', (open) => {
  it('hold one a person, programme and year, the newest, and go when they are taken back', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await saveResultRow(tx, row);
      await saveResultRow(tx, { ...row, programme: 'kube', savedAt: now + 1 });
      await saveResultRow(tx, { ...row, owner: 'budi' });
      await saveResultRow(tx, { ...row, outcome: 'likely', savedAt: now + 2 });
    });
    const found = await findResults(store.read, 'siti');
    expect(found.map(({ outcome, programme }) => [programme, outcome])).toEqual([
      ['pena', 'likely'],
      ['kube', 'needs-data'],
    ]);
    const [first] = found;
    expect(await store.write((tx) => deleteResult(tx, 'budi', first?.id ?? ''))).toBe(false);
    expect(await store.write((tx) => deleteResult(tx, 'siti', first?.id ?? ''))).toBe(true);
    await store.write((tx) => deleteResults(tx, 'siti'));
    expect(await findResults(store.read, 'siti')).toEqual([]);
    expect(await findResults(store.read, 'budi')).toHaveLength(1);
  });

  it('can be sent to whoever accompanies the person, the longest first', async () => {
    const store = await open();
    await store.write(async (tx) => {
      await addToCaseload(tx, 'tono', 'siti', now);
      await addToCaseload(tx, 'rina', 'siti', now - 1);
      await addToCaseload(tx, 'rina', 'budi', now);
    });
    expect(await findFacilitators(store.read, 'siti')).toEqual(['rina', 'tono']);
    expect(await findFacilitators(store.read, 'nobody')).toEqual([]);
  });
});
