/** The programmes that can be applied for, as editors list them: names, the letters of their numbers, typical times. */
import { z } from 'zod';
import type { Lang } from '../language/locale.ts';

const bothSchema = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const days = z.number().int().min(1).max(365);

const schema = z.strictObject({
  status: z.literal('our-suggestion'),
  'typical-working-days': z.strictObject({ received: days, checked: days, proposed: days, approved: days }),
  papers: z.array(bothSchema).max(20),
  programmes: z
    .array(
      z.strictObject({
        prefix: z.string().regex(/^[A-HJ-NP-Z]{3}$/u, 'three capital letters without I and O'),
        id: z.string().regex(/^[a-z-]+$/u),
        name: bothSchema,
        words: z.array(z.string().min(2)).min(1),
      }),
    )
    .min(1),
});

export type Programme = z.infer<typeof schema>['programmes'][number];

export interface Programmes {
  readonly all: readonly Programme[];
  readonly prefixes: readonly string[];
  /** Papers often asked for, to pick from. */
  readonly papers: readonly { readonly id: string; readonly en: string }[];
  /** By the letters of its numbers. */
  find(prefix: string): Programme | undefined;
  /** How many working days a stage takes as a rule; undefined where nothing follows. */
  typicalDays(stage: string): number | undefined;
}

/** Reads the list of programmes; throws an error that names what is wrong. */
export function parseProgrammes(value: unknown): Programmes {
  const read = schema.parse(value);
  const byPrefix = new Map(read.programmes.map((one) => [one.prefix, one]));
  if (byPrefix.size < read.programmes.length) throw new Error('two programmes have the same prefix');
  const typical = new Map<string, number>(Object.entries(read['typical-working-days']));
  return {
    all: read.programmes,
    prefixes: [...byPrefix.keys()],
    papers: read.papers,
    find: (prefix) => byPrefix.get(prefix),
    typicalDays: (stage) => typical.get(stage),
  };
}

export const programmeName = (programme: Programme | undefined, lang: Lang): string =>
  programme?.name[lang] ?? '';

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The programme a text names, and the text without it; undefined when it names none. */
export function takeProgramme(
  text: string,
  programmes: Programmes,
): { readonly programme: Programme; readonly rest: string } | undefined {
  const words = plain(text);
  const named = programmes.all
    .flatMap((programme) =>
      [...programme.words, programme.prefix, programme.id].map((word) => ({ programme, word: plain(word) })),
    )
    .filter(({ word }) => words.includes(word))
    .sort((a, b) => b.word.length - a.word.length);
  const [best] = named;
  if (best === undefined) return undefined;
  return { programme: best.programme, rest: words.replace(best.word, ' ').trim() };
}
