/** Reads `knowledge/sla.yaml`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { caseStates, isClosed } from './case.ts';
import type { Sla } from './sla.ts';

const hours = z.number().int().min(1).max(2_000);
const byState = z.partialRecord(z.enum(caseStates), hours);

const schema = z.strictObject({
  /** `suggestion` until the ministry sets its own times. */
  status: z.enum(['suggestion', 'decreed']),
  note: z.string().min(1),
  hours: byState,
  urgent: byState,
  stepUp: hours,
});

const slaFile = fileURLToPath(new URL('../../knowledge/sla.yaml', import.meta.url));

export type SlaRead =
  | { readonly kind: 'read'; readonly sla: Sla }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

/** The times as the file says them, or what is wrong with it. */
export function readSla(source = readFileSync(slaFile, 'utf8')): SlaRead {
  let value: unknown;
  try {
    value = parse(source);
  } catch (error) {
    return { kind: 'wrong', problems: [error instanceof Error ? error.message : String(error)] };
  }
  const checked = schema.safeParse(value);
  if (!checked.success)
    return {
      kind: 'wrong',
      problems: checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  const { hours: usual, stepUp, urgent } = checked.data;
  const problems = [
    ...caseStates
      .filter((state) => !isClosed(state) && usual[state] === undefined)
      .map((state) => `hours.${state}: every open step needs a time`),
    ...Object.keys({ ...usual, ...urgent })
      .filter((state) => isClosed(state as never))
      .map((state) => `hours.${state}: a closed case has no due time`),
    ...Object.entries(urgent)
      .filter(([state, n]) => n >= (usual[state as never] ?? Number.POSITIVE_INFINITY))
      .map(([state]) => `urgent.${state}: is not shorter than the usual time`),
  ];
  if (problems.length > 0) return { kind: 'wrong', problems };
  return { kind: 'read', sla: { hours: usual, urgentHours: urgent, stepUpHours: stepUp } };
}

/** @throws when the file is broken; `dayabot check` says so before. */
export function loadSla(): Sla {
  const read = readSla();
  if (read.kind === 'wrong') throw new Error(`knowledge/sla.yaml: ${read.problems.join('; ')}`);
  return read.sla;
}
