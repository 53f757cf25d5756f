/**
 * The port every platform implements. No method is optional: a new need becomes data in `Outgoing` or
 * `Capabilities`, so that no caller ever asks what kind of adapter it has.
 */
import type { Address } from './address.ts';
import type { Capabilities } from './capabilities.ts';
import type { AnswerWith, Incoming } from './incoming.ts';
import type { Part } from './reply.ts';

export type Received =
  | { readonly kind: 'stored' }
  /** The form's values are wrong: nothing was stored, the person can correct them. */
  | {
      readonly kind: 'invalid';
      readonly errors: readonly { readonly field: string; readonly text: string }[];
    };

/**
 * Called by an adapter with what arrived, in order. Resolves, one result per event, when every event is on disk:
 * only then may the adapter tell the platform so. Rejects when nothing could be stored; the adapter must then
 * not acknowledge, so that the platform delivers again.
 */
export type Receive = (batch: readonly Incoming[]) => Promise<readonly Received[]>;

export interface MenuEntry {
  readonly name: string;
  readonly summary: string;
}

export type Outgoing =
  | { readonly kind: 'part'; readonly part: Part; readonly answerWith?: AnswerWith }
  /** Takes a message out of the chat. */
  | { readonly kind: 'erase'; readonly ref: string }
  /** The commands offered in this place. */
  | { readonly kind: 'menu'; readonly commands: readonly MenuEntry[] }
  /** "Typing…" while an answer is being prepared; no lasting effect. */
  | { readonly kind: 'typing' };

export type Failure =
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** The person stopped the bot. */
  | { readonly kind: 'blocked' }
  /** The place or message does not exist any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'moved'; readonly to: Address }
  /** The platform will never take this message. */
  | { readonly kind: 'rejected'; readonly reason: string }
  /** Nothing is known about whether it arrived (`sent: 'maybe'`), or it certainly did not (`'no'`). */
  | { readonly kind: 'network'; readonly reason: string; readonly sent: 'maybe' | 'no' };

export type Delivered =
  /** References of the messages that now stand in the place, in order; empty where there is nothing to refer to. */
  | { readonly kind: 'delivered'; readonly refs: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The platform does not let the adapter begin; `message` says why and what to do, for whoever set the bot up. */
export class AdapterRefused extends Error {
  override readonly name = 'AdapterRefused';
}

/** An attachment is larger than what was asked for at most. */
export class AttachmentTooLarge extends Error {
  override readonly name = 'AttachmentTooLarge';
}

export interface Adapter {
  readonly platform: string;
  readonly capabilities: Capabilities;
  /** Resolves once events are being received. Throws AdapterRefused. */
  start(receive: Receive): Promise<void>;
  /** Stops receiving and resolves when no call of `receive` is under way. Deliveries still work. */
  stop(): Promise<void>;
  /** Releases connections. Called once, after the last delivery. */
  close(): Promise<void>;
  /** Never throws for anything the platform says; throws only for bugs. */
  deliver(address: Address, outgoing: Outgoing): Promise<Delivered>;
  /**
   * The bytes of an attachment, never more than `mostBytes`: whatever the platform said about its size, reading ends
   * there. Throws AttachmentTooLarge for a larger one, and any error when the platform no longer has it.
   */
  fetch(attachmentRef: string, mostBytes: number): Promise<Uint8Array>;
}
