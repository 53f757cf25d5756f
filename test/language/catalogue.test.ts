import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/language/catalogue.ts';
import { checkCatalogue } from '../../src/language/catalogue-check.ts';
import { parseMarks, plain } from '../../src/language/rich.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with one file a language; `more` is put into a second Indonesian file. */
function writeTexts(id: string, en = id, more = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  folders.push(folder);
  for (const [lang, text] of Object.entries({ id, en })) {
    mkdirSync(join(folder, lang));
    writeFileSync(join(folder, lang, 'one.ftl'), text);
  }
  if (more !== '') writeFileSync(join(folder, 'id', 'two.ftl'), more);
  return folder;
}

const whats = (folder: string): string[] =>
  checkCatalogue(folder).map(({ key, problem }) => `${key ?? '-'}: ${problem}`);

describe('texts', () => {
  test('come in the language asked for, with its numbers', () => {
    const texts = loadCatalogue(writeTexts('a-count = { $n } sesi', 'a-count = { $n } sessions'));
    expect(texts.t('id', 'a-count', { n: 1250 })).toBe('1.250 sesi');
    expect(texts.in('en').t('a-count', { n: 1250 })).toBe('1,250 sessions');
    expect(texts.in('id').lang).toBe('id');
    expect([texts.has('a-count'), texts.has('a-sum'), texts.keys('id')]).toEqual([true, false, ['a-count']]);
  });

  test('may have several lines, also lines that begin in bold', () => {
    const texts = loadCatalogue(
      writeTexts('a-list =\n    Pilih:\n    **Satu** { $x }\n    - dua\n\n    Akhir\nb = B'),
    );
    expect(texts.t('id', 'a-list', { x: '1' })).toBe('Pilih:\nSatu 1\n- dua\n\nAkhir');
    expect(texts.rich('id', 'a-list', { x: '1' })).toContainEqual({ bold: 'Satu' });
    expect(texts.problems).toEqual([]);
    expect(texts.t('id', 'b')).toBe('B');
  });

  test('carry bold and code, and t leaves the marks out', () => {
    const texts = loadCatalogue(writeTexts('a = Ketik `/sesi` untuk **{ $name }**.'));
    const rich = texts.rich('id', 'a', { name: 'Siti' });
    expect(rich).toEqual(['Ketik ', { code: '/sesi' }, ' untuk ', { bold: 'Siti' }, '.']);
    expect(texts.t('id', 'a', { name: 'Siti' })).toBe('Ketik /sesi untuk Siti.');
  });

  test('show what a person typed exactly, and never as emphasis', () => {
    const texts = loadCatalogue(writeTexts('a = Halo { $name }, **{ $name }**!'));
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[*`\uE000abc<>_{}]{1,12}$/u)),
        (name) => {
          fc.pre(name !== '');
          expect(texts.rich('id', 'a', { name })).toEqual([`Halo ${name}, `, { bold: name }, '!']);
        },
      ),
    );
  });

  test('that are missing, or miss an argument, are named in the error', () => {
    const texts = loadCatalogue(writeTexts('a = { $name }'));
    expect(() => texts.t('id', 'no-such-text')).toThrow('no text "no-such-text" in id');
    expect(() => texts.t('en', 'a')).toThrow(/text "a" in en/u);
    expect(texts.in('id').has('a')).toBe(true);
  });

  test('choose by number where the language does', () => {
    const texts = loadCatalogue(
      writeTexts('a = { $n } hari', 'a = { $n ->\n    [one] one day\n   *[other] { $n } days\n }'),
    );
    expect([1, 3].map((n) => texts.t('en', 'a', { n }))).toEqual(['one day', '3 days']);
  });
});

describe('the check of the texts', () => {
  test('finds nothing in good ones', () => {
    const id = '# catatan\n-bot = Dayabot\na = Halo { $name }, ini { -bot }.\nb = { a }\n    .hint = x\n';
    expect(whats(writeTexts(id))).toEqual([]);
  });

  test.each([
    ['a key in one language only', 'a = A\nb = B', 'a = A', 'b: is missing in en'],
    [
      'arguments that differ',
      'a = { $name }',
      'a = { $who }',
      'a: arguments differ: id has $name, en has $who',
    ],
    ['an entry that cannot be read', 'a = { $name', 'a = { $name }', 'a: line 1: the entry cannot be read'],
    ['emphasis left open', 'a = **tebal', 'a = bold', 'a: "**" or a backtick is opened and not closed'],
    ['a reference to nothing', 'a = { c }', 'a = { c }', 'a: refers to "c", which does not exist'],
    [
      'a line that ends the text',
      'a =\n    Satu\n    [dua]',
      'a = x',
      'a: line 3: begins with "[", "." or "*", which ends the text',
    ],
    ['text outside an entry', 'a = Satu\ndua tiga', 'a = x', 'a: line 2: text outside an entry; indent it'],
  ])('finds %s', (_, id, en, problem) => expect(whats(writeTexts(id, en))).toContain(problem));

  test('finds an argument that only a referred text uses', () => {
    expect(whats(writeTexts('a = { b }\nb = { $x }', 'a = A\nb = { $x }'))).toEqual([
      'a: arguments differ: id has $x, en has none',
    ]);
  });

  test('finds one key in two files', () => {
    expect(whats(writeTexts('a = A', 'a = A', 'a = B'))).toEqual(['a: is already in id/one.ftl']);
  });

  test('finds a language that is not there', () => {
    const folder = writeTexts('a = A');
    rmSync(join(folder, 'en'), { recursive: true });
    expect(whats(folder)).toEqual(['-: the folder en cannot be read', 'a: is missing in en']);
  });
});

describe('marks', () => {
  test.each([
    ['**a** b', [{ bold: 'a' }, ' b']],
    ['`x` **', [{ code: 'x' }, ' **']],
    ['2 * 3 ** 4', ['2 * 3 ** 4']],
    ['', []],
  ])('%s', (text, spans) => expect(parseMarks(text)).toEqual(spans));

  test('reading them loses none of the words', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(plain(parseMarks(text)).replaceAll(/[*`]/gu, '')).toBe(text.replaceAll(/[*`]/gu, ''));
      }),
    );
  });
});
