import { describe, expect, it } from 'vitest';
import { createUnderstanding, type Understanding } from '../../src/answers/understand.ts';
import { createTopic, FIXTURE_TOPICS, SMALL_LEXICON } from './fixture-topics.ts';

const build = (topics = FIXTURE_TOPICS): Understanding =>
  createUnderstanding(topics, { lexicon: SMALL_LEXICON });

describe('understanding a question', () => {
  const { ask, rank, detect } = build();

  it('always answers a text that is a phrasing, however it is dressed', () => {
    for (const text of [
      'Berapa orang satu kelompok usaha?',
      'BRP orang satu kelompok usaha dong kak',
      'berapaaa orang satu kelompok usaha',
    ]) {
      expect(ask(text)).toMatchObject({ outcome: 'answered', topic: 'kube.size', confidence: 1 });
    }
  });

  it('finds the topic of words it has not seen in this order', () => {
    expect(rank('uang untuk anak sekolah berapa', 1)).toEqual(['pkh.amount']);
    expect(rank('kartu saya hilang', 1)).toEqual(['kks.lost']);
    expect(rank('how old may I be to join pena', 1)).toEqual(['pena.age']);
  });

  it('has no topic for texts without a word, and for words nobody knows', () => {
    for (const text of ['', '   ', '🙏🙏', '••••••••••••0009', 'zzxqv wwkrtq', '<b></b>']) {
      expect(ask(text)).toMatchObject({ outcome: 'unanswered', topic: null, suggestions: [] });
    }
  });

  it('answers in the language of the text, or in the one it is told', () => {
    expect(ask('berapa orang satu kelompok usaha').lang).toBe('id');
    expect(ask('how many people in a business group').lang).toBe('en');
    expect(ask('how many people in a business group', { lang: 'id' }).lang).toBe('id');
    expect(ask('2021').lang).toBe('id');
    expect(detect('2021')).toBeUndefined();
  });

  it('labels suggestions in the language of the reply and never suggests a topic twice', () => {
    const { suggestions } = ask('berapa orang satu kelompok usaha', { lang: 'en' });
    expect(suggestions[0]?.label).toMatch(/^About /);
    expect(new Set(suggestions.map(({ topic }) => topic)).size).toBe(suggestions.length);
    expect(suggestions.map(({ topic }) => topic)).not.toContain('kube.size');
  });

  it('gives the same answer every time and from every build', () => {
    const other = build();
    for (const text of ['kartu hilang', 'pena umur', 'sekolah', 'how much']) {
      expect(other.ask(text)).toEqual(ask(text));
      expect(ask(text)).toEqual(ask(text));
    }
  });

  it('asks for a surer match where much is at stake', () => {
    const careful = createUnderstanding(
      FIXTURE_TOPICS.map((topic) => ({ ...topic, stakes: 'high' as const })),
      { lexicon: SMALL_LEXICON, thresholds: { answer: 0, answerHighStakes: 1.1, suggest: 0 } },
    );
    expect(careful.ask('kartu saya hilang').outcome).toBe('suggested');
    const careless = createUnderstanding(FIXTURE_TOPICS, {
      lexicon: SMALL_LEXICON,
      thresholds: { answer: 0, answerHighStakes: 1.1, suggest: 0 },
    });
    expect(careless.ask('kartu saya hilang').outcome).toBe('answered');
  });

  it('offers the best topic and two more when it is not sure', () => {
    const unsure = createUnderstanding(FIXTURE_TOPICS, {
      lexicon: SMALL_LEXICON,
      thresholds: { answer: 1.1, answerHighStakes: 1.1, suggest: 0 },
    });
    const { outcome, topic, suggestions } = unsure.ask('kartu saya hilang');
    expect(outcome).toBe('suggested');
    expect(topic).toBe('kks.lost');
    expect(suggestions).toHaveLength(3);
    expect(suggestions[0]?.topic).toBe('kks.lost');
  });

  it('works with no topics and with one', () => {
    expect(build([]).ask('halo').outcome).toBe('unanswered');
    const alone = build([
      createTopic('a.b', { questions: { id: ['apa kabar desa'], en: ['how is the village'] } }),
    ]);
    expect(alone.ask('apa kabar desa').topic).toBe('a.b');
  });
});

describe('bare names and follow-ups', () => {
  const named = [
    createTopic('pena.what', {
      programme: 'pena',
      terms: ['pena'],
      questions: { id: ['pena itu program apa'], en: ['what kind of programme is pena'] },
    }),
    createTopic('pena.criteria', {
      programme: 'pena',
      questions: { id: ['syarat ikut pena apa saja'], en: ['who may join pena'] },
    }),
    createTopic('kube.what', {
      programme: 'kube',
      terms: ['kube'],
      questions: { id: ['kube itu program apa'], en: ['what kind of programme is kube'] },
    }),
    createTopic('kube.criteria', {
      programme: 'kube',
      questions: { id: ['syarat ikut kube apa saja'], en: ['who may join kube'] },
    }),
  ];
  const { ask } = createUnderstanding(named, {
    lexicon: { ...SMALL_LEXICON, definitions: ['apa itu {}', 'what is {}'] },
    thresholds: { answer: 0.45, answerHighStakes: 0.6, suggest: 0 },
  });

  it('answer a bare name, and a name inside "apa itu …"', () => {
    for (const text of ['PENA', 'apa itu pena', 'What is PENA?']) {
      expect(ask(text)).toMatchObject({ outcome: 'answered', topic: 'pena.what' });
    }
  });

  it('keep the kind of question when only the programme changes', () => {
    expect(ask('kalau yang kube?', { lastTopic: 'pena.criteria' }).topic).toBe('kube.criteria');
    expect(ask('kalau yang kube?').topic).toBe('kube.what');
  });

  it('keep the programme when only the kind of question changes', () => {
    expect(ask('kalau syarat?', { lastTopic: 'kube.what' }).topic).toBe('kube.criteria');
    expect(ask('kalau syarat?', { lastTopic: 'pena.what' }).topic).toBe('pena.criteria');
  });

  it('ask back for a word that means several things, but only where it stands alone', () => {
    const asking = createUnderstanding(named, {
      lexicon: {
        ...SMALL_LEXICON,
        definitions: ['apa itu {}'],
        askedBack: [{ word: 'kube', topics: ['kube.criteria', 'kube.what', 'no.such'] }],
      },
    });
    expect(asking.ask('kube')).toMatchObject({
      outcome: 'suggested',
      topic: 'kube.criteria',
      suggestions: [{ topic: 'kube.criteria' }, { topic: 'kube.what' }],
    });
    expect(asking.ask('apa itu kube')).toMatchObject({ outcome: 'answered', topic: 'kube.what' });
  });

  it('never answer a follow-up with what was just said when the programme has what is asked for', () => {
    expect(ask('nah kalau syaratnya?', { lastTopic: 'pena.what' }).topic).toBe('pena.criteria');
  });

  it('do not drag the last topic into a question that speaks for itself', () => {
    expect(ask('syarat ikut kube apa saja', { lastTopic: 'pena.what' }).topic).toBe('kube.criteria');
    expect(ask('kube', { lastTopic: 'no.such.topic' }).topic).toBe('kube.what');
  });
});
