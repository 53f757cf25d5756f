import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startAssistant } from '../support/assistant.ts';
import { consoleStage } from '../support/console-stage.ts';
import { parseDialogue, playDialogue } from '../support/dialogue.ts';
import { startSlackStage } from '../support/slack/stage.ts';
import { startTelegramStage } from '../support/telegram/stage.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('conversations at the console', () => {
  it.each(files)('%s', async (name) => {
    const assistant = await startAssistant();
    await playDialogue(parseDialogue(readFileSync(join(folder, name), 'utf8')), consoleStage(assistant));
    expect(assistant.complaints).toEqual([]);
  });
});

describe('conversations on Telegram', () => {
  it.each(files)('%s', async (name) => {
    const { assistant, stage } = await startTelegramStage();
    await playDialogue(parseDialogue(readFileSync(join(folder, name), 'utf8')), stage);
    expect(assistant.complaints).toEqual([]);
  });
});

describe('conversations on Slack', () => {
  it.for(files)('%s', async (name, context) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const reason = /^# not on Slack: (.+)$/m.exec(source)?.[1];
    if (reason !== undefined) return context.skip(reason);
    const { assistant, stage } = await startSlackStage();
    await playDialogue(parseDialogue(source), stage);
    expect(assistant.complaints).toEqual([]);
  });
});
