import { describe, expect, it } from 'vitest';
import { insertPerson, insertRole, type RoleName } from '../../src/people/index.ts';
import { expiringReminder } from '../../src/registers/expiring-chat.ts';
import { storeEntry } from '../../src/registers/keep-entry.ts';
import { updateEntry } from '../../src/registers/store.ts';
import type { Store } from '../../src/store/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const date = '2026-11-23';

async function office(expires: string | null, area = '33.74.01'): Promise<{ store: Store; id: string }> {
  const store = temporaryStore();
  const id = await store.write(async (tx) => {
    const people: readonly (readonly [string, RoleName, string])[] = [
      ['agus', 'coordinator', '33.74'],
      ['faraway', 'coordinator', '33.75'],
      ['rina', 'facilitator', '33.74.01'],
    ];
    for (const [person, role, where] of people) {
      await insertPerson(tx, { id: person, name: person, area: where, now });
      await insertRole(tx, { person, role, area: where, grantedBy: 'system:test', now });
    }
    const facts = {
      kind: 'lks',
      name: 'Yayasan Kasih',
      area,
      since: null,
      size: null,
      legalForm: 'yayasan',
      registration: '1',
      expires,
      note: '',
    };
    return (await storeEntry(tx, 'system:test', { register: 'pillar', facts }, { now, today: date })).id;
  });
  return { store, id };
}

const remindedOf = async (store: Store): Promise<readonly string[]> => {
  const due = await expiringReminder.due(store.read, { persons: ['agus', 'faraway', 'rina'], date, now });
  return [...due.keys()];
};

describe('the end of an institution’s registration', () => {
  it.each([
    ['in sixty days', '2027-01-22', ['agus']],
    ['today', '2026-11-23', ['agus']],
    ['a month ago', '2026-10-24', ['agus']],
    ['in sixty-one days', '2027-01-23', []],
    ['longer ago', '2026-10-23', []],
    ['never', null, []],
  ])('is told to the coordinator of the area when it comes %s', async (_when, expires, told) => {
    const { store } = await office(expires);
    expect(await remindedOf(store)).toEqual(told);
  });

  it('is ticked off when the date is corrected', async () => {
    const { id, store } = await office('2026-12-01');
    const still = () => expiringReminder.stillDue(store.read, { person: 'agus', subjects: [id], date, now });
    expect([...(await still())]).toEqual([id]);
    await store.write((tx) => updateEntry(tx, id, { expires: '2029-12-01' }));
    expect([...(await still())]).toEqual([]);
  });
});
