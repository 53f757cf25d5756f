/** How long records are kept, as editors set it in `knowledge/retention.yaml`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const shipped = fileURLToPath(new URL('../../knowledge/retention.yaml', import.meta.url));

const schema = z.strictObject({
  status: z.literal('our-suggestion').or(z.literal('decreed')),
  keep: z.array(
    z.strictObject({
      kind: z.string(),
      /** Never so short that a complaint could not be looked into. */
      days: z.number().int().min(7).max(36_500),
      about: z.string().min(1),
    }),
  ),
});

export type Retention = ReadonlyMap<string, number>;

/** Days by kind. Throws an error that says what is wrong: a kind unknown, missing, or named twice. */
export function parseRetention(value: unknown, kinds: readonly string[]): Retention {
  const { keep } = schema.parse(value);
  const read = new Map(keep.map(({ days, kind }) => [kind, days]));
  const unknown = [...read.keys()].filter((kind) => !kinds.includes(kind));
  const missing = kinds.filter((kind) => !read.has(kind));
  if (unknown.length > 0) throw new Error(`nothing is kept as ${unknown.join(', ')}`);
  if (missing.length > 0) throw new Error(`no time is set for ${missing.join(', ')}`);
  if (read.size < keep.length) throw new Error('a kind is named twice');
  return read;
}

export const readRetention = (kinds: readonly string[], file: string = shipped): Retention =>
  parseRetention(parse(readFileSync(file, 'utf8')), kinds);
