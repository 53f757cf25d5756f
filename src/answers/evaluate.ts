/**
 * Measures how well questions find their topics: on a given set of rows, or by cross-validation over the topics' own
 * phrasings. Pure; files and printing belong to the caller.
 */
import { z } from 'zod';
import { LANGUAGES, type Topic } from './topic.ts';
import { createUnderstanding, type UnderstandingOptions } from './understand.ts';

const regex = z.string().refine((source) => {
  try {
    return new RegExp(source, 'iu') !== undefined;
  } catch {
    return false;
  }
}, 'is not a regular expression');

/** One row of an evaluation file: a question with its topic, or with what its reply must and must not say. */
export const rowSchema = z.union([
  z.object({ text: z.string().min(1), topic: z.string().min(1), register: z.string().optional() }),
  z.object({
    text: z.string().min(1),
    must: z.array(regex).default([]),
    mustNot: z.array(regex).default([]),
    kind: z.enum(['answer', 'oos', 'sensitive']),
    register: z.string().optional(),
  }),
]);

export type EvaluationRow = z.infer<typeof rowSchema>;

/** What the assistant made of one text. `text` is its plain reply, where one is known. */
export interface Asked {
  readonly outcome: 'answered' | 'suggested' | 'unanswered' | 'guarded';
  readonly topic: string | null;
  readonly suggestions: readonly { readonly topic: string }[];
  readonly text?: string;
}

/** Counts; rates are for the reader to divide. */
export interface Tally {
  rows: number;
  rightFirst: number;
  amongThree: number;
  answered: number;
  /** Answered without asking back, and wrong. */
  wrongAnswers: number;
}

export interface Miss {
  readonly text: string;
  readonly expected: string;
  readonly got: string | null;
  readonly outcome: string;
}

export interface Evaluation {
  /** Rows that name a topic. */
  readonly topics: Tally;
  readonly perTopic: ReadonlyMap<string, Tally>;
  readonly perRegister: ReadonlyMap<string, Tally>;
  /** Rows by what the reply must say: how many there are and how many held. */
  readonly replies: Readonly<Record<'answer' | 'oos' | 'sensitive', { rows: number; right: number }>>;
  /** Out-of-scope rows that got an answer all the same. */
  readonly falseAnswers: number;
  readonly misses: readonly Miss[];
}

const newTally = (): Tally => ({ rows: 0, rightFirst: 0, amongThree: 0, answered: 0, wrongAnswers: 0 });

/**
 * Runs every row through `ask`. `canonical` turns an alias into the id of the topic that holds it. An `oos` row is right
 * when it is not answered and its patterns hold.
 */
export async function evaluate(
  rows: Iterable<EvaluationRow>,
  ask: (text: string) => Asked | Promise<Asked>,
  canonical: (topic: string) => string = (topic) => topic,
): Promise<Evaluation> {
  const topics = newTally();
  const perTopic = new Map<string, Tally>();
  const perRegister = new Map<string, Tally>();
  const replies = {
    answer: { rows: 0, right: 0 },
    oos: { rows: 0, right: 0 },
    sensitive: { rows: 0, right: 0 },
  };
  const misses: Miss[] = [];
  let falseAnswers = 0;
  for (const row of rows) {
    const got = await ask(row.text);
    if ('topic' in row) {
      const expected = canonical(row.topic);
      const tallies = [topics, tallyOf(perTopic, expected)];
      if (row.register !== undefined) tallies.push(tallyOf(perRegister, row.register));
      const right = got.topic === expected;
      const near = right || got.suggestions.slice(0, 3).some(({ topic }) => topic === expected);
      for (const tally of tallies) count(tally, right, near, got.outcome === 'answered');
      if (!right) misses.push({ text: row.text, expected, got: got.topic, outcome: got.outcome });
      continue;
    }
    const says = (pattern: string): boolean => new RegExp(pattern, 'iu').test(got.text ?? '');
    const answeredWrongly = row.kind === 'oos' && got.outcome === 'answered';
    const right = row.must.every(says) && !row.mustNot.some(says) && !answeredWrongly;
    replies[row.kind].rows += 1;
    if (right) replies[row.kind].right += 1;
    else misses.push({ text: row.text, expected: row.kind, got: got.topic, outcome: got.outcome });
    if (answeredWrongly) falseAnswers += 1;
  }
  return { topics, perTopic, perRegister, replies, falseAnswers, misses };
}

function tallyOf(map: Map<string, Tally>, key: string): Tally {
  const found = map.get(key) ?? newTally();
  map.set(key, found);
  return found;
}

function count(tally: Tally, right: boolean, near: boolean, answered: boolean): void {
  tally.rows += 1;
  if (right) tally.rightFirst += 1;
  if (near) tally.amongThree += 1;
  if (answered) tally.answered += 1;
  if (answered && !right) tally.wrongAnswers += 1;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** The evaluation as lines for a terminal, misses last. */
export function toTable(evaluation: Evaluation, missesShown = 50): string {
  const line = (name: string, t: Tally): string =>
    [
      name.padEnd(28),
      String(t.rows).padStart(6),
      share(t.rightFirst, t.rows).padStart(9),
      share(t.amongThree, t.rows).padStart(9),
      share(t.answered, t.rows).padStart(9),
      share(t.wrongAnswers, t.rows).padStart(9),
    ].join(' ');
  const lines = [`${''.padEnd(28)}   rows     right   in three  answered  wrong auto`];
  if (evaluation.topics.rows > 0) lines.push(line('all topics', evaluation.topics));
  for (const [register, tally] of evaluation.perRegister) lines.push(line(`register ${register}`, tally));
  for (const [topic, tally] of evaluation.perTopic)
    if (tally.rightFirst < tally.rows) lines.push(line(topic, tally));
  for (const [kind, { rows, right }] of Object.entries(evaluation.replies)) {
    if (rows > 0)
      lines.push(`${kind.padEnd(28)} ${String(rows).padStart(6)} ${share(right, rows).padStart(9)}`);
  }
  if (evaluation.replies.oos.rows > 0) lines.push(`false answers out of scope: ${evaluation.falseAnswers}`);
  for (const miss of evaluation.misses.slice(0, missesShown)) {
    lines.push(`  miss (${miss.outcome}) "${miss.text}" → ${miss.got ?? 'none'}, expected ${miss.expected}`);
  }
  const hidden = evaluation.misses.length - missesShown;
  if (hidden > 0) lines.push(`  … and ${hidden} more`);
  return lines.join('\n');
}

export interface CrossValidation {
  readonly tally: Tally;
  /** Questions of topics that the index did not hold, and how many of them got an answer or a suggestion. */
  readonly unknown: { readonly rows: number; readonly answered: number; readonly suggested: number };
  /** How often questions of one topic went first to another: `from>to` → count, with the topic's number of questions. */
  readonly swaps: readonly { readonly from: string; readonly to: string; readonly share: number }[];
  readonly misses: readonly Miss[];
}

/**
 * Each fold builds an index without a part of every topic's questions and asks those. With `leaveOut`, it is also without
 * one part of the topics, whose questions nobody should answer; that costs the kept topics their neighbours, so the
 * figures for known questions come from runs without it.
 */
export function crossValidate(
  topics: readonly Topic[],
  folds: number,
  options: UnderstandingOptions & { readonly leaveOut?: boolean },
): CrossValidation {
  const tally = newTally();
  const unknown = { rows: 0, answered: 0, suggested: 0 };
  const misses: Miss[] = [];
  const confusions = new Map<string, number>();
  for (let fold = 0; fold < folds; fold += 1) {
    const kept = options.leaveOut === true ? topics.filter((_, number) => number % folds !== fold) : topics;
    const learnt = options.leaveOut === true ? kept : kept.map((topic) => withoutFold(topic, fold, folds));
    const { ask, rank } = createUnderstanding(learnt, options);
    topics.forEach((topic, number) => {
      if (options.leaveOut === true && number % folds !== fold) return;
      for (const text of heldBack(topic, options.leaveOut === true ? undefined : { fold, folds })) {
        const got = ask(text);
        if (options.leaveOut === true) {
          unknown.rows += 1;
          if (got.outcome === 'answered') unknown.answered += 1;
          if (got.outcome === 'suggested') unknown.suggested += 1;
          continue;
        }
        const ranked = rank(text, 3);
        const first = got.topic ?? ranked[0] ?? '';
        const right = first === topic.id;
        count(tally, right, right || ranked.includes(topic.id), got.outcome === 'answered');
        if (right) continue;
        misses.push({ text, expected: topic.id, got: first, outcome: got.outcome });
        confusions.set(`${topic.id}>${first}`, (confusions.get(`${topic.id}>${first}`) ?? 0) + 1);
      }
    });
  }
  return { tally, unknown, swaps: toSwaps(confusions, topics), misses };
}

function toSwaps(
  confusions: ReadonlyMap<string, number>,
  topics: readonly Topic[],
): CrossValidation['swaps'] {
  const sizes = new Map(topics.map((t) => [t.id, t.questions.id.length + t.questions.en.length]));
  return [...confusions]
    .map(([pair, times]) => {
      const [from = '', to = ''] = pair.split('>');
      return { from, to, share: times / (sizes.get(from) ?? 1) };
    })
    .sort((a, b) => b.share - a.share);
}

function withoutFold(topic: Topic, fold: number, folds: number): Topic {
  const keep = (questions: readonly string[]): string[] => questions.filter((_, i) => i % folds !== fold);
  return { ...topic, questions: { id: keep(topic.questions.id), en: keep(topic.questions.en) } };
}

function heldBack(topic: Topic, part: { fold: number; folds: number } | undefined): string[] {
  return LANGUAGES.flatMap((lang) =>
    topic.questions[lang].filter((_, i) => part === undefined || i % part.folds === part.fold),
  );
}
