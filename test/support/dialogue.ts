/**
 * Reads and plays dialogues that anybody can write:
 *
 *     rina> /sesi siti mentoring 90m        Rina says something
 *     bot> Tersimpan                        the answer to her contains this
 *     bot> [Batalkan] [Lihat catatan]       and has these buttons
 *     bot!> NIK                             and nowhere this
 *     bot to dewi> Pertanyaan baru          Dewi is told this
 *     rina presses Batalkan
 *     rina edits> /sesi siti mentoring 60m  the last message, corrected
 *     rina sends foto.jpg                   a sample file (test/support/sample-files.ts)
 *     bot> Nomor pengajuan: <number>        what stands there is remembered as `number`
 *     siti> /status <number>                and said again
 *     wait 20 minutes
 *
 * Lines that begin with `#` or hold nothing are for the reader.
 */
import { expect } from 'vitest';

export interface StageMessage {
  readonly to: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

/** One platform on which a dialogue is played. */
export interface Stage {
  readonly name: string;
  say(persona: string, text: string): Promise<readonly StageMessage[]>;
  press(persona: string, label: string): Promise<readonly StageMessage[]>;
  edit(persona: string, text: string): Promise<readonly StageMessage[]>;
  /** Sends one of the sample files, without words. */
  send(persona: string, file: string): Promise<readonly StageMessage[]>;
  wait(minutes: number): Promise<readonly StageMessage[]>;
}

export type Step =
  | {
      readonly kind: 'say' | 'edit' | 'press' | 'send';
      readonly line: number;
      readonly who: string;
      readonly text: string;
    }
  | { readonly kind: 'expect' | 'refuse'; readonly line: number; readonly to?: string; readonly text: string }
  | { readonly kind: 'wait'; readonly line: number; readonly minutes: number };

export function parseDialogue(source: string): readonly Step[] {
  return source.split('\n').flatMap((raw, at): Step[] => {
    const line = at + 1;
    const text = raw.trim();
    if (text === '' || text.startsWith('#')) return [];
    const wait = /^wait (\d+) minutes?$/.exec(text);
    if (wait !== null) return [{ kind: 'wait', line, minutes: Number(wait[1]) }];
    const bot = /^bot(!)?(?: to (\w+))?> (.*)$/.exec(text);
    if (bot !== null) {
      const to = bot[2];
      return [
        {
          kind: bot[1] === '!' ? 'refuse' : 'expect',
          line,
          text: bot[3] ?? '',
          ...(to === undefined ? {} : { to }),
        },
      ];
    }
    const press = /^(\w+) presses (.+)$/.exec(text);
    if (press !== null) return [{ kind: 'press', line, who: press[1] ?? '', text: press[2] ?? '' }];
    const sent = /^(\w+) sends (\S+)$/.exec(text);
    if (sent !== null) return [{ kind: 'send', line, who: sent[1] ?? '', text: sent[2] ?? '' }];
    const said = /^(\w+)( edits)?> (.*)$/.exec(text);
    if (said !== null) {
      return [
        {
          kind: said[2] === undefined ? 'say' : 'edit',
          line,
          who: said[1] ?? '',
          text: (said[3] ?? '').replaceAll('\\n', '\n'),
        },
      ];
    }
    throw new Error(`line ${line} of the dialogue is not understood: ${text}`);
  });
}

const isButtons = (text: string): boolean => /^(\[[^\]]+\]\s*)+$/.test(text);
const labelsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1] ?? '');
const simple = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const blank = /<([a-z]+)>/g;

/** Puts in what was remembered. */
const fill = (text: string, known: ReadonlyMap<string, string>): string =>
  text.replaceAll(blank, (all, name: string) => known.get(name) ?? all);

/** Finds `text` in what was said and remembers what stands in its blanks; undefined when it is not there. */
function findBlanks(text: string, said: string): ReadonlyMap<string, string> | undefined {
  const names = [...text.matchAll(blank)].map((match) => match[1] ?? '');
  const parts = text.split(/<[a-z]+>/).map(literally);
  const match = new RegExp(parts.join('([0-9A-Z-]+)')).exec(said);
  return match === null ? undefined : new Map(names.map((name, at) => [name, match[at + 1] ?? '']));
}

/** Plays a dialogue; fails with the line of the dialogue that did not come true. */
export async function playDialogue(steps: readonly Step[], stage: Stage): Promise<void> {
  let speaker = '';
  let heard: readonly StageMessage[] = [];
  const known = new Map<string, string>();
  for (const written of steps) {
    const step = 'text' in written ? { ...written, text: fill(written.text, known) } : written;
    const where = `line ${step.line} on ${stage.name}`;
    switch (step.kind) {
      case 'say':
      case 'edit':
      case 'press':
      case 'send':
        speaker = step.who;
        heard = await stage[step.kind](step.who, step.text);
        break;
      case 'wait':
        heard = await stage.wait(step.minutes);
        break;
      case 'expect':
      case 'refuse': {
        const mine = heard.filter((message) => message.to === (step.to ?? speaker));
        if (isButtons(step.text)) {
          const shown = mine.flatMap((message) => message.buttons);
          for (const label of labelsOf(step.text)) {
            if (step.kind === 'expect') expect(shown, where).toContain(label);
            else expect(shown, where).not.toContain(label);
          }
          break;
        }
        const all = simple(mine.map((message) => message.text).join('\n'));
        const wanted = simple(step.text);
        const blanks = step.kind === 'expect' ? findBlanks(wanted, all) : undefined;
        for (const [name, value] of blanks ?? []) known.set(name, value);
        if (blanks !== undefined) break;
        if (step.kind === 'expect') expect(all, where).toContain(wanted);
        else expect(all, where).not.toContain(simple(step.text));
        break;
      }
      default:
        step satisfies never;
    }
  }
}
