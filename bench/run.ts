/** `npm run bench [NAME…]`: every measurement, or those named: telegram, start, answers, screens, field-work, reports, reminders, eligibility. */
import { benchFieldWork } from './field-work.ts';
import { benchReminders } from './reminders.ts';
import { benchReports } from './reports.ts';
import { benchScreens } from './screens.ts';
import { benchStart } from './start.ts';
import { benchTelegram } from './telegram.ts';

const all: Readonly<Record<string, () => Promise<void>>> = {
  start: benchStart,
  telegram: benchTelegram,
  screens: benchScreens,
  'field-work': benchFieldWork,
  reports: benchReports,
  reminders: benchReminders,
  answers: async () => {
    await import('./answers.ts');
  },
  eligibility: async () => {
    await import('./eligibility.ts');
  },
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(all))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
process.exit(0);
