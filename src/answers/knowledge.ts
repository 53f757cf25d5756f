/**
 * Reads the knowledge folder: the topics under `answers/` and the language data under `language/`. A broken file is
 * reported and the rest still loads, so that one slip of an editor does not silence the assistant.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Lexicon, parseLexicon } from './lexicon.ts';
import { type Problem, parseTopic, type Topic } from './topic.ts';

export interface Knowledge {
  readonly topics: readonly Topic[];
  readonly lexicon: Lexicon;
  readonly problems: readonly Problem[];
}

/** The files as read, before parsing; `hash` changes with any byte of any file or any name. */
export interface KnowledgeFiles {
  readonly answers: readonly { readonly file: string; readonly text: string }[];
  readonly slang: string;
  readonly terms: string;
  readonly hash: string;
}

/** Reads without parsing. `folder` is the knowledge root, holding `answers/*.md` and `language/{slang,terms}.yaml`. */
export async function readKnowledgeFiles(folder: string): Promise<KnowledgeFiles> {
  const names = (await readdir(join(folder, 'answers'))).filter((name) => name.endsWith('.md')).sort();
  const answers = await Promise.all(
    names.map(async (name) => ({
      file: `answers/${name}`,
      text: await readFile(join(folder, 'answers', name), 'utf8'),
    })),
  );
  const [slang, terms] = await Promise.all(
    ['slang.yaml', 'terms.yaml'].map((name) =>
      readFile(join(folder, 'language', name), 'utf8').catch(() => ''),
    ),
  );
  const hash = createHash('sha256');
  for (const { file, text } of answers) hash.update(file).update('\0').update(text).update('\0');
  hash
    .update(slang ?? '')
    .update('\0')
    .update(terms ?? '');
  return { answers, slang: slang ?? '', terms: terms ?? '', hash: hash.digest('hex') };
}

/** Parses what was read. A topic whose id is already taken is reported and left out. */
export function parseKnowledge(files: KnowledgeFiles): Knowledge {
  const problems: Problem[] = [];
  const topics: Topic[] = [];
  const seen = new Map<string, string>();
  for (const { file, text } of files.answers) {
    const parsed = parseTopic(file, text);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const first = seen.get(parsed.topic.id);
    if (first !== undefined) {
      problems.push({ file, line: 2, reason: `id ${parsed.topic.id} is already used in ${first}` });
      continue;
    }
    seen.set(parsed.topic.id, file);
    topics.push(parsed.topic);
  }
  const lexicon = parseLexicon(files.slang, files.terms);
  problems.push(...lexicon.problems);
  return { topics, lexicon: lexicon.lexicon, problems };
}

/** Topics sorted by file name, the lexicon, and every problem found. Throws only when `folder` cannot be read. */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  return parseKnowledge(await readKnowledgeFiles(folder));
}
