/** How a case looks: one line in a list, the card for officers, the page of the person whose case it is. */
import { countOnRecords } from '../attachments/index.ts';
import type { HomeContext, Texts } from '../chat/feature.ts';
import type { Block, Button } from '../chat/reply.ts';
import { areaName } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import type { Zone } from '../language/locale.ts';
import { type Actor, findPerson } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { isClosed, isRequester, type Move, mayAssign, mayTake, openMoves } from './case.ts';
import { type CaseRow, findEvents } from './store.ts';

/** The newest words added to a case that its card shows; the rest stands in its history. */
const addedShown = 3;

type CaseContext = Pick<HomeContext, 'read' | 'texts' | 'zone' | 'now'> & { readonly actor: Actor };

/** `kebutuhan pangan`, `pengaduan`, `pengaduan rahasia`. */
export function kindName(texts: Texts, row: Pick<CaseRow, 'kind' | 'protected' | 'sector'>): string {
  const kind = texts.t(`cases-kind-${row.protected ? 'protected' : row.kind}`);
  return row.sector === null
    ? kind
    : texts.t('cases-kind-sector', { kind, sector: texts.t(`cases-sector-${row.sector}`) });
}

const nameOf = async (read: Reader, id: string | null): Promise<string> =>
  id === null ? '' : ((await findPerson(read, id))?.name ?? '');

/** When the present step is due, with a mark when that is past. */
export const dueWords = (texts: Texts, row: CaseRow, zone: Zone, now: number): string =>
  row.dueAt === null
    ? ''
    : texts.t(row.dueAt < now ? 'cases-overdue' : 'cases-due', {
        at: formatInstant(row.dueAt, zone, texts.lang),
      });

/** Buttons that move a case carry the state they were made in. */
export const moveSubject = (row: Pick<CaseRow, 'id' | 'state'>, move: Move): string =>
  `${row.id}|${row.state}|${move}`;

const moveButton = (texts: Texts, row: CaseRow, move: Move): Button => ({
  label: texts.t(`cases-move-${move === 'serve' && isWord(row) ? 'answer' : move}`),
  press: 'cases.move',
  subject: moveSubject(row, move),
  ...(move === 'refuse' || move === 'decline' || move === 'cancel' ? { style: 'danger' as const } : {}),
});

const isWord = (row: CaseRow): boolean => row.kind === 'question' || row.kind === 'suggestion';

/** What an officer works with. */
async function cardBlocks(context: CaseContext, row: CaseRow): Promise<readonly Block[]> {
  const { actor, now, read, texts, zone } = context;
  const [person, taker] = [await nameOf(read, row.person), await nameOf(read, row.takenBy)];
  const facts = [
    ...(person === '' ? [] : [{ label: texts.t('cases-fact-person'), value: [person] }]),
    { label: texts.t('cases-fact-area'), value: [areaName(row.area, texts.lang)] },
    ...(row.about === null ? [] : [{ label: texts.t('cases-fact-about'), value: [row.about] }]),
    { label: texts.t('cases-fact-state'), value: [texts.t(`cases-state-${row.state}`)] },
    ...(row.destination === null
      ? []
      : [{ label: texts.t('cases-fact-destination'), value: [row.destination] }]),
    { label: texts.t('cases-fact-taker'), value: [taker === '' ? texts.t('cases-nobody') : taker] },
    ...(row.dueAt === null
      ? []
      : [{ label: texts.t('cases-fact-due'), value: [dueWords(texts, row, zone, now)] }]),
  ];
  const attached = (await countOnRecords(read, [`case:${row.id}`])).get(`case:${row.id}`);
  const buttons = officerButtons(texts, actor, row);
  const added = (await findEvents(read, row.id))
    .filter((event) => event.note !== '' && ['add', 'reopen', 'decline'].includes(event.kind))
    .slice(-addedShown);
  return [
    {
      kind: 'text',
      text: texts.rich(row.urgent ? 'cases-card-urgent' : 'cases-card', {
        number: String(row.number),
        kind: kindName(texts, row),
      }),
    },
    { kind: 'facts', rows: facts },
    { kind: 'text', text: texts.rich('cases-story', { story: row.story }) },
    ...clipBlocks(texts, attached),
    ...added.map((event) => ({
      kind: 'text' as const,
      text: texts.rich('cases-card-added', {
        at: formatInstant(event.at, zone, texts.lang),
        note: event.note,
      }),
    })),
    { kind: 'buttons', buttons },
  ];
}

/** `📎 2`; nothing where nothing is attached. */
const clipBlocks = (texts: Texts, n: number | undefined): readonly Block[] =>
  n === undefined ? [] : [{ kind: 'text', text: [texts.t('attachments-count', { n })] }];

function officerButtons(texts: Texts, actor: Actor, row: CaseRow): Button[] {
  const made = openMoves(actor, row).map((move) => moveButton(texts, row, move));
  const [main, ...others] = made;
  return [
    ...(main === undefined ? [] : [main.style === undefined ? { ...main, style: 'main' as const } : main]),
    ...others,
    ...(mayTake(actor, row)
      ? [{ label: texts.t('cases-button-take'), press: 'cases.take', subject: row.id }]
      : []),
    ...(mayAssign(actor, row)
      ? [{ label: texts.t('cases-button-assign'), press: 'cases.assign', subject: row.id }]
      : []),
    ...(isClosed(row.state)
      ? []
      : [{ label: texts.t('cases-button-note'), press: 'cases.add', subject: row.id }]),
    { label: texts.t('cases-button-history'), press: 'cases.history', subject: row.id },
    { label: texts.t('cases-button-list'), press: 'cases.list', subject: '' },
  ];
}

/** What the person whose case it is sees: where it stands in plain words, what comes next, by when as a rule. */
async function ownBlocks(context: CaseContext, row: CaseRow): Promise<readonly Block[]> {
  const { now, read, texts, zone } = context;
  const attached = (await countOnRecords(read, [`case:${row.id}`])).get(`case:${row.id}`);
  const last = (await findEvents(read, row.id)).findLast(
    (event) => event.note !== '' && event.kind !== 'add',
  );
  return [
    {
      kind: 'text',
      text: texts.rich('cases-own', { number: String(row.number), kind: kindName(texts, row) }),
    },
    { kind: 'text', text: texts.rich('cases-story', { story: row.story }) },
    ...clipBlocks(texts, attached),
    { kind: 'text', text: texts.rich(`cases-own-${row.state}`, { destination: row.destination ?? '' }) },
    ...(last === undefined || last.kind === 'assign'
      ? []
      : [{ kind: 'text' as const, text: texts.rich('cases-own-note', { note: last.note }) }]),
    ...(row.dueAt === null || row.state === 'served'
      ? []
      : [
          {
            kind: 'text' as const,
            text: texts.rich(row.dueAt < now ? 'cases-own-late' : 'cases-own-due', {
              at: formatInstant(row.dueAt, zone, texts.lang),
            }),
          },
        ]),
    { kind: 'buttons', buttons: ownButtons(texts, row) },
  ];
}

export function ownButtons(texts: Texts, row: CaseRow): Button[] {
  const list: Button = { label: texts.t('cases-button-mine'), press: 'cases.mine', subject: '0' };
  const move = (name: Move, label: string, style?: 'main'): Button => ({
    label: texts.t(label),
    press: 'cases.move',
    subject: moveSubject(row, name),
    ...(style === undefined ? {} : { style }),
  });
  if (row.state === 'served')
    return [move('solve', 'cases-button-helped', 'main'), move('reopen', 'cases-button-not-helped'), list];
  if (row.state === 'cancelled') return [list];
  if (isClosed(row.state)) return [move('reopen', 'cases-button-reopen'), list];
  return [
    { label: texts.t('cases-button-add'), press: 'cases.add', subject: row.id },
    move('cancel', 'cases-button-cancel'),
    list,
  ];
}

/** The case as this actor sees it: the own page for whose case it is, else the card. */
export const caseBlocks = (context: CaseContext, row: CaseRow): Promise<readonly Block[]> =>
  isRequester(context.actor, row) ? ownBlocks(context, row) : cardBlocks(context, row);
