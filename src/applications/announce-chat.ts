/** Tells the applicant that something changed. A phone may belong to a whole family: nothing is named before it is opened. */
import type { NoticeSpec, Turn } from '../chat/feature.ts';
import { say } from '../chat/say.ts';
import { findReach } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import { findAsk } from './ask-store.ts';
import { type ApplicationRow, findApplication, findApplicationById } from './store.ts';

/** In the write of the change. Nothing is sent to somebody who has no account here. */
export async function announce(
  tx: Writer,
  turn: Pick<Turn, 'notify'>,
  row: Pick<ApplicationRow, 'number' | 'person'>,
): Promise<void> {
  if (row.person === null || (await findReach(tx, row.person)) === undefined) return;
  await turn.notify(tx, { notice: 'applications.changed', subject: row.number, person: row.person });
}

const opening = (texts: Turn['texts'], number: string) => [
  {
    label: texts.t('applications-button-see'),
    press: 'applications.mine',
    subject: number,
    style: 'main' as const,
  },
];

export const announceNotices: readonly NoticeSpec[] = [
  {
    name: 'applications.changed',
    async word({ read, texts }, number) {
      const row = await findApplication(read, number);
      if (row === undefined || row.person === null) return { suppressed: 'the application was erased' };
      return say({ texts }, 'applications-notice-changed', {}, opening(texts, number));
    },
  },
  {
    name: 'applications.linked',
    async word({ read, textsIn }, id) {
      const ask = await findAsk(read, id);
      const row = ask === undefined ? undefined : await findApplicationById(read, ask.application);
      if (ask === undefined || row === undefined) return { suppressed: 'the application was erased' };
      const texts = textsIn(ask.lang);
      return say({ texts }, 'applications-notice-linked', {}, opening(texts, row.number));
    },
  },
];
