/**
 * The registers of the empowerment programmes: remote indigenous communities (KAT), social pillars, Puskesos. What an
 * entry is made of, who may keep it, what it counts towards. Sources: the stages of KAT are those of Perpres 186/2014,
 * the four pillars and the levels of Puskesos those of the coordination meeting of 2021.
 */
import { areasAround } from '../language/areas.ts';
import { type Actor, fieldRoles, holdsIn, mayOversee } from '../people/index.ts';

export const registerNames = ['kat', 'pillar', 'puskesos'] as const;
export type RegisterName = (typeof registerNames)[number];
export const isRegister = (text: string): text is RegisterName =>
  (registerNames as readonly string[]).includes(text);

export const pillarKinds = ['psm', 'tksk', 'karang-taruna', 'lks'] as const;
/** Category I is accompanied for three years, II for two, III for one. */
export const categories = ['1', '2', '3'] as const;
/** What an LKS is by law; it may register without being either of the first two. */
export const legalForms = ['yayasan', 'perkumpulan', 'none'] as const;

export const stages = ['preparation', 'implementation', 'referral', 'termination'] as const;
export type Stage = (typeof stages)[number];
export const isStage = (text: string): text is Stage => (stages as readonly string[]).includes(text);

/** What an entry says and people correct. Dates are `YYYY-MM-DD`, `since` may be a bare year. */
export interface EntryFacts {
  /** A pillar's kind, a community's category or empty, the level of a Puskesos (`village`, `regency`). */
  readonly kind: string;
  readonly name: string;
  readonly area: string;
  readonly since: string | null;
  /** Households of a community, staff of a Puskesos. */
  readonly size: number | null;
  readonly legalForm: string;
  readonly registration: string;
  readonly expires: string | null;
  readonly note: string;
}

export const factNames = [
  'kind',
  'name',
  'area',
  'since',
  'size',
  'legalForm',
  'registration',
  'expires',
  'note',
] as const satisfies readonly (keyof EntryFacts)[];
export type FactName = (typeof factNames)[number];

/** What each correction changed, the old value first. */
export type FactChanges = Partial<
  Record<FactName, readonly [string | number | null, string | number | null]>
>;

export function changesOf(before: EntryFacts, after: EntryFacts): FactChanges {
  const changes: FactChanges = {};
  for (const name of factNames) {
    if (before[name] !== after[name]) changes[name] = [before[name], after[name]];
  }
  return changes;
}

/** A receipt can be undone for this long by whoever made it; coordinators of the area may later, too. */
export const undoMs = 15 * 60_000;

/** Days before the end of an LKS's registration from which its coordinator is reminded. */
export const expiryNoticeDays = 60;

/** Whoever works in an area keeps its registers, and sees them. */
export const mayKeep = (actor: Actor, area: string): boolean =>
  mayOversee(actor, area) || holdsIn(actor, area, ...fieldRoles);

/** What is collected over time beside the entry itself: civil documents of a community, bimtek of a pillar. */
export const gains = { kat: 'documents', pillar: 'bimtek', puskesos: undefined } as const;

/** PSM and TKSK are people; the rest are groups, institutions and places. */
export const isPersonKind = (register: RegisterName, kind: string): boolean =>
  register === 'pillar' && (kind === 'psm' || kind === 'tksk');

export interface Count {
  readonly indicator: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly n: number;
}

export const provinceOf = (area: string): string => areasAround(area).at(-2) ?? area;

/** A bare year counts in its January. */
const dayOf = (since: string): string => (since.length === 4 ? `${since}-01-01` : since);

interface Counted extends EntryFacts {
  readonly register: RegisterName;
  readonly active: boolean;
  readonly stage: Stage | null;
  readonly stageOn: string | null;
  readonly recordedOn: string;
}

/** What one entry counts towards. Communities count when recorded, their households when their care has ended. */
export function countsOf(entry: Counted): readonly Count[] {
  const date = entry.since === null ? entry.recordedOn : dayOf(entry.since);
  switch (entry.register) {
    case 'kat': {
      const done = entry.stage === 'termination' && entry.stageOn !== null && entry.size !== null;
      return [
        { indicator: 'kat-communities', date: entry.recordedOn, n: 1 },
        ...(done
          ? [{ indicator: 'kat-households-done', date: entry.stageOn ?? '', n: entry.size ?? 0 }]
          : []),
      ];
    }
    case 'pillar':
      return entry.active ? [{ indicator: `pillar-${entry.kind}`, date, n: 1 }] : [];
    case 'puskesos':
      return [{ indicator: entry.kind === 'regency' ? 'slrt-formed' : 'puskesos-formed', date, n: 1 }];
    default:
      return entry.register satisfies never;
  }
}

/** The indicator of a gain. */
export const gainIndicator = (register: RegisterName): string =>
  register === 'kat' ? 'kat-documents' : 'pillar-bimtek';
