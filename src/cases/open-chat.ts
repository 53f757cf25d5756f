/** Opening a case in conversation: `/lapor` for everybody, `/rujuk` for facilitators, and the button that begins one. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import { askWho } from '../chat/line.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import { type Address, fieldRoles, findCaseload, mayLogFieldWork } from '../people/index.ts';
import { type CasesSetup, toOfficers } from './notices-chat.ts';
import { type CaseDraft, type OpenOutcome, openCase } from './open-case.ts';
import { type ParsedReferral, parseReferral } from './parse-referral.ts';
import { kindName } from './words-chat.ts';

/** `cases.begin` takes `KIND|ABOUT`, where the kind may be empty. */
const beginKinds = ['question', 'suggestion', 'complaint', 'need', 'protected'] as const;

const privateAddress = (turn: Turn): Address | null =>
  turn.incoming.address.kind === 'private' ? turn.incoming.address : null;

function sayOpened(turn: Turn, outcome: OpenOutcome, desk: Address | undefined): Reply {
  const { texts } = turn;
  switch (outcome.kind) {
    case 'opened': {
      const { row } = outcome;
      const where = row.protected
        ? 'cases-opened-protected'
        : row.address === null
          ? 'cases-opened-referral'
          : row.atDesk
            ? 'cases-opened-desk'
            : 'cases-opened-area';
      return {
        record: `case:${row.id}`,
        blocks: [
          {
            kind: 'text',
            text: texts.rich('cases-opened', { number: String(row.number), kind: kindName(texts, row) }),
          },
          {
            kind: 'text',
            text: texts.rich(where, {
              area: areaName(row.area, texts.lang),
              at: row.dueAt === null ? '' : formatInstant(row.dueAt, turn.zone, texts.lang),
              desk: desk === undefined ? 'no' : 'yes',
            }),
          },
          {
            kind: 'buttons',
            buttons: [
              { label: texts.t('cases-button-open'), press: 'cases.open', subject: row.id },
              {
                label: texts.t('cases-button-undo'),
                press: 'cases.move',
                subject: `${row.id}|received|cancel`,
              },
            ],
          },
        ],
      };
    }
    case 'same':
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich('cases-same', {
              number: String(outcome.row.number),
              kind: kindName(texts, outcome.row),
              story: outcome.row.story,
            }),
          },
          {
            kind: 'buttons',
            buttons: [
              {
                label: texts.t('cases-same-add', { number: String(outcome.row.number) }),
                press: 'cases.join',
                subject: JSON.stringify({ id: outcome.row.id, text: outcome.draft.story }),
                style: 'main',
              },
              {
                label: texts.t('cases-same-new'),
                press: 'cases.sure',
                subject: JSON.stringify(outcome.draft),
              },
            ],
          },
        ],
      };
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    case 'not-allowed':
      return say(turn, 'cases-not-allowed-refer');
    default:
      return outcome satisfies never;
  }
}

/** Stores a draft and tells whoever has to know, all in one write. */
export const open = (turn: Turn, setup: CasesSetup, draft: CaseDraft, sure: boolean): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await openCase(tx, turn.actor, draft, {
        now: turn.now,
        zone: turn.zone,
        calendar: turn.calendar,
        sla: setup.sla(),
        lang: turn.texts.lang,
        address: privateAddress(turn),
        sure,
      });
      if (outcome.kind === 'opened')
        for (const notice of await toOfficers(tx, outcome.row, setup.desk)) await turn.notify(tx, notice);
      return outcome;
    },
    (outcome) => sayOpened(turn, outcome, setup.desk),
  );

const openReport = (_turn: Turn, kind: string, about: string, story = ''): Reply => ({
  blocks: [
    {
      kind: 'form',
      form: 'cases.report',
      values: {
        ...(kind === '' ? {} : { kind }),
        ...(story === '' ? {} : { story }),
      },
      ...(about === '' ? {} : { subject: about }),
    },
  ],
});

/** A referral line as far as it goes: asked about, or shown with the consent that has to be taken. */
async function takeReferral(turn: Turn, parsed: ParsedReferral): Promise<Handled> {
  const { person } = parsed;
  if (person.kind === 'several')
    return askWho(turn, person, 'cases.who', (one) =>
      JSON.stringify({ ...parsed, person: { kind: 'found', id: one.id, name: one.label } }),
    );
  if (person.kind !== 'found' || parsed.story === '') {
    const blocks =
      person.kind === 'unknown'
        ? say(turn, 'mentoring-unknown-person', { typed: person.typed }).blocks.slice(0, 1)
        : [];
    return {
      blocks: [
        ...blocks,
        {
          kind: 'form',
          form: 'cases.referral',
          values: {
            ...(person.kind === 'found' ? { person: person.id } : {}),
            ...(parsed.sector === undefined ? {} : { sector: parsed.sector }),
            ...(parsed.story === '' ? {} : { story: parsed.story }),
          },
          subject: JSON.stringify({ kind: parsed.kind, urgent: parsed.urgent }),
        },
      ],
    };
  }
  return askConsent(turn, { id: person.id, name: person.name }, parsed);
}

export function askConsent(
  turn: Turn,
  person: { readonly id: string; readonly name: string },
  parsed: Pick<ParsedReferral, 'kind' | 'sector' | 'urgent' | 'story'>,
): Reply {
  const { texts } = turn;
  const draft: CaseDraft = {
    kind: parsed.kind,
    protected: false,
    sector: parsed.sector ?? null,
    urgent: parsed.urgent,
    area: '',
    story: parsed.story,
    about: null,
    person: person.id,
  };
  return {
    blocks: [
      {
        kind: 'text',
        text: texts.rich(parsed.urgent ? 'cases-refer-preview-urgent' : 'cases-refer-preview', {
          name: person.name,
          kind: kindName(texts, draft),
          story: parsed.story,
        }),
      },
      { kind: 'text', text: texts.rich('cases-consent-text', { name: person.name }) },
      {
        kind: 'buttons',
        buttons: [
          {
            label: texts.t('cases-consent-yes'),
            press: 'cases.consent',
            subject: JSON.stringify(draft),
            style: 'main',
          },
          { label: texts.t('cases-consent-no'), press: 'cases.no-consent' },
        ],
      },
    ],
  };
}

async function referCommand(turn: Turn, rest: string): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'cases-not-allowed-refer');
  const people = await findCaseload(turn.read, self.id);
  if (people.length === 0)
    return say(turn, 'mentoring-no-people', {
      command: `${turn.command('warga')} Siti Aminah, desa Sukamaju`,
    });
  return takeReferral(turn, parseReferral(rest, people));
}

export const openCommands: readonly CommandSpec[] = [
  {
    name: 'lapor',
    aliases: ['report'],
    summary: 'cases-summary-report',
    handle: async (turn, rest) => openReport(turn, '', '', rest.trim()),
  },
  {
    name: 'rujuk',
    everyday: true,
    aliases: ['refer'],
    roles: fieldRoles,
    summary: 'cases-summary-refer',
    handle: referCommand,
  },
];

const readDraft = (subject: string): CaseDraft => JSON.parse(subject) as CaseDraft;

export const openPresses = (setup: CasesSetup): readonly PressSpec[] => [
  {
    name: 'cases.begin',
    async handle(turn, subject) {
      const [kind = '', ...about] = subject.split('|');
      return openReport(
        turn,
        (beginKinds as readonly string[]).includes(kind) ? kind : '',
        about.join('|').slice(0, 200),
      );
    },
  },
  {
    name: 'cases.refer-begin',
    handle: (turn) => referCommand(turn, ''),
  },
  {
    name: 'cases.who',
    handle: (turn, subject) => takeReferral(turn, JSON.parse(subject) as ParsedReferral),
  },
  { name: 'cases.consent', handle: (turn, subject) => open(turn, setup, readDraft(subject), false) },
  { name: 'cases.sure', handle: (turn, subject) => open(turn, setup, readDraft(subject), true) },
  {
    name: 'cases.no-consent',
    handle: async (turn) => ({ ...say(turn, 'cases-no-consent'), replaces: 'pressed' }),
  },
];
