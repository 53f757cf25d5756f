import { describe, expect, it } from 'vitest';
import { checkKnowledge } from '../../src/answers/check-knowledge.ts';
import type { Topic } from '../../src/answers/topic.ts';
import { createTopic, SMALL_LEXICON } from './fixture-topics.ts';

const many = (stem: string): string[] =>
  ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan'].map((n) => `${stem} ${n}`);
const sound = (id: string, stem: string, more: Partial<Topic> = {}): Topic =>
  createTopic(id, {
    label: { id: stem, en: stem },
    questions: { id: many(stem), en: many(`the ${stem}`) },
    ...more,
  });
const reasons = (...topics: Topic[]): string[] =>
  checkKnowledge(topics, SMALL_LEXICON).map(({ reason }) => reason);

describe('checking the knowledge', () => {
  it('finds nothing in sound topics', () => {
    expect(reasons(sound('a.a', 'kambing'), sound('b.b', 'jahitan'))).toEqual([]);
  });

  it('wants a source, eight questions in each language, and labels that fit a button', () => {
    const found = reasons(
      sound('a.a', 'kambing', { sources: [] }),
      sound('b.b', 'jahitan', { questions: { id: many('jahitan').slice(1), en: many('the jahitan') } }),
      sound('c.c', 'warung', { label: { id: 'x'.repeat(29), en: 'shop' } }),
      sound('d.d', 'ikan', { body: { id: 'Isi.', en: '' } }),
    );
    expect(found).toEqual([
      'has no source',
      'has 7 questions under "id"; at least 8 are needed to be found',
      'label.id has 29 characters; a button holds 28',
      'has no answer in "en"',
    ]);
  });

  it('finds ids, names and questions that two topics claim, also when spelt differently', () => {
    const found = reasons(
      sound('a.a', 'kambing', { terms: ['pkh'], aliases: ['c.c'] }),
      sound('b.b', 'jahitan', {
        terms: ['Program Keluarga Harapan'],
        questions: { id: [...many('jahitan'), 'Kambing SATU dong kak'], en: many('the jahitan') },
      }),
      sound('c.c', 'warung'),
    );
    expect(found).toContain('term "Program Keluarga Harapan" is already in answers/a.a.md');
    expect(found).toContain('question "Kambing SATU dong kak" is already in answers/a.a.md');
    expect(found).toContain('id "c.c" is already in answers/a.a.md');
  });

  it.each([
    ['Hubungi WA 08111022210 ya.', 'dead since 2020'],
    ['Bantuan pasti cair bulan depan.', 'promises aid'],
    ['Silakan kirim foto KTP ke sini.', 'identity card'],
    ['Ketik PIN kartu Ibu.', 'PIN'],
    ['Pakai NIK orang lain saja.', "another person's identity"],
    ['Tidak memenuhi syarat.', 'without the reason'],
    ['NIK 9901026010900009 terdaftar.', 'full identity number'],
  ])('refuses "%s"', (sentence, reason) => {
    const found = reasons(sound('a.a', 'kambing', { body: { id: `Isi. ${sentence}`, en: 'Text.' } }));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason);
  });

  it('lets an answer warn against the same things', () => {
    const warning = 'Jangan kirim foto KTP ke sini. PIN dan OTP jangan disebut. Tidak ada yang pasti cair.';
    expect(reasons(sound('a.a', 'kambing', { body: { id: warning, en: 'Text.' } }))).toEqual([]);
  });

  it('finds topics that cannot be told apart', () => {
    const other = ['sembilan', 'sepuluh', 'sebelas', 'belasan', 'puluh', 'ratus', 'ribu', 'juta'];
    const twin = { id: other.map((n) => `kambing ${n}`), en: other.map((n) => `the kambing ${n}`) };
    const found = reasons(
      sound('a.a', 'kambing'),
      sound('b.b', 'kambing', { questions: twin }),
      sound('c.c', 'jahitan'),
    );
    expect(found.some((reason) => /% of its questions are found under (a\.a|b\.b)/.test(reason))).toBe(true);
  });
});
