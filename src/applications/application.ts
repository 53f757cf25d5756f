/**
 * An application of one person to one programme: its stages, who may move it from which to which.
 * Pure; knows no store and no words.
 */
export const stages = [
  'received',
  'checked',
  'proposed',
  'approved',
  'refused',
  'done',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];
export const isStage = (text: string): text is Stage => (stages as readonly string[]).includes(text);

/** Something is still to come in these. */
export const openStages = ['received', 'checked', 'proposed', 'approved'] as const satisfies readonly Stage[];
export const isOpen = (stage: Stage): boolean => (openStages as readonly Stage[]).includes(stage);

/** Papers can be asked for until it is decided. */
const collecting: readonly Stage[] = ['received', 'checked', 'proposed'];

interface Move {
  readonly from: readonly Stage[];
  readonly to: Stage;
  /** `handler`: whoever accompanies the person, or leads the area. `decider`: coordinators and staff of the area. */
  readonly by: 'handler' | 'decider';
  readonly needsReason: boolean;
  /** Not while papers are missing. */
  readonly needsPapers: boolean;
}

const move = (
  from: readonly Stage[],
  to: Stage,
  by: Move['by'],
  needs: Partial<Pick<Move, 'needsReason' | 'needsPapers'>> = {},
): Move => ({ from, to, by, needsReason: false, needsPapers: false, ...needs });

/** Every way a stage can change. */
export const moves = {
  check: move(['received'], 'checked', 'handler', { needsPapers: true }),
  propose: move(['checked'], 'proposed', 'handler', { needsPapers: true }),
  approve: move(['proposed'], 'approved', 'decider', { needsReason: true, needsPapers: true }),
  refuse: move(['proposed'], 'refused', 'decider', { needsReason: true }),
  finish: move(['approved'], 'done', 'handler'),
  withdraw: move(['received', 'checked', 'proposed'], 'withdrawn', 'handler', { needsReason: true }),
} as const satisfies Readonly<Record<string, Move>>;
export type MoveName = keyof typeof moves;
const moveNames = Object.keys(moves) as readonly MoveName[];
export const isMoveName = (text: string): text is MoveName => Object.hasOwn(moves, text);

/** How somebody stands to an application. */
export interface Standing {
  readonly handles: boolean;
  readonly decides: boolean;
  /** The application is the person's own. */
  readonly own: boolean;
}

interface Position {
  readonly stage: Stage;
  readonly missing: readonly string[];
}

export type MoveCheck =
  | 'may'
  /** Not theirs to do in any stage. */
  | 'not-theirs'
  /** Nobody decides on an application of their own. */
  | 'own'
  /** The stage is another by now. */
  | 'stale'
  | 'papers-missing'
  | 'reason-missing';

/** Whether somebody who stands so may make a move now. Rights come first: who has none learns nothing of the stage. */
export function checkMove(
  name: MoveName,
  at: Position,
  standing: Standing,
  reason: string | undefined,
): MoveCheck {
  const { by, from, needsPapers, needsReason }: Move = moves[name];
  if (by === 'decider' ? !standing.decides : !standing.handles) return 'not-theirs';
  if (standing.own) return 'own';
  if (!from.includes(at.stage)) return 'stale';
  if (needsPapers && at.missing.length > 0) return 'papers-missing';
  return needsReason && (reason ?? '').trim() === '' ? 'reason-missing' : 'may';
}

/** The moves worth a button. */
export const movesFor = (at: Position, standing: Standing): readonly MoveName[] =>
  moveNames.filter((name) => checkMove(name, at, standing, 'a reason') === 'may');

export const mayAskPapers = (stage: Stage, standing: Standing): boolean =>
  standing.handles && !standing.own && collecting.includes(stage);

/** Papers from one typed text, by commas or lines; at most ten, each once. */
export function readPapers(typed: string): readonly string[] {
  const parts = typed
    .split(/[\n;,]/u)
    .map((part) => part.replace(/^[\s\-•*\d.)]+/u, '').trim())
    .filter((part) => part !== '');
  return [...new Set(parts)].slice(0, mostPapers).map((part) => part.slice(0, longestPaper));
}
const mostPapers = 10;
const longestPaper = 120;

/** The longest reason kept. */
export const longestReason = 500;

/** What changes often gives no digest of its own: a receipt may be taken back this long. */
export const undoMs = 15 * 60_000;

/** The second person's yes to many at once is waited for this long. */
export const bulkMs = 3 * 24 * 3_600_000;
/** A facilitator's word on who asks is waited for this long. */
export const confirmMs = 7 * 24 * 3_600_000;

/** Wrong pairs of number and code an account may try a day; and how many facilitators it may ask to confirm. */
export const triesADay = 5;
export const asksADay = 3;
/** Tries of all accounts together in an hour, above which every pair is taken for wrong until the hour is over. */
export const triesAnHour = 300;
