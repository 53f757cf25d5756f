/** The registers of the programmes as one feature. */
import type { Feature } from '../feature.ts';
import { activityCommands, activityPresses } from './activity-chat.ts';
import { activityExport } from './activity-files.ts';
import { activityForms } from './activity-form-chat.ts';
import { activityImport } from './activity-import.ts';
import { activityAttachable, activityReport } from './activity-report.ts';
import { registerCommands, registerPresses } from './chat.ts';
import { activityIndicators } from './count-activity.ts';
import { registerIndicators } from './count-entry.ts';
import { expiringReminder } from './expiring-chat.ts';
import { registerExports } from './exports.ts';
import { registerForms } from './form-chat.ts';
import { homeRegisters, weeklyRegisters } from './home-chat.ts';
import { registerImports } from './imports.ts';
import { listPresses } from './list-chat.ts';
import { registerData, registerRetention } from './my-data.ts';
import { prelistNotices } from './prelist-change-chat.ts';
import { prelistCommands, prelistPresses } from './prelist-chat.ts';
import { prelistIndicator } from './prelist-file.ts';
import { prelistForms } from './prelist-form-chat.ts';
import { prelistImport } from './prelist-import.ts';

export { fillRegisters } from './demo.ts';
export { readPrelist } from './prelist-file.ts';

export const registers: Feature = {
  name: 'registers',
  commands: [...registerCommands, ...activityCommands, ...prelistCommands],
  presses: [...registerPresses, ...listPresses, ...activityPresses, ...prelistPresses],
  forms: [...registerForms, ...activityForms, ...prelistForms],
  notices: prelistNotices,
  indicators: [...registerIndicators, ...activityIndicators, prelistIndicator],
  reminders: [expiringReminder],
  imports: [...registerImports, activityImport, prelistImport],
  exports: [...registerExports, activityExport],
  reportSections: [activityReport],
  attachables: [activityAttachable],
  myData: registerData,
  retention: registerRetention,
  home: homeRegisters,
  weekly: weeklyRegisters,
};
