import { describe, expect, it } from 'vitest';
import { startAssistant } from '../support/assistant.ts';
import { consoleStage } from '../support/console-stage.ts';
import { playDialogue } from '../support/dialogue.ts';
import { dialogues, readDialogue } from '../support/dialogues.ts';

describe('conversations at the console', () => {
  it.each(dialogues)('%s', async (name) => {
    const assistant = await startAssistant();
    await playDialogue(readDialogue(name).steps, consoleStage(assistant));
    expect(assistant.complaints).toEqual([]);
  });
});
