/**
 * Activities as they are logged in one line: those of Restorasi Sosial, of the social pillars, bimtek, and visits to
 * people at home. Source of the first three kinds: Direktorat Kepahlawanan, Keperintisan, Kesetiakawanan dan Restorasi
 * Sosial.
 */

/** `visit` has a command of its own. */
export const activityKinds = ['heroism', 'pioneering', 'solidarity', 'pillar', 'bimtek', 'visit'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const isActivityKind = (text: string): text is ActivityKind =>
  (activityKinds as readonly string[]).includes(text);

/** What `/kegiatan` takes. */
export const eventKinds = activityKinds.filter((kind) => kind !== 'visit');

/** More people than this at one activity is a slip of the finger. */
export const mostPeople = 100_000;

export interface ActivityFacts {
  readonly kind: ActivityKind;
  /** Person id of who was visited. */
  readonly person: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly people: number;
  /** Where, in the words of who was there. */
  readonly place: string;
  readonly area: string;
  readonly note: string;
}

export const sameFacts = (a: ActivityFacts, b: ActivityFacts): boolean =>
  a.kind === b.kind &&
  a.person === b.person &&
  a.date === b.date &&
  a.people === b.people &&
  a.place === b.place &&
  a.area === b.area &&
  a.note === b.note;

/** The same kind, day and area, logged again within this time, is asked about. */
export const sameActivityMs = 24 * 3_600_000;

/** What one activity counts towards. A visit is no event, and whoever was visited was there. */
export const countsOfActivity = ({ kind, people }: Pick<ActivityFacts, 'kind' | 'people'>) =>
  kind === 'visit'
    ? [{ indicator: 'home-visits', n: 1 }]
    : [
        { indicator: 'activities', n: 1 },
        { indicator: `activities-${kind}`, n: 1 },
        { indicator: 'activity-people', n: people },
      ];
