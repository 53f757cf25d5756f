/** What becomes of cases that nobody moved in time: passed up step by step, and served ones ended without an answer. */
import { findHolders, findReach, type RoleName } from '../people/index.ts';
import type { Writer } from '../store/index.ts';
import { endUnanswered, type MoveMoment, passUp } from './move-case.ts';
import { type CaseRow, findStepUps } from './store.ts';

/** Whom each step goes to; the last is the ministry's desk. */
const steps: readonly (readonly RoleName[])[] = [['coordinator'], ['manager']];
const together = 200;

export type SteppedUp =
  | {
      readonly kind: 'passed-up';
      readonly row: CaseRow;
      readonly persons: readonly string[];
      readonly desk: boolean;
    }
  | { readonly kind: 'ended'; readonly row: CaseRow; readonly event: string };

/** Looks after every case whose time has come; cases of one call are at most 200. */
export async function lookAfterOverdue(tx: Writer, moment: MoveMoment): Promise<readonly SteppedUp[]> {
  const done: SteppedUp[] = [];
  for (const row of await findStepUps(tx, moment.now, together)) {
    if (row.state === 'served') {
      done.push({ kind: 'ended', ...(await endUnanswered(tx, row, moment)) });
      continue;
    }
    let { level } = row;
    let persons: string[] = [];
    while (level < steps.length && persons.length === 0) {
      // A complaint about an officer never goes to the area.
      const roles = row.protected ? [] : (steps[level] ?? []);
      for (const person of new Set((await findHolders(tx, roles, row.area)).map((one) => one.person)))
        if (person !== row.takenBy && (await findReach(tx, person)) !== undefined) persons.push(person);
      level += 1;
    }
    const desk = persons.length === 0;
    if (desk) level = steps.length + 1;
    persons = persons.slice(0, 5);
    const after = await passUp(tx, row, { level, persons, desk }, moment);
    done.push({ kind: 'passed-up', row: after, persons, desk });
  }
  return done;
}
