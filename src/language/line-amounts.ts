/** The date, the length and the amounts of a short line: which are the line's own, and which belong to its story. */
import type { LineGrammar, UnreadPart } from './line-grammar.ts';
import { parseCount } from './number.ts';
import type { LinePart, Scan } from './scan.ts';

type Word = Scan['words'][number];

/** The date, length, amount and number of people that are the line's own; of a second one it is not known which is meant. */
export function ownParts(scan: Scan, grammar: LineGrammar, unread: UnreadPart[]) {
  const labelled = new Set(grammar.money ?? []);
  const isOwn = (part: LinePart): boolean => {
    if (part.kind === 'quoted') return false;
    if (part.kind !== 'money') return true;
    return grammar.hasMoney !== false && (part.label === undefined || labelled.has(part.label));
  };
  const first = new Map<LinePart['kind'], LinePart>();
  const hasLabelled = scan.parts.some((part) => isOwn(part) && part.kind === 'money' && part.label);
  for (const part of scan.parts) {
    if (!isOwn(part)) continue;
    // With "omzet 1,2jt" in the line, another amount without a label is part of the story.
    if (part.kind === 'money' && part.label === undefined && hasLabelled) continue;
    const { kind } = part;
    const other = first.get(kind);
    if (other === undefined) first.set(kind, part);
    else if (kind !== 'people' && kind !== 'quoted')
      unread.push({ text: part.text, part: kind, why: 'second' });
  }
  const date = first.get('date');
  const duration = first.get('duration');
  const money = first.get('money');
  const people = first.get('people');
  const minutes = duration?.kind === 'duration' ? duration.minutes : undefined;
  return {
    minutes,
    values: {
      ...(minutes === undefined ? {} : { minutes }),
      ...(date?.kind === 'date' ? { date: date.date } : {}),
      ...(money?.kind === 'money' ? { rupiah: money.rupiah } : {}),
    },
    money,
    people: people?.kind === 'people' ? { people: people.count } : {},
    parts: [date, duration, money].filter((part) => part !== undefined),
  };
}

/** The amount without a label that stands right behind a word of the note, unless a label stands alone among them. */
export function findToldMoney(
  line: string,
  money: LinePart | undefined,
  rest: readonly Word[],
  grammar: LineGrammar,
): LinePart | undefined {
  if (money?.kind !== 'money' || money.label !== undefined) return undefined;
  const isTold = rest.some(
    (word) => word.end <= money.start && /^\s*$/.test(line.slice(word.end, money.start)),
  );
  const hasLabel = rest.some((word) => grammar.money?.includes(word.text.toLowerCase()) === true);
  return isTold && !hasLabel ? money : undefined;
}

/** "siti mentoring 90, kas rapi": a number that stands alone, where it may be a forgotten unit. */
export function findBareMinutes(line: string, rest: readonly Word[]): number | undefined {
  const numbers = rest.filter((word, at) => {
    const next = rest[at + 1];
    const isLast = next === undefined || /[,;]/.test(line.slice(word.end, next.start));
    return /^\d{1,3}$/.test(word.text) && (at === 0 || isLast);
  });
  const [only] = numbers;
  const minutes = numbers.length === 1 && only !== undefined ? parseCount(only.text) : undefined;
  return minutes !== undefined && minutes >= 5 ? minutes : undefined;
}

/** The only number that can be an amount and is no year. */
export function findBareMoney(
  rest: readonly Word[],
): { readonly word: Word; readonly rupiah: number } | undefined {
  const found = rest.flatMap((word) => {
    const rupiah = /^\d[\d.,]*$/.test(word.text) ? parseCount(word.text) : undefined;
    return rupiah === undefined || rupiah < 1000 || /^(?:19|20)\d\d$/.test(word.text)
      ? []
      : [{ word, rupiah }];
  });
  return found.length === 1 ? found[0] : undefined;
}
