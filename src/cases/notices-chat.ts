/** Who is told of what happens to a case, and in which words. Nothing here names a person: a phone may be shared. */
import type { NoticeRow, NoticeSpec } from '../chat/feature.ts';
import { areaName } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import type { Address } from '../people/index.ts';
import { deskRoles, findHolders } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import type { Sla } from './sla.ts';
import { type CaseRow, findCase, findEvent } from './store.ts';
import { kindName, ownButtons } from './words-chat.ts';

export interface CasesSetup {
  /** The staff's channel, where there is one. */
  readonly desk: Address | undefined;
  sla(): Sla;
}

const cardOf = (id: string): string => `case:${id}`;
const staffTold = 20;

/** The ministry's desk: its channel, else each staff member who can be reached. */
async function toDesk(read: Reader, row: CaseRow, desk: Address | undefined): Promise<readonly NoticeRow[]> {
  const card = {
    notice: 'cases.card',
    subject: row.id,
    card: cardOf(row.id),
    urgent: row.urgent || row.protected,
  };
  if (desk !== undefined) return [{ ...card, place: desk }];
  const holders = await findHolders(read, deskRoles, 'ID');
  return [...new Set(holders.map((one) => one.person))]
    .slice(0, staffTold)
    .map((person) => ({ ...card, person }));
}

/** The present card to every officer who has it. */
export async function toOfficers(
  read: Reader,
  row: CaseRow,
  desk: Address | undefined,
): Promise<readonly NoticeRow[]> {
  const persons = row.told.map((person) => ({
    notice: 'cases.card',
    subject: row.id,
    card: cardOf(row.id),
    urgent: row.urgent,
    person,
  }));
  return row.atDesk ? [...persons, ...(await toDesk(read, row, desk))] : persons;
}

/** The message of an event to whoever's case it is; none when they did it themselves. */
export function toRequester(row: CaseRow, event: string): readonly NoticeRow[] {
  const told = { notice: 'cases.told', subject: event };
  if (row.address !== null) return [{ ...told, place: row.address }];
  return row.person === null ? [] : [{ ...told, person: row.person }];
}

/** To the officer who opened it for somebody, or who takes care of it, when somebody else moved it. */
export const toWorkers = (row: CaseRow, event: string, but: string | undefined): readonly NoticeRow[] =>
  [...new Set([row.takenBy, row.address === null ? row.openedBy : null])]
    .filter((person): person is string => person !== null && person !== but && !person.startsWith('account:'))
    .map((person) => ({ notice: 'cases.moved', subject: event, person }));

export const caseNotices: readonly NoticeSpec[] = [
  {
    name: 'cases.overdue',
    async word({ now, read, texts, zone }, subject) {
      const row = await findCase(read, subject);
      if (row === undefined || row.closedAt !== null || row.dueAt === null || row.dueAt > now)
        return { suppressed: 'somebody has moved it meanwhile' };
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich('cases-notice-overdue', {
              number: String(row.number),
              kind: kindName(texts, row),
              area: areaName(row.area, texts.lang),
              state: texts.t(`cases-state-${row.state}`),
              at: formatInstant(row.dueAt, zone, texts.lang),
            }),
          },
          {
            kind: 'buttons',
            buttons: [{ label: texts.t('cases-button-open'), press: 'cases.open', subject: row.id }],
          },
        ],
      };
    },
  },
  {
    name: 'cases.card',
    async word({ now, read, texts, zone }, subject) {
      const row = await findCase(read, subject);
      if (row === undefined) return { suppressed: 'the case was erased' };
      // Others may read along in a channel: what was said and by whom is shown to the one who opens it.
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich(row.urgent || row.protected ? 'cases-notice-urgent' : 'cases-notice', {
              number: String(row.number),
              kind: kindName(texts, row),
              area: areaName(row.area, texts.lang),
              state: texts.t(`cases-state-${row.state}`),
            }),
          },
          ...(row.dueAt === null
            ? []
            : [
                {
                  kind: 'text' as const,
                  text: texts.rich(row.dueAt < now ? 'cases-overdue' : 'cases-due', {
                    at: formatInstant(row.dueAt, zone, texts.lang),
                  }),
                },
              ]),
          {
            kind: 'buttons',
            buttons: [{ label: texts.t('cases-button-open'), press: 'cases.open', subject: row.id }],
          },
        ],
      };
    },
  },
  {
    name: 'cases.told',
    async word({ read, texts: theirs, textsIn, person }, subject) {
      const event = await findEvent(read, subject);
      const row = event === undefined ? undefined : await findCase(read, event.case);
      if (event === undefined || row === undefined) return { suppressed: 'the case was erased' };
      const texts = person === undefined ? textsIn(row.lang) : theirs;
      const key = event.kind === 'add' ? 'cases-told-add' : `cases-own-${event.state}`;
      return {
        blocks: [
          { kind: 'text', text: texts.rich('cases-told', { number: String(row.number) }) },
          { kind: 'text', text: texts.rich(key, { destination: row.destination ?? '', note: event.note }) },
          ...(event.note === '' || event.kind === 'refer' || event.kind === 'add'
            ? []
            : [{ kind: 'text' as const, text: texts.rich('cases-own-note', { note: event.note }) }]),
          {
            kind: 'buttons',
            buttons:
              row.state === 'served'
                ? ownButtons(texts, row)
                : [{ label: texts.t('cases-button-open'), press: 'cases.open', subject: row.id }],
          },
        ],
      };
    },
  },
  {
    name: 'cases.moved',
    async word({ read, texts }, subject) {
      const event = await findEvent(read, subject);
      const row = event === undefined ? undefined : await findCase(read, event.case);
      if (event === undefined || row === undefined) return { suppressed: 'the case was erased' };
      const key =
        event.kind === 'add' || event.kind === 'assign' || event.kind === 'take'
          ? `cases-moved-${event.kind}`
          : 'cases-moved';
      return {
        blocks: [
          {
            kind: 'text',
            text: texts.rich(key, {
              number: String(row.number),
              state: texts.t(`cases-state-${event.state}`),
              note: event.note,
            }),
          },
          {
            kind: 'buttons',
            buttons: [{ label: texts.t('cases-button-open'), press: 'cases.open', subject: row.id }],
          },
        ],
      };
    },
  },
];
