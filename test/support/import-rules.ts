/** The rules of who may see whom, each with its reason. `test/architecture.test.ts` holds the program to them. */
import type { Import, Source } from './sources.ts';

export interface ImportRule {
  readonly rule: string;
  readonly reason: string;
  /** True when the file may not import this. */
  readonly forbids: (file: Source, imported: Import) => boolean;
}

/** Rooms for one capability each; the rest of `src` is the core that they stand on. */
const featureNames =
  'answers eligibility mentoring cases applications ladder targets reminders desk registers agenda learning partners reports privacy people attachments';
const features: ReadonlySet<string> = new Set(featureNames.split(' '));

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder directly under `src`, or the file itself where it lies there. */
const roomOf = (path: string): string => {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? path) : path;
};

const isSrc = (path: string): boolean => path.startsWith('src/');
const isFeature = (path: string): boolean => isSrc(path) && features.has(roomOf(path));
const isAdapter = (path: string): boolean => path.startsWith('adapters/');
const isDoor = (path: string): boolean => path === 'src/main.ts' || path.startsWith('src/cli/');
const isOurs = (target: string): boolean =>
  /^(src|adapters|test|bench|migrations|knowledge|\.\.)\//.test(target);
const isPackage = (target: string, ...names: readonly string[]): boolean =>
  names.some((name) => target === name || target.startsWith(name.endsWith('/') ? name : `${name}/`));
const isStore = (path: string): boolean =>
  path.startsWith('src/store/') || /^(.+-)?store\.ts$/.test(nameOf(path));

const talks = (path: string): boolean =>
  /^(chat|jobs|index)\.ts$/.test(nameOf(path)) || nameOf(path).endsWith('-chat.ts');

/** The words of drizzle that `src/store/index.ts` hands on. */
const queryWords = 'and asc count desc eq gt gte inArray isNotNull isNull like lt lte max ne or sql';
const drizzleWords: ReadonlySet<string> = new Set(queryWords.split(' '));

export const importRules: readonly ImportRule[] = [
  {
    rule: 'src never imports adapters, except the command line',
    reason: 'the assistant runs the same on every platform, and on one that is not written yet',
    forbids: (file, { target }) => isSrc(file.path) && !isDoor(file.path) && isAdapter(target),
  },
  {
    rule: 'only adapters import the libraries of a platform',
    reason: 'what a platform can do reaches the core as capabilities, not as its types',
    forbids: (file, { target }) => isSrc(file.path) && isPackage(target, 'grammy', '@grammyjs/', '@slack/'),
  },
  {
    rule: 'adapters import only src/chat and their own folder',
    reason: 'an adapter that knows a feature would answer differently from the others',
    forbids: (file, { target }) => {
      const own = file.path.split('/').slice(0, 2).join('/');
      return (
        isAdapter(file.path) &&
        isOurs(target) &&
        !target.startsWith('src/chat/') &&
        !target.startsWith(`${own}/`)
      );
    },
  },
  {
    rule: 'in a feature only chat.ts, jobs.ts, index.ts and *-chat.ts import src/chat',
    reason: 'rules and use cases are the same whether a chat, an import or the command line calls them',
    forbids: (file, { target }) =>
      isFeature(file.path) && !talks(file.path) && target.startsWith('src/chat/'),
  },
  {
    rule: 'only store.ts files and src/store import drizzle',
    reason: 'what is asked of the database stands in one file a feature, and runs on both engines',
    forbids: (file, { target }) =>
      isSrc(file.path) && !isStore(file.path) && isPackage(target, 'drizzle-orm', 'better-sqlite3'),
  },
  {
    rule: 'only store.ts files write queries',
    reason: 'the words of drizzle that src/store hands on are for them',
    forbids: (file, { target, names }) =>
      isSrc(file.path) &&
      !isStore(file.path) &&
      target.startsWith('src/store/') &&
      names.some((name) => drizzleWords.has(name)),
  },
  {
    rule: 'a feature is seen through its index.ts only',
    reason:
      'what the others may rely on is written down in one place; src/chat takes types of people, to avoid a cycle',
    forbids: (file, { target, typeOnly }) =>
      isSrc(file.path) &&
      isFeature(target) &&
      roomOf(file.path) !== roomOf(target) &&
      nameOf(target) !== 'index.ts' &&
      !(file.path.startsWith('src/chat/') && typeOnly),
  },
  {
    rule: 'src and adapters never import tests, benches or migrations',
    reason: 'what runs for people does not depend on what proves it',
    forbids: (file, { target }) =>
      (isSrc(file.path) || isAdapter(file.path)) && /^(test|bench|migrations)\//.test(target),
  },
];

/** Types that may point back: erased before the program runs, and only a word for what passes by. */
const mayPointBack = (file: Source, imported: Import): boolean =>
  imported.typeOnly &&
  ((file.path.startsWith('src/language/') && imported.target.startsWith('src/chat/')) ||
    (file.path.startsWith('src/chat/') && imported.target.startsWith('src/people/')));

/** A ring of folders under `src` that import one another, as `a → b → a`; undefined when there is none. */
export function findCycle(sources: readonly Source[]): string | undefined {
  const seen = new Map<string, Set<string>>();
  for (const file of sources.filter(({ path }) => isSrc(path))) {
    const from = roomOf(file.path);
    for (const imported of file.imports) {
      const to = roomOf(imported.target);
      if (!isSrc(imported.target) || to === from || mayPointBack(file, imported)) continue;
      seen.set(from, (seen.get(from) ?? new Set()).add(to));
    }
  }
  const done = new Set<string>();
  const walk = (room: string, way: readonly string[]): string | undefined => {
    if (way.includes(room)) return [...way.slice(way.indexOf(room)), room].join(' → ');
    if (done.has(room)) return undefined;
    for (const next of seen.get(room) ?? []) {
      const found = walk(next, [...way, room]);
      if (found !== undefined) return found;
    }
    done.add(room);
    return undefined;
  };
  for (const room of seen.keys()) {
    const found = walk(room, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
