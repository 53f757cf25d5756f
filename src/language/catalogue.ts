/**
 * The bot's own words in both languages, by key. What a person typed is passed in as an argument and comes out exactly
 * as typed: it can never become emphasis.
 */
import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import { readTextFiles, type TextProblem } from './catalogue-source.ts';
import type { Lang } from './locale.ts';
import { mapRich, parseMarks, plain, type Rich } from './rich.ts';

export type { TextProblem } from './catalogue-source.ts';

/** Numbers are written with the language's separators (`1.250`); years, codes and money go in as strings. */
export type TextArgs = Readonly<Record<string, string | number>>;

/** The texts of one language. */
export interface Texts {
  readonly lang: Lang;
  has(key: string): boolean;
  /** The text without emphasis. Throws, naming the key, when the key or one of its arguments is missing. */
  t(key: string, args?: TextArgs): string;
  /** The text with its emphasis. Throws like `t`. */
  rich(key: string, args?: TextArgs): Rich;
}

export interface Catalogue {
  /** True when the key exists in both languages. */
  has(key: string): boolean;
  /** All keys of a language, sorted. */
  keys(lang: Lang): string[];
  t(lang: Lang, key: string, args?: TextArgs): string;
  rich(lang: Lang, key: string, args?: TextArgs): Rich;
  in(lang: Lang): Texts;
  /** What could not be read while loading; `checkCatalogue` finds more. */
  readonly problems: readonly TextProblem[];
}

/** Loads `folder/id/*.ftl` and `folder/en/*.ftl` (one file a feature, keys unique over all of them). */
export function loadCatalogue(folder: string): Catalogue {
  const { files, problems } = readTextFiles(folder);
  const keys: Record<Lang, Set<string>> = { id: new Set(), en: new Set() };
  const bundles: Record<Lang, FluentBundle> = {
    id: new FluentBundle('id', { useIsolating: false }),
    en: new FluentBundle('en', { useIsolating: false }),
  };
  for (const file of files) {
    bundles[file.lang].addResource(file.resource);
    for (const { id } of file.entries) if (!id.startsWith('-')) keys[file.lang].add(id);
  }

  const rich = (lang: Lang, key: string, args: TextArgs = {}): Rich => {
    const pattern = bundles[lang].getMessage(key)?.value;
    if (pattern === undefined || pattern === null) throw new Error(`no text "${key}" in ${lang}`);
    const errors: Error[] = [];
    const text = bundles[lang].formatPattern(pattern, sealArgs(args), errors);
    const [first] = errors;
    if (first !== undefined) throw new Error(`text "${key}" in ${lang}: ${first.message}`, { cause: first });
    return mapRich(parseMarks(text), unseal);
  };
  const t = (lang: Lang, key: string, args?: TextArgs): string => plain(rich(lang, key, args));
  const bind = (lang: Lang): Texts => ({
    lang,
    has: (key) => keys[lang].has(key),
    t: (key, args) => t(lang, key, args),
    rich: (key, args) => rich(lang, key, args),
  });
  const bound: Record<Lang, Texts> = { id: bind('id'), en: bind('en') };

  return {
    has: (key) => keys.id.has(key) && keys.en.has(key),
    keys: (lang) => [...keys[lang]].sort(),
    t,
    rich,
    in: (lang) => bound[lang],
    problems,
  };
}

/** Marks inside arguments are hidden behind private-use characters while ours are read. */
const SEALS = new Map([
  ['*', '\uE000a'],
  ['`', '\uE000b'],
  ['\uE000', '\uE000c'],
]);
const UNSEALS = new Map([...SEALS].map(([typed, sealed]) => [sealed, typed]));

function sealArgs(args: TextArgs): Record<string, FluentVariable> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/[*`\uE000]/gu, (mark) => SEALS.get(mark) ?? mark) : value,
    ]),
  );
}

function unseal(text: string): string {
  return text.replace(/\uE000[abc]/gu, (sealed) => UNSEALS.get(sealed) ?? sealed);
}
