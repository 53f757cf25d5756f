import { describe, expect, it } from 'vitest';
import { type Asked, crossValidate, evaluate, rowSchema, toTable } from '../../src/answers/evaluate.ts';
import { FIXTURE_TOPICS, SMALL_LEXICON } from './fixture-topics.ts';

const ask = (text: string): Asked => {
  if (text === 'sure')
    return { outcome: 'answered', topic: 'a', suggestions: [{ topic: 'b' }], text: 'Rp500 tahun 2021' };
  if (text === 'unsure')
    return { outcome: 'suggested', topic: 'a', suggestions: [{ topic: 'a' }, { topic: 'b' }] };
  return { outcome: 'unanswered', topic: null, suggestions: [] };
};

describe('evaluating a set of questions', () => {
  it('counts right first, among three, answered and wrongly answered, by topic and register', async () => {
    const result = await evaluate(
      [
        { text: 'sure', topic: 'a', register: 'chat' },
        { text: 'sure', topic: 'b', register: 'formal' },
        { text: 'unsure', topic: 'b', register: 'chat' },
        { text: 'what', topic: 'old-name-of-a' },
      ],
      ask,
      (id) => (id === 'old-name-of-a' ? 'a' : id),
    );
    expect(result.topics).toEqual({ rows: 4, rightFirst: 1, amongThree: 3, answered: 2, wrongAnswers: 1 });
    expect(result.perTopic.get('a')).toMatchObject({ rows: 2, rightFirst: 1 });
    expect(result.perRegister.get('chat')).toMatchObject({ rows: 2, rightFirst: 1, amongThree: 2 });
    expect(result.misses.map(({ text }) => text)).toEqual(['sure', 'unsure', 'what']);
    expect(toTable(result)).toContain('miss (answered) "sure" → a, expected b');
  });

  it('holds replies against what they must and must not say', async () => {
    const result = await evaluate(
      [
        { text: 'sure', must: ['RP500', 'tahun \\d{4}'], mustNot: ['pasti'], kind: 'answer' },
        { text: 'sure', must: [], mustNot: ['2021'], kind: 'sensitive' },
        { text: 'sure', must: [], mustNot: [], kind: 'oos' },
        { text: 'what', must: [], mustNot: [], kind: 'oos' },
      ],
      ask,
    );
    expect(result.replies).toEqual({
      answer: { rows: 1, right: 1 },
      sensitive: { rows: 1, right: 0 },
      oos: { rows: 2, right: 1 },
    });
    expect(result.falseAnswers).toBe(1);
  });

  it('reads only rows of the two known shapes, with patterns that are patterns', () => {
    expect(rowSchema.safeParse({ text: 'a', topic: 'b' }).success).toBe(true);
    expect(rowSchema.safeParse({ text: 'a', kind: 'oos' }).success).toBe(true);
    expect(rowSchema.safeParse({ text: 'a' }).success).toBe(false);
    expect(rowSchema.safeParse({ text: 'a', kind: 'answer', must: ['('] }).success).toBe(false);
  });
});

describe('cross-validation', () => {
  it('asks every phrasing exactly once, unseen', () => {
    const { tally, misses } = crossValidate(FIXTURE_TOPICS, 4, { lexicon: SMALL_LEXICON });
    expect(tally.rows).toBe(32);
    expect(tally.rightFirst + misses.length).toBe(32);
    expect(tally.amongThree).toBeGreaterThanOrEqual(tally.rightFirst);
  });

  it('asks the questions of topics that were left out altogether', () => {
    const { unknown, tally } = crossValidate(FIXTURE_TOPICS, 4, { lexicon: SMALL_LEXICON, leaveOut: true });
    expect(unknown.rows).toBe(32);
    expect(tally.rows).toBe(0);
  });
});
