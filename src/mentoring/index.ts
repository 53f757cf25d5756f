/** Mentoring as one feature. */
import type { Feature } from '../feature.ts';
import { mayLogFieldWork } from '../people/index.ts';
import { sessionAttachable } from './attachable.ts';
import { caseloadCommands, caseloadPresses } from './caseload-chat.ts';
import { sessionCommands, sessionPresses } from './chat.ts';
import { sessionIndicators } from './count-session.ts';
import { sessionExport } from './exports.ts';
import { sessionForm } from './form-chat.ts';
import { handOverCommands, handOverNotice, handOverPresses } from './hand-over-chat.ts';
import { listCommands, listPresses } from './list-chat.ts';
import { sessionData, sessionRetention } from './my-data.ts';
import { outageNotice, tellLastLogs } from './outage-chat.ts';
import { plannedReminder } from './planned-chat.ts';
import { repeatCommands } from './repeat-chat.ts';
import { sessionReport } from './report.ts';
import { visitCommands, visitForms, visitPresses } from './schedule-chat.ts';
import { teamCommands, teamPresses } from './team-chat.ts';
import { teamForms, teamNotice } from './team-fix-chat.ts';
import { unvisitedReminder } from './unvisited-chat.ts';

export { findSessionsWith } from './erase-store.ts';
export { logSession } from './log-session.ts';
export { forgetVisit, noteVisit } from './note-visit.ts';
export { doubtDate } from './session.ts';

/** @param features all features, for what they know about a person; asked at first use. */
export const createMentoring = (features: () => readonly Feature[]): Feature => ({
  name: 'mentoring',
  commands: [
    ...sessionCommands,
    ...repeatCommands,
    ...caseloadCommands(features),
    ...visitCommands,
    ...listCommands,
    ...teamCommands,
    ...handOverCommands,
  ],
  presses: [
    ...sessionPresses,
    ...caseloadPresses(features),
    ...visitPresses,
    ...listPresses,
    ...teamPresses,
    ...handOverPresses,
  ],
  forms: [sessionForm, ...visitForms, ...teamForms],
  notices: [outageNotice, teamNotice, handOverNotice],
  afterOutage: tellLastLogs,
  indicators: sessionIndicators,
  reminders: [plannedReminder, unvisitedReminder],
  exports: [sessionExport],
  reportSections: sessionReport,
  attachables: [sessionAttachable],
  myData: sessionData,
  retention: sessionRetention,
  firstSteps: (turn) =>
    mayLogFieldWork(turn.actor)
      ? [
          {
            label: turn.texts.t('mentoring-first-step'),
            press: 'mentoring.begin',
            subject: '',
            style: 'main',
          },
        ]
      : [],
});
