/** How an actor stands to an application: who accompanies the person handles it, who leads the area also decides. */
import {
  type Actor,
  findInCaseload,
  mayDecideApplications,
  mayLogFieldWork,
  mayOversee,
} from '../people/index.ts';
import type { Reader } from '../store/index.ts';
import type { Standing } from './application.ts';
import type { ApplicationRow } from './store.ts';

export async function standingOf(
  read: Reader,
  actor: Actor,
  row: Pick<ApplicationRow, 'person' | 'area'>,
): Promise<Standing> {
  const self = actor.person;
  if (self === undefined) return { handles: false, decides: false, own: false };
  return {
    handles: await mayHandle(read, actor, row.person, row.area),
    decides: mayDecideApplications(actor, row.area),
    own: row.person === self.id,
  };
}

/** Whether an actor may register and move applications of a person who lives in an area. */
export async function mayHandle(
  read: Reader,
  actor: Actor,
  person: string | null,
  area: string,
): Promise<boolean> {
  if (mayOversee(actor, area)) return true;
  if (actor.person === undefined || person === null || !mayLogFieldWork(actor)) return false;
  return (await findInCaseload(read, actor.person.id, person)) !== undefined;
}
