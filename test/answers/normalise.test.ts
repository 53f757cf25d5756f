import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLexicon } from '../../src/answers/lexicon.ts';
import { createNormalise } from '../../src/answers/normalise.ts';
import { root } from '../support/sources.ts';
import { SMALL_LEXICON } from './fixture-topics.ts';

const read = (name: string) => readFileSync(join(root, 'knowledge/language', name), 'utf8');
const { lexicon: shipped } = parseLexicon(read('slang.yaml'), read('terms.yaml'));
const normalise = createNormalise(SMALL_LEXICON);
const words = (text: string): string => normalise(text).words.join(' ');
const stems = (text: string): string => normalise(text).stems.join(' ');

describe('normalising what people type', () => {
  it.each([
    ['BRP yg UDH', 'berapa yang sudah'],
    ['bangeeeet', 'banget'],
    ['apa2', 'apa apa'],
    ['lama2nya', 'lama lamanya'],
    ['apa-apa', 'apa apa'],
    ['program keluarga harapan', 'pkh'],
    ['dapat 3,5jt atau 500rb', 'dapat 3,5 juta atau 500 ribu'],
    ['Rp3.500.000', '3,5 juta'],
    ['Rp 6.000.000', '6 juta'],
    ['berapa dong kak', 'berapa'],
    ['ｋｋｓ', 'kks'],
    ['p\u200Bkh', 'pkh'],
    ['nik ••••••••••••0009 saya', 'nik saya'],
    ['buka https://contoh.id/x?y ya', 'buka link ya'],
    ['psm bola', 'psm-makassar bola'],
    ['psm desa', 'psm desa'],
  ])('turns "%s" into "%s"', (typed, expected) => {
    expect(words(typed)).toBe(expected);
  });

  it.each([
    ['piye carane daftar', 'bagaimana cara daftar'],
    ['syarate opo', 'syarat apa'],
    ['kulo dereng angsal bantuane', 'saya belum dapat bantuan'],
    ['aku dikeluarke seko pkh', 'saya dikeluarkan dari pkh'],
    ['kumaha carana meunang bantosan', 'bagaimana caranya dapat bantuan'],
    ['abdi teu acan kengeng', 'saya tidak belum dapat'],
    ['baa caronyo dapek pitih', 'bagaimana caranya dapat uang'],
    ['kada kawa masuk', 'tidak bisa masuk'],
  ])('understands "%s" of a regional language as "%s"', (typed, expected) => {
    expect(createNormalise(shipped)(typed).words.join(' ')).toBe(expected);
  });

  it.each(['the same name', 'where can i take it', 'please update the date', 'more people like me'])(
    'takes no English word of "%s" for a Javanese one',
    (text) => {
      expect(createNormalise({ ...shipped, slang: {}, fillers: [] })(text).words.join(' ')).toBe(text);
    },
  );

  it('shortens words to their stems, but not protected ones or those that only look derived', () => {
    expect(stems('mengajukan pengajuan diajukan')).toBe('aju aju aju');
    expect(stems('pemula kks')).toBe('pemula kks');
  });

  it('keeps fillers when nothing else was said', () => {
    expect(words('kak min')).toBe('kak min');
  });

  it('takes any text, gives a stem for every word, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const once = normalise(text);
        expect(once.stems).toHaveLength(once.words.length);
        expect(normalise(text)).toEqual(once);
      }),
    );
  });
});
