/** What exists in the stand-in's workspace: people, channels, messages as they stand, open windows, files. */

export const teamId = 'T0SLACK';
export const botUser = 'U0BOT';
export const botToken = 'xoxb-stand-in';
export const appToken = 'xapp-stand-in';
export const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
/** A trigger opens one window within three seconds. */
export const triggerMs = 3_000;

export type Json = Readonly<Record<string, unknown>>;

export interface Message {
  ts: string;
  readonly channel: string;
  readonly user: string;
  text: string;
  blocks: readonly Json[];
  readonly thread?: string;
  /** Shown to this person only. */
  readonly only?: string;
  readonly file?: StoredFile;
}

export interface StoredFile {
  readonly id: string;
  name: string;
  alt: string;
  title: string;
  bytes: Uint8Array;
}

export interface View {
  readonly id: string;
  readonly user: string;
  readonly view: Json;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly dm: string;
  readonly locale: string;
}

export interface World {
  readonly people: Map<string, Person>;
  /** Channel ids, direct messages included. */
  readonly channels: Set<string>;
  readonly messages: Message[];
  readonly views: View[];
  /** Home page by user. */
  readonly homes: Map<string, Json>;
  readonly files: Map<string, StoredFile>;
  /** Triggers not used yet, and when they were given. */
  readonly triggers: Map<string, { readonly at: number; readonly user: string }>;
  now(): number;
  nextTs(): string;
  nextId(kind: string): string;
  trigger(user: string): string;
}

export function createWorld(now: () => number): World {
  let counter = 0;
  const triggers: World['triggers'] = new Map();
  const nextId = (kind: string): string => `${kind}${String(++counter).padStart(6, '0')}`;
  return {
    people: new Map(),
    channels: new Set(),
    messages: [],
    views: [],
    homes: new Map(),
    files: new Map(),
    triggers,
    now,
    nextTs: () => `${Math.floor(now() / 1000)}.${String(++counter).padStart(6, '0')}`,
    nextId,
    trigger(user) {
      const id = nextId('trigger.');
      triggers.set(id, { at: now(), user });
      return id;
    },
  };
}
