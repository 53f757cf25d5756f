/** `/mitra`: the partners of an area, and which of them stands beside which household. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import { askWho } from '../chat/line.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { matchNames } from '../language/name.ts';
import { mayOversee } from '../people/index.ts';
import { findSubjects } from './find-kpm.ts';
import { type AccompanyOutcome, accompany, addPartner, endPartner } from './keep-partner.ts';
import { findPartners } from './partner-store.ts';
import { isPartnerKind, type PartnerKind, partnerKinds } from './stage.ts';
import type { PartnerRow } from './store.ts';
import { personLine, readPartner } from './typed-words.ts';
import { card, ladderRoles, notAllowed, notYourPerson, worksOnLadder } from './words-chat.ts';

/** Partners of the actor's own areas and of those above them: what a province knows its kabupaten may use. */
async function findMine(turn: Turn): Promise<readonly PartnerRow[]> {
  const areas = new Set<string>(['ID']);
  for (const { area } of turn.actor.roles)
    area.split('.').forEach((_, at, all) => {
      areas.add(all.slice(0, at + 1).join('.'));
    });
  const isNational = turn.actor.roles.some((role) => role.area === 'ID');
  return findPartners(turn.read, isNational ? undefined : [...areas]);
}

/** The area for which this actor keeps partners. */
const keepsFor = (turn: Turn): string | undefined =>
  turn.actor.roles.find((role) => mayOversee(turn.actor, role.area))?.area;

const describe = (turn: Turn, one: PartnerRow): string =>
  `${one.name} · ${turn.texts.t(`ladder-partner-${one.kind}`)} · ${areaName(one.area, turn.texts.lang)}`;

async function list(turn: Turn): Promise<Reply> {
  const partners = await findMine(turn);
  const keeps = keepsFor(turn) !== undefined;
  const add = `${turn.command('mitra')} tambah perusahaan PT Maju Jaya`;
  const beside = `${turn.command('mitra')} siti PT Maju Jaya`;
  if (partners.length === 0)
    return say(turn, keeps ? 'ladder-partners-none' : 'ladder-partners-none-yet', { add });
  const buttons: Button[] = keeps
    ? partners
        .filter((one) => mayOversee(turn.actor, one.area))
        .slice(0, 4)
        .map((one) => ({
          label: turn.texts.t('ladder-partner-end', { name: one.name }),
          press: 'ladder.partner-end',
          subject: one.id,
        }))
    : [{ label: turn.texts.t('ladder-to-people'), press: 'ladder.list', subject: '' }];
  return card(
    { kind: 'text', text: turn.texts.rich('ladder-partners-title', { n: partners.length }) },
    [
      { kind: 'text', text: [partners.map((one) => `• ${describe(turn, one)}`).join('\n')] },
      {
        kind: 'text',
        text: turn.texts.rich(keeps ? 'ladder-partners-how' : 'ladder-partners-beside', { add, beside }),
      },
    ],
    buttons,
  );
}

const store = (turn: Turn, name: string, kind: PartnerKind, area: string): Promise<Handled> =>
  turn.commit(
    (tx) => addPartner(tx, turn.actor, { name, kind, area, now: turn.now }),
    (outcome) =>
      outcome.kind === 'not-your-area'
        ? say(turn, 'ladder-partner-not-yours')
        : say(turn, `ladder-partner-${outcome.kind}`, { what: describe(turn, outcome.partner) }, [
            ...(outcome.kind === 'added'
              ? [
                  {
                    label: turn.texts.t('mentoring-undo'),
                    press: 'ladder.partner-end',
                    subject: outcome.partner.id,
                  },
                ]
              : []),
            { label: turn.texts.t('ladder-to-partners'), press: 'ladder.partners', subject: '' },
          ]),
  );

async function add(turn: Turn, typed: string): Promise<Handled> {
  const area = keepsFor(turn);
  if (area === undefined) return say(turn, 'ladder-partner-not-yours');
  const { kind, name } = readPartner(typed);
  const example = `${turn.command('mitra')} tambah perusahaan PT Maju Jaya`;
  if (name === '') return say(turn, 'ladder-partner-nameless', { example });
  if (kind === undefined)
    return say(
      turn,
      'ladder-ask-partner-kind',
      { name },
      partnerKinds.map((one) => ({
        label: turn.texts.t(`ladder-partner-${one}`),
        press: 'ladder.partner-add',
        subject: `${one}~${name}`,
      })),
    );
  return store(turn, name, kind, area);
}

function sayBeside(turn: Turn, outcome: AccompanyOutcome): Reply {
  if (outcome.kind === 'not-your-person') return notYourPerson(turn);
  if (outcome.kind === 'not-found') return say(turn, 'ladder-partner-not-found');
  const { name, partner, person } = outcome;
  return say(turn, `ladder-beside-${outcome.kind}`, { name, partner: partner.name }, [
    ...(outcome.kind === 'accompanied'
      ? [
          {
            label: turn.texts.t('mentoring-undo'),
            press: 'ladder.beside-end',
            subject: `${partner.id}~${person}`,
          },
        ]
      : []),
    { label: turn.texts.t('ladder-to-history'), press: 'ladder.open', subject: person },
  ]);
}

const setBeside = (turn: Turn, person: string, partner: string, end = false): Promise<Handled> =>
  turn.commit(
    (tx) => accompany(tx, turn.actor, { person, partner, now: turn.now, end }),
    (outcome) => sayBeside(turn, outcome),
  );

/** Which partner is meant for a person; asked with buttons where the words leave it open. */
async function choosePartner(turn: Turn, person: string, name: string, typed: string): Promise<Handled> {
  const partners = await findMine(turn);
  const found = typed === '' ? undefined : matchNames(typed, partners, { limit: 6 });
  if (found?.kind === 'exact') return setBeside(turn, person, found.candidate.id);
  const candidates =
    found === undefined || found.kind === 'none'
      ? partners.slice(0, 6)
      : found.kind === 'several'
        ? found.candidates.map((one) => one.candidate)
        : [found.candidate];
  if (candidates.length === 0) return list(turn);
  const key = found?.kind === 'none' ? 'ladder-partner-unknown' : 'ladder-ask-partner';
  return say(
    turn,
    key,
    { typed, name },
    candidates.map((one) => ({
      label: one.name,
      press: 'ladder.beside',
      subject: `${one.id}~${person}`,
    })),
  );
}

async function partnerCommand(turn: Turn, rest: string): Promise<Handled> {
  if (!worksOnLadder(turn)) return notAllowed(turn);
  const text = rest.trim();
  if (text === '') return list(turn);
  const adding = /^(?:tambah|baru|add|new)\b\s*/i.exec(text);
  if (adding !== null) return add(turn, text.slice(adding[0].length));
  const people = await findSubjects(turn.read, turn.actor);
  const { note, person } = personLine.read(text, { people, today: turn.today });
  if (person.kind === 'several')
    return askWho(turn, person, 'ladder.beside-who', (one) => `${one.id}~${note}`);
  if (person.kind === 'found') return choosePartner(turn, person.id, person.name, note);
  return say(turn, 'ladder-partner-line', {
    typed: text,
    add: `${turn.command('mitra')} tambah perusahaan PT Maju Jaya`,
    beside: `${turn.command('mitra')} siti PT Maju Jaya`,
  });
}

export const partnerCommands: readonly CommandSpec[] = [
  { name: 'mitra', summary: 'ladder-summary-partners', roles: ladderRoles, handle: partnerCommand },
];

const pair = (subject: string): readonly [string, string] => {
  const at = subject.indexOf('~');
  return [subject.slice(0, at), subject.slice(at + 1)];
};

export const partnerPresses: readonly PressSpec[] = [
  {
    name: 'ladder.partners',
    handle: async (turn) => (worksOnLadder(turn) ? list(turn) : notAllowed(turn)),
  },
  {
    name: 'ladder.partner-add',
    async handle(turn, subject) {
      const [kind, name] = pair(subject);
      const area = keepsFor(turn);
      if (!isPartnerKind(kind) || area === undefined) return say(turn, 'ladder-partner-not-yours');
      return store(turn, name, kind, area);
    },
  },
  {
    name: 'ladder.partner-end',
    handle: (turn, id) =>
      turn.commit(
        (tx) => endPartner(tx, turn.actor, id, turn.now),
        (outcome) =>
          outcome.kind === 'not-found'
            ? say(turn, 'ladder-partner-not-found')
            : say(turn, 'ladder-partner-ended', { name: outcome.partner.name }),
      ),
  },
  {
    name: 'ladder.beside',
    handle(turn, subject) {
      const [partner, person] = pair(subject);
      return setBeside(turn, person, partner);
    },
  },
  {
    name: 'ladder.beside-end',
    handle(turn, subject) {
      const [partner, person] = pair(subject);
      return setBeside(turn, person, partner, true);
    },
  },
  {
    name: 'ladder.beside-who',
    async handle(turn, subject) {
      const [person, typed] = pair(subject);
      const name = (await findSubjects(turn.read, turn.actor)).find((one) => one.id === person)?.name;
      return name === undefined ? notYourPerson(turn) : choosePartner(turn, person, name, typed);
    },
  },
];
