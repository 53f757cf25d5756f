/**
 * What one answer topic is, and how a topic file becomes one. A file is Markdown with YAML front matter, written by
 * editors; whatever is wrong with it is said with its line. Must not know how questions are matched.
 */
import matter from 'gray-matter';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';

export type Lang = 'id' | 'en';
export const LANGUAGES: readonly Lang[] = ['id', 'en'];

const phrase = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const filledPhrase = phrase.refine((value) => value.length > 0, 'must not be empty');

const sourceSchema = z.strictObject({
  key: z.string().min(1),
  title: z.string().min(1),
  url: z.url(),
  grade: z.enum(['A', 'B', 'C', 'D']),
  year: z.number().int().min(1945).max(2100),
});

export const PROGRAMMES = [
  'prokus',
  'pena',
  'kube',
  'pkh',
  'kat',
  'psm',
  'tksk',
  'karang-taruna',
  'lks',
  'ugb',
  'slrt',
  'data',
  'restorasi',
  'training',
  'privacy',
  'general',
] as const;

const frontMatterSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'must be words joined by dots, like pena.exit'),
  aliases: z.array(filledPhrase).default([]),
  terms: z.array(filledPhrase).default([]),
  programme: z.enum(PROGRAMMES),
  status: z.enum(['current', 'historic', 'local', 'disputed', 'unverified']),
  from: z.number().int().optional(),
  until: z.number().int().optional(),
  stakes: z.enum(['normal', 'high']).default('normal'),
  adopted: z.iso.date().optional(),
  only: z.literal('id').optional(),
  label: z.strictObject({ id: filledPhrase, en: filledPhrase }),
  questions: z.strictObject({ id: z.array(filledPhrase), en: z.array(filledPhrase) }),
  keywords: z.array(filledPhrase).default([]),
  sources: z.array(sourceSchema),
});

export type Programme = (typeof PROGRAMMES)[number];
export type Source = z.infer<typeof sourceSchema>;

/** One topic. `body` is plain text with `**bold**` and `- ` bullets; `from` and `until` are years. */
export interface Topic {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly terms: readonly string[];
  readonly programme: Programme;
  readonly status: 'current' | 'historic' | 'local' | 'disputed' | 'unverified';
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  readonly stakes: 'normal' | 'high';
  /** `YYYY-MM-DD`, when staff adopted it from a citizen's question: its few examples are real ones. */
  readonly adopted?: string | undefined;
  /** The answer exists in Indonesian only; in English the bot shows it and says so. */
  readonly only?: 'id' | undefined;
  readonly label: Readonly<Record<Lang, string>>;
  readonly questions: Readonly<Record<Lang, readonly string[]>>;
  readonly keywords: readonly string[];
  readonly sources: readonly Source[];
  readonly body: Readonly<Record<Lang, string>>;
  readonly file?: string | undefined;
}

/** Something wrong in a knowledge file; `line` counts from 1. */
export interface Problem {
  readonly file: string;
  readonly line?: number | undefined;
  readonly reason: string;
}

export type ParsedTopic = { readonly topic: Topic } | { readonly problems: readonly Problem[] };

/** Reads one topic file. Never throws: a broken file comes back as problems, each with its line where one is known. */
export function parseTopic(file: string, text: string): ParsedTopic {
  const problem = (reason: string, line?: number): ParsedTopic => ({ problems: [{ file, line, reason }] });
  if (!/^\uFEFF?---\r?\n/.test(text)) return problem('must begin with a line "---" and front matter', 1);
  let data: unknown;
  let content: string;
  try {
    const parsed = matter(text, {
      language: 'yaml',
      engines: { yaml: (source: string) => toObject(parseYaml(source)) },
    });
    data = parsed.data;
    content = parsed.content;
  } catch (error) {
    return problem(`front matter is not valid YAML: ${firstLine(error)}`, lineOfYamlError(error));
  }
  const checked = frontMatterSchema.safeParse(data);
  if (!checked.success) {
    return {
      problems: checked.error.issues.map((issue) => ({
        file,
        line: lineOfKey(text, issue.path),
        reason: `${issue.path.join('.') || 'front matter'}: ${issue.message}`,
      })),
    };
  }
  const indonesian = section(content, 'id');
  const body = { id: indonesian, en: checked.data.only === 'id' ? indonesian : section(content, 'en') };
  for (const lang of LANGUAGES) {
    if (body[lang] === '') return problem(`has no answer under "## ${lang}"`);
  }
  return { topic: { ...checked.data, body, file } };
}

function toObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Error('expected "key: value" lines');
}

function section(content: string, lang: Lang): string {
  const lines = content.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `## ${lang}`);
  if (start < 0) return '';
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return (end < 0 ? rest : rest.slice(0, end)).join('\n').trim();
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

function lineOfYamlError(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('linePos' in error)) return undefined;
  const [start] = Array.isArray(error.linePos) ? error.linePos : [];
  return typeof start?.line === 'number' ? start.line : undefined;
}

function lineOfKey(text: string, path: readonly PropertyKey[]): number | undefined {
  const key = path[0];
  if (typeof key !== 'string') return undefined;
  const index = text.split(/\r?\n/).findIndex((line) => line.startsWith(`${key}:`));
  return index < 0 ? undefined : index + 1;
}
