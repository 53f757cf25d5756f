/** Reads `knowledge/ladder.yaml`, which editors keep. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Criterion, partnerKinds, type Stage } from './stage.ts';

const shipped = fileURLToPath(new URL('../../knowledge/ladder.yaml', import.meta.url));

const criterion = z.strictObject({
  kind: z.enum([
    'graduated',
    'business',
    'sessions',
    'turnover-known',
    'turnover-rising',
    'receipt',
    'partner',
  ]),
  session: z.enum(['bimtek', 'mentoring', 'inkubasi']).optional(),
  count: z.int().min(1).optional(),
  partners: z.array(z.enum(partnerKinds)).min(1).optional(),
});
const stage = z.strictObject({ session: z.enum(['bimtek', 'mentoring', 'inkubasi']) });
const file = z.strictObject({
  status: z.enum(['our-suggestion', 'decided']),
  stages: z.strictObject({ wp: stage, wb: stage, wm: stage }),
  criteria: z.strictObject({ wp: z.array(criterion), wb: z.array(criterion), wm: z.array(criterion) }),
});

export interface Ladder {
  /** Whether the ministry has decided the criteria; else they are this project's suggestion. */
  readonly isDecided: boolean;
  readonly criteria: Readonly<Record<Stage, readonly Criterion[]>>;
}

let read: Ladder | undefined;

/** The shipped ladder; throws when the file is wrong. Read once. */
export function readLadder(): Ladder {
  read ??= parseLadder(shipped);
  return read;
}

function parseLadder(path: string): Ladder {
  const parsed = file.parse(parse(readFileSync(path, 'utf8')));
  return { isDecided: parsed.status === 'decided', criteria: parsed.criteria as Ladder['criteria'] };
}

/** What is wrong with the file; empty when nothing is. */
export function checkLadder(path: string = shipped): readonly string[] {
  try {
    parseLadder(path);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}
