/**
 * One check under way, small enough to travel in a button: nothing has to be kept between two presses, in a group
 * nothing is, and an old button still says exactly where it was.
 */
import type { Facts, Value } from './condition.ts';
import type { Fact, Programme } from './rule.ts';

export interface Check {
  readonly programme: Programme;
  readonly year: number;
  readonly facts: Facts;
  /** Facts that the person does not know. */
  readonly skipped: ReadonlySet<string>;
  /** Facts answered one by one, in this order: the way back. */
  readonly trail: readonly string[];
}

export const beginCheck = (programme: Programme, year: number, facts: Facts = {}): Check => ({
  programme,
  year,
  facts,
  skipped: new Set(),
  trail: [],
});

/** A check of another programme that takes over what is the same fact there. */
export function beginOther(check: Check, programme: Programme, year: number): Check {
  const shared = programme.facts.flatMap((fact): readonly [string, Value][] => {
    const before = check.programme.facts.find((one) => one.id === fact.id);
    const value = check.facts[fact.id];
    return value !== undefined && before !== undefined && isSame(before, fact) ? [[fact.id, value]] : [];
  });
  return beginCheck(programme, year, Object.fromEntries(shared));
}

/** Ids are shared by intent only where the question is about the same thing in the same terms. */
const isSame = (a: Fact, b: Fact): boolean =>
  a.type === b.type &&
  (a.type === 'boolean' || (a.type === 'number' && b.type === 'number' && a.unit === b.unit));

/** The check with one fact answered; undefined stands for "I do not know". */
export function withAnswer(check: Check, fact: Fact, value: Value | undefined): Check {
  const { [fact.id]: _before, ...others } = check.facts;
  const skipped = new Set([...check.skipped].filter((id) => id !== fact.id));
  if (value === undefined) skipped.add(fact.id);
  return {
    ...check,
    facts: value === undefined ? others : { ...others, [fact.id]: value },
    skipped,
    trail: [...check.trail.filter((id) => id !== fact.id), fact.id],
  };
}

/** The check before the last answer; undefined where there is none. */
export function withoutLast(check: Check): Check | undefined {
  const last = check.trail.at(-1);
  if (last === undefined) return undefined;
  const { [last]: _gone, ...facts } = check.facts;
  return {
    ...check,
    facts,
    skipped: new Set([...check.skipped].filter((id) => id !== last)),
    trail: check.trail.slice(0, -1),
  };
}

/** `pena.x3Z.2026.43,t,,f,.02`: programme, mark of its facts, year, what is known, the way back. */
export function toText({ facts, programme, skipped, trail, year }: Check): string {
  const cells = programme.facts.map((fact) => (skipped.has(fact.id) ? '?' : toCell(fact, facts[fact.id])));
  const places = trail.map((id) => programme.facts.findIndex((fact) => fact.id === id).toString(36));
  return [programme.id, programme.mark, year, cells.join(','), places.join('')].join('.');
}

/** Undefined for a text of other rules than these, such as a button from before they changed. */
export function parseCheck(text: string, programmes: readonly Programme[]): Check | undefined {
  const [id, mark, year, cells = '', places = ''] = text.split('.');
  const programme = programmes.find((one) => one.id === id);
  if (programme === undefined || programme.mark !== mark || !/^\d{4}$/.test(year ?? '')) return undefined;
  const typed = cells.split(',');
  const facts: Record<string, Value> = {};
  const skipped = new Set<string>();
  for (const [at, fact] of programme.facts.entries()) {
    if (typed[at] === '?') skipped.add(fact.id);
    const value = fromCell(fact, typed[at] ?? '');
    if (value !== undefined) facts[fact.id] = value;
  }
  const trail = [...places].flatMap((place) => programme.facts[Number.parseInt(place, 36)]?.id ?? []);
  return { programme, year: Number(year), facts, skipped, trail };
}

function toCell(fact: Fact, value: Value | undefined): string {
  if (value === undefined || fact.type === 'text') return '';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && 'from' in value) return `${value.from}-${value.to}`;
  if (!('choices' in fact)) return '';
  const values = fact.choices.map((choice) => choice.value);
  if (typeof value === 'string') return values.indexOf(value).toString(36);
  return values.reduce((sum, one, at) => sum + (value.includes(one) ? 2 ** at : 0), 0).toString(36);
}

function fromCell(fact: Fact, cell: string): Value | undefined {
  if (cell === '' || cell === '?') return undefined;
  switch (fact.type) {
    case 'boolean':
      return cell === 't';
    case 'enum':
      return fact.choices[Number.parseInt(cell, 36)]?.value;
    case 'list': {
      const mask = Number.parseInt(cell, 36);
      return fact.choices.flatMap(({ value }, at) => (Math.floor(mask / 2 ** at) % 2 === 1 ? [value] : []));
    }
    case 'number': {
      const [from, to] = cell.split('-').map(Number);
      return to === undefined ? from : { from: from ?? 0, to };
    }
    case 'text':
      return undefined;
    default:
      return fact satisfies never;
  }
}

const leastAge = 17;

/** Whether the person the check is about may be under 17: then nothing of it is kept or sent. */
export function isMinor({ facts, programme }: Check): boolean {
  return programme.facts.some((fact) => {
    const value = facts[fact.id];
    if (fact.type !== 'number' || fact.unit !== 'years' || value === undefined) return false;
    if (typeof value === 'number') return value < leastAge;
    return typeof value === 'object' && 'from' in value && value.to < leastAge;
  });
}
