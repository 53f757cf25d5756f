/** An edited message corrects the records made from it, line by line; a line that is gone is asked about. */
import type { Handled, Turn } from '../chat/feature.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { findCaseload } from '../people/index.ts';
import { sayLogged, takeParsed, toDraft } from './log-chat.ts';
import { type CorrectOutcome, correctSession, type LogOutcome, logSession } from './log-session.ts';
import { parseSession } from './parse-session.ts';
import { doubtDate } from './session.ts';
import { findBySource, type SessionRow } from './store.ts';
import { describeSession, exampleLine, problemWords } from './words-chat.ts';

type LineOutcome =
  | { readonly kind: 'correct'; readonly outcome: CorrectOutcome }
  | { readonly kind: 'log'; readonly outcome: LogOutcome }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'gone'; readonly row: SessionRow };

function sayCorrected(turn: Turn, outcome: CorrectOutcome): Reply {
  switch (outcome.kind) {
    case 'corrected':
    case 'unchanged': {
      const { session } = outcome;
      const said = say(
        turn,
        `mentoring-${outcome.kind}`,
        { number: String(session.number), name: session.personName },
        [
          { label: turn.texts.t('mentoring-undo'), press: 'mentoring.undo', subject: session.id },
          { label: turn.texts.t('mentoring-to-log'), press: 'mentoring.log', subject: '' },
        ],
      );
      const [first, ...rest] = said.blocks;
      return first === undefined
        ? said
        : { blocks: [first, { kind: 'text', text: [describeSession(turn, session)] }, ...rest] };
    }
    case 'undone-before':
      return say(turn, 'mentoring-edit-undone', { number: String(outcome.number) });
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    default:
      return outcome satisfies never;
  }
}

/** Corrects what was logged from a message. A message nothing was logged from is taken like a new one. */
export async function editSessions(turn: Turn, lines: readonly string[], source: string): Promise<Handled> {
  const rows = await findBySource(turn.read, source);
  const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
  const parsed = lines.map((line) => parseSession(line, { people, today: turn.today }));
  const [only] = parsed;
  if (rows.length === 0 && parsed.length === 1 && only !== undefined) return takeParsed(turn, only, source);
  return turn.commit(
    async (tx) => {
      const outcomes: LineOutcome[] = [];
      for (const [at, one] of parsed.entries()) {
        const row = rows.find((other) => other.line === at);
        const draft = toDraft(one, row?.date ?? turn.today, source, at);
        const problem = problemWords(turn, one);
        if (
          problem !== undefined ||
          draft === undefined ||
          (doubtDate(draft.date, turn.today) !== undefined && draft.date !== row?.date)
        ) {
          const reply =
            problem ??
            say(turn, 'mentoring-line-incomplete', {
              line: lines[at] ?? '',
              example: exampleLine(turn, one),
            });
          outcomes.push({ kind: 'reply', reply });
        } else if (row === undefined) {
          outcomes.push({
            kind: 'log',
            outcome: await logSession(tx, turn.actor, draft, { now: turn.now, today: turn.today }),
          });
        } else {
          outcomes.push({
            kind: 'correct',
            outcome: await correctSession(tx, turn.actor, row, draft, turn.now),
          });
        }
      }
      for (const row of rows)
        if (row.line >= lines.length && row.undoneAt === null) outcomes.push({ kind: 'gone', row });
      return outcomes;
    },
    (outcomes) =>
      outcomes.map((one): Reply => {
        switch (one.kind) {
          case 'reply':
            return one.reply;
          case 'log':
            return sayLogged(turn, one.outcome);
          case 'correct':
            return sayCorrected(turn, one.outcome);
          case 'gone':
            return say(
              turn,
              'mentoring-line-gone',
              { number: String(one.row.number), what: describeSession(turn, one.row) },
              [
                {
                  label: turn.texts.t('mentoring-line-gone-undo'),
                  press: 'mentoring.remove',
                  subject: one.row.id,
                  style: 'danger',
                },
                { label: turn.texts.t('mentoring-line-gone-keep'), press: 'mentoring.drop' },
              ],
            );
          default:
            return one satisfies never;
        }
      }),
  );
}
