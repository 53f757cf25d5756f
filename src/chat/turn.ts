/**
 * One turn of a conversation: what a handler sees of the moment, and the single write that stores a change, its audit,
 * its fitted reply and the mark that the event is done. Knows no feature and no platform.
 */
import type { Lang, Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { Actor } from '../people/actor.ts';
import type { HashCode, Reader, Store, Writer } from '../store/index.ts';
import type { Address } from './address.ts';
import type { Capabilities } from './capabilities.ts';
import type { Talk } from './conversation.ts';
import type { Committed, Handled, NoticeRow, Texts, Turn } from './feature.ts';
import { fit } from './fit.ts';
import type { FormContext, FormSpec } from './form.ts';
import { openForm, toModal } from './form-engine.ts';
import type { AnswerWith, Incoming } from './incoming.ts';
import type { StoredPress } from './press.ts';
import type { Block, FittedForm, FormBlock, Part, Reply } from './reply.ts';

/** A message ready to be written to the outbox together with a turn. */
export interface TurnMessage {
  readonly parts: readonly Part[];
  readonly fallback?: Part;
  readonly answerWith?: AnswerWith;
  readonly erases?: string;
  /** See `Reply.record`. */
  readonly record?: string;
}

/** What a turn needs from the delivery side; every call belongs to the same write. */
export interface TurnStore {
  /** Marks the event as done; false when it was done before, and then nothing else may be written. */
  finish(tx: Writer, turnId: string): Promise<boolean>;
  reply(tx: Writer, turnId: string, address: Address, message: TurnMessage): Promise<void>;
  notice(tx: Writer, notice: NoticeRow): Promise<void>;
  /** Erases identity numbers from the vault. */
  forget(tx: Writer, sealed: readonly string[]): Promise<void>;
  savePresses(tx: Writer, presses: readonly StoredPress[]): Promise<void>;
  saveTalk(tx: Writer, talk: Talk): Promise<void>;
  /** Called after the commit: what was written may be sent now. */
  committed(): void;
}

export interface TurnInput {
  readonly incoming: Incoming;
  readonly turnId: string;
  readonly actor: Actor;
  readonly texts: Texts;
  readonly lang: Lang;
  readonly zone: Zone;
  readonly calendar: WorkCalendar;
  readonly now: number;
  readonly today: string;
  readonly talk: Talk;
  /** The memory as it was loaded, as JSON. */
  readonly talkBefore: string;
  readonly capabilities: Capabilities;
  readonly store: Store;
  readonly hashCode: HashCode;
  readonly turns: TurnStore;
  readonly fetch: Turn['fetch'];
  readonly formOf: (name: string) => FormSpec | undefined;
  /** Runs in the turn's write, before anything else. */
  readonly before: (tx: Writer) => Promise<void>;
  /** Runs in the write of a use case, after it. */
  readonly afterWork: (tx: Writer, turn: Turn) => Promise<void>;
  readonly report: (changes: readonly string[]) => void;
}

/** The turn was done before, by an earlier delivery of the same event. */
export class AlreadyDone extends Error {
  override readonly name = 'AlreadyDone';
}

/** A form came complete from the start: the router submits it instead of asking. */
export class FormComplete extends Error {
  override readonly name = 'FormComplete';
  readonly spec: FormSpec;
  readonly values: Readonly<Record<string, string>>;
  readonly subject: string | undefined;
  constructor(spec: FormSpec, values: Readonly<Record<string, string>>, subject: string | undefined) {
    super(`form ${spec.name} is complete`);
    this.spec = spec;
    this.values = values;
    this.subject = subject;
  }
}

const isMany = (handled: Reply | readonly Reply[]): handled is readonly Reply[] => Array.isArray(handled);
export const isCommitted = (handled: Handled): handled is Committed => 'committed' in handled;

export interface RunningTurn {
  readonly turn: Turn;
  /** Writes a turn whose handler only had something to say. */
  finish(handled: Handled): Promise<void>;
}

export function createTurn(input: TurnInput): RunningTurn {
  const { capabilities, incoming, now, store, talk, texts, turns, turnId } = input;

  const formContext = (read: Reader, subject: string | undefined): FormContext => ({
    read,
    texts,
    today: input.today,
    ...(input.actor.person === undefined ? {} : { person: input.actor.person.id }),
    ...(subject === undefined ? {} : { subject }),
  });

  async function resolveForm(
    read: Reader,
    block: FormBlock,
  ): Promise<readonly (Exclude<Block, FormBlock> | FittedForm)[]> {
    const spec = input.formOf(block.form);
    if (spec === undefined) throw new Error(`no form is called ${block.form}`);
    const context = formContext(read, block.subject);
    if (capabilities.forms === 'modal') {
      const ready = incoming.answerWith !== undefined && incoming.answerWith.expiresAt > now;
      return ready ? [await toModal(spec, block.values ?? {}, context)] : [openButton(spec, block)];
    }
    const step = await openForm(spec, block.values ?? {}, context, incoming.eventId.slice(-6));
    if (step.kind === 'complete') throw new FormComplete(spec, step.values, block.subject);
    talk.form = step.open;
    return step.blocks.filter((one): one is Exclude<Block, FormBlock> => one.kind !== 'form');
  }

  const openButton = (spec: FormSpec, block: FormBlock): Exclude<Block, FormBlock> => ({
    kind: 'buttons',
    buttons: [
      {
        label: texts.t('chat-form-open', { title: texts.t(spec.title) }),
        press: 'form.open',
        subject: JSON.stringify({ form: block.form, values: block.values ?? {}, subject: block.subject }),
        style: 'main',
      },
    ],
  });

  async function toMessage(tx: Writer, reply: Reply): Promise<TurnMessage> {
    const blocks: (Exclude<Block, FormBlock> | FittedForm)[] = [];
    let fallback: Part | undefined;
    for (const block of reply.blocks) {
      if (block.kind !== 'form') blocks.push(block);
      else {
        blocks.push(...(await resolveForm(tx, block)));
        const spec = input.formOf(block.form);
        if (spec !== undefined && capabilities.forms === 'modal') {
          const instead = fit(
            { blocks: [{ kind: 'text', text: [texts.t(spec.title)] }, openButton(spec, block)] },
            capabilities,
            now,
          );
          fallback = instead.parts[0];
          await turns.savePresses(tx, instead.presses);
        }
      }
    }
    const pressedRef = reply.replaces === 'pressed' && incoming.kind === 'press' ? incoming.ref : undefined;
    const fitted = fit(
      {
        blocks,
        ...(reply.audience === undefined ? {} : { audience: reply.audience }),
        ...(pressedRef === undefined ? {} : { replaces: pressedRef }),
        asPage: incoming.address.kind === 'home',
      },
      capabilities,
      now,
    );
    if (fitted.changes.length > 0) input.report(fitted.changes);
    await turns.savePresses(tx, fitted.presses);
    const needsRights = fitted.parts.some(
      (part) => part.audience === 'only-sender' || part.blocks.some((block) => block.kind === 'form'),
    );
    const answerWith = needsRights ? incoming.answerWith : undefined;
    return {
      parts: fitted.parts,
      ...(fallback === undefined ? {} : { fallback }),
      ...(answerWith === undefined ? {} : { answerWith }),
      ...(reply.record === undefined ? {} : { record: reply.record }),
      ...(reply.erases !== undefined && capabilities.erases ? { erases: reply.erases } : {}),
    };
  }

  async function close(tx: Writer, said: Reply | readonly Reply[]): Promise<void> {
    for (const reply of isMany(said) ? said : [said]) {
      if (reply.blocks.length === 0) continue;
      const message = await toMessage(tx, reply);
      await turns.reply(tx, turnId, incoming.address, message);
    }
    if (JSON.stringify(talk) !== input.talkBefore) await turns.saveTalk(tx, talk);
  }

  async function write<T>(
    work: (tx: Writer) => Promise<T>,
    say: (outcome: T) => Reply | readonly Reply[],
    isWork: boolean,
  ): Promise<Committed> {
    await store.write(async (tx) => {
      if (!(await turns.finish(tx, turnId))) throw new AlreadyDone();
      await input.before(tx);
      const outcome = await work(tx);
      if (isWork) await input.afterWork(tx, turn);
      await close(tx, say(outcome));
    });
    turns.committed();
    return { committed: true };
  }

  const turn: Turn = {
    incoming,
    actor: input.actor,
    texts,
    zone: input.zone,
    calendar: input.calendar,
    now,
    today: input.today,
    read: store.read,
    talk,
    fetch: input.fetch,
    command: (name) => `${capabilities.commandPrefix}${name}`,
    commit: (work, say) => write(work, say, true),
    hashCode: input.hashCode,
    forgetSealed: (tx) =>
      turns.forget(
        tx,
        (incoming.sealed ?? []).map((one) => one.ref),
      ),
    notify: (tx, notice) => turns.notice(tx, notice),
  };
  return {
    turn,
    async finish(handled) {
      if (isCommitted(handled)) return;
      await write(
        () => Promise.resolve(),
        () => handled,
        false,
      );
    },
  };
}
