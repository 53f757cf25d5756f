/**
 * The assistant in a terminal: several personas may speak, each in a private conversation of its own. What is delivered
 * is handed to a listener, which prints it; nothing here touches standard output.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Adapter, Delivered, Outgoing, Receive } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';
import { parseCommand } from '../../src/chat/command-text.ts';
import type { Attachment, Incoming } from '../../src/chat/incoming.ts';
import { readLimited } from '../../src/chat/read-limited.ts';
import { consoleCapabilities } from './capabilities.ts';
import type { ConsoleLine } from './parse-line.ts';
import { renderPart, type Shown } from './render.ts';

export const platform = 'console';

export interface ConsoleMessage extends Shown {
  /** The persona it was delivered to. */
  readonly to: string;
}

export type Spoken = 'sent' | { readonly problem: string };

export interface ConsoleAdapter extends Adapter {
  /** Sends a line as a persona; resolves when it is stored. */
  speak(line: ConsoleLine, persona: string, shownName: string): Promise<Spoken>;
}

export interface ConsoleOptions {
  readonly now: () => number;
  readonly onMessage: (message: ConsoleMessage) => void;
  /** Marks events of this process, so that a later one never repeats their ids. */
  readonly session: string;
}

interface ShownPart {
  readonly ref: string;
  readonly shown: Shown;
}

/** How many messages back a button can be pressed by its label; a number means the newest message only. */
const pressable = 10;

const mimeOf: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

const addressOf = (persona: string): Address => ({ platform, place: persona, kind: 'private' });

/** The button meant by a label or, in the newest message, by its number. */
function findButton(parts: readonly ShownPart[], typed: string): { token: string; ref: string } | undefined {
  const wanted = typed.toLowerCase();
  const newestFirst = parts.toReversed();
  const all = newestFirst.flatMap(({ ref, shown }) => shown.buttons.map((button) => ({ ...button, ref })));
  const [newest] = newestFirst;
  const numbered = /^\d+$/.test(typed) ? newest?.shown.buttons[Number(typed) - 1] : undefined;
  return (
    all.find(({ label }) => label.toLowerCase() === wanted) ??
    (numbered === undefined || newest === undefined ? undefined : { ...numbered, ref: newest.ref }) ??
    all.find(({ label }) => label.toLowerCase().includes(wanted))
  );
}

export function createConsole(options: ConsoleOptions): ConsoleAdapter {
  let receive: Receive | undefined;
  let events = 0;
  let messages = 0;
  const shownTo = new Map<string, readonly ShownPart[]>();
  const lastSaid = new Map<string, string>();
  const under: Set<Promise<unknown>> = new Set();

  const envelope = (persona: string, shownName: string) => ({
    eventId: `${options.session}-${++events}`,
    receivedAt: options.now(),
    address: addressOf(persona),
    sender: { account: persona, name: shownName },
    addressed: true,
  });

  async function attach(path: string): Promise<Attachment | undefined> {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || !found.isFile()) return undefined;
    const mime = mimeOf[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return {
      ref: path,
      kind: mime.startsWith('image/') ? 'photo' : 'document',
      mime,
      size: found.size,
      name: basename(path),
    };
  }

  async function toIncoming(
    line: ConsoleLine,
    persona: string,
    shownName: string,
  ): Promise<Incoming | { problem: string }> {
    const base = envelope(persona, shownName);
    switch (line.kind) {
      case 'press': {
        const parts = shownTo.get(persona) ?? [];
        const found = findButton(parts, line.label);
        if (found !== undefined) return { ...base, kind: 'press', token: found.token, ref: found.ref };
        const labels = parts.at(-1)?.shown.buttons.map(({ label }) => label) ?? [];
        return { problem: `no button ${line.label}; shown last: ${labels.join(', ') || 'none'}` };
      }
      case 'file': {
        const attachment = await attach(line.path);
        if (attachment === undefined) return { problem: `no file at ${line.path}` };
        return { ...base, kind: 'message', ref: `said-${events}`, text: '', attachments: [attachment] };
      }
      case 'text':
      case 'edit': {
        const edited = line.kind === 'edit' ? lastSaid.get(persona) : undefined;
        if (line.kind === 'edit' && edited === undefined)
          return { problem: 'nothing was said yet that could be edited' };
        const ref = edited ?? `${options.session}-said-${events}`;
        lastSaid.set(persona, ref);
        const written = { ref, attachments: [], ...(edited === undefined ? {} : { edits: true }) };
        const command = parseCommand(line.text);
        return command === undefined
          ? { ...base, ...written, kind: 'message', text: line.text }
          : { ...base, ...written, kind: 'command', ...command };
      }
      default:
        return line satisfies never;
    }
  }

  return {
    platform,
    capabilities: consoleCapabilities,
    async start(given) {
      receive = given;
    },
    async stop() {
      receive = undefined;
      await Promise.allSettled(under);
    },
    async close() {},
    async speak(line, persona, shownName) {
      const incoming = await toIncoming(line, persona, shownName);
      if ('problem' in incoming) return incoming;
      if (receive === undefined) return { problem: 'the assistant is not running' };
      const stored = receive([incoming]);
      under.add(stored);
      await stored.finally(() => under.delete(stored));
      return 'sent';
    },
    async deliver(address: Address, outgoing: Outgoing): Promise<Delivered> {
      if (outgoing.kind !== 'part') return { kind: 'delivered', refs: [] };
      const shown = renderPart(outgoing.part);
      const ref = outgoing.part.replaces ?? `shown-${++messages}`;
      const before = (shownTo.get(address.place) ?? []).filter((other) => other.ref !== ref);
      shownTo.set(address.place, [...before, { ref, shown }].slice(-pressable));
      options.onMessage({ to: address.place, ...shown });
      return { kind: 'delivered', refs: [ref] };
    },
    fetch: (ref, mostBytes) => readLimited(createReadStream(ref), mostBytes),
  };
}
