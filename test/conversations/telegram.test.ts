import { describe, expect, it } from 'vitest';
import { playDialogue } from '../support/dialogue.ts';
import { dialogues, readDialogue } from '../support/dialogues.ts';
import { startTelegramStage } from '../support/telegram/stage.ts';

describe('conversations on Telegram', () => {
  it.each(dialogues)('%s', async (name) => {
    const { assistant, stage } = await startTelegramStage();
    await playDialogue(readDialogue(name).steps, stage);
    expect(assistant.complaints).toEqual([]);
  });
});
