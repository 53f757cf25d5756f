/** Takes from the project's documents what can be checked: commands, subcommands and paths. Knows no Markdown beyond that. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { root } from './sources.ts';

export interface Doc {
  readonly path: string;
  readonly text: string;
  /** What stands in backticks or in a fenced block, one piece a line. */
  readonly code: readonly string[];
  /** Targets of links, without their fragment. */
  readonly links: readonly string[];
}

export function parseDoc(path: string, text: string): Doc {
  const fenced: string[] = [];
  const prose = text.replace(
    /^( *)(```+|~~~+)[^\n]*\n([\s\S]*?)^\1?\2[ \t]*$/gm,
    (_, _indent, _fence, body: string) => {
      fenced.push(...body.split('\n'));
      return '';
    },
  );
  const spans = [...prose.matchAll(/(`+)(.+?)\1/g)].map(([, , span]) => (span ?? '').trim());
  const links = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(
    ([, target]) => (target ?? '').split('#')[0] ?? '',
  );
  return { path, text, code: [...spans, ...fenced], links: links.filter((target) => target !== '') };
}

/** README.md, where there is one, and every document in `docs`. */
export const readDocs = (): Doc[] =>
  ['README.md', ...globSync('docs/**/*.md', { cwd: root }).map((path) => path.replaceAll('\\', '/'))]
    .filter((path) => existsSync(join(root, path)))
    .map((path) => parseDoc(path, readFileSync(join(root, path), 'utf8')));

interface Project {
  readonly scripts: ReadonlySet<string>;
  /** Commands that `npx` finds here. */
  readonly bins: ReadonlySet<string>;
  /** Subcommands of `dayabot`. */
  readonly commands: ReadonlySet<string>;
}

const npmOwn: ReadonlySet<string> = new Set([
  'ci',
  'install',
  'exec',
  'outdated',
  'audit',
  'ls',
  'view',
  'version',
]);
const npmScripts: ReadonlySet<string> = new Set(['start', 'test', 'stop', 'restart']);

/** The first word that is no option. */
const firstWord = (words: readonly string[]): string | undefined =>
  words.find((word) => !word.startsWith('-'));

function checkNpm(words: readonly string[], project: Project): string | undefined {
  const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  const verb = firstWord(own);
  const has = (name: string | undefined) => name !== undefined && project.scripts.has(name);
  if (verb === undefined || verb.startsWith('<')) return undefined;
  if (verb === 'run' || verb === 'run-script') {
    const script = firstWord(own.slice(own.indexOf(verb) + 1));
    return script === undefined || script.startsWith('<') || has(script)
      ? undefined
      : `there is no script ${script}`;
  }
  if (npmScripts.has(verb)) return has(verb) ? undefined : `there is no script ${verb}`;
  return npmOwn.has(verb) ? undefined : `npm has no command ${verb}`;
}

function checkSubcommand(words: readonly string[], project: Project): string | undefined {
  const name = firstWord(words);
  if (name === undefined || !/^[a-z]/.test(name)) return undefined;
  return project.commands.has(name) ? undefined : `dayabot has no command ${name}`;
}

/** What is wrong with the commands in one piece of code; each `npm`, `npx` and `dayabot` in it is looked at. */
export function findWrongCommands(code: string, project: Project): string[] {
  const wrong: (string | undefined)[] = [];
  for (const part of code.split(/&&|\|\||[;|]| · /)) {
    const words = part
      .replace(/\s#.*$/, '')
      .trim()
      .replace(/^[$>] /, '')
      .split(/\s+/);
    const [head, ...rest] = words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word)));
    if (head === 'npm') {
      wrong.push(checkNpm(rest, project));
      const passed = rest.indexOf('--');
      if (passed !== -1 && firstWord(rest) === 'start')
        wrong.push(checkSubcommand(rest.slice(passed + 1), project));
    } else if (head === 'npx') {
      const bin = firstWord(rest);
      if (bin !== undefined && !project.bins.has(bin)) wrong.push(`npx finds no ${bin} here`);
    } else if (head === 'dayabot' || head === './.ci/run') {
      if (head === 'dayabot') wrong.push(checkSubcommand(rest, project));
    }
  }
  return wrong.filter((problem) => problem !== undefined);
}

/** Folders that a run makes, or that only a clone with packages has. */
const madeLater = /^(data|node_modules|coverage)\//;
const pathShape = /^[\w.@{},*<>[\]-]+(\/[\w.@{},*<>[\]-]+)*\/?$/;
const fileEnding = /\.(ts|mjs|js|json|jsonl|md|ftl|yaml|yml|sql|csv)$/;

/** Whether a word of code means a path of this project: it begins with a folder at the top, or ends like a file of ours. */
export function isRepoPath(word: string, top: ReadonlySet<string>): boolean {
  if (!pathShape.test(word) || word.startsWith('@') || madeLater.test(word)) return false;
  const [first = ''] = word.split('/');
  return word.includes('/') && (top.has(first) || fileEnding.test(word));
}

/** Whether something of that name exists; `<feature>` and `*` stand for any name, braces for a choice. */
export function exists(path: string, from: string = ''): boolean {
  const full = posix.normalize(posix.join(from, path)).replace(/\/$/, '');
  if (!/[<*{]/.test(full)) return existsSync(join(root, full));
  return globSync(full.replace(/<[^>]*>/g, '*'), { cwd: root }).length > 0;
}
