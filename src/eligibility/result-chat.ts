/** The result of a check on the screen, with what can be done next. */
import type { Turn } from '../chat/feature.ts';
import type { Button, Reply } from '../chat/reply.ts';
import type { Rules } from './book.ts';
import { beginOther, type Check, toText } from './check.ts';
import { findReceiver, mayKeep } from './keep-result.ts';
import {
  goButton,
  inPlace,
  isGroup,
  knownWords,
  listButton,
  questionReply,
  stopAsking,
} from './question-chat.ts';
import { assessmentParagraphs } from './words-chat.ts';

export const yearOf = (turn: Pick<Turn, 'today'>): number => Number(turn.today.slice(0, 4));

export interface ScreenDeps {
  readonly rules: () => Rules;
  /** Whether the assistant knows a press of this name. */
  readonly hasPress: (name: string) => boolean;
}

/** The next question, or the result where nothing is left to ask. */
export async function screen(turn: Turn, deps: ScreenDeps, check: Check): Promise<Reply> {
  const fact = deps.rules().nextQuestion(check);
  return fact === undefined ? resultReply(turn, deps, check) : questionReply(turn, deps.rules(), check, fact);
}

async function resultReply(turn: Turn, deps: ScreenDeps, check: Check): Promise<Reply> {
  const { texts } = turn;
  stopAsking(turn);
  const rules = deps.rules();
  const assessment = rules.assess(check);
  const known = knownWords(turn, check);
  const buttons = [
    ...otherProgramme(turn, rules, check),
    ...pastYear(turn, rules, check),
    ...(await ownButtons(turn, deps, check)),
    ...(known === undefined
      ? []
      : [
          {
            label: texts.t('eligibility-button-change'),
            press: 'eligibility.change',
            subject: toText(check),
          },
        ]),
    listButton(turn),
  ];
  return inPlace(turn, [
    ...assessmentParagraphs(assessment, texts).map((text) => ({ kind: 'text' as const, text })),
    ...(known === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            text: [{ italic: texts.t('eligibility-from-answers', { facts: known }) }],
          },
        ]),
    { kind: 'buttons', buttons },
  ]);
}

function otherProgramme(turn: Turn, rules: Rules, check: Check): readonly Button[] {
  const next = rules.assess(check).rule?.next.programme;
  const programme = next === undefined ? undefined : rules.find(next);
  return programme === undefined
    ? []
    : [
        {
          label: turn.texts.t('eligibility-button-check', { programme: programme.label[turn.texts.lang] }),
          press: 'eligibility.begin',
          subject: toText(beginOther(check, programme, yearOf(turn))),
          style: 'main',
        },
      ];
}

/** A programme of the past can still be asked about in its own year. */
function pastYear(turn: Turn, rules: Rules, check: Check): readonly Button[] {
  if (rules.assess(check).outcome !== 'historical') return [];
  const year = rules.lastYearOf(check.programme, check.year);
  return year === undefined
    ? []
    : [goButton(turn.texts.t('eligibility-button-year', { year: String(year) }), { ...check, year })];
}

/** What concerns the person alone: never in a group. */
async function ownButtons(turn: Turn, deps: ScreenDeps, check: Check): Promise<readonly Button[]> {
  if (isGroup(turn)) return [];
  const { texts } = turn;
  const buttons: Button[] = [];
  if (mayKeep(turn.actor, check)) {
    buttons.push({
      label: texts.t('eligibility-button-save'),
      press: 'eligibility.save',
      subject: toText(check),
    });
    if ((await findReceiver(turn.read, turn.actor)) !== undefined)
      buttons.push({
        label: texts.t('eligibility-button-send'),
        press: 'eligibility.share',
        subject: toText(check),
      });
  }
  if (deps.hasPress('cases.begin'))
    buttons.push({
      label: texts.t('eligibility-button-case'),
      press: 'cases.begin',
      subject: `question|${check.programme.id}`,
    });
  return buttons;
}
