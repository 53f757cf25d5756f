/**
 * Rules of targets: what a target is about, how it is broken down, and how far it is. Pure; knows no store and no words.
 * Percentages are made for showing only, never kept.
 */
import { areasAround, isArea } from '../language/areas.ts';
import type { PeriodDays } from './period.ts';

export const fundings = ['APBN', 'HDN', 'APBD', 'none'] as const;
/** Where the money comes from; `none` where a target has no money of its own. */
export type Funding = (typeof fundings)[number];
export const isFunding = (text: string): text is Funding => (fundings as readonly string[]).includes(text);

/** The programmes a target may name; `''` where it names none. */
export const programmes = ['prokus', 'pkat', 'pilar', 'slrt', 'restorasi', 'pkh'] as const;
export const isProgramme = (text: string): boolean =>
  text === '' || (programmes as readonly string[]).includes(text);

/** Larger than any number the programmes speak of, so that a slip of the finger is noticed. */
export const largestNumber = 100_000_000;

/** What makes two targets comparable: only numbers of the same key are broken down into one another. */
export interface TargetKey {
  readonly indicator: string;
  readonly programme: string;
  readonly period: string;
  readonly funding: Funding;
}

/** Whose target: an area's code, or `person:` and a person id. */
export const personScope = (person: string): string => `person:${person}`;
export const isPersonScope = (scope: string): boolean => scope.startsWith('person:');

/** The area above an area; undefined for the whole country. */
export const areaAbove = (area: string): string | undefined =>
  isArea(area) ? areasAround(area)[1] : undefined;

export interface Progress {
  readonly number: number;
  readonly done: number;
}

/** How far a target is, in words of the rules. Rates are per working day. */
export type Pace =
  | { readonly kind: 'nothing-set' }
  | { readonly kind: 'reached'; readonly over: number }
  | { readonly kind: 'not-begun'; readonly from: string }
  | { readonly kind: 'over'; readonly missing: number }
  | { readonly kind: 'no-days-left'; readonly missing: number }
  | {
      readonly kind: 'running';
      readonly missing: number;
      readonly daysLeft: number;
      /** What every remaining working day must bring. */
      readonly perDay: number;
      /** The number at the end if work goes on as so far; null while it is too early to tell. */
      readonly projected: number | null;
      readonly reachable: boolean;
    };

/** Fewer working days than this say nothing about a pace. */
const earliestProjection = 3;

/** How a number and what was done stand to the days of the period. */
export function paceOf({ number, done }: Progress, days: PeriodDays): Pace {
  if (number <= 0) return { kind: 'nothing-set' };
  const missing = number - done;
  if (missing <= 0) return { kind: 'reached', over: -missing };
  if (days.state === 'not-begun') return { kind: 'not-begun', from: days.from };
  if (days.state === 'over') return { kind: 'over', missing };
  if (days.left === 0) return { kind: 'no-days-left', missing };
  const projected =
    days.elapsed < earliestProjection ? null : Math.floor(done + (done / days.elapsed) * days.after);
  return {
    kind: 'running',
    missing,
    daysLeft: days.left,
    perDay: missing / days.left,
    projected,
    reachable: projected === null || projected >= number,
  };
}

export const isBehind = (pace: Pace): boolean => pace.kind === 'running' && !pace.reachable;

/** The share done as whole percent; undefined where nothing is set. May be above 100; from 1 to 99 while begun and not reached. */
export function percentOf({ number, done }: Progress): number | undefined {
  if (number <= 0) return undefined;
  const share = Math.round((done / number) * 100);
  if (done <= 0 || done >= number) return Math.max(0, share);
  return Math.min(99, Math.max(1, share));
}

/** A bar of `cells` characters. Full only when reached, empty only when nothing is done. */
export function textBar({ number, done }: Progress, cells = 10): string {
  const share = number <= 0 ? 0 : Math.min(1, Math.max(0, done / number));
  const exact = Math.floor(share * cells);
  const full = share > 0 && exact === 0 ? 1 : exact;
  return '▓'.repeat(full) + '░'.repeat(cells - full);
}

export type Fits =
  | { readonly kind: 'fits'; readonly rest: number | null }
  /** The parts would hold more than the whole. */
  | { readonly kind: 'above-parent'; readonly parent: number; readonly others: number; readonly free: number }
  | { readonly kind: 'below-children'; readonly children: number };

/**
 * Whether a number fits between what stands above and below it. `parent` is null where nothing is set above, `others`
 * the sum of its other parts, `children` the sum of what is broken down below.
 */
export function fitNumber(
  number: number,
  around: { readonly parent: number | null; readonly others: number; readonly children: number },
): Fits {
  if (number < around.children) return { kind: 'below-children', children: around.children };
  if (around.parent === null) return { kind: 'fits', rest: null };
  const free = around.parent - around.others;
  return number > free
    ? { kind: 'above-parent', parent: around.parent, others: around.others, free: Math.max(0, free) }
    : { kind: 'fits', rest: free - number };
}
