/** The dialogues that anybody can write, as files: the same ones are played on every platform. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDialogue, type Step } from './dialogue.ts';

const folder = join(import.meta.dirname, '../conversations');

/** Names of the dialogues. */
export const dialogues: readonly string[] = readdirSync(folder).filter((name) => name.endsWith('.txt'));

export interface Dialogue {
  readonly steps: readonly Step[];
  /** Why it cannot be played on a platform: `# not on Slack: …`. */
  reasonNotOn(platform: string): string | undefined;
}

export function readDialogue(name: string): Dialogue {
  const source = readFileSync(join(folder, name), 'utf8');
  return {
    steps: parseDialogue(source),
    reasonNotOn: (platform) => new RegExp(`^# not on ${platform}: (.+)$`, 'm').exec(source)?.[1],
  };
}
