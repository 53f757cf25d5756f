/** Whose month is reported, and whether the actor may have it. */
import { areaPath } from '../language/areas.ts';
import { firstDayOf, lastDayOf, monthOf, startOfDate } from '../language/calendar.ts';
import type { Lang, Zone } from '../language/locale.ts';
import {
  type Actor,
  fieldRoles,
  findPerson,
  findWorkersWithin,
  mayLogFieldWork,
  mayOversee,
} from '../people/index.ts';
import type { Reader } from '../store/index.ts';

export type Wanted =
  | { readonly of: 'self' }
  | { readonly of: 'person'; readonly id: string }
  | { readonly of: 'area'; readonly area: string };

export interface Moment {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly today: string;
  readonly zone: Zone;
  /** Of the names of places. */
  readonly lang: Lang;
}

/** More people than these are reported by province or kab/kota. */
export const mostPersons = 2_000;

export type ReportPlan =
  | {
      readonly kind: 'ready';
      readonly persons: readonly string[];
      readonly area: string | null;
      /** Of the person, or of the area. */
      readonly name: string;
      readonly place: string;
      readonly until: string;
    }
  | { readonly kind: 'not-allowed' }
  /** The month has not begun. */
  | { readonly kind: 'future' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'too-many'; readonly n: number };

const sinceOf = ({ month, zone }: Pick<Moment, 'month' | 'zone'>): number =>
  startOfDate(firstDayOf(month), zone);

/** Those who worked in an area in the month, by name. */
export const findWorkers = (read: Reader, area: string, moment: Pick<Moment, 'month' | 'zone'>) =>
  findWorkersWithin(read, fieldRoles, area, sinceOf(moment));

/** The areas that the actor leads. */
const ledAreas = (actor: Actor): readonly string[] =>
  actor.roles.map((role) => role.area).filter((area) => mayOversee(actor, area));

async function planPerson(read: Reader, actor: Actor, id: string, moment: Moment) {
  for (const area of ledAreas(actor)) {
    const found = (await findWorkers(read, area, moment)).find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return undefined;
}

export async function planReport(
  read: Reader,
  actor: Actor,
  wanted: Wanted,
  moment: Moment,
): Promise<ReportPlan> {
  const { lang, month, today } = moment;
  if (month > monthOf(today)) return { kind: 'future' };
  const last = lastDayOf(month);
  const until = last < today ? last : today;
  const self = actor.person;
  if (self === undefined) return { kind: 'not-allowed' };
  if (wanted.of === 'self' || (wanted.of === 'person' && wanted.id === self.id)) {
    if (!mayLogFieldWork(actor)) return { kind: 'not-allowed' };
    const area = actor.roles[0]?.area ?? self.area;
    return {
      kind: 'ready',
      persons: [self.id],
      area: null,
      name: self.name,
      place: areaPath(area, lang),
      until,
    };
  }
  if (wanted.of === 'person') {
    const found = await planPerson(read, actor, wanted.id, moment);
    const person = found === undefined ? undefined : await findPerson(read, found.id);
    if (found === undefined || person === undefined) return { kind: 'not-allowed' };
    return {
      kind: 'ready',
      persons: [person.id],
      area: null,
      name: person.name,
      place: areaPath(found.area, lang),
      until,
    };
  }
  if (!mayOversee(actor, wanted.area)) return { kind: 'not-allowed' };
  const workers = await findWorkers(read, wanted.area, moment);
  if (workers.length === 0) return { kind: 'nobody' };
  if (workers.length > mostPersons) return { kind: 'too-many', n: workers.length };
  const place = areaPath(wanted.area, lang);
  return {
    kind: 'ready',
    persons: workers.map((one) => one.id),
    area: wanted.area,
    name: place,
    place,
    until,
  };
}
