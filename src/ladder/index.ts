/** The ladder of ProKUS as one feature: households, receipts of BSiMU, partners, moves from stage to stage. */
import type { Feature } from '../feature.ts';
import { aboutKpm } from './about-chat.ts';
import { bsimuAttachable } from './attachable.ts';
import { bsimuCommands, bsimuForms, bsimuPresses } from './bsimu-chat.ts';
import { ladderIndicators } from './count-ladder.ts';
import { ladderExports } from './exports.ts';
import { historyCommands, historyPresses } from './history-chat.ts';
import { ladderImports } from './imports.ts';
import { kpmCommands, kpmForms, kpmPresses } from './kpm-chat.ts';
import { moveCommands, moveForms, moveNotices, movePresses } from './move-chat.ts';
import { ladderData, ladderRetention } from './my-data-chat.ts';
import { partnerCommands, partnerPresses } from './partner-chat.ts';
import { ladderReport } from './report.ts';
import { homeLadder, proposalReminder, weeklyLadder } from './waiting-chat.ts';

export { fillLadder } from './demo.ts';
export { checkLadder } from './ladder-source.ts';

export const ladder: Feature = {
  name: 'ladder',
  commands: [...kpmCommands, ...bsimuCommands, ...moveCommands, ...historyCommands, ...partnerCommands],
  presses: [...kpmPresses, ...historyPresses, ...bsimuPresses, ...movePresses, ...partnerPresses],
  forms: [...kpmForms, ...bsimuForms, ...moveForms],
  notices: moveNotices,
  indicators: ladderIndicators,
  reminders: [proposalReminder],
  imports: ladderImports,
  exports: ladderExports,
  attachables: [bsimuAttachable],
  reportSections: ladderReport,
  aboutPeople: aboutKpm,
  myData: ladderData,
  retention: ladderRetention,
  home: homeLadder,
  weekly: weeklyLadder,
};
