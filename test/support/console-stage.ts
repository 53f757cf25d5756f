/** Plays dialogues at the console, on the whole assistant with sample people. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConsoleMessage } from '../../adapters/console/create.ts';
import { personas } from '../../src/demo.ts';
import type { TestAssistant } from './assistant.ts';
import type { Stage, StageMessage } from './dialogue.ts';
import { temporaryFolder } from './folder.ts';
import { sampleFile } from './sample-files.ts';

const minuteMs = 60_000;

const toStage = ({ buttons, text, to }: ConsoleMessage): StageMessage => ({
  to,
  text,
  buttons: buttons.map((button) => button.label),
});

export function consoleStage(assistant: TestAssistant): Stage {
  const known = new Set(personas.map((one) => one.id));
  const hear = async (persona: string, line: string): Promise<readonly StageMessage[]> => {
    if (!known.has(persona)) throw new Error(`nobody is called ${persona}`);
    return (await assistant.say(persona, line)).map(toStage);
  };
  /** A text that would be read as a press, an edit or a file is escaped. */
  const asText = (text: string): string =>
    (/^[:@]/.test(text) ? `${text[0]}${text}` : text).replaceAll('\n', '\\n');
  return {
    name: 'console',
    say: (persona, text) => hear(persona, asText(text)),
    press: (persona, label) => hear(persona, `:${label}`),
    send(persona, name) {
      const { bytes } = sampleFile(name);
      const path = join(temporaryFolder(), name);
      writeFileSync(path, bytes);
      return hear(persona, `@${path}`);
    },
    edit: (persona, text) => hear(persona, `:edit ${text.replaceAll('\n', '\\n')}`),
    async wait(minutes) {
      await assistant.clock.jump(minutes * minuteMs);
      await assistant.app.scheduler.tick();
      await assistant.app.idle();
      return assistant.heard().map(toStage);
    },
  };
}
