/** How a session is put into words: its one-line description, its mistakes, and a correct example built from the line. */
import type { Turn } from '../chat/feature.ts';
import { sayUnread } from '../chat/line.ts';
import type { Reply } from '../chat/reply.ts';
import { say } from '../chat/say.ts';
import { formatDate } from '../language/date.ts';
import { formatDuration } from '../language/duration.ts';
import { formatMoney } from '../language/money.ts';
import { type ParsedSession, sessionLine } from './parse-session.ts';
import { longestMinutes, type SessionFacts } from './session.ts';

/** `mentoring · 90 menit · Senin, 23 Nov 2026 · omzet Rp1.200.000 · kas rapi` */
export function describeSession(
  turn: Pick<Turn, 'texts'>,
  session: SessionFacts & { backDated: boolean },
): string {
  const { texts } = turn;
  return [
    texts.t(`mentoring-kind-${session.kind}`),
    formatDuration(session.minutes, texts.lang),
    formatDate(session.date, texts.lang),
    ...(session.turnover === null
      ? []
      : [texts.t('mentoring-turnover', { money: formatMoney(session.turnover, texts.lang) })]),
    ...(session.workers == null ? [] : [texts.t('mentoring-workers', { n: session.workers })]),
    ...((session.topic ?? '') === '' ? [] : [texts.t('mentoring-topic', { topic: session.topic ?? '' })]),
    ...(session.note === '' ? [] : [session.note]),
    ...(session.backDated ? [texts.t('mentoring-back-dated')] : []),
  ].join(' · ');
}

/** A line that would be understood, made of what was understood of the typed one. */
export function exampleLine(turn: Turn, parsed: ParsedSession | undefined): string {
  const person = parsed?.person;
  const name =
    person?.kind === 'found' && person.name !== ''
      ? person.name.toLowerCase()
      : person?.kind === 'unknown'
        ? person.typed
        : 'siti';
  const isSensible = parsed?.minutes !== undefined && parsed.minutes <= longestMinutes;
  const line = sessionLine.write({
    person: name,
    choices: { kind: parsed?.kind ?? 'mentoring' },
    minutes: isSensible ? (parsed.minutes ?? 90) : (parsed?.bareMinutes ?? 90),
    ...(parsed?.date === undefined ? {} : { date: parsed.date }),
    ...(parsed?.turnover == null ? {} : { rupiah: parsed.turnover }),
  });
  const note = parsed === undefined || parsed.note === '' ? 'kas rapi' : parsed.note;
  return `${turn.command('sesi')} ${line} ${note}`;
}

/** Which part of a line cannot be right, and what to type instead; undefined when every part can be read. */
export function problemWords(turn: Turn, parsed: ParsedSession): Reply | undefined {
  const unread = sayUnread(turn, parsed.unread, exampleLine(turn, parsed));
  if (unread !== undefined) return unread;
  if (parsed.minutes !== undefined && (parsed.minutes > longestMinutes || parsed.minutes < 1)) {
    return say(turn, 'mentoring-too-long', {
      typed: formatDuration(parsed.minutes, turn.texts.lang),
      most: formatDuration(longestMinutes, turn.texts.lang),
      example: exampleLine(turn, parsed),
    });
  }
  return undefined;
}
