/** `/kegiatan` and `/kunjungan`: a line on its way to a stored record, edited messages, and the buttons of receipts. */
import { addressKey } from '../chat/address.ts';
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Command } from '../chat/incoming.ts';
import { askWho } from '../chat/line.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { doubtDate } from '../mentoring/index.ts';
import { fieldRoles, findCaseload, overseeingRoles } from '../people/index.ts';
import { showLog } from './activity-list-chat.ts';
import { type ActivityRow, findActivitiesBySource } from './activity-store.ts';
import {
  describeActivity,
  exampleLine,
  type LogCommand,
  problemWords,
  sayCorrected,
  sayLogged,
  sayUnlogged,
} from './activity-words-chat.ts';
import { workArea } from './list-chat.ts';
import { type ActivityDraft, correctActivity, logActivity, undoActivity } from './log-activity.ts';
import { areaOfPlace, type ParsedActivity, parseActivity, parseVisit } from './parse-activity.ts';
import { notAllowed } from './words-chat.ts';

const sourceOf = (turn: Turn): string => {
  const { incoming } = turn;
  const ref = incoming.kind === 'command' || incoming.kind === 'message' ? incoming.ref : incoming.eventId;
  return `${addressKey(incoming.address)}|${ref}`;
};

/** Lines of one message, each without the command it may begin with. */
const linesOf = (rest: string, command: LogCommand): readonly string[] =>
  rest
    .split('\n')
    .map((line) => line.replace(new RegExp(`^\\s*/${command}(@\\w+)?\\s*`, 'i'), '').trim())
    .filter((line) => line !== '');

async function parseAll(turn: Turn, command: LogCommand, lines: readonly string[]) {
  if (command === 'kegiatan') return lines.map((line) => parseActivity(line, turn.today));
  const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
  return lines.map((line) => parseVisit(line, { people, today: turn.today }));
}

/** A line that holds everything, ready to be stored. */
function toDraft(turn: Turn, parsed: ParsedActivity, at: { source: string; line: number; date?: string }) {
  const { kind, people, person } = parsed;
  const within = workArea(turn.actor);
  if (kind === undefined || people === undefined || within === undefined) return undefined;
  if (kind === 'visit' && person.kind !== 'found') return undefined;
  const draft: ActivityDraft = {
    kind,
    person: person.kind === 'found' ? person.id : null,
    date: parsed.date ?? at.date ?? turn.today,
    people,
    place: parsed.place,
    area: areaOfPlace(parsed.place, within),
    note: parsed.note,
    source: at.source,
    line: at.line,
  };
  return draft;
}

const store = (turn: Turn, draft: ActivityDraft, sure: boolean): Promise<Handled> =>
  turn.commit(
    (tx) => logActivity(tx, turn.actor, draft, { now: turn.now, sure }),
    (outcome) => sayLogged(turn, outcome),
  );

const askDate = (turn: Turn, draft: ActivityDraft): Reply =>
  say(
    turn,
    `mentoring-date-${doubtDate(draft.date, turn.today)}`,
    { date: describeActivity(turn.texts, draft) },
    [
      {
        label: turn.texts.t('mentoring-date-right'),
        press: 'registers.dated',
        subject: JSON.stringify(draft),
        style: 'main',
      },
      { label: turn.texts.t('mentoring-same-no'), press: 'mentoring.drop' },
    ],
  );

function openForm(turn: Turn, command: LogCommand, parsed: ParsedActivity, source: string): Reply {
  const { date, kind, note, people, person, place } = parsed;
  const unknown =
    person.kind === 'unknown'
      ? say(turn, 'mentoring-unknown-person', { typed: person.typed }).blocks.slice(0, 1)
      : [];
  const values: Record<string, string> =
    command === 'kunjungan'
      ? { ...(person.kind === 'found' ? { person: person.id } : {}) }
      : {
          ...(kind === undefined ? {} : { kind }),
          ...(people === undefined ? {} : { people: String(people) }),
          place,
        };
  return {
    blocks: [
      ...unknown,
      {
        kind: 'form',
        form: command === 'kunjungan' ? 'registers.visit' : 'registers.activity',
        values: { ...values, date: date ?? turn.today, note },
        subject: source,
      },
    ],
  };
}

/** Takes one parsed line as far as it goes: stored, asked about, or refused with the part that is wrong. */
export async function takeLine(
  turn: Turn,
  command: LogCommand,
  parsed: ParsedActivity,
  source: string,
): Promise<Handled> {
  const problem = problemWords(turn, command, parsed);
  if (problem !== undefined) return problem;
  const { person } = parsed;
  if (person.kind === 'several')
    return askWho(turn, person, 'registers.who', (one) =>
      JSON.stringify({ ...parsed, person: { kind: 'found', id: one.id, name: one.label } }),
    );
  const draft = toDraft(turn, parsed, { source, line: 0 });
  if (draft === undefined) return openForm(turn, command, parsed, source);
  if (doubtDate(draft.date, turn.today) !== undefined) return askDate(turn, draft);
  return store(turn, draft, false);
}

const incomplete = (
  turn: Turn,
  command: LogCommand,
  line: string,
  parsed: ParsedActivity | undefined,
): Reply =>
  (parsed === undefined ? undefined : problemWords(turn, command, parsed)) ??
  say(turn, 'mentoring-line-incomplete', { line, example: exampleLine(turn, command, parsed) });

type LineOutcome = { readonly reply: Reply } | { readonly outcome: Awaited<ReturnType<typeof logActivity>> };

/** Several lines: the complete ones are stored together, each of the others gets its own answer. */
async function takeMany(turn: Turn, command: LogCommand, lines: readonly string[]): Promise<Handled> {
  const source = sourceOf(turn);
  const parsed = await parseAll(turn, command, lines);
  return turn.commit(
    async (tx) => {
      const outcomes: LineOutcome[] = [];
      for (const [line, one] of parsed.entries()) {
        const draft = toDraft(turn, one, { source, line });
        const isWrong =
          draft === undefined ||
          problemWords(turn, command, one) !== undefined ||
          doubtDate(draft.date, turn.today) !== undefined;
        outcomes.push(
          isWrong
            ? { reply: incomplete(turn, command, lines[line] ?? '', one) }
            : { outcome: await logActivity(tx, turn.actor, draft, { now: turn.now }) },
        );
      }
      return outcomes;
    },
    (outcomes) => outcomes.map((one) => ('reply' in one ? one.reply : sayLogged(turn, one.outcome))),
  );
}

/** A line that was removed from an edited message: its record is asked about. */
const sayGone = (turn: Turn, row: ActivityRow): Reply =>
  say(turn, 'mentoring-line-gone', { number: String(row.number), what: describeActivity(turn.texts, row) }, [
    {
      label: turn.texts.t('mentoring-line-gone-undo'),
      press: 'registers.remove',
      subject: row.id,
      style: 'danger',
    },
    { label: turn.texts.t('mentoring-line-gone-keep'), press: 'mentoring.drop' },
  ]);

/** Corrects what was logged from a message. A message nothing was logged from is taken like a new one. */
async function edited(turn: Turn, command: LogCommand, rest: string): Promise<Handled> {
  const source = sourceOf(turn);
  const rows = await findActivitiesBySource(turn.read, source);
  if (rows.length === 0) return log(turn, command, rest);
  const lines = linesOf(rest, command);
  const parsed = await parseAll(turn, command, lines);
  return turn.commit(
    async (tx) => {
      const replies: Reply[] = [];
      for (const [line, one] of parsed.entries()) {
        const row = rows.find((other) => other.line === line);
        const draft = toDraft(turn, one, { source, line, ...(row === undefined ? {} : { date: row.date }) });
        const isWrong =
          draft === undefined ||
          problemWords(turn, command, one) !== undefined ||
          (draft.date !== row?.date && doubtDate(draft.date, turn.today) !== undefined);
        if (isWrong) replies.push(incomplete(turn, command, lines[line] ?? '', one));
        else if (row === undefined)
          replies.push(sayLogged(turn, await logActivity(tx, turn.actor, draft, { now: turn.now })));
        else replies.push(sayCorrected(turn, await correctActivity(tx, turn.actor, row, draft, turn.now)));
      }
      for (const row of rows)
        if (row.line >= lines.length && row.undoneAt === null) replies.push(sayGone(turn, row));
      return replies;
    },
    (replies) => replies,
  );
}

async function log(turn: Turn, command: LogCommand, rest: string): Promise<Handled> {
  if (workArea(turn.actor) === undefined) return notAllowed(turn);
  const lines = linesOf(rest, command);
  if (lines.length > 1) return takeMany(turn, command, lines);
  if (lines.length === 0 && command === 'kegiatan') return showLog(turn, '');
  const [parsed] = await parseAll(turn, command, lines.length === 0 ? [''] : lines);
  return parsed === undefined ? notAllowed(turn) : takeLine(turn, command, parsed, sourceOf(turn));
}

const emptyLine: ParsedActivity = { person: { kind: 'missing' }, place: '', note: '', unread: [] };

export const activityCommands: readonly CommandSpec[] = [
  {
    name: 'kegiatan',
    aliases: ['activity'],
    summary: 'registers-summary-activity',
    roles: [...new Set([...fieldRoles, ...overseeingRoles])],
    handle: (turn, rest) => log(turn, 'kegiatan', rest),
    edited: (turn: Turn<Command>, rest) => edited(turn, 'kegiatan', rest),
  },
  {
    name: 'kunjungan',
    aliases: ['visit'],
    summary: 'registers-summary-visit',
    roles: fieldRoles,
    handle: (turn, rest) => log(turn, 'kunjungan', rest),
    edited: (turn: Turn<Command>, rest) => edited(turn, 'kunjungan', rest),
  },
];

const readDraft = (subject: string): ActivityDraft => JSON.parse(subject) as ActivityDraft;

export const activityPresses: readonly PressSpec[] = [
  {
    name: 'registers.unlog',
    handle: (turn, id) =>
      turn.commit(
        (tx) => undoActivity(tx, turn.actor, id, turn),
        (outcome) => sayUnlogged(turn, outcome),
      ),
  },
  {
    name: 'registers.remove',
    handle: (turn, id) =>
      turn.commit(
        (tx) => undoActivity(tx, turn.actor, id, { now: turn.now, sure: true }),
        (outcome) => sayUnlogged(turn, outcome),
      ),
  },
  { name: 'registers.resave', handle: (turn, subject) => store(turn, readDraft(subject), true) },
  { name: 'registers.dated', handle: (turn, subject) => store(turn, readDraft(subject), false) },
  {
    name: 'registers.who',
    handle: (turn, subject) =>
      takeLine(turn, 'kunjungan', JSON.parse(subject) as ParsedActivity, sourceOf(turn)),
  },
  { name: 'registers.log', handle: showLog },
  {
    name: 'registers.begin-log',
    handle: async (turn) =>
      workArea(turn.actor) === undefined
        ? notAllowed(turn)
        : openForm(turn, 'kegiatan', emptyLine, sourceOf(turn)),
  },
];
