/** The staff's weekly digest in the desk's channel: what every feature has to say of the week, a picture first. */
import type { NoticeSpec } from '../chat/feature.ts';
import type { Block } from '../chat/reply.ts';
import type { Feature } from '../feature.ts';
import { addDays, startOfDate, toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import type { Zone } from '../language/locale.ts';
import type { Address } from '../people/index.ts';

const noticeName = 'reminders.weekly';

/** @param desk the staff's channel. Told on Monday mornings; a Monday that was missed is caught up once. */
export function createWeekly(
  features: () => readonly Feature[],
  options: { readonly desk: Address; readonly zone: Zone },
): Feature {
  const { desk, zone } = options;
  const notice: NoticeSpec = {
    name: noticeName,
    async word(context, date) {
      const { calendar, now, read, texts } = context;
      const since = startOfDate(addDays(date, -7), zone);
      const title: Block = {
        kind: 'text',
        text: texts.rich('reminders-weekly-title', {
          from: formatDay(addDays(date, -7), texts.lang),
          to: formatDay(addDays(date, -1), texts.lang),
        }),
      };
      const blocks: Block[] = [];
      for (const feature of features())
        blocks.push(
          ...((await feature.weekly?.({
            read,
            texts,
            zone,
            calendar,
            now,
            today: toDate(now, zone),
            since,
          })) ?? []),
        );
      return {
        blocks: [
          title,
          ...blocks.filter((block) => block.kind === 'image'),
          ...blocks.filter((block) => block.kind !== 'image'),
          {
            kind: 'buttons',
            buttons: [
              { label: texts.t('reminders-button-targets'), press: 'targets.open' },
              { label: texts.t('reminders-button-desk'), press: 'desk.list', subject: '0' },
            ],
          },
        ],
      };
    },
  };
  return {
    name: 'weekly',
    notices: [notice],
    jobs: ({ now }) => [
      {
        name: noticeName,
        pattern: '0 8 * * 1',
        zone,
        missed: 'once',
        run: (_planned, write) =>
          write((_tx, tell) =>
            tell([{ notice: noticeName, subject: toDate(now(), zone), place: desk, policy: 'never' }]),
          ),
      },
    ],
  };
}
