/** Mentoring as one feature. */
import type { Feature } from '../feature.ts';
import { mayLogFieldWork } from '../people/index.ts';
import { sessionCommands, sessionPresses } from './chat.ts';
import { sessionIndicators } from './count-session.ts';
import { sessionExport } from './exports.ts';
import { sessionForm } from './form-chat.ts';
import { listCommands, listPresses } from './list-chat.ts';
import { sessionData, sessionRetention } from './my-data.ts';
import { outageNotice, tellLastLogs } from './outage-chat.ts';
import { unvisitedReminder } from './unvisited-chat.ts';

export { logSession } from './log-session.ts';
export { doubtDate } from './session.ts';
export { forgetVisit, noteVisit } from './visit-store.ts';

export const mentoring: Feature = {
  name: 'mentoring',
  commands: [...sessionCommands, ...listCommands],
  presses: [...sessionPresses, ...listPresses],
  forms: [sessionForm],
  notices: [outageNotice],
  afterOutage: tellLastLogs,
  indicators: sessionIndicators,
  reminders: [unvisitedReminder],
  exports: [sessionExport],
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
};
