/** Applications as one feature, and what others may use of it. */
import type { Feature } from '../feature.ts';
import { announceNotices } from './announce-chat.ts';
import { bulkForm, bulkNotices, bulkPresses } from './bulk-chat.ts';
import { confirmNotices, confirmPresses } from './confirm-chat.ts';
import { approvedIndicator } from './count-approved.ts';
import { applicationExport } from './exports.ts';
import { applicationImport } from './imports.ts';
import { homeApplications, listCommands, listPresses, weeklyApplications } from './list-chat.ts';
import { moveForms, movePresses } from './move-chat.ts';
import { applicationData, applicationRetention } from './my-data.ts';
import { registerCommands, registerForm, registerPresses } from './register-chat.ts';
import { applicationReport } from './report.ts';
import { statusCommand, statusForm, statusFreeText, statusPresses } from './status-chat.ts';
import { waitingReminder } from './waiting-chat.ts';

export { type DemoApplication, fillApplications, renewApplicationCodes } from './demo.ts';
export { checkProgrammes } from './programme-source.ts';

/** The press that begins a complaint about an application, where a feature has it. */
const objectionPress = 'cases.begin';

/** @param features all features, asked at first use: an objection is offered only where one of them takes it. */
export function createApplications(features: () => readonly Feature[]): Feature {
  const objection = (): boolean =>
    features().some((feature) => feature.presses?.some((press) => press.name === objectionPress));
  return {
    name: 'applications',
    commands: [statusCommand(objection), ...registerCommands, ...listCommands],
    presses: [
      ...statusPresses(objection),
      ...registerPresses,
      ...listPresses,
      ...movePresses,
      ...confirmPresses,
      ...bulkPresses,
    ],
    forms: [statusForm(objection), registerForm, ...moveForms, bulkForm],
    notices: [...announceNotices, ...confirmNotices, ...bulkNotices],
    freeText: statusFreeText(objection),
    indicators: [approvedIndicator],
    reminders: [waitingReminder],
    imports: [applicationImport],
    exports: [applicationExport],
    reportSections: [applicationReport],
    myData: applicationData,
    retention: applicationRetention,
    home: homeApplications,
    weekly: weeklyApplications,
    firstSteps: ({ actor, texts }) =>
      actor.roles.length === 0
        ? [{ label: texts.t('applications-first-step'), press: 'applications.status', subject: '' }]
        : [],
  };
}
