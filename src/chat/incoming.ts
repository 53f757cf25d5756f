/**
 * Everything a platform can tell the core, as one closed union. Adapters build these values from the few fields
 * they have checked; nothing of the platform's own payload comes along.
 */
import type { Address, Sender } from './address.ts';

/** A file that came with a message. Its bytes are fetched through the adapter only when a feature asks. */
export interface Attachment {
  readonly ref: string;
  readonly kind: 'photo' | 'document' | 'voice' | 'video' | 'sticker' | 'contact';
  readonly mime?: string;
  /** Bytes, where the platform says. */
  readonly size?: number;
  readonly name?: string;
}

/** What a short-lived right to answer looks like (a modal trigger): opaque, and useless after `expiresAt`. */
export interface AnswerWith {
  readonly handle: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** An identity number that was taken out of the text at reception; the text holds its masked form. */
export interface Sealed {
  /** Id in the vault. */
  readonly ref: string;
  readonly masked: string;
  /** The field of a submitted form that it was typed into. */
  readonly field?: string;
}

interface Envelope {
  /** The same on every delivery of the same event, unique within the platform. */
  readonly eventId: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly address: Address;
  readonly sender: Sender;
  /** Whether the bot was spoken to. False only for a command in a group that may be meant for another bot. */
  readonly addressed: boolean;
  readonly answerWith?: AnswerWith;
  /** Filled by the core at reception; adapters leave it out. */
  readonly sealed?: readonly Sealed[];
}

interface Written {
  /** The platform's reference of this message, to edit, erase or reply to. An edit carries the original's. */
  readonly ref: string;
  /** True when this is a new version of a message sent before. */
  readonly edits?: boolean;
  /** Reference of the message this one answers. */
  readonly repliesTo?: string;
  readonly attachments: readonly Attachment[];
  /** Messages sent together as one album share this value. */
  readonly album?: string;
}

export interface Message extends Envelope, Written {
  readonly kind: 'message';
  readonly text: string;
  readonly location?: { readonly latitude: number; readonly longitude: number };
  /** Passed on from somebody else; the name of that person is dropped by the adapter. */
  readonly forwarded?: boolean;
}

export interface Command extends Envelope, Written {
  readonly kind: 'command';
  /** Lower case, without the slash and without the bot's name. */
  readonly name: string;
  /** What follows the name, further lines included. */
  readonly rest: string;
}

/** What is done on a home page is answered in the private conversation, and the page is shown anew. */
interface OnHome {
  readonly home?: Address;
}

export interface Press extends Envelope, OnHome {
  readonly kind: 'press';
  readonly token: string;
  /** The message that carries the button. */
  readonly ref?: string;
}

export interface Submit extends Envelope, OnHome {
  readonly kind: 'submit';
  /** The `handle` of the form that was opened. */
  readonly form: string;
  /** Null when the person closed the form. */
  readonly values: Readonly<Record<string, string>> | null;
}

export interface Arrived extends Envelope {
  readonly kind: 'arrived';
  readonly reason: 'first-contact' | 'home';
}

export interface Left extends Envelope {
  readonly kind: 'left';
  readonly reason: 'blocked' | 'removed';
}

export type Incoming = Message | Command | Press | Submit | Arrived | Left;
