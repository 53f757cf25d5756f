/** How entries of the registers are put into words. */
import type { Texts, Turn } from '../chat/feature.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { areaName, areaPath } from '../language/areas.ts';
import { formatDate } from '../language/date.ts';
import { formatNumber } from '../language/number.ts';
import { type Actor, mayOversee } from '../people/index.ts';
import { type FactName, gains, mayKeep, undoMs } from './register.ts';
import type { EntryRow } from './store.ts';

const dateWords = (date: string, texts: Texts): string =>
  date.length === 4 ? date : formatDate(date, texts.lang);

export const kindWords = (texts: Texts, row: Pick<EntryRow, 'register' | 'kind'>): string => {
  if (row.register === 'puskesos') return '';
  if (row.register === 'kat' && row.kind === '') return texts.t('registers-category-unknown');
  return texts.t(row.register === 'kat' ? 'registers-category' : `registers-kind-${row.kind}`, {
    n: row.kind,
  });
};

const sizeWords = (texts: Texts, row: EntryRow): readonly string[] =>
  row.size === null ? [] : [texts.t(`registers-size-${row.register}`, { n: row.size })];

/** `Kategori II · 45 KK · tahap persiapan` */
export function lineWords(texts: Texts, row: EntryRow): string {
  const parts = [
    kindWords(texts, row),
    ...sizeWords(texts, row),
    ...(row.stage === null ? [] : [texts.t(`registers-stage-${row.stage}`)]),
    ...(row.register === 'kat' || row.active ? [] : [texts.t('registers-inactive')]),
  ].filter((part) => part !== '');
  return parts.join(' · ');
}

/** One fact as it is shown. */
export function factWords(
  texts: Texts,
  register: EntryRow['register'],
  name: FactName,
  value: string | number | null,
): string {
  if (value === null || value === '') return '–';
  switch (name) {
    case 'area':
      return areaPath(String(value), texts.lang);
    case 'since':
    case 'expires':
      return dateWords(String(value), texts);
    case 'size':
      return formatNumber(Number(value), texts.lang);
    case 'kind':
      return kindWords(texts, { register, kind: String(value) });
    case 'legalForm':
      return texts.t(`registers-legal-${value}`);
    default:
      return String(value);
  }
}

/** The card of one entry with everything known of it. */
export function cardBlocks(texts: Texts, row: EntryRow, addedBy: string): readonly Block[] {
  const gain = gains[row.register];
  const known = (
    ['area', 'kind', 'size', 'since', 'legalForm', 'registration', 'expires', 'note'] as const
  ).filter((name) => row[name] !== null && row[name] !== '');
  const rows = [
    ...known.map((name) => ({
      label: texts.t(`registers-fact-${name === 'size' ? `size-${row.register}` : name}`),
      value: [factWords(texts, row.register, name, row[name])],
    })),
    ...(row.stage === null
      ? []
      : [
          {
            label: texts.t('registers-fact-stage'),
            value: [
              `${texts.t(`registers-stage-${row.stage}`)} (${row.stageOn === null ? '' : dateWords(row.stageOn, texts)})`,
            ],
          },
        ]),
    ...(gain === undefined
      ? []
      : [
          {
            label: texts.t(`registers-fact-${gain}`),
            value: [
              row.gainedOn === null
                ? texts.t('registers-none-yet')
                : texts.t('registers-gained-last', {
                    n: formatNumber(row.gained, texts.lang),
                    date: dateWords(row.gainedOn, texts),
                  }),
            ],
          },
        ]),
    ...(row.register === 'kat'
      ? []
      : [
          {
            label: texts.t('registers-fact-active'),
            value: [texts.t(row.active ? 'registers-active' : 'registers-inactive')],
          },
        ]),
    { label: texts.t('registers-fact-added'), value: [`${addedBy}, ${dateWords(row.recordedOn, texts)}`] },
  ];
  return [
    {
      kind: 'text',
      text: texts.rich('registers-card-title', {
        number: String(row.number),
        name: row.name,
        register: texts.t(`registers-name-${row.register}`),
      }),
    },
    { kind: 'facts', rows },
  ];
}

/** What this actor may do with an entry, as buttons. The use cases check again. */
export function cardButtons(turn: Pick<Turn, 'actor' | 'texts' | 'now'>, row: EntryRow): readonly Button[] {
  const { actor, texts } = turn;
  const overseen = mayOversee(actor, row.area);
  const gain = gains[row.register];
  const press = (label: string, name: string, subject = row.id): Button => ({
    label: texts.t(label),
    press: name,
    subject,
  });
  return [
    ...(overseen && row.register === 'kat' ? [press('registers-button-stage', 'registers.stages')] : []),
    ...(gain === undefined ? [] : [press(`registers-button-${gain}`, 'registers.gain')]),
    press('registers-button-correct', 'registers.correct'),
    ...(overseen && row.register !== 'kat'
      ? [
          press(
            row.active ? 'registers-button-inactive' : 'registers-button-active',
            'registers.active',
            `${row.id}~${row.active ? 'no' : 'yes'}`,
          ),
        ]
      : []),
    press('registers-button-history', 'registers.history'),
    ...(mayUndo(actor, row, turn.now) ? [press('registers-button-undo', 'registers.undo')] : []),
    { label: texts.t('registers-button-list'), press: 'registers.list', subject: `${row.register}~~~0~` },
  ];
}

const mayUndo = (actor: Actor, row: EntryRow, now: number): boolean =>
  mayOversee(actor, row.area) ||
  (mayKeep(actor, row.area) && row.addedBy === actor.person?.id && now - row.createdAt <= undoMs);

export const notAllowed = (turn: Pick<Turn, 'texts'>): Reply => say(turn, 'registers-not-allowed');

export const openButton = (turn: Pick<Turn, 'texts'>, id: string): Button => ({
  label: turn.texts.t('registers-button-open'),
  press: 'registers.open',
  subject: id,
  style: 'main',
});

/** `Desa X, Kec. Y` behind a name, short enough for a list. */
export const placeWords = (texts: Texts, row: Pick<EntryRow, 'area'>): string =>
  areaName(row.area, texts.lang);
