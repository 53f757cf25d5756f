/** Questions in conversation: the answer, what else was meant, whether it helped, and the way to a human. */
import type { CommandSpec, FreeTextHook, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Message } from '../chat/incoming.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { humanButton, type Noting } from '../desk/index.ts';
import type { Address } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { countInYear } from '../targets/index.ts';
import type { Answering } from './answer.ts';
import { figuresOf } from './figures.ts';
import { insertRating } from './store.ts';
import type { Topic } from './topic.ts';
import type { Suggestion } from './understand.ts';
import { bestSources, topicParagraphs } from './words-chat.ts';

/** An edited question is answered anew within this time; later, what was said stands. */
const editMs = 2 * 60_000;
const longestKept = 1_000;

const notes = { question: 'answers.question', asked: 'answers.asked' } as const;

const isGroup = (turn: Turn): boolean => turn.incoming.address.kind === 'group';

export interface AnswerChatDeps {
  readonly answering: Answering;
  readonly desk: Address | undefined;
  /** Takes in what staff adopted meanwhile. */
  refresh(read: Reader): Promise<void>;
  /** Keeps what could not be answered well. */
  readonly noting: Noting;
  /** What is said to a photo without words that belongs to nothing. */
  photo?(turn: Turn): Promise<Handled>;
  /** The year of a moment. */
  yearOf(now: number): number;
  /**
   * The button that checks what a topic's programme asks for; undefined for most topics. What the question says of a
   * situation is taken along.
   */
  checkButton(topic: string, turn: Pick<Turn, 'texts' | 'today'>, question: string): Button | undefined;
}

export function createAnswerChat(deps: AnswerChatDeps) {
  const { answering, checkButton, desk, noting, photo, refresh, yearOf } = deps;
  const helpButton = (turn: Turn): Button => ({
    label: turn.texts.t('chat-help-button'),
    press: 'chat.help',
  });

  const topicButtons = (suggestions: readonly Suggestion[]): readonly Button[] =>
    suggestions.map(({ label, topic }) => ({ label, press: 'answers.show', subject: topic }));

  async function show(turn: Turn, topic: Topic, question = ''): Promise<Reply> {
    const { texts } = turn;
    const [source] = bestSources(topic);
    const year = yearOf(turn.now);
    const figures = await countInYear(turn.read, figuresOf(topic), year);
    const blocks: Block[] = topicParagraphs(topic, texts, year, figures).map((text) => ({
      kind: 'text',
      text,
    }));
    if (source !== undefined)
      blocks.push({ kind: 'link', label: texts.t('answers-open-source'), url: source.url });
    const check = checkButton(topic.id, turn, question);
    blocks.push({
      kind: 'buttons',
      buttons: [
        ...(check === undefined ? [] : [check]),
        { label: texts.t('answers-button-helped'), press: 'answers.helped', subject: topic.id },
        { label: texts.t('answers-button-not-this'), press: 'answers.not-this', subject: topic.id },
      ],
    });
    return { blocks };
  }

  /** Several possible topics, or none, and the human. */
  async function offer(
    turn: Turn,
    question: string,
    suggestions: readonly Suggestion[],
    kept = suggestions.length === 0,
  ): Promise<Reply> {
    const { texts } = turn;
    const human = await humanButton(turn, question, desk);
    // In a private chat the button is missing only where nobody could answer.
    const offices = human === undefined && !isGroup(turn);
    const opening = suggestions.length > 0 ? 'answers-suggest' : 'answers-unknown';
    const none: Button = { label: texts.t('answers-button-none'), press: 'answers.none' };
    return {
      blocks: [
        { kind: 'text', text: texts.rich(opening) },
        ...(kept && human !== undefined
          ? [{ kind: 'text' as const, text: texts.rich('answers-noted') }]
          : []),
        ...(offices ? [{ kind: 'text' as const, text: texts.rich('answers-offices') }] : []),
        {
          kind: 'buttons',
          buttons: [
            ...topicButtons(suggestions),
            ...(suggestions.length > 0 && !kept && human !== undefined ? [none] : []),
            ...(human === undefined ? [helpButton(turn)] : [human]),
          ],
        },
      ],
    };
  }

  async function answer(turn: Turn, text: string): Promise<Handled> {
    const { lang } = turn.texts;
    const question = text.slice(0, longestKept);
    await refresh(turn.read);
    turn.talk.notes[notes.question] = question;
    const found = answering.answer(text, { lang, lastTopic: turn.talk.topic });
    switch (found.kind) {
      case 'answered':
        turn.talk.topic = found.topic.id;
        return show(turn, found.topic, question);
      case 'guarded':
        // Guards have looked before; this text is a command's, such as `/tanya`.
        return found.topic === undefined ? offer(turn, question, []) : show(turn, found.topic);
      case 'suggested':
      case 'unanswered': {
        if (found.kind === 'unanswered' && found.courtesy !== undefined)
          return {
            blocks: [
              { kind: 'text', text: turn.texts.rich(`answers-${found.courtesy}`) },
              { kind: 'buttons', buttons: [...firstTopics(turn), helpButton(turn)] },
            ],
          };
        const suggestions = found.kind === 'suggested' ? found.suggestions : [];
        const reply = await offer(turn, question, suggestions);
        return turn.commit(
          (tx) => noting(tx, turn, { text: question, outcome: found.kind }),
          () => reply,
        );
      }
      default:
        return found satisfies never;
    }
  }

  async function freeText(turn: Turn<Message>): Promise<Handled | undefined> {
    const { attachments, edits, ref, text } = turn.incoming;
    const typed = text.trim();
    if (typed === '') {
      if (attachments.length === 0) return undefined;
      const isPhoto = attachments.some((one) => one.kind === 'photo');
      return isPhoto && photo !== undefined ? photo(turn) : cannotRead(turn);
    }
    if (edits === true) {
      const [asked, at] = (turn.talk.notes[notes.asked] ?? '').split('|');
      if (asked !== ref || turn.now - Number(at) > editMs) return { blocks: [] };
    }
    turn.talk.notes[notes.asked] =
      `${ref}|${edits === true ? (turn.talk.notes[notes.asked]?.split('|')[1] ?? '') : turn.now}`;
    return answer(turn, typed);
  }

  /** A voice note, sticker, video or file: the bot reads only words, and a complaint still finds a human. */
  async function cannotRead(turn: Turn): Promise<Reply> {
    const human = await humanButton(turn, turn.texts.t('answers-sent-file'), desk);
    return {
      blocks: [
        { kind: 'text', text: turn.texts.rich('chat-cannot-read') },
        { kind: 'buttons', buttons: [...(human === undefined ? [] : [human]), helpButton(turn)] },
      ],
    };
  }

  const commands: readonly CommandSpec[] = [
    {
      name: 'tanya',
      everyday: true,
      aliases: ['ask'],
      where: 'anywhere',
      summary: 'answers-summary',
      async handle(turn, rest) {
        if (rest.trim() !== '') return answer(turn, rest.trim());
        return {
          blocks: [
            {
              kind: 'text',
              text: turn.texts.rich('answers-ask-how', { example: turn.texts.t('answers-example') }),
            },
            { kind: 'buttons', buttons: firstTopics(turn) },
          ],
        };
      },
    },
  ];

  /** What many people ask first. */
  const firstTopics = (turn: Pick<Turn, 'texts'>): readonly Button[] =>
    ['aid.notpaid', 'data.check', 'pena.what'].flatMap((id) => {
      const topic = answering.topic(id);
      return topic === undefined
        ? []
        : [{ label: topic.label[turn.texts.lang], press: 'answers.show', subject: topic.id }];
    });

  const presses: readonly PressSpec[] = [
    {
      name: 'answers.show',
      where: 'anywhere',
      async handle(turn, id) {
        await refresh(turn.read);
        const topic = answering.topic(id);
        if (topic === undefined) return offer(turn, turn.talk.notes[notes.question] ?? '', []);
        turn.talk.topic = topic.id;
        return show(turn, topic);
      },
    },
    {
      name: 'answers.helped',
      where: 'anywhere',
      handle: (turn, topic) =>
        turn.commit(
          (tx) => insertRating(tx, { at: turn.now, topic, helped: true }),
          () => ({
            blocks: [
              { kind: 'text', text: turn.texts.rich('answers-rated') },
              { kind: 'buttons', buttons: [helpButton(turn)] },
            ],
          }),
        ),
    },
    {
      name: 'answers.none',
      async handle(turn) {
        const question = turn.talk.notes[notes.question] ?? '';
        const reply = await offer(turn, question, []);
        if (question === '') return reply;
        return turn.commit(
          (tx) => noting(tx, turn, { text: question, outcome: 'unanswered' }),
          () => reply,
        );
      },
    },
    {
      name: 'answers.not-this',
      where: 'anywhere',
      async handle(turn, id) {
        const question = turn.talk.notes[notes.question] ?? answering.topic(id)?.label[turn.texts.lang] ?? '';
        const { lang } = turn.texts;
        const again = answering.answer(question, { lang });
        const others =
          again.kind === 'answered'
            ? [{ topic: again.topic.id, label: again.topic.label[lang] }, ...again.others]
            : again.kind === 'suggested'
              ? again.suggestions
              : [];
        const reply = await offer(turn, question, others.filter((one) => one.topic !== id).slice(0, 3), true);
        return turn.commit(
          async (tx) => {
            await insertRating(tx, { at: turn.now, topic: id, helped: false });
            await noting(tx, turn, { text: question, outcome: 'not-helped', topic: id });
          },
          () => reply,
        );
      },
    },
  ];

  const freeTextHook: FreeTextHook = { handle: freeText };
  return { commands, presses, freeText: freeTextHook, firstTopics };
}
