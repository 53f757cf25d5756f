/** What the desk keeps of an account: shown, erased, and forgotten when its time is over. */
import { addressKey } from '../chat/address.ts';
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import { findActor } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import {
  eraseAskersIn,
  eraseHandovers,
  findAskedIn,
  findSaid,
  forgetAskers,
  forgetHandovers,
} from './my-data-store.ts';

/** The private conversation of an account, where it has one. */
async function conversationOf(read: Reader, account: string): Promise<string | undefined> {
  const known = await findActor(read, account);
  return known?.address == null ? undefined : addressKey(known.address);
}

const data: MyDataSpec = {
  show: async () => [],
  erase: async () => [],
  account: {
    async show(read, account, { texts, zone }) {
      const conversation = await conversationOf(read, account);
      const asked = conversation === undefined ? [] : await findAskedIn(read, conversation);
      const said = [...(await findSaid(read, account)), ...asked];
      if (said.length === 0) return [];
      const lines = said.map((one) => `\n• ${formatDay(toDate(one.at, zone), texts.lang)} · ${one.text}`);
      return [{ kind: 'text', text: [...texts.rich('desk-data-title'), ...lines] }];
    },
    async erase(tx, account) {
      await eraseHandovers(tx, account);
      const conversation = await conversationOf(tx, account);
      if (conversation !== undefined) await eraseAskersIn(tx, conversation);
    },
  },
};

const retention: readonly RetentionSpec[] = [
  { kind: 'questions-to-staff', forget: forgetHandovers },
  { kind: 'unanswered-questions', forget: forgetAskers },
];

/** The desk's records, for whoever asks all features what they keep. */
export const deskRecords = { name: 'desk', myData: data, retention };
