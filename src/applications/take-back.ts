/** Takes the last move back: by who made it, within fifteen minutes, while it is still the last. */
import { type Actor, actorId } from '../people/index.ts';
import { newId, type Reader, type Writer, writeAudit } from '../store/index.ts';
import { isMoveName, undoMs } from './application.ts';
import { countApproved } from './count-approved.ts';
import { standingOf } from './standing.ts';
import {
  type ApplicationRow,
  type ApplicationStep,
  findApplication,
  findSteps,
  insertStep,
  updateApplication,
} from './store.ts';

/** The move that an actor may take back now, and the stage before it. */
export function findTakeBack(steps: readonly ApplicationStep[], actor: Actor, now: number) {
  const last = steps.at(-1);
  const before = steps.at(-2);
  if (last === undefined || before === undefined || !isMoveName(last.what)) return undefined;
  return last.actor === actor.person?.id && now - last.at <= undoMs
    ? { move: last.what, stage: before.stage }
    : undefined;
}

export type TakenBack =
  | { readonly kind: 'taken-back' | 'too-late'; readonly row: ApplicationRow }
  | { readonly kind: 'not-there' };

const isTheirs = async (read: Reader, actor: Actor, row: ApplicationRow): Promise<boolean> => {
  const { decides, handles } = await standingOf(read, actor, row);
  return decides || handles;
};

export async function takeBackMove(
  tx: Writer,
  actor: Actor,
  number: string,
  now: number,
): Promise<TakenBack> {
  const row = await findApplication(tx, number);
  if (row === undefined || !(await isTheirs(tx, actor, row))) {
    await writeAudit(tx, {
      at: now,
      actor: actorId(actor),
      action: 'application.refused',
      about: row === undefined ? 'application:unknown' : `application:${row.id}`,
    });
    return { kind: 'not-there' };
  }
  const back = findTakeBack(await findSteps(tx, row.id), actor, now);
  if (back === undefined) return { kind: 'too-late', row };
  const { move, stage } = back;
  if (move === 'approve') await countApproved(tx, row, -1);
  const change = {
    stage,
    stageAt: now,
    reason: null,
    ...(move === 'approve' ? { approvedOn: null } : {}),
  };
  await updateApplication(tx, row.id, change);
  const step = { application: row.id, at: now, actor: actorId(actor), stage, what: 'back', reason: null };
  await insertStep(tx, { id: newId(now), ...step });
  await writeAudit(tx, {
    at: now,
    actor: actorId(actor),
    action: 'application.taken-back',
    about: `application:${row.id}`,
  });
  return { kind: 'taken-back', row: { ...row, ...change } };
}
