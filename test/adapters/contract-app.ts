/** The whole assistant on one stage, with the contract's own feature, a temporary store and a clock that stands still. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { openCalendar, openCatalogue } from '../../src/cli/open.ts';
import { defineDeliveryTables, type InboxState } from '../../src/delivery/store.ts';
import { createVault, findMark, openSqlite, type Store, type Writer } from '../../src/store/index.ts';
import { createTestClock, type TestClock } from '../support/clock.ts';
import { temporaryFolder } from '../support/folder.ts';
import { contractFeature, countMark, withContractTexts } from './feature.ts';
import type { Harness, Stage } from './harness.ts';

/** Monday, 23 November 2026, 09.00 in Jakarta. */
const start = Date.UTC(2026, 10, 23, 2, 0, 0);

/** Holds or breaks the writes of a store. */
export interface Gate {
  /** Lets the next writes fail, so many of them. */
  fail(times: number): void;
  /** Keeps writes waiting until the result is called. */
  hold(): { readonly reached: Promise<void>; release(): void };
}

function createGate(store: Store): { store: Store; gate: Gate } {
  let failures = 0;
  let held: { reached: () => void; released: Promise<void> } | undefined;
  const gated: Store = {
    ...store,
    async write<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
      if (failures > 0) {
        failures--;
        throw new Error('the disk is full');
      }
      if (held !== undefined) {
        held.reached();
        await held.released;
      }
      return store.write(work);
    },
  };
  return {
    store: gated,
    gate: {
      fail(times) {
        failures = times;
      },
      hold() {
        const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
        const { promise: released, resolve: release } = Promise.withResolvers<void>();
        held = { reached: reach, released };
        return {
          reached,
          release() {
            held = undefined;
            release();
          },
        };
      },
    },
  };
}

export interface Opened {
  readonly stage: Stage;
  readonly app: App;
  readonly clock: TestClock;
  readonly gate: Gate;
  /** Resolves when all that was sent to the bot is acknowledged, answered and delivered. */
  quiet(): Promise<void>;
  /** Events in the store. */
  inbox(): Promise<readonly { readonly id: string; readonly state: InboxState }[]>;
  /** Records that `catat` made. */
  records(): Promise<number>;
  /** All bytes of the store's files, as text. */
  everythingStored(): string;
  /** Warnings and errors logged so far, taken out of the list. */
  takeComplaints(): readonly string[];
}

export async function openStage(harness: Harness): Promise<Opened> {
  const clock = createTestClock(start);
  const file = join(temporaryFolder(), 'contract.db');
  const opened = openSqlite(file);
  const { store, gate } = createGate(opened);
  const catalogue = openCatalogue();
  let complaints: string[] = [];
  const log = (level: string, event: string, details: Readonly<Record<string, unknown>> = {}) => {
    if (level === 'warn' || level === 'error') complaints.push(`${event} ${JSON.stringify(details)}`);
  };
  const stage = await harness.open({ now: () => clock.now(), log });
  const app = createApp({
    store,
    vault: createVault(new Uint8Array(32).fill(7)),
    hashCode: (code) => code,
    clock,
    locale: 'id',
    zone: 'Asia/Jakarta',
    calendar: openCalendar(),
    textsIn: (lang) => withContractTexts(catalogue.in(lang)),
    detectLang: () => undefined,
    features: [contractFeature],
    log,
    unlimitedSending: true,
  });
  await app.start([stage.adapter]);
  // What the scheduler notes at its start is written before a test holds or breaks writes.
  await app.scheduler.tick();
  onTestFinished(async () => {
    await app.stop();
    await stage.close();
    await opened.close();
  });
  return {
    stage,
    app,
    clock,
    gate,
    async quiet() {
      await stage.acknowledged();
      await app.idle();
    },
    async inbox() {
      const { inbox } = opened.read.tables(defineDeliveryTables);
      return opened.read.db.select({ id: inbox.id, state: inbox.state }).from(inbox);
    },
    records: async () => Number((await findMark(opened.read, countMark)) ?? 0),
    everythingStored: () =>
      [file, `${file}-wal`].map((name) => readFileSync(name).toString('latin1')).join('\n'),
    takeComplaints() {
      const taken = complaints;
      complaints = [];
      return taken;
    },
  };
}
