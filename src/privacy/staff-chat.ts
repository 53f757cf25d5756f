/** `/permintaan`: what people ask about their data, with the law's clock, and the staff's answers. */
import type { CommandSpec, Handled, HomeContext, NoticeSpec, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import type { Block, Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import type { ReminderSource } from '../feature.ts';
import { areaPath } from '../language/areas.ts';
import { formatInstant } from '../language/date.ts';
import { deskRoles, findPersons, findRolesOf, mayWorkAtDesk } from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import { hoursLeft, longestText, pressingMs } from './data-request.ts';
import { answerRequest } from './rights.ts';
import { countOpenRequests, type DataRequest, findOpenRequests, findRequest } from './store.ts';

const pageSize = 5;

const listButton = (texts: Turn['texts']): Button => ({
  label: texts.t('privacy-button-list'),
  press: 'privacy.list',
  subject: '0',
});

type Context = Pick<Turn, 'texts' | 'zone' | 'now'> & { readonly read: Reader };

const clockWords = ({ now, texts, zone }: Context, row: DataRequest): string => {
  const left = hoursLeft(row.dueAt, now);
  const due = formatInstant(row.dueAt, zone, texts.lang);
  return left < 0
    ? texts.t('privacy-overdue', { due, hours: -left })
    : texts.t('privacy-due', { due, hours: left });
};

async function namesOf(read: Reader, rows: readonly DataRequest[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((row) => (row.person === null ? [] : [row.person]));
  return new Map(
    (await findPersons(read, [...new Set(ids)])).map((one) => [one.id, `${one.name}, ${areaPath(one.area)}`]),
  );
}

const whose = (texts: Turn['texts'], row: DataRequest, names: ReadonlyMap<string, string>): string =>
  row.person === null ? texts.t('privacy-nobody') : (names.get(row.person) ?? texts.t('privacy-nobody'));

async function list(turn: Turn, page: number, inPlace: boolean): Promise<Handled> {
  if (!mayWorkAtDesk(turn.actor)) return say(turn, 'privacy-not-allowed');
  const { read, texts } = turn;
  const { due, open } = await countOpenRequests(read, turn.now);
  if (open === 0) return say(turn, 'privacy-no-requests');
  const rows = await findOpenRequests(read, { limit: pageSize, offset: page * pageSize });
  const names = await namesOf(read, rows);
  const lines = rows.map((row, at) => {
    const kind = texts.t(`privacy-kind-${row.kind}`);
    return `${page * pageSize + at + 1}. ${kind} · ${whose(texts, row, names)}\n   ${clockWords(turn, row)}`;
  });
  const buttons: Button[] = [
    ...rows.map((row, at) => ({
      label: texts.t('privacy-button-open', { n: page * pageSize + at + 1 }),
      press: 'privacy.open',
      subject: row.id,
    })),
    ...(page > 0
      ? [{ label: texts.t('privacy-page-before'), press: 'privacy.list', subject: String(page - 1) }]
      : []),
    ...(open > (page + 1) * pageSize
      ? [{ label: texts.t('privacy-page-after'), press: 'privacy.list', subject: String(page + 1) }]
      : []),
  ];
  return {
    blocks: [
      { kind: 'text', text: texts.rich('privacy-requests-title', { open, due }) },
      { kind: 'text', text: [lines.join('\n')] },
      { kind: 'buttons', buttons },
    ],
    ...(inPlace ? { replaces: 'pressed' as const } : {}),
  };
}

async function requestBlocks(context: Context, row: DataRequest): Promise<readonly Block[]> {
  const { read, texts } = context;
  const names = await namesOf(read, [row]);
  return [
    {
      kind: 'text',
      text: texts.rich('privacy-request', {
        kind: texts.t(`privacy-kind-${row.kind}`),
        name: whose(texts, row, names),
        clock: clockWords(context, row),
        text: row.text,
      }),
    },
    {
      kind: 'buttons',
      buttons: [
        { label: texts.t('privacy-button-done'), press: 'privacy.done', subject: row.id, style: 'main' },
        { label: texts.t('privacy-button-refuse'), press: 'privacy.refuse', subject: row.id },
        listButton(texts),
      ],
    },
  ];
}

async function open(turn: Turn, id: string): Promise<Handled> {
  const row = mayWorkAtDesk(turn.actor) ? await findRequest(turn.read, id) : undefined;
  if (row === undefined) return say(turn, 'privacy-not-allowed');
  if (row.state !== 'open') return say(turn, 'privacy-closed-before', {}, [listButton(turn.texts)]);
  return { blocks: await requestBlocks(turn, row) };
}

const answer = (turn: Turn, id: string, done: boolean, text: string): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await answerRequest(tx, turn.actor, { id, done, answer: text, now: turn.now });
      if (outcome.kind === 'closed')
        await turn.notify(tx, { notice: 'privacy.answered', subject: id, place: outcome.row.address });
      return outcome.kind;
    },
    (kind): Reply =>
      kind === 'not-allowed'
        ? say(turn, 'privacy-not-allowed')
        : say(turn, `privacy-${kind}`, {}, [listButton(turn.texts)]),
  );

const answerForm = (name: 'done' | 'refuse'): FormSpec => ({
  name: `privacy.${name}`,
  version: 1,
  title: `privacy-form-${name}`,
  fields: [
    {
      id: 'answer',
      kind: 'lines',
      label: `privacy-ask-${name}`,
      // Staff write about these things; identity numbers stay guarded.
      suspends: ['danger', 'scam', 'levy', 'erase', 'other-person', 'secret', 'photo'],
      parse: (typed) =>
        typed.trim() === ''
          ? { kind: 'wrong', key: 'privacy-wrong-answer' }
          : { kind: 'ok', value: typed.trim().slice(0, longestText) },
    },
  ],
  submit: (turn, values, id) => answer(turn, id ?? '', name === 'done', values.answer ?? ''),
});

const openForm =
  (form: string) =>
  async (turn: Turn, id: string): Promise<Handled> =>
    mayWorkAtDesk(turn.actor)
      ? { blocks: [{ kind: 'form', form, subject: id }] }
      : say(turn, 'privacy-not-allowed');

export const staffCommands: readonly CommandSpec[] = [
  {
    name: 'permintaan',
    aliases: ['requests'],
    roles: deskRoles,
    summary: 'privacy-summary-requests',
    handle: (turn) => list(turn, 0, false),
  },
];

export const staffPresses: readonly PressSpec[] = [
  { name: 'privacy.list', handle: (turn, page) => list(turn, Number(page) || 0, true) },
  { name: 'privacy.open', handle: open },
  { name: 'privacy.done', handle: openForm('privacy.done') },
  { name: 'privacy.refuse', handle: openForm('privacy.refuse') },
];

export const staffForms: readonly FormSpec[] = [answerForm('done'), answerForm('refuse')];

export const staffNotices: readonly NoticeSpec[] = [
  {
    name: 'privacy.asked',
    async word(context, id) {
      const row = await findRequest(context.read, id);
      return row?.state !== 'open'
        ? { suppressed: 'answered meanwhile' }
        : { blocks: await requestBlocks(context, row) };
    },
  },
  {
    name: 'privacy.answered',
    async word({ read, textsIn }, id) {
      const row = await findRequest(read, id);
      if (row === undefined || row.state === 'open' || row.answer === null)
        return { suppressed: 'the request was erased' };
      return say({ texts: textsIn(row.lang) }, `privacy-answered-${row.state}`, { answer: row.answer });
    },
  },
];

/** The home page's section for staff: how many requests are open and how many overdue. */
export async function homeRequests({ actor, now, read, texts }: HomeContext): Promise<readonly Block[]> {
  if (!mayWorkAtDesk(actor)) return [];
  const { due, open: n } = await countOpenRequests(read, now);
  if (n === 0) return [];
  return [
    { kind: 'text', text: texts.rich('privacy-requests-title', { open: n, due }) },
    { kind: 'buttons', buttons: [listButton(texts)] },
  ];
}

const subject = 'requests';

/** Staff are reminded of requests with less than a day of the law's time left. */
export const pressingReminder: ReminderSource = {
  kind: 'privacy.pressing',
  heading: 'privacy-reminder-heading',
  async due(read, { now, persons }) {
    const { due } = await countOpenRequests(read, now + pressingMs);
    if (due === 0) return new Map();
    const staff = new Set((await findRolesOf(read, persons, deskRoles)).map((role) => role.person));
    return new Map([...staff].map((person) => [person, [{ subject, urgency: 95, facts: { n: due } }]]));
  },
  async stillDue(read, { now, subjects }) {
    const { due } = await countOpenRequests(read, now + pressingMs);
    return new Set(due === 0 ? [] : subjects);
  },
  word: ({ texts }, { facts }) => ({
    line: texts.rich('privacy-reminder', { n: Number(facts.n) }),
    button: listButton(texts),
  }),
};
