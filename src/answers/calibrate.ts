/**
 * Turns the raw signals of a match into a probability that the match is right: a logistic regression fitted when the
 * index is built, from the knowledge alone. Must not know where the signals come from.
 */

/** `offset + Σ weights[i] · signal[i]` through the logistic curve. Signals as in the order they were fitted. */
export interface Calibration {
  readonly offset: number;
  readonly weights: readonly number[];
}

export interface Sample {
  readonly signals: readonly number[];
  readonly right: boolean;
  /** How much this sample counts. */
  readonly weight: number;
}

const RIDGE = 1e-2;
const STEPS = 30;
const ENOUGH = 40;

/** Probability from 0 to 1. */
export function toConfidence(calibration: Calibration, signals: ArrayLike<number>): number {
  let sum = calibration.offset;
  for (let i = 0; i < calibration.weights.length; i += 1)
    sum += (calibration.weights[i] ?? 0) * (signals[i] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits by Newton's method on standardised signals with a small ridge. From too few samples of either kind nothing can be
 * learnt, and `fallback` is returned.
 */
export function fitCalibration(samples: readonly Sample[], fallback: Calibration): Calibration {
  const width = samples[0]?.signals.length ?? 0;
  const right = samples.filter((sample) => sample.right).length;
  if (right < ENOUGH || samples.length - right < ENOUGH) return fallback;
  const { means, spreads } = standardise(samples, width);
  const size = width + 1;
  const rows = samples.map((sample) => [
    1,
    ...sample.signals.map((value, i) => (value - (means[i] ?? 0)) / (spreads[i] ?? 1)),
  ]);
  const beta = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    samples.forEach((sample, at) => {
      const row = rows[at] ?? [];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, i) => sum + value * (beta[i] ?? 0), 0)));
      const error = sample.weight * ((sample.right ? 1 : 0) - p);
      const curve = Math.max(sample.weight * p * (1 - p), 1e-9);
      for (let i = 0; i < size; i += 1) {
        gradient[i] = (gradient[i] ?? 0) + error * (row[i] ?? 0);
        const line = hessian[i] ?? [];
        for (let j = 0; j < size; j += 1) line[j] = (line[j] ?? 0) + curve * (row[i] ?? 0) * (row[j] ?? 0);
      }
    });
    for (let i = 0; i < size; i += 1) {
      const line = hessian[i] ?? [];
      const ridge = RIDGE * samples.length * (i === 0 ? 1e-3 : 1);
      gradient[i] = (gradient[i] ?? 0) - ridge * (beta[i] ?? 0);
      line[i] = (line[i] ?? 0) + ridge;
    }
    const change = solve(hessian, gradient);
    for (let i = 0; i < size; i += 1) beta[i] = (beta[i] ?? 0) + (change[i] ?? 0);
    if (change.every((value) => Math.abs(value) < 1e-7)) break;
  }
  const weights = Array.from({ length: width }, (_, i) => (beta[i + 1] ?? 0) / (spreads[i] ?? 1));
  const offset = weights.reduce((sum, weight, i) => sum - weight * (means[i] ?? 0), beta[0] ?? 0);
  return { offset, weights };
}

function standardise(samples: readonly Sample[], width: number): { means: number[]; spreads: number[] } {
  const total = samples.reduce((sum, sample) => sum + sample.weight, 0);
  const means = Array.from(
    { length: width },
    (_, i) => samples.reduce((sum, sample) => sum + sample.weight * (sample.signals[i] ?? 0), 0) / total,
  );
  const spreads = means.map((mean, i) => {
    const variance =
      samples.reduce((sum, s) => sum + s.weight * ((s.signals[i] ?? 0) - mean) ** 2, 0) / total;
    return Math.sqrt(variance) || 1;
  });
  return { means, spreads };
}

/** Gaussian elimination with pivoting; the matrix is small, symmetric and made definite by the ridge. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((line, i) => [...line, right[i] ?? 0]);
  const size = rows.length;
  for (let col = 0; col < size; col += 1) {
    let best = col;
    for (let r = col + 1; r < size; r += 1) {
      if (Math.abs(rows[r]?.[col] ?? 0) > Math.abs(rows[best]?.[col] ?? 0)) best = r;
    }
    const pivot = rows[best] ?? [];
    rows[best] = rows[col] ?? [];
    rows[col] = pivot;
    for (let r = 0; r < size; r += 1) {
      if (r === col) continue;
      const line = rows[r] ?? [];
      const factor = (line[col] ?? 0) / (pivot[col] ?? 1);
      for (let k = col; k <= size; k += 1) line[k] = (line[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return rows.map((line, i) => (line[size] ?? 0) / (line[i] ?? 1));
}
