/** How applications are put into words for officers: one line of a list, and the whole with its history and buttons. */
import type { Texts, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName } from '../language/areas.ts';
import { toDate } from '../language/calendar.ts';
import { formatDay } from '../language/date.ts';
import type { Zone } from '../language/locale.ts';
import { type Actor, findPersons } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { mayAskPapers, movesFor } from './application.ts';
import { programmeName } from './programme.ts';
import { readProgrammes } from './programme-source.ts';
import { standingOf } from './standing.ts';
import { type ApplicationRow, type ApplicationStep, findSteps } from './store.ts';
import { findTakeBack } from './take-back.ts';

/** The newest steps shown; older ones are left to the export. */
const stepsShown = 6;

export const stageName = (texts: Texts, stage: string): string => texts.t(`applications-stage-${stage}`);

export const programmeOf = (texts: Texts, row: Pick<ApplicationRow, 'programme'>): string =>
  programmeName(readProgrammes().find(row.programme), texts.lang);

export const dayWords = (texts: Texts, ms: number, zone: Zone): string =>
  formatDay(toDate(ms, zone), texts.lang);

/** `Siti Aminah · ProKUS · diusulkan sejak 3 Nov 2026` */
export const describeApplication = (texts: Texts, row: ApplicationRow, name: string, zone: Zone): string =>
  [
    name === '' ? texts.t('applications-erased-person') : name,
    programmeOf(texts, row),
    texts.t('applications-since', {
      stage: stageName(texts, row.stage),
      date: dayWords(texts, row.stageAt, zone),
    }),
    ...(row.hasMissing ? [texts.t('applications-lacks', { n: row.missing.length })] : []),
  ].join(' · ');

export const namesOf = async (
  read: Reader,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  return new Map((await findPersons(read, known)).map((one) => [one.id, one.name]));
};

const stepLine = (
  texts: Texts,
  step: ApplicationStep,
  names: ReadonlyMap<string, string>,
  zone: Zone,
): string => {
  const who = names.get(step.actor) ?? texts.t('applications-system');
  const what = texts.t(`applications-step-${step.what}`);
  const reason = step.reason === null ? '' : `: ${step.reason}`;
  return `• ${dayWords(texts, step.at, zone)} · ${what} · ${who}${reason}`;
};

export interface ViewContext {
  readonly read: Reader;
  readonly texts: Texts;
  readonly zone: Zone;
  readonly actor: Actor;
  readonly now: number;
}

/** An application as those who handle it see it; its buttons are what this actor may do now. */
export async function viewBlocks(context: ViewContext, row: ApplicationRow): Promise<readonly Block[]> {
  const { actor, read, texts, zone } = context;
  const all = await findSteps(read, row.id);
  const steps = all.slice(-stepsShown);
  const names = await namesOf(read, [row.person, ...steps.map((step) => step.actor)]);
  const standing = await standingOf(read, actor, row);
  const name = row.person === null ? '' : (names.get(row.person) ?? '');
  const label = (key: string) => texts.t(`applications-label-${key}`);
  const buttons: Button[] = [
    ...movesFor(row, standing).map(
      (move, at): Button => ({
        label: texts.t(`applications-button-${move}`),
        press: 'applications.move',
        subject: `${move}~${row.number}`,
        ...(move === 'refuse' ? { style: 'danger' as const } : at === 0 ? { style: 'main' as const } : {}),
      }),
    ),
    ...(mayAskPapers(row.stage, standing)
      ? [
          { label: texts.t('applications-button-papers'), press: 'applications.papers', subject: row.number },
          ...(row.hasMissing
            ? [
                {
                  label: texts.t('applications-button-complete'),
                  press: 'applications.complete',
                  subject: row.number,
                },
              ]
            : []),
        ]
      : []),
    ...(standing.handles && row.person !== null && row.stage !== 'withdrawn'
      ? [{ label: texts.t('applications-button-code'), press: 'applications.code', subject: row.number }]
      : []),
    ...(findTakeBack(all, actor, context.now) === undefined
      ? []
      : [{ label: texts.t('applications-button-back'), press: 'applications.back', subject: row.number }]),
    { label: texts.t('applications-button-list'), press: 'applications.list', subject: '' },
  ];
  return [
    {
      kind: 'text',
      text: texts.rich('applications-view-title', {
        number: row.number,
        name: name === '' ? texts.t('applications-erased-person') : name,
      }),
    },
    {
      kind: 'facts',
      rows: [
        { label: label('programme'), value: [programmeOf(texts, row)] },
        { label: label('area'), value: [areaName(row.area, texts.lang)] },
        { label: label('stage'), value: [stageName(texts, row.stage)] },
        ...(row.hasMissing ? [{ label: label('missing'), value: [row.missing.join(', ')] }] : []),
      ],
    },
    { kind: 'text', text: [steps.map((step) => stepLine(texts, step, names, zone)).join('\n')] },
    ...(standing.own ? [{ kind: 'text' as const, text: texts.rich('applications-own') }] : []),
    { kind: 'buttons', buttons },
  ];
}

/** Said for what does not exist and for what is somebody else's alike. */
export const notThere = (turn: Pick<Turn, 'texts'>): Reply => say(turn, 'applications-not-there');
