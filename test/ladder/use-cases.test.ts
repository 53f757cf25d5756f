import { expect, it } from 'vitest';
import { findBsimuOf } from '../../src/ladder/bsimu-store.ts';
import { ladder } from '../../src/ladder/index.ts';
import { accompany, addPartner } from '../../src/ladder/keep-partner.ts';
import { readLadder } from '../../src/ladder/ladder-source.ts';
import { decideMove, proposeMove, takeBackDecision, withdrawMove } from '../../src/ladder/move-up.ts';
import { receiveBsimu, undoBsimu } from '../../src/ladder/receive-bsimu.ts';
import { recordKpm, undoKpm } from '../../src/ladder/record-kpm.ts';
import { findKpm, findMovesOf } from '../../src/ladder/store.ts';
import { logSession } from '../../src/mentoring/index.ts';
import {
  type Actor,
  addToCaseload,
  insertPerson,
  insertRole,
  type RoleName,
} from '../../src/people/index.ts';
import { defineAuditTables } from '../../src/store/audit.ts';
import type { Store } from '../../src/store/index.ts';
import { collectIndicators, findTallyDifferences } from '../../src/targets/index.ts';
import { describeOnBothEngines } from '../support/engines.ts';

const now = Date.UTC(2026, 10, 23, 2);
const today = '2026-11-23';
const minute = 60_000;
const { criteria } = readLadder();

const actorOf = (id: string, role: RoleName, area: string): Actor => ({
  account: `test|${id}`,
  shownName: id,
  persons: [],
  person: { id, name: id, area, roles: [] },
  roles: [{ role, area }],
});
const rina = actorOf('rina', 'facilitator', '33.74.01');
const other = actorOf('tono', 'facilitator', '33.74.02');
const agus = actorOf('agus', 'coordinator', '33.74');
const faraway = actorOf('made', 'coordinator', '51.71');
const citizen: Actor = { account: 'test|x', shownName: 'x', persons: [], roles: [] };

async function office(open: () => Promise<Store>): Promise<Store> {
  const store = await open();
  await store.write(async (tx) => {
    await insertPerson(tx, { id: 'rina', name: 'Rina Wati', area: '33.74.01', now });
    await insertRole(tx, { person: 'rina', role: 'facilitator', area: '33.74.01', grantedBy: 'test', now });
    await insertPerson(tx, { id: 'siti', name: 'Siti Aminah', area: '33.74.01.1001', now });
    await addToCaseload(tx, 'rina', 'siti', now);
  });
  return store;
}

const propose = (store: Store, actor: Actor, sure = true) =>
  store.write((tx) => proposeMove(tx, actor, { person: 'siti', note: '', criteria, now, sure }));
const decide = (
  store: Store,
  actor: Actor,
  id: string,
  decision: 'accepted' | 'declined' = 'accepted',
  reason = 'usaha jalan',
) => store.write((tx) => decideMove(tx, actor, { id, decision, reason, now, today }));
const receive = (store: Store, actor: Actor, amount = 3_500_000, sure = false) =>
  store.write((tx) =>
    receiveBsimu(
      tx,
      actor,
      { person: 'siti', date: '2026-03-12', amount, funding: 'apbn', note: '' },
      { now, today, sure },
    ),
  );
const getMove = async (store: Store, actor: Actor = rina) => {
  const outcome = await propose(store, actor);
  if (outcome.kind !== 'proposed') throw new Error(outcome.kind);
  return outcome.move;
};
const differences = (store: Store) =>
  findTallyDifferences(store.read, collectIndicators(ladder.indicators ?? []));
const actions = async (store: Store) => {
  const { audit } = store.read.tables(defineAuditTables);
  return (await store.read.db.select().from(audit)).map((row) => row.action);
};

describeOnBothEngines('the ladder', (open) => {
  it('records a household for whoever accompanies it or leads its area, and for nobody else', async () => {
    const store = await office(open);
    const record = (actor: Actor) =>
      store.write((tx) => recordKpm(tx, actor, { person: 'siti', facts: { graduation: 'natural' }, now }));
    expect(await record(other)).toEqual({ kind: 'not-your-person' });
    expect(await record(faraway)).toEqual({ kind: 'not-your-person' });
    expect(await record(citizen)).toEqual({ kind: 'not-your-person' });
    expect(await findKpm(store.read, 'siti')).toBeUndefined();
    expect(await record(rina)).toMatchObject({
      kind: 'saved',
      kpm: { graduation: 'natural', stage: 'none' },
    });
    expect(await record(agus)).toMatchObject({ kind: 'unchanged' });
  });

  it('takes back the last change only, within fifteen minutes, and later for whoever leads', async () => {
    const store = await office(open);
    const record = (business: string, at: number) =>
      store.write((tx) => recordKpm(tx, rina, { person: 'siti', facts: { business }, now: at }));
    const undo = (actor: Actor, change: string, at: number) =>
      store.write((tx) => undoKpm(tx, actor, change, at));
    const first = await record('warung', now);
    const second = await record('keripik', now + minute);
    if (first.kind !== 'saved' || second.kind !== 'saved') throw new Error('not saved');
    expect(await undo(rina, first.change, now + minute)).toEqual({ kind: 'changed-since' });
    expect(await undo(other, second.change, now + minute)).toEqual({ kind: 'not-found' });
    expect(await undo(rina, second.change, now + 17 * minute)).toEqual({ kind: 'too-late' });
    expect(await undo(agus, second.change, now + 17 * minute)).toEqual({ kind: 'undone' });
    expect(await undo(agus, second.change, now + 17 * minute)).toEqual({ kind: 'undone-before' });
    expect((await findKpm(store.read, 'siti'))?.business).toBe('warung');
  });

  it('stores a receipt once, counts it, and uncounts it when it is taken back', async () => {
    const store = await office(open);
    const saved = await receive(store, rina);
    expect(saved).toMatchObject({ kind: 'saved', row: { number: 1, amount: 3_500_000, backDated: true } });
    expect(await receive(store, rina)).toMatchObject({ kind: 'same', row: { number: 1 } });
    expect(await receive(store, rina, 3_500_000, true)).toMatchObject({ kind: 'saved', row: { number: 2 } });
    expect(await receive(store, other)).toEqual({ kind: 'not-your-person' });
    expect(await differences(store)).toEqual([]);
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const undo = (actor: Actor, at: number) => store.write((tx) => undoBsimu(tx, actor, saved.row.id, at));
    expect(await undo(other, now)).toEqual({ kind: 'not-found' });
    expect(await undo(rina, now + 16 * minute)).toEqual({ kind: 'too-late', number: 1 });
    expect(await undo(agus, now + 16 * minute)).toEqual({ kind: 'undone', number: 1 });
    expect(await findBsimuOf(store.read, 'siti')).toHaveLength(1);
    expect(await differences(store)).toEqual([]);
  });

  it('proposes with the evidence of the log, and asks when something is missing', async () => {
    const store = await office(open);
    await store.write((tx) =>
      recordKpm(tx, rina, { person: 'siti', facts: { graduation: 'welfare', business: 'warung' }, now }),
    );
    for (const [minutes, turnover] of [
      [60, 500_000],
      [90, 800_000],
    ] as const)
      await store.write((tx) =>
        logSession(
          tx,
          rina,
          {
            ...{ person: 'siti', kind: 'bimtek', minutes, date: '2026-11-02', turnover, note: '' },
            ...{ source: `m${minutes}`, line: 0 },
          },
          { now, today },
        ),
      );
    await receive(store, rina);
    await store.write(async (tx) => {
      const partner = await addPartner(tx, agus, { name: 'PT Maju', kind: 'company', area: '33.74', now });
      if (partner.kind !== 'added') throw new Error(partner.kind);
      await accompany(tx, rina, { person: 'siti', partner: partner.partner.id, now });
    });
    expect(await propose(store, rina, false)).toMatchObject({
      kind: 'proposed',
      move: {
        from: 'none',
        to: 'wp',
        evidence: {
          graduation: 'welfare',
          hasBusiness: true,
          sessions: [{ kind: 'bimtek', sessions: 2, minutes: 150 }],
          turnovers: [500_000, 800_000],
          receipts: 1,
          received: 3_500_000,
          partners: [{ name: 'PT Maju', kind: 'company' }],
        },
      },
    });
    expect(await propose(store, rina)).toMatchObject({ kind: 'waiting' });
    expect(await propose(store, other)).toEqual({ kind: 'not-your-person' });
  });

  it('is decided in the own area, with a reason, by somebody else than the proposer, once', async () => {
    const store = await office(open);
    expect(await propose(store, rina, false)).toMatchObject({ kind: 'unmet', to: 'wp' });
    const move = await getMove(store);
    expect(await decide(store, rina, move.id)).toEqual({ kind: 'not-found' });
    expect(await decide(store, faraway, move.id)).toEqual({ kind: 'not-found' });
    expect(await decide(store, citizen, move.id)).toEqual({ kind: 'not-found' });
    expect(await decide(store, agus, move.id, 'accepted', '  ')).toEqual({ kind: 'no-reason' });
    expect(await decide(store, agus, move.id)).toMatchObject({ kind: 'accepted', name: 'Siti Aminah' });
    expect(await decide(store, agus, move.id, 'declined')).toMatchObject({
      kind: 'decided-before',
      move: { state: 'accepted', reason: 'usaha jalan' },
    });
    expect(await findKpm(store.read, 'siti')).toMatchObject({ stage: 'wp', stageSince: today });
    expect(await differences(store)).toEqual([]);
    const own = await getMove(store, agus);
    expect(await decide(store, agus, own.id)).toEqual({ kind: 'own' });
    expect(await actions(store)).toEqual(expect.arrayContaining(['move.proposed', 'move.accepted']));
  });

  it('can be taken back for fifteen minutes: the stage and the count go back, the proposal waits again', async () => {
    const store = await office(open);
    const move = await getMove(store);
    await decide(store, agus, move.id);
    const back = (actor: Actor, at: number) => store.write((tx) => takeBackDecision(tx, actor, move.id, at));
    expect(await back(rina, now + minute)).toEqual({ kind: 'not-found' });
    expect(await back(agus, now + 16 * minute)).toEqual({ kind: 'too-late' });
    expect(await back(agus, now + 14 * minute)).toMatchObject({ kind: 'taken-back' });
    expect(await findKpm(store.read, 'siti')).toMatchObject({ stage: 'none', stageSince: null });
    expect(await differences(store)).toEqual([]);
    expect(await decide(store, agus, move.id, 'declined', 'belum')).toMatchObject({ kind: 'declined' });
  });

  it('ends with the top stage, and a proposal may be withdrawn while it waits', async () => {
    const store = await office(open);
    for (const to of ['wp', 'wb', 'wm']) {
      const move = await getMove(store);
      expect(move.to).toBe(to);
      await decide(store, agus, move.id);
    }
    expect(await propose(store, rina)).toEqual({ kind: 'at-top', name: 'Siti Aminah' });
    const fresh = await office(open);
    const move = await getMove(fresh);
    expect(await fresh.write((tx) => withdrawMove(tx, other, move.id, now))).toEqual({ kind: 'not-found' });
    expect(await fresh.write((tx) => withdrawMove(tx, rina, move.id, now))).toMatchObject({
      kind: 'withdrawn',
    });
    expect(await decide(fresh, agus, move.id)).toMatchObject({ kind: 'decided-before' });
  });

  it('keeps partners where the actor leads, and puts them beside own people only', async () => {
    const store = await office(open);
    const add = (actor: Actor, area: string) =>
      store.write((tx) => addPartner(tx, actor, { name: 'PT Maju', kind: 'company', area, now }));
    expect(await add(rina, '33.74.01')).toEqual({ kind: 'not-your-area' });
    expect(await add(agus, '33')).toEqual({ kind: 'not-your-area' });
    const added = await add(agus, '33.74');
    expect(await add(agus, '33.74')).toMatchObject({ kind: 'known' });
    if (added.kind !== 'added') throw new Error(added.kind);
    const beside = (actor: Actor) =>
      store.write((tx) => accompany(tx, actor, { person: 'siti', partner: added.partner.id, now }));
    expect(await beside(other)).toEqual({ kind: 'not-your-person' });
    expect(await beside(rina)).toMatchObject({ kind: 'accompanied' });
    expect(await beside(rina)).toMatchObject({ kind: 'accompanied-before' });
  });

  it('forgets a person on wish: no name, no words, the counts stay', async () => {
    const store = await office(open);
    const move = await getMove(store);
    await decide(store, agus, move.id);
    await receive(store, rina);
    const kept = await store.write((tx) => ladder.myData?.erase(tx, 'siti', now) ?? Promise.resolve([]));
    expect(kept).toEqual(['ladder-data-kept']);
    expect(await findKpm(store.read, 'siti')).toBeUndefined();
    expect(await findMovesOf(store.read, 'siti')).toEqual([]);
    expect(await findBsimuOf(store.read, 'siti')).toEqual([]);
    expect(await differences(store)).toEqual([]);
  });
});
