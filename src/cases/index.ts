/** Cases as one feature: from the first complaint or need to the solved one. */
import type { Feature } from '../feature.ts';
import { type Address, mayLogFieldWork } from '../people/index.ts';
import { caseAttachable } from './attachable.ts';
import { caseIndicators } from './count-case.ts';
import { dueReminder } from './due-chat.ts';
import { caseExport } from './exports.ts';
import { caseForms } from './forms-chat.ts';
import { caseJobs } from './jobs.ts';
import { homeCases, listCommands, listPresses } from './list-chat.ts';
import { movePresses } from './move-chat.ts';
import { caseMyData, caseRetention } from './my-data-chat.ts';
import { caseNotices } from './notices-chat.ts';
import { openCommands, openPresses } from './open-chat.ts';
import { caseReport } from './report.ts';
import type { Sla } from './sla.ts';
import { loadSla } from './sla-source.ts';
import { countCases, countSince } from './store.ts';

export { readSla } from './sla-source.ts';

/** @param desk the staff's channel, where there is one; else each staff member gets what goes to the desk. */
export function createCases(desk: Address | undefined): Feature {
  let loaded: Sla | undefined;
  const setup = {
    desk,
    sla: () => {
      loaded ??= loadSla();
      return loaded;
    },
  };
  return {
    name: 'cases',
    commands: [...openCommands, ...listCommands],
    presses: [...openPresses(setup), ...movePresses(setup), ...listPresses],
    forms: caseForms(setup),
    notices: caseNotices,
    jobs: caseJobs(setup),
    indicators: caseIndicators,
    reminders: [dueReminder],
    exports: [caseExport],
    reportSections: [caseReport],
    attachables: [caseAttachable],
    myData: caseMyData,
    retention: caseRetention,
    home: homeCases,
    async weekly({ now, read, since, texts }) {
      const { open, overdue } = await countCases(read, { kind: 'area', area: 'ID' }, now);
      const { closed, opened } = await countSince(read, since);
      return [{ kind: 'text', text: texts.rich('cases-weekly', { open, overdue, opened, closed }) }];
    },
    firstSteps: ({ actor, texts }) =>
      mayLogFieldWork(actor)
        ? [{ label: texts.t('cases-first-refer'), press: 'cases.refer-begin' }]
        : actor.roles.length === 0
          ? [{ label: texts.t('cases-first-report'), press: 'cases.begin', subject: '' }]
          : [],
  };
}
