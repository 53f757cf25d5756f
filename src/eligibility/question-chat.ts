/** One question of a check on the screen: what was understood so far, the answers as buttons, back and out. */
import type { Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import type { Rules } from './book.ts';
import { type Check, isMinor, toText, withAnswer, withoutLast } from './check.ts';
import type { Fact } from './rule.ts';
import { valueWords } from './value-words.ts';

export const isGroup = (turn: Turn): boolean => turn.incoming.address.kind === 'group';

export const goButton = (label: string, check: Check, style?: Button['style']): Button => ({
  label,
  press: 'eligibility.go',
  subject: toText(check),
  ...(style === undefined ? {} : { style }),
});

export const listButton = (turn: Pick<Turn, 'texts'>): Button => ({
  label: turn.texts.t('eligibility-button-list'),
  press: 'eligibility.list',
});

/** What is known, as `Umur: 43 tahun · Punya usaha: Ya`; undefined where nothing is. */
export function knownWords(
  turn: Pick<Turn, 'texts'>,
  { facts, programme, skipped }: Check,
): string | undefined {
  const { lang } = turn.texts;
  const parts = programme.facts.flatMap((fact) => {
    const value = facts[fact.id];
    if (value !== undefined) return [`${fact.label[lang]}: ${valueWords(fact, value, turn.texts)}`];
    return skipped.has(fact.id) ? [`${fact.label[lang]}: ${turn.texts.t('eligibility-answer-unknown')}`] : [];
  });
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** In the place of the message whose button was pressed; a typed answer gets a message of its own. */
export const inPlace = (turn: Turn, blocks: readonly Block[]): Reply =>
  turn.incoming.kind === 'press' ? { blocks, replaces: 'pressed' } : { blocks };

function answerButtons(turn: Turn, rules: Rules, check: Check, fact: Fact): readonly Button[] {
  const { lang } = turn.texts;
  const unknown = goButton(turn.texts.t('eligibility-answer-unknown'), withAnswer(check, fact, undefined));
  // One that applies is enough to know that something does.
  const values =
    fact.type === 'list'
      ? [...fact.choices.map((choice) => [choice.value]), []]
      : rules.answersTo(check, fact);
  const labelOf = (value: (typeof values)[number]): string =>
    fact.type === 'list' && Array.isArray(value) && value.length === 1
      ? (fact.choices.find((choice) => choice.value === value[0])?.label[lang] ?? '')
      : valueWords(fact, value, turn.texts);
  return [...values.map((value) => goButton(labelOf(value), withAnswer(check, fact, value))), unknown];
}

const notes = { asking: 'eligibility.asking' } as const;
const answeredWithinMs = 30 * 60_000;

/** Remembers what was asked, so that the answer may be typed. Nothing is kept in groups, nor of anybody under 17. */
function noteAsking(turn: Turn, check: Check, fact: Fact): void {
  if (isGroup(turn) || isMinor(check)) stopAsking(turn);
  else turn.talk.notes[notes.asking] = [turn.now, fact.id, toText(check)].join('|');
}

export const stopAsking = (turn: Turn): void => {
  delete turn.talk.notes[notes.asking];
};

/** What was asked last in this conversation, while it is fresh: the fact's id and the check as text. */
export function findAsked(turn: Turn): { readonly fact: string; readonly check: string } | undefined {
  const [at, fact, check] = (turn.talk.notes[notes.asking] ?? '').split('|');
  if (fact === undefined || check === undefined) return undefined;
  if (turn.now - Number(at) <= answeredWithinMs) return { fact, check };
  stopAsking(turn);
  return undefined;
}

/** Asks for one fact. */
export function questionReply(turn: Turn, rules: Rules, check: Check, fact: Fact): Reply {
  const { texts } = turn;
  const { lang } = texts;
  noteAsking(turn, check, fact);
  const known = knownWords(turn, check);
  const before = withoutLast(check);
  const isFirst = check.trail.length === 0;
  return inPlace(turn, [
    { kind: 'text', text: [{ bold: check.programme.label[lang] }] },
    ...(known === undefined
      ? []
      : [{ kind: 'text' as const, text: texts.rich('eligibility-understood', { facts: known }) }]),
    {
      kind: 'text',
      text: [
        fact.question[lang],
        ...(fact.type === 'number' && !isGroup(turn) && !isMinor(check)
          ? [`\n${texts.t('eligibility-type-it')}`]
          : []),
        ...(fact.type === 'list' ? [`\n${texts.t('eligibility-choose-one')}`] : []),
      ],
    },
    ...(isFirst && isGroup(turn)
      ? [
          { kind: 'text' as const, text: texts.rich('eligibility-in-group') },
          { kind: 'link' as const, label: texts.t('chat-private-open'), url: 'private:' },
        ]
      : []),
    {
      kind: 'buttons',
      buttons: [
        ...answerButtons(turn, rules, check, fact),
        ...(before === undefined ? [] : [goButton(texts.t('chat-form-back'), before)]),
        ...(known === undefined
          ? []
          : [
              {
                label: texts.t('eligibility-button-change'),
                press: 'eligibility.change',
                subject: toText(check),
              },
            ]),
        { label: texts.t('chat-form-cancel'), press: 'eligibility.cancel' },
      ],
    },
  ]);
}

/** Everything that is known, each to be changed. */
export function changeReply(turn: Turn, check: Check): Reply {
  const { texts } = turn;
  const buttons = check.programme.facts.flatMap((fact, at): readonly Button[] => {
    const value = check.facts[fact.id];
    if (value === undefined && !check.skipped.has(fact.id)) return [];
    const words =
      value === undefined ? texts.t('eligibility-answer-unknown') : valueWords(fact, value, texts);
    return [
      {
        label: `${fact.label[texts.lang]}: ${words}`,
        press: 'eligibility.ask',
        subject: `${at}!${toText(check)}`,
      },
    ];
  });
  return inPlace(turn, [
    { kind: 'text', text: texts.rich('eligibility-change-which') },
    { kind: 'buttons', buttons: [...buttons, goButton(texts.t('eligibility-button-go-on'), check, 'main')] },
  ]);
}
