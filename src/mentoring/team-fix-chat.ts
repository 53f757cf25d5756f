/** Correcting and taking back a session of the team: one field and a reason are asked, the facilitator is told. */
import type { Handled, NoticeSpec, Turn } from '../chat/feature.ts';
import type { FieldResult, FieldSpec, FormSpec } from '../chat/form.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { parseDate } from '../language/date.ts';
import { parseDuration } from '../language/duration.ts';
import { parseMoney } from '../language/money.ts';
import { parseCount } from '../language/number.ts';
import { findPersons } from '../people/index.ts';
import { parseSession } from './parse-session.ts';
import { isSessionKind, longestMinutes, type SessionFacts } from './session.ts';
import { findSession, type SessionRow } from './store.ts';
import { correctForTeam, type TeamOutcome, undoForTeam } from './team.ts';
import { describeSession } from './words-chat.ts';

const shortestReason = 4;
const wrong = (key: string): FieldResult => ({ kind: 'wrong', key });
const ok = (value: string): FieldResult => ({ kind: 'ok', value });

const readSubject = (subject: string | undefined): { readonly id: string; readonly field: string } => {
  const [id = '', field = ''] = (subject ?? '').split('~');
  return { id, field };
};

const reason: FieldSpec = {
  id: 'reason',
  kind: 'line',
  label: 'mentoring-team-ask-reason',
  parse: (typed) =>
    typed.trim().length < shortestReason ? wrong('mentoring-team-wrong-reason') : ok(typed.trim()),
};

/** Reads the new value of one field, by its kind. */
function parseValue(field: string, typed: string, today: string): FieldResult {
  switch (field) {
    case 'kind': {
      const { kind } = parseSession(typed, { people: [], today });
      return kind === undefined ? wrong('mentoring-wrong-kind') : ok(kind);
    }
    case 'minutes': {
      const minutes = parseDuration(typed) ?? parseCount(typed);
      return minutes === undefined || minutes < 1 || minutes > longestMinutes
        ? wrong('mentoring-wrong-minutes')
        : ok(String(minutes));
    }
    case 'date': {
      const date = parseDate(typed, { today, prefer: 'past' });
      return date === undefined || date > today ? wrong('mentoring-wrong-date') : ok(date);
    }
    case 'turnover': {
      const rupiah = parseMoney(typed);
      return rupiah === undefined ? wrong('mentoring-wrong-money') : ok(String(rupiah));
    }
    default:
      return ok(typed.trim());
  }
}

function toFacts(field: string, value: string): Partial<SessionFacts> {
  switch (field) {
    case 'kind':
      return isSessionKind(value) ? { kind: value } : {};
    case 'minutes':
      return { minutes: Number(value) };
    case 'date':
      return { date: value };
    case 'turnover':
      return { turnover: Number(value) };
    default:
      return { note: value };
  }
}

function sayTeam(turn: Turn, outcome: TeamOutcome): Reply {
  switch (outcome.kind) {
    case 'corrected':
    case 'undone': {
      const { session } = outcome;
      return say(
        turn,
        `mentoring-team-${outcome.kind}`,
        { number: String(session.number), what: describeSession(turn, session) },
        [
          {
            label: turn.texts.t('mentoring-team-back-log'),
            press: 'mentoring.team-log',
            subject: `${session.facilitator}~${session.date.slice(0, 7)}~0`,
          },
        ],
      );
    }
    case 'unchanged':
      return say(turn, 'mentoring-team-unchanged', { number: String(outcome.number) });
    case 'undone-before':
      return say(turn, 'mentoring-undone-before', { number: String(outcome.number) });
    case 'not-found':
      return say(turn, 'mentoring-team-not-found');
    default:
      return outcome satisfies never;
  }
}

/** Runs the change, and tells the facilitator of it in the same write. */
const change = (
  turn: Turn,
  why: string,
  work: (tx: Parameters<Parameters<Turn['commit']>[0]>[0]) => Promise<TeamOutcome>,
): Promise<Handled> =>
  turn.commit(
    async (tx) => {
      const outcome = await work(tx);
      const by = turn.actor.person?.id ?? '';
      if ((outcome.kind === 'corrected' || outcome.kind === 'undone') && outcome.session.facilitator !== by)
        await turn.notify(tx, {
          notice: 'mentoring.team-changed',
          subject: JSON.stringify({ id: outcome.session.id, kind: outcome.kind, by, why }),
          person: outcome.session.facilitator,
        });
      return outcome;
    },
    (outcome) => sayTeam(turn, outcome),
  );

export const teamForms: readonly FormSpec[] = [
  {
    name: 'mentoring.fix',
    version: 1,
    title: 'mentoring-team-form-fix',
    submitLabel: 'mentoring-form-submit',
    fields: [
      {
        id: 'value',
        kind: 'line',
        label: 'mentoring-team-ask-value',
        hint: 'mentoring-team-ask-value-hint',
        parse: (typed, { subject, today }) => parseValue(readSubject(subject).field, typed, today),
      },
      reason,
    ],
    submit(turn, values, subject) {
      const { field, id } = readSubject(subject);
      const changed = toFacts(field, values.value ?? '');
      const why = values.reason ?? '';
      return change(turn, why, (tx) =>
        correctForTeam(tx, turn.actor, { id, changed, reason: why }, turn.now),
      );
    },
  },
  {
    name: 'mentoring.drop-one',
    version: 1,
    title: 'mentoring-team-form-undo',
    submitLabel: 'mentoring-team-undo',
    fields: [reason],
    submit(turn, values, subject) {
      const why = values.reason ?? '';
      return change(turn, why, (tx) =>
        undoForTeam(tx, turn.actor, { id: readSubject(subject).id, reason: why }, turn.now),
      );
    },
  },
];

export const teamNotice: NoticeSpec = {
  name: 'mentoring.team-changed',
  async word({ read, texts }, subject) {
    const { by, id, kind, why } = JSON.parse(subject) as {
      by: string;
      id: string;
      kind: string;
      why: string;
    };
    const row: SessionRow | undefined = await findSession(read, id);
    if (row === undefined) return { suppressed: 'the session is gone' };
    const names = new Map((await findPersons(read, [by, row.person])).map((one) => [one.id, one.name]));
    const args = {
      by: names.get(by) ?? '',
      number: String(row.number),
      name: names.get(row.person) ?? '',
      what: describeSession({ texts }, row),
      reason: why,
    };
    return {
      blocks: [
        { kind: 'text', text: texts.rich(`mentoring-team-told-${kind}`, args) },
        {
          kind: 'buttons',
          buttons: [{ label: texts.t('mentoring-to-log'), press: 'mentoring.log', subject: '' }],
        },
      ],
    };
  },
};
