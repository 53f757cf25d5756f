/** Handing people over in conversation: `/serahkan siti ke rina`, `/serahkan semua rina ke tono`; both are told. */
import type { CommandSpec, Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { matchNames, normaliseName } from '../language/name.ts';
import {
  fieldRoles,
  findByName,
  findCaseloads,
  findHoldersWithin,
  findPersons,
  mayOversee,
  overseeingRoles,
} from '../people/index.ts';
import { type HandOverInput, type HandOverOutcome, handOver } from './hand-over.ts';
import { ledAreas } from './team.ts';

/** More names than these are not read out. */
const mostNamed = 5;
/** People of a larger team are found by their whole name only. */
const largestTeam = 400;

interface Named {
  readonly id: string;
  readonly name: string;
}

type Match =
  | { readonly kind: 'one'; readonly one: Named }
  | { readonly kind: 'many'; readonly some: readonly Named[] };

function pick(typed: string, among: readonly Named[]): Match {
  const match = matchNames(typed, among, { limit: 6 });
  if (match.kind === 'exact') return { kind: 'one', one: match.candidate };
  if (match.kind === 'close') return { kind: 'many', some: [match.candidate] };
  return { kind: 'many', some: match.kind === 'several' ? match.candidates.map((one) => one.candidate) : [] };
}

async function findTeam(turn: Turn): Promise<readonly Named[]> {
  const found = new Map<string, Named>();
  for (const area of ledAreas(turn.actor))
    for (const one of await findHoldersWithin(turn.read, fieldRoles, area)) found.set(one.id, one);
  return [...found.values()];
}

async function findPeople(turn: Turn, typed: string, team: readonly Named[]): Promise<Match> {
  const named = (await findByName(turn.read, normaliseName(typed))).filter((one) =>
    mayOversee(turn.actor, one.area),
  );
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0) return { kind: 'one', one: only };
  if (named.length > 1 || team.length > largestTeam) return { kind: 'many', some: named.slice(0, 6) };
  const caseloads = await findCaseloads(
    turn.read,
    team.map((one) => one.id),
  );
  const people = new Map(caseloads.map((one) => [one.person, { id: one.person, name: one.name }]));
  return pick(typed, [...people.values()]);
}

const whatOf = (subject: string): HandOverInput['what'] =>
  subject.startsWith('all:') ? { allOf: subject.slice(4) } : { person: subject.slice(4) };

const example = (turn: Turn): string => `${turn.command('serahkan')} siti aminah ke rina`;

/** A choice of who or to whom; the rest is known already. */
const ask = (turn: Turn, typed: string, buttons: readonly Button[]): Handled =>
  buttons.length === 0
    ? say(turn, 'mentoring-hand-unknown', { typed, example: example(turn) })
    : say(turn, 'chat-line-which-person', { typed }, buttons);

async function confirm(turn: Turn, what: string, to: Named): Promise<Handled> {
  const id = what.slice(4);
  const names = new Map((await findPersons(turn.read, [id])).map((one) => [one.id, one.name]));
  const all = what.startsWith('all:');
  const n = all ? (await findCaseloads(turn.read, [id])).length : 1;
  return say(
    turn,
    all ? 'mentoring-hand-ask-all' : 'mentoring-hand-ask',
    { name: names.get(id) ?? '', to: to.name, n },
    [
      {
        label: turn.texts.t('mentoring-hand-yes'),
        press: 'mentoring.hand',
        subject: `${what}~${to.id}`,
        style: 'main',
      },
      { label: turn.texts.t('mentoring-same-no'), press: 'mentoring.drop' },
    ],
  );
}

async function handCommand(turn: Turn, rest: string): Promise<Handled> {
  const { actor } = turn;
  if (ledAreas(actor).length === 0) return say(turn, 'mentoring-team-not-allowed');
  const split = /^(.*\S)\s+(?:ke|kepada|pada|to)\s+(\S.*)$/iu.exec(rest.trim());
  const [, left = '', right = ''] = split ?? [];
  if (split === null)
    return say(turn, 'mentoring-hand-how', {
      example: example(turn),
      all: `${turn.command('serahkan')} semua rina ke tono`,
    });
  const team = await findTeam(turn);
  const everyone = /^(?:semua|all)(?:\s+(?:binaan|orang|warga|of))?\s+(.+)$/iu.exec(left);
  const typed = everyone?.[1] ?? left;
  const who = everyone === null ? await findPeople(turn, typed, team) : pick(typed, team);
  const mark = everyone === null ? 'one:' : 'all:';
  if (who.kind === 'many')
    return ask(
      turn,
      typed,
      who.some.map((one) => ({
        label: one.name,
        press: 'mentoring.hand-to',
        subject: JSON.stringify({ what: `${mark}${one.id}`, to: right }),
      })),
    );
  return choose(turn, `${mark}${who.one.id}`, right, team);
}

async function choose(turn: Turn, what: string, typed: string, team: readonly Named[]): Promise<Handled> {
  const to = pick(typed, team);
  if (to.kind === 'one') return confirm(turn, what, to.one);
  return ask(
    turn,
    typed,
    to.some.map((one) => ({
      label: one.name,
      press: 'mentoring.hand-to',
      subject: JSON.stringify({ what, to: one.name }),
    })),
  );
}

const notice = (outcome: Extract<HandOverOutcome, { kind: 'handed' }>, by: string, gained: boolean) => ({
  notice: 'mentoring.handed',
  subject: JSON.stringify({
    n: outcome.persons.length,
    persons: outcome.persons.slice(0, mostNamed),
    to: outcome.to,
    by,
    gained,
  }),
});

async function handPress(turn: Turn, subject: string): Promise<Handled> {
  const [what = '', to = ''] = subject.split('~');
  const by = turn.actor.person?.id ?? '';
  const names = new Map((await findPersons(turn.read, [to])).map((one) => [one.id, one.name]));
  return turn.commit(
    async (tx) => {
      const outcome = await handOver(tx, turn.actor, { what: whatOf(what), to, now: turn.now });
      if (outcome.kind === 'handed') {
        for (const person of outcome.from)
          if (person !== by) await turn.notify(tx, { ...notice(outcome, by, false), person });
        if (to !== by) await turn.notify(tx, { ...notice(outcome, by, true), person: to });
      }
      return outcome;
    },
    (outcome) => {
      if (outcome.kind !== 'handed') return say(turn, `mentoring-hand-${outcome.kind}`);
      const said = say(turn, 'mentoring-hand-handed', {
        n: outcome.persons.length,
        to: names.get(to) ?? '',
      });
      const left =
        outcome.outside === 0
          ? []
          : [
              {
                kind: 'text' as const,
                text: turn.texts.rich('mentoring-hand-outside', { n: outcome.outside }),
              },
            ];
      const [first, ...rest] = said.blocks;
      return {
        blocks: first === undefined ? left : [first, ...left, ...rest],
        replaces: 'pressed',
      };
    },
  );
}

export const handOverNotice: NoticeSpec = {
  name: 'mentoring.handed',
  async word({ command, read, texts }, subject) {
    const { by, gained, n, persons, to } = JSON.parse(subject) as {
      by: string;
      gained: boolean;
      n: number;
      persons: readonly string[];
      to: string;
    };
    const names = new Map((await findPersons(read, [...persons, by, to])).map((one) => [one.id, one.name]));
    const list = persons.map((id) => names.get(id) ?? '').join(', ');
    const args = {
      n,
      names: n > persons.length ? `${list}, …` : list,
      to: names.get(to) ?? '',
      by: names.get(by) ?? '',
      command: command('binaan'),
    };
    return {
      blocks: [
        { kind: 'text', text: texts.rich(gained ? 'mentoring-hand-gained' : 'mentoring-hand-lost', args) },
        {
          kind: 'buttons',
          buttons: [{ label: texts.t('mentoring-people-all'), press: 'mentoring.people', subject: '0' }],
        },
      ],
    };
  },
};

export const handOverCommands: readonly CommandSpec[] = [
  { name: 'serahkan', summary: 'mentoring-summary-hand', roles: overseeingRoles, handle: handCommand },
];

export const handOverPresses: readonly PressSpec[] = [
  { name: 'mentoring.hand', handle: handPress },
  {
    name: 'mentoring.hand-to',
    async handle(turn, subject) {
      const { to, what } = JSON.parse(subject) as { to: string; what: string };
      return choose(turn, what, to, await findTeam(turn));
    },
  },
];
