/**
 * A linear support vector machine, one class against the rest, trained by dual coordinate descent (Hsieh and others,
 * 2008: squared hinge loss). Two liberties make it fast enough for a start: the offset is fixed at -1, so that a row that
 * shares nothing with a class needs no work, and each class learns only against the rows most like it.
 * Deterministic: the same rows in the same order give the same weights.
 */
import { CHARACTERS, type SparseRows } from './features.ts';

export interface TrainingSet {
  readonly rows: SparseRows;
  readonly featureCount: number;
  /** The rows to learn from, as row numbers. */
  readonly chosen: Int32Array;
  /** Class of each row (not of each chosen one). */
  readonly labels: Int32Array;
  readonly classCount: number;
  /** Weight of each row's mistakes (not of each chosen one); 1 is a real question. */
  readonly importance: Float32Array;
  /** Per class the rows to learn against, from `findOpponents`; those not chosen are passed over. */
  readonly opponents: readonly Int32Array[];
}

/** `weights[feature * classCount + class]`; what a class says of a row is the weighted sum plus `OFFSET`. */
export type LinearWeights = Float32Array;

export const OFFSET = -1;

const COST = 1;
const PASSES = 8;
const SETTLED = 0.02;
const OPPONENTS = 600;
/** A feature in more rows than this says little about likeness. */
const COMMON_ROWS = 20;
const COMMON_SHARE = 0.1;

/** Trains every class that has chosen rows; the others keep zero weights. */
export function trainOneVsRest(set: TrainingSet): LinearWeights {
  const { featureCount, classCount, labels } = set;
  const weights = new Float32Array(featureCount * classCount);
  const squares = squareLengths(set);
  const isChosen = new Uint8Array(labels.length);
  const rowsOf = Array.from({ length: classCount }, (): number[] => []);
  for (const row of set.chosen) {
    isChosen[row] = 1;
    rowsOf[labels[row] ?? 0]?.push(row);
  }
  const own = new Float64Array(featureCount);
  const alpha = new Float64Array(labels.length);
  rowsOf.forEach((rows, label) => {
    if (rows.length === 0) return;
    const against = (set.opponents[label] ?? new Int32Array(0)).filter((row) => isChosen[row] === 1);
    own.fill(0);
    alpha.fill(0);
    trainOne(set, squares, Int32Array.from([...rows, ...against]), own, alpha, label);
    for (let f = 0; f < featureCount; f += 1) {
      const weight = own[f] ?? 0;
      if (weight !== 0) weights[f * classCount + label] = weight;
    }
  });
  return weights;
}

function squareLengths(set: TrainingSet): Float64Array {
  const { starts, values } = set.rows;
  const squares = new Float64Array(starts.length - 1);
  for (const row of set.chosen) {
    let sum = 0;
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) sum += (values[k] ?? 0) ** 2;
    squares[row] = sum;
  }
  return squares;
}

type ComparisonSet = Omit<TrainingSet, 'opponents' | 'chosen'> & { readonly kinds: Uint8Array };

/**
 * For every class the rows of other classes that look most like it, likest first: by their product with the sum of the
 * class's rows, over words that few rows hold. Good for any subset of the rows, so it is found once.
 */
export function findOpponents(set: ComparisonSet, count = OPPONENTS): Int32Array[] {
  const { starts, indices, values } = set.rows;
  const { labels, classCount, featureCount } = set;
  const holders = new Int32Array(featureCount);
  for (let k = 0; k < indices.length; k += 1) {
    const feature = indices[k] ?? 0;
    holders[feature] = (holders[feature] ?? 0) + 1;
  }
  const common = Math.max(COMMON_ROWS, COMMON_SHARE * labels.length);
  const centres: (Map<number, number> | undefined)[] = [];
  for (let row = 0; row < labels.length; row += 1) {
    const label = labels[row] ?? 0;
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) {
      const feature = indices[k] ?? 0;
      if (set.kinds[feature] === CHARACTERS || (holders[feature] ?? 0) > common) continue;
      const centre = centres[feature] ?? new Map<number, number>();
      centres[feature] = centre;
      centre.set(label, (centre.get(label) ?? 0) + (set.importance[row] ?? 1) * (values[k] ?? 0));
    }
  }
  const likeness = Array.from({ length: classCount }, () => new Float32Array(labels.length));
  for (let row = 0; row < labels.length; row += 1) {
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) {
      const value = values[k] ?? 0;
      for (const [label, weight] of centres[indices[k] ?? 0] ?? []) {
        const line = likeness[label];
        if (line !== undefined) line[row] = (line[row] ?? 0) + value * weight;
      }
    }
  }
  return likeness.map((line, label) => {
    const least = leastOfBest(line, labels, label, count);
    const others = Int32Array.from(
      labels
        .keys()
        .filter((row) => labels[row] !== label && (line[row] ?? 0) > 0 && (line[row] ?? 0) >= least),
    );
    return others.sort((x, y) => (line[y] ?? 0) - (line[x] ?? 0) || x - y).slice(0, count);
  });
}

/** The value of the `count`-th best row of other classes, so that only the best ones are put in order. */
function leastOfBest(line: Float32Array, labels: Int32Array, label: number, count: number): number {
  const values = line.filter((_, row) => labels[row] !== label).sort();
  return values[values.length - count] ?? 0;
}

function trainOne(
  set: TrainingSet,
  squares: Float64Array,
  order: Int32Array,
  weight: Float64Array,
  alpha: Float64Array,
  label: number,
): void {
  const { starts, indices, values } = set.rows;
  const { labels, importance } = set;
  let random = 12_345 + label;
  for (let pass = 0; pass < PASSES; pass += 1) {
    let largest = 0;
    for (let i = pass === 0 ? order.length : 0; i < order.length - 1; i += 1) {
      random = (Math.imul(random, 1_103_515_245) + 12_345) & 0x7fffffff;
      const j = i + ((random >>> 8) % (order.length - i));
      const swapped = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = swapped;
    }
    for (let s = 0; s < order.length; s += 1) {
      const row = order[s] ?? 0;
      const sign = labels[row] === label ? 1 : -1;
      const from = starts[row] ?? 0;
      const to = starts[row + 1] ?? 0;
      let score = OFFSET;
      for (let k = from; k < to; k += 1) score += (values[k] ?? 0) * (weight[indices[k] ?? 0] ?? 0);
      const softness = 0.5 / (COST * (importance[row] ?? 1));
      const before = alpha[row] ?? 0;
      const gradient = sign * score - 1 + before * softness;
      if (before === 0 && gradient >= 0) continue;
      const after = Math.max(before - gradient / ((squares[row] ?? 1) + softness), 0);
      alpha[row] = after;
      const step = (after - before) * sign;
      if (Math.abs(step) > largest) largest = Math.abs(step);
      for (let k = from; k < to; k += 1) {
        const f = indices[k] ?? 0;
        weight[f] = (weight[f] ?? 0) + step * (values[k] ?? 0);
      }
    }
    if (largest < SETTLED) break;
  }
}
