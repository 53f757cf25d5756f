/**
 * Reads the files with the texts (Fluent, one file a feature and language) and says where they are badly written.
 * It knows nothing of the texts' meaning.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { LANGS, type Lang } from './locale.ts';

/** Something an editor has to mend. `where` is `id/cases.ftl`, `problem` an English sentence. */
export interface TextProblem {
  readonly where: string;
  readonly key?: string;
  readonly problem: string;
}

type Entry = FluentResource['body'][number];

export interface TextFile {
  readonly lang: Lang;
  readonly where: string;
  readonly resource: FluentResource;
  readonly entries: readonly Entry[];
}

const ENTRY_START = /^(-?[a-zA-Z][\w-]*) *= */u;
/** Fluent ends a text silently at a line that begins with one of these, so bold at the start of a line is wrapped. */
const BOLD_AT_LINE_START = /^([ \t]+)\*\*/gmu;

/** Every text file below `folder/id` and `folder/en`, by name. A language without a folder has no texts. */
export function readTextFiles(folder: string): { files: TextFile[]; problems: TextProblem[] } {
  const files: TextFile[] = [];
  const problems: TextProblem[] = [];
  for (const lang of LANGS) {
    for (const name of listFluentFiles(join(folder, lang), problems, lang)) {
      const where = `${lang}/${name}`;
      const source = readFileSync(join(folder, lang, name), 'utf8').replaceAll('\t', '    ');
      const resource = new FluentResource(source.replace(BOLD_AT_LINE_START, '$1{"**"}'));
      files.push({ lang, where, resource, entries: resource.body });
      problems.push(...findLostLines(source, where, new Set(resource.body.map((entry) => entry.id))));
    }
  }
  return { files, problems: [...problems, ...findDoubles(files)] };
}

function listFluentFiles(folder: string, problems: TextProblem[], lang: Lang): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ftl'))
      .sort();
  } catch {
    problems.push({ where: lang, problem: `the folder ${lang} cannot be read` });
    return [];
  }
}

/** Fluent skips what it cannot parse without a word; this finds entries and lines that would vanish. */
function findLostLines(source: string, where: string, parsed: ReadonlySet<string>): TextProblem[] {
  const problems: TextProblem[] = [];
  let key: string | undefined;
  let depth = 0;
  for (const [index, line] of source.split(/\r?\n/u).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const start = ENTRY_START.exec(line)?.[1];
    const found = { where, ...(key === undefined ? {} : { key }) };
    if (start !== undefined) {
      key = start;
      depth = 0;
      if (!parsed.has(start))
        problems.push({ where, key, problem: `line ${index + 1}: the entry cannot be read` });
    } else if (!line.startsWith(' ') && !line.startsWith('}')) {
      problems.push({ ...found, problem: `line ${index + 1}: text outside an entry; indent it` });
    } else if (depth === 0 && /^ +(?:[[.]|\*(?!\*))/u.test(line) && !/^ +\.[a-zA-Z][\w-]* *=/u.test(line)) {
      problems.push({
        ...found,
        problem: `line ${index + 1}: begins with "[", "." or "*", which ends the text`,
      });
    }
    depth += line.split('{').length - line.split('}').length;
  }
  return problems;
}

function findDoubles(files: readonly TextFile[]): TextProblem[] {
  const problems: TextProblem[] = [];
  const seen = new Map<string, string>();
  for (const file of files) {
    for (const { id } of file.entries) {
      const first = seen.get(`${file.lang} ${id}`);
      if (first !== undefined)
        problems.push({ where: file.where, key: id, problem: `is already in ${first}` });
      else seen.set(`${file.lang} ${id}`, file.where);
    }
  }
  return problems;
}
