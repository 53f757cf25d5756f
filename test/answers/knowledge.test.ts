import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/answers/knowledge.ts';

const GOOD = `---
id: kube.size
aliases: [kube.members]
terms: [kube]
programme: kube
status: current
from: 2019
stakes: normal
label: { id: Anggota KUBE, en: Members of a KUBE }
questions:
  id: [brp orang satu kube]
  en: [how many people in a KUBE]
keywords: [kube]
sources:
  - { key: W63, title: "Aturan", url: "https://kemensos.go.id/a", grade: A, year: 2019 }
---
## id
**5 sampai 20** keluarga. Tanya pendamping.

## en
**5 to 20** families. Ask your facilitator.
`;

describe('loading knowledge', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
    await mkdir(join(folder, 'answers'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });
  const put = (name: string, text: string): Promise<void> => writeFile(join(folder, 'answers', name), text);

  it('reads a topic with both answers', async () => {
    await put('kube.size.md', GOOD);
    const { topics, problems } = await loadKnowledge(folder);
    expect(problems).toEqual([]);
    expect(topics[0]).toMatchObject({
      id: 'kube.size',
      aliases: ['kube.members'],
      body: {
        id: '**5 sampai 20** keluarga. Tanya pendamping.',
        en: '**5 to 20** families. Ask your facilitator.',
      },
    });
  });

  it('reports a broken file with its line and loads the rest', async () => {
    await put('good.md', GOOD);
    await put(
      'bad-field.md',
      GOOD.replace('programme: kube', 'programme: kubus').replace('id: kube.size', 'id: kube.b'),
    );
    await put('bad-yaml.md', GOOD.replace('terms: [kube]', 'terms: [kube'));
    await put('no-english.md', GOOD.replace('## en', '## english').replace('id: kube.size', 'id: kube.c'));
    await put('no-front.md', '# hello');
    const { topics, problems } = await loadKnowledge(folder);
    expect(topics.map((topic) => topic.id)).toEqual(['kube.size']);
    expect(problems.map(({ file }) => file)).toEqual([
      'answers/bad-field.md',
      'answers/bad-yaml.md',
      'answers/no-english.md',
      'answers/no-front.md',
    ]);
    expect(problems[0]).toMatchObject({ line: 5 });
    expect(problems[0]?.reason).toContain('programme');
    expect(problems[1]?.reason).toContain('YAML');
    expect(problems[1]?.line).toBeGreaterThan(3);
    expect(problems[2]?.reason).toContain('## en');
    expect(problems[3]).toMatchObject({ line: 1 });
  });

  it('reports the same broken file every time it is read', async () => {
    await put('bad-yaml.md', GOOD.replace('terms: [kube]', 'terms: [kube'));
    const first = await loadKnowledge(folder);
    const second = await loadKnowledge(folder);
    expect(first.problems).toHaveLength(1);
    expect(second.problems).toEqual(first.problems);
  });

  it('names the file that already has an id', async () => {
    await put('a.md', GOOD);
    await put('b.md', GOOD);
    const { topics, problems } = await loadKnowledge(folder);
    expect(topics).toHaveLength(1);
    expect(problems).toEqual([
      { file: 'answers/b.md', line: 2, reason: 'id kube.size is already used in answers/a.md' },
    ]);
  });

  it('runs no code from a front matter that asks for it', async () => {
    await put('evil.md', GOOD.replace('---\nid', '---js\nid'));
    const { topics, problems } = await loadKnowledge(folder);
    expect(topics).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  it('reports a language file it cannot read and goes on with the other', async () => {
    await put('a.md', GOOD);
    await mkdir(join(folder, 'language'));
    await writeFile(join(folder, 'language', 'slang.yaml'), 'brp: [berapa\n');
    await writeFile(join(folder, 'language', 'terms.yaml'), 'fillers: [kak]\n');
    const { lexicon, problems } = await loadKnowledge(folder);
    expect(problems.map(({ file }) => file)).toEqual(['language/slang.yaml']);
    expect(lexicon.fillers).toEqual(['kak']);
  });
});
