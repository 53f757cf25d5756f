/** `/bsimu siti 3,5jt apbn 12/3`: receipts of BSiMU. */
import { addressKey } from '../chat/address.ts';
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { FormSpec } from '../chat/form.ts';
import { askWho, sayUnread } from '../chat/line.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { addDays } from '../language/calendar.ts';
import { formatDate, parseDate } from '../language/date.ts';
import { parseMoney } from '../language/money.ts';
import { ownPersonField } from '../people/index.ts';
import { findBsimuBySource } from './bsimu-store.ts';
import { findSubjects } from './find-kpm.ts';
import {
  type BsimuDraft,
  type BsimuOutcome,
  type CorrectBsimuOutcome,
  correctBsimu,
  receiveBsimu,
  undoBsimu,
} from './receive-bsimu.ts';
import { isFunding } from './stage.ts';
import { bsimuLine, personLine } from './typed-words.ts';
import {
  card,
  describeBsimu,
  ladderRoles,
  notAllowed,
  notYourPerson,
  sayNobody,
  worksOnLadder,
} from './words-chat.ts';

const sourceOf = ({ incoming }: Turn): string =>
  `${addressKey(incoming.address)}|${'ref' in incoming ? incoming.ref : incoming.eventId}`;

interface Parsed extends Partial<BsimuDraft> {
  readonly note: string;
}

const isComplete = (one: Parsed): one is BsimuDraft =>
  one.person !== undefined && one.amount !== undefined && one.funding !== undefined && one.date !== undefined;

function sayReceived(turn: Turn, outcome: BsimuOutcome | CorrectBsimuOutcome): Reply {
  if (outcome.kind === 'not-your-person') return notYourPerson(turn);
  if (outcome.kind === 'edit-undone')
    return say(turn, 'ladder-bsimu-edit-undone', { number: outcome.number });
  const { name, row } = outcome;
  const what = { kind: 'text' as const, text: [describeBsimu(turn.texts, row)] };
  const title = {
    kind: 'text' as const,
    text: turn.texts.rich(`ladder-bsimu-${outcome.kind}`, { number: row.number, name }),
  };
  if (outcome.kind === 'same')
    return card(
      title,
      [what],
      [
        { label: turn.texts.t('mentoring-same-no'), press: 'ladder.drop', style: 'main' },
        {
          label: turn.texts.t('mentoring-same-yes'),
          press: 'ladder.bsimu-sure',
          subject: JSON.stringify(outcome.draft),
        },
      ],
    );
  return card(
    title,
    [what],
    [
      { label: turn.texts.t('mentoring-undo'), press: 'ladder.bsimu-undo', subject: row.id },
      { label: turn.texts.t('ladder-to-history'), press: 'ladder.open', subject: row.person ?? '' },
    ],
  );
}

const store = (turn: Turn, draft: BsimuDraft, sure: boolean): Promise<Handled> =>
  turn.commit(
    (tx) => receiveBsimu(tx, turn.actor, draft, { now: turn.now, today: turn.today, sure }),
    (outcome) => sayReceived(turn, outcome),
  );

/** A receipt as far as it is known: the rest is asked, a day ahead is refused, the same one is asked about. */
async function take(turn: Turn, parsed: Parsed): Promise<Handled> {
  const example = `${turn.command('bsimu')} siti 3,5jt apbn 12/3`;
  if (parsed.date !== undefined && parsed.date > turn.today)
    return say(turn, 'ladder-bsimu-future', { date: formatDate(parsed.date, turn.texts.lang), example });
  if (parsed.amount === 0) return say(turn, 'ladder-bsimu-nothing', { example });
  if (isComplete(parsed)) {
    const before = await findBsimuBySource(turn.read, parsed.source ?? '');
    return before === undefined || parsed.source === undefined
      ? store(turn, parsed, false)
      : turn.commit(
          (tx) => correctBsimu(tx, turn.actor, before, parsed, turn.now),
          (outcome) => sayReceived(turn, outcome),
        );
  }
  const { amount, date, funding, note, person } = parsed;
  const values = {
    date: date ?? turn.today,
    note,
    ...(person === undefined ? {} : { person }),
    ...(amount === undefined ? {} : { amount: String(amount) }),
    ...(funding === undefined ? {} : { funding }),
  };
  return { blocks: [{ kind: 'form', form: 'ladder.bsimu', values }] };
}

async function bsimuCommand(turn: Turn, rest: string): Promise<Handled> {
  if (!worksOnLadder(turn)) return notAllowed(turn);
  const people = await findSubjects(turn.read, turn.actor);
  const read = bsimuLine.read(rest, { people, today: turn.today });
  const { choices, date, note, person, rupiah } = read;
  const name = person.kind === 'found' ? person.name.toLowerCase() : 'siti';
  const example = `${turn.command('bsimu')} ${bsimuLine.write({
    person: name,
    choices: { funding: choices.funding ?? 'apbn' },
    ...(date === undefined ? {} : { date }),
  })} ${rupiah === undefined ? '3,5jt' : ''}`.trim();
  const problem = sayUnread(turn, read.unread, example);
  if (problem !== undefined) return problem;
  const parsed: Parsed = {
    note,
    source: sourceOf(turn),
    date: date ?? turn.today,
    ...(person.kind === 'found' ? { person: person.id } : {}),
    ...(rupiah === undefined ? {} : { amount: rupiah }),
    ...(choices.funding === undefined ? {} : { funding: choices.funding }),
  };
  if (person.kind === 'several')
    return askWho(turn, person, 'ladder.bsimu-who', (one) => JSON.stringify({ ...parsed, person: one.id }));
  return person.kind === 'unknown' ? sayNobody(turn, person, example) : take(turn, parsed);
}

const bsimuForm: FormSpec = {
  name: 'ladder.bsimu',
  version: 1,
  title: 'ladder-form-bsimu',
  submitLabel: 'mentoring-form-submit',
  fields: [
    ownPersonField('ladder-ask-person'),
    {
      id: 'amount',
      kind: 'line',
      label: 'ladder-ask-amount',
      hint: 'mentoring-ask-turnover-hint',
      parse(typed) {
        const rupiah = parseMoney(typed);
        return rupiah === undefined || rupiah === 0
          ? { kind: 'wrong', key: 'mentoring-wrong-money' }
          : { kind: 'ok', value: String(rupiah) };
      },
    },
    {
      id: 'funding',
      kind: 'choice',
      label: 'ladder-ask-funding',
      options: async () => [
        { value: 'apbn', label: 'APBN' },
        { value: 'hdn', label: 'HDN' },
      ],
      parse(typed, { today }) {
        const value = bsimuLine.read(typed, { today }).choices.funding;
        return value === undefined ? { kind: 'wrong', key: 'ladder-wrong-funding' } : { kind: 'ok', value };
      },
    },
    {
      id: 'date',
      kind: 'line',
      label: 'ladder-ask-received',
      hint: 'mentoring-ask-date-hint',
      options: async ({ texts, today }) => [
        { value: today, label: texts.t('mentoring-today') },
        { value: addDays(today, -1), label: formatDate(addDays(today, -1), texts.lang) },
      ],
      parse(typed, { today }) {
        const date = parseDate(typed, { today, prefer: 'past' });
        return date === undefined || date > today
          ? { kind: 'wrong', key: 'mentoring-wrong-date' }
          : { kind: 'ok', value: date };
      },
    },
    {
      id: 'note',
      kind: 'lines',
      optional: true,
      label: 'mentoring-ask-note',
      parse: (typed) => ({ kind: 'ok', value: typed.trim() }),
    },
  ],
  async submit(turn, values) {
    const people = await findSubjects(turn.read, turn.actor);
    const typed = values.person ?? '';
    const chosen = people.find((one) => one.id === typed);
    const person =
      chosen === undefined
        ? personLine.read(typed, { people, today: turn.today }).person
        : { kind: 'found' as const, id: chosen.id };
    const funding = values.funding ?? '';
    const parsed: Parsed = {
      note: values.note ?? '',
      date: values.date ?? turn.today,
      amount: Number(values.amount),
      ...(isFunding(funding) ? { funding } : {}),
    };
    if (person.kind === 'several')
      return askWho(turn, person, 'ladder.bsimu-who', (one) => JSON.stringify({ ...parsed, person: one.id }));
    if (person.kind !== 'found')
      return sayNobody(turn, person, `${turn.command('bsimu')} siti 3,5jt apbn 12/3`);
    return take(turn, { ...parsed, person: person.id });
  },
};

export const bsimuCommands: readonly CommandSpec[] = [
  { name: 'bsimu', summary: 'ladder-summary-bsimu', roles: ladderRoles, handle: bsimuCommand },
];
export const bsimuForms: readonly FormSpec[] = [bsimuForm];

export const bsimuPresses: readonly PressSpec[] = [
  {
    name: 'ladder.bsimu',
    handle: (turn, person) => take(turn, { note: '', ...(person === '' ? {} : { person }) }),
  },
  { name: 'ladder.bsimu-who', handle: (turn, subject) => take(turn, JSON.parse(subject) as Parsed) },
  {
    name: 'ladder.bsimu-sure',
    handle: (turn, subject) => store(turn, JSON.parse(subject) as BsimuDraft, true),
  },
  {
    name: 'ladder.bsimu-undo',
    handle: (turn, id) =>
      turn.commit(
        (tx) => undoBsimu(tx, turn.actor, id, turn.now),
        (outcome) =>
          outcome.kind === 'not-found'
            ? say(turn, 'ladder-bsimu-not-found')
            : {
                ...say(turn, `ladder-bsimu-${outcome.kind}`, { number: outcome.number }),
                ...(outcome.kind === 'undone' ? { replaces: 'pressed' as const } : {}),
              },
      ),
  },
  {
    name: 'ladder.drop',
    handle: async (turn) => ({ ...say(turn, 'mentoring-dropped'), replaces: 'pressed' }),
  },
];
