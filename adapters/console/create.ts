/**
 * The assistant in a terminal: several personas may speak, each in a private conversation of its own. What is delivered
 * is handed to a listener, which prints it; nothing here touches standard output.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Adapter, Delivered, Outgoing, Receive } from '../../src/chat/adapter.ts';
import type { Address } from '../../src/chat/address.ts';
import { parseCommand } from '../../src/chat/command-text.ts';
import type { Attachment, Incoming } from '../../src/chat/incoming.ts';
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

const mimeOf: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

const addressOf = (persona: string): Address => ({ platform, place: persona, kind: 'private' });

export function createConsole(options: ConsoleOptions): ConsoleAdapter {
  let receive: Receive | undefined;
  let events = 0;
  let messages = 0;
  const lastShown = new Map<string, { ref: string; shown: Shown }>();
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
        const last = lastShown.get(persona);
        const buttons = last?.shown.buttons ?? [];
        const wanted = line.label.toLowerCase();
        const button =
          buttons.find((one) => one.label.toLowerCase() === wanted) ??
          (/^\d+$/.test(line.label) ? buttons[Number(line.label) - 1] : undefined) ??
          buttons.find((one) => one.label.toLowerCase().includes(wanted));
        if (last === undefined || button === undefined) {
          return {
            problem: `no button ${line.label}; shown last: ${buttons.map((one) => one.label).join(', ') || 'none'}`,
          };
        }
        return { ...base, kind: 'press', token: button.token, ref: last.ref };
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
      lastShown.set(address.place, { ref, shown });
      options.onMessage({ to: address.place, ...shown });
      return { kind: 'delivered', refs: [ref] };
    },
    fetch: (ref) => readFile(ref),
  };
}
