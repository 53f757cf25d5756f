/** Reads the program's own sources for the tests that guard its shape: what each file imports, names and says. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vitest/node';

export const root = join(import.meta.dirname, '../..');

export interface Import {
  readonly line: number;
  /** A path from the project's top for our own files, the specifier as written for everything else. */
  readonly target: string;
  /** Erased before the program runs. */
  readonly typeOnly: boolean;
  /** Names taken from the target, under the names they have there. */
  readonly names: readonly string[];
}

export interface Source {
  /** From the project's top, with `/`. */
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly Import[];
  /** Identifiers and the text of literals, without what names an import. */
  readonly words: readonly { readonly line: number; readonly text: string }[];
  /** Lines that reach for the environment. */
  readonly environment: readonly number[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

const textOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'Identifier' && typeof node.name === 'string') return node.name;
  if (node.type === 'TemplateElement') return String((node.value as { raw: unknown }).raw);
  return undefined;
};

interface Found {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly names: readonly string[];
}

/** What a node imports: static and dynamic imports, re-exports, `require`, and `import('…')` as a type. */
function readImport(node: Node): Found | undefined {
  const specifier = textOf(node.source);
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      if (specifier === undefined) return undefined;
      const parts = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
      const names = parts.map((part) => textOf(part.imported ?? part.local) ?? '*');
      const erased = (part: Node) => part.importKind === 'type' || part.exportKind === 'type';
      const typeOnly =
        node.importKind === 'type' || node.exportKind === 'type' || (parts.length > 0 && parts.every(erased));
      return { specifier, typeOnly, names };
    }
    case 'ImportExpression':
      return specifier === undefined ? undefined : { specifier, typeOnly: false, names: [] };
    case 'TSImportType':
      return specifier === undefined ? undefined : { specifier, typeOnly: true, names: [] };
    case 'CallExpression': {
      const required = Array.isArray(node.arguments) ? textOf(node.arguments[0]) : undefined;
      const isRequire = textOf(node.callee) === 'require' && required !== undefined;
      return isRequire ? { specifier: required, typeOnly: false, names: [] } : undefined;
    }
    default:
      return undefined;
  }
}

const readsEnvironment = (node: Node): boolean =>
  node.type === 'MemberExpression' && textOf(node.object) === 'process' && textOf(node.property) === 'env';

/** Parses one file; `text` is TypeScript. */
export function parseSource(path: string, text: string): Source {
  const imports: Import[] = [];
  const words: { line: number; text: string }[] = [];
  const environment: number[] = [];
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length;
  const visit = (node: Node): void => {
    const found = readImport(node);
    if (found !== undefined) {
      const { specifier, typeOnly, names } = found;
      const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier;
      imports.push({ line: lineOf(node), target, typeOnly, names });
      if (/^(node:)?process$/.test(specifier) && names.includes('env')) environment.push(lineOf(node));
    }
    if (readsEnvironment(node)) environment.push(lineOf(node));
    const word = textOf(node);
    if (word !== undefined) words.push({ line: lineOf(node), text: word });
    for (const child of childrenOf(node)) {
      const namesImport = found !== undefined && (child === node.source || node.type === 'CallExpression');
      if (!namesImport) visit(child);
    }
  };
  const program: unknown = parseAst(text, { lang: 'ts' });
  if (isNode(program)) visit(program);
  return { path, lineCount: text.split('\n').length - 1, imports, words, environment };
}

/** The sources under the given folders, in the order of their paths. */
export const readSources = (...folders: readonly string[]): Source[] =>
  folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,mjs}`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
