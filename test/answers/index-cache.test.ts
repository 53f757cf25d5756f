import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeModel, encodeModel } from '../../src/answers/index-cache.ts';
import { buildModel } from '../../src/answers/model.ts';
import { openUnderstanding } from '../../src/answers/open-understanding.ts';
import { openModel } from '../../src/answers/understand.ts';
import { FIXTURE_TOPICS, SMALL_LEXICON } from './fixture-topics.ts';

const content = { topics: FIXTURE_TOPICS, problems: [] };

describe('the index as bytes', () => {
  const model = buildModel(FIXTURE_TOPICS, SMALL_LEXICON);
  const bytes = encodeModel(model, 'key', content);

  it('answers after reading back exactly as before', () => {
    const decoded = decodeModel(bytes, 'key');
    if (decoded === undefined) throw new Error('not read back');
    const before = openModel(model);
    const after = openModel(decoded);
    for (const text of ['kartu saya hilang', 'how much money', 'pena', 'entah', '']) {
      expect(after.ask(text)).toEqual(before.ask(text));
    }
    expect(decoded.content.topics).toEqual(FIXTURE_TOPICS);
  });

  it('is read from any place in a larger buffer', () => {
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeModel(shifted.subarray(3), 'key')).toBeDefined();
  });

  it('is not read under another key, cut short or damaged', () => {
    expect(decodeModel(bytes, 'other')).toBeUndefined();
    for (const length of [0, 5, 20, 200, bytes.length - 64]) {
      expect(decodeModel(bytes.slice(0, length), 'key')).toBeUndefined();
    }
    const damaged = bytes.slice();
    damaged.fill(1, 16, 40);
    expect(decodeModel(damaged, 'key')).toBeUndefined();
  });
});

describe('opening the knowledge folder', () => {
  let folder = '';
  let cacheFile = '';
  const answer = (id: string, word: string): string =>
    `---\nid: ${id}\nprogramme: general\nstatus: current\nlabel: { id: ${word}, en: ${word} }\n` +
    `questions:\n  id: [cara ${word}, syarat ${word}]\n  en: [how to ${word}, rules of ${word}]\n` +
    `sources:\n  - { key: S0, title: t, url: "https://kemensos.go.id", grade: A, year: 2020 }\n---\n## id\nIsi.\n\n## en\nText.\n`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'understanding-'));
    cacheFile = join(folder, 'answers.idx');
    await cp(join(import.meta.dirname, '../../knowledge/language'), join(folder, 'language'), {
      recursive: true,
    });
    await writeFile(join(folder, 'x'), '');
    await rm(join(folder, 'x'));
    await cp(join(import.meta.dirname, 'fixture-topics.ts'), join(folder, 'answers/readme.txt'));
    await writeFile(join(folder, 'answers/a.md'), answer('a.one', 'beternak'));
    await writeFile(join(folder, 'answers/b.md'), answer('b.two', 'menjahit'));
    await writeFile(join(folder, 'answers/broken.md'), '---\nid: [\n---\n');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('builds in a worker the first time, loads the cache the next, and answers alike', async () => {
    const first = await openUnderstanding({ folder, cacheFile });
    const second = await openUnderstanding({ folder, cacheFile });
    expect([first.from, second.from]).toEqual(['build', 'cache']);
    expect(first.cacheError).toBeUndefined();
    expect(second.topics.map((topic) => topic.id)).toEqual(['a.one', 'b.two']);
    expect(second.problems.map(({ file }) => file)).toEqual(['answers/broken.md']);
    expect(second.ask('cara menjahit')).toEqual(first.ask('cara menjahit'));
    expect(second.ask('cara menjahit').topic).toBe('b.two');
    expect((await readdir(folder)).sort()).toEqual(['answers', 'answers.idx', 'language']);
  });

  it('builds again when the knowledge changed or the cache is damaged', async () => {
    await writeFile(join(folder, 'answers/b.md'), answer('b.two', 'mengelas'));
    const changed = await openUnderstanding({ folder, cacheFile });
    expect(changed.from).toBe('build');
    expect(changed.ask('cara mengelas').topic).toBe('b.two');
    const bytes = await readFile(cacheFile);
    await writeFile(cacheFile, bytes.subarray(0, bytes.length / 2));
    expect((await openUnderstanding({ folder, cacheFile })).from).toBe('build');
  });

  it('works without a cache, and says when the cache cannot be written', async () => {
    expect((await openUnderstanding({ folder })).ask('cara beternak').topic).toBe('a.one');
    const opened = await openUnderstanding({ folder, cacheFile: join(folder, 'no/such/place.idx') });
    expect(opened.ask('cara beternak').topic).toBe('a.one');
    expect(opened.cacheError).toContain('ENOENT');
  });

  it('fails with the reason when there is no such folder', async () => {
    await expect(openUnderstanding({ folder: join(folder, 'nowhere') })).rejects.toThrow('ENOENT');
  });
});
