/**
 * Takes events from an adapter: seals identity numbers, checks submitted forms, stores the whole batch in one write,
 * and only then says so. An event that comes again while the bot runs gets its stored reply again.
 */
import type { Received } from '../chat/adapter.ts';
import type { Incoming, Sealed } from '../chat/incoming.ts';
import { findIdentityNumbers, maskIdentity } from '../language/identity-number.ts';
import { newId, type Store, type Vault, type Writer } from '../store/index.ts';
import { findReceived, storeIncoming } from './inbox-store.ts';

export interface ReceiveDeps {
  readonly store: Store;
  readonly vault: Vault;
  now(): number;
  /** What is wrong with a submitted form; empty when it may be stored. */
  check(incoming: Incoming): Promise<readonly { field: string; text: string }[]>;
  /** Answers without storing anything, for private commands typed in a group; false when the event is to be stored. */
  turnAway(incoming: Incoming): Promise<boolean>;
  /** Hands a stored event on. */
  enqueue(incoming: Incoming, turnId: string): void;
  /** Sends the replies of an event seen before. */
  repeat(turnId: string): Promise<void>;
}

/** How long a number that no record takes stays in the vault. */
const unclaimedMs = 24 * 3_600_000;

async function sealText(
  tx: Writer,
  vault: Vault,
  text: string,
  now: number,
): Promise<{ text: string; sealed: readonly Sealed[] }> {
  const found = findIdentityNumbers(text);
  if (found.length === 0) return { text, sealed: [] };
  let clean = '';
  let at = 0;
  const sealed: Sealed[] = [];
  for (const number of found) {
    const masked = maskIdentity(number.digits);
    sealed.push({ ref: await vault.seal(tx, number.digits, masked, now, unclaimedMs), masked });
    clean += text.slice(at, number.start) + masked;
    at = number.end;
  }
  return { text: clean + text.slice(at), sealed };
}

const maskText = (text: string): string => {
  let clean = '';
  let at = 0;
  for (const { digits, end, start } of findIdentityNumbers(text)) {
    clean += text.slice(at, start) + maskIdentity(digits);
    at = end;
  }
  return clean + text.slice(at);
};

/** Names of people and files hold identity numbers too (`KTP 3374….jpg`). Nobody needs them from there: only masked. */
function maskNames(incoming: Incoming): Incoming {
  const { name } = incoming.sender;
  const masked =
    name === undefined ? incoming : { ...incoming, sender: { ...incoming.sender, name: maskText(name) } };
  if (!('attachments' in masked) || masked.attachments.length === 0) return masked;
  const attachments = masked.attachments.map((one) =>
    one.name === undefined ? one : { ...one, name: maskText(one.name) },
  );
  return { ...masked, attachments };
}

/** The event with every identity number taken out of it. */
async function seal(tx: Writer, vault: Vault, given: Incoming, now: number): Promise<Incoming> {
  const incoming = maskNames(given);
  switch (incoming.kind) {
    case 'message': {
      const { text, sealed } = await sealText(tx, vault, incoming.text, now);
      return sealed.length === 0 ? incoming : { ...incoming, text, sealed };
    }
    case 'command': {
      const { text, sealed } = await sealText(tx, vault, incoming.rest, now);
      return sealed.length === 0 ? incoming : { ...incoming, rest: text, sealed };
    }
    case 'submit': {
      if (incoming.values === null) return incoming;
      const values: Record<string, string> = {};
      const all: Sealed[] = [];
      for (const [field, value] of Object.entries(incoming.values)) {
        const { text, sealed } = await sealText(tx, vault, value, now);
        values[field] = text;
        all.push(...sealed.map((one) => ({ ...one, field })));
      }
      return all.length === 0 ? incoming : { ...incoming, values, sealed: all };
    }
    default:
      return incoming;
  }
}

const turnIdOf = (incoming: Incoming): string => `${incoming.address.platform}|${incoming.eventId}`;

export function createReceive(
  deps: ReceiveDeps,
): (batch: readonly Incoming[]) => Promise<readonly Received[]> {
  const startedAt = deps.now();
  return async (batch) => {
    const results: Received[] = [];
    const wanted: Incoming[] = [];
    for (const incoming of batch) {
      const errors = incoming.kind === 'submit' ? await deps.check(incoming) : [];
      if (errors.length > 0) results.push({ kind: 'invalid', errors });
      else {
        results.push({ kind: 'stored' });
        if (!(await deps.turnAway(incoming))) wanted.push(incoming);
      }
    }
    if (wanted.length === 0) return results;
    const now = deps.now();
    const stored = await deps.store.write(async (tx) => {
      const fresh: { body: Incoming; id: string; isNew: boolean }[] = [];
      for (const incoming of wanted) {
        const id = turnIdOf(incoming);
        const body = await seal(tx, deps.vault, incoming, now);
        fresh.push({ body, id, isNew: await storeIncoming(tx, { id, seq: newId(now), body }) });
      }
      return fresh;
    });
    for (const { body, id, isNew } of stored) {
      if (isNew) {
        deps.enqueue(body, id);
        continue;
      }
      // After a crash the platform delivers again what an earlier process answered already; that is not said twice.
      const before = await findReceived(deps.store.read, id);
      if (before?.state === 'done' && before.receivedAt >= startedAt) await deps.repeat(id);
    }
    return results;
  };
}
