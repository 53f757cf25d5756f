/** Rule files as editors write them: a mistake is named with its line, and the file is left out as a whole. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRules } from '../../src/eligibility/check-rules.ts';
import { readRules } from '../../src/eligibility/rule-source.ts';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/sources.ts';

const shipped = join(root, 'knowledge/eligibility');
const topics = new Set(readRules().programmes.flatMap((one) => one.topics));

/** A copy of the shipped rules with one file changed. */
function withChange(file: string, from: string, to: string) {
  const folder = temporaryFolder();
  cpSync(shipped, folder, { recursive: true });
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  return { book: readRules(folder), line };
}

describe('a rule file with a mistake', () => {
  test.each([
    ['an outcome that does not exist', 'outcome: likely', 'outcome: yes', 'Invalid option'],
    [
      'a fact that does not exist',
      '{ fact: age, from: 20, to: 45 }',
      '{ fact: ages, from: 20 }',
      'no fact "ages"',
    ],
    [
      'a condition of another type',
      '{ fact: age, from: 20, to: 45 }',
      '{ fact: age, is: 20 }',
      'type number',
    ],
    ['a condition nobody knows', '{ fact: age, from: 20, to: 45 }', '{ over: 20 }', 'a condition is'],
    [
      'a boundary the fact cannot have',
      '{ fact: age, from: 20, to: 45 }',
      '{ fact: age, to: 450 }',
      '0 to 450 is not within',
    ],
    ['a source that does not exist', 'basis: [info-2023]', 'basis: [info-1999]', 'no source "info-1999"'],
    ['a text in one language', 'label: { id: "Umur", en: "Age" }', 'label: { id: "Umur" }', 'label.en'],
    ['YAML that cannot be read', 'programme: pena\n', 'programme: [pena\n', ''],
  ])('%s is named with its line, and nothing of the file applies', (_what, from, to, reason) => {
    const { book, line } = withChange('pena.yaml', from, to);
    expect(book.programmes.map((one) => one.id)).not.toContain('pena');
    expect(book.programmes).toHaveLength(14);
    const [problem] = book.problems;
    expect(problem?.file).toBe('pena.yaml');
    expect(problem?.reason).toContain(reason);
    expect(Math.abs((problem?.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  test('a place that does not exist is named in the file that needs it', () => {
    const { book } = withChange('psm.yaml', 'where: youth-board', 'where: moon');
    expect(book.problems).toMatchObject([
      { file: 'psm.yaml', reason: expect.stringContaining('no place "moon"') },
    ]);
  });
});

describe('the file of places', () => {
  test('with a mistake is named by itself, and no rule applies', () => {
    const { book, line } = withChange('places.yaml', 'village-head: {', 'village-head: { nl: "x",');
    expect(book.programmes).toEqual([]);
    expect(book.problems).toMatchObject([{ file: 'places.yaml', line }]);
  });

  test('that is missing, like a folder that is missing, does not keep the bot from starting', () => {
    expect(readRules(temporaryFolder())).toMatchObject({
      programmes: [],
      problems: [{ file: 'places.yaml' }],
    });
    expect(readRules(join(temporaryFolder(), 'nowhere')).problems).toHaveLength(1);
  });
});

describe('dayabot check', () => {
  test('finds nothing in the shipped rules', () => {
    expect(checkRules(readRules(), topics)).toEqual([]);
  });

  test('names a situation that no rule decides', () => {
    const open = withChange(
      'graduation.yaml',
      '  - id: R4-neither\n',
      '  - id: R4-neither\n    when: { met: natural }\n',
    ).book;
    expect(checkRules(open, topics)).toMatchObject([
      {
        file: 'graduation.yaml',
        reason: expect.stringContaining('noComponentLeft is false, welfareRisen is false'),
      },
    ]);
  });

  test.each([
    ['a promise', 'id: "Mungkin bisa diusulkan.', 'id: "Bapak/Ibu pasti dapat.', 'promises'],
    ['a topic that does not exist', 'pena.criteria, ', 'pena.nothing, ', 'no topic "pena.nothing"'],
    ['a programme that does not exist', 'programme: kube', 'programme: kubus', 'no programme "kubus"'],
    [
      'a label too long for a button',
      '"PENA (bantuan usaha)"',
      '"PENA, bantuan usaha bagi keluarga penerima"',
      'button',
    ],
    ['a name of another programme', 'names: [pena,', 'names: [pena, psm,', 'name "psm" is also'],
  ])('names %s', (_what, from, to, reason) => {
    const { book } = withChange('pena.yaml', from, to);
    expect(
      checkRules(book, topics)
        .map((one) => one.reason)
        .join('\n'),
    ).toContain(reason);
  });
});
