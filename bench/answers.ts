/**
 * Measures the answer engine on the shipped knowledge: accuracy by cross-validation beside plain BM25 on the same folds,
 * false answers out of scope, time to build, to load from the cache and to answer.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { crossValidate, evaluate, rowSchema, toTable } from '../src/answers/evaluate.ts';
import { decodeModel, encodeModel } from '../src/answers/index-cache.ts';
import { loadKnowledge } from '../src/answers/knowledge.ts';
import { buildModel } from '../src/answers/model.ts';
import { LANGUAGES, type Topic } from '../src/answers/topic.ts';
import { openModel } from '../src/answers/understand.ts';

const FOLDS = 5;
const root = join(import.meta.dirname, '..');
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function plainSearch(topics: readonly Topic[]): { first: number; three: number; rows: number } {
  const result = { first: 0, three: 0, rows: 0 };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const search = new MiniSearch({ fields: ['text'], storeFields: ['topic'] });
    let id = 0;
    for (const topic of topics) {
      for (const lang of LANGUAGES) {
        topic.questions[lang].forEach((text, i) => {
          id += 1;
          if (i % FOLDS !== fold) search.add({ id, text, topic: topic.id });
        });
      }
    }
    for (const topic of topics) {
      for (const text of LANGUAGES.flatMap((lang) =>
        topic.questions[lang].filter((_, i) => i % FOLDS === fold),
      )) {
        const ranked = [...new Set(search.search(text).map((hit) => String(hit.topic)))];
        result.rows += 1;
        if (ranked[0] === topic.id) result.first += 1;
        if (ranked.slice(0, 3).includes(topic.id)) result.three += 1;
      }
    }
  }
  return result;
}

async function readRows(name: string): Promise<ReturnType<typeof rowSchema.parse>[]> {
  const text = await readFile(join(root, 'test/answers', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

const { topics, lexicon, problems } = await loadKnowledge(join(root, 'knowledge'));
const questions = topics.flatMap((topic) => LANGUAGES.flatMap((lang) => topic.questions[lang]));
print(`${topics.length} topics, ${questions.length} phrasings, ${problems.length} problems`);
for (const problem of problems) print(`  ${problem.file}:${problem.line ?? 0} ${problem.reason}`);

const buildStart = performance.now();
const model = buildModel(topics, lexicon);
print(`build ${(performance.now() - buildStart).toFixed(0)} ms, ${model.vocabulary.size} features`);
const bytes = encodeModel(model, 'bench', { topics, problems });
const loadStart = performance.now();
const loaded = decodeModel(bytes, 'bench');
const understanding = openModel(loaded ?? model);
print(`cache ${(bytes.length / 1e6).toFixed(1)} MB, load ${(performance.now() - loadStart).toFixed(1)} ms`);

const times: number[] = [];
for (let round = 0; round < 4; round += 1) {
  for (const question of questions) {
    const start = performance.now();
    understanding.ask(`${question} kak ya`);
    if (round > 0) times.push(performance.now() - start);
  }
}
times.sort((a, b) => a - b);
const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(3)} ms`;
print(`latency p50 ${at(0.5)}, p99 ${at(0.99)}`);

const known = crossValidate(topics, FOLDS, { lexicon });
const { tally } = known;
print(`cross-validation, ${FOLDS} folds, ${tally.rows} questions`);
print(
  `  engine  right first ${percent(tally.rightFirst, tally.rows)}, among three ${percent(tally.amongThree, tally.rows)}, ` +
    `answered ${percent(tally.answered, tally.rows)}, wrong automatic ${percent(tally.wrongAnswers, tally.rows)}`,
);
const plain = plainSearch(topics);
print(
  `  BM25    right first ${percent(plain.first, plain.rows)}, among three ${percent(plain.three, plain.rows)}`,
);
const { unknown } = crossValidate(topics, FOLDS, { lexicon, leaveOut: true });
print(`  unknown topics answered ${percent(unknown.answered, unknown.rows)} of ${unknown.rows}`);
for (const swap of known.swaps.filter((entry) => entry.share >= 0.1)) {
  print(`  ${swap.from} → ${swap.to} ${percent(swap.share, 1)}`);
}

const canonicalOf = new Map(
  topics.flatMap((topic) => topic.aliases.map((alias) => [alias, topic.id] as const)),
);
for (const name of ['practice.jsonl', 'out-of-scope.jsonl']) {
  const result = await evaluate(
    await readRows(name),
    (text) => understanding.ask(text),
    (id) => canonicalOf.get(id) ?? id,
  );
  print(`${name}\n${toTable(result)}`);
}
