/** The registers of the programmes as one feature. */
import type { Feature } from '../feature.ts';
import { registerCommands, registerPresses } from './chat.ts';
import { registerIndicators } from './count-entry.ts';
import { expiringReminder } from './expiring-chat.ts';
import { registerExports } from './exports.ts';
import { registerForms } from './form-chat.ts';
import { homeRegisters, weeklyRegisters } from './home-chat.ts';
import { registerImports } from './imports.ts';
import { listPresses } from './list-chat.ts';
import { registerData, registerRetention } from './my-data.ts';

export const registers: Feature = {
  name: 'registers',
  commands: registerCommands,
  presses: [...registerPresses, ...listPresses],
  forms: registerForms,
  indicators: registerIndicators,
  reminders: [expiringReminder],
  imports: registerImports,
  exports: registerExports,
  myData: registerData,
  retention: registerRetention,
  home: homeRegisters,
  weekly: weeklyRegisters,
};
