/** Keeping a result, looking at kept ones, and sending one to the facilitator: each with consent first. */
import type { Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { MyDataSpec, RetentionSpec } from '../feature.ts';
import { toDate } from '../language/calendar.ts';
import { formatDate } from '../language/date.ts';
import { actorId, findPerson } from '../people/index.ts';
import type { Rules } from './book.ts';
import { type Check, parseCheck, toText } from './check.ts';
import { findReceiver, forgetResult, keepResult, mayKeep, sendResult } from './keep-result.ts';
import { goButton, listButton } from './question-chat.ts';
import { deleteResults, findResults, forgetResults, type ResultRow } from './store.ts';
import { assessmentParagraphs } from './words-chat.ts';

const noticeName = 'eligibility.received';

export const savedButton = (turn: Pick<Turn, 'texts'>): Button => ({
  label: turn.texts.t('eligibility-button-saved'),
  press: 'eligibility.saved',
});

export function keepPresses(rules: () => Rules): readonly PressSpec[] {
  /** The check of a press; polite where its rules have changed or this person may not. */
  const withCheck =
    (handle: (turn: Turn, check: Check) => Promise<Handled>) =>
    async (turn: Turn, subject: string): Promise<Handled> => {
      const check = parseCheck(subject, rules().programmes);
      if (check === undefined) return say(turn, 'eligibility-stale', {}, [listButton(turn)]);
      if (!mayKeep(turn.actor, check)) return say(turn, 'eligibility-not-kept', {}, [listButton(turn)]);
      return handle(turn, check);
    };
  const labelOf = (turn: Turn, check: Check): string => check.programme.label[turn.texts.lang];
  const backButton = (turn: Turn, check: Check): Button =>
    goButton(turn.texts.t('eligibility-button-back'), check);
  return [
    {
      name: 'eligibility.save',
      handle: withCheck(async (turn, check) =>
        say(turn, 'eligibility-save-consent', { programme: labelOf(turn, check) }, [
          {
            label: turn.texts.t('eligibility-button-agree'),
            press: 'eligibility.keep',
            subject: toText(check),
            style: 'main',
          },
          backButton(turn, check),
        ]),
      ),
    },
    {
      name: 'eligibility.keep',
      handle: withCheck((turn, check) =>
        turn.commit(
          (tx) =>
            keepResult(tx, turn.actor, { check, outcome: rules().assess(check).outcome, now: turn.now }),
          (kept) =>
            kept.kind === 'not-allowed'
              ? say(turn, 'eligibility-not-kept', {}, [listButton(turn)])
              : {
                  ...say(turn, 'eligibility-kept', { programme: labelOf(turn, check) }, [
                    savedButton(turn),
                    listButton(turn),
                  ]),
                  replaces: 'pressed',
                },
        ),
      ),
    },
    {
      name: 'eligibility.share',
      handle: withCheck(async (turn, check) => {
        const receiver = await findReceiver(turn.read, turn.actor);
        const person = receiver === undefined ? undefined : await findPerson(turn.read, receiver);
        if (person === undefined) return say(turn, 'eligibility-no-facilitator', {}, [listButton(turn)]);
        return say(turn, 'eligibility-send-consent', { programme: labelOf(turn, check), name: person.name }, [
          {
            label: turn.texts.t('eligibility-button-agree-send'),
            press: 'eligibility.send',
            subject: toText(check),
            style: 'main',
          },
          backButton(turn, check),
        ]);
      }),
    },
    {
      name: 'eligibility.send',
      handle: withCheck((turn, check) =>
        turn.commit(
          async (tx) => {
            const sent = await sendResult(tx, turn.actor, { check, now: turn.now });
            if (sent.kind === 'sent')
              await turn.notify(tx, {
                notice: noticeName,
                subject: `${sent.person}|${toText(check)}`,
                person: sent.facilitator,
                card: `eligibility|${sent.person}|${check.programme.id}`,
              });
            return sent;
          },
          (sent) => {
            if (sent.kind === 'sent')
              return {
                ...say(turn, 'eligibility-sent', { programme: labelOf(turn, check) }, [listButton(turn)]),
                replaces: 'pressed',
              };
            const key = sent.kind === 'nobody' ? 'eligibility-no-facilitator' : 'eligibility-not-kept';
            return say(turn, key, {}, [listButton(turn)]);
          },
        ),
      ),
    },
    { name: 'eligibility.saved', handle: (turn) => showSaved(turn, rules()) },
    {
      name: 'eligibility.forget',
      handle: (turn, id) =>
        turn.commit(
          (tx) => forgetResult(tx, turn.actor, id, turn.now),
          (gone) => say(turn, gone ? 'eligibility-forgotten' : 'eligibility-gone', {}, [listButton(turn)]),
        ),
    },
  ];
}

async function showSaved(turn: Turn, rules: Rules): Promise<Handled> {
  const rows = await findResults(turn.read, actorId(turn.actor));
  if (rows.length === 0) return say(turn, 'eligibility-saved-none', {}, [listButton(turn)]);
  const buttons = rows.flatMap((row): readonly Button[] => {
    const check = parseCheck(row.checkText, rules.programmes);
    const programme = nameOf(row, rules, turn.texts.lang);
    return [
      ...(check === undefined
        ? []
        : [goButton(turn.texts.t('eligibility-button-open', { programme }), check)]),
      {
        label: turn.texts.t('eligibility-button-forget', { programme }),
        press: 'eligibility.forget',
        subject: row.id,
      },
    ];
  });
  return {
    blocks: [
      { kind: 'text', text: turn.texts.rich('eligibility-saved-title') },
      ...savedBlocks(rows, rules, turn),
      { kind: 'buttons', buttons: [...buttons, listButton(turn)] },
    ],
  };
}

const nameOf = (row: ResultRow, rules: Rules, lang: 'id' | 'en'): string =>
  rules.find(row.programme)?.label[lang] ?? row.programme;

const savedBlocks = (
  rows: readonly ResultRow[],
  rules: Rules,
  { texts, zone }: Pick<Turn, 'texts' | 'zone'>,
): readonly Block[] =>
  rows.map((row) => ({
    kind: 'text',
    text: texts.rich('eligibility-saved-line', {
      result: texts.t(`eligibility-outcome-${row.outcome}`, { programme: nameOf(row, rules, texts.lang) }),
      year: String(row.year),
      date: formatDate(toDate(row.savedAt, zone), texts.lang),
    }),
  }));

/** What a facilitator receives of one of their people. */
export const receivedNotice = (rules: () => Rules): NoticeSpec => ({
  name: noticeName,
  async word(context, subject) {
    const [id = '', ...rest] = subject.split('|');
    const check = parseCheck(rest.join('|'), rules().programmes);
    const person = await findPerson(context.read, id);
    if (check === undefined || person === undefined)
      return { suppressed: 'the rules or the person are gone' };
    const { texts } = context;
    return {
      blocks: [
        { kind: 'text', text: texts.rich('eligibility-received', { name: person.name }) },
        ...assessmentParagraphs(rules().assess(check), texts).map((text) => ({
          kind: 'text' as const,
          text,
        })),
        {
          kind: 'buttons',
          buttons: [goButton(texts.t('eligibility-button-look'), check), listButton({ texts })],
        },
      ],
    };
  },
});

/** Kept results among a person's data. */
export const myResults = (rules: () => Rules): MyDataSpec => ({
  async show(read, person, words) {
    const rows = await findResults(read, person);
    return rows.length === 0
      ? []
      : [
          { kind: 'text', text: words.texts.rich('eligibility-saved-title') },
          ...savedBlocks(rows, rules(), words),
        ];
  },
  async erase(tx, person) {
    await deleteResults(tx, person);
    return [];
  },
  account: {
    async show(read, account, words) {
      const rows = await findResults(read, accountOwner(account));
      return rows.length === 0
        ? []
        : [
            { kind: 'text', text: words.texts.rich('eligibility-saved-title') },
            ...savedBlocks(rows, rules(), words),
          ];
    },
    erase: (tx, account) => deleteResults(tx, accountOwner(account)),
  },
});

/** Results of somebody who is no person here are kept under the account. */
const accountOwner = (account: string): string => `account:${account}`;

export const resultRetention: readonly RetentionSpec[] = [
  { kind: 'eligibility-results', forget: forgetResults },
];
