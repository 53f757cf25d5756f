/** An application as its owner sees it: plain words, what is next, a typical time, what is missing, who helps. */
import type { Turn } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay, formatInstant } from '../language/date.ts';
import { findFacilitators } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { isOpen } from './application.ts';
import { readProgrammes } from './programme-source.ts';
import { type ApplicationRow, findApplicationsOf } from './store.ts';
import { dayWords, namesOf, programmeOf } from './words-chat.ts';

type OwnerContext = Pick<Turn, 'texts' | 'zone' | 'calendar' | 'now' | 'today' | 'actor'> & {
  readonly read: Reader;
};

async function helperWords({ read, texts }: OwnerContext, row: ApplicationRow): Promise<string> {
  const [first] = row.person === null ? [] : await findFacilitators(read, row.person);
  const name = first === undefined ? undefined : (await namesOf(read, [first])).get(first);
  return name === undefined
    ? texts.t('applications-helper-office')
    : texts.t('applications-helper-facilitator', { name });
}

/** By when the next step usually comes; a typical time, never a promise. */
function timeWords({ calendar, texts, today, zone }: OwnerContext, row: ApplicationRow): readonly Block[] {
  const days = readProgrammes().typicalDays(row.stage);
  if (days === undefined) return [];
  const date = calendar.addWorkingDays(toDate(row.stageAt, zone), days);
  const key = date < today ? 'applications-time-late' : 'applications-time-typical';
  return [{ kind: 'text', text: texts.rich(key, { days, date: formatDay(date, texts.lang) }) }];
}

/** An application as its owner sees it. The name is shown only where an account stands for several people. */
export async function ownerBlocks(
  context: OwnerContext,
  row: ApplicationRow,
  objection: boolean,
): Promise<readonly Block[]> {
  const { actor, texts, zone } = context;
  const shared = actor.persons.length > 1;
  const name = actor.persons.find((one) => one.id === row.person)?.name ?? '';
  const more = row.person === null ? [] : await findApplicationsOf(context.read, row.person);
  const buttons: Button[] = [
    { label: texts.t('applications-button-refresh'), press: 'applications.mine', subject: row.number },
    ...(objection
      ? [
          {
            label: texts.t('applications-button-object'),
            press: 'cases.begin',
            subject: `complaint|${row.number}`,
          },
        ]
      : []),
    ...(more.length > 1 || shared
      ? [{ label: texts.t('applications-button-others'), press: 'applications.status', subject: '' }]
      : []),
  ];
  const reason = row.stage === 'refused' || row.stage === 'approved' ? row.reason : null;
  return [
    {
      kind: 'text',
      text: texts.rich(shared ? 'applications-mine-named' : 'applications-mine', {
        number: row.number,
        programme: programmeOf(texts, row),
        name,
      }),
    },
    {
      kind: 'text',
      text: texts.rich(`applications-now-${row.stage}`, { date: dayWords(texts, row.stageAt, zone) }),
    },
    ...(reason === null
      ? []
      : [{ kind: 'text' as const, text: texts.rich('applications-reason', { reason }) }]),
    ...(row.hasMissing && isOpen(row.stage)
      ? [
          {
            kind: 'text' as const,
            text: texts.rich('applications-missing', { missing: row.missing.join(', ') }),
          },
        ]
      : []),
    { kind: 'text', text: texts.rich(`applications-next-${row.stage}`) },
    ...timeWords(context, row),
    { kind: 'text', text: [await helperWords(context, row)] },
    {
      kind: 'text',
      text: texts.rich('applications-as-of', { time: formatInstant(context.now, zone, texts.lang) }),
    },
    { kind: 'buttons', buttons },
  ];
}
