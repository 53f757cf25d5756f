/** One typed line on its way to a stored session: complete, incomplete, ambiguous, doubtful, or wrong in one part. */
import { addressKey } from '../chat/address.ts';
import type { Handled, Turn } from '../chat/feature.ts';
import { askWho } from '../chat/line.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatDuration } from '../language/duration.ts';
import { findCaseload } from '../people/index.ts';
import { type LogOutcome, logSession, type SessionDraft } from './log-session.ts';
import { type ParsedSession, parseSession } from './parse-session.ts';
import { doubtDate } from './session.ts';
import { describeSession, exampleLine, problemWords } from './words-chat.ts';

export const sourceOf = (turn: Turn): string => {
  const { incoming } = turn;
  const ref = incoming.kind === 'command' || incoming.kind === 'message' ? incoming.ref : incoming.eventId;
  return `${addressKey(incoming.address)}|${ref}`;
};

/** A line that holds everything, ready to be stored. */
export function toDraft(
  parsed: ParsedSession,
  today: string,
  source: string,
  line: number,
): SessionDraft | undefined {
  const { person, kind, minutes } = parsed;
  if (person.kind !== 'found' || kind === undefined || minutes === undefined) return undefined;
  return {
    person: person.id,
    kind,
    minutes,
    date: parsed.date ?? today,
    turnover: parsed.turnover,
    workers: parsed.workers ?? null,
    topic: parsed.topic ?? '',
    note: parsed.note,
    source,
    line,
  };
}

/** The words for one outcome of storing. */
export function sayLogged(turn: Turn, outcome: LogOutcome): Reply {
  switch (outcome.kind) {
    case 'saved': {
      const { session } = outcome;
      return {
        record: `session:${session.id}`,
        blocks: [
          {
            kind: 'text',
            text: turn.texts.rich('mentoring-saved', {
              number: String(session.number),
              name: session.personName,
            }),
          },
          { kind: 'text', text: [describeSession(turn, session)] },
          {
            kind: 'buttons',
            buttons: [
              { label: turn.texts.t('mentoring-undo'), press: 'mentoring.undo', subject: session.id },
              { label: turn.texts.t('mentoring-to-log'), press: 'mentoring.log', subject: '' },
            ],
          },
        ],
      };
    }
    case 'same':
      return {
        blocks: [
          {
            kind: 'text',
            text: turn.texts.rich('mentoring-same', {
              number: String(outcome.session.number),
              name: outcome.session.personName,
            }),
          },
          { kind: 'text', text: [describeSession(turn, outcome.session)] },
          {
            kind: 'buttons',
            buttons: [
              { label: turn.texts.t('mentoring-same-no'), press: 'mentoring.drop', style: 'main' },
              {
                label: turn.texts.t('mentoring-same-yes'),
                press: 'mentoring.sure',
                subject: JSON.stringify(outcome.draft),
              },
            ],
          },
        ],
      };
    case 'not-your-person':
      return say(turn, 'mentoring-not-your-person', { command: turn.command('warga') });
    case 'not-allowed':
      return say(turn, 'mentoring-not-allowed');
    default:
      return outcome satisfies never;
  }
}

/** What to ask or say about a line that cannot be stored yet; undefined when it is complete, or lacks a part. */
function doubtOf(turn: Turn, parsed: ParsedSession, draft: SessionDraft | undefined): Reply | undefined {
  const problem = problemWords(turn, parsed);
  if (problem !== undefined) return problem;
  const { person } = parsed;
  if (person.kind === 'several') {
    return askWho(turn, person, 'mentoring.who', (one) =>
      JSON.stringify({ ...parsed, person: { kind: 'found', id: one.id, name: one.label } }),
    );
  }
  if (parsed.bareMinutes !== undefined && parsed.minutes === undefined) {
    const { bareMinutes, ...rest } = parsed;
    const typed = String(bareMinutes);
    const note = parsed.note.replace(new RegExp(`(?<![\\d])${typed}(?!\\d)[,;]?\\s*`), '').trim();
    const time = formatDuration(bareMinutes, turn.texts.lang, { as: 'minutes' });
    const subject = JSON.stringify({ ...rest, note, minutes: bareMinutes });
    return say(
      turn,
      'mentoring-bare-minutes',
      { typed, time, example: exampleLine(turn, { ...parsed, note }) },
      [
        { label: time, press: 'mentoring.who', subject, style: 'main' },
        { label: turn.texts.t('mentoring-same-no'), press: 'mentoring.drop' },
      ],
    );
  }
  if (draft === undefined) return undefined;
  const doubt = doubtDate(draft.date, turn.today);
  if (doubt !== undefined) {
    return say(
      turn,
      `mentoring-date-${doubt}`,
      { date: describeSession(turn, { ...draft, backDated: false }) },
      [
        {
          label: turn.texts.t('mentoring-date-right'),
          press: 'mentoring.date',
          subject: JSON.stringify(draft),
          style: 'main',
        },
        { label: turn.texts.t('mentoring-same-no'), press: 'mentoring.drop' },
      ],
    );
  }
  return undefined;
}

/** Asks for what a line leaves open; what it says already is not asked again. */
export function openSessionForm(turn: Turn, parsed: ParsedSession): Reply {
  const { person, kind, minutes, turnover, note } = parsed;
  const values: Record<string, string> = {
    date: parsed.date ?? turn.today,
    turnover: turnover === null ? '' : String(turnover),
    note,
    workers: parsed.workers === undefined ? '' : String(parsed.workers),
    topic: parsed.topic ?? '',
    ...(person.kind === 'found' ? { person: person.id } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(minutes === undefined ? {} : { minutes: String(minutes) }),
  };
  const blocks =
    person.kind === 'unknown'
      ? say(turn, 'mentoring-unknown-person', { typed: person.typed }).blocks.slice(0, 1)
      : [];
  return {
    blocks: [...blocks, { kind: 'form', form: 'mentoring.session', values, subject: sourceOf(turn) }],
  };
}

/** Stores a checked draft and words the outcome. */
export const store = (turn: Turn, draft: SessionDraft, sure: boolean): Promise<Handled> =>
  turn.commit(
    (tx) => logSession(tx, turn.actor, draft, { now: turn.now, today: turn.today, sure }),
    (outcome) => sayLogged(turn, outcome),
  );

/** Takes one parsed line as far as it goes: stored, asked about, or refused with the part that is wrong. */
export async function takeParsed(turn: Turn, parsed: ParsedSession, source: string): Promise<Handled> {
  const draft = toDraft(parsed, turn.today, source, 0);
  const doubt = doubtOf(turn, parsed, draft);
  if (doubt !== undefined || draft === undefined) return doubt ?? openSessionForm(turn, parsed);
  return store(turn, draft, false);
}

/** Several lines: the complete ones are stored together, each of the others gets its own answer. */
export async function logMany(turn: Turn, lines: readonly string[], source: string): Promise<Handled> {
  const people = await findCaseload(turn.read, turn.actor.person?.id ?? '');
  const parsed = lines.map((line) => parseSession(line, { people, today: turn.today }));
  const drafts = parsed.map((one, at) => toDraft(one, turn.today, source, at));
  const doubts = parsed.map((one, at) => doubtOf(turn, one, drafts[at]));
  return turn.commit(
    async (tx) => {
      const outcomes: (LogOutcome | undefined)[] = [];
      for (const [at, draft] of drafts.entries()) {
        outcomes.push(
          draft === undefined || doubts[at] !== undefined
            ? undefined
            : await logSession(tx, turn.actor, draft, { now: turn.now, today: turn.today }),
        );
      }
      return outcomes;
    },
    (outcomes) =>
      outcomes.map((outcome, at): Reply => {
        if (outcome !== undefined) return sayLogged(turn, outcome);
        const one = parsed[at];
        return (
          doubts[at] ??
          say(turn, 'mentoring-line-incomplete', { line: lines[at] ?? '', example: exampleLine(turn, one) })
        );
      }),
  );
}
