/** How long each step of a case may take in office hours, as editors set it. */
import type { Zone } from '../language/locale.ts';
import type { WorkCalendar } from '../language/work-calendar.ts';
import type { CaseState } from './case.ts';

export interface Sla {
  /** Office hours a case may stay in a state; a state without one has no due time. */
  readonly hours: Readonly<Partial<Record<CaseState, number>>>;
  /** The same for urgent cases, where it is shorter. */
  readonly urgentHours: Readonly<Partial<Record<CaseState, number>>>;
  /** Office hours after which an overdue case is passed one step further up. */
  readonly stepUpHours: number;
}

/** When the present step is due, in epoch milliseconds; null for a state that waits for nobody. */
export function dueAt(
  sla: Sla,
  one: { readonly state: CaseState; readonly urgent: boolean },
  moment: { readonly now: number; readonly zone: Zone; readonly calendar: WorkCalendar },
): number | null {
  const hours = (one.urgent ? sla.urgentHours[one.state] : undefined) ?? sla.hours[one.state];
  return hours === undefined ? null : moment.calendar.addWorkingHours(moment.now, hours, moment.zone);
}
