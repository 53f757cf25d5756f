import { expect, it } from 'vitest';
import { plain } from '../../src/chat/reply.ts';
import { openCalendar, openCatalogue } from '../../src/cli/open.ts';
import type { Actor, RoleName } from '../../src/people/index.ts';
import { fillRegisters } from '../../src/registers/demo.ts';
import { homeRegisters, weeklyRegisters } from '../../src/registers/home-chat.ts';
import type { Store } from '../../src/store/index.ts';
import { temporaryStore } from '../support/store.ts';

const now = Date.UTC(2026, 10, 23, 2);
const today = '2026-11-23';
const texts = openCatalogue().in('id');
const calendar = openCalendar();

const actor = (role: RoleName, area: string): Actor => ({
  account: 'test|x',
  shownName: 'x',
  persons: [],
  person: { id: 'x', name: 'x', area, roles: [{ role, area }] },
  roles: [{ role, area }],
});

const context = (store: Store, who: Actor) => ({
  actor: who,
  texts,
  zone: 'Asia/Jakarta' as const,
  calendar,
  now,
  today,
  read: store.read,
  command: (name: string) => `/${name}`,
});

async function filled(): Promise<Store> {
  const store = temporaryStore();
  await store.write((tx) => fillRegisters(tx, { now, today }));
  return store;
}

it.each([
  ['staff', 'ID', 'KAT 3 · Pilar sosial 5 · Puskesos 3'],
  ['coordinator', '35.73', 'KAT 0 · Pilar sosial 2 · Puskesos 2'],
  ['facilitator', '53.05.07', 'KAT 1 · Pilar sosial 0 · Puskesos 0'],
] as const)('the home page counts what lies in the area of a %s', async (role, area, counts) => {
  const store = await filled();
  const [first] = await homeRegisters(context(store, actor(role, area)));
  expect(first?.kind === 'text' ? plain(first.text) : '').toContain(counts);
});

it('the home page of a citizen has no registers', async () => {
  expect(await homeRegisters(context(await filled(), actor('citizen', '35.73')))).toEqual([]);
});

it('the week tells how many there are and how many are new, and is silent while there are none', async () => {
  const store = await filled();
  const week = (read: Store['read'], since: number) =>
    weeklyRegisters({ read, texts, zone: 'Asia/Jakarta', calendar, now, today, since });
  const said = async (since: number) => {
    const [block] = await week(store.read, since);
    return block?.kind === 'text' ? plain(block.text) : '';
  };
  expect(await said(now)).toContain('KAT: 3 aktif, 3 baru minggu ini');
  expect(await said(now + 1)).toContain('Pilar sosial: 5 aktif, 0 baru minggu ini');
  expect(await week(temporaryStore().read, now)).toEqual([]);
});
