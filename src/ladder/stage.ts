/**
 * The ladder of ProKUS: pembibitan (WP), mentoring (WB), inkubasi (WM), and what the log says for moving up.
 * Pure rules; criteria come from `knowledge/ladder.yaml`.
 */

export const stages = ['wp', 'wb', 'wm'] as const;
export type Stage = (typeof stages)[number];
/** `none`: known as a household of the programme, not on the ladder yet. */
export type Standing = Stage | 'none';

export const isStage = (text: string): text is Stage => (stages as readonly string[]).includes(text);

/** The stage above; undefined at the top. */
export const nextStage = (stage: Standing): Stage | undefined =>
  stage === 'none' ? 'wp' : stages[stages.indexOf(stage) + 1];

/** `natural`: no component is left. `welfare`: the household can stand on its own. */
export const graduations = ['natural', 'welfare'] as const;
export type Graduation = (typeof graduations)[number];

export const isGraduation = (text: string): text is Graduation =>
  (graduations as readonly string[]).includes(text);

/** Kinds of business that the ministry's news names for ProKUS, and a rest. */
export const businessKinds = [
  'grocery',
  'food',
  'trade',
  'tailoring',
  'farming',
  'livestock',
  'crafts',
  'services',
  'other',
] as const;
export type BusinessKind = (typeof businessKinds)[number];

export const isBusinessKind = (text: string): text is BusinessKind =>
  (businessKinds as readonly string[]).includes(text);

export type Funding = 'apbn' | 'hdn';
export const isFunding = (text: string): text is Funding => text === 'apbn' || text === 'hdn';

export const partnerKinds = ['mentor', 'company', 'university', 'bank'] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const isPartnerKind = (text: string): text is PartnerKind =>
  (partnerKinds as readonly string[]).includes(text);

/** A receipt can be undone for this long by whoever made it; whoever leads the area may do so later, too. */
export const undoMs = 15 * 60_000;
export const longestReason = 500;

export interface Criterion {
  readonly kind:
    | 'graduated'
    | 'business'
    | 'sessions'
    | 'turnover-known'
    | 'turnover-rising'
    | 'receipt'
    | 'partner';
  readonly session?: string;
  readonly count?: number;
  readonly partners?: readonly PartnerKind[];
}

/** What the log says about a household since it came to its stage. */
export interface Evidence {
  readonly graduation: Graduation | null;
  readonly hasBusiness: boolean;
  readonly sessions: readonly {
    readonly kind: string;
    readonly sessions: number;
    readonly minutes: number;
  }[];
  /** Turnovers that were told, the oldest first, in whole rupiah. */
  readonly turnovers: readonly number[];
  readonly receipts: number;
  /** Whole rupiah of those receipts. */
  readonly received: number;
  readonly partners: readonly { readonly name: string; readonly kind: PartnerKind }[];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The mean of the first and of the last half, so that one good week is no trend; undefined with fewer than two values.
 */
export function turnoverTrend(
  turnovers: readonly number[],
): { readonly from: number; readonly to: number } | undefined {
  const half = Math.floor(turnovers.length / 2);
  if (half === 0) return undefined;
  return {
    from: Math.round(mean(turnovers.slice(0, half))),
    to: Math.round(mean(turnovers.slice(turnovers.length - half))),
  };
}

/** Whether the log shows what a criterion asks for. */
export function isMet(criterion: Criterion, evidence: Evidence): boolean {
  const count = criterion.count ?? 1;
  switch (criterion.kind) {
    case 'graduated':
      return evidence.graduation !== null;
    case 'business':
      return evidence.hasBusiness;
    case 'sessions':
      return (
        evidence.sessions
          .filter((one) => criterion.session === undefined || one.kind === criterion.session)
          .reduce((sum, one) => sum + one.sessions, 0) >= count
      );
    case 'turnover-known':
      return evidence.turnovers.length >= count;
    case 'turnover-rising': {
      const trend = turnoverTrend(evidence.turnovers);
      return trend !== undefined && trend.to > trend.from;
    }
    case 'receipt':
      return evidence.receipts >= count;
    case 'partner':
      return evidence.partners.some((one) => criterion.partners?.includes(one.kind) ?? true);
    default:
      return criterion.kind satisfies never;
  }
}
