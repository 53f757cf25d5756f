/** What a platform's stand-in offers to the contract suite: people who write, and what each of them sees. */
import type { Adapter } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';
import type { CaseName } from './contract.ts';

export interface ShownMessage {
  readonly ref: string;
  /** As a person reads it: without markup, pictures and files by their captions. */
  readonly text: string;
  /** Buttons that press something. */
  readonly buttons: readonly string[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
  readonly image?: { readonly bytes: Uint8Array; readonly alt: string };
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** Somebody with an account of the platform. Every method resolves once the platform has taken the event. */
export interface StageUser {
  readonly account: string;
  /** Where this person talks with the bot alone. */
  readonly address: Address;
  /** Types in the private chat, as the platform's app would send it: one message, or several where it splits. */
  say(text: string): Promise<readonly string[]>;
  /** Types a command the way it is typed on this platform. */
  command(name: string, rest?: string): Promise<void>;
  /** Presses the newest button with this label in the private chat. */
  press(label: string): Promise<void>;
  edit(ref: string, text: string): Promise<void>;
  sendPhoto(bytes: Uint8Array): Promise<void>;
  /** Sends the form that stands open in a window; gives back what is wrong, by field. Only where forms are windows. */
  submit(values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Writes in the group that everybody of the stage is in; `mention` speaks to the bot. */
  sayInGroup(text: string, options: { mention: boolean }): Promise<void>;
  commandInGroup(name: string, rest?: string): Promise<void>;
  /** What stands in the private chat now, oldest first, the bot's messages only. */
  shown(): readonly ShownMessage[];
  /** What the bot said in the group, as this person sees it. */
  shownInGroup(): readonly ShownMessage[];
  /** Whether a message of this person's own is gone from the private chat. */
  isErased(ref: string): boolean;
}

/** What the platform does with the next message the bot sends to somebody. */
export type Trouble = 'rate-limited' | 'blocked' | 'gone' | 'moved' | 'rejected' | 'cut-before' | 'cut-after';

export interface Stage {
  /** The adapter under test, connected to this stand-in, not yet started. */
  readonly adapter: Adapter;
  /** Somebody new to the bot. `locale` is the language of the app. */
  arrive(name: string, locale?: string): Promise<StageUser>;
  /** Resolves when the bot has acknowledged everything the platform delivered. */
  acknowledged(): Promise<void>;
  /** Events delivered or to be delivered that the bot has not acknowledged. */
  readonly unacknowledged: number;
  /** Presses whose button still shows that it works. */
  readonly spinning: number;
  /** How often the newest event was handed to the bot. */
  readonly deliveriesOfNewest: number;
  /** Delivers the newest event once more, as after a lost acknowledgement. */
  deliverAgain(): Promise<void>;
  /** Refuses the next message to this person. Rate limits ask for 7 seconds. */
  trouble(kind: Trouble, user: StageUser): void;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Epoch milliseconds. */
  now(): number;
  log(
    level: 'debug' | 'info' | 'warn' | 'error',
    event: string,
    details?: Readonly<Record<string, unknown>>,
  ): void;
}

export interface Harness {
  /** As shown in the report, such as `telegram, polling`. */
  readonly name: string;
  open(options: StageOptions): Promise<Stage>;
  /** Cases that do not apply here, each with its reason. */
  readonly skips: Readonly<Partial<Record<CaseName, string>>>;
}
