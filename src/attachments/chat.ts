/**
 * Photos, places and files in conversation: they go to the last record, to the record whose receipt is replied to, or
 * to what their caption logs. One message confirms what was sent together, and grows with an album.
 */
import { addressKey } from '../chat/address.ts';
import type { ChatFeature, Handled, NoticeRow, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { Command, Message } from '../chat/incoming.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { findCardByRef, recordCard } from '../delivery/store.ts';
import type { AttachableRecord, AttachableSpec } from '../feature.ts';
import type { Writer } from '../store/index.ts';
import { attach, detach } from './attach.ts';
import { attachMs, mostBytes, type Refusal } from './attachment.ts';
import { type Brought, bring, bringsAnything, letGo } from './fetch-chat.ts';
import type { Files } from './files.ts';
import { findOnRecord, findTogether } from './store.ts';

type Specs = () => readonly AttachableSpec[];

interface Found {
  readonly spec: AttachableSpec;
  readonly record: AttachableRecord;
}

const keyOf = ({ record, spec }: Found): string => `${spec.kind}:${record.id}`;

async function findByKey(
  turn: Pick<Turn, 'read' | 'actor'>,
  specs: Specs,
  key: string,
): Promise<Found | undefined> {
  const [kind = '', id = ''] = key.split(':');
  const spec = specs().find((one) => one.kind === kind);
  const record = await spec?.find(turn.read, turn.actor, id);
  return spec === undefined || record === undefined ? undefined : { spec, record };
}

/** The record whose receipt is replied to. A thread below a receipt is a reply to it as well. */
async function findReplied(turn: Turn, specs: Specs, repliesTo: string): Promise<Found | undefined> {
  const { thread: _, ...place } = turn.incoming.address;
  const card =
    (await findCardByRef(turn.read, addressKey(place), repliesTo)) ??
    (await findCardByRef(turn.read, addressKey(turn.incoming.address), repliesTo));
  return card?.startsWith(recordCard) === true
    ? findByKey(turn, specs, card.slice(recordCard.length).split('|')[0] ?? '')
    : undefined;
}

async function findLast(turn: Turn, specs: Specs): Promise<Found | undefined> {
  let last: Found | undefined;
  for (const spec of specs()) {
    const record = await spec.findLast(turn.read, turn.actor);
    if (record === undefined || turn.now - record.at > attachMs) continue;
    if (last === undefined || record.at > last.record.at) last = { spec, record };
  }
  return last;
}

/** What was sent together: the album, else the message alone; one conversation never shares it with another. */
const togetherOf = (incoming: Message | Command): string =>
  `${addressKey(incoming.address)}|${incoming.album ?? incoming.ref}`;

const mostMb = mostBytes / 1024 / 1024;

const refusalLine = (texts: Turn['texts'], refusal: Refusal): string =>
  texts.t(`attachments-${refusal}`, { most: mostMb });

/** Confirms what was sent together, or says why something was not kept; replaces its own earlier version. */
const confirmation = (
  turn: Pick<Turn, 'texts' | 'incoming'>,
  input: {
    readonly key: string;
    readonly name: string;
    readonly together: string;
    readonly refused: readonly Refusal[];
  },
): NoticeRow => ({
  notice: 'attachments.kept',
  subject: JSON.stringify({ ...input, lang: turn.texts.lang }),
  place: turn.incoming.address,
  // A reply to the confirmation is about the same record.
  card: `${recordCard}${input.key}|${input.together}`,
});

const keptNotice: NoticeSpec = {
  name: 'attachments.kept',
  async word({ read, textsIn }, subject) {
    const { key, lang, name, refused, together } = JSON.parse(subject) as {
      key: string;
      lang: 'id' | 'en';
      name: string;
      refused: readonly Refusal[];
      together: string;
    };
    const texts = textsIn(lang);
    const sent = (await findTogether(read, together)).filter((row) => row.record === key).length;
    const all = (await findOnRecord(read, key)).length;
    const blocks: Block[] = [
      ...(sent === 0
        ? [{ kind: 'text' as const, text: texts.rich('attachments-kept-none', { name }) }]
        : [{ kind: 'text' as const, text: texts.rich('attachments-kept', { n: sent, name, all }) }]),
      ...refused.map((one): Block => ({ kind: 'text', text: [refusalLine(texts, one)] })),
      {
        kind: 'buttons',
        buttons: [
          ...(sent === 0
            ? []
            : [{ label: texts.t('attachments-remove'), press: 'attachments.remove', subject: together }]),
          { label: texts.t('chat-help-button'), press: 'chat.help' },
        ],
      },
    ];
    return { blocks };
  },
};

const sayRefused = (turn: Turn, refused: readonly Refusal[]): Reply => {
  const [first, ...more] = [...new Set(refused)];
  const help: Button = { label: turn.texts.t('chat-help-button'), press: 'chat.help' };
  return {
    blocks: [
      ...[first ?? 'not-fetched', ...more].map(
        (one): Block => ({ kind: 'text', text: [refusalLine(turn.texts, one)] }),
      ),
      { kind: 'buttons', buttons: [help] },
    ],
  };
};

const sayFull = (turn: Turn, found: Found, most: number): Reply =>
  say(turn, 'attachments-full', { name: found.record.name, most });

async function attachTo(turn: Turn<Message>, found: Found, files: Files): Promise<Handled> {
  const { incoming } = turn;
  const brought = await bring(turn, incoming, files);
  if (brought.items.length === 0) return sayRefused(turn, brought.refused);
  const together = togetherOf(incoming);
  const key = keyOf(found);
  try {
    return await turn.commit(
      async (tx) => {
        const outcome = await attach(tx, turn.actor, {
          key,
          record: found.record,
          items: brought.items,
          together,
          now: turn.now,
        });
        if (outcome.kind === 'attached')
          await turn.notify(
            tx,
            confirmation(turn, { key, name: found.record.name, together, refused: brought.refused }),
          );
        return outcome;
      },
      (outcome) => (outcome.kind === 'full' ? sayFull(turn, found, outcome.most) : { blocks: [] }),
    );
  } finally {
    await letGo(turn.read, files, brought);
  }
}

/** Files that wait for the record which their caption makes, by the event. */
interface Waiting {
  readonly brought: Brought;
  taken: boolean;
}

export function createAttachmentChat(
  specs: Specs,
  files: Files,
): Required<Pick<ChatFeature, 'freeText' | 'presses' | 'notices' | 'withAttachments' | 'afterWork'>> {
  const waiting = new WeakMap<object, Waiting>();

  async function takeCaption(tx: Writer, turn: Parameters<NonNullable<ChatFeature['afterWork']>>[1]) {
    const { incoming } = turn;
    const held = waiting.get(incoming);
    if (held === undefined || (incoming.kind !== 'command' && incoming.kind !== 'message')) return;
    const source = `${addressKey(incoming.address)}|${incoming.ref}`;
    for (const spec of specs()) {
      for (const record of (await spec.findBySource?.(tx, source)) ?? []) {
        const key = `${spec.kind}:${record.id}`;
        const together = togetherOf(incoming);
        const { items, refused } = held.brought;
        const outcome = await attach(tx, turn.actor, { key, record, items, together, now: turn.now });
        if (outcome.kind === 'attached') held.taken = true;
        await turn.notify(tx, confirmation(turn, { key, name: record.name, together, refused }));
      }
    }
  }

  const presses: readonly PressSpec[] = [
    {
      name: 'attachments.remove',
      handle: (turn, together) =>
        turn.commit(
          (tx) => detach(tx, turn.actor, together, turn.now),
          (outcome) => {
            const said = say(
              turn,
              `attachments-${outcome.kind === 'removed' ? 'removed' : outcome.kind === 'too-late' ? 'too-late' : 'gone'}`,
              outcome.kind === 'removed' ? { n: outcome.n } : {},
            );
            return outcome.kind === 'removed' ? { ...said, replaces: 'pressed' } : said;
          },
        ),
    },
  ];

  return {
    presses,
    notices: [keptNotice],
    afterWork: takeCaption,
    freeText: {
      async handle(turn) {
        const { incoming } = turn;
        if (incoming.address.kind !== 'private' || incoming.edits === true || !bringsAnything(incoming))
          return undefined;
        const found =
          (incoming.repliesTo === undefined
            ? undefined
            : await findReplied(turn, specs, incoming.repliesTo)) ?? (await findLast(turn, specs));
        if (found !== undefined) return attachTo(turn, found, files);
        // A place alone says nothing; a file may have words that are a question.
        return incoming.location === undefined ? undefined : say(turn, 'attachments-no-record');
      },
    },
    async withAttachments(turn, run) {
      if (turn.incoming.address.kind !== 'private' || !bringsAnything(turn.incoming)) return run();
      const brought = await bring(turn, turn.incoming, files);
      const held: Waiting = { brought, taken: false };
      waiting.set(turn.incoming, held);
      try {
        const handled = await run();
        if (!held.taken && !('committed' in handled) && brought.items.length > 0) {
          const replies: readonly Reply[] = Array.isArray(handled) ? handled : [handled as Reply];
          return [...replies, say(turn, 'attachments-send-again')];
        }
        return handled;
      } finally {
        await letGo(turn.read, files, brought);
      }
    },
  };
}
