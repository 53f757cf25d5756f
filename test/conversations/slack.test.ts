import { describe, expect, it } from 'vitest';
import { playDialogue } from '../support/dialogue.ts';
import { dialogues, readDialogue } from '../support/dialogues.ts';
import { startSlackStage } from '../support/slack/stage.ts';

describe('conversations on Slack', () => {
  it.for(dialogues)('%s', async (name, context) => {
    const dialogue = readDialogue(name);
    const reason = dialogue.reasonNotOn('Slack');
    if (reason !== undefined) return context.skip(reason);
    const { assistant, stage } = await startSlackStage();
    await playDialogue(dialogue.steps, stage);
    expect(assistant.complaints).toEqual([]);
  });
});
