/** The desk as one feature: a question that the bot cannot answer reaches a human, and the answer comes back. */
import type { Feature } from '../feature.ts';
import type { Address } from '../people/index.ts';
import { askerNotices, createAskerCommands, createAskerPresses, createSilence } from './asker-chat.ts';
import { createDeskJobs } from './jobs.ts';
import { createStaffChat } from './staff-chat.ts';
import { countClosedSince, countOpen } from './store.ts';

export { handOverIn, humanButton } from './asker-chat.ts';
export { deskRecords } from './my-data-store.ts';
export { isStaffed } from './words-chat.ts';

/** @param desk the staff's channel, where there is one; else each staff member gets the cards. */
export function createDesk(desk: Address | undefined): Feature {
  const staff = createStaffChat(desk);
  const silence = createSilence(desk);
  return {
    name: 'desk',
    commands: [...createAskerCommands(desk), ...staff.commands],
    presses: [...createAskerPresses(desk), ...staff.presses],
    forms: [staff.form],
    notices: [...askerNotices, ...staff.notices],
    freeText: { handle: async (turn) => (await staff.threadReply(turn)) ?? silence(turn) },
    jobs: createDeskJobs,
    home: staff.home,
    async weekly({ read, since, texts }) {
      const [open, closed] = [await countOpen(read), await countClosedSince(read, since)];
      return [{ kind: 'text', text: texts.rich('desk-weekly', { ...open, closed }) }];
    },
  };
}
