/** What the desk keeps of an account: shown, erased, and forgotten when its time is over. */
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import {
  eraseAskers,
  eraseHandovers,
  findAskedBy,
  findSaid,
  forgetHandovers,
  forgetQuestions,
  type Said,
} from './my-data-store.ts';

const data: MyDataSpec = {
  show: async () => [],
  erase: async () => [],
  account: {
    async show(read, account, { texts, zone }) {
      const block = (title: string, rows: readonly Said[]) => ({
        kind: 'text' as const,
        text: [
          ...texts.rich(title),
          ...rows.map((one) => `\n• ${formatDay(toDate(one.at, zone), texts.lang)} · ${one.text}`),
        ],
      });
      const said = await findSaid(read, account);
      const waiting = await findAskedBy(read, account);
      return [
        ...(said.length === 0 ? [] : [block('desk-data-title', said)]),
        ...(waiting.length === 0 ? [] : [block('desk-data-waiting', waiting)]),
      ];
    },
    async erase(tx, account) {
      await eraseHandovers(tx, account);
      await eraseAskers(tx, account);
    },
  },
};

const retention: readonly RetentionSpec[] = [
  { kind: 'questions-to-staff', forget: forgetHandovers },
  { kind: 'unanswered-questions', forget: forgetQuestions },
];

/** The desk's records, for whoever asks all features what they keep. */
export const deskRecords = { name: 'desk', myData: data, retention };
