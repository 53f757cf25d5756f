/**
 * The language data that editors keep in `knowledge/language`: chat spellings, words that must stay as they are,
 * acronyms with their expansions, words that mean something else in other company. Data only; normalise.ts uses it.
 */
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Problem } from './topic.ts';

const words = z.array(z.string()).default([]);
const collisionSchema = z.strictObject({
  word: z.string(),
  with: z.array(z.string()),
  becomes: z.string(),
});

const askedBackSchema = z.strictObject({ word: z.string(), topics: z.array(z.string()).min(2) });

const termsSchema = z.strictObject({
  protected: words,
  unstemmed: words,
  expansions: z.array(z.array(z.string()).min(2)).default([]),
  collisions: z.array(collisionSchema).default([]),
  askedBack: z.array(askedBackSchema).default([]),
  fillers: words,
  greetings: words,
  definitions: words,
  followUps: words,
  indonesian: words,
  english: words,
});

const slangSchema = z.record(z.string(), z.union([z.string(), z.number()]).transform(String));

/**
 * `slang` maps a chat spelling to one or more words. An expansion's first entry is the short form the others are
 * folded into. A word of `askedBack` that stands alone may mean several things: its topics are
 * offered. `definitions` are frames with `{}` for the term asked about ("apa itu {}"). `indonesian` and `english`
 * are words that give a language away.
 */
export type Lexicon = z.infer<typeof termsSchema> & { readonly slang: Readonly<Record<string, string>> };

/** Parses the two files; either may be empty. What cannot be used is reported by file and the other file still counts. */
export function parseLexicon(
  slangText: string,
  termsText: string,
): { lexicon: Lexicon; problems: Problem[] } {
  const problems: Problem[] = [];
  const read = <T>(file: string, text: string, schema: z.ZodType<T>, fallback: T): T => {
    try {
      return schema.parse(parseYaml(text) ?? {});
    } catch (error) {
      const reason =
        error instanceof z.ZodError
          ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
          : `is not valid YAML: ${error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : ''}`;
      problems.push({ file, reason });
      return fallback;
    }
  };
  const slang = read('language/slang.yaml', slangText, slangSchema, {});
  const terms = read('language/terms.yaml', termsText, termsSchema, termsSchema.parse({}));
  return { lexicon: { ...terms, slang }, problems };
}
