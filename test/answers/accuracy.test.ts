import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { crossValidate, evaluate, rowSchema } from '../../src/answers/evaluate.ts';
import { type Knowledge, loadKnowledge } from '../../src/answers/knowledge.ts';
import { createUnderstanding, type Understanding } from '../../src/answers/understand.ts';
import { createTopic, KNOWLEDGE } from './fixture-topics.ts';

async function readRows(name: string): Promise<ReturnType<typeof rowSchema.parse>[]> {
  const text = await readFile(join(import.meta.dirname, name), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => rowSchema.parse(JSON.parse(line)));
}

let knowledge: Knowledge;
let understanding: Understanding;
let practice: { text: string; topic: string }[];

beforeAll(async () => {
  knowledge = await loadKnowledge(KNOWLEDGE);
  understanding = createUnderstanding(knowledge.topics, { lexicon: knowledge.lexicon });
  const canonical = new Map(
    knowledge.topics.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [name, id] as const)),
  );
  practice = (await readRows('practice.jsonl')).flatMap((row) => {
    const topic = 'topic' in row ? canonical.get(row.topic) : undefined;
    return topic === undefined ? [] : [{ text: row.text, topic }];
  });
}, 60_000);

const shareOf = (right: number, all: number): number => right / Math.max(1, all);

describe('the shipped knowledge', () => {
  it('loads without a problem', () => {
    expect(knowledge.problems).toEqual([]);
  });

  it('holds no practice question among its phrasings, so that they measure something', () => {
    const known = new Set(
      knowledge.topics.flatMap(({ questions }) =>
        [...questions.id, ...questions.en].map((q) => q.toLowerCase()),
      ),
    );
    expect(practice.filter(({ text }) => known.has(text.toLowerCase()))).toEqual([]);
  });

  it('puts the right topic first for questions people ask, and is rarely sure and wrong', () => {
    const ranked = practice.map(({ text, topic }) => ({
      topic,
      got: understanding.ask(text),
      best: understanding.rank(text, 3),
    }));
    const first = ranked.filter(({ topic, got, best }) => (got.topic ?? best[0]) === topic);
    const three = ranked.filter(({ topic, best }) => best.includes(topic));
    const wrong = ranked.filter(({ topic, got }) => got.outcome === 'answered' && got.topic !== topic);
    expect(shareOf(first.length, practice.length)).toBeGreaterThanOrEqual(0.95);
    expect(shareOf(three.length, practice.length)).toBeGreaterThanOrEqual(0.98);
    expect(shareOf(wrong.length, practice.length)).toBeLessThanOrEqual(0.01);
  });

  it('seldom answers what has nothing to do with the programmes', async () => {
    const rows = await readRows('out-of-scope.jsonl');
    const { falseAnswers } = await evaluate(rows, (text) => understanding.ask(text));
    expect(shareOf(falseAnswers, rows.length)).toBeLessThanOrEqual(0.04);
  });

  it('finds unseen phrasings among all topics, and is rarely sure and wrong', () => {
    const { tally } = crossValidate(knowledge.topics, 3, { lexicon: knowledge.lexicon });
    expect(shareOf(tally.rightFirst, tally.rows)).toBeGreaterThanOrEqual(0.75);
    expect(shareOf(tally.amongThree, tally.rows)).toBeGreaterThanOrEqual(0.9);
    expect(shareOf(tally.wrongAnswers, tally.rows)).toBeLessThanOrEqual(0.02);
  }, 120_000);
});

describe('the same question in other clothes', () => {
  const keepsTopic = (change: (text: string) => string): number => {
    const known = practice.map(({ text }) => text);
    const same = known.filter(
      (text) => understanding.rank(change(text), 1)[0] === understanding.rank(text, 1)[0],
    );
    return shareOf(same.length, known.length);
  };

  it('is the same with "dong kak", capitals, or punctuation', () => {
    expect(keepsTopic((text) => `${text} dong kak`)).toBe(1);
    expect(keepsTopic((text) => text.toUpperCase())).toBe(1);
    expect(keepsTopic((text) => `Halo min, ${text}???`)).toBe(1);
  });

  it('mostly is the same with plain spelling, a typing slip, or the halves swapped', () => {
    const plain: Record<string, string> = {
      yg: 'yang',
      gmn: 'bagaimana',
      brp: 'berapa',
      sy: 'saya',
      udh: 'sudah',
      blm: 'belum',
      gak: 'tidak',
      dpt: 'dapat',
      klo: 'kalau',
    };
    expect(
      keepsTopic((text) => text.replace(/\p{L}+/gu, (word) => plain[word] ?? word)),
    ).toBeGreaterThanOrEqual(0.98);
    expect(
      keepsTopic((text) =>
        text.replace(/(\p{L}{6,})/u, (word) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`),
      ),
    ).toBeGreaterThanOrEqual(0.92);
    expect(
      keepsTopic((text) => {
        const words = text.split(' ');
        return [...words.slice(words.length / 2), ...words.slice(0, words.length / 2)].join(' ');
      }),
    ).toBeGreaterThanOrEqual(0.92);
  });

  it('hardly moves when a topic about something else is added', () => {
    const added = createTopic('farming.goat', {
      questions: {
        id: [
          'cara memelihara kambing etawa',
          'pakan kambing yang murah',
          'obat kambing kembung',
          'kandang kambing panggung',
          'susu kambing laku berapa',
        ],
        en: [
          'how to raise goats',
          'cheap feed for goats',
          'my goat is bloated',
          'goat pen on stilts',
          'price of goat milk',
        ],
      },
    });
    const more = createUnderstanding([...knowledge.topics, added], { lexicon: knowledge.lexicon });
    const moved = practice.filter(({ text }) => {
      const before = understanding.ask(text);
      const after = more.ask(text);
      return before.topic !== after.topic || before.outcome !== after.outcome;
    });
    expect(shareOf(moved.length, practice.length)).toBeLessThanOrEqual(0.02);
  }, 60_000);
});
