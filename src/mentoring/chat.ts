/** Logging sessions in conversation: the command and the buttons of its receipts and questions. */
import type { CommandSpec, Handled, PressSpec, Turn } from '../chat/feature.ts';
import type { Command } from '../chat/incoming.ts';
import type { Button, Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { fieldRoles, findCaseload, mayLogFieldWork } from '../people/index.ts';
import { editSessions } from './edit-chat.ts';
import { logMany, openSessionForm, sourceOf, store, takeParsed } from './log-chat.ts';
import { removeSession, type SessionDraft, type UndoOutcome, undoSession } from './log-session.ts';
import { type ParsedSession, parseSession } from './parse-session.ts';

/** Lines of one message, each without the command it may begin with. */
const linesOf = (rest: string): readonly string[] =>
  rest
    .split('\n')
    .map((line) => line.replace(/^\s*\/sesi(@\w+)?\s*/i, '').trim())
    .filter((line) => line !== '');

async function sessionCommand(turn: Turn, rest: string): Promise<Handled> {
  const self = turn.actor.person;
  if (self === undefined || !mayLogFieldWork(turn.actor)) return say(turn, 'mentoring-not-allowed');
  const lines = linesOf(rest);
  const [first, ...more] = lines;
  if (more.length > 0) return logMany(turn, lines, sourceOf(turn));
  const people = await findCaseload(turn.read, self.id);
  if (people.length === 0)
    return say(turn, 'mentoring-no-people', {
      command: `${turn.command('warga')} Siti Aminah, desa Sukamaju`,
    });
  return takeParsed(turn, parseSession(first ?? '', { people, today: turn.today }), sourceOf(turn));
}

function sayUndone(turn: Turn, outcome: UndoOutcome): Reply {
  const buttons: Button[] = [
    { label: turn.texts.t('mentoring-to-log'), press: 'mentoring.log', subject: '' },
  ];
  if (outcome.kind === 'not-found') return say(turn, 'mentoring-undo-not-found', {}, buttons);
  const said = say(turn, `mentoring-${outcome.kind}`, { number: String(outcome.number) }, buttons);
  return outcome.kind === 'undone' ? { ...said, replaces: 'pressed' } : said;
}

const readDraft = (subject: string): SessionDraft => JSON.parse(subject) as SessionDraft;

export const sessionCommands: readonly CommandSpec[] = [
  {
    name: 'sesi',
    everyday: true,
    summary: 'mentoring-summary-session',
    roles: fieldRoles,
    handle: sessionCommand,
    edited: (turn: Turn<Command>, rest) => editSessions(turn, linesOf(rest), sourceOf(turn)),
  },
];

export const sessionPresses: readonly PressSpec[] = [
  {
    name: 'mentoring.undo',
    handle: (turn, id) =>
      turn.commit(
        (tx) => undoSession(tx, turn.actor, id, turn.now),
        (outcome) => sayUndone(turn, outcome),
      ),
  },
  {
    name: 'mentoring.remove',
    handle: (turn, id) =>
      turn.commit(
        (tx) => removeSession(tx, turn.actor, id, turn.now),
        (outcome) => sayUndone(turn, outcome),
      ),
  },
  { name: 'mentoring.sure', handle: (turn, subject) => store(turn, readDraft(subject), true) },
  { name: 'mentoring.date', handle: (turn, subject) => store(turn, readDraft(subject), false) },
  {
    name: 'mentoring.drop',
    handle: async (turn) => ({ ...say(turn, 'mentoring-dropped'), replaces: 'pressed' }),
  },
  {
    name: 'mentoring.who',
    handle: (turn, subject) => takeParsed(turn, JSON.parse(subject) as ParsedSession, sourceOf(turn)),
  },
  {
    name: 'mentoring.begin',
    async handle(turn, person) {
      const parsed: ParsedSession = {
        person: person === '' ? { kind: 'missing' } : { kind: 'found', id: person, name: '' },
        turnover: null,
        note: '',
        unread: [],
      };
      return openSessionForm(turn, parsed);
    },
  },
];
