/**
 * The shortest interviews, per programme: how many questions somebody is asked who says nothing beforehand, over all ways
 * to answer alike; and how long it takes to work out what to ask next, cold and warm.
 */
import { createAnswerSpace } from '../src/eligibility/answer-space.ts';
import { createInterview } from '../src/eligibility/interview.ts';
import { readRules } from '../src/eligibility/rule-source.ts';
import { createSaidReader } from '../src/eligibility/said.ts';
import { printTable } from './table.ts';

const thisYear = new Date().getFullYear();
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const started = performance.now();
const { problems, programmes } = readRules();
print(`rules of ${programmes.length} programmes read in ${(performance.now() - started).toFixed(0)} ms`);
if (problems.length > 0) throw new Error(JSON.stringify(problems));

/** The middle one; of an even number the mean of the two. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
}

const head = ['programme', 'year', 'facts', 'answers', 'median', 'mean', 'most', 'first ms', 'next ms'];
const rows: string[][] = [];
for (const programme of programmes) {
  const ends = programme.rules.map((rule) => rule.until ?? thisYear);
  // A programme of the past is measured in its last year of its own.
  const isPast = programme.rules.some((rule) => rule.outcome === 'historical');
  const year = isPast ? Math.min(...ends.filter((end) => end < thisYear)) : thisYear;
  for (const measured of isPast ? [year, year + 1] : [year]) {
    const cold = performance.now();
    const space = createAnswerSpace(programme, measured);
    const interview = createInterview(space);
    interview.next({});
    const first = performance.now() - cold;
    const lengths = interview.lengths();
    const warm = performance.now();
    for (let n = 0; n < 100; n += 1) interview.next({});
    const next = (performance.now() - warm) / 100;
    const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
    rows.push([
      programme.id,
      String(measured),
      String(space.asked.length),
      String(lengths.length),
      String(median(lengths)),
      mean.toFixed(2),
      String(Math.max(...lengths)),
      first.toFixed(1),
      next.toFixed(2),
    ]);
    if (space.asked.length <= 6 && median(lengths) > 4)
      throw new Error(`${programme.id} ${measured}: the median of ${median(lengths)} questions is above 4`);
  }
}
printTable('Questions asked of somebody who says nothing beforehand', head, rows);

const made = performance.now();
const readers = programmes.map(createSaidReader);
print(`\nreaders of free sentences made in ${(performance.now() - made).toFixed(0)} ms`);
const sentence = 'umur 43, masih pkh, punya warung, siap lepas bansos, tidak ada lansia di rumah';
const reading = performance.now();
for (let n = 0; n < 100; n += 1) for (const read of readers) read(sentence);
print(`one sentence read for all programmes in ${((performance.now() - reading) / 100).toFixed(2)} ms`);
