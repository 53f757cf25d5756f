/** What can be targeted. Each indicator has exactly one origin: counted from records, or reported by hand. */
import type { IndicatorSpec } from '../feature.ts';
import type { Funding } from './target.ts';

export interface Indicator {
  readonly id: string;
  /** Text keys. */
  readonly label: string;
  readonly unit: string;
  readonly origin: 'computed' | 'reported';
}

/** What no record of the bot shows and offices report: the figures that the coordination meetings speak of. */
export const reportedIndicators: readonly Indicator[] = (
  ['prokus-kpm', 'pkh-graduated', 'kat-families', 'puskesos-regency', 'puskesos-village'] as const
).map((id) => ({
  id,
  label: `targets-indicator-${id}`,
  unit: `targets-unit-${id}`,
  origin: 'reported',
}));

export interface Indicators {
  readonly all: readonly Indicator[];
  readonly specs: readonly IndicatorSpec[];
  find(id: string): Indicator | undefined;
}

/** All indicators: those of the features, and the reported ones. Throws when two origins claim one name. */
export function collectIndicators(specs: readonly IndicatorSpec[]): Indicators {
  const all: Indicator[] = [
    ...specs.map(({ id, label, unit }) => ({ id, label, unit, origin: 'computed' as const })),
    ...reportedIndicators,
  ];
  const byId = new Map<string, Indicator>();
  for (const one of all) {
    if (byId.has(one.id)) throw new Error(`the indicator ${one.id} has two origins`);
    byId.set(one.id, one);
  }
  return { all, specs, find: (id) => byId.get(id) };
}

/** The name under which an indicator's work is counted. What is reported by hand is kept apart by funding. */
export const countedAs = (indicator: Indicator, funding: Funding): string =>
  indicator.origin === 'reported' && funding !== 'none' ? `${indicator.id}/${funding}` : indicator.id;
