/** Finds texts that would disappoint a reader of one of the languages. Used by the checks, not while talking. */
import type { FluentResource } from '@fluent/bundle';
import { readTextFiles, type TextProblem } from './catalogue-source.ts';
import { LANGS, type Lang } from './locale.ts';

type Entry = FluentResource['body'][number];
type Pattern = NonNullable<Entry['value']>;
type Expression = Exclude<Exclude<Pattern, string>[number], string>;

interface Found {
  readonly where: string;
  readonly entry: Entry;
}

/**
 * Every problem of the texts below `folder`: entries that cannot be read, keys in one language only, arguments that
 * differ between the languages, references to texts that do not exist, emphasis that is opened and not closed.
 */
export function checkCatalogue(folder: string): TextProblem[] {
  const { files, problems } = readTextFiles(folder);
  const found: Record<Lang, Map<string, Found>> = { id: new Map(), en: new Map() };
  for (const file of files) {
    for (const entry of file.entries) found[file.lang].set(entry.id, { where: file.where, entry });
  }
  for (const lang of LANGS) {
    const other: Lang = lang === 'id' ? 'en' : 'id';
    for (const [key, { where, entry }] of found[lang]) {
      const say = (problem: string) => problems.push({ where, key, problem });
      for (const name of references(entry))
        if (!found[lang].has(name)) say(`refers to "${name}", which does not exist`);
      if (!isBalanced(literalText(entry))) say('"**" or a backtick is opened and not closed');
      if (key.startsWith('-')) continue;
      const twin = found[other].get(key);
      if (twin === undefined) say(`is missing in ${other}`);
      else if (lang === 'id') {
        const [mine, theirs] = [variables(entry, found.id), variables(twin.entry, found.en)];
        if (mine.join() !== theirs.join())
          say(`arguments differ: id has ${list(mine)}, en has ${list(theirs)}`);
      }
    }
  }
  return problems;
}

const list = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((n) => `$${n}`).join(', ');

/** Calls `visit` for each expression and each literal of a pattern, variants included. */
function walk(pattern: Pattern, visit: (part: Expression | string) => void): void {
  if (typeof pattern === 'string') {
    visit(pattern);
    return;
  }
  for (const part of pattern) {
    visit(part);
    if (typeof part !== 'string' && part.type === 'select') {
      walk([part.selector], visit);
      for (const variant of part.variants) walk(variant.value, visit);
    } else if (typeof part !== 'string' && (part.type === 'func' || part.type === 'term')) {
      walk(
        part.args.map((arg) => (arg.type === 'narg' ? arg.value : arg)),
        visit,
      );
    }
  }
}

function references(entry: Entry): string[] {
  const names: string[] = [];
  if (entry.value !== null) {
    walk(entry.value, (part) => {
      if (typeof part === 'string') return;
      if (part.type === 'mesg') names.push(part.name);
      if (part.type === 'term') names.push(`-${part.name}`);
    });
  }
  return names;
}

function variables(
  entry: Entry,
  all: ReadonlyMap<string, Found>,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  const names = new Set<string>();
  if (entry.value !== null) {
    walk(entry.value, (part) => {
      if (typeof part !== 'string' && part.type === 'var') names.add(part.name);
    });
  }
  for (const name of references(entry)) {
    const referred = all.get(name)?.entry;
    if (referred === undefined || name.startsWith('-') || seen.has(name)) continue;
    for (const inner of variables(referred, all, new Set([...seen, entry.id]))) names.add(inner);
  }
  return [...names].sort();
}

/** The entry's own words, with the words of all variants one after the other. */
function literalText(entry: Entry): string {
  let text = '';
  if (entry.value !== null) {
    walk(entry.value, (part) => {
      if (typeof part === 'string') text += part;
      else if (part.type === 'str') text += part.value;
    });
  }
  return text;
}

function isBalanced(text: string): boolean {
  return (text.split('**').length - 1) % 2 === 0 && (text.split('`').length - 1) % 2 === 0;
}
