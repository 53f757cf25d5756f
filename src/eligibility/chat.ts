/** `/syarat`: choosing a programme, one question at a time, from a command, a free sentence or a button. */
import type { CommandSpec, FreeTextHook, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Message } from '../chat/incoming.ts';
import type { Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { beginCheck, type Check, parseCheck, withAnswer } from './check.ts';
import { savedButton } from './keep-chat.ts';
import {
  changeReply,
  findAsked,
  goButton,
  inPlace,
  isGroup,
  listButton,
  questionReply,
  stopAsking,
} from './question-chat.ts';
import { type ScreenDeps, screen, yearOf } from './result-chat.ts';
import type { Programme } from './rule.ts';
import { findProgrammes } from './said.ts';
import { readTypedAnswer } from './typed-answer.ts';

/** Buttons offered where a sentence names no programme. */
const mostOffered = 6;

/** All programmes, or those that a sentence says most about, each with what the sentence says for it. */
function chooseReply(turn: Turn, deps: ScreenDeps, text: string, named: readonly Programme[]): Handled {
  const { programmes, said } = deps.rules();
  const { texts } = turn;
  stopAsking(turn);
  if (programmes.length === 0) return say(turn, 'eligibility-no-rules');
  const found = (named.length > 0 ? named : programmes).map((programme) => ({
    programme,
    facts: text === '' ? {} : said(programme, text),
  }));
  const telling = found.filter(({ facts }) => Object.keys(facts).length > 0);
  const some = named.length > 0 || telling.length === 0 ? found : telling;
  const sorted = some.toSorted((a, b) => Object.keys(b.facts).length - Object.keys(a.facts).length);
  const offered = text === '' ? sorted : sorted.slice(0, mostOffered);
  const opening =
    text === ''
      ? 'eligibility-choose'
      : telling.length === 0
        ? 'eligibility-choose-unclear'
        : 'eligibility-choose-for';
  const buttons: readonly Button[] = offered.map(({ facts, programme }) =>
    goButton(programme.label[texts.lang], beginCheck(programme, yearOf(turn), facts)),
  );
  return inPlace(turn, [
    {
      kind: 'text',
      text: texts.rich(opening, {
        example: `${turn.command('syarat')} ${texts.t('eligibility-example')}`,
      }),
    },
    {
      kind: 'buttons',
      buttons: [
        ...buttons,
        ...(offered.length < programmes.length ? [listButton(turn)] : []),
        ...(isGroup(turn) ? [] : [savedButton(turn)]),
      ],
    },
  ]);
}

/** A year, not an amount or a number of people. */
const askedYear = /(?<![\d.,]|rp ?)20[1-3]\d(?![\d.,]|\s*(?:rupiah|rb|ribu|jt|juta|orang|anggota))/iu;

async function begin(turn: Turn, deps: ScreenDeps, typed: string): Promise<Handled> {
  const year = askedYear.exec(typed)?.[0];
  const text = (year === undefined ? typed : typed.replace(year, ' ')).trim();
  const { named, rest } = findProgrammes(text, deps.rules().programmes);
  const [programme] = named;
  if (programme === undefined || named.length > 1) return chooseReply(turn, deps, text, named);
  const facts = rest === '' ? {} : deps.rules().said(programme, rest);
  return screen(turn, deps, beginCheck(programme, year === undefined ? yearOf(turn) : Number(year), facts));
}

export const checkCommands = (deps: ScreenDeps): readonly CommandSpec[] => [
  {
    name: 'syarat',
    aliases: ['eligibility'],
    where: 'anywhere',
    summary: 'eligibility-summary',
    handle: (turn, rest) => begin(turn, deps, rest.trim()),
  },
];

export function checkPresses(deps: ScreenDeps): readonly PressSpec[] {
  const withCheck = async (
    turn: Turn,
    text: string,
    handle: (check: Check) => Handled | Promise<Handled>,
  ): Promise<Handled> => {
    const check = parseCheck(text, deps.rules().programmes);
    return check === undefined ? say(turn, 'eligibility-stale', {}, [listButton(turn)]) : handle(check);
  };
  return [
    { name: 'eligibility.list', where: 'anywhere', handle: async (turn) => chooseReply(turn, deps, '', []) },
    {
      name: 'eligibility.begin',
      where: 'anywhere',
      handle(turn, subject) {
        const below = async (check: Check): Promise<Handled> => {
          // What was answered before stays where it stands; this begins below it.
          const { replaces: _, ...reply } = await screen(turn, deps, check);
          return reply;
        };
        const programme = deps.rules().find(subject);
        return programme === undefined
          ? withCheck(turn, subject, below)
          : below(beginCheck(programme, yearOf(turn)));
      },
    },
    {
      name: 'eligibility.go',
      where: 'anywhere',
      handle: (turn, text) => withCheck(turn, text, (check) => screen(turn, deps, check)),
    },
    {
      name: 'eligibility.change',
      where: 'anywhere',
      handle: (turn, text) => withCheck(turn, text, (check) => changeReply(turn, check)),
    },
    {
      name: 'eligibility.ask',
      where: 'anywhere',
      handle(turn, subject) {
        const [at, text = ''] = subject.split('!');
        return withCheck(turn, text, (check) => {
          const fact = check.programme.facts[Number(at)];
          return fact === undefined || deps.rules().answersTo(check, fact).length === 0
            ? screen(turn, deps, check)
            : questionReply(turn, deps.rules(), check, fact);
        });
      },
    },
    {
      name: 'eligibility.cancel',
      where: 'anywhere',
      async handle(turn) {
        stopAsking(turn);
        return { ...say(turn, 'eligibility-cancelled', {}, [listButton(turn)]), replaces: 'pressed' };
      },
    },
  ];
}

/** Takes a typed answer to the question just asked; anything else is left to the answers. */
export const checkFreeText = (deps: ScreenDeps): FreeTextHook => ({
  async handle(turn: Turn<Message>) {
    const asked = turn.incoming.edits === true || isGroup(turn) ? undefined : findAsked(turn);
    if (asked === undefined) return undefined;
    const check = parseCheck(asked.check, deps.rules().programmes);
    const fact = check?.programme.facts.find((one) => one.id === asked.fact);
    if (check === undefined || fact === undefined) return undefined;
    const answer = readTypedAnswer(fact, turn.incoming.text, deps.rules().reader(check.programme));
    switch (answer?.kind) {
      case undefined:
        return undefined;
      case 'not-known':
        return screen(turn, deps, withAnswer(check, fact, undefined));
      case 'answer': {
        const more = { ...check, facts: { ...check.facts, ...answer.others } };
        return screen(turn, deps, withAnswer(more, fact, answer.value));
      }
      case 'facts':
        return screen(turn, deps, { ...check, facts: { ...check.facts, ...answer.facts } });
      default:
        return answer satisfies never;
    }
  },
});
