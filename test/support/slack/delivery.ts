/**
 * How events reach the app: envelopes over Socket Mode that wait for their acknowledgement, or signed requests over HTTP.
 * Slack delivers an event again that nobody acknowledged; what people press or type as a command it delivers once.
 */
import { createHmac } from 'node:crypto';
import { signingSecret } from './world.ts';

export type Kind = 'events_api' | 'slash_commands' | 'interactive';

/** Body of the acknowledgement; an empty object when there was none. */
export type Ack = Readonly<Record<string, unknown>>;

export interface Delivery {
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Hands one event over; resolves with the acknowledgement, or undefined when none came in time. */
export type Carrier = (delivery: Delivery, envelopeId: string, attempt: number) => Promise<Ack | undefined>;

export interface Deliveries {
  /** Resolves with the acknowledgement; undefined when every try failed. */
  deliver(delivery: Delivery): Promise<Ack | undefined>;
  /** The newest event once more, as after a lost acknowledgement. */
  again(): Promise<void>;
  /** Resolves when nothing waits for an acknowledgement. */
  quiet(): Promise<void>;
  readonly waiting: number;
  readonly presses: number;
  readonly triesOfNewest: number;
}

const tries = 4;

export function createDeliveries(carry: Carrier): Deliveries {
  const under = new Set<Promise<unknown>>();
  let waiting = 0;
  let presses = 0;
  let count = 0;
  let newest: { delivery: Delivery; id: string } | undefined;
  let triesOfNewest = 0;

  async function run(delivery: Delivery, id: string): Promise<Ack | undefined> {
    waiting++;
    if (delivery.kind === 'interactive') presses++;
    const most = delivery.kind === 'events_api' ? tries : 1;
    let ack: Ack | undefined;
    for (let attempt = 0; attempt < most && ack === undefined; attempt++) {
      if (newest?.id === id) triesOfNewest++;
      ack = await carry(delivery, id, attempt);
    }
    waiting--;
    if (delivery.kind === 'interactive') presses--;
    return ack;
  }

  const track = <T>(work: Promise<T>): Promise<T> => {
    under.add(work);
    void work.finally(() => under.delete(work)).catch(() => undefined);
    return work;
  };

  return {
    deliver(delivery) {
      const id = `envelope-${++count}`;
      newest = { delivery, id };
      triesOfNewest = 0;
      return track(run(delivery, id));
    },
    async again() {
      if (newest === undefined) throw new Error('nothing was delivered yet');
      triesOfNewest++;
      await track(carry(newest.delivery, `envelope-${++count}`, 1));
    },
    async quiet() {
      while (under.size > 0) await Promise.allSettled([...under]);
    },
    get waiting() {
      return waiting;
    },
    get presses() {
      return presses;
    },
    get triesOfNewest() {
      return triesOfNewest;
    },
  };
}

/** Headers by which the app knows that a request comes from Slack. */
export function sign(body: string, atMs: number, secret = signingSecret): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
}

/** A request as Slack makes it for that kind of event. */
function toRequest(delivery: Delivery): { readonly body: string; readonly type: string } {
  const { kind, payload } = delivery;
  if (kind === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const form =
    kind === 'interactive'
      ? new URLSearchParams({ payload: JSON.stringify(payload) })
      : new URLSearchParams(payload as Record<string, string>);
  return { body: form.toString(), type: 'application/x-www-form-urlencoded' };
}

/** Delivers over HTTP to the app's request URL. */
export const createHttpCarrier =
  (url: () => string): Carrier =>
  async (delivery, _id, attempt) => {
    const { body, type } = toRequest(delivery);
    const response = await fetch(url(), {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        ...sign(body, Date.now()),
        ...(attempt > 0
          ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_error' }
          : {}),
      },
    }).catch(() => undefined);
    if (response?.status !== 200) return undefined;
    const text = await response.text();
    return text.startsWith('{') ? (JSON.parse(text) as Ack) : {};
  };
