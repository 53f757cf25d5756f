/** Without a code: the question to whoever accompanies the applicant, and what becomes of it. */
import type { Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import { say } from '../chat/say.ts';
import { formatInstant } from '../language/date.ts';
import { newCode } from '../store/index.ts';
import { findAsk } from './ask-store.ts';
import { answerConfirm, askToConfirm } from './confirm.ts';
import { findApplicationById } from './store.ts';
import { namesOf, notThere, programmeOf } from './words-chat.ts';

/** The words are the same whatever the number stands for. */
const ask = (turn: Turn, number: string): Promise<Handled> => {
  const mark = newCode(1);
  const { address } = turn.incoming;
  return turn.commit(
    async (tx) => {
      const input = { number, mark, address, lang: turn.texts.lang, now: turn.now };
      const asked = await askToConfirm(tx, turn.actor, input);
      for (const person of asked.tell)
        await turn.notify(tx, { notice: 'applications.confirm-asked', subject: asked.ask, person });
    },
    () => say(turn, 'applications-asked', { mark }),
  );
};

const answer = (turn: Turn, id: string, yes: boolean): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await answerConfirm(tx, turn.actor, { id, yes, now: turn.now });
      if (outcome.kind === 'confirmed')
        await turn.notify(tx, { notice: 'applications.linked', subject: id, place: outcome.ask.address });
      return outcome.kind;
    },
    (kind) => {
      if (kind === 'not-there') return notThere(turn);
      const said = say(turn, `applications-confirm-${kind}`);
      return kind === 'confirmed' || kind === 'denied' ? { ...said, replaces: 'pressed' } : said;
    },
  );

export const confirmPresses: readonly PressSpec[] = [
  { name: 'applications.ask', handle: ask },
  { name: 'applications.confirm', handle: (turn, id) => answer(turn, id, true) },
  { name: 'applications.deny', handle: (turn, id) => answer(turn, id, false) },
];

export const confirmNotices: readonly NoticeSpec[] = [
  {
    name: 'applications.confirm-asked',
    async word({ read, texts, zone }, id) {
      const asked = await findAsk(read, id);
      const row = asked === undefined ? undefined : await findApplicationById(read, asked.application);
      if (asked?.state !== 'open' || row === undefined || row.person === null)
        return { suppressed: 'answered meanwhile' };
      const args = {
        name: (await namesOf(read, [row.person])).get(row.person) ?? '',
        number: row.number,
        programme: programmeOf(texts, row),
        mark: asked.mark,
        time: formatInstant(asked.askedAt, zone, texts.lang),
      };
      return say({ texts }, 'applications-confirm-asked', args, [
        {
          label: texts.t('applications-confirm-yes'),
          press: 'applications.confirm',
          subject: id,
          style: 'main',
        },
        { label: texts.t('applications-confirm-no'), press: 'applications.deny', subject: id },
      ]);
    },
  },
];
