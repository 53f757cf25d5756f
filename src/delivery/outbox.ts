/**
 * Sends what use cases wrote. A row is born held by the process that wrote it and handed over in memory; the table is
 * read again only for rows whose process has died. What was cut off while sending is settled by the row's policy.
 */
import type { Adapter, Delivered, Failure } from '../chat/adapter.ts';
import { type Address, addressKey } from '../chat/address.ts';
import type { AnswerWith } from '../chat/incoming.ts';
import { toPlainPart } from '../chat/plain-part.ts';
import type { Part } from '../chat/reply.ts';
import { newId, type Store, type Writer } from '../store/index.ts';
import { createSendBudget } from './budget.ts';
import type { Clock } from './clock.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { isAlive, processName } from './owner.ts';
import { createSettling, type OnSettled } from './settling.ts';
import {
  type Body,
  findCard,
  findOtherOwners,
  insertOutgoing,
  markBegun,
  type OutboxRow,
  postpone,
  recoverOutgoing,
  renewLeases,
  repeatReplies,
  type Settled,
} from './store.ts';

const leaseMs = 60_000;
const recoverEveryMs = 20_000;
const giveUpAfterMs = 24 * 3_600_000;

export interface NewOutgoing {
  readonly inbox?: string;
  readonly lane: number;
  readonly address?: Address;
  readonly person?: string;
  readonly body: Body;
  readonly card?: string;
  readonly answerWith?: AnswerWith;
  readonly policy?: 'again' | 'never';
}

/** A notice turned into words for one place. */
export type Worded =
  | { readonly kind: 'parts'; readonly parts: readonly Part[] }
  | { readonly kind: 'suppressed'; readonly reason: string };

export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly adapters: () => ReadonlyMap<string, Adapter>;
  readonly reach: (person: string) => Promise<Address | undefined>;
  readonly word: (row: OutboxRow, address: Address) => Promise<Worded>;
  readonly onBlocked: (address: Address) => Promise<void>;
  readonly onSettled?: OnSettled;
  readonly log: (
    level: 'info' | 'warn' | 'error',
    event: string,
    details: Readonly<Record<string, unknown>>,
  ) => void;
  /** Ignores the platforms' budgets; for measuring only. */
  readonly unlimited?: boolean;
}

/** How long the end waits for a platform that does not answer. */
const patienceMs = 5_000;

export interface Outbox {
  /** Adds rows inside a write; hand the result to `send` after the commit. */
  write(tx: Writer, outgoing: readonly NewOutgoing[]): Promise<readonly OutboxRow[]>;
  send(rows: readonly OutboxRow[]): void;
  /** Sends the stored replies of an event once more. */
  repeat(inboxId: string): Promise<void>;
  /** Takes over what dead processes left, now and from time to time. */
  start(): Promise<void>;
  /** Rows handed over and not settled. */
  readonly size: number;
  /** Ends after the messages under way, or after some seconds when a platform does not answer; the rest stays. */
  stop(): Promise<void>;
}

export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, clock } = deps;
  const owner = processName(clock.now());
  const lanes = new Map<string, Lanes>();
  const budgets = new Map<string, ReturnType<typeof createSendBudget>>();
  let callOff: (() => void) | undefined;
  const settling = createSettling({ store, clock, onSettled: deps.onSettled, log: deps.log });
  let handed = 0;
  let stopped = false;
  /** What is still under way is left as it stands in the table, for the next process. */
  let ended = false;

  const settle = (row: OutboxRow, one: Omit<Settled, 'id'>, place?: string) => {
    if (ended) return;
    handed--;
    settling.add(row, one, place);
    if (handed === 0) settling.flushNow();
  };

  function lanesOf(adapter: Adapter): Lanes {
    const known = lanes.get(adapter.platform);
    if (known !== undefined) return known;
    const budget = createSendBudget(deps.unlimited === true ? null : adapter.capabilities.budget);
    const made = createLanes({ clock, budget, parallel: adapter.capabilities.parallel });
    budgets.set(adapter.platform, budget);
    lanes.set(adapter.platform, made);
    return made;
  }

  const backoff = (attempt: number) => Math.min(60_000, 1_000 * 2 ** Math.min(attempt, 6));

  async function deliverParts(
    adapter: Adapter,
    address: Address,
    row: OutboxRow,
    parts: readonly Part[],
    from: number,
    refs: string[],
  ): Promise<Failure | undefined> {
    for (let at = from; at < parts.length; at++) {
      const part = parts[at];
      if (part === undefined) continue;
      const answerWith = row.answerWith === null ? {} : { answerWith: row.answerWith };
      let result = await adapter.deliver(address, { kind: 'part', part, ...answerWith });
      if (
        result.kind === 'failed' &&
        result.failure.kind !== 'rate-limited' &&
        result.failure.kind !== 'network'
      ) {
        const instead = replacementOf(part, row.body, result);
        if (instead !== undefined) result = await adapter.deliver(address, { kind: 'part', part: instead });
      }
      if (result.kind === 'failed' && result.failure.kind === 'rejected') {
        const { replaces: _, ...fresh } = part;
        const inWords = toPlainPart(fresh);
        if (inWords !== undefined) {
          deps.log('warn', 'outbox.in-words', { id: row.id, reason: result.failure.reason });
          result = await adapter.deliver(address, { kind: 'part', part: inWords });
        }
      }
      if (result.kind === 'failed') return result.failure;
      refs.push(result.refs[0] ?? '');
    }
    return undefined;
  }

  /** What to send when a part was refused: a new message for one that cannot be changed, the fallback for a form. */
  function replacementOf(part: Part, body: Body, result: Delivered & { kind: 'failed' }): Part | undefined {
    const { kind } = result.failure;
    if (part.replaces !== undefined && (kind === 'gone' || kind === 'rejected')) {
      const { replaces: _, ...fresh } = part;
      return fresh;
    }
    if (body.kind === 'parts' && body.fallback !== undefined && kind === 'rejected') return body.fallback;
    return undefined;
  }

  function createJob(row: OutboxRow, adapter: Adapter, first: Address) {
    let address = first;
    let attempts = row.attempts;
    let parts: readonly Part[] | undefined;
    const refs: string[] = [];

    const fail = async (failure: Failure): Promise<'settled' | { waitMs: number }> => {
      if (ended) return 'settled';
      const now = clock.now();
      const end = (state: Settled['state'], reason: string) => {
        deps.log(state === 'failed' ? 'warn' : 'info', 'outbox.unsent', { id: row.id, state, reason });
        settle(row, { state, refs: refs.length > 0 ? refs : null, reason });
        return 'settled' as const;
      };
      switch (failure.kind) {
        case 'blocked':
          await deps.onBlocked(address);
          return end('failed', 'blocked');
        case 'gone':
          return end('failed', 'gone');
        case 'rejected':
          return end('failed', `rejected: ${failure.reason}`);
        case 'moved':
          address = failure.to;
          return { waitMs: 0 };
        case 'rate-limited':
          budgets.get(adapter.platform)?.pause(addressKey(first), now + failure.retryAfterMs, now);
          await store.write((tx) =>
            postpone(tx, row.id, owner, now + failure.retryAfterMs + leaseMs, 'rate limited'),
          );
          return { waitMs: failure.retryAfterMs };
        case 'network': {
          if (failure.sent === 'maybe' && row.policy === 'never') return end('uncertain', failure.reason);
          if (now - row.createdAt > giveUpAfterMs) return end('expired', failure.reason);
          const waitMs = backoff(attempts++);
          await store.write((tx) => postpone(tx, row.id, owner, now + waitMs + leaseMs, failure.reason));
          return { waitMs };
        }
        default:
          return failure satisfies never;
      }
    };

    return async (): Promise<'settled' | { waitMs: number }> => {
      try {
        const { body } = row;
        if (body.kind === 'erase' || body.kind === 'menu') {
          const result = await adapter.deliver(address, body);
          if (
            result.kind === 'failed' &&
            (result.failure.kind === 'rate-limited' || result.failure.kind === 'network')
          ) {
            return await fail(result.failure);
          }
          settle(row, {
            state: result.kind === 'delivered' ? 'sent' : 'failed',
            refs: null,
            reason: result.kind === 'failed' ? result.failure.kind : null,
          });
          return 'settled';
        }
        if (parts === undefined) {
          if (body.kind === 'parts') parts = body.parts;
          else {
            const worded = await deps.word(row, address);
            if (worded.kind === 'suppressed') {
              settle(row, { state: 'suppressed', refs: null, reason: worded.reason });
              return 'settled';
            }
            const standing =
              row.card === null ? undefined : await findCard(store.read, row.card, addressKey(address));
            parts =
              standing === undefined || !adapter.capabilities.edits
                ? worded.parts
                : worded.parts.map((part, at) => (at === 0 ? { ...part, replaces: standing } : part));
          }
          if (row.policy === 'never') await store.write((tx) => markBegun(tx, row.id, clock.now()));
        }
        const failure = await deliverParts(adapter, address, row, parts, refs.length, refs);
        if (failure !== undefined) return await fail(failure);
        settle(row, { state: 'sent', refs, reason: null }, addressKey(address));
        return 'settled';
      } catch (error) {
        deps.log('error', 'outbox.bug', {
          id: row.id,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        settle(row, { state: 'failed', refs: null, reason: 'internal error' });
        return 'settled';
      }
    };
  }

  async function hand(row: OutboxRow): Promise<void> {
    const address = row.address ?? (row.person === null ? undefined : await deps.reach(row.person));
    const adapter = address === undefined ? undefined : deps.adapters().get(address.platform);
    if (address === undefined || adapter === undefined) {
      settle(row, {
        state: 'failed',
        refs: null,
        reason: address === undefined ? 'no account' : `no adapter for ${address.platform}`,
      });
      return;
    }
    lanesOf(adapter).add({
      lane: row.lane,
      address,
      place: addressKey(address),
      run: createJob(row, adapter, address),
    });
  }

  function send(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      if (stopped) return;
      handed++;
      hand(row).catch((error) => {
        deps.log('error', 'outbox.hand', { id: row.id, error: String(error) });
        settle(row, { state: 'failed', refs: null, reason: 'internal error' });
      });
    }
  }

  async function recover(): Promise<void> {
    const now = clock.now();
    const dead = (await findOtherOwners(store.read, owner)).filter((other) => !isAlive(other, owner));
    const rows = await store.write(async (tx) => {
      await renewLeases(tx, owner, now + leaseMs);
      const { kept, uncertain } = await recoverOutgoing(tx, { owner, dead, now, leaseMs, limit: 20_000 });
      for (const row of uncertain)
        await deps.onSettled?.(tx, row, { state: 'uncertain', reason: row.reason });
      return kept;
    });
    send(rows);
  }

  const plan = () => {
    callOff = clock.after(recoverEveryMs, () => {
      recover()
        .catch((error) => deps.log('error', 'outbox.recover', { error: String(error) }))
        .finally(() => {
          if (!stopped) plan();
        });
    });
  };

  return {
    async write(tx, outgoing) {
      const now = clock.now();
      const rows = outgoing.map(
        (one): OutboxRow => ({
          id: newId(now),
          inbox: one.inbox ?? null,
          lane: one.lane,
          address: one.address ?? null,
          person: one.person ?? null,
          body: one.body,
          card: one.card ?? null,
          answerWith: one.answerWith ?? null,
          policy: one.policy ?? 'again',
          state: 'waiting',
          owner,
          leaseUntil: now + leaseMs,
          begunAt: null,
          attempts: 0,
          createdAt: now,
          settledAt: null,
          refs: null,
          reason: null,
        }),
      );
      await insertOutgoing(tx, rows);
      return rows;
    },
    send,
    async repeat(inboxId) {
      send(await store.write((tx) => repeatReplies(tx, inboxId, owner, clock.now() + leaseMs)));
    },
    async start() {
      await recover();
      plan();
    },
    get size() {
      return handed;
    },
    async stop() {
      stopped = true;
      callOff?.();
      let late: NodeJS.Timeout | undefined;
      await Promise.race([
        Promise.all([...lanes.values()].map((one) => one.stop())),
        new Promise((resolve) => {
          late = setTimeout(resolve, patienceMs);
        }),
      ]);
      clearTimeout(late);
      ended = true;
      await settling.finish();
    },
  };
}
