import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findCycle, importRules } from './support/import-rules.ts';
import { parseSource, readSources, root } from './support/sources.ts';

const sources = readSources('src', 'adapters');
const inSrc = sources.filter(({ path }) => path.startsWith('src/'));
const mostLines = 400;

describe('who may see whom', () => {
  it.each(importRules)('$rule: $reason', ({ forbids }) => {
    const broken = sources.flatMap((file) =>
      file.imports
        .filter((imported) => forbids(file, imported))
        .map(({ line, target }) => `${file.path}:${line} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('has no ring of folders that import one another', () => {
    expect(findCycle(sources)).toBeUndefined();
  });

  it('imports only files that exist', () => {
    const missing = sources.flatMap((file) =>
      file.imports
        .filter(({ target }) => /^(src|adapters)\//.test(target) && !existsSync(join(root, target)))
        .map(({ line, target }) => `${file.path}:${line} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const read = (text: string, path = 'src/cases/refer.ts') => {
    const file = parseSource(path, text);
    const broken = importRules.filter(({ forbids }) =>
      file.imports.some((imported) => forbids(file, imported)),
    );
    return broken.map(({ rule }) => rule);
  };

  it.each([
    [
      "import { x } from '../../adapters/console/create.ts';",
      'src never imports adapters, except the command line',
    ],
    ["const x = await import('grammy');", 'only adapters import the libraries of a platform'],
    [
      "import type { Reply } from '../chat/reply.ts';",
      'in a feature only chat.ts, jobs.ts, index.ts and *-chat.ts import src/chat',
    ],
    ["const orm = require('drizzle-orm');", 'only store.ts files and src/store import drizzle'],
    ["import { eq as same } from '../store/index.ts';", 'only store.ts files write queries'],
    ["export { mayRefer } from '../people/may.ts';", 'a feature is seen through its index.ts only'],
    [
      "type T = import('../../test/support/folder.ts').T;",
      'src and adapters never import tests, benches or migrations',
    ],
  ])('finds the mistake in %s', (text, rule) => {
    expect(read(text)).toEqual([rule]);
  });

  it('finds an adapter that sees more than the conversation', () => {
    const own = "import { a } from './b.ts'; import { c } from '../../src/chat/fit.ts'; import 'grammy';";
    expect(read(own, 'adapters/console/create.ts')).toEqual([]);
    expect(
      read("import { t } from '../../src/language/money.ts';", 'adapters/console/create.ts'),
    ).toHaveLength(1);
    expect(read("import { t } from '../telegram/render.ts';", 'adapters/console/create.ts')).toHaveLength(1);
  });

  it('finds a ring, and lets a type of people pass to the conversation', () => {
    const at = (path: string, text: string) => parseSource(path, text);
    const people = at('src/people/chat.ts', "import { fit } from '../chat/fit.ts';");
    const type = at('src/chat/turn.ts', "import type { Actor } from '../people/actor.ts';");
    const value = at('src/chat/turn.ts', "import { actor } from '../people/actor.ts';");
    expect(findCycle([people, type])).toBeUndefined();
    expect(findCycle([people, value])).toBe('people → chat → people');
  });

  it('sees words in code and not in comments, and every way to the environment', () => {
    const file = parseSource(
      'src/a.ts',
      "// slack\nimport { env } from 'node:process';\nconst a = env.B + ` telegram`;\nconst b = process.env.C;\n",
    );
    const named = file.words.filter(({ text }) => /slack|telegram/.test(text));
    expect(named).toEqual([{ line: 3, text: ' telegram' }]);
    expect(file.environment).toEqual([2, 4]);
  });
});

/** Files that may name a platform, with the reason. */
const platformMentions: Readonly<Record<string, string>> = {
  'src/answers/guards.ts':
    'knows the words in which people report a swindler, and where he wrote to them is one',
};

describe('what stands where', () => {
  it('names no platform in src outside the settings and the command line: the core serves them all alike', () => {
    const mayName = (path: string) =>
      /^src\/(config\.ts|main\.ts|cli\/)/.test(path) || Object.hasOwn(platformMentions, path);
    const broken = inSrc
      .filter(({ path }) => !mayName(path))
      .flatMap(({ path, words }) =>
        words
          .filter(({ text }) => /telegram|slack/i.test(text))
          .map(({ line, text }) => `${path}:${line} says ${text}`),
      );
    expect(broken).toEqual([]);
  });

  it('reads the environment in src/config.ts only, where every setting is checked', () => {
    const broken = sources
      .filter(({ path }) => path !== 'src/config.ts')
      .flatMap(({ path, environment }) => environment.map((line) => `${path}:${line}`));
    expect(broken).toEqual([]);
  });

  it(`has no file above ${mostLines} lines: what is longer holds two things`, () => {
    const long = sources.filter(({ lineCount }) => lineCount > mostLines);
    expect(long.map(({ path, lineCount }) => `${path}: ${lineCount} lines`)).toEqual([]);
  });

  it('has no file whose name says nothing about what it holds', () => {
    const vague = /(^|[/-])(utils?|helpers?|manager|service|impl|misc|common)(-|\.)/;
    expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([]);
  });
});

interface Journal {
  readonly entries: readonly { readonly idx: number; readonly when: number; readonly tag: string }[];
}

describe('migrations', () => {
  const journals = globSync('migrations/*/meta/_journal.json', { cwd: root });

  it('exist for both engines', () => {
    expect(journals.map((path) => path.split(/[\\/]/)[1]).toSorted()).toEqual(['postgres', 'sqlite']);
  });

  it.each(journals)('carry strictly increasing stamps in %s: one stamped earlier would never run', (path) => {
    const { entries } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Journal;
    const unordered = entries.filter(({ when }, at) => at > 0 && when <= (entries[at - 1]?.when ?? 0));
    expect(unordered.map(({ tag }) => tag)).toEqual([]);
    expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, at) => at));
  });

  it.each(journals)('name each SQL file, and only those, in %s', (path) => {
    const { entries } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Journal;
    const files = globSync('*.sql', { cwd: join(root, dirname(path), '..') });
    expect(files.toSorted()).toEqual(entries.map(({ tag }) => `${tag}.sql`).toSorted());
  });
});
