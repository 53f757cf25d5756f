/** After a long outage: tells active facilitators the last log that arrived, so that they can send the rest again. */
import type { NoticeRow, NoticeSpec } from '../chat/feature.ts';
import type { Outage } from '../feature.ts';
import { formatInstant } from '../language/date.ts';
import { findPerson } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { findLastLogs, findSession } from './store.ts';
import { describeSession } from './words-chat.ts';

const activeMs = 30 * 24 * 3_600_000;

export async function tellLastLogs(read: Reader, outage: Outage): Promise<readonly NoticeRow[]> {
  const last = await findLastLogs(read, outage.since - activeMs);
  return last.map((row) => ({
    notice: 'mentoring.outage',
    subject: `${row.id}~${outage.since}`,
    person: row.facilitator,
    policy: 'never',
  }));
}

export const outageNotice: NoticeSpec = {
  name: 'mentoring.outage',
  async word({ command, read, texts, zone }, subject) {
    const [id = '', since = ''] = subject.split('~');
    const row = await findSession(read, id);
    if (row === undefined) return { suppressed: 'the session is gone' };
    const person = await findPerson(read, row.person);
    return {
      blocks: [
        {
          kind: 'text',
          text: texts.rich('mentoring-outage', {
            since: formatInstant(Number(since), zone, texts.lang),
            number: String(row.number),
            name: person?.name ?? '',
            what: describeSession({ texts }, row),
            command: command('catatan'),
          }),
        },
        {
          kind: 'buttons',
          buttons: [{ label: texts.t('mentoring-to-log'), press: 'mentoring.log', subject: '' }],
        },
      ],
    };
  },
};
