/**
 * What a feature contributes to the conversation, as data: commands, presses, forms, notices, hooks. The router and
 * the outbox work from these lists and know no feature by name.
 */
import type { Lang, Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { Actor, RoleName } from '../people/actor.ts';
import type { Reader, Writer } from '../store/index.ts';
import type { Address } from './address.ts';
import type { Talk } from './conversation.ts';
import type { FormSpec } from './form.ts';
import type { Command, Incoming, Message, Press } from './incoming.ts';
import type { Block, Button, Reply } from './reply.ts';

/** Texts of one language. `t` is plain, `rich` keeps emphasis. Arguments never become markup. */
export interface Texts {
  readonly lang: Lang;
  t(key: string, args?: Readonly<Record<string, string | number>>): string;
  rich(key: string, args?: Readonly<Record<string, string | number>>): import('./reply.ts').Rich;
}

/** Stands for a turn whose answer is already stored. Only `commit` makes one. */
export interface Committed {
  readonly committed: true;
}

/** What a handler gives back: words only, or the mark of a change that was stored together with its words. */
export type Handled = Reply | readonly Reply[] | Committed;

/** What a handler knows about the moment it works in. */
export interface Turn<I extends Incoming = Incoming> {
  readonly incoming: I;
  readonly actor: Actor;
  readonly texts: Texts;
  readonly zone: Zone;
  /** Working days and office hours. */
  readonly calendar: WorkCalendar;
  /** Epoch milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD` in the actor's zone. */
  readonly today: string;
  readonly read: Reader;
  /** What the conversation remembers. Changes made to it are stored with the turn. */
  readonly talk: Talk;
  /** The bytes of something that came with a message; see `Adapter.fetch`. Never inside a write. */
  fetch(attachmentRef: string, mostBytes: number): Promise<Uint8Array>;
  /** How a command is typed here, such as `/sesi`. */
  command(name: string): string;
  /**
   * Runs a use case in one write together with the reply, the audit and the mark that this event is done: all of it
   * happens or nothing. `say` words the outcome; it must be pure. At most one call a turn.
   */
  commit<T>(
    work: (tx: Writer) => Promise<T>,
    say: (outcome: T) => Reply | readonly Reply[],
  ): Promise<Committed>;
  /** The keyed hash under which one-time codes are kept. */
  hashCode(code: string): string;
  /** In a use case's write: erases the identity numbers that were taken out of this event. */
  forgetSealed(tx: Writer): Promise<void>;
  /** In a use case's write: tells somebody else. Worded by the notice when it is sent. */
  notify(tx: Writer, notice: NoticeRow): Promise<void>;
}

/** What a home page is made from; every turn has it. */
export type HomeContext = Pick<
  Turn,
  'actor' | 'texts' | 'zone' | 'calendar' | 'now' | 'today' | 'read' | 'command'
>;

/** A message to somebody else, written inside a use case's write. */
export interface NoticeRow {
  /** Name of a registered notice, `feature.notice`. */
  readonly notice: string;
  readonly subject: string;
  /** Exactly one of the two: a person, reached where that person was met last, or a place. */
  readonly person?: string;
  readonly place?: Address;
  /** Messages with the same card in one place replace one another. */
  readonly card?: string;
  readonly urgent?: boolean;
  /** One of many alike, such as a reminder: sent after everything else. */
  readonly bulk?: boolean;
  /** Whether a message whose sending was cut off is sent again. Default `again`. */
  readonly policy?: 'again' | 'never';
}

export interface CommandSpec {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Who sees it in the menu; absent: everyone. The use case checks again. */
  readonly roles?: readonly RoleName[];
  /** `anywhere` commands also work in groups. Default `private`. */
  readonly where?: 'private' | 'anywhere';
  /** Text key of the line in the menu and in help. */
  readonly summary: string;
  /** Absent from menus and help. */
  readonly hidden?: boolean;
  /** Among the few that help names first to whoever has many commands. */
  readonly everyday?: boolean;
  handle(turn: Turn, rest: string): Promise<Handled>;
  /** An edited message that once was this command. Absent: edits are answered like a new command. */
  edited?(turn: Turn<Command>, rest: string): Promise<Handled>;
}

export interface PressSpec {
  /** `feature.verb`, at most 24 characters. */
  readonly name: string;
  readonly where?: 'private' | 'anywhere';
  handle(turn: Turn<Press>, subject: string): Promise<Handled>;
}

export interface NoticeContext {
  readonly read: Reader;
  readonly texts: Texts;
  /** For notices to a place, whose language the subject knows. */
  textsIn(lang: Lang): Texts;
  /** Of the person told, where that is known. */
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly now: number;
  readonly person?: string;
  command(name: string): string;
}

export interface NoticeSpec {
  readonly name: string;
  /** Words the notice at the moment it is sent, or says why it is no longer needed. */
  word(context: NoticeContext, subject: string): Promise<Reply | { readonly suppressed: string }>;
  /** Told what became of it, in the write that notes so. A crash may leave it untold. */
  settled?(tx: Writer, subject: string, end: NoticeEnd): Promise<void>;
}

export interface NoticeEnd {
  readonly state: 'waiting' | 'sent' | 'failed' | 'suppressed' | 'expired' | 'uncertain' | 'cleared';
  readonly reason: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Guards look at every message before anything else does, inside forms too. */
export interface GuardSpec {
  /** Named by form fields that suspend it. */
  readonly name: string;
  find(message: Message | Command): string | undefined;
  /** `found` is what `find` gave. */
  handle(turn: Turn, found: string): Promise<Handled>;
}

/** A chance to take a free text before the answers do. */
export interface FreeTextHook {
  handle(turn: Turn<Message>): Promise<Handled | undefined>;
}

export interface ChatFeature {
  readonly name: string;
  readonly commands?: readonly CommandSpec[];
  readonly presses?: readonly PressSpec[];
  readonly forms?: readonly FormSpec[];
  readonly notices?: readonly NoticeSpec[];
  readonly guards?: readonly GuardSpec[];
  /** Asked in the order of the features; the first answer wins. */
  readonly freeText?: FreeTextHook;
  /** Buttons that help and greeting offer for a start; at most one or two a feature. */
  firstSteps?(context: HomeContext): readonly Button[];
  /** The first screen of an arriving person; the first feature that has one gives it. */
  greet?(turn: Turn): Promise<Handled>;
  /** This feature's section of a home page, where a platform has one; nothing when it has nothing for this person. */
  home?(context: HomeContext): Promise<readonly Block[]>;
  /** Runs in the write of every use case, after it: for what follows from work done, such as ticking off a reminder. */
  afterWork?(
    tx: Writer,
    turn: Pick<Turn, 'actor' | 'incoming' | 'now' | 'today' | 'notify' | 'texts'>,
  ): Promise<void>;
  /** Runs a command that came with photos or files; may fetch them before and look at the outcome after. */
  withAttachments?(turn: Turn<Command>, run: () => Promise<Handled>): Promise<Handled>;
}
