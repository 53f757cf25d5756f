/** Guards in conversation: what is noticed in a message before anything else, what is said to it, and who hears of it. */
import type { GuardSpec, Handled, Turn } from '../chat/feature.ts';
import type { Command, Message } from '../chat/incoming.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { handOverIn, isStaffed } from '../desk/index.ts';
import type { Address } from '../people/index.ts';
import type { Answering } from './answer.ts';
import type { Guard, GuardName } from './guards.ts';
import { guardParagraphs } from './words-chat.ts';

/** The most pressing first; all but the first two leave commands alone, whose text is a record. */
const guardNames: readonly GuardName[] = [
  'identity',
  'danger',
  'photo',
  'secret',
  'scam',
  'levy',
  'erase',
  'other-person',
];
const inCommands: ReadonlySet<GuardName> = new Set(['identity', 'photo']);

const isPicture = (mime: string | undefined): boolean => mime?.startsWith('image/') === true;

const textOf = (incoming: Message | Command): string =>
  incoming.kind === 'message' ? incoming.text : incoming.rest;

/** Words that staff send on with `>>` are theirs, not a report. */
const isStaffReply = (text: string): boolean => /^\s*(?:>>|»)/u.test(text);

function buttonsFor(turn: Turn, guard: Guard): readonly Button[] {
  const help: Button = { label: turn.texts.t('chat-help-button'), press: 'chat.help' };
  const ask: Button = {
    label: turn.texts.t('desk-button-ask'),
    press: 'desk.ask',
    subject: textOf(turn.incoming as Message).slice(0, 1_000),
  };
  const show = (label: string, topic: string): Button => ({
    label: turn.texts.t(label),
    press: 'answers.show',
    subject: topic,
  });
  switch (guard.guard) {
    case 'danger':
      return [help];
    case 'levy': {
      const report: Button = {
        label: turn.texts.t('answers-button-report-officer'),
        press: 'cases.begin',
        subject: 'protected|',
      };
      return guard.asks
        ? [ask, report, help]
        : [report, show('answers-button-where-to-report', guard.topic ?? 'complaint.levy'), help];
    }
    case 'scam':
    case 'secret':
      return [ask, help];
    case 'erase':
      return [{ label: turn.texts.t('answers-button-my-data'), press: 'privacy.mine' }, ask, help];
    case 'other-person':
      return [show('answers-button-check-self', 'data.check'), help];
    default:
      return [help];
  }
}

/** A photo without words that belongs to no record: most likely of an identity card. */
export const barePhoto: Guard = { guard: 'photo', topic: 'privacy.photo', asks: false, urgent: false };

export function createGuards(
  answering: Answering,
  desk: Address | undefined,
  yearOf: (now: number) => number,
): readonly GuardSpec[] {
  const seen = new WeakMap<object, Guard | null>();
  const guardOf = (incoming: Message | Command): Guard | null => {
    const known = seen.get(incoming);
    if (known !== undefined) return known;
    const text = textOf(incoming);
    const found = answering.guard(text, {
      sealedCount: incoming.sealed?.length ?? 0,
      // A photo without words may belong to a record; the answers speak up when it does not.
      photo:
        text.trim() !== '' && incoming.attachments.some((one) => one.kind === 'photo' || isPicture(one.mime)),
    });
    seen.set(incoming, found);
    return found;
  };

  const reply = (turn: Turn, guard: Guard, handed: boolean): Reply => {
    const topic = guard.topic === undefined ? undefined : answering.topic(guard.topic);
    const paragraphs = guardParagraphs(guard, topic, turn.texts, yearOf(turn.now));
    const blocks: Block[] = paragraphs.map((text) => ({ kind: 'text', text }));
    if (handed) blocks.push({ kind: 'text', text: turn.texts.rich('answers-guard-handed-over') });
    blocks.push({ kind: 'buttons', buttons: buttonsFor(turn, guard) });
    const { incoming } = turn;
    const erases = guard.guard === 'identity' || guard.guard === 'photo' || guard.guard === 'secret';
    return {
      blocks,
      audience: 'only-sender',
      ...(erases && 'ref' in incoming && incoming.ref !== undefined ? { erases: incoming.ref } : {}),
    };
  };

  async function handle(turn: Turn, found: string): Promise<Handled> {
    const guard = JSON.parse(found) as Guard;
    const reports = guard.guard === 'danger' || (guard.guard === 'levy' && !guard.asks);
    if (guard.guard === 'identity')
      return turn.commit(
        (tx) => turn.forgetSealed(tx),
        () => reply(turn, guard, false),
      );
    const isPrivate = turn.incoming.address.kind === 'private';
    if (!reports || !isPrivate || !(await isStaffed(turn.read, desk))) return reply(turn, guard, false);
    const kind = guard.guard === 'danger' ? 'danger' : 'levy';
    return turn.commit(
      (tx) => handOverIn(tx, turn, { text: textOf(turn.incoming as Message), kind, desk }),
      () => reply(turn, guard, true),
    );
  }

  return guardNames.map((name) => ({
    name,
    find(incoming) {
      if (incoming.kind === 'command' && !inCommands.has(name)) return undefined;
      if (name !== 'identity' && isStaffReply(textOf(incoming))) return undefined;
      // An identity number in an urgent message must not hide the danger: both guards look for themselves.
      const guard = guardOf(incoming);
      if (guard?.guard === name) return JSON.stringify(guard);
      if (name === 'identity' && (incoming.sealed?.length ?? 0) > 0 && guard?.guard !== 'danger')
        return JSON.stringify({
          guard: 'identity',
          asks: false,
          urgent: false,
          topic: 'privacy.photo',
        } satisfies Guard);
      return undefined;
    },
    handle,
  }));
}
