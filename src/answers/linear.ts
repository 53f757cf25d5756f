/**
 * A linear support vector machine, one class against the rest, trained by dual coordinate descent (Hsieh and others,
 * 2008: squared hinge loss). Two liberties make it fast enough for a start: the offset is fixed at -1, so that a row that
 * shares nothing with a class needs no work, and each class learns only against the rows most like it.
 * Deterministic: the same rows in the same order give the same weights.
 */
import type { SparseRows } from './features.ts';

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
}

/** `weights[feature * classCount + class]`; what a class says of a row is the weighted sum plus `OFFSET`. */
export type LinearWeights = Float32Array;

export const OFFSET = -1;

export interface TrainingOptions {
  readonly cost: number;
  readonly passes: number;
  /** Rows of other classes that each class learns against. */
  readonly opponents: number;
}

const DEFAULTS: TrainingOptions = { cost: 1, passes: 8, opponents: 200 };
const SETTLED = 0.02;

/** Trains every class that has rows; the others keep zero weights. */
export function trainOneVsRest(set: TrainingSet, options: TrainingOptions = DEFAULTS): LinearWeights {
  const { featureCount, classCount } = set;
  const weights = new Float32Array(featureCount * classCount);
  const likeness = compareWithCentres(set);
  const squares = squareLengths(set);
  const own = new Float64Array(featureCount);
  const alpha = new Float64Array(set.labels.length);
  for (let label = 0; label < classCount; label += 1) {
    const order = chooseRows(set, likeness, label, options.opponents);
    if (set.labels[order[0] ?? -1] !== label) continue;
    own.fill(0);
    alpha.fill(0);
    trainOne(set, squares, order, own, alpha, label, options);
    for (let f = 0; f < featureCount; f += 1) {
      const weight = own[f] ?? 0;
      if (weight !== 0) weights[f * classCount + label] = weight;
    }
  }
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

/** How much each chosen row looks like each class: its product with the sum of the class's rows. */
function compareWithCentres(set: TrainingSet): Float32Array {
  const { starts, indices, values } = set.rows;
  const { classCount, labels, chosen } = set;
  const centres = new Float32Array(set.featureCount * classCount);
  for (const row of chosen) {
    const label = labels[row] ?? 0;
    const importance = set.importance[row] ?? 1;
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) {
      const at = (indices[k] ?? 0) * classCount + label;
      centres[at] = (centres[at] ?? 0) + importance * (values[k] ?? 0);
    }
  }
  const likeness = new Float32Array(chosen.length * classCount);
  for (let i = 0; i < chosen.length; i += 1) {
    const row = chosen[i] ?? 0;
    const line = i * classCount;
    for (let k = starts[row] ?? 0; k < (starts[row + 1] ?? 0); k += 1) {
      const value = values[k] ?? 0;
      const from = (indices[k] ?? 0) * classCount;
      for (let c = 0; c < classCount; c += 1) {
        likeness[line + c] = (likeness[line + c] ?? 0) + value * (centres[from + c] ?? 0);
      }
    }
  }
  return likeness;
}

/** The class's own rows, then the rows of others that look most like it. */
function chooseRows(set: TrainingSet, likeness: Float32Array, label: number, opponents: number): Int32Array {
  const own: number[] = [];
  const others: number[] = [];
  set.chosen.forEach((row, i) => {
    (set.labels[row] === label ? own : others).push(i);
  });
  const like = (i: number): number => likeness[i * set.classCount + label] ?? 0;
  others.sort((a, b) => like(b) - like(a) || a - b);
  return Int32Array.from([...own, ...others.slice(0, opponents)], (i) => set.chosen[i] ?? 0);
}

function trainOne(
  set: TrainingSet,
  squares: Float64Array,
  order: Int32Array,
  weight: Float64Array,
  alpha: Float64Array,
  label: number,
  { cost, passes }: TrainingOptions,
): void {
  const { starts, indices, values } = set.rows;
  const { labels, importance } = set;
  let random = 12_345 + label;
  for (let pass = 0; pass < passes; pass += 1) {
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
      const softness = 0.5 / (cost * (importance[row] ?? 1));
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
