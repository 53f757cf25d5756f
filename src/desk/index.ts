/**
 * The desk as one feature: a question that the bot cannot answer reaches a human, the answer comes back to everybody who
 * asked the same, and becomes one of the bot's own when a second person agrees.
 */
import type { Feature } from '../feature.ts';
import { askerNotices, createAskerCommands, createAskerPresses, createSilence } from './asker-chat.ts';
import { createGroupChat } from './group-chat.ts';
import { createDeskJobs } from './jobs.ts';
import { createNoting, type DeskOptions } from './noting-chat.ts';
import { createProposalChat } from './proposal-chat.ts';
import { createStaffChat } from './staff-chat.ts';
import { weeklyDesk } from './weekly-chat.ts';

export { handOverIn, humanButton } from './asker-chat.ts';
export type { DeskKnowledge, Objection, TopicDraft } from './knowledge.ts';
export type { QuestionViews } from './likeness.ts';
export { deskRecords } from './my-data-chat.ts';
export { createNoting, type Noting } from './noting-chat.ts';
export { adoptedVersion, findAdopted } from './proposal-store.ts';
export { isStaffed } from './words-chat.ts';

export function createDesk(options: DeskOptions): Feature {
  const { desk } = options;
  const noting = createNoting(options);
  const staff = createStaffChat(options);
  const groups = createGroupChat(options);
  const proposals = createProposalChat(options);
  const silence = createSilence(desk);
  return {
    name: 'desk',
    commands: [...createAskerCommands(options, noting), ...staff.commands],
    presses: [
      ...createAskerPresses(options, noting),
      ...staff.presses,
      ...groups.presses,
      ...proposals.presses,
    ],
    forms: [staff.form, groups.form, proposals.form],
    notices: [...askerNotices, ...staff.notices, ...groups.notices, ...proposals.notices],
    freeText: { handle: async (turn) => (await staff.threadReply(turn)) ?? silence(turn) },
    jobs: (tools) => createDeskJobs(desk, tools),
    home: staff.home,
    weekly: weeklyDesk,
  };
}
