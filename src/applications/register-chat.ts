/** `/ajukan NAMA, PROGRAM`: one line, or step by step, to a receipt with a number and a one-time code. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import {
  type Actor,
  fieldRoles,
  hasRole,
  mayLogFieldWork,
  overseeingRoles,
  ownPersonField,
} from '../people/index.ts';
import { newCode } from '../store/index.ts';
import { announce } from './announce-chat.ts';
import { type FoundPerson, findTypedPerson } from './find-person.ts';
import { programmeName, takeProgramme } from './programme.ts';
import { readProgrammes } from './programme-source.ts';
import { type RegisterOutcome, registerApplication, undoRegistration } from './register.ts';
import { describeApplication, notThere, programmeOf } from './words-chat.ts';

export const applicationRoles = [...new Set([...fieldRoles, ...overseeingRoles])];

export const handlesApplications = (actor: Actor): boolean =>
  mayLogFieldWork(actor) || hasRole(actor, ...overseeingRoles);

const exampleOf = (turn: Turn, name: string): string => `${turn.command('ajukan')} ${name}, PENA`;

/** The receipt: the only place where the code is ever shown. */
export function sayCode(
  turn: Turn,
  key: string,
  args: Readonly<Record<string, string>>,
  number: string,
  code: string,
) {
  const { texts } = turn;
  return [
    { kind: 'text' as const, text: texts.rich(key, { ...args, number }) },
    {
      kind: 'text' as const,
      text: texts.rich('applications-code-once', {
        code,
        line: `${turn.command('status')} ${number} ${code}`,
      }),
    },
  ];
}

function sayRegistered(turn: Turn, outcome: RegisterOutcome, code: string): Reply {
  const { texts } = turn;
  switch (outcome.kind) {
    case 'registered': {
      const { name, row } = outcome;
      const args = { name, programme: programmeOf(texts, row) };
      return {
        blocks: [
          ...sayCode(turn, 'applications-registered', args, row.number, code),
          {
            kind: 'buttons',
            buttons: [
              {
                label: texts.t('applications-button-view'),
                press: 'applications.open',
                subject: row.number,
                style: 'main',
              },
              { label: texts.t('applications-button-undo'), press: 'applications.undo', subject: row.number },
            ],
          },
        ],
      };
    }
    case 'same': {
      const { name, row } = outcome;
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich('applications-same', { name, programme: programmeOf(texts, row) }),
          },
          { kind: 'text', text: [`${row.number} · ${describeApplication(texts, row, name, turn.zone)}`] },
          {
            kind: 'buttons',
            buttons: [
              {
                label: texts.t('applications-button-view'),
                press: 'applications.open',
                subject: row.number,
                style: 'main',
              },
              {
                label: texts.t('applications-button-sure'),
                press: 'applications.sure',
                subject: `${row.person}~${row.programme}`,
              },
            ],
          },
        ],
      };
    }
    case 'no-consent':
      return say(turn, 'applications-no-consent', { name: outcome.name, command: turn.command('warga') });
    case 'not-yours':
      return say(turn, 'applications-not-your-person', { command: turn.command('warga') });
    default:
      return outcome satisfies never;
  }
}

const store = (turn: Turn, person: string, programme: string, sure: boolean): Promise<Handled> => {
  const code = newCode(2);
  const codeHash = turn.hashCode(code);
  return turn.commit(
    async (tx) => {
      const input = { person, programme, codeHash, sure, now: turn.now };
      const outcome = await registerApplication(tx, turn.actor, input);
      if (outcome.kind === 'registered') await announce(tx, turn, outcome.row);
      return outcome;
    },
    (outcome) => sayRegistered(turn, outcome, code),
  );
};

/** Takes what is known as far as it goes: stored, asked about with buttons, or asked for in the form. */
async function take(turn: Turn, person: FoundPerson, programme: string | undefined): Promise<Handled> {
  if (person.kind === 'several')
    return say(
      turn,
      'applications-which-person',
      { typed: person.typed },
      person.candidates.slice(0, 6).map((one) => ({
        label: one.label,
        press: 'applications.who',
        subject: `${one.id}~${programme ?? ''}`,
      })),
    );
  if (person.kind === 'found' && programme !== undefined) return store(turn, person.id, programme, false);
  const unknown =
    person.kind === 'unknown'
      ? say(turn, 'applications-unknown-person', {
          typed: person.typed,
          command: turn.command('warga'),
          example: exampleOf(turn, 'Siti Aminah'),
        }).blocks.slice(0, 1)
      : [];
  const values = {
    ...(person.kind === 'found' ? { person: person.id } : {}),
    ...(programme === undefined ? {} : { programme }),
  };
  return { blocks: [...unknown, { kind: 'form', form: 'applications.register', values }] };
}

async function registerCommand(turn: Turn, rest: string): Promise<Handled> {
  if (!handlesApplications(turn.actor)) return say(turn, 'applications-not-allowed');
  const programmes = readProgrammes();
  const comma = rest.lastIndexOf(',');
  const named = takeProgramme(comma < 0 ? rest : rest.slice(comma + 1), programmes);
  const typedProgramme = comma < 0 ? '' : rest.slice(comma + 1).trim();
  if (named === undefined && typedProgramme !== '')
    return say(turn, 'applications-unknown-programme', {
      typed: typedProgramme,
      known: programmes.all.map((one) => programmeName(one, turn.texts.lang)).join(', '),
      example: exampleOf(turn, rest.slice(0, comma).trim() || 'Siti Aminah'),
    });
  const name = comma < 0 ? (named?.rest ?? rest) : rest.slice(0, comma);
  return take(turn, await findTypedPerson(turn.read, turn.actor, name), named?.programme.prefix);
}

export const registerForm: FormSpec = {
  name: 'applications.register',
  version: 1,
  title: 'applications-form-title',
  submitLabel: 'applications-form-submit',
  fields: [
    ownPersonField('applications-ask-person'),
    {
      id: 'programme',
      kind: 'choice',
      label: 'applications-ask-programme',
      options: async ({ texts }) =>
        readProgrammes().all.map((one) => ({ value: one.prefix, label: programmeName(one, texts.lang) })),
      parse(typed) {
        const named = takeProgramme(typed, readProgrammes());
        return named === undefined
          ? { kind: 'wrong', key: 'applications-wrong-programme' }
          : { kind: 'ok', value: named.programme.prefix };
      },
    },
  ],
  async submit(turn, values) {
    if (!handlesApplications(turn.actor)) return say(turn, 'applications-not-allowed');
    const person = await findTypedPerson(turn.read, turn.actor, values.person ?? '');
    return take(turn, person, values.programme);
  },
};

const split = (subject: string): readonly [string, string] => {
  const at = subject.indexOf('~');
  return [subject.slice(0, at), subject.slice(at + 1)];
};

export const registerCommands: readonly CommandSpec[] = [
  {
    name: 'ajukan',
    aliases: ['apply'],
    roles: applicationRoles,
    summary: 'applications-summary-register',
    handle: registerCommand,
  },
];

export const registerPresses: readonly PressSpec[] = [
  {
    name: 'applications.who',
    async handle(turn, subject) {
      const [person, programme] = split(subject);
      if (!handlesApplications(turn.actor)) return say(turn, 'applications-not-allowed');
      const found = await findTypedPerson(turn.read, turn.actor, person);
      return take(turn, found, programme === '' ? undefined : programme);
    },
  },
  {
    name: 'applications.sure',
    handle(turn, subject) {
      const [person, programme] = split(subject);
      return store(turn, person, programme, true);
    },
  },
  {
    name: 'applications.undo',
    handle: (turn, number) =>
      turn.commit(
        (tx) => undoRegistration(tx, turn.actor, number, turn.now),
        (outcome) => {
          if (outcome.kind === 'not-there') return notThere(turn);
          const said = say(turn, `applications-undo-${outcome.kind}`, { number });
          return outcome.kind === 'undone' ? { ...said, replaces: 'pressed' } : said;
        },
      ),
  },
];
