/**
 * Measures the answer engine on the shipped knowledge, beside nlp.js and plain BM25 on the same topics and questions in
 * the same run: accuracy, wrong and out-of-scope answers, time to build, to load, to answer, memory; and the desk's
 * grouping of what could not be answered.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createDeskKnowledge } from '../src/answers/desk-knowledge.ts';
import { crossValidate, rowSchema } from '../src/answers/evaluate.ts';
import { loadKnowledge } from '../src/answers/knowledge.ts';
import { openAnswers } from '../src/answers/live.ts';
import { LANGUAGES, type Lang, type Topic } from '../src/answers/topic.ts';
import type { Understanding } from '../src/answers/understand.ts';
import { createNoteAsked } from '../src/desk/note-asked.ts';
import { openSqlite } from '../src/store/index.ts';
import { createNlpJs, createPlainSearch, type Peer } from './answer-peers.ts';
import { printTable, quantile } from './table.ts';

const FOLDS = 5;
/** What this machine must keep. */
const limits = { answerMs: 5, loadMs: 100, buildMs: 1_500, memoryMb: 60 } as const;

const root = join(import.meta.dirname, '..');
const knowledge = join(root, 'knowledge');
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const ms = (value: number): string => `${value.toFixed(value < 10 ? 3 : 0)} ms`;

async function readRows(name: string): Promise<ReturnType<typeof rowSchema.parse>[]> {
  const text = await readFile(join(root, 'test/answers', name), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

interface Question {
  readonly text: string;
  readonly lang: Lang;
  /** Empty for what no topic answers. */
  readonly topic: string;
}

interface Seen {
  readonly first: boolean;
  readonly three: boolean;
  readonly outOfScope: boolean;
  readonly score: number;
}

const inScope = (seen: readonly Seen[]): readonly Seen[] => seen.filter((one) => !one.outOfScope);

/** Of `seen`, what is answered automatically from a score on. */
function row(name: string, seen: readonly Seen[], isAnswered: (one: Seen) => boolean, p99: string): string[] {
  const known = inScope(seen);
  const unknown = seen.filter((one) => one.outOfScope);
  const answered = known.filter(isAnswered);
  return [
    name,
    percent(known.filter((one) => one.first).length, known.length),
    percent(known.filter((one) => one.three).length, known.length),
    percent(answered.length, known.length),
    percent(answered.filter((one) => !one.first).length, known.length),
    percent(unknown.filter(isAnswered).length, unknown.length),
    p99,
  ];
}

/** The score at which a peer answers as many questions by itself as ours: the kindest comparison for it. */
function matching(seen: readonly Seen[], answered: number): number {
  const scores = inScope(seen)
    .map((one) => one.score)
    .sort((a, b) => b - a);
  return scores[Math.max(0, answered - 1)] ?? Number.POSITIVE_INFINITY;
}

async function askPeer(
  peer: Peer,
  questions: readonly Question[],
): Promise<{ seen: Seen[]; times: number[] }> {
  const seen: Seen[] = [];
  const times: number[] = [];
  for (const { lang, text, topic } of questions) {
    const start = performance.now();
    const { score, topics } = await peer.ask(text, lang);
    times.push(performance.now() - start);
    seen.push({
      first: topics[0] === topic,
      three: topics.slice(0, 3).includes(topic),
      outOfScope: topic === '',
      score,
    });
  }
  return { seen, times };
}

/** Ours as a peer: 1 or 0 for "answers by itself". */
const asPeer = (understanding: Understanding): Peer => ({
  name: 'Dayabot',
  threshold: 1,
  ask(text, lang) {
    const { outcome, topic } = understanding.ask(text, { lang });
    const ranked = understanding.rank(text, 3);
    return {
      topics: topic === null ? ranked : [topic, ...ranked.filter((one) => one !== topic)],
      score: outcome === 'answered' ? 1 : 0,
    };
  },
});

async function compare(understanding: Understanding, topics: readonly Topic[]): Promise<void> {
  const canonicalOf = new Map(
    topics.flatMap((topic) => topic.aliases.map((alias) => [alias, topic.id] as const)),
  );
  const toQuestion = (one: ReturnType<typeof rowSchema.parse>): Question => ({
    text: one.text,
    lang: understanding.detect(one.text) ?? 'id',
    topic: 'topic' in one ? (canonicalOf.get(one.topic) ?? one.topic) : '',
  });
  const practice = (await readRows('practice.jsonl')).map(toQuestion);
  const outOfScope = (await readRows('out-of-scope.jsonl')).map(toQuestion);
  const questions = [...practice, ...outOfScope];
  const ours = await askPeer(asPeer(understanding), questions);
  const answered = inScope(ours.seen).filter((one) => one.score >= 1).length;
  const rows = [row('Dayabot', ours.seen, (one) => one.score >= 1, ms(quantile(ours.times, 0.99)))];
  const remarks: string[] = [];
  for (const create of [createNlpJs, async (all: readonly Topic[]) => createPlainSearch(all)]) {
    try {
      const start = performance.now();
      const peer = await create(topics);
      remarks.push(`${peer.name}: ready after ${ms(performance.now() - start)}`);
      const { seen, times } = await askPeer(peer, questions);
      const p99 = ms(quantile(times, 0.99));
      const { threshold } = peer;
      if (threshold !== undefined)
        rows.push(row(`${peer.name}, its default ${threshold}`, seen, (one) => one.score >= threshold, p99));
      const same = matching(seen, answered);
      rows.push(row(`${peer.name}, answering as many`, seen, (one) => one.score >= same, p99));
    } catch (error) {
      remarks.push(`not measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  printTable(
    `answers: ${practice.length} questions people asked, ${outOfScope.length} out of scope, ${topics.length} topics`,
    ['engine', 'right first', 'among three', 'automatic', 'wrong automatic', 'out of scope answered', 'p99'],
    rows,
  );
  for (const remark of remarks) console.log(remark);
}

const collect = (): void => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};
const heldMb = (): number => {
  collect();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (arrayBuffers + heapUsed) / 1e6;
};

/** Opening from nothing, with how long the main thread stood still meanwhile, and opening from the cache. */
async function openTwice(folder: string) {
  const cacheFile = join(folder, 'answers.index');
  const before = heldMb();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begin = performance.now();
  const cpuBefore = process.cpuUsage();
  await openAnswers({ folder: knowledge, cacheFile });
  const buildMs = performance.now() - begin;
  const cpu = process.cpuUsage(cpuBefore);
  delay.disable();
  const loads: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    await openAnswers({ folder: knowledge, cacheFile });
    loads.push(performance.now() - start);
  }
  const live = await openAnswers({ folder: knowledge, cacheFile });
  const store = openSqlite(join(folder, 'answers.db'));
  const times: number[] = [];
  const questions = live.topics.flatMap((topic) => LANGUAGES.flatMap((lang) => topic.questions[lang]));
  for (let round = 0; round < 4; round += 1)
    for (const question of questions) {
      const from = performance.now();
      // As in a turn: first whether staff adopted something meanwhile.
      await live.refresh(store.read);
      live.answering.answer(`${question} kak ya`, { lang: 'id' });
      if (round > 0) times.push(performance.now() - from);
    }
  await store.close();
  return {
    live,
    times,
    buildMs,
    buildCpuMs: (cpu.user + cpu.system) / 1_000,
    loadMs: quantile(loads, 0.5),
    blockedMs: delay.max / 1e6,
    memoryMb: heldMb() - before,
  };
}

/** Questions nobody can answer, one after the other, as the desk groups them. */
async function groupAll(folder: string, live: Awaited<ReturnType<typeof openAnswers>>): Promise<void> {
  const store = openSqlite(join(folder, 'desk.db'));
  const note = createNoteAsked(createDeskKnowledge(live));
  const texts = [...(await readRows('practice.jsonl')), ...(await readRows('out-of-scope.jsonl'))].map(
    (one) => one.text,
  );
  const times: number[] = [];
  const groups = new Set<string>();
  const now = Date.now();
  for (const [at, text] of texts.entries()) {
    const start = performance.now();
    const group = await store.write((tx) =>
      note(tx, {
        text,
        lang: live.answering.detect(text) ?? 'id',
        outcome: 'unanswered',
        conversation: `bench|private|${at}|`,
        account: `bench|${at}`,
        address: { platform: 'bench', place: String(at), kind: 'private' },
        now,
      }),
    );
    times.push(performance.now() - start);
    if (group !== undefined) groups.add(group);
  }
  await store.close();
  const last = times.slice(-200);
  printTable(
    'the desk: questions kept and grouped, each in a write of its own',
    ['questions', 'groups', 'p50 with all of them there', 'p99'],
    [[String(texts.length), String(groups.size), ms(quantile(last, 0.5)), ms(quantile(last, 0.99))]],
  );
}

const { topics, lexicon, problems } = await loadKnowledge(knowledge);
for (const problem of problems) console.log(`  ${problem.file}:${problem.line ?? 0} ${problem.reason}`);
const folder = await mkdtemp(join(tmpdir(), 'bench-answers-'));
const opened = await openTwice(folder);
const { blockedMs, buildCpuMs, buildMs, live, loadMs, memoryMb, times } = opened;
const p99 = quantile(times, 0.99);
const kept = (value: number, limit: number): string => (value < limit ? 'kept' : 'MISSED');
printTable(
  `answers: in the process, ${topics.length} topics`,
  ['what', 'measured', 'limit', ''],
  [
    ['one answer, p50', ms(quantile(times, 0.5)), '', ''],
    ['one answer, p99', ms(p99), ms(limits.answerMs), kept(p99, limits.answerMs)],
    ['index from the cache, p50 of 5', ms(loadMs), ms(limits.loadMs), kept(loadMs, limits.loadMs)],
    ['index built in a worker', ms(buildMs), ms(limits.buildMs), kept(buildMs, limits.buildMs)],
    ['work of all threads for that', ms(buildCpuMs), '', ''],
    ['main thread held up meanwhile', ms(blockedMs), '', ''],
    [
      'memory held by the answers',
      `${memoryMb.toFixed(1)} MB`,
      `${limits.memoryMb} MB`,
      kept(memoryMb, limits.memoryMb),
    ],
  ],
);
// Others at work on the same cores make every time longer; accuracy and memory stay.
console.log(`load of the machine ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores`);
await compare(live.understanding, topics);

const known = crossValidate(topics, FOLDS, { lexicon });
const { unknown } = crossValidate(topics, FOLDS, { lexicon, leaveOut: true });
const { tally } = known;
printTable(
  `answers: cross-validation over the topics' own ${tally.rows} phrasings, ${FOLDS} folds`,
  ['right first', 'among three', 'automatic', 'wrong automatic', 'unknown topics answered'],
  [
    [
      percent(tally.rightFirst, tally.rows),
      percent(tally.amongThree, tally.rows),
      percent(tally.answered, tally.rows),
      percent(tally.wrongAnswers, tally.rows),
      percent(unknown.answered, unknown.rows),
    ],
  ],
);
for (const swap of known.swaps.filter((entry) => entry.share >= 0.1))
  console.log(`  ${swap.from} → ${swap.to} ${percent(swap.share, 1)}`);

await groupAll(folder, live);

await rm(folder, { recursive: true });
