/** Conversation about people: arriving with a code, inviting others, entering a person, leaving a shared phone. */

import type { CommandSpec, Handled, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaPath, findAreas } from '../language/areas.ts';
import { type Actor, isRoleName, type RoleName } from './actor.ts';
import { addPerson, findLikelyDuplicates, takeOnPerson } from './add-person.ts';
import { invite, redeemInvitation, revokeRoles } from './invitation.ts';
import { fieldRoles, invitableRoles, mayEnterPerson } from './may.ts';
import { leaveAccount } from './my-data.ts';
import { readPersonLine } from './parse-person.ts';
import { findPerson } from './store.ts';

const roleName = (turn: Turn, role: RoleName): string => turn.texts.t(`people-role-${role}`);

/** Roles as people type them, in either language. */
const typedRoles: Readonly<Record<string, RoleName>> = {
  pendamping: 'facilitator',
  fasilitator: 'facilitator',
  koordinator: 'coordinator',
  manajer: 'manager',
  petugas: 'front-office',
  tujuan: 'destination',
  staf: 'staff',
};

const toRole = (typed: string): RoleName | undefined => (isRoleName(typed) ? typed : typedRoles[typed]);

async function start(turn: Turn, rest: string): Promise<Handled> {
  const code = rest.trim();
  if (code === '') {
    const key = turn.actor.person === undefined ? 'people-welcome' : 'people-welcome-back';
    return say(turn, key, { name: turn.actor.person?.name ?? turn.actor.shownName });
  }
  return turn.commit(
    (tx) => redeemInvitation(tx, turn.actor, code, turn.now),
    (outcome) => {
      if (outcome.kind === 'not-valid') return say(turn, 'people-code-not-valid');
      return say(turn, 'people-code-used', {
        name: outcome.name,
        role: roleName(turn, outcome.role),
        area: areaPath(outcome.area),
      });
    },
  );
}

/** Reads `PERAN WILAYAH, NAMA` in that order. */
async function inviteCommand(turn: Turn, rest: string): Promise<Handled> {
  const example = `${turn.command('undang')} pendamping Semarang, Rina Wati`;
  if (invitableRoles(turn.actor).length === 0) return say(turn, 'people-invite-not-allowed');
  const [left = '', ...nameParts] = rest.split(',');
  const name = nameParts.join(',').trim();
  const [roleTyped = '', ...areaWords] = left.trim().split(/\s+/);
  const role = toRole(roleTyped.toLowerCase());
  if (role === undefined) return say(turn, 'people-invite-role', { typed: roleTyped || '—', example });
  const [area] = findAreas(areaWords.join(' '), { limit: 1 });
  if (area === undefined)
    return say(turn, 'people-invite-area', { typed: areaWords.join(' ') || '—', example });
  if (name === '') return say(turn, 'people-invite-name', { example });
  return turn.commit(
    (tx) => invite(tx, turn.actor, { role, area: area.code, name, now: turn.now }),
    (outcome) =>
      outcome.kind === 'not-allowed'
        ? say(turn, 'people-invite-outside', { role: roleName(turn, role), area: areaPath(area.code) })
        : say(turn, 'people-invited', {
            name,
            role: roleName(turn, role),
            area: areaPath(area.code),
            code: outcome.code,
            start: `${turn.command('start')} ${outcome.code}`,
          }),
  );
}

/** The area an actor works in: where new people are looked for. */
const ownArea = (actor: Actor): string =>
  actor.roles.find((role) => (fieldRoles as readonly string[]).includes(role.role))?.area ?? 'ID';

async function personCommand(turn: Turn, rest: string): Promise<Handled> {
  const example = `${turn.command('warga')} Siti Aminah, desa Sukamaju`;
  if (!mayEnterPerson(turn.actor, ownArea(turn.actor))) return say(turn, 'people-person-not-allowed');
  const { name, place } = readPersonLine(rest, ownArea(turn.actor));
  if (name === '' || place === '') {
    return say(turn, name === '' ? 'people-person-name' : 'people-person-place', {
      name: name || '—',
      example,
    });
  }
  const found = findAreas(place, { within: ownArea(turn.actor), limit: 3 });
  const [area, ...others] = found;
  if (area === undefined)
    return say(turn, 'people-person-place-unknown', {
      place,
      area: areaPath(ownArea(turn.actor)),
      example,
    });
  if (others.length > 0 && area.score < 1) {
    return say(
      turn,
      'people-person-which-place',
      { place },
      found.map((one) => ({
        label: areaPath(one.code),
        press: 'people.consent',
        subject: `${one.code}~${name}`,
      })),
    );
  }
  return askConsent(turn, area.code, name);
}

async function askConsent(turn: Turn, area: string, name: string): Promise<Handled> {
  const duplicates = await findLikelyDuplicates(turn.read, name, area);
  const shown: Block[] =
    duplicates.length === 0
      ? []
      : [
          { kind: 'text', text: turn.texts.rich('people-person-duplicates', { n: duplicates.length }) },
          {
            kind: 'facts',
            rows: duplicates.slice(0, 5).map((one) => ({ label: one.name, value: [areaPath(one.area)] })),
          },
        ];
  const same: Button[] = duplicates.slice(0, 3).map((one) => ({
    label: turn.texts.t('people-person-same', { name: one.name }),
    press: 'people.take',
    subject: one.id,
  }));
  return {
    blocks: [
      ...shown,
      { kind: 'text', text: turn.texts.rich('people-consent-text', { name, area: areaPath(area) }) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: turn.texts.t('people-consent-yes'),
            press: 'people.add',
            subject: `${area}~${name}`,
            style: 'main',
          },
          ...same,
          { label: turn.texts.t('people-consent-no'), press: 'people.no-consent' },
        ],
      },
    ],
  };
}

const split = (subject: string): [string, string] => {
  const at = subject.indexOf('~');
  return [subject.slice(0, at), subject.slice(at + 1)];
};

const addPress = (turn: Turn, subject: string): Promise<Handled> => {
  const [area, name] = split(subject);
  return turn.commit(
    async (tx) => {
      const outcome = await addPerson(tx, turn.actor, { name, area, now: turn.now });
      if (outcome.kind === 'added') {
        for (const person of outcome.coordinators) {
          await turn.notify(tx, { notice: 'people.entered', subject: outcome.person, person });
        }
      }
      return outcome;
    },
    (outcome) => {
      switch (outcome.kind) {
        case 'added':
          return {
            ...say(turn, 'people-person-added', {
              name: outcome.name,
              area: areaPath(outcome.area),
              command: `${turn.command('sesi')} ${outcome.name}`,
            }),
            replaces: 'pressed',
          };
        case 'not-your-area':
          return say(turn, 'people-person-outside', { area: areaPath(outcome.area) });
        case 'no-person':
          return say(turn, 'people-person-not-allowed');
        default:
          return outcome satisfies never;
      }
    },
  );
};

const takePress = (turn: Turn, person: string): Promise<Handled> =>
  turn.commit(
    async (tx) => ({
      outcome: await takeOnPerson(tx, turn.actor, person, turn.now),
      row: await findPerson(tx, person),
    }),
    ({ outcome, row }) =>
      outcome === 'taken'
        ? {
            ...say(turn, 'people-person-taken', {
              name: row?.name ?? '',
              command: `${turn.command('sesi')} ${row?.name ?? ''}`,
            }),
            replaces: 'pressed',
          }
        : say(turn, 'people-person-not-allowed'),
  );

async function revokeCommand(turn: Turn, rest: string): Promise<Handled> {
  const id = rest.trim().toUpperCase();
  if (invitableRoles(turn.actor).length === 0) return say(turn, 'people-invite-not-allowed');
  if (id === '') return say(turn, 'people-revoke-who', { example: `${turn.command('cabut')} 2N4F0K7A2Q4M` });
  return turn.commit(
    (tx) => revokeRoles(tx, turn.actor, id, turn.now),
    (outcome) => {
      if (outcome.kind === 'revoked') return say(turn, 'people-revoked', { name: outcome.name });
      return say(turn, outcome.kind === 'no-roles' ? 'people-revoke-none' : 'people-revoke-unknown', {
        id,
      });
    },
  );
}

/** Unlinks the account from one person, or from all of them. */
const leave = (turn: Turn, person: string): Promise<Handled> =>
  turn.commit(
    (tx) => leaveAccount(tx, turn.actor, person === '' ? undefined : person, turn.now),
    () => say(turn, 'people-left'),
  );

function askLeave(turn: Turn): Handled {
  const { persons } = turn.actor;
  if (persons.length === 0) return say(turn, 'people-leave-nobody');
  const names = persons.map((person) => person.name).join(', ');
  const no = { label: turn.texts.t('people-leave-no'), press: 'chat.help' };
  const yes = (label: string, subject: string) => ({
    label,
    press: 'people.leave',
    subject,
    style: 'danger' as const,
  });
  return persons.length === 1
    ? say(turn, 'people-leave-ask', { names }, [yes(turn.texts.t('people-leave-yes'), ''), no])
    : say(turn, 'people-leave-which', { names }, [
        ...persons.map((person) => yes(person.name, person.id)),
        yes(turn.texts.t('people-leave-all'), ''),
        no,
      ]);
}

export const peopleCommands: readonly CommandSpec[] = [
  { name: 'start', aliases: ['mulai'], summary: 'people-summary-start', hidden: true, handle: start },
  { name: 'warga', summary: 'people-summary-person', roles: fieldRoles, handle: personCommand },
  {
    name: 'undang',
    summary: 'people-summary-invite',
    roles: ['coordinator', 'manager', 'staff', 'admin'],
    handle: inviteCommand,
  },
  {
    name: 'cabut',
    summary: 'people-summary-revoke',
    roles: ['coordinator', 'manager', 'staff', 'admin'],
    handle: revokeCommand,
  },
  {
    name: 'keluar',
    summary: 'people-summary-leave',
    hidden: true,
    handle: async (turn) => askLeave(turn),
  },
];

export const peoplePresses: readonly PressSpec[] = [
  {
    name: 'people.consent',
    handle: (turn, subject) => {
      const [area, name] = split(subject);
      return askConsent(turn, area, name);
    },
  },
  { name: 'people.add', handle: addPress },
  { name: 'people.take', handle: takePress },
  {
    name: 'people.no-consent',
    handle: async (turn) => ({ ...say(turn, 'people-no-consent'), replaces: 'pressed' }),
  },
  { name: 'people.leave', handle: leave },
];

export const peopleNotices: readonly NoticeSpec[] = [
  {
    name: 'people.entered',
    async word({ read, texts }, subject) {
      const row = await findPerson(read, subject);
      if (row === undefined) return { suppressed: 'the person was erased' };
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich('people-notice-entered', { name: row.name, area: areaPath(row.area) }),
          },
          { kind: 'buttons', buttons: [{ label: texts.t('chat-help-button'), press: 'chat.help' }] },
        ],
      };
    },
  },
];
