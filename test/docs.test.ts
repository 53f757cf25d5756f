import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exists, findWrongCommands, isRepoPath, parseDoc, readDocs } from './support/docs.ts';
import { root } from './support/sources.ts';

interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly bin?: string | Record<string, string>;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const readManifest = (path: string): Manifest =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;

const manifest = readManifest('package.json');
const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = manifest;
const packages = { ...dependencies, ...devDependencies, ...optionalDependencies };

const binsOf = (name: string): string[] => {
  const path = `node_modules/${name}/package.json`;
  if (!existsSync(join(root, path))) return [];
  const { bin = {} } = readManifest(path);
  return typeof bin === 'string' ? [basename(name)] : Object.keys(bin);
};

const commands = [...readFileSync(join(root, 'src/main.ts'), 'utf8').matchAll(/\.command\('([\w-]+)/g)];

const project = {
  scripts: new Set(Object.keys(manifest.scripts ?? {})),
  bins: new Set(Object.keys(packages).flatMap(binsOf)),
  commands: new Set(commands.map(([, name]) => name ?? '')),
};

const top = new Set(
  readdirSync(root).filter((name) => !['node_modules', 'data', 'coverage', '.git'].includes(name)),
);

const docs = readDocs();

describe.each(docs)('$path', ({ path, code, links }) => {
  it('names only commands that exist', () => {
    expect(code.flatMap((piece) => findWrongCommands(piece, project))).toEqual([]);
  });

  it('names only paths that exist', () => {
    const named = code
      .flatMap((piece) => piece.split(/[\s,;:()'"│├└─]+/))
      .filter((word) => isRepoPath(word, top));
    expect(named.filter((word) => !exists(word))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const local = links.filter((target) => !/^[a-z]+:/i.test(target));
    expect(local.filter((target) => !exists(decodeURI(target), dirname(path)))).toEqual([]);
  });
});

describe('the command line', () => {
  it('has its subcommands each in a file of its own', () => {
    expect(project.commands.size).toBeGreaterThan(10);
    const missing = [...project.commands].filter((name) => !existsSync(join(root, `src/cli/${name}.ts`)));
    expect(missing).toEqual([]);
  });
});

describe('the reader of documents', () => {
  it('takes code from backticks and fences, and links from prose', () => {
    const doc = parseDoc(
      'a.md',
      'Run `npm ci`, see [x](docs/a.md#b) and [y](#z).\n\n```sh\nnpm start -- ask\n[no](link)\n```\n',
    );
    expect(doc.code).toEqual(['npm ci', 'npm start -- ask', '[no](link)', '']);
    expect(doc.links).toEqual(['docs/a.md']);
  });

  it.each([
    ['npm run nonsense', 'there is no script nonsense'],
    ['$ npm ci && npm run nonsense', 'there is no script nonsense'],
    ['npm fly', 'npm has no command fly'],
    ['npx nonsense --help', 'npx finds no nonsense here'],
    ['npm -s start -- nonsense --json', 'dayabot has no command nonsense'],
    ['echo hi | dayabot nonsense', 'dayabot has no command nonsense'],
  ])('finds the mistake in %s', (code, problem) => {
    expect(findWrongCommands(code, project)).toEqual([problem]);
  });

  it.each([
    'npm ci && npm test  # everything',
    'npm -s start -- chat --as rina --json',
    'dayabot --help',
    'LOCALE=en npm start',
    'npx vitest run test/chat',
    'npm run <script>',
  ])('accepts %s', (code) => {
    expect(findWrongCommands(code, project)).toEqual([]);
  });

  it('tells paths of the project from other words with a slash', () => {
    const words = [
      'src/main.ts',
      'knowledge/texts/{id,en}/<feature>.ftl',
      'srcs/main.ts',
      '@slack/bolt',
      'data/demo.db',
      'kab/kota',
    ];
    expect(words.filter((word) => isRepoPath(word, top))).toEqual(words.slice(0, 3));
    expect(words.slice(0, 3).map((word) => exists(word))).toEqual([true, true, false]);
  });
});

describe('docs/dependencies.md', () => {
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([^`]+)` \| (.+) \| ([^|]+) \|$/gm)];
  const listed = rows.map(([, name]) => name ?? '');

  it('has one line for each dependency, and none for what is not one', () => {
    expect(listed.toSorted()).toEqual(Object.keys(packages).toSorted());
  });

  it('gives the licence that the installed package names', () => {
    const wrong = rows.filter(([, name, , licence]) => {
      const path = `node_modules/${name}/package.json`;
      return existsSync(join(root, path)) && readManifest(path).license !== licence;
    });
    expect(wrong.map(([row]) => row)).toEqual([]);
  });

  it('is about versions that are pinned exactly: a range would let two machines run two programs', () => {
    expect(Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('the texts of the project', () => {
  it('are all in the documents that are checked here', () => {
    const found =
      globSync('docs/**/*.md', { cwd: root }).length + (existsSync(join(root, 'README.md')) ? 1 : 0);
    expect(docs).toHaveLength(found);
  });
});
