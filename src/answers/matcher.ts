/**
 * Scores one vector against all topics: the linear model and the nearest phrasing together. Works in buffers of its own
 * and allocates nothing per question. Must not know about texts or files.
 */
import type { SparseRows } from './features.ts';
import { OFFSET } from './linear.ts';

/** For every feature the phrasings that hold it: phrasing p is `documents`, its topic `topicOf[p]`. */
export interface Postings {
  readonly starts: Int32Array;
  readonly documents: Uint16Array;
  readonly values: Float32Array;
  readonly topicOf: Int32Array;
}

export interface MatcherData {
  readonly topicCount: number;
  readonly featureCount: number;
  readonly weights: Int16Array | Float32Array;
  readonly weightUnit: number;
  readonly postings: Postings;
}

export interface Matcher {
  /** Scores the vector; what the other methods tell is about the last one scored. */
  match(indices: Int32Array, values: Float32Array, length: number): void;
  /** Adds to the score of one topic, before asking for the best. */
  raise(topic: number, by: number): void;
  best(): number;
  /** The topics with the highest scores, best first. */
  top(count: number): number[];
  score(topic: number): number;
  /** Evidence for a topic, in a fixed order and in a buffer that the next call overwrites. */
  signals(topic: number, knownShare: number, wordCount: number): Float64Array;
}

/** How much the nearest phrasing counts beside the linear model. */
const NEAREST_WEIGHT = 1;
const SIGNALS = 7;

/** Inverts the chosen rows. */
export function buildPostings(
  rows: SparseRows,
  chosen: Int32Array,
  featureCount: number,
  labels: Int32Array,
): Postings {
  const starts = new Int32Array(featureCount + 1);
  for (const row of chosen) {
    for (let k = rows.starts[row] ?? 0; k < (rows.starts[row + 1] ?? 0); k += 1) {
      const at = (rows.indices[k] ?? 0) + 1;
      starts[at] = (starts[at] ?? 0) + 1;
    }
  }
  for (let f = 0; f < featureCount; f += 1) starts[f + 1] = (starts[f + 1] ?? 0) + (starts[f] ?? 0);
  const next = starts.slice();
  const documents = new Uint16Array(starts[featureCount] ?? 0);
  const values = new Float32Array(documents.length);
  const topicOf = new Int32Array(chosen.length);
  chosen.forEach((row, document) => {
    topicOf[document] = labels[row] ?? 0;
    for (let k = rows.starts[row] ?? 0; k < (rows.starts[row + 1] ?? 0); k += 1) {
      const feature = rows.indices[k] ?? 0;
      const at = next[feature] ?? 0;
      next[feature] = at + 1;
      documents[at] = document;
      values[at] = rows.values[k] ?? 0;
    }
  });
  return { starts, documents, values, topicOf };
}

/** A matcher over one model. Not for concurrent use, which a single thread cannot have anyway. */
export function createMatcher(data: MatcherData): Matcher {
  const { topicCount, weights, weightUnit } = data;
  const { starts, documents, values: postingValues, topicOf } = data.postings;
  const linear = new Float64Array(topicCount);
  const nearest = new Float64Array(topicCount);
  const scores = new Float64Array(topicCount);
  const cosines = new Float64Array(topicOf.length);
  const out = new Float64Array(SIGNALS);

  const nextBest = (from: Float64Array, except: number): number => {
    let best = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < topicCount; t += 1) if (t !== except && (from[t] ?? 0) > best) best = from[t] ?? 0;
    return topicCount < 2 ? -1 : best;
  };

  return {
    match(indices, values, length) {
      linear.fill(0);
      nearest.fill(0);
      cosines.fill(0);
      for (let k = 0; k < length; k += 1) {
        const feature = indices[k] ?? 0;
        const value = values[k] ?? 0;
        const row = feature * topicCount;
        for (let t = 0; t < topicCount; t += 1)
          linear[t] = (linear[t] ?? 0) + value * (weights[row + t] ?? 0);
        const end = starts[feature + 1] ?? 0;
        for (let p = starts[feature] ?? 0; p < end; p += 1) {
          const document = documents[p] ?? 0;
          cosines[document] = (cosines[document] ?? 0) + value * (postingValues[p] ?? 0);
        }
      }
      for (let d = 0; d < cosines.length; d += 1) {
        const topic = topicOf[d] ?? 0;
        const cosine = cosines[d] ?? 0;
        if (cosine > (nearest[topic] ?? 0)) nearest[topic] = cosine;
      }
      for (let t = 0; t < topicCount; t += 1) {
        linear[t] = (linear[t] ?? 0) * weightUnit + OFFSET;
        scores[t] = (linear[t] ?? 0) + NEAREST_WEIGHT * (nearest[t] ?? 0);
      }
    },
    raise(topic, by) {
      scores[topic] = (scores[topic] ?? 0) + by;
    },
    best() {
      let best = 0;
      for (let t = 1; t < topicCount; t += 1) if ((scores[t] ?? 0) > (scores[best] ?? 0)) best = t;
      return best;
    },
    top(count) {
      const found: number[] = [];
      while (found.length < Math.min(count, topicCount)) {
        let best = -1;
        for (let t = 0; t < topicCount; t += 1) {
          if (!found.includes(t) && (best < 0 || (scores[t] ?? 0) > (scores[best] ?? 0))) best = t;
        }
        found.push(best);
      }
      return found;
    },
    score: (topic) => scores[topic] ?? 0,
    signals(topic, knownShare, wordCount) {
      out[0] = linear[topic] ?? 0;
      out[1] = (linear[topic] ?? 0) - nextBest(linear, topic);
      out[2] = nearest[topic] ?? 0;
      out[3] = (nearest[topic] ?? 0) - nextBest(nearest, topic);
      out[4] = knownShare;
      out[5] = Math.log(1 + wordCount);
      out[6] = (scores[topic] ?? 0) - nextBest(scores, topic);
      return out;
    },
  };
}
