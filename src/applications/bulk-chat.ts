/** Approving all that wait in an area: one coordinator asks, another says yes or no. */
import type { Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { findPerson, mayDecideApplications } from '../people/index.ts';
import { announce } from './announce-chat.ts';
import { findBulk } from './ask-store.ts';
import { answerProposedBulk, type BulkAnswered, proposeBulk } from './decide-many.ts';
import { reasonField } from './move-chat.ts';
import { notThere } from './words-chat.ts';

const listButton = (texts: Turn['texts']) => ({
  label: texts.t('applications-button-list'),
  press: 'applications.list',
  subject: '',
});

export const bulkForm: FormSpec = {
  name: 'applications.bulk',
  version: 1,
  title: 'applications-form-bulk',
  submitLabel: 'applications-bulk-submit',
  intro: 'applications-bulk-intro',
  fields: [
    reasonField('applications-ask-approve', ['applications-pick-complete', 'applications-pick-criteria']),
  ],
  submit: (turn, values, area) =>
    turn.commit(
      async (tx) => {
        const input = { area: area ?? '', reason: values.reason ?? '', now: turn.now };
        const outcome = await proposeBulk(tx, turn.actor, input);
        if (outcome.kind === 'proposed')
          for (const person of outcome.tell)
            await turn.notify(tx, { notice: 'applications.bulk-asked', subject: outcome.bulk.id, person });
        return outcome;
      },
      (outcome) => {
        if (outcome.kind === 'not-allowed') return notThere(turn);
        const buttons = [listButton(turn.texts)];
        if (outcome.kind === 'nothing-waits') return say(turn, 'applications-bulk-nothing', {}, buttons);
        const { bulk, tell } = outcome;
        const key = tell.length === 0 ? 'applications-bulk-nobody' : 'applications-bulk-proposed';
        const where = areaName(bulk.area, turn.texts.lang);
        return say(turn, key, { n: bulk.numbers.length, area: where, told: tell.length }, buttons);
      },
    ),
};

function sayAnswered(turn: Turn, outcome: BulkAnswered): Reply {
  const buttons = [listButton(turn.texts)];
  switch (outcome.kind) {
    case 'not-there':
      return notThere(turn);
    case 'answered-before':
    case 'own-proposal':
    case 'refused':
      return say(turn, `applications-bulk-${outcome.kind}`, {}, buttons);
    case 'confirmed':
      return say(
        turn,
        'applications-bulk-confirmed',
        { n: outcome.approved.length, of: outcome.bulk.numbers.length },
        buttons,
      );
    default:
      return outcome satisfies never;
  }
}

const answer = (turn: Turn, id: string, yes: boolean): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await answerProposedBulk(tx, turn.actor, { id, yes, now: turn.now });
      if (outcome.kind === 'confirmed') for (const row of outcome.approved) await announce(tx, turn, row);
      if (outcome.kind === 'confirmed' || outcome.kind === 'refused')
        await turn.notify(tx, {
          notice: 'applications.bulk-answered',
          subject: id,
          person: outcome.bulk.proposedBy,
        });
      return outcome;
    },
    (outcome) => sayAnswered(turn, outcome),
  );

export const bulkPresses: readonly PressSpec[] = [
  {
    name: 'applications.bulk',
    handle: async (turn, area) =>
      mayDecideApplications(turn.actor, area)
        ? { blocks: [{ kind: 'form', form: bulkForm.name, subject: area }] }
        : notThere(turn),
  },
  { name: 'applications.bulk-yes', handle: (turn, id) => answer(turn, id, true) },
  { name: 'applications.bulk-no', handle: (turn, id) => answer(turn, id, false) },
];

export const bulkNotices: readonly NoticeSpec[] = [
  {
    name: 'applications.bulk-asked',
    async word({ read, texts }, id) {
      const bulk = await findBulk(read, id);
      if (bulk?.state !== 'open') return { suppressed: 'answered meanwhile' };
      const proposer = await findPerson(read, bulk.proposedBy);
      const args = {
        name: proposer?.name ?? '',
        n: bulk.numbers.length,
        area: areaName(bulk.area, texts.lang),
        reason: bulk.reason,
        numbers: bulk.numbers.slice(0, 20).join(', '),
      };
      return say({ texts }, 'applications-bulk-asked', args, [
        {
          label: texts.t('applications-bulk-yes', { n: bulk.numbers.length }),
          press: 'applications.bulk-yes',
          subject: id,
          style: 'main',
        },
        { label: texts.t('applications-bulk-no'), press: 'applications.bulk-no', subject: id },
        { label: texts.t('applications-button-list'), press: 'applications.list', subject: 'proposed~0' },
      ]);
    },
  },
  {
    name: 'applications.bulk-answered',
    async word({ read, texts }, id) {
      const bulk = await findBulk(read, id);
      if (bulk === undefined) return { suppressed: 'the proposal was forgotten' };
      const who = bulk.answeredBy === null ? undefined : await findPerson(read, bulk.answeredBy);
      const key =
        bulk.state === 'confirmed' ? 'applications-bulk-was-confirmed' : 'applications-bulk-was-refused';
      const args = { name: who?.name ?? '', n: bulk.approved ?? 0, of: bulk.numbers.length };
      return say({ texts }, key, args, [listButton(texts)]);
    },
  },
];
