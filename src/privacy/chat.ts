/** `/dataku`, `/perbaiki`, `/berhenti`, `/hapus`: everybody's rights over what is kept about them. */
import type { CommandSpec, Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatInstant } from '../language/date.ts';
import { findPerson } from '../people/index.ts';
import { longestText } from './data-request.ts';
import { type Asker, askCorrection, eraseData, type Keepers, withdrawConsent } from './rights.ts';
import { collectData, dataFile } from './words-chat.ts';

/** What is about the account alone is asked for with this instead of a person. */
const account = '-';

const askerOf = (turn: Turn, subject: string): Asker => ({
  person: subject === account ? null : subject,
  address: turn.incoming.address,
  lang: turn.texts.lang,
  now: turn.now,
});

const nameOf = (turn: Turn, subject: string): string =>
  turn.actor.persons.find((one) => one.id === subject)?.name ?? turn.actor.shownName;

/** For whom, where an account stands for several people; the only one at once. */
function forWhom(
  turn: Turn,
  press: string,
  go: (subject: string) => Promise<Handled>,
  more = '',
): Promise<Handled> | Handled {
  const { persons } = turn.actor;
  const [only, ...others] = persons;
  if (only === undefined) return go(account);
  if (others.length === 0) return go(only.id);
  return say(
    turn,
    'privacy-whose',
    {},
    persons.map((one) => ({ label: one.name, press, subject: `${one.id}${more}` })),
  );
}

/** A button's subject is checked again: it may come from a time when the account stood for somebody else. */
const isAllowed = (turn: Turn, subject: string): boolean =>
  subject === account || turn.actor.persons.some((one) => one.id === subject);

const notYours = (turn: Turn): Reply => say(turn, 'privacy-not-yours');

export function createRightsChat(keepers: Keepers) {
  const rights = (turn: Turn, subject: string): readonly Button[] => {
    const button = (name: string, style?: 'danger'): Button => ({
      label: turn.texts.t(`privacy-button-${name}`),
      press: `privacy.${name}`,
      subject,
      ...(style === undefined ? {} : { style }),
    });
    const linked = subject !== account;
    return [
      button('file'),
      button('correct'),
      ...(linked ? [button('withdraw')] : []),
      button('erase', 'danger'),
    ];
  };

  async function show(turn: Turn, subject: string): Promise<Handled> {
    if (!isAllowed(turn, subject)) return notYours(turn);
    const blocks = await collectData(turn, keepers, askerOf(turn, subject).person);
    const unlinked =
      subject === account ? [{ kind: 'text' as const, text: turn.texts.rich('privacy-unlinked') }] : [];
    return {
      audience: 'only-sender',
      blocks: [
        { kind: 'text', text: turn.texts.rich('privacy-title') },
        ...blocks,
        ...unlinked,
        { kind: 'text', text: turn.texts.rich('privacy-rights') },
        { kind: 'buttons', buttons: rights(turn, subject) },
      ],
    };
  }

  async function file(turn: Turn, subject: string): Promise<Handled> {
    if (!isAllowed(turn, subject)) return notYours(turn);
    const blocks = await collectData(turn, keepers, askerOf(turn, subject).person);
    return {
      audience: 'only-sender',
      blocks: [
        { kind: 'text', text: turn.texts.rich('privacy-file') },
        dataFile(turn, blocks),
        { kind: 'buttons', buttons: rights(turn, subject).slice(1) },
      ],
    };
  }

  const correct = (turn: Turn, subject: string, text: string): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        const outcome = await askCorrection(tx, turn.actor, askerOf(turn, subject), text);
        if (outcome.kind === 'asked')
          for (const person of outcome.tell)
            await turn.notify(tx, { notice: 'privacy.asked', subject: outcome.row.id, person });
        return outcome;
      },
      (outcome) => {
        if (outcome.kind === 'not-yours') return notYours(turn);
        if (outcome.kind === 'too-many') return say(turn, 'privacy-too-many');
        const due = formatInstant(outcome.row.dueAt, turn.zone, turn.texts.lang);
        return say(turn, 'privacy-correction-asked', { due });
      },
    );

  const askCorrect = (turn: Turn, subject: string): Handled =>
    isAllowed(turn, subject)
      ? { blocks: [{ kind: 'form', form: 'privacy.correct', subject }] }
      : notYours(turn);

  const form: FormSpec = {
    name: 'privacy.correct',
    version: 1,
    title: 'privacy-form-title',
    fields: [
      {
        id: 'text',
        kind: 'lines',
        label: 'privacy-ask-correction',
        hint: 'privacy-ask-correction-hint',
        suspends: ['erase'],
        parse: (typed) =>
          typed.trim() === ''
            ? { kind: 'wrong', key: 'privacy-wrong-correction' }
            : { kind: 'ok', value: typed.trim().slice(0, longestText) },
      },
    ],
    submit: (turn, values, subject) => correct(turn, subject ?? account, values.text ?? ''),
  };

  const askSure = (turn: Turn, step: 'withdraw' | 'erase', subject: string): Handled => {
    if (!isAllowed(turn, subject)) return notYours(turn);
    const key = subject === account ? `privacy-${step}-account` : `privacy-${step}-ask`;
    return say(turn, key, { name: nameOf(turn, subject) }, [
      {
        label: turn.texts.t(`privacy-${step}-yes`),
        press: `privacy.${step}-yes`,
        subject,
        style: 'danger',
      },
      { label: turn.texts.t('privacy-no'), press: 'privacy.keep' },
    ]);
  };

  const withdraw = (turn: Turn, subject: string): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        const outcome = await withdrawConsent(tx, turn.actor, keepers, askerOf(turn, subject));
        if (outcome.kind === 'withdrawn')
          for (const person of outcome.tell)
            await turn.notify(tx, { notice: 'privacy.withdrawn', subject, person });
        return outcome;
      },
      (outcome) =>
        outcome.kind === 'not-yours'
          ? notYours(turn)
          : {
              ...say(
                turn,
                'privacy-withdrawn',
                {},
                rights(turn, subject).filter((one) => one.press !== 'privacy.withdraw'),
              ),
              replaces: 'pressed',
            },
    );

  const erase = (turn: Turn, subject: string): Promise<Handled> =>
    turn.commit(
      async (tx) => {
        const outcome = await eraseData(tx, turn.actor, keepers, askerOf(turn, subject));
        if (outcome.kind === 'erased') {
          // What the conversation remembers is about the person, too.
          delete turn.talk.topic;
          delete turn.talk.form;
          turn.talk.notes = {};
        }
        return outcome;
      },
      (outcome) => {
        if (outcome.kind === 'not-yours') return notYours(turn);
        if (outcome.kind === 'officer') return say(turn, 'privacy-erase-officer');
        const { texts } = turn;
        const help: Button = { label: texts.t('chat-help-button'), press: 'chat.help' };
        return {
          blocks: [
            { kind: 'text', text: texts.rich('privacy-erased') },
            ...(outcome.kept.length === 0
              ? []
              : [
                  {
                    kind: 'text' as const,
                    text: [
                      ...texts.rich('privacy-kept'),
                      ...outcome.kept.map((key) => `\n• ${texts.t(key)}`),
                    ],
                  },
                ]),
            { kind: 'buttons', buttons: [help] },
          ],
          replaces: 'pressed',
        };
      },
    );

  const commands: readonly CommandSpec[] = [
    {
      name: 'dataku',
      aliases: ['mydata'],
      summary: 'privacy-summary-show',
      handle: async (turn) => forWhom(turn, 'privacy.show', (subject) => show(turn, subject)),
    },
    {
      name: 'perbaiki',
      aliases: ['correct'],
      summary: 'privacy-summary-correct',
      hidden: true,
      handle: async (turn, rest) =>
        forWhom(
          turn,
          'privacy.correct',
          async (subject) => (rest.trim() === '' ? askCorrect(turn, subject) : correct(turn, subject, rest)),
          rest.trim() === '' ? '' : `~${rest.trim()}`,
        ),
    },
    {
      name: 'berhenti',
      aliases: ['withdraw'],
      summary: 'privacy-summary-withdraw',
      hidden: true,
      handle: async (turn) =>
        forWhom(turn, 'privacy.withdraw', async (subject) => askSure(turn, 'withdraw', subject)),
    },
    {
      name: 'hapus',
      aliases: ['erase'],
      summary: 'privacy-summary-erase',
      hidden: true,
      handle: async (turn) =>
        forWhom(turn, 'privacy.erase', async (subject) => askSure(turn, 'erase', subject)),
    },
  ];

  const presses: readonly PressSpec[] = [
    {
      name: 'privacy.mine',
      handle: async (turn) => forWhom(turn, 'privacy.show', (subject) => show(turn, subject)),
    },
    { name: 'privacy.show', handle: show },
    { name: 'privacy.file', handle: file },
    {
      name: 'privacy.correct',
      async handle(turn, subject) {
        const at = subject.indexOf('~');
        if (at < 0) return askCorrect(turn, subject);
        return correct(turn, subject.slice(0, at), subject.slice(at + 1));
      },
    },
    { name: 'privacy.withdraw', handle: async (turn, subject) => askSure(turn, 'withdraw', subject) },
    {
      name: 'privacy.withdraw-yes',
      handle: async (turn, subject) =>
        subject === account ? say(turn, 'privacy-withdraw-account', { name: '' }) : withdraw(turn, subject),
    },
    { name: 'privacy.erase', handle: async (turn, subject) => askSure(turn, 'erase', subject) },
    { name: 'privacy.erase-yes', handle: erase },
    {
      name: 'privacy.keep',
      handle: async (turn) => ({ ...say(turn, 'privacy-kept-all'), replaces: 'pressed' }),
    },
  ];

  const notices: readonly NoticeSpec[] = [
    {
      name: 'privacy.withdrawn',
      async word({ read, texts }, id) {
        const person = await findPerson(read, id);
        return person === undefined || person.nameKey === ''
          ? { suppressed: 'the person was erased' }
          : say({ texts }, 'privacy-notice-withdrawn', { name: person.name });
      },
    },
  ];

  return { commands, presses, form, notices };
}
